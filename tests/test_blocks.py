"""The SERVICE blocks of a query are found on its tokens, whatever stands in and around them."""

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ForbiddenQueryError, QueryError
from kg.store.blocks import MOST, Table, fill, skeleton, values
from kg.store.vetting import Vetted, vet

BASE = "https://example.org/"
ENGINE = pyoxigraph.Store()


def vetted(query: str) -> Vetted:
    """Return a query that may ask every service."""
    return vet(query, (), BASE, lambda _: True)


def found(query: str) -> list[tuple[str, bool, str]]:
    """Return who is to answer each block, whether it is silent, and what stands in it with its braces."""
    query_ = vetted(query)
    return [(b.iri, b.is_silent, query_.text[b.inside : b.end]) for b in query_.blocks]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK {}", []),
        ("ASK { SERVICE <x:y> { ?s ?p ?o } }", [("x:y", False, "{ ?s ?p ?o }")]),
        ("ASK { service silent <x:y>{} }", [("x:y", True, "{}")]),
        ("ASK { SERVICE # <a:b>\n <x:y> { ?s ?p '}' # }\n } }", [("x:y", False, "{ ?s ?p '}' # }\n }")]),
        (
            "PREFIX e: <x:> ASK { ?s ?p 1 SERVICE e:y\\/z { { ?a ?b ?c } UNION { ?d ?e [] } } ?t ?p 2 }",
            [("x:y/z", False, "{ { ?a ?b ?c } UNION { ?d ?e [] } }")],
        ),
        ("ASK { SERVICE <sparql> {} }", [("https://example.org/sparql", False, "{}")]),
        (
            """SELECT * { OPTIONAL { SERVICE <x:a> { ?a ?p ?o } } { SERVICE <x:b> { ?b ?p ?o } } UNION
            { SELECT ?c { SERVICE SILENT <x:c> { ?c ?p ?o } } } }""",
            [
                ("x:a", False, "{ ?a ?p ?o }"),
                ("x:b", False, "{ ?b ?p ?o }"),
                ("x:c", True, "{ ?c ?p ?o }"),
            ],
        ),
        (
            "ASK { SERVICE <x:a> { ?s ?p ?o SERVICE ?where { ?o ?p ?x } } }",
            [("x:a", False, "{ ?s ?p ?o SERVICE ?where { ?o ?p ?x } }")],
        ),
        (r"ASK { \u0053ERVICE <x:\u0079> {} }", [("x:y", False, "{}")]),
    ],
)
def test_blocks(query: str, expected: list[tuple[str, bool, str]]) -> None:
    """A block is found wherever it stands; what it asks further is its own matter."""
    assert found(query) == expected


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (
            "ASK {\n SERVICE ?where { ?s ?p ?o } }",
            r"line 2, column 10: SERVICE \?where is refused: say which",
        ),
        ("ASK { SERVICE SILENT $x {} }", r"line 1, column 22: SERVICE \$x is refused"),
    ],
)
def test_a_variable_names_no_service(query: str, reason: str) -> None:
    """Who is to answer is told by an IRI: a variable might hold any address."""
    with pytest.raises(ForbiddenQueryError, match=reason):
        vetted(query)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("ASK { SERVICE { ?s ?p ?o } }", "line 1, column 15: expected an IRI for SERVICE, found {"),
        ("ASK { SERVICE 'x:y' {} }", "line 1, column 15: expected an IRI for SERVICE, found 'x:y'"),
        ("ASK { SERVICE <x:y> ?s ?p ?o }", r"line 1, column 21: expected { for SERVICE, found \?s"),
        ("ASK {} SERVICE", "line 1, column 8: expected an IRI for SERVICE, found SERVICE"),
        ("ASK {} SERVICE SILENT <x:y>", "line 1, column 23: expected { for SERVICE, found <x:y>"),
        ("ASK { " + "SERVICE <x:y> {} " * (MOST + 1) + "}", f"expected at most {MOST} SERVICE blocks"),
    ],
)
def test_what_is_no_block(query: str, reason: str) -> None:
    """A call that breaks off is told with its place, and so are too many."""
    with pytest.raises(QueryError, match=reason):
        vetted(query)


def test_a_block_is_asked_of_whom_it_names_only() -> None:
    """Each block must be allowed, and the message names the first that is not."""
    query = "ASK { SERVICE <x:a> {} SERVICE <x:b> {} }"

    assert len(vet(query, (), BASE, {"x:a", "x:b"}.__contains__).blocks) == 2
    with pytest.raises(ForbiddenQueryError, match="column 24: SERVICE <x:b> is refused"):
        vet(query, (), BASE, {"x:a"}.__contains__)


def test_the_skeleton_has_each_thing_in_its_place() -> None:
    """Heads of blocks, also of those within others, are spaces; lines stay."""
    query = "ASK { ?s ?p 1 SERVICE\n<x:y> { ?a ?b ?c SERVICE ?d {} } SERVICE SILENT <x:z> {} }"
    plain = "ASK { ?s ?p 1        \n      { ?a ?b ?c            {} }                      {} }"

    assert skeleton(query, vetted(query).blocks) == plain


def test_a_block_is_filled_with_rows() -> None:
    """Rows stand where the block stood, and join as the block would have."""
    query = "SELECT * { SERVICE <x:a> { ?a ?p ?b } OPTIONAL { SERVICE <x:b> { ?b ?q ?c } } }"
    first = Table(("a", "b"), (("1", "2"), ("3", "4")))
    second = Table(("b", "c"), (("4", '"x"@en'), (None, "6")))
    filled = fill(query, dict(zip(vetted(query).blocks, (first, second), strict=True)))
    rows = [tuple(str(row[name]) for name in "abc") for row in ENGINE.query(filled)]

    assert filled == (
        'SELECT * { VALUES (?a ?b) { (1 2) (3 4) } OPTIONAL { VALUES (?b ?c) { (4 "x"@en) (UNDEF 6) } } }'
    )
    number = '"{}"^^<http://www.w3.org/2001/XMLSchema#integer>'.format
    assert sorted(rows) == [
        (number(1), number(2), number(6)),
        (number(3), number(4), number(6)),
        (number(3), number(4), '"x"@en'),
    ]


def test_a_table_without_columns() -> None:
    """A block without variables multiplies its group by the number of its rows."""
    query = f"SELECT ?a {{ VALUES ?a {{ 1 }} {values(Table((), ((), ())))} }}"

    assert len(list(ENGINE.query(query))) == 2
    assert list(ENGINE.query(query.replace("() ()", ""))) == []


texts = st.text(st.characters(codec="utf-8"), max_size=20)
terms = (
    st.builds(pyoxigraph.Literal, texts)
    | st.builds(lambda text: pyoxigraph.Literal(text, language="en-gb"), texts)
    | st.builds(lambda text: pyoxigraph.Literal(text, datatype=pyoxigraph.NamedNode("x:type")), texts)
    | st.just(pyoxigraph.NamedNode("x:é?<b)SERVICE:s#".replace("<", "")))
)


@given(st.lists(st.tuples(terms, terms), max_size=3))
@settings(deadline=None)
def test_terms_travel_whole(rows: list[tuple[pyoxigraph.Literal, pyoxigraph.Literal]]) -> None:
    """Whatever is in a literal, the engine reads it back as it was."""
    table = Table(("a", "b"), tuple((str(a), str(b)) for a, b in rows))

    assert [tuple(row) for row in ENGINE.query(f"SELECT * {{ {values(table)} }}")] == rows
