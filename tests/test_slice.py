"""The way from a file to a page: a small article, built as any other, and asked for in every form."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from live import Service, serve

from kg import build
from kg.build import Order

BASE = "https://w3id.org/communique/"
TEXT = (
    "Foreign Minister Jeyhun Bayramov of Azerbaijan met Italian Foreign Minister Antonio Tajani in Rome "
    "on May 6, 2025.\n"
    "\n"
    "Tajani said that Italy would buy more gas from Azerbaijan.\n"
)
DESCRIPTION = """\
title = "Talks in Rome"
publisher = "The Example Post"
published = 2025-05-07
url = "https://post.example/rome"
"""
MEETING = "meeting/2025-05-06-antonio-tajani-jeyhun-bayramov"
STATEMENT = "statement/antonio-tajani-italy-would-buy-more-gas-from"
MET = TEXT.splitlines()[0]
SAID = TEXT.splitlines()[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of a build of the one article."""
    home = tmp_path_factory.mktemp("slice")
    sources = home / "sources"
    sources.mkdir()
    (sources / "rome.txt").write_text(TEXT, encoding="utf-8")
    (sources / "rome.toml").write_text(DESCRIPTION, encoding="utf-8")
    build.run(Order((sources,), home / "data", BASE, jobs=1))
    return home / "data"


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Service]:
    """Yield the service, running on that build."""
    with serve(folder) as running:
        yield running


def show(service: Service, path: str) -> str:
    """Return the page at a path."""
    status, headers, body = service.send("GET", path, headers={"Accept": "text/html"})
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    return body.decode()


def ask(service: Service, query: str) -> list[list[str]]:
    """Return the rows that the endpoint answers, the base of IRIs taken off."""
    status, _, body = service.ask(f"BASE <{BASE}>\n{query}", format="json")
    assert status == 200
    told = json.loads(body)
    names = told["head"]["vars"]
    return [[row[name]["value"].removeprefix(BASE) for name in names] for row in told["results"]["bindings"]]


def test_sentence_becomes_triples(folder: Path) -> None:
    """The graph tells who met, where and when; each is a line of its own."""
    lines = (folder / "current" / "graph.nt").read_text(encoding="utf-8").splitlines()
    about = f"<{BASE}{MEETING}> <{BASE}ontology#"

    assert f"{about}participant> <{BASE}person/antonio-tajani> ." in lines
    assert f"{about}participant> <{BASE}person/jeyhun-bayramov> ." in lines
    assert f"{about}place> <{BASE}place/rome> ." in lines
    assert f'{about}earliest> "2025-05-06"^^<http://www.w3.org/2001/XMLSchema#date> .' in lines
    assert f"{about}status> <{BASE}ontology#Occurred> ." in lines


def test_question_is_answered(service: Service) -> None:
    """A short query finds the meeting, its day and who was there."""
    rows = ask(
        service,
        """SELECT ?meeting ?day ?name WHERE {
             ?meeting a dip:Meeting ; dip:earliest ?day ; dip:participant ?who . ?who rdfs:label ?name
           } ORDER BY ?name""",
    )

    assert rows == [[MEETING, "2025-05-06", "Antonio Tajani"], [MEETING, "2025-05-06", "Jeyhun Bayramov"]]


def test_every_triple_of_the_meeting_leads_to_its_words(service: Service) -> None:
    """A claim leads from each triple to the sentence, by its place in the article."""
    rows = ask(
        service,
        f"""SELECT DISTINCT ?quote ?start ?end ?file WHERE {{
              ?claim rdf:subject <{MEETING}> ; rdf:predicate dip:participant ; dip:passage ?passage .
              ?passage dip:quote ?quote ; dip:start ?start ; dip:end ?end ; dip:article/dip:file ?file
            }}""",
    )

    assert rows == [[MET, "0", "114", "rome.txt"]]
    assert TEXT[0:114] == MET


def test_no_triple_stands_without_its_claim(service: Service) -> None:
    """Of records and persons nothing is told that no claim tells."""
    rows = ask(
        service,
        """SELECT ?thing ?property WHERE {
             VALUES ?class { dip:Record dip:Person dip:Tenure } ?thing a ?class ; ?property ?value
             FILTER NOT EXISTS {
               ?claim rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?value
             }
           }""",
    )

    assert rows == []


def test_page_shows_the_sentence(service: Service) -> None:
    """The page of the meeting names those who met, the day, and the sentence with its outlet."""
    status, headers, _ = service.send("GET", f"/{MEETING}", headers={"Accept": "text/html"})
    page = show(service, headers["Location"])

    assert status == 303
    assert [
        words for words in ("Jeyhun Bayramov", "6 May 2025", MET, "The Example Post") if words not in page
    ] == []
    assert '/article/rome.html#p-0-114"' in page


def test_link_of_the_sentence_leads_to_its_place(service: Service) -> None:
    """The article's page has a mark under the name that the meeting's page leads to."""
    page = show(service, "/article/rome.html")
    marked = re.search(r'id="p-0-114"', page)

    assert marked is not None
    assert "Talks in Rome" in page


def test_word_is_found(service: Service) -> None:
    """A search finds the person by a part of his name and the passage by a word of it."""
    person = show(service, "/search?q=tajani")
    words = show(service, "/search?q=gas")

    assert 'href="/person/antonio-tajani"' in person
    assert f"/article/rome.html#p-{TEXT.index(SAID)}-{TEXT.index(SAID) + len(SAID)}" in words


def test_what_he_said_stands_on_his_page(service: Service) -> None:
    """The speaker's page shows his words, his office and the meeting."""
    page = show(service, "/person/antonio-tajani.html")

    assert "Italy would buy more gas from Azerbaijan" in page
    assert "Foreign Minister" in page
    assert f'href="/{MEETING}"' in page


def test_statement_is_on_nobody_elses_word(service: Service) -> None:
    """What the article itself tells carries no hearsay."""
    rows = ask(service, f"SELECT ?who WHERE {{ <{STATEMENT}> dip:onlyAccordingTo|dip:reportedBy ?who }}")

    assert rows == []


def test_graph_is_the_same_tomorrow(folder: Path, tmp_path: Path) -> None:
    """Built again elsewhere, with the ledger of the first build, the article gives the same graph."""
    ledger = folder / "identities.tsv"
    copied = tmp_path / "identities.tsv"
    copied.write_bytes(ledger.read_bytes())
    again = build.run(Order((folder.parent / "sources",), tmp_path / "data", BASE, ledger=copied, jobs=1))

    assert (again / "graph.nt").read_bytes() == (folder / "current" / "graph.nt").read_bytes()
    assert copied.read_bytes() == ledger.read_bytes()
