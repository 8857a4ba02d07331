"""Which events of two data sets may be the same: by the pair of states, the day, and the kind.

A match says that both tell of an event of one kind between two states at about one time. That it is the same
event nobody has judged: two meetings on one day look alike.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

BOTH, OURS, THEIRS = "both", "ours", "theirs"
CODES = 3  # kinds that are told of days on which others are found
_ROOT = 2  # digits of a code of CAMEO that tell its kind


@dataclass(frozen=True, slots=True)
class Ours:
    """A record of ours between two states.

    Attributes:
        iri: its name.
        label: display name.
        kind: what its class is called.
        first: the first day on which it may have been.
        last: the last one.
        status: its status in a word; "occurred", or nothing of what has none.
        codes: its codes, as `dip:code` has them.
        urls: addresses of the articles that tell of it.
        acting: codes of the states that are told to have acted upon the other.
        sides: codes of those of the two states whose people are told.
    """

    iri: str
    label: str
    kind: str
    first: date
    last: date
    status: str = ""
    codes: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()

    def days_to(self, day: date) -> int:
        """Return how many days another day lies after its last day; below 0 before its first one."""
        if day > self.last:
            return (day - self.last).days
        return min(0, (day - self.first).days)


@dataclass(frozen=True, slots=True)
class Theirs:
    """An event of another data set between the same two states.

    Attributes:
        iri: its name.
        day: when it was.
        code: its code, as `dip:code` has it.
        sources: codes of the states that act.
        targets: codes of those acted upon.
        names: names of the two sides.
        url: address of the article; empty where none is told.
    """

    iri: str
    day: date
    code: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is matched, or is not.

    Attributes:
        name: which reason; what is said of it is not told here.
        values: what is filled in.
    """

    name: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A record of ours with those events of theirs that match it, or one of either that is alone.

    Attributes:
        side: `BOTH`, `OURS` or `THEIRS`.
        ours: None where they alone have it.
        theirs: the best match first; empty where we alone have it.
        reasons: what speaks for the match, or why there may be none.
    """

    side: str
    ours: Ours | None
    theirs: tuple[Theirs, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What two data sets are compared within.

    Attributes:
        window: days that two days of one event may lie apart.
        scheme: of their codes.
        covered: kinds that we look for, as `family` tells them.
        begin: the first day that they tell of, whatever the states; None for an unknown one.
        end: the last one.
        published: days on which articles of ours were published.
    """

    window: int
    scheme: str
    covered: frozenset[str]
    begin: date | None = None
    end: date | None = None
    published: frozenset[date] = frozenset()


def family(code: str) -> str:
    """Return the kind that a code stands for: of CAMEO its root, of PLOVER its event type.

    >>> family("CAMEO:042"), family("PLOVER:CONSULT")
    ('CAMEO:04', 'PLOVER:CONSULT')
    """
    scheme, _, rest = code.partition(":")
    return f"{scheme}:{rest[:_ROOT]}" if scheme == "CAMEO" else code


def match(ours: Sequence[Ours], theirs: Sequence[Theirs], frame: Frame) -> tuple[Finding, ...]:
    """Return what both have, what we have alone, and what they have alone; each in the order of days."""
    return tuple(_Matching(ours, theirs, frame).findings())


