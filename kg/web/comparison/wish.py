"""What is to be compared: two states, some data sets, a time, and how far days of one event may lie apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.errors import NotFoundError, QueryError
from kg.iris import segment
from kg.store.builds import Build
from kg.vocab import DIP
from kg.web import dates

PATH = "/compare"
WINDOW, WIDEST = 2, 31  # days
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Imported:
    """A data set that lies in a build beside the graph.

    Attributes:
        name: what it is called here.
        title: what it is called.
        edition: of its layout.
        scheme: of its codes.
        graph: IRI of its graph.
        events: how many events it has.
        aside: how many lines of its files were not taken.
        first: the first day of its events; None for an unknown one.
        last: the last one.
    """

    name: str
    title: str
    edition: str
    scheme: str
    graph: str
    events: int
    aside: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be compared.

    Attributes:
        one: code of a state, of ISO 3166-1 alpha-3.
        other: code of the other; the two stand in the order of the alphabet.
        sets: the data sets.
        first: the first day.
        last: the last day.
        window: days that two days of one event may lie apart.
    """

    one: str
    other: str
    sets: tuple[Imported, ...]
    first: date
    last: date
    window: int

    @property
    def dyad(self) -> str:
        """Return the path of the dyad."""
        return f"/{segment(DIP.Dyad)}/{self.one}/{self.other}"


def imported(build: Build) -> tuple[Imported, ...]:
    """Return the data sets of a build, by their names."""
    told: Mapping[str, Mapping[str, Any]] = build.manifest.get("compared", {})
    return tuple(_imported(name, told[name]) for name in sorted(told))


def read(build: Build, one: str, other: str, told: Mapping[str, str]) -> Wish:
    """Return what the parameters of a request, or the options of a command, ask for.

    Raises:
        NotFoundError: no two states, or a data set that was not imported.
        QueryError: another parameter cannot be understood.
    """
    first, second = sorted((_code(one), _code(other)))
    if first == second:
        raise NotFoundError(f"{first}/{second}: expected two states, found one twice")
    sets = _sets(imported(build), told.get("with", ""))
    window = _window(told.get("days", str(WINDOW)))
    begin = min((each.first for each in sets if each.first), default=date.min)
    end = max((each.last for each in sets if each.last), default=date.max)
    begin, end = dates.wanted(told, "from") or begin, dates.wanted(told, "to") or end
    if begin > end:
        raise QueryError(f"from: expected a day before {end}, found {begin}")
    return Wish(first, second, sets, begin, end, window)


def _sets(known: tuple[Imported, ...], told: str) -> tuple[Imported, ...]:
    wanted = told.replace(",", " ").split()
    names = {each.name: each for each in known}
    for name in wanted:
        if name not in names:
            held = ", ".join(names) or "none: `kg compare import` imports one"
            raise NotFoundError(f"with: expected data sets that were imported ({held}), found {name[:40]!r}")
    return tuple(names[name] for name in dict.fromkeys(wanted)) or known


def _code(word: str) -> str:
    code = word.upper()
    if not _CODE.fullmatch(code):
        raise NotFoundError(f"{word[:40]}: expected a code of ISO 3166-1 alpha-3, such as AZE")
    return code


def _window(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) < 3 and int(word) <= WIDEST):
        raise QueryError(f"days: expected a number from 0 to {WIDEST}, found {word[:40]!r}")
    return int(word)


def _imported(name: str, told: Mapping[str, Any]) -> Imported:
    return Imported(
        name=name,
        title=str(told["title"]),
        edition=str(told["edition"]),
        scheme=str(told["scheme"]),
        graph=str(told["graph"]),
        events=int(told["events"]),
        aside=int(told["aside"]),
        first=dates.read(told["first"]),
        last=dates.read(told["last"]),
    )
