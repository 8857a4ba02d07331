"""Maps of the world: states in tones, the darker the more is told of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.web.drawing.shapes import WIDTH, Drawing, Mark, Words, box
from kg.web.wording import gettext, number

BASE = Path(__file__).parent.parent / "static" / "world.svg"  # made by `base.py`
DOT = 2.5  # units: half a state that is too small for the scale
TONES = (1, 2, 4, 10)  # the least number of each tone
LEGEND = 24  # units: the height of what tells the tones
_SHAPE = re.compile(r'<path id="m([^"]+)" d="([^"]+)"/>')
_HEIGHT = re.compile(r'viewBox="0 0 \d+ (\d+)"')


@dataclass(frozen=True, slots=True)
class Told:
    """A state on a map.

    Attributes:
        code: ISO 3166-1 numeric, in three digits.
        name: what it is called.
        number: how much is told of it.
        link: path of its page; None where it has none.
    """

    code: str
    name: str
    number: int
    link: str | None = None


def draw(states: Sequence[Told]) -> Drawing:
    """Return a map of states."""
    shapes, height = outlines(), round(_height())
    placed = [state for state in states if state.code in shapes]
    # The largest lie lowest, so that no dot of a small state is covered.
    placed.sort(key=lambda state: (-len(shapes[state.code]), state.code))
    marks = [Mark(shapes[each.code], _tone(each.number), _title(each), each.link) for each in placed]
    missing = sorted(state.name for state in states if state.code not in shapes)
    note = gettext("Not on this map: %(states)s.", states=", ".join(missing)) if missing else ""
    legend = [Mark(box(60 * n, height + 8, 14, 12), f"tone-{n + 1}") for n in range(len(TONES))]
    words = [Words(60 * n + 20, height + 18, label, "axis") for n, label in enumerate(_labels())]
    return Drawing(WIDTH, height + LEGEND, (*marks, *legend), tuple(words), note, base=True)


@cache
def outlines() -> dict[str, str]:
    """Return the path of each state by its code."""
    return dict(_SHAPE.findall(BASE.read_text(encoding="utf-8")))


@cache
def land() -> str:
    """Return the path of all land."""
    told = BASE.read_text(encoding="utf-8").partition('<g id="land">')[2].partition("</g>")[0]
    return "".join(path for _, path in _SHAPE.findall(told))


@cache
def _height() -> int:
    found = _HEIGHT.search(BASE.read_text(encoding="utf-8"))
    return int(found[1]) if found else 0


def _tone(number: int) -> str:
    return f"tone-{sum(number >= least for least in TONES)}"


def _title(state: Told) -> str:
    return f"{state.name}: {number(state.number)}"


def _labels() -> tuple[str, ...]:
    """Return what the tones stand for."""
    ends = (*(least - 1 for least in TONES[1:]), None)
    pairs = zip(TONES, ends, strict=True)
    return tuple(
        f"{least}" if least == end else f"{least}–{end}" if end else f"{least}+" for least, end in pairs
    )
