"""The codebook of the tables: each column, and what the rows were selected from."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache

from kg.store.builds import Build
from kg.store.queries import Query
from kg.web.events import columns
from kg.web.events.columns import Column
from kg.web.events.wanted import ACTOR, DYAD, EVENT, UNITS
from kg.web.negotiation import Alternate
from kg.web.service import Graph
from kg.web.tables import Line, Table, TablesPage, number
from kg.web.values import Value, text
from kg.web.wording import gettext, mark

PATH = "/codebook"
SELECTION = "/selection.csv"
FORMS = (
    Alternate("CSV", f"{PATH}.csv", "text/csv"),
    Alternate("Markdown", f"{PATH}.md", "text/markdown"),
)
HEADS = (
    mark("column"),
    mark("type"),
    mark("meaning"),
    mark("comes from"),
    mark("ICEWS"),
    mark("POLECAT"),
    mark("GDELT"),
)
COLUMNS = ("unit", *(field.name for field in fields(Column)[1:]))
SELECTED = (mark("outlet"), mark("month"), mark("articles"), mark("empty"))
ROWS = 200  # of the selection on the page; the file has all
TITLES = {
    EVENT: mark("Unit event: one row for each record and pair of sides"),
    DYAD: mark("Unit dyad-year: one row for each two states and year"),
    ACTOR: mark("Unit actor-month: one row for each actor and month"),
}
_WORDS = mark(
    "The columns of the tables of events, and those of ICEWS, POLECAT and GDELT that are like them. "
    "An empty cell means that no article tells it, never that it was not so. Texts in CSV that a spreadsheet "
    "would take for a formula begin with an apostrophe."
)


def flat() -> Iterator[tuple[str, ...]]:
    """Return each column of each table as one row of the codebook."""
    return ((unit, *_cells(column)) for unit in UNITS for column in columns.of(unit))


def markdown(graph: Graph) -> str:
    """Return the codebook as Markdown."""
    parts = [f"# Codebook of the tables of Communiqué\n\nBuild {graph.build.hash}. {_WORDS}\n"]
    for unit in UNITS:
        rows = [_cells(column) for column in columns.of(unit)]
        parts.append(f"## {TITLES[unit]}\n\n{_lines([HEADS, ('---',) * len(HEADS), *rows])}")
    counted = [(name, str(count)) for name, count in _counts(graph)]
    parts.append(f"## What was selected from\n\n{_lines([('what', 'number'), ('---', '---'), *counted])}")
    return "\n".join(parts)


def page(graph: Graph) -> TablesPage:
    """Return the codebook for readers."""
    tables = (
        *(_table(unit) for unit in UNITS),
        _articles(graph),
        Table(
            gettext("What was selected from"),
            "selection",
            gettext("What the build read, and what of it told nothing."),
            (gettext("what"), gettext("number")),
            tuple(Line((Value(_read(name)), number(count))) for name, count in _counts(graph)),
        ),
    )
    files = tuple(Alternate(f"{unit}.csv", f"/events.csv?unit={unit}", "text/csv") for unit in UNITS)
    return TablesPage(
        gettext("Codebook"), gettext("Tables of events"), gettext(_WORDS), tables, (*FORMS, *files)
    )


def articles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return how many articles of each outlet and month were read, and how many of them told no record."""
    return _counted(graph.build, graph.queries["codebook-articles"])


@lru_cache(maxsize=4)
def _counted(build: Build, query: Query) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the selection: every article is counted, and a build never changes."""
    return tuple(tuple(text(row, name) or "" for name in SELECTED) for row in build.select(query))


def _articles(graph: Graph) -> Table:
    lines = tuple(Line(tuple(map(Value, row))) for row in articles(graph)[:ROWS])
    caption = gettext(
        "One row for each publisher and month, the first %(number)s; empty: no record was found in it.",
        number=ROWS,
    )
    heads = tuple(map(gettext, SELECTED))
    return Table(gettext("Articles by outlet and month"), "articles", caption, heads, lines)


def _table(unit: str) -> Table:
    lines = tuple(_line(unit, column) for column in columns.of(unit))
    caption = gettext("One row for each column of the table.")
    return Table(gettext(TITLES[unit]), unit, caption, tuple(map(gettext, HEADS)), lines)


def _line(unit: str, column: Column) -> Line:
    cells = tuple(Value(cell, language="en") for cell in _cells(column))
    return Line(cells, f"{unit}-{column.name.lower().replace(' ', '-')}")


def _cells(column: Column) -> tuple[str, ...]:
    return tuple(getattr(column, name) for name in COLUMNS[1:])


def _counts(graph: Graph) -> Iterator[tuple[str, int]]:
    """Yield what the manifest tells of the selection, the reasons for unread sentences each on its own."""
    for name, count in graph.build.manifest.get("selection", {}).items():
        if isinstance(count, dict):
            yield from ((f"{name}: {kind}", each) for kind, each in count.items())
        else:
            yield name, count


def _read(name: str) -> str:
    """Return what the manifest counts, in the language of the page; a reason stands behind a colon."""
    what, colon, why = name.partition(": ")
    return f"{gettext(what)}{colon}{gettext(why) if why else ''}"


def _lines(rows: Iterable[Iterable[str]]) -> str:
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |\n" for row in rows)
