"""What is let through is what the engine understands, in the same way; what it is not is told before."""

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ForbiddenQueryError, QueryError
from kg.store.prologue import PREFIXES
from kg.store.tokens import decode, split
from kg.store.vetting import vet

BASE = "https://w3id.org/communique/"
ENGINE = pyoxigraph.Store()
RESULTS = {
    "SELECT": pyoxigraph.QuerySolutions,
    "ASK": pyoxigraph.QueryBoolean,
    "CONSTRUCT": pyoxigraph.QueryTriples,
    "DESCRIBE": pyoxigraph.QueryTriples,
}

NAMES = st.sampled_from(["s", "p", "o", "who", "größe", "x1", "_y"])
VARIABLES = st.builds(str.__add__, st.sampled_from("?$"), NAMES)
IRIS = st.sampled_from(
    [
        "<person/liu>",
        "<https://example.org/a#b>",
        "dip:Meeting",
        "rdfs:label",
        "a:b%20c",
        r"a:b\~c",
        "a:",
        "a:1.2",
        "a:service",
    ]
)
STRINGS = st.sampled_from(
    [
        '"SERVICE <x:y> {"',
        "'it\\'s'",
        '"""two\n"lines\\""""',
        "'''FROM '' <x:y>'''",
        '"é\\n"@fr-CA',
        '"5"^^xsd:integer',
    ]
)
NUMBERS = st.sampled_from(["0", "1.5", ".5", "1e6", "-2", "+3", "true", "FALSE"])
COMMENTS = st.sampled_from(["", " ", "\n", "\t", " # SERVICE <x:y> {}\n", "\r\n"])
SUBJECTS = VARIABLES | IRIS | st.sampled_from(["[]", "[ rdfs:label ?l ]", "_:b1", "( ?a 1 )"])
VERBS = (
    VARIABLES | IRIS | st.sampled_from(["a", "a:p/a:q", "^a:p", "(a:p|a:q)*", "!(a:p|^a:q)", "a:p+", "a:p?"])
)
OBJECTS = SUBJECTS | STRINGS | NUMBERS
FILTERS = st.sampled_from(
    [
        "FILTER (?s < 3 && ?o > 2 || !BOUND(?p))",
        "FILTER (?s != <person/liu>)",
        "FILTER regex(STR(?o), '^a', \"i\")",
        "FILTER (?s IN (1, 'b', dip:Visit) && ?o NOT IN ())",
        "FILTER NOT EXISTS { ?s ?x ?y }",
        "BIND(COALESCE(STRLEN(?o) * 2 - 1, IF(?s = ?o, 1, 0)) AS ?n)",
        'BIND(xsd:date("2025-04-02") AS ?day)',
        "VALUES ?v { 1 UNDEF dip:Visit 'x' }",
        "VALUES (?v ?w) { (1 2) (UNDEF 3) }",
        "MINUS { ?s a dip:Visit }",
        "GRAPH ?g { ?s ?p ?q }",
    ]
)


@st.composite
def patterns(draw: st.DrawFn, depth: int = 2) -> str:
    """Return the inside of a group."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        choice = draw(st.integers(0, 4 if depth else 2))
        if choice <= 1:
            parts.append(f"{draw(SUBJECTS)} {draw(VERBS)} {draw(OBJECTS)} .")
        elif choice == 2:
            parts.append(draw(FILTERS))
        elif choice == 3:
            parts.append(f"OPTIONAL {{ {draw(patterns(depth - 1))} }}")
        else:
            parts.append(f"{{ {draw(patterns(depth - 1))} }} UNION {{ {draw(patterns(depth - 1))} }}")
    return draw(COMMENTS).join(["", *parts, ""]) if draw(st.booleans()) else "\n".join(parts)


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Return a query of some form, with a head and a tail."""
    head = draw(
        st.sampled_from(["", "PREFIX a: <x:>\n", "BASE <https://b.example/> prefix a: <x:>", "# remark\n"])
    )
    if "a:" not in head:
        head += "PREFIX a: <https://a.example/>\n"
    inside = draw(patterns())
    form = draw(
        st.sampled_from(
            ["SELECT *", "select distinct ?s", "SELECT (COUNT(*) AS ?c)", "ASK", "CONSTRUCT", "DESCRIBE ?s"]
        )
    )
    if form == "CONSTRUCT":
        form = f"CONSTRUCT {{ {draw(VARIABLES)} a:p {draw(VARIABLES | STRINGS)} }}"
    tail = (
        ""
        if form == "ASK"
        else draw(st.sampled_from(["", "LIMIT 3", "ORDER BY DESC(?s) ?o LIMIT 3 OFFSET 1"]))
    )
    return f"{head}{form}{draw(COMMENTS)} WHERE {{ {inside} }} {'' if 'COUNT' in form else tail}"


