"""What leaves a query without rows is found by asking, and so is the nearest query that has some."""

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.store import emptiness, outlines
from kg.store.emptiness import Empty
from kg.store.tokens import place, split

# Two meetings, one call; the call has no place.
TRIPLES = (
    ("m1", "kind", "meeting"),
    ("m2", "kind", "meeting"),
    ("c1", "kind", "call"),
    ("m1", "place", "rome"),
    ("m2", "place", "oslo"),
    ("rome", "in", "italy"),
    ("oslo", "in", "norway"),
    ("c1", "with", "ann"),
)


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    """Return a store with the triples, and a number of each meeting."""
    store = pyoxigraph.Store()
    for s, p, o in TRIPLES:
        store.add(Quad(NamedNode(f"x:{s}"), NamedNode(f"x:{p}"), NamedNode(f"x:{o}")))
    for number in (1, 2):
        store.add(Quad(NamedNode(f"x:m{number}"), NamedNode("x:number"), Literal(number)))
    return store


def explain(store: pyoxigraph.Store, query: str, most: int = 1000) -> tuple[Empty | None, list[str]]:
    """Return what leaves a query empty, and what was asked to find it; unknown after so many questions."""
    asked: list[str] = []

    def ask(text: str) -> bool | None:
        asked.append(text)
        if len(asked) > most:
            return None
        found = store.query(text)
        return (
            bool(found) if isinstance(found, pyoxigraph.QueryBoolean) else next(iter(found), None) is not None
        )

    return emptiness.explain(query, outlines.outline(tuple(split(query))), ask), asked


@pytest.mark.parametrize(
    ("query", "line", "reason", "nearest"),
    [
        pytest.param(
            "SELECT * {\n  ?m <x:kind> <x:meeting> .\n  ?m <x:place> <x:bern> .\n}",
            3,
            "Nothing in the graph matches ?m <x:place> <x:bern>",
            "SELECT * {\n  ?m <x:kind> <x:meeting> .\n}",
            id="a pattern without a match",
        ),
        pytest.param(
            "SELECT * {\n  ?m <x:kind> <x:call> .\n  ?m <x:place> ?p }",
            3,
            "Each pattern has matches, but not all together. Without ?m <x:place> ?p there are rows",
            "SELECT * {\n  ?m <x:kind> <x:call> .\n }",
            id="patterns that do not go together",
        ),
        pytest.param(
            "SELECT * { ?m <x:kind> <x:call> ; <x:place> ?p .\n ?p <x:in> <x:italy> }",
            1,
            "Each pattern has matches, but not all together. Without ?m <x:place> ?p there are rows",
            "SELECT * { ?m <x:kind> <x:call> .\n }",
            id="what nothing joins any more goes too",
        ),
        pytest.param(
            "SELECT * {\n ?m <x:number> ?n\n FILTER(?n > 0)\n FILTER(?n > 5)\n}",
            4,
            "The FILTER removes all rows: FILTER(?n > 5)",
            "SELECT * {\n ?m <x:number> ?n\n FILTER(?n > 0)\n}",
            id="one filter of two",
        ),
        pytest.param(
            "SELECT * {\n ?m <x:number> ?n .\n FILTER(?n > 1)\n FILTER(?n < 2)\n}",
            3,
            "The FILTER removes all rows: FILTER(?n > 1)",
            "SELECT * {\n ?m <x:number> ?n .\n FILTER(?n < 2)\n}",
            id="filters that contradict each other",
        ),
        pytest.param(
            "ASK { ?m <x:number> ?n MINUS { ?m <x:place> ?p } }",
            1,
            "The MINUS removes all rows: MINUS { ?m <x:place> ?p }",
            "ASK { ?m <x:number> ?n . }",
            id="a subtraction",
        ),
        pytest.param(
            "SELECT * { ?m <x:number> ?n . { SELECT ?m {\n ?m <x:kind> <x:walk> . ?m <x:place> ?p } } }",
            2,
            "Nothing in the graph matches ?m <x:kind> <x:walk>",
            "SELECT * { ?m <x:number> ?n . { SELECT ?m {\n ?m <x:place> ?p } } }",
            id="a part of a sub-select",
        ),
        pytest.param(
            "SELECT ?m (COUNT(*) AS ?k) { ?m <x:number> ?n } GROUP BY ?m\nHAVING (?k > 1) ORDER BY ?m",
            2,
            "The pattern has matches, but HAVING (?k > 1) leaves none",
            "SELECT ?m (COUNT(*) AS ?k) { ?m <x:number> ?n } GROUP BY ?m ORDER BY ?m",
            id="a condition on groups",
        ),
        pytest.param(
            "SELECT * { ?m <x:number> ?n } LIMIT 5 OFFSET 2",
            1,
            "The pattern has matches, but OFFSET 2 leaves none",
            "SELECT * { ?m <x:number> ?n } LIMIT 5",
            id="an offset past the end",
        ),
        pytest.param(
            "SELECT * { ?m <x:kind> <x:call> . VALUES ?m { <x:m1> } }",
            1,
            "Each pattern has matches, but not all together. Without VALUES ?m { <x:m1> } there are rows",
            "SELECT * { ?m <x:kind> <x:call> . }",
            id="values",
        ),
        pytest.param(
            "ASK { ?m <x:date> ?d }",
            1,
            "Nothing in the graph matches ?m <x:date> ?d",
            None,
            id="nothing is left",
        ),
        pytest.param(
            "ASK { { ?m <x:date> ?d } UNION { ?m <x:day> ?d } }",
            1,
            "Nothing in the graph matches { ?m <x:date> ?d } UNION { ?m <x:day> ?d }",
            None,
            id="alternatives",
        ),
    ],
)
def test_explain(store: pyoxigraph.Store, query: str, line: int, reason: str, nearest: str | None) -> None:
    """The part is named with its place, and the query without it is offered."""
    found, _ = explain(store, query)

    assert found is not None
    assert found.reason == reason
    assert place(query, found.start)[0] == line
    assert found.nearest == nearest


