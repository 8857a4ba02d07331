"""POLECAT: the weekly and yearly files `ngecEvents.….txt` of the Harvard Dataverse.

Layout: Scarborough and others, POLitical Event Classification, Attributes, and Types, Harvard Dataverse,
https://doi.org/10.7910/DVN/AJGVIT, as of 2023: a header and 40 columns with tabs between. Some files
have lines that end with more tabs, which is taken, and names of columns vary, so that they are found by
their names. Countries are ISO 3166-1 alpha-3, several with semicolons between; kinds are event types of
PLOVER. There are no addresses of articles. Licence: the terms of the Dataverse, free with citation.
"""

import re
from collections.abc import Iterator

from kg.comparing import coded, headed, states
from kg.comparing.coded import Aside, Coded, Format, Lines, OddLineError
from kg.comparing.headed import Cells

NEEDED = (
    *("Event ID", "Event Date", "Event Type", "Actor Name", "Actor Country"),
    *("Recipient Name", "Recipient Country"),
)
_ID = re.compile(r"[A-Za-z0-9._-]+")


def read(lines: Lines) -> Iterator[Coded | Aside]:
    """Yield the event of each line but the first."""
    return headed.read(lines, NEEDED, _event)


def _event(cells: Cells) -> Coded:
    id_ = cells["Event ID"].strip()
    if not _ID.fullmatch(id_):
        raise OddLineError(f"Event ID: expected letters, digits and hyphens, found {id_[:40]!r}")
    day = coded.day(cells["Event Date"].strip(), "Event Date", "YYYY-MM-DD")
    return Coded(
        id=id_,
        day=day,
        code=coded.plover(cells["Event Type"].strip(), "Event Type"),
        sources=_states(cells, "Actor Country", day),
        targets=_states(cells, "Recipient Country", day),
        names=(coded.told(cells["Actor Name"]), coded.told(cells["Recipient Name"])),
    )


def _states(cells: Cells, column: str, day: str) -> tuple[str, ...]:
    codes = filter(None, (coded.told(code) for code in cells[column].split(";")))
    found = (key for code in codes for key in states.by_code(code, int(day[:4]), column))
    return tuple(dict.fromkeys(found))


FORMAT = Format(
    title="POLECAT",
    edition="Harvard Dataverse, columns as of 2023",
    source="https://doi.org/10.7910/DVN/AJGVIT",
    licence="terms of the Harvard Dataverse, free use with citation",
    scheme=coded.PLOVER,
    read=read,
)
