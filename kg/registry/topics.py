"""The scheme of issues: labels, other names, wider issues, and who uses a contested name."""

from dataclasses import dataclass
from functools import cache

from kg.registry.names import Index, index
from kg.registry.tables import Row, rows

FILE = "topics.tsv"
COLUMNS = ("key", "label", "names", "broader", "used_by")


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of `topics.tsv`.

    Attributes:
        key: "belt-and-road".
        label: display name.
        names: other names.
        broader: key of the wider issue; None for a top issue.
        used_by: keys of the states whose authorities use a contested name.
    """

    key: str
    label: str
    names: tuple[str, ...]
    broader: str | None
    used_by: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_topic(row) for row in rows(FILE, COLUMNS))


@cache
def topic_names() -> Index[Topic]:
    """Return the index of labels and other names; most are in small letters and found in either case."""
    return index(topics(), lambda each: (each.label, *each.names))


@cache
def topic_keys() -> dict[str, Topic]:
    """Return the topics by key."""
    return {each.key: each for each in topics()}


def _topic(row: Row) -> Topic:
    return Topic(
        key=row.need("key"),
        label=row.need("label"),
        names=row.many("names"),
        broader=row.one("broader"),
        used_by=row.many("used_by"),
    )
