"""Measure searching words within SPARQL through the text index, against CONTAINS and REGEX over all quotes.

Run from the checkout: `PYTHONPATH=tests .venv/bin/python tests/bench/words.py [CLAIMS]` (default: 100,000).
It makes a graph of as many claims, three to a passage of 25 words drawn as words of a language are (the n-th
as often as 1/n), asks a running service, and prints for words of several frequencies how many passages hold
them and the milliseconds of each way, the least of several rounds that take turns, with the ratios: of
finding the passages alone, and of joining them with the claims that rest on them. All ways must count alike.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import live

ROUNDS = 5
WORDS = 30_000
LENGTH = 25  # words of a sentence
CLAIMS = 3  # for each passage
BASE, ONTOLOGY = live.BASE, f"{live.BASE}ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NUMBER = "http://www.w3.org/2001/XMLSchema#integer"
COUNTED = "?claim dip:passage ?p . ?claim rdf:subject ?s . "
WAYS = {
    "search": "SELECT (COUNT(*) AS ?n) {{ SERVICE dip:search {{ ?p dip:words '{0}' }} {1}}}",
    "contains": "SELECT (COUNT(*) AS ?n) {{ ?p dip:quote ?q FILTER(CONTAINS(LCASE(?q), '{0}')) {1}}}",
    "regex": "SELECT (COUNT(*) AS ?n) {{ ?p dip:quote ?q FILTER(REGEX(?q, '\\\\b{0}\\\\b', 'i')) {1}}}",
}


def graph(claims: int) -> Iterator[str]:
    """Yield the lines of a graph with so many claims."""
    drawn = random.Random(7)  # the same graph each time
    words = [f"wo{n}rd" for n in range(WORDS)]
    weights = [1 / (n + 1) for n in range(WORDS)]
    for number in range(claims // CLAIMS):
        passage = f"<{BASE}passage/{number}>"
        quote = " ".join(drawn.choices(words, weights, k=LENGTH)).capitalize()
        yield f'{passage} <{ONTOLOGY}quote> "{quote}." .'
        yield f"{passage} <{ONTOLOGY}article> <{BASE}article/{number // 30}> ."
        yield f'{passage} <{ONTOLOGY}start> "{number % 30 * 300}"^^<{NUMBER}> .'
        yield f'{passage} <{ONTOLOGY}end> "{number % 30 * 300 + len(quote) + 1}"^^<{NUMBER}> .'
        for each in range(CLAIMS):
            claim = f"<{BASE}claim/{number}-{each}>"
            yield f"{claim} <{ONTOLOGY}passage> {passage} ."
            yield f"{claim} <{RDF}subject> <{BASE}meeting/{number // 5}> ."
            yield f"{claim} <{RDF}predicate> <{ONTOLOGY}participant> ."
            yield f"{claim} <{RDF}object> <{BASE}person/{drawn.randrange(2_000)}> ."


def asked(service: live.Service, query: str) -> tuple[float, int]:
    """Return the seconds that a query takes, and the number that it counts."""
    begun = time.perf_counter()
    _, _, body = service.ask(query)
    seconds = time.perf_counter() - begun
    [row] = json.loads(body)["results"]["bindings"]
    return seconds, int(row["n"]["value"])


def main(claims: int) -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        live.build(data, "\n".join(graph(claims)) + "\n")
        with live.serve(data) as service:
            print(f"{claims:,} claims, {claims // CLAIMS:,} passages; in milliseconds")
            for title, joined in (("found", ""), ("joined with claims", COUNTED)):
                print(f"\n{title:20}{'rows':>8}" + "".join(f"{way:>10}" for way in WAYS) + "   ratios")
                for word in ("wo29000rd", "wo3000rd", "wo300rd", "wo60rd", "wo20rd"):
                    print(line(service, word, joined))


def line(service: live.Service, word: str, joined: str) -> str:
    """Return the line of one word."""
    queries = [way.format(word, joined) for way in WAYS.values()]
    taken = [[asked(service, query) for query in queries] for _ in range(ROUNDS)]
    counts = {count for each in taken for _, count in each}
    assert len(counts) == 1, (word, counts)
    least = [min(seconds for seconds, _ in each) for each in zip(*taken, strict=True)]
    ratios = "".join(f"{each / least[0]:7.1f}" for each in least[1:])
    return f"{word:20}{counts.pop():8,}" + "".join(f"{each * 1e3:10.1f}" for each in least) + ratios


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
