"""Codes that states had in the past, where the same state has another one today."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.errors import RegistryError
from kg.registry.states import State, state
from kg.registry.tables import Row, rows

FILE = "former_codes.tsv"
COLUMNS = ("key", "from", "to")
SCHEMES = ("COW", "GW", "M49")


@dataclass(frozen=True, slots=True)
class FormerCode:
    """One row of `former_codes.tsv`; the head of that file says what each column means and whose codes.

    Attributes:
        scheme: "COW", "GW" or "M49".
        code: the code in it; zeros before it count.
        state: the state that had it.
        first: first day on which it held; None where it did so since the list began.
        last: last day on which it held.
    """

    scheme: str
    code: str
    state: State
    first: date | None
    last: date


@cache
def former_codes() -> tuple[FormerCode, ...]:
    """Return all codes that no longer hold, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_read(row) for row in rows(FILE, COLUMNS))


def _read(row: Row) -> FormerCode:
    scheme, code, key = (*row.need("key").split(":"), "", "")[:3]
    if scheme not in SCHEMES or not code.isdecimal():
        raise RegistryError(
            f"{row.file}:{row.line}: expected a scheme ({', '.join(SCHEMES)}), a code and a state "
            f"under 'key', found {row.need('key')!r}"
        )
    first = _day(row, "from") if row.one("from") else None
    return FormerCode(scheme, code, state(key), first, _day(row, "to"))


def _day(row: Row, column: str) -> date:
    found = row.need(column)
    try:
        return date.fromisoformat(found)
    except ValueError as error:
        raise RegistryError(
            f"{row.file}:{row.line}: expected a day under {column!r}, found {found!r}"
        ) from error
