"""GDELT 2.0 Event Database: the files `YYYYMMDDHHMMSS.export.CSV`.

Layout: The GDELT Event Database, Data Format Codebook V2.0 of 19 February 2015
(http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf): 61 columns with tabs between,
in UTF-8, no header, nothing quoted. Files of GDELT 1.0 have 58, those of the years before April 2013 57
(no SOURCEURL): they are taken as well, by the number of columns. Countries of actors are CAMEO codes:
those of ISO 3166-1 alpha-3, some of them older ones, and regions. What is not kept stands in the file
under the same GLOBALEVENTID. Use is free with citation
(https://www.gdeltproject.org/about.html#termsofuse).
"""

from collections.abc import Iterator

from kg.comparing import coded, states
from kg.comparing.coded import Aside, Coded, Format, Lines, OddLineError

WIDTHS = (61, 58, 57)  # GDELT 2.0, 1.0 from April 2013 on, 1.0 before
_ID, _DAY, _COUNTRY1, _COUNTRY2, _CODE = 0, 1, 7, 17, 26


def read(lines: Lines) -> Iterator[Coded | Aside]:
    """Yield the event of each line."""
    for number, line in lines:
        try:
            yield _event(line.split("\t"))
        except OddLineError as error:
            yield Aside(number, str(error))


def _event(cells: list[str]) -> Coded:
    if len(cells) not in WIDTHS:
        raise OddLineError(f"expected {WIDTHS[0]} columns with tabs between, found {len(cells)}")
    if not (cells[_ID].isdecimal() and cells[_ID].isascii()):
        raise OddLineError(f"GLOBALEVENTID: expected a number, found {cells[_ID][:40]!r}")
    day = coded.day(cells[_DAY], "SQLDATE", "YYYYMMDD")
    year = int(day[:4])
    one, other = cells[_COUNTRY1], cells[_COUNTRY2]
    return Coded(
        id=cells[_ID],
        day=day,
        code=coded.cameo(cells[_CODE], "EventCode"),
        sources=states.by_code(one, year, "Actor1CountryCode") if one else (),
        targets=states.by_code(other, year, "Actor2CountryCode") if other else (),
        url=cells[-1] if len(cells) > 57 and cells[-1].startswith(("https://", "http://")) else "",
    )


FORMAT = Format(
    title="GDELT 2.0 Event Database",
    edition="Data Format Codebook V2.0, 2015-02-19",
    source="http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf",
    licence="free use with citation of the GDELT Project",
    scheme=coded.CAMEO,
    read=read,
)
