"""Which states have which offices, so that a title without a state is not given to one that lacks it."""

from dataclasses import dataclass
from functools import cache

from kg.registry.tables import Row, rows

FILE = "governments.tsv"
COLUMNS = ("office", "only", "lack")


@dataclass(frozen=True, slots=True)
class Government:
    """One row of `governments.tsv`.

    Attributes:
        office: a normalised office of `titles.tsv`.
        only: keys of the states that alone have it; empty where any state may.
        lack: keys of states that have it not.
    """

    office: str
    only: frozenset[str]
    lack: frozenset[str]


@cache
def governments() -> dict[str, Government]:
    """Return all rows by office.

    Raises:
        RegistryError: where the table is broken.
    """
    return {row.need("office"): _government(row) for row in rows(FILE, COLUMNS)}


def may_have(state: str, office: str) -> bool:
    """Say whether a state may have an office; its deputies are as the office itself.

    >>> may_have("JPN", "prime minister"), may_have("USA", "deputy prime minister")
    (True, False)
    """
    row = _row(office)
    return row is None or (state in row.only if row.only else state not in row.lack)


def only_state(office: str) -> str | None:
    """Return the one state that has an office.

    >>> only_state("taoiseach"), only_state("president")
    ('IRL', None)
    """
    row = _row(office)
    return next(iter(row.only)) if row is not None and len(row.only) == 1 else None


def _row(office: str) -> Government | None:
    whole = governments().get(office)
    base = office.removeprefix("first ").removeprefix("deputy ").removeprefix("vice ")
    return whole if whole is not None else governments().get(base)


def _government(row: Row) -> Government:
    return Government(row.need("office"), frozenset(row.many("only")), frozenset(row.many("lack")))
