"""A comparison for readers: what both have, what we have alone, what they have alone, each with reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from kg.comparing.matching import BOTH, OURS, THEIRS, Finding, Theirs
from kg.web import dates
from kg.web.comparison import words
from kg.web.comparison.gathering import Compared
from kg.web.comparison.wish import PATH, Imported, Wish
from kg.web.negotiation import Alternate
from kg.web.service import Graph
from kg.web.tables import Line, Table, TablesPage
from kg.web.values import Value, text
from kg.web.wording import gettext, mark, number

SHOWN = 100  # lines of each table; the file has all
ROWS = 3  # of their events that are told of one of ours
TITLES = {
    BOTH: mark("Both have it"),
    OURS: mark("We have it, they have not"),
    THEIRS: mark("They have it, we have not"),
}


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the template `compare.html` shows.

    Attributes:
        tables: what was found, as `tables.html` shows it.
        wish: what is compared; None where that is still to be chosen.
        known: the data sets that were imported.
        dyad: path of the page of the dyad; None where there is none.
    """

    tables: TablesPage
    wish: Wish | None
    known: tuple[Imported, ...]
    dyad: str | None


def show(graph: Graph, wish: Wish, made: Compared) -> TablesPage:
    """Return the tables of a comparison."""
    found = made.found
    names = tuple(_name(graph, code) for code in (wish.one, wish.other))
    tables = [table for other, findings in found.items() for table in _tables(graph, other, findings)]
    told = {"with": ",".join(each.name for each in wish.sets), "from": wish.first, "to": wish.last}
    query = urlencode({**told, "days": wish.window})
    forms = (Alternate("CSV", f"{PATH}/{wish.one}/{wish.other}.csv?{query}", "text/csv"),) if found else ()
    return TablesPage(
        kind=gettext("Beside other data sets"),
        title=gettext("%(one)s and %(other)s", one=names[0], other=names[1]),
        words=gettext(
            "Events of one kind between the two states are taken for a match where their days lie near (days "
            "apart, at most: %(number)s). That they are the same event, or that either is right, nobody has "
            "judged.",
            number=wish.window,
        ),
        tables=(_summary(found, made.undated), *tables) if found else (),
        alternates=forms,
    )


def _summary(found: Mapping[Imported, tuple[Finding, ...]], undated: int) -> Table:
    columns = (mark("data set"), mark("both"), mark("of their events"), mark("we alone"), mark("they alone"))
    lines = []
    for other, findings in found.items():
        of = {side: [each for each in findings if each.side == side] for side in (BOTH, OURS, THEIRS)}
        rows = sum(len(each.theirs) for each in of[BOTH])
        counts = (len(of[BOTH]), rows, len(of[OURS]), len(of[THEIRS]))
        lines.append(
            Line((Value(other.title, note=_days(other)), *(Value(number(count)) for count in counts)))
        )
    caption = gettext("One line for each data set. One of our events may have several of theirs.")
    if undated:
        caption += " " + gettext(
            "Records of ours without a day, left out: %(number)s.", number=number(undated)
        )
    return Table(
        gettext("In numbers"),
        "numbers",
        caption,
        tuple(map(gettext, columns)),
        tuple(lines),
    )


def _tables(graph: Graph, other: Imported, findings: tuple[Finding, ...]) -> list[Table]:
    made = []
    for side, title in TITLES.items():
        of = [each for each in findings if each.side == side]
        if of:
            caption = gettext("Events: %(number)s.", number=number(len(of)))
            if len(of) > SHOWN:
                caption += " " + gettext("The first %(number)s; the file has all.", number=SHOWN)
            lines = tuple(_line(graph, each) for each in of[:SHOWN])
            name = f"{other.title}: {gettext(title)}"
            made.append(Table(name, f"{other.name}-{side}", caption, _columns(side), lines))
    return made


def _columns(side: str) -> tuple[str, ...]:
    columns = {
        BOTH: (mark("our event"), mark("day"), mark("their events"), mark("why")),
        OURS: (mark("our event"), mark("day"), mark("why")),
        THEIRS: (mark("their event"), mark("day"), mark("why")),
    }
    return tuple(map(gettext, columns[side]))


def _line(graph: Graph, finding: Finding) -> Line:
    why = Value(words.told(finding.reasons))
    if finding.ours is None:
        row = finding.theirs[0]
        return Line((_theirs(row), Value(dates.day(row.day.isoformat())), why))
    ours = finding.ours
    lead = Value(ours.label, graph.addresses.path(ours.iri))
    day = Value(dates.bounds(ours.first.isoformat(), ours.last.isoformat()))
    if not finding.theirs:
        return Line((lead, day, why))
    rows = tuple(_theirs(row).text for row in finding.theirs[:ROWS])
    more = len(finding.theirs) - ROWS
    told = "; ".join(rows) + (gettext("; and %(number)s more", number=number(more)) if more > 0 else "")
    return Line((lead, day, Value(told, _theirs(finding.theirs[0]).link), why))


def _theirs(row: Theirs) -> Value:
    """Return how an event of theirs is told: its code, and who acts upon whom."""
    sides = tuple(
        name or ", ".join(codes) for name, codes in zip(row.names, (row.sources, row.targets), strict=True)
    )
    link = row.url if row.url.startswith(("https://", "http://")) else None
    return Value(f"{row.code} {' → '.join(sides)}", link, row.iri.rpartition("#")[2])


def _days(other: Imported) -> str:
    if other.first is None or other.last is None:
        return ""
    return dates.bounds(other.first.isoformat(), other.last.isoformat())


def _name(graph: Graph, code: str) -> str:
    """Return the name of a state of the graph; its code where the graph has none."""
    labels = (text(row, "label") for row in graph.rows("states") if text(row, "iso3") == code)
    return next(filter(None, labels), code)
