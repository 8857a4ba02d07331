"""Whatever is written, what the vetter lets through opens no connection, and is what it was taken for."""

from collections.abc import Iterator

import pyoxigraph
import pytest
from elsewhere import Elsewhere, listening
from grammar import TRAP, bent, queries
from hypothesis import HealthCheck, given, settings
from pyparsing import ParseBaseException
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.store.blocks import skeleton
from kg.store.prologue import PREFIXES
from kg.store.vetting import Vetted, vet

BASE = "https://example.org/"
RESULTS = {
    "SELECT": pyoxigraph.QuerySolutions,
    "ASK": pyoxigraph.QueryBoolean,
    "CONSTRUCT": pyoxigraph.QueryTriples,
    "DESCRIBE": pyoxigraph.QueryTriples,
}
NODE = pyoxigraph.NamedNode
ENGINE = pyoxigraph.Store()
ENGINE.extend(
    [
        pyoxigraph.Quad(NODE("x:n/1"), NODE("x:p"), pyoxigraph.Literal(1)),
        pyoxigraph.Quad(NODE(TRAP), NODE("x:p"), NODE(TRAP), NODE("x:g")),
    ]
)
# One listener for all examples: what comes to it, comes from none of them alone.
MANY = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
# Tricks tried on this vetter or on others, as whole queries; whether or not they pass, none connects.
TRICKS = [
    "SELECT * {{ SERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{trap}> {{ ?s ?p ?o }} }}",
    "SELECT*{{SERVICE<{trap}>{{?s ?p ?o}}}}",
    "SELECT * {{ ?s ?p 1SERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 1.SERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 'a'SERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 'a'@enSERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p trueSERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p _:bSERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s a <x:y>SERVICE<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICESILENT<{trap}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ S\\u0045RVICE <{trap}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\U00000053ERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <\\u0068ttp{rest}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p '\\u0027 SERVICE <{trap}> {{ ?s ?p ?o }} #' \n }}",
    "SELECT * {{ ?s ?p '\\\\u0027 SERVICE <{trap}> {{ ?s ?p ?o }} #' \n }}",
    "SELECT * {{ ?s ?p '\\\\' SERVICE <{trap}> {{ ?s ?p ?o }} #' \n }}",
    "SELECT * {{ ?s ?p '''a' SERVICE <{trap}> {{ ?s ?p ?o }} ''' }}",
    "SELECT * {{ ?s ?p ''' ''\\''' SERVICE <{trap}> {{ ?s ?p ?o }} #''' \n }}",
    "SELECT * {{ # \r SERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ # \x0b SERVICE <{trap}> {{ ?s ?p ?o }} \n }}",
    "SELECT * {{ # \u2028 SERVICE <{trap}> {{ ?s ?p ?o }} \n }}",
    "SELECT * {{ # \x85 SERVICE <{trap}> {{ ?s ?p ?o }} \n }}",
    "SELECT * {{ #\\u000A SERVICE <{trap}> {{ ?s ?p ?o }} \n }}",
    "SELECT * {{ FILTER(?a<?b&&'>'='>' ) SERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "PREFIX : <{trap}> SELECT * {{ ?s ?p ?a, ?b FILTER(?a<?b)SERVICE:s#>\n{{ ?s ?p ?o }} }}",
    "PREFIX : <{trap}> SELECT * {{ BIND(?a<?b AS?c)SERVICE:s#>\n{{ ?s ?p ?o }} }}",
    "PREFIX : <{trap}> SELECT(?a<1AS?x)FROM:g#>\n{{ ?a ?b ?c }}",
    "PREFIX SERVICEt: <{trap}> SELECT * {{ SERVICEt:x {{ ?s ?p ?o }} }}",
    "PREFIX : <{trap}> PREFIX service: <x:> SELECT * {{ service:x {{ ?s ?p ?o }} }}",
    "PREFIX silent: <{trap}> SELECT * {{ SERVICE silent:x {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?x {{ <{trap}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(<{trap}> AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
    "SELECT * {{ LATERAL {{ SERVICE <{trap}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ FILTER EXISTS {{ SERVICE <{trap}> {{ ?s ?p ?o }} }} }}",
    "SELECT (EXISTS {{ SERVICE <{trap}> {{ ?s ?p ?o }} }} AS ?x) {{}}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{trap}> {{ ?s ?p ?o }} }} }} }}",
    "SELECT * {{ ?s ?p ?o }} ORDER BY (EXISTS {{ SERVICE <{trap}> {{ ?s ?p ?o }} }})",
    "SELECT * {{ ?s ?p ?o }} GROUP BY ?s HAVING (EXISTS {{ SERVICE <{trap}> {{ ?s ?p ?o }} }})",
    "SELECT * {{ SERVICE <x:y> {{ SERVICE <{trap}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ SERVICE <x:y> {{ ?s ?p '}}' }} SERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "CONSTRUCT WHERE {{ SERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{trap}> {{ ?s ?p ?o }} }}",
    "DESCRIBE <{trap}>",
    "ASK FROM <{trap}> {{ ?s ?p ?o }}",
    "ASK FROM NAMED <{trap}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "BASE <{trap}> ASK FROM <> {{ ?s ?p ?o }}",
    "BASE <{trap}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
    "ASK {{ GRAPH <{trap}> {{ ?s ?p ?o }} }}",
    "ASK {{}} ; LOAD <{trap}>",
    "LOAD <{trap}>",
    "LOAD SILENT <{trap}> INTO GRAPH <x:g>",
    "COPY <{trap}> TO DEFAULT",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{trap}> {{ ?s ?p ?o }} }}",
]