class _Matching:
    """One comparison; what several of their events of a day share is looked for once."""

    def __init__(self, ours: Sequence[Ours], theirs: Sequence[Theirs], frame: Frame) -> None:
        self._frame = frame
        self._ours = sorted(ours, key=lambda one: (one.first, one.iri))
        self._theirs = sorted(theirs, key=lambda one: (one.day, one.iri))
        self._urls = {url for one in ours for url in one.urls}
        self._near: dict[tuple[date, str], tuple[Ours, ...]] = {}

    def findings(self) -> Iterator[Finding]:
        found: dict[str, list[Theirs]] = {}
        alone: list[Theirs] = []
        for each in self._theirs:
            if (best := self._best(each)) is None:
                alone.append(each)
            else:
                found.setdefault(best.iri, []).append(each)
        for one in self._ours:
            if one.iri in found:
                rows = tuple(sorted(found[one.iri], key=lambda row: _distance(one, row)))
                yield Finding(BOTH, one, rows, tuple(self._matched(one, rows)))
        for one in self._ours:
            if one.iri not in found:
                yield Finding(OURS, one, (), tuple(self._without(one)))
        for each in alone:
            yield Finding(THEIRS, None, (each,), tuple(self._unknown(each)))

    def _best(self, row: Theirs) -> Ours | None:
        return min(self._candidates(row), key=lambda one: _distance(one, row), default=None)

    def _candidates(self, row: Theirs) -> tuple[Ours, ...]:
        """Return the records of the kind of one of their events whose days are near."""
        key = row.day, family(row.code)
        if key not in self._near:
            near = (one for one in self._ours if abs(one.days_to(row.day)) <= self._frame.window)
            self._near[key] = tuple(one for one in near if key[1] in map(family, one.codes))
        return self._near[key]

    def _matched(self, one: Ours, rows: Sequence[Theirs]) -> Iterator[Reason]:
        best = rows[0]
        days = one.days_to(best.day)
        if days:
            yield Reason("later" if days > 0 else "earlier", (("number", abs(days)),))
        elif one.first != one.last:
            yield Reason("within")
        else:
            yield Reason("same-day")
        if best.url and best.url in one.urls:
            yield Reason("same-article")
        if _is_reversed(one, best):
            yield Reason("reversed")
        if len(rows) > 1:
            yield Reason("several", (("number", len(rows)),))
        yield from _caution(one)

    def _without(self, one: Ours) -> Iterator[Reason]:
        """Yield why they may not have a record of ours."""
        frame, window = self._frame, timedelta(self._frame.window)
        kinds = {family(code) for code in one.codes if code.startswith(f"{frame.scheme}:")}
        if (
            frame.begin
            and frame.end
            and not (one.last + window >= frame.begin and one.first - window <= frame.end)
        ):
            yield Reason(
                "not-imported", (("first", frame.begin.isoformat()), ("last", frame.end.isoformat()))
            )
            return
        if not kinds:
            yield Reason("no-code", (("scheme", frame.scheme),))
        near = [row for row in self._theirs if abs(one.days_to(row.day)) <= frame.window]
        if near:
            yield Reason("coded-otherwise", (("codes", _counted(row.code for row in near)),))
        else:
            yield Reason("nothing-theirs", (("number", frame.window),))
        away = [abs(one.days_to(row.day)) for row in self._theirs if family(row.code) in kinds]
        if away and min(away) > frame.window:
            yield Reason("nearest", (("number", min(away)),))
        yield from _caution(one)

    def _unknown(self, row: Theirs) -> Iterator[Reason]:
        """Yield why we may not have an event of theirs."""
        kind = family(row.code)
        if kind not in self._frame.covered:
            yield Reason("not-covered", (("code", kind),))
        if row.url and row.url in self._urls:
            yield Reason("article-read")
        near = [one for one in self._ours if abs(one.days_to(row.day)) <= self._frame.window]
        if near:
            yield Reason("told-otherwise", (("kinds", _counted(one.kind for one in near)),))
        elif not any(row.day + timedelta(n) in self._frame.published for n in range(self._frame.window + 1)):
            yield Reason("no-article", (("number", self._frame.window),))
        else:
            yield Reason("nothing-ours")
        away = [abs(one.days_to(row.day)) for one in self._ours if kind in map(family, one.codes)]
        if away:
            yield Reason("nearest", (("number", min(away)),))


def _distance(one: Ours, row: Theirs) -> tuple[bool, int, bool, date, str, str]:
    same = bool(row.url) and row.url in one.urls
    return not same, abs(one.days_to(row.day)), _is_reversed(one, row), one.first, one.iri, row.iri


def _is_reversed(one: Ours, row: Theirs) -> bool:
    """Say whether it is told that one state acted, and they have it acted upon."""
    acting = set(one.acting)
    return not acting.isdisjoint(row.targets) and acting.isdisjoint(row.sources)


def _caution(one: Ours) -> Iterator[Reason]:
    """Yield what makes a record of ours hard to find elsewhere."""
    if len(one.sides) == 1:
        yield Reason("one-side", (("side", one.sides[0]),))
    if one.status not in {"", "occurred"}:
        yield Reason("not-occurred", (("status", one.status),))


def _counted(names: Iterable[str]) -> str:
    """Return names with their numbers, the most frequent first."""
    found: Mapping[str, int] = Counter(names)
    first = sorted(found, key=lambda name: (-found[name], name))
    told = ", ".join(name if found[name] == 1 else f"{name} ({found[name]})" for name in first[:CODES])
    return told + (", …" if len(first) > CODES else "")
