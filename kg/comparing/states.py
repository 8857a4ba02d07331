"""Which state a code or a name of another data set means, at the day of its event."""

from functools import cache

from kg.comparing.coded import OddLineError
from kg.registry.states import State, by_name, states

# Codes of CAMEO that differ from ISO 3166-1: the codebook has the edition of 1999.
_OLD = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD"}
# Codes of CAMEO for regions, cities and lands that are no state of the registry.
_REGIONS = frozenset(
    """
    WSB BAG GZS AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF
    WAF WST
    """.split()  # noqa: SIM905 # as a list, nobody would read it
)


@cache
def by_code(code: str, year: int, column: str) -> tuple[str, ...]:
    """Return the key of the state that a code of three letters means in a year.

    A code of today that stands for an earlier state in that year leads there: by the number that both have in
    the Correlates of War ("RUS" in 1985 is the Soviet Union).

    Returns: nothing for a region.

    Raises:
        OddLineError: nothing has that code.
    """
    if code in _REGIONS:
        return ()
    row = _codes().get(_OLD.get(code, code))
    if row is None:
        raise OddLineError(f"{column}: expected a country code, found {code[:40]!r}")
    return (_at(row, year).key,)


@cache
def by_label(name: str, year: int, column: str) -> tuple[str, ...]:
    """Return the key of the state that a name means in a year.

    Raises:
        OddLineError: no state has that name, or several have it.
    """
    row = by_name(name)
    if row is None:
        raise OddLineError(f"{column}: expected the name of a state, found {name[:40]!r}")
    return (_at(row, year).key,)


def _at(row: State, year: int) -> State:
    """Return what stood in a state's place in a year, by the Correlates of War; else itself."""
    if _holds(row, year) or row.cow is None:
        return row
    others = (each for each in states() if each.cow == row.cow and _holds(each, year))
    return next(others, row)


def _holds(row: State, year: int) -> bool:
    return (row.since or year) <= year <= (row.until or year)


@cache
def _codes() -> dict[str, State]:
    return {code: row for row in reversed(states()) for code in (row.key, row.iso3) if code}
