"""Which states and bodies well-known persons speak for, so that "President Weber" finds hers."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from kg.registry.tables import Row, rows
from kg.registry.words import words

FILE = "leaders.tsv"
COLUMNS = ("of", "heads of state", "heads of government", "foreign ministers", "others")
_RANKS = {  # ranks by which one word of a name tells who is meant, of states and of bodies
    "heads of state": frozenset({"HeadOfState"}),
    "heads of government": frozenset({"HeadOfGovernment"}),
    "foreign ministers": frozenset({"Minister"}),
    "others": frozenset[str](),
}
_STRICT = {"HeadOfState": "heads of state", "HeadOfGovernment": "heads of government"}
_OWN = _STRICT | {"Minister": "foreign ministers"}  # the columns of ranks whose holders are listed as such
_NO_NAME = frozenset({"king", "queen", "emperor", "prince", "pope", "grand", "duke", "jr", "sheikh"})
_FULL = 2  # words from which a name tells one person


@dataclass(frozen=True, slots=True)
class Leader:
    """One name of `leaders.tsv`.

    Attributes:
        of: key of the state or body.
        column: what the person is there.
        words: the name in plain small letters, without particles and initials.
    """

    of: str
    column: str
    words: tuple[str, ...]


@cache
def leaders() -> tuple[Leader, ...]:
    """Return all names, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(each for row in rows(FILE, COLUMNS) for each in _names(row))


def speaks_for(name: str, rank: str, among: Container[str]) -> str | None:
    """Return the key of the state or body whose office of a rank the bearer of a name holds.

    `among` are the keys that may be meant. A head of state or government is looked for among those alone.
    None where no row has the name, or several.

    >>> speaks_for("Joseph R. Biden", "HeadOfState", {"USA", "CHN"})
    'USA'
    """
    asked = _words(name)
    found = {each.of for each in leaders() if each.of in among and _is_meant(each, asked, rank)}
    return found.pop() if len(found) == 1 else None


def leads(name: str, rank: str, of: str) -> bool:
    """Say whether the bearer of a full name is listed as a head, or as the foreign minister, of a state.

    >>> leads("Emmanuel Macron", "HeadOfState", "FRA"), leads("Emmanuel Macron", "Minister", "FRA")
    (True, False)
    """
    asked = _words(name)
    own = (each for each in leaders() if each.of == of and each.column == _OWN.get(rank))
    return len(asked) >= _FULL and any(_is_meant(each, asked, rank) for each in own)


@cache
def led_by(name: str) -> frozenset[str]:
    """Return the keys of all states and bodies that the bearer of a full name is listed for.

    >>> sorted(led_by("Emmanuel Macron")), sorted(led_by("Macron"))
    (['FRA'], [])
    """
    asked = _words(name)
    if len(asked) < _FULL:
        return frozenset()
    return frozenset(each.of for each in leaders() if len(each.words) >= _FULL and _is_meant(each, asked, ""))


def _names(row: Row) -> tuple[Leader, ...]:
    of = row.need("of")
    return tuple(Leader(of, c, _words(name)) for c in COLUMNS[1:] for name in row.many(c))


def _is_meant(leader: Leader, asked: tuple[str, ...], rank: str) -> bool:
    if not asked or not leader.words or _STRICT.get(rank, leader.column) != leader.column:
        return False
    short, long = sorted((leader.words, asked), key=len)
    if len(short) >= _FULL:
        return set(short) <= set(long)
    return rank in _RANKS[leader.column] and asked == short and short[0] in {long[0], long[-1]}


def _words(name: str) -> tuple[str, ...]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    parts = re.sub(r"[^\w\s-]", "", plain).replace("-", " ").replace("\u0131", "i").split()
    return tuple(p for p in parts if len(p) > 1 and p not in words("particle") and p not in _NO_NAME)
