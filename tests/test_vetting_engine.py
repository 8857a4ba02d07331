"""What is let through is what the engine understands, in the same way; what it is not is told before."""

import pyoxigraph
import pytest
from grammar import queries
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


def engine(text: str) -> object | None:
    """Return what the engine makes of a query; None where it does not understand it."""
    try:
        return ENGINE.query(text, base_iri=BASE, prefixes=dict(PREFIXES))
    except SyntaxError:
        return None


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