@pytest.fixture(scope="module")
def trap() -> Iterator[Elsewhere]:
    """Yield a service that nobody may ask."""
    with listening() as running:
        yield running


def run(text: str) -> object | None:
    """Return what the engine, which is held by nothing here, makes of a query; None where it takes it not."""
    try:
        found = ENGINE.query(text, base_iri=BASE, prefixes=dict(PREFIXES))
        if not isinstance(found, pyoxigraph.QueryBoolean):
            list(found)
    except (SyntaxError, ValueError, RuntimeError, OSError):
        return None
    return found


def vetted(text: str) -> Vetted | None:
    """Return a query that may ask every service; None where it is refused."""
    try:
        return vet(text, ("x:g",), BASE, lambda _: True)
    except QueryError:
        return None


def test_the_trap_catches(trap: Elsewhere) -> None:
    """The engine, asked without the vetter, does connect: what follows proves something."""
    trap.asked.clear()
    run(f"SELECT * {{ SERVICE <{trap.iri}> {{ ?s ?p ?o }} }}")

    assert len(trap.asked) == 1
    trap.asked.clear()


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks(trap: Elsewhere, trick: str) -> None:
    """No trick makes the engine connect, by the query, or by its skeleton where it has blocks."""
    text = trick.format(trap=trap.iri, rest=trap.iri.removeprefix("http"))
    for query in (vetted(text), vetted_alone(text)):
        if query is not None:
            run(skeleton(query.text, query.blocks))

    assert trap.asked == []


def vetted_alone(text: str) -> Vetted | None:
    """Return a query that may ask nobody; None where it is refused."""
    try:
        query = vet(text, (), BASE)
    except QueryError:
        return None
    assert query.blocks == ()
    return query


@given(queries() | bent())
@settings(MANY, max_examples=1_500)
def test_nothing_that_passes_connects(trap: Elsewhere, text: str) -> None:
    """The engine is sent nowhere by what is left of a query, and takes it for the form that was told."""
    query = vetted(text.replace(TRAP, trap.iri))
    if query is None:
        return
    left = skeleton(query.text, query.blocks)
    found = run(left)

    assert trap.asked == []
    assert len(left) == len(query.text)
    assert found is None or isinstance(found, RESULTS[query.form])


@given(queries())
@settings(MANY, max_examples=500)
def test_what_the_grammar_allows_passes(text: str) -> None:
    """A query that the engine reads is let through, and taken for the form that it is."""
    plain = text.replace(TRAP, "x:trap")
    try:
        found = ENGINE.query(plain, base_iri=BASE, prefixes=dict(PREFIXES))
    except (SyntaxError, RuntimeError, OSError, ValueError):
        return
    query = vetted(plain)

    assert query is not None
    assert isinstance(found, RESULTS[query.form])


@given(queries() | bent())
@settings(MANY, max_examples=150)
def test_another_parser_agrees(text: str) -> None:
    """What passes and is a query to rdflib too is of the same form there, and asks nobody for anything."""
    query = vetted(text)
    if query is None:
        return
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    try:
        _, parsed = parseQuery(prologue + skeleton(query.text, query.blocks))
    except (
        ParseBaseException,
        ArithmeticError,
        AttributeError,
        RecursionError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return  # it fails in many ways, also on numbers and names

    assert parsed.name.removesuffix("Query").upper() == query.form
    assert set(names(parsed)) & {"ServiceGraphPattern", "DatasetClause", "Load", "InsertData"} == set()


def names(parsed: object) -> Iterator[str]:
    """Yield the names of all parts of what rdflib's parser returned."""
    if isinstance(parsed, CompValue):
        yield parsed.name
        for part in parsed.values():
            yield from names(part)
    elif isinstance(parsed, list | tuple) or hasattr(parsed, "asList"):
        for part in parsed:
            yield from names(part)
