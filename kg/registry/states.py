"""States and territories that act in diplomacy: names, demonyms, capitals and codes of other data sets."""

from dataclasses import dataclass
from functools import cache

from kg.errors import RegistryError
from kg.registry.names import Index, index
from kg.registry.tables import Row, rows

FILE = "states.tsv"
STATUSES = ("present", "contested", "territory", "former")
COLUMNS = (
    *("key", "status", "from", "to", "label", "names", "demonyms", "capitals"),
    *("iso2", "iso3", "m49", "cow", "gw", "wikidata", "geonames", "region"),
)


@dataclass(frozen=True, slots=True)
class State:
    """One row of `states.tsv`; the head of that file says what each column means and where it comes from.

    Attributes:
        key: "AZE"; for what has no ISO code a key of our own ("XKX").
        status: "present", "contested", "territory" or "former".
        since: first year in which the row holds, where that tells it from another.
        until: last year in which the row holds.
        label: display name.
        names: other names.
        demonyms: adjectives and nouns for its people ("Chinese", "Turk").
        capitals: cities by whose names news speak of its government.
        iso2: ISO 3166-1 alpha-2.
        iso3: ISO 3166-1 alpha-3.
        m49: United Nations M49, three digits.
        cow: Correlates of War, numeric, without leading zeros.
        gw: Gleditsch and Ward, numeric, without leading zeros.
        wikidata: "Q227".
        geonames: geonameId of the country.
        region: sub-region of M49 by name.
    """

    key: str
    status: str
    since: int | None
    until: int | None
    label: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    iso2: str | None
    iso3: str | None
    m49: str | None
    cow: str | None
    gw: str | None
    wikidata: str | None
    geonames: str | None
    region: str | None


@cache
def states() -> tuple[State, ...]:
    """Return all states, in the order of the table: present, contested, territories, former.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_state(row) for row in rows(FILE, COLUMNS))


def state(key: str) -> State:
    """Return the state with a key.

    Raises:
        RegistryError: where the table has none.
    """
    found = _by_key().get(key)
    if found is None:
        raise RegistryError(f"{FILE}: expected the key of a state, found {key!r}")
    return found


def by_name(form: str) -> State | None:
    """Return the state that a name means; None where none or several have it ("Congo").

    >>> by_name("the People's Republic of China").key
    'CHN'
    """
    return state_names().get(form)


def by_demonym(form: str) -> State | None:
    """Return the state of a demonym; None where none or several have it ("Congolese").

    >>> by_demonym("Azeri").key
    'AZE'
    """
    return state_demonyms().get(form)


def by_capital(form: str) -> State | None:
    """Return the state that news mean when the city is said to act.

    >>> by_capital("Kiev").key
    'UKR'
    """
    return state_capitals().get(form)


@cache
def state_names() -> Index[State]:
    """Return the index of labels and other names."""
    return index(states(), lambda each: (each.label, *each.names))


@cache
def state_demonyms() -> Index[State]:
    """Return the index of demonyms."""
    return index(states(), lambda each: each.demonyms)


@cache
def state_capitals() -> Index[State]:
    """Return the index of cities that stand for governments."""
    return index(states(), lambda each: each.capitals)


@cache
def _by_key() -> dict[str, State]:
    return {each.key: each for each in states()}


def _state(row: Row) -> State:
    return State(
        key=row.need("key"),
        status=row.choice("status", STATUSES),
        since=row.year("from"),
        until=row.year("to"),
        label=row.need("label"),
        names=row.many("names"),
        demonyms=row.many("demonyms"),
        capitals=row.many("capitals"),
        iso2=row.one("iso2"),
        iso3=row.one("iso3"),
        m49=row.one("m49"),
        cow=row.one("cow"),
        gw=row.one("gw"),
        wikidata=row.one("wikidata"),
        geonames=row.one("geonames"),
        region=row.one("region"),
    )
