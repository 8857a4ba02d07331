"""A query is taken apart into its parts, each with its place, kind and groups."""

import pytest

from kg.store import outlines
from kg.store.parts import CLASS, PROPERTY, Outline, every
from kg.store.pruning import written
from kg.store.tokens import place, split, stopped


def outline(query: str) -> Outline:
    """Return the parts of a query."""
    return outlines.outline(tuple(split(query)))


def parts(query: str) -> list[tuple[str, str]]:
    """Return kind and words of the parts of a query's outermost group."""
    group = outline(query).group
    return [] if group is None else [(part.kind, written(query, part)) for part in group.parts]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("ASK {}", [], id="nothing"),
        pytest.param("ASK { ?a ?b ?c }", [("triple", "?a ?b ?c")], id="a triple"),
        pytest.param(
            "ASK { ?a <b> ?c, 'd'@en ; <e> 5. ?f a <g> }",
            [
                ("triple", "?a <b> ?c"),
                ("triple", "?a <b> 'd'@en"),
                ("triple", "?a <e> 5"),
                ("triple", "?f a <g>"),
            ],
            id="triples that share what they can",
        ),
        pytest.param(
            "ASK { ?a ^<b>/(<c>|!<d>)* '1'^^<e> ; }",
            [("triple", "?a ^<b>/(<c>|!<d>)* '1'^^<e>")],
            id="a path and a typed value",
        ),
        pytest.param(
            "ASK { [ <a> ?b ] <c> ( 1 2 ) . [ <d> -1 ] }",
            [("triple", "[ <a> ?b ] <c> ( 1 2 )"), ("triple", "[ <d> -1 ]")],
            id="brackets",
        ),
        pytest.param(
            "ASK { ?a ?b ?c FILTER(?c > (1)) FILTER NOT EXISTS { ?c ?d ?e } FILTER regex(?c, 'x') . "
            "BIND(1 AS ?f) }",
            [
                ("triple", "?a ?b ?c"),
                ("filter", "FILTER(?c > (1))"),
                ("filter", "FILTER NOT EXISTS { ?c ?d ?e }"),
                ("filter", "FILTER regex(?c, 'x')"),
                ("bind", "BIND(1 AS ?f)"),
            ],
            id="filters",
        ),
        pytest.param(
            "ASK { VALUES (?a ?b) { (1 2) } VALUES ?c { 3 } ?a ?b ?c }",
            [("values", "VALUES (?a ?b) { (1 2) }"), ("values", "VALUES ?c { 3 }"), ("triple", "?a ?b ?c")],
            id="values",
        ),
        pytest.param(
            "ASK { { ?a ?b ?c } { ?d ?e ?f } UNION {} OPTIONAL {} MINUS {} GRAPH ?g {} { SELECT * {} } }",
            [
                ("group", "{ ?a ?b ?c }"),
                ("union", "{ ?d ?e ?f } UNION {}"),
                ("optional", "OPTIONAL {}"),
                ("minus", "MINUS {}"),
                ("graph", "GRAPH ?g {}"),
                ("select", "{ SELECT * {} }"),
            ],
            id="groups",
        ),
        pytest.param(
            "ASK { << ?a ?b ?c >> ?d ?e . ?f ?g ?h }",
            [("triple", "<< ?a ?b ?c >> ?d ?e"), ("triple", "?f ?g ?h")],
            id="what is not taken apart",
        ),
        pytest.param("CONSTRUCT { ?x ?y ?z } { ?a ?b ?c }", [("triple", "?a ?b ?c")], id="behind a template"),
        pytest.param("CONSTRUCT WHERE { ?a ?b ?c }", [("triple", "?a ?b ?c")], id="a template that is asked"),
        pytest.param("SELECT (EXISTS { ?x ?y ?z } AS ?e) {}", [], id="a group in a column"),
        pytest.param("DESCRIBE <a>", [], id="no group"),
    ],
)
def test_parts(query: str, expected: list[tuple[str, str]]) -> None:
    """Each triple is a part, and so is all that begins with a word or a brace."""
    assert parts(query) == expected


def test_numbers_before_a_full_stop() -> None:
    """A full stop behind a number is a mark of its own; one within it is not."""
    actual = [(token.text, token.start, token.end) for token in stopped(split("?a ?b 10. ?c ?d 1.5"))]

    assert actual[2:4] == [("10", 6, 8), (".", 8, 9)]
    assert actual[-1] == ("1.5", 16, 19)


def test_places() -> None:
    """A part begins where its own words do, be its subject told before."""
    query = "ASK {\n  ?a <b> ?c ;\n     <d> ?e,\n         ?f\n  FILTER(?f) }"
    group = outline(query).group

    assert group is not None
    assert [place(query, part.start) for part in group.parts] == [(2, 3), (3, 6), (4, 10), (5, 3)]


def test_every_part() -> None:
    """Parts of groups within groups are found too, in their order; a sub-select has those of its pattern."""
    query = "ASK { OPTIONAL { ?a <b> ?c FILTER EXISTS { ?d <e> ?f } } { SELECT * { ?g <h> ?i } } }"
    group = outline(query).group

    assert group is not None
    found = [written(query, part) for part in every(group) if part.kind == "triple"]
    assert found == ["?a <b> ?c", "?d <e> ?f", "?g <h> ?i"]


def test_roles() -> None:
    """What stands as a verb, or in a path, is a property; what stands after `a` is a class, anywhere."""
    query = "ASK { ?a a <c1>, <c2> ; <p1>/^<p2>* [ <p3> <x> ; a <c3> ] OPTIONAL { ?b rdf:type <c4> } }"
    roles = {query[at : at + 4]: role for at, role in outline(query).roles.items()}

    assert roles == {
        **dict.fromkeys(("<c1>", "<c2>", "<c3>", "<c4>"), CLASS),
        **dict.fromkeys(("<p1>", "<p2>", "<p3>", "rdf:"), PROPERTY),
    }


def test_head_and_tail() -> None:
    """What stands before and behind the pattern is kept as tokens."""
    found = outline("PREFIX a: <b> SELECT ?x FROM <g> WHERE { ?x ?y ?z } ORDER BY ?x LIMIT 1")

    assert [token.text for token in found.head] == ["SELECT", "?x", "FROM", "<g>", "WHERE"]
    assert [token.text for token in found.tail] == ["ORDER", "BY", "?x", "LIMIT", "1"]


@pytest.mark.parametrize(
    "opening", ["{ ", "[ <a> ", "{ SELECT * { OPTIONAL "], ids=["groups", "nodes", "selects"]
)
def test_depth_is_bounded(opening: str) -> None:
    """However deep a query nests, it is taken apart no deeper than anybody writes."""
    closing = {"{": "}", "[": "]"}
    ends = "".join(closing[c] for c in reversed(opening * 3000) if c in closing)

    assert outline(f"ASK {{ {opening * 3000}{ends} }}").group is not None
