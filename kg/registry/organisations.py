"""International organisations, and named bodies of states that lead to their state."""

from dataclasses import dataclass
from functools import cache

from kg.registry.names import Index, index
from kg.registry.tables import Row, rows

FILE = "organisations.tsv"
COLUMNS = ("key", "label", "names", "kind", "state", "wikidata")
KINDS = (
    "international",
    "government",
    "ministry",
    "parliament",
    "party",
    "court",
    "bank",
    "agency",
    "armed forces",
    "armed group",
    "company",
    "institute",
    "church",
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of `organisations.tsv`.

    Attributes:
        key: "european-commission".
        label: display name.
        names: other names.
        kind: one of `KINDS`.
        state: key of the state that it belongs to or acts from.
        wikidata: "Q8880".
    """

    key: str
    label: str
    names: tuple[str, ...]
    kind: str
    state: str | None
    wikidata: str | None


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return all organisations, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_organisation(row) for row in rows(FILE, COLUMNS))


@cache
def organisation_names() -> Index[Organisation]:
    """Return the index of labels and other names."""
    return index(organisations(), lambda each: (each.label, *each.names))


@cache
def organisation_keys() -> dict[str, Organisation]:
    """Return the organisations by key."""
    return {each.key: each for each in organisations()}


def _organisation(row: Row) -> Organisation:
    return Organisation(
        key=row.need("key"),
        label=row.need("label"),
        names=row.many("names"),
        kind=row.choice("kind", KINDS),
        state=row.one("state"),
        wikidata=row.one("wikidata"),
    )
