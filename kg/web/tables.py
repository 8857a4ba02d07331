"""Pages that are tables: what the data hold, which builds there are."""

from dataclasses import dataclass

from flask import render_template

from kg.web.negotiation import Alternate
from kg.web.values import Value
from kg.web.wording import number as written


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    Attributes:
        cells: the first is what the line is about.
        anchor: name of the line in the page; empty where it has none.
    """

    cells: tuple[Value, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        title: what stands over it.
        anchor: its name in the page.
        caption: what a line is.
        columns: name of each column.
        lines: what it holds.
    """

    title: str
    anchor: str
    caption: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TablesPage:
    """What the template `tables.html` shows.

    Attributes:
        kind: what stands over the title.
        title: title of the page.
        words: what it is about.
        tables: those that have lines are shown.
        alternates: path and name of each other form.
    """

    kind: str
    title: str
    words: str
    tables: tuple[Table, ...]
    alternates: tuple[Alternate, ...]


def write(page: TablesPage) -> str:
    """Return the page as HTML."""
    return render_template("tables.html", page=page)


def number(value: int) -> Value:
    """Return a number as it is read.

    >>> number(205376).text
    '205,376'
    """
    return Value(written(value))
