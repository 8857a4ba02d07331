"""A calendar of events and agreements (iCalendar, RFC 5545), each with its status.

By hand: the format is a list of lines; its well-kept library judges them in the tests.
"""

from collections.abc import Iterator
from datetime import timedelta

from rdflib import URIRef

from kg.store import kept
from kg.vocab import DIP
from kg.web import dates
from kg.web.citations import NAME
from kg.web.outward import told
from kg.web.outward.subject import Subject
from kg.web.outward.told import Item

WIDTH = 75  # bytes of a line, at the most (section 3.1)
# A day that is known less well than to a month or so would only cover the calendar.
WIDEST = timedelta(days=31)
# What is announced is not known to take place; what is only denied does not stand in a calendar as to come.
STATUS = {
    DIP.Occurred: "CONFIRMED",
    DIP.Planned: "TENTATIVE",
    DIP.Proposed: "TENTATIVE",
    DIP.Cancelled: "CANCELLED",
    DIP.Denied: "CANCELLED",
}
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def write(subject: Subject) -> str:
    """Return the events and agreements that the subject has part in, as a calendar."""
    made = kept.read(subject.graph.build.folder).made
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{NAME}//{subject.graph.build.hash}//EN",
        f"X-WR-CALNAME:{_text(f'{subject.title} · {NAME}')}",
        f"URL:{subject.iri}",
        f"LAST-MODIFIED:{made:%Y%m%dT%H%M%SZ}",  # of a calendar: RFC 7986, section 5.4
    ]
    for item in told.items(subject):
        lines += _event(item)
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in fold(line))


def fold(line: str) -> Iterator[str]:
    """Yield a line in parts that have at most 75 bytes, the later ones with a space before them."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > WIDTH:
            yield part
            part, size = " ", 1
        part, size = part + character, size + width
    yield part


def _event(item: Item) -> Iterator[str]:
    record, status = item.record, item.record.first(DIP.status)
    begin, end = dates.read(record.first(DIP.earliest)), dates.read(record.first(DIP.latest))
    if status is None or begin is None or end is None or end < begin:
        return  # a statement, or nothing that has a day
    # The interval of a stay is written with a slash; bounds that are not equal are one day, not known which.
    is_known = begin == end or "/" in (record.first(DIP.when) or "")
    if not is_known and end - begin > WIDEST:
        return
    doubt = "" if is_known else "\nThe day is not known: it lies within these."
    yield "BEGIN:VEVENT"
    yield f"UID:{item.iri}"
    yield f"DTSTAMP:{item.last:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{item.last:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{begin:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}"  # the day after the last (section 3.6.1)
    yield f"STATUS:{STATUS[URIRef(status)]}"
    yield f"SUMMARY:{_text(item.title)}"
    yield f"DESCRIPTION:{_text(item.words + doubt)}"
    if places := record.names(DIP.place):
        yield f"LOCATION:{_text(places)}"
    yield f"CATEGORIES:{_text(item.kind)}"
    yield f"URL:{item.iri}"
    yield f"TRANSP:{'OPAQUE' if is_known else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Return words as a value of type TEXT (section 3.3.11), without what no line may hold."""
    kept_ = "".join(c for c in words if c >= " " or c in "\n\r")
    return kept_.translate(_ESCAPED)
