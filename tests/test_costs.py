"""What costs most in a query, guessed from how much there is, and smaller forms of it."""

import pytest
from rdflib import RDF

from kg.store import bounded, costs, outlines, prologue
from kg.store.costs import Costly, Counts
from kg.store.tokens import place, split
from kg.vocab import DIP

BASE = "https://example.org/"
COUNTS = Counts(
    900,
    {
        str(DIP.Meeting): 40,
        str(DIP.participant): 90,
        str(DIP.place): 30,
        str(DIP.quote): 500,
        str(DIP.within): 20,
    },
)


def costliest(query: str) -> Costly | None:
    """Return what costs most."""
    tokens = tuple(split(query))
    return costs.costliest(query, outlines.outline(tokens), prologue.read(tokens, query, BASE), COUNTS)


def forms(query: str) -> list[str]:
    """Return the bounded forms."""
    tokens = tuple(split(query))
    return list(bounded.forms(query, outlines.outline(tokens), prologue.read(tokens, query, BASE)))


@pytest.mark.parametrize(
    ("query", "line", "reason"),
    [
        pytest.param(
            "SELECT * {\n ?m a dip:Meeting .\n ?x dip:participant ?y }",
            3,
            "No variable joins ?m a dip:Meeting and ?x dip:participant ?y: each match meets each, "
            "about 40 times 90",
            id="a product",
        ),
        pytest.param(
            f"SELECT * {{\n ?m <{RDF.type}> dip:Meeting .\n ?m dip:within ?q }}",
            2,
            f"?m <{RDF.type}> dip:Meeting matches most: about 40 triples",
            id="a class that is told in full",
        ),
        pytest.param(
            "SELECT * {\n ?m a dip:Meeting .\n ?m dip:place ?p .\n ?x dip:participant ?y\n FILTER(?m = ?x) }",
            4,
            "No variable joins ?m dip:place ?p and ?x dip:participant ?y: each match meets each, "
            "about 30 times 90",
            id="a product that only a filter joins",
        ),
        pytest.param(
            "SELECT * { ?m a dip:Meeting\n OPTIONAL { ?x dip:place ?y . ?z dip:within ?w } }",
            2,
            "No variable joins ?m a dip:Meeting and OPTIONAL { ?x dip:place ?y . ?z dip:within ?w }: "
            "each match meets each, about 40 times 20",
            id="an optional part",
        ),
        pytest.param(
            "SELECT * { ?m dip:place ?p .\n ?p dip:within* ?q }",
            2,
            "?p dip:within* ?q follows a path of any length from everything to everything",
            id="a path",
        ),
        pytest.param(
            "SELECT * { ?p dip:quote ?q\n FILTER(CONTAINS(?q, 'port')) }",
            2,
            "FILTER(CONTAINS(?q, 'port')) reads about 500 texts one by one",
            id="texts",
        ),
        pytest.param(
            "SELECT * { ?m a dip:Meeting .\n ?m dip:participant ?p . <m> ?a ?b } ORDER BY ?p",
            2,
            "No variable joins ?m a dip:Meeting and <m> ?a ?b: each match meets each, about 40 times 100",
            id="one thing",
        ),
        pytest.param(
            "SELECT * { ?m a dip:Meeting .\n ?m dip:participant ?p ; dip:place <rome> }",
            2,
            "?m dip:participant ?p matches most: about 90 triples",
            id="the largest",
        ),
        pytest.param("SELECT * { ?s ?p ?o }", 1, "?s ?p ?o matches most: about 900 triples", id="all"),
    ],
)
def test_costliest(query: str, line: int, reason: str) -> None:
    """The part is named with its place and with how much there is of it."""
    found = costliest(query)

    assert found is not None
    assert found.reason == reason
    assert place(query, found.start)[0] == line


@pytest.mark.parametrize("query", ["ASK {}", "DESCRIBE <x>", "ASK { VALUES ?x { 1 } }"])
def test_nothing_costs(query: str) -> None:
    """A query without patterns has no costly one."""
    assert costliest(query) is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            "SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 5000 OFFSET 3 VALUES ?b { 1 }",
            "SELECT ?a { ?a ?b ?c }\nLIMIT 100\nVALUES ?b { 1 }",
            id="rows",
        ),
        pytest.param("SELECT ?a { ?a ?b ?c } LIMIT 7", "SELECT ?a { ?a ?b ?c }\nLIMIT 7", id="few rows"),
        pytest.param(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } HAVING (?n > 1)",
            "SELECT (COUNT(*) AS ?n) { { SELECT * WHERE { ?a ?b ?c } LIMIT 10000 } } HAVING (?n > 1)",
            id="a count",
        ),
        pytest.param(
            "ASK WHERE { ?a ?b ?c }",
            "ASK WHERE { { SELECT * WHERE { ?a ?b ?c } LIMIT 10000 } }",
            id="a truth",
        ),
        pytest.param(
            "SELECT ?q { ?p dip:quote ?q . FILTER(CONTAINS(LCASE(STR(?q)), 'naval \"base\"')) }",
            'SELECT ?q { ?p dip:quote ?q . SERVICE dip:search { ?p dip:words "naval base" } }',
            id="words in quotes",
        ),
    ],
)
def test_bounded_forms(query: str, expected: str) -> None:
    """The best form comes first: words are searched, rows are cut, counts are of a part of all matches."""
    assert forms(query)[0] == expected


def test_other_filters_are_no_searches() -> None:
    """What is looked for elsewhere than in quotes, or in their order, is no search for words."""
    assert "dip:search" not in "".join(forms("SELECT ?n { ?x rdfs:label ?n FILTER(CONTAINS(?n, 'a')) }"))
    assert "dip:search" not in "".join(forms("SELECT ?q { ?p dip:quote ?q FILTER(STRSTARTS(?q, 'a')) }"))
    assert "dip:search" not in "".join(forms("SELECT ?q { ?p dip:quote ?q FILTER(!CONTAINS(?q, 'a')) }"))
