"""Codes of event data: what each means, the wider one, and how CAMEO and PLOVER stand to each other."""

from dataclasses import dataclass
from functools import cache

from kg.errors import RegistryError
from kg.registry.tables import Row, rows

FILE = "codes.tsv"
COLUMNS = ("key", "label", "broader", "quad", "matches")
RELATIONS = ("close", "broad", "narrow")


@dataclass(frozen=True, slots=True)
class Code:
    """One row of `codes.tsv`; the head of that file says what each column means and where it comes from.

    Attributes:
        key: "CAMEO:042", as `dip:code` has it.
        label: name of the category.
        broader: key of the wider category.
        quad: quad class, "1" to "4".
        matches: relation and key of codes of the other system.
    """

    key: str
    label: str
    broader: str | None
    quad: str
    matches: tuple[tuple[str, str], ...]

    @property
    def system(self) -> str:
        """Return the name of the system."""
        return self.key.partition(":")[0]

    @property
    def code(self) -> str:
        """Return the code within its system; zeros before it count."""
        return self.key.partition(":")[2]


@cache
def codes() -> tuple[Code, ...]:
    """Return all codes, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    found = tuple(_code(row) for row in rows(FILE, COLUMNS))
    known = {each.key for each in found}
    for each in found:
        if lost := {*filter(None, (each.broader,)), *(key for _, key in each.matches)} - known:
            raise RegistryError(f"{FILE}: expected codes of the table beside {each.key}, found {min(lost)!r}")
    return found


def _code(row: Row) -> Code:
    return Code(
        key=row.need("key"),
        label=row.need("label"),
        broader=row.one("broader"),
        quad=row.choice("quad", ("1", "2", "3", "4")),
        matches=tuple(_match(row, each) for each in row.many("matches")),
    )


def _match(row: Row, text: str) -> tuple[str, str]:
    relation, _, key = text.partition(" ")
    if relation not in RELATIONS:
        expected = ", ".join(RELATIONS)
        raise RegistryError(
            f"{row.file}:{row.line}: expected one of {expected} under 'matches', found {text!r}"
        )
    return relation, key
