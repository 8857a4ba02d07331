"""Fit how sure finds of a language model are, and what its agreement and dispute tell of the rules' finds.

Run from the checkout, with the answers of a model kept in a folder (`kg build --extractor both` keeps them):

    .venv/bin/python tests/bench/answers.py fit ARTICLES GOLD DATA MODEL
    .venv/bin/python tests/bench/answers.py table ARTICLES GOLD DATA MODEL

`fit` writes `kg/llm/verifying/surety.tsv`: the log odds that a claim which the model alone tells is right,
and what agreement and dispute add to the log odds that the rules give, each the value that makes what gold
files say likeliest. Until it has been run the table says that its weights are a prior. `table` prints how
many claims of each kind are right beside what is told. An article without answers counts as one on which
the model said nothing. Parts have the size that `KG_MODEL_PART` has where it is not set.
"""

import math
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from gold import Judged, judge

from kg import extract, readers, text
from kg.llm import verifying
from kg.llm.asking.kept import FOLDER, Shelf
from kg.llm.asking.questions import Answers
from kg.llm.verifying import both, surety
from kg.model import Claim, Extraction

TABLE = Path(surety.__file__).with_name(surety.FILE)
LEAST = 30  # claims: a weight that rests on fewer stays a prior
PENALTY = 1.0  # draws a weight towards nothing, as that many claims would
Features = tuple[str, ...]


def extracting(answers: Answers, path: Path) -> tuple[Extraction, list[tuple[Features, Claim]]]:
    """Return what rules and model tell of an article, and of each claim what both make of it."""
    reading = text.read(readers.read(path))
    rules = extract.run(reading)
    model = verifying.read(reading, answers.gather(reading.article).answered).extraction
    before = {(c.subject, c.predicate, c.object, c.spans): c.confidence for c in rules.claims}
    found = both.join(rules, model)
    told = []
    for claim in found.claims:
        own = before.get((claim.subject, claim.predicate, claim.object, claim.spans))
        kind = _kind(claim, own)
        if kind is not None:
            told.append(((kind, str(0.5 if own is None else own)), claim))
    return found, told


def _kind(claim: Claim, own: float | None) -> str | None:
    if surety.is_model(claim):
        return "alone"
    if own is None or claim.confidence is None or own == claim.confidence:
        return None
    return "agreed" if claim.confidence > own else "disputed"


def shift(told: Sequence[float], right: Sequence[bool]) -> float:
    """Return what added to the log odds of some shares makes what is right likeliest, by Newton's method.

    >>> round(shift([0.5, 0.5, 0.5, 0.5], [True, True, True, False]), 2)
    0.51
    """
    odds = [math.log(share / (1 - share)) for share in told]
    found = 0.0
    for _ in range(50):
        shares = [1 / (1 + math.exp(-(x + found))) for x in odds]
        slope = sum(is_right - share for is_right, share in zip(right, shares, strict=True)) - PENALTY * found
        found += slope / (sum(share * (1 - share) for share in shares) + PENALTY)
    return found


def of(judged: Iterable[Judged], kind: str) -> tuple[list[float], list[bool]]:
    """Return the shares that are told without the model, and which claims are right, of one kind."""
    own = [(float(each.features[1]), each.is_right) for each in judged if each.features[0] == kind]
    return [min(max(share, 0.02), 0.98) for share, _ in own], [right for _, right in own]


def write(weights: dict[str, float]) -> None:
    """Write the table: its head as it is, and the weights, those that were measured in place of the prior."""
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [
        f"{name}\t{weights.get(name, known.weight):.2f}\t{'measured' if name in weights else known.source}"
        for name, known in surety.weights().items()
    ]
    body = "\n".join((*head, "\t".join(surety.COLUMNS), *rows))
    TABLE.write_text(f"{body}\n", encoding="utf-8")


def main() -> None:
    """Do what the words say."""
    what, articles, gold, data, model = sys.argv[1:]
    answers = Answers(Shelf(Path(data) / FOLDER), model, 6_000)
    judged = judge(Path(articles), Path(gold), partial(extracting, answers))
    weights = {}
    for kind, known in surety.weights().items():
        told, right = of(judged, kind)
        share = f"{sum(right) / len(right):.2f}" if right else "–"
        print(
            f"{kind:10} {len(right):7,} claims   right {share}   weight {known.weight:.2f} ({known.source})"
        )
        if len(right) >= LEAST:
            weights[kind] = shift(told, right)
    if what == "fit":
        write(weights)


if __name__ == "__main__":
    main()
