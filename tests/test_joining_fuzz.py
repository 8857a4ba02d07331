"""A query whose blocks were answered before has the rows that it has by the algebra of SPARQL.

The other service is also a named graph of the store that is asked: there `GRAPH` evaluates a group on its own
and joins it, as `SERVICE` does, by a way of the engine's that shares nothing with ours.
"""

from collections import Counter

import pyoxigraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat

from kg.remote import bindings
from kg.store.blocks import Table, fill, skeleton
from kg.store.vetting import vet

BASE = "https://example.org/"
OTHER = "https://other.example/sparql"
TERMS = [
    NamedNode("x:1"),
    NamedNode("x:2"),
    NamedNode("x:3"),
    Literal(1),
    Literal("é\n\"'\\u0041", language="en"),
]
VERBS = [NamedNode("x:p"), NamedNode("x:q")]

nodes = st.sampled_from(["?a", "?b", "?c", "<x:1>", "<x:2>", "1"])
subjects = st.sampled_from(["?a", "?b"])
variables = st.sampled_from(["?a", "?b", "?c"])
triples = st.builds("{} {} {} .".format, variables, st.sampled_from(["<x:p>", "<x:q>", "?b"]), nodes)
rows = st.builds("VALUES ({} ?c) {{ (<x:1> UNDEF) (UNDEF 1) (<x:2> <x:3>) }}".format, subjects)
filters = st.sampled_from(["FILTER(?a != ?b)", "FILTER(BOUND(?c))", "FILTER(isIRI(?b) || !BOUND(?a))"])
data = st.lists(
    st.builds(
        lambda s, p, o, other: Quad(s, p, o, *([NamedNode(OTHER)] if other else [])),
        st.sampled_from(TERMS[:3]),
        st.sampled_from(VERBS),
        st.sampled_from(TERMS),
        st.booleans(),
    ),
    max_size=10,
)


@st.composite
def groups(draw: st.DrawFn, depth: int, *, may_ask: bool) -> str:
    """Return a group with its braces; the blocks in it are groups of the other service."""
    parts = [draw(triples)] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 2))):
        kind = draw(st.integers(0, 6 if depth else 1))
        if kind <= 1:
            parts.append(draw(triples | rows | filters))
            continue
        if kind == 6 and may_ask:
            silent = draw(st.sampled_from(["", "SILENT "]))
            parts.append(f"SERVICE {silent}<{OTHER}> {draw(groups(depth - 1, may_ask=False))}")
            continue
        inner = draw(groups(depth - 1, may_ask=may_ask))
        other = draw(groups(depth - 1, may_ask=may_ask))
        forms = [f"OPTIONAL {inner}", f"MINUS {inner}", f"{inner} UNION {other}"]
        forms += [f"{{ SELECT {draw(subjects)} ?c {inner} }}", inner]
        parts.append(forms[kind - 2])
    if may_ask and draw(st.booleans()):
        parts.insert(0, f"SERVICE <{OTHER}> {draw(groups(1, may_ask=False))}")
    return f"{{ {' '.join(parts)} }}"


def found(store: pyoxigraph.Store, query: str) -> Counter[tuple[object, ...]]:
    """Return how often each row comes."""
    solutions = store.query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    return Counter(tuple(map(str, row)) for row in solutions)


def answered(other: pyoxigraph.Store, group: str) -> Table:
    """Return what the other service finds for a block."""
    solutions = other.query(f"SELECT * {group}")
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    body = solutions.serialize(format=QueryResultsFormat.JSON)
    assert body is not None
    return bindings.read(body, 10_000, str)


@given(data, groups(2, may_ask=True))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_answers_are_those_of_the_algebra(quads: list[Quad], group: str) -> None:
    """Rows and how often each comes are the same, and the text that is made is always a query."""
    store, other = pyoxigraph.Store(), pyoxigraph.Store()
    quads = [*quads, Quad(TERMS[0], VERBS[0], TERMS[0], NamedNode(OTHER))]  # no graph is without a triple
    store.extend(quads)
    other.extend(Quad(q.subject, q.predicate, q.object) for q in quads if q.graph_name == NamedNode(OTHER))
    query = vet(f"SELECT ?a ?b ?c {group}", (), BASE, OTHER.__eq__)
    tables = {block: answered(other, query.text[block.inside : block.end]) for block in query.blocks}
    by_hand = query.text.replace("SERVICE SILENT", "GRAPH").replace("SERVICE", "GRAPH")

    store.query(skeleton(query.text, query.blocks))
    assert found(store, fill(query.text, tables)) == found(store, by_hand)
