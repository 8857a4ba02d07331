"""What a line of another data set of events tells, whatever its format."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

CAMEO, PLOVER = "CAMEO", "PLOVER"
# Event types of the PLOVER codebook (Open Event Data Alliance, edition of 2023).
TYPES = frozenset(
    """
    ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT
    SANCTION SUPPORT THREATEN
    """.split()  # noqa: SIM905 # as a list, nobody would read it
)
_CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{0,2}")  # CAMEO codebook 1.1b3: 20 roots, two to four digits
_EMPTY = frozenset({"", "NULL", "None", "---"})


class OddLineError(Exception):
    """A line cannot be taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as another data set has coded it.

    Attributes:
        id: its name in that data set; letters of IRIs only.
        day: when it was, as the coder has it (ISO 8601).
        code: scheme and code of its kind, as `dip:code` has it ("CAMEO:042").
        sources: keys of the states on the side that acts; empty where that side is no state.
        targets: keys of those that are acted upon.
        names: names of the two sides.
        url: address of the article; empty where the data set has none.
    """

    id: str
    day: str
    code: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    names: tuple[str, str] = ("", "")
    url: str = ""

    @property
    def dyads(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of different states on its two sides, each in the order of the alphabet."""
        if len(self.sources) == len(self.targets) == 1:  # nearly all
            one, other = self.sources[0], self.targets[0]
            return () if one == other else (((one, other) if one < other else (other, one)),)
        pairs = {(min(a, b), max(a, b)) for a in self.sources for b in self.targets if a != b}
        return tuple(sorted(pairs))


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that is not taken.

    Attributes:
        line: its number in the file, from 1.
        reason: what was expected, and what was found.
    """

    line: int
    reason: str


Lines = Iterable[tuple[int, str]]  # with their numbers, from 1, without their ends


@dataclass(frozen=True, slots=True)
class Format:
    """How a data set of events is laid out.

    Attributes:
        title: what the data set is called.
        edition: of the layout.
        source: where the layout is told.
        licence: of the data set.
        scheme: of the codes of events.
        read: yields what each line tells, or why it is not taken; raises OddLineError at the first line
            where that says that no other can be.
    """

    title: str
    edition: str
    source: str
    licence: str
    scheme: str
    read: Callable[[Lines], Iterator[Coded | Aside]]


@cache
def day(text: str, column: str, form: str) -> str:
    """Return a day in ISO 8601.

    Args:
        text: as the line has it.
        column: where it stands.
        form: "YYYYMMDD" or "YYYY-MM-DD".

    Raises:
        OddLineError: it is none.
    """
    try:
        if len(text) != len(form) or not text.isascii():
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise OddLineError(f"{column}: expected a day as {form}, found {text[:40]!r}") from None


@cache
def cameo(text: str, column: str) -> str:
    """Return a code of CAMEO as `dip:code` has it.

    Raises:
        OddLineError: it is none.
    """
    if not _CAMEO.fullmatch(text):
        raise OddLineError(f"{column}: expected a code of CAMEO, found {text[:40]!r}")
    return f"{CAMEO}:{text}"


@cache
def plover(text: str, column: str) -> str:
    """Return an event type of PLOVER as `dip:code` has it.

    Raises:
        OddLineError: it is none.
    """
    if text not in TYPES:
        raise OddLineError(f"{column}: expected an event type of PLOVER, found {text[:40]!r}")
    return f"{PLOVER}:{text}"


def told(text: str) -> str:
    """Return what a cell tells; nothing for the words that stand for nothing.

    >>> told(" Xi Jinping "), told("None"), told("NULL")
    ('Xi Jinping', '', '')
    """
    found = text.strip()
    return "" if found in _EMPTY else found