def test_greedy(store: pyoxigraph.Store) -> None:
    """Where no one part is at fault, as many as go together from the first on are kept."""
    query = "SELECT * { ?m <x:kind> <x:call> . ?m <x:place> ?p . ?m <x:number> ?n . ?m <x:with> ?w }"
    found, _ = explain(store, query)

    assert found is not None
    assert found.reason == "What stands before ?m <x:place> ?p has matches, but none that go with it"
    assert found.nearest == "SELECT * { ?m <x:kind> <x:call> . ?m <x:with> ?w }"


def test_nearest_leaves_out_what_it_must(store: pyoxigraph.Store) -> None:
    """Where the rest of a query has no rows either, as much of it is kept as has some."""
    found, _ = explain(store, "SELECT * { ?m <x:kind> <x:call> ; <x:date> ?d ; <x:place> ?p }")

    assert found is not None
    assert found.reason == "Nothing in the graph matches ?m <x:date> ?d"
    assert found.nearest == "SELECT * { ?m <x:kind> <x:call> }"


def test_nothing_is_said_that_was_not_seen(store: pyoxigraph.Store) -> None:
    """Where no question is answered in time, nothing is told."""
    query = "SELECT * { ?m <x:kind> <x:call> . ?m <x:place> ?p }"

    assert explain(store, query, most=0)[0] is None


def test_no_pattern(store: pyoxigraph.Store) -> None:
    """A query without a pattern has none that leaves it empty, and nothing is asked."""
    assert explain(store, "DESCRIBE <x:nobody>") == (None, [])


def test_data_set_is_kept(store: pyoxigraph.Store) -> None:
    """Parts are asked of the same graphs, with the same prologue."""
    _, asked = explain(store, "PREFIX x: <x:> SELECT ?m FROM <x:g> WHERE { ?m x:kind x:call }")

    assert asked[0] == "PREFIX x: <x:> ASK FROM <x:g> { ?m x:kind x:call }"
