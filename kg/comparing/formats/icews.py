"""ICEWS Coded Event Data: the files `events.YYYY.….tab` of the Harvard Dataverse.

Layout: Boschee and others, ICEWS Coded Event Data, https://doi.org/10.7910/DVN/28075 (V37; discontinued
on 11 April 2023), and Weekly Event Data, https://doi.org/10.7910/DVN/QI2T9A: a header and 20 columns
with tabs between, cells quoted in some editions; also as CSV. Countries are told by name. An Event ID
comes twice in some years; with its day it is unique. There are no addresses of articles. Licence: the
terms of the Dataverse, free with citation.
"""

from collections.abc import Iterator

from kg.comparing import coded, headed, states
from kg.comparing.coded import Aside, Coded, Format, Lines, OddLineError
from kg.comparing.headed import Cells

NEEDED = (
    *("Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code"),
    *("Target Name", "Target Country"),
)


def read(lines: Lines) -> Iterator[Coded | Aside]:
    """Yield the event of each line but the first."""
    return headed.read(lines, NEEDED, _event)


def _event(cells: Cells) -> Coded:
    id_ = cells["Event ID"].strip()
    if not (id_.isdecimal() and id_.isascii()):
        raise OddLineError(f"Event ID: expected a number, found {id_[:40]!r}")
    day = coded.day(cells["Event Date"].strip(), "Event Date", "YYYY-MM-DD")
    return Coded(
        id=f"{id_}-{day}",
        day=day,
        code=coded.cameo(cells["CAMEO Code"].strip(), "CAMEO Code"),
        sources=_states(cells, "Source Country", day),
        targets=_states(cells, "Target Country", day),
        names=(coded.told(cells["Source Name"]), coded.told(cells["Target Name"])),
    )


def _states(cells: Cells, column: str, day: str) -> tuple[str, ...]:
    name = coded.told(cells[column])
    return states.by_label(name, int(day[:4]), column) if name else ()


FORMAT = Format(
    title="ICEWS Coded Event Data",
    edition="Harvard Dataverse V37, 2023-04-11",
    source="https://doi.org/10.7910/DVN/28075",
    licence="terms of the Harvard Dataverse, free use with citation",
    scheme=coded.CAMEO,
    read=read,
)
