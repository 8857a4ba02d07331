"""Records in words and days, as feeds and calendars tell them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from rdflib import URIRef

from kg.store import kept
from kg.vocab import DIP
from kg.web.dates import bounds, day
from kg.web.events import records
from kg.web.events.records import Record
from kg.web.outward.subject import Subject
from kg.web.values import name_of, status_words


@dataclass(frozen=True, slots=True)
class Item:
    """One record.

    Attributes:
        iri: its name for ever.
        title: its display name.
        kind: its class, in words.
        words: how sure it is, when, the sentence and who published it.
        first: when it was first told.
        last: when it was last told.
        record: all that is told.
    """

    iri: str
    title: str
    kind: str
    words: str
    first: datetime
    last: datetime
    record: Record


def items(subject: Subject) -> tuple[Item, ...]:
    """Return the records that the subject has part in, those told last first."""
    made = kept.read(subject.graph.build.folder).made
    found = (_item(record, made) for record in subject.records())
    return tuple(sorted(found, key=lambda item: (-item.last.timestamp(), item.iri)))


def status(record: Record) -> str:
    """Return how sure a record is, in words."""
    told = record.first(DIP.status)
    parts = [status_words(URIRef(told), agreed=record.kind == DIP.Agreement)] if told else []
    if only := record.names(DIP.onlyAccordingTo):
        parts.append(f"only on {only}’s word")
    if deniers := record.names(DIP.deniedBy):
        parts.append(f"denied by {deniers}")
    return "; ".join(parts)


def _item(record: Record, made: datetime) -> Item:
    days = sorted({s.published for s in record.sentences if s.published})
    first, last = (_noon(days[0], made), _noon(days[-1], made)) if days else (made, made)
    return Item(record.iri, records.label(record), name_of(record.kind), _words(record), first, last, record)


def _words(record: Record) -> str:
    when = bounds(record.first(DIP.earliest), record.first(DIP.latest))
    head = ". ".join(part[0].upper() + part[1:] for part in (status(record), when) if part)
    lines = [f"{head}."] if head else []
    for sentence in record.articles[:1]:
        source = ", ".join(filter(None, (sentence.publisher, day(sentence.published))))
        lines.append(f"“{sentence.quote}”" + (f" — {source}" if source else ""))
    if more := len(record.articles) - 1:
        lines.append(f"{more} more article{'s' if more > 1 else ''} tell{'' if more > 1 else 's'} of it.")
    return "\n".join(lines)


def _noon(told: str, otherwise: datetime) -> datetime:
    """Return a day as an instant that is on that day nearly everywhere."""
    try:
        return datetime.combine(date.fromisoformat(told), time(12), UTC)
    except ValueError:
        return otherwise