def engine(text: str) -> object | None:
    """Return what the engine makes of a query; None where it does not understand it."""
    try:
        return ENGINE.query(text, base_iri=BASE, prefixes=dict(PREFIXES))
    except SyntaxError:
        return None


@given(queries())
@settings(max_examples=300, deadline=None)
def test_what_the_engine_understands_is_let_through(query: str) -> None:
    """A query without a call of another service that the engine takes is vetted, and is of the same form."""
    found = engine(query)
    if found is None:
        return
    vetted = vet(query, (), BASE)

    assert isinstance(found, RESULTS[vetted.form])


@given(queries())
@settings(deadline=None)
def test_what_is_vetted_stays_as_it_is(query: str) -> None:
    """The engine is given the very words that came, where they hold no escape of a code point."""
    try:
        vetted = vet(query, (), BASE)
    except QueryError:
        return

    assert vetted.text == query == decode(query)


@given(queries())
@settings(deadline=None)
def test_tokens_are_the_query(query: str) -> None:
    """Tokens follow each other without overlap; between them is only space or a remark."""
    end = 0
    for token in split(query):
        between = query[end : token.start]

        assert query[token.start : token.start + len(token.text)] == token.text
        assert all(not line.strip() or "#" in line for line in between.splitlines())
        end = token.start + len(token.text)


@given(queries(), st.integers(0, 400))
@settings(deadline=None)
def test_service_anywhere_is_never_asked(query: str, place: int) -> None:
    """A call of another service put anywhere is refused, or is part of a string or a remark."""
    at = min(place, len(query))
    marked = f"{query[:at]} SERVICE <http://127.0.0.1:9/> {{ ?s ?p ?o }} {query[at:]}"
    try:
        vetted = vet(marked, (), BASE)
    except QueryError:
        return
    words = [t.text.upper() for t in split(vetted.text) if t.kind == "word"]

    assert "SERVICE" not in words


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o } LIMIT",
        "SELECT { ?s ?p ?o }",
        "SELECT ?s { ?s ?p }",
        "ASK { FILTER }",
        "CONSTRUCT { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } GROUP BY",
    ],
)
def test_what_only_the_engine_knows_is_left_to_it(query: str) -> None:
    """Grammar beyond words and brackets is the engine's: it refuses what was let through."""
    vetted = vet(query, (), BASE)

    assert engine(vetted.text) is None


@pytest.mark.parametrize("form", RESULTS)
def test_forms_in_small_letters(form: str) -> None:
    """Words of the language may be written in any case."""
    text = {"CONSTRUCT": "{ ?s ?p ?o } where", "DESCRIBE": "?s where", "SELECT": "* where", "ASK": "where"}[
        form
    ]
    query = f"{form.lower()} {text} {{ ?s ?p ?o }}"

    assert vet(query, (), BASE).form == form
    assert isinstance(engine(query), RESULTS[form])


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_graph_of_the_data_set_may_be_named(clause: str) -> None:
    """A graph that there is may be named by a whole, a relative or a prefixed IRI; no other may."""
    graph = f"{BASE}graphs/one"

    for name in (f"<{graph}>", "<graphs/one>", "g:one"):
        query = f"PREFIX g: <{BASE}graphs/> SELECT * {clause} {name} {{ ?s ?p ?o }}"

        assert vet(query, (graph,), BASE).form == "SELECT"
        with pytest.raises(ForbiddenQueryError, match="reads its own data only"):
            vet(query, (), BASE)
