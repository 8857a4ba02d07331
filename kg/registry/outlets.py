"""News agencies, newspapers, broadcasters and news sites of the world."""

from dataclasses import dataclass
from functools import cache

from kg.registry.names import Index, index
from kg.registry.tables import Row, rows

FILE = "outlets.tsv"
COLUMNS = ("key", "label", "names", "kind", "state")
KINDS = ("agency", "newspaper", "broadcaster", "magazine", "website", "social platform")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of `outlets.tsv`.

    Attributes:
        key: "xinhua".
        label: display name.
        names: other names.
        kind: one of `KINDS`.
        state: key of the state where it is seated.
    """

    key: str
    label: str
    names: tuple[str, ...]
    kind: str
    state: str | None


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return all outlets, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_outlet(row) for row in rows(FILE, COLUMNS))


@cache
def outlet_names() -> Index[Outlet]:
    """Return the index of labels and other names."""
    return index(outlets(), lambda each: (each.label, *each.names))


@cache
def outlet_keys() -> dict[str, Outlet]:
    """Return the outlets by key."""
    return {each.key: each for each in outlets()}


def _outlet(row: Row) -> Outlet:
    return Outlet(
        key=row.need("key"),
        label=row.need("label"),
        names=row.many("names"),
        kind=row.choice("kind", KINDS),
        state=row.one("state"),
    )
