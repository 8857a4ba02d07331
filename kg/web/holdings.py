"""What the data hold, for readers: the pages beside the documents of `kg.web.metadata`."""

from collections.abc import Iterable

from kg.store.builds import Row
from kg.store.prologue import PREFIXES
from kg.store.queries import Query
from kg.web import negotiation
from kg.web.service import Graph
from kg.web.tables import Line, Table, TablesPage, number
from kg.web.values import Value, name_of, text, value
from kg.web.wording import gettext, mark

_KIND = mark("For machines and readers")
_QUERY = "GRAPH <graphs/metadata>"


def held(graph: Graph) -> TablesPage:
    """Return the page on what the build holds."""
    return TablesPage(
        gettext(_KIND),
        gettext("What the data hold"),
        gettext(
            "How much there is of each class and property in build %(build)s, as VoID. The same can be asked "
            "in SPARQL at %(graph)s, there also for the properties of each class.",
            build=graph.build.hash,
            graph=_QUERY,
        ),
        (_classes(graph), _properties(graph), _links(graph)),
        negotiation.others("/void"),
    )


def prefixes() -> TablesPage:
    """Return the page on the prefixes."""
    lines = tuple(Line((Value(prefix), Value(space, space)), prefix) for prefix, space in PREFIXES.items())
    table = Table(
        gettext("Prefixes"),
        "prefixes",
        gettext("One line for each prefix."),
        _heads(mark("prefix"), mark("namespace")),
        lines,
    )
    words = gettext("A query need not declare these. As a plain map they are at /prefixes.json.")
    return TablesPage(gettext(_KIND), gettext("Prefixes"), words, (table,), negotiation.others("/prefixes"))


def examples(found: Iterable[Query]) -> TablesPage:
    """Return the page on the example queries."""
    lines = tuple(_example(each) for each in found)
    columns = _heads(mark("query"), mark("what one row is"), mark("about"), mark("text"))
    table = Table(
        gettext("Queries"), "queries", gettext("One line for each query; its name opens it."), columns, lines
    )
    words = gettext("Queries to begin with. For machines each is a sh:SPARQLExecutable.")
    return TablesPage(
        gettext(_KIND), gettext("Example queries"), words, (table,), negotiation.others("/examples")
    )


def _example(query: Query) -> Line:
    cells = (
        Value(gettext(query.title), f"/sparql?example={query.name}"),
        Value(query.comment, language="en"),
        Value(gettext(query.field("topic") or "Others")),
        Value(f"{query.name}.rq", f"/sparql/examples/{query.name}.rq"),
    )
    return Line(cells, query.name)


def _classes(graph: Graph) -> Table:
    columns = _heads(mark("class"), mark("things"), mark("triples"), mark("for example"))
    lines = (
        _line(row, graph, _number(row, "things"), _number(row, "triples"), _example_of(row, graph))
        for row in graph.rows("held-classes")
    )
    return Table(
        gettext("Classes"),
        "classes",
        gettext("A thing counts for each of its classes."),
        columns,
        tuple(lines),
    )


def _properties(graph: Graph) -> Table:
    columns = _heads(mark("property"), mark("triples"), mark("different subjects"), mark("different objects"))
    lines = (
        _line(row, graph, *(_number(row, name) for name in ("triples", "subjects", "objects")))
        for row in graph.rows("held-properties")
    )
    return Table(
        gettext("Properties"), "properties", gettext("All triples, by their property."), columns, tuple(lines)
    )


def _links(graph: Graph) -> Table:
    columns = _heads(mark("property"), mark("data set"), mark("links"))
    lines = (
        _line(row, graph, value(row, "target", graph.addresses) or Value(""), _number(row, "triples"))
        for row in graph.rows("held-links")
    )
    return Table(gettext("Links"), "links", gettext("Links to other data sets."), columns, tuple(lines))


def _heads(*names: str) -> tuple[str, ...]:
    return tuple(map(gettext, names))


def _line(row: Row, graph: Graph, *cells: Value) -> Line:
    term = value(row, "term", graph.addresses) or Value("")
    return Line((term, *cells), (text(row, "part") or "").rpartition("#")[2])


def _number(row: Row, name: str) -> Value:
    return number(int(text(row, name) or 0))


def _example_of(row: Row, graph: Graph) -> Value:
    iri = text(row, "example") or ""
    return Value(name_of(iri), graph.addresses.path(iri))
