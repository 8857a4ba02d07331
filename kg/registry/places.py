"""Cities, meeting places and regions, with the states that they lie in."""

from dataclasses import dataclass
from functools import cache

from kg.registry.names import Index, index
from kg.registry.tables import Row, rows

FILE = "places.tsv"
COLUMNS = ("key", "label", "names", "kind", "state", "within", "geonames")
KINDS = ("city", "site", "region", "area", "water")


@dataclass(frozen=True, slots=True)
class Place:
    """One row of `places.tsv`.

    Attributes:
        key: "sharm-el-sheikh".
        label: display name.
        names: other names.
        kind: one of `KINDS`.
        state: key of the state; None where it lies in none, in several, or where that is disputed.
        within: key of a larger place.
        geonames: geonameId.
    """

    key: str
    label: str
    names: tuple[str, ...]
    kind: str
    state: str | None
    within: str | None
    geonames: str | None


@cache
def places() -> tuple[Place, ...]:
    """Return all places, in the order of the table: capitals, other cities, sites and regions.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_place(row) for row in rows(FILE, COLUMNS))


@cache
def place_names() -> Index[Place]:
    """Return the index of labels and other names; `get` gives None for a name of several ("Tripoli")."""
    return index(places(), lambda each: (each.label, *each.names))


@cache
def place_keys() -> dict[str, Place]:
    """Return the places by key."""
    return {each.key: each for each in places()}


def _place(row: Row) -> Place:
    return Place(
        key=row.need("key"),
        label=row.need("label"),
        names=row.many("names"),
        kind=row.choice("kind", KINDS),
        state=row.one("state"),
        within=row.one("within"),
        geonames=row.one("geonames"),
    )
