"""Results, read and compared by what they say."""

import io
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace
from rdflib.compare import isomorphic
from rdflib.query import Result
from rdflib.term import Node

from conformance.suites import File

_RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_OURS = Namespace("urn:table:")
# Forms of results, by media type and by the endings of the suites' files, as rdflib names them.
_TABLES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    ".srj": "json",
    ".srx": "xml",
    ".csv": "csv",
    ".tsv": "tsv",
}
_GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
    ".ttl": "turtle",
    ".nt": "nt",
    ".rdf": "xml",
}
_DECIMALS = {XSD.integer, XSD.decimal}
_FLOATS = {XSD.double, XSD.float}

Row = dict[str, Node]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a SELECT.

    Attributes:
        columns: names of the variables.
        rows: what each binds.
        is_listed: whether the rows stand in a list; rows told by a graph do not, unless they are numbered.
    """

    columns: frozenset[str]
    rows: tuple[Row, ...]
    is_listed: bool = True


Answer = Table | Graph | bool


def read(body: bytes, form: str, base: str) -> Answer:
    """Return a result.

    Args:
        body: the result as it was sent, or as it lies in a file.
        form: media type without parameters, or ending of a file.
        base: what relative IRIs of a graph stand on.

    Raises:
        KeyError: no results have that form.
    """
    if form in _TABLES:
        found = Result.parse(io.BytesIO(body), format=_TABLES[form])
        if found.type == "ASK":
            return bool(found.askAnswer)
        rows = tuple({str(name): term for name, term in row.items()} for row in found.bindings)
        return Table(frozenset(map(str, found.vars or ())), rows)
    return Graph().parse(io.BytesIO(body), format=_GRAPHS[form], publicID=base)


def expected(file: File) -> Answer:
    """Return the result that a file of the suites tells: as such, or as a graph of rows."""
    answer = read(file.path.read_bytes(), file.path.suffix, file.iri)
    results = answer.value(None, RDF.type, _RS.ResultSet) if isinstance(answer, Graph) else None
    return answer if results is None else _told(answer, results)


def is_ordered(query: str) -> bool:
    """Say whether the rows of a query come in an order.

    >>> is_ordered("SELECT * { { SELECT * {} ORDER BY ?x } }")
    False
    """
    return bool(re.search(r"\bORDER\s+BY\b", query.rpartition("}")[2], re.IGNORECASE))


def same(one: Answer, other: Answer, *, ordered: bool = False, lax: bool = False) -> bool:
    """Say whether two results are the same, whatever they call their blank nodes.

    Args:
        one: a result.
        other: another.
        ordered: whether rows must come in the same order.
        lax: whether rows that come several times may come once.
    """
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Table) and isinstance(other, Table):
        ordered = ordered and one.is_listed and other.is_listed
        graphs = (_graph(table, ordered=ordered, lax=lax) for table in (one, other))
        return one.columns == other.columns and isomorphic(*graphs)
    if isinstance(one, Graph) and isinstance(other, Graph):
        return isomorphic(_plain(one), _plain(other))
    return False


def _told(graph: Graph, results: Node) -> Answer:
    truth = graph.value(results, _RS.boolean)
    if truth is not None:
        return str(truth) == "true"
    numbered = {each: graph.value(each, _RS["index"]) for each in graph.objects(results, _RS.solution)}
    is_listed = None not in numbered.values()
    solutions = sorted(numbered, key=lambda each: int(str(numbered[each]))) if is_listed else [*numbered]
    columns = frozenset(map(str, graph.objects(results, _RS.resultVariable)))
    return Table(columns, tuple(_row(graph, each) for each in solutions), is_listed)


def _row(graph: Graph, solution: Node) -> Row:
    bindings = graph.objects(solution, _RS.binding)
    found = ((graph.value(each, _RS.variable), graph.value(each, _RS.value)) for each in bindings)
    return {str(name): term for name, term in found if term is not None}


def _graph(table: Table, *, ordered: bool, lax: bool) -> Graph:
    """Return a table as a graph: one node for each row, with its place or how often it comes."""
    rows = [tuple(sorted((name, _value(term)) for name, term in row.items())) for row in table.rows]
    graph = Graph()
    marked = enumerate(rows) if ordered else ((count, row) for row, count in Counter(rows).items())
    for mark, row in marked:
        node = BNode()
        graph.add((node, _OURS["row"], Literal(0 if lax else mark)))
        for name, term in row:
            graph.add((node, _OURS[f"column:{name}"], term))
    return graph


def _plain(graph: Graph) -> Graph:
    found = Graph()
    for subject, predicate, term in graph:
        found.add((subject, predicate, _value(term)))
    return found


def _value(term: Node) -> Node:
    """Return a term such that equal numbers are the same: a store may write them in its own way."""
    if not isinstance(term, Literal):
        return term
    if term.language:
        return Literal(str(term), lang=term.language.lower())
    if term.datatype == XSD.string:
        return Literal(str(term))
    if term.datatype in _DECIMALS and term.value is not None:
        return Literal(f"{Decimal(term.value).normalize():f}", datatype=term.datatype, normalize=False)
    if term.datatype in _FLOATS and term.value is not None:
        return Literal(repr(float(term.value)), datatype=term.datatype, normalize=False)
    return term


def is_graph(media: str) -> bool:
    """Say whether a media type is one of graphs."""
    return media in _GRAPHS


def is_table(media: str) -> bool:
    """Say whether a media type is one of rows."""
    return media in _TABLES
