"""What a drawing is made of: paths and words in inks.

An ink is told twice, and both must agree: `INKS` holds the presentation attributes that a drawing carries
wherever it is opened, in the colours of print; the class of the same name in `style.css` takes their place
on a page, which may be dark (a style sheet is stronger than a presentation attribute).
"""

import unicodedata
from dataclasses import dataclass
from itertools import accumulate, groupby, takewhile
from typing import ClassVar

WIDTH = 1100  # units: a page's column; narrower screens scroll
LETTER = 6.4  # units: mean width of a letter at the size of words, 12
WIDE = 12.0  # units: of a letter of East Asia
SANS = "Inter, system-ui, sans-serif"
PAPER, INK, SOFT, LINE, LINK = "#fbfaf6", "#1c1d20", "#595d64", "#dedbd2", "#0b4f6c"
OCCURRED, PLANNED, DENIED, HEARSAY = "#1f6b45", "#5a4a9c", "#a3262a", "#7d5200"

INKS: dict[str, dict[str, str]] = {
    "grid": {"stroke": LINE, "fill": "none"},
    "occurred": {"stroke": OCCURRED, "fill": OCCURRED, "stroke-width": "1.5"},
    "planned": {"stroke": PLANNED, "fill": PAPER, "stroke-width": "1.5", "stroke-dasharray": "3 2"},
    "untold": {"stroke": SOFT, "fill": PAPER, "stroke-width": "1.5"},
    "crossed": {"stroke": DENIED, "fill": "none", "stroke-width": "2"},
    "tone-1": {"fill": LINK, "fill-opacity": ".3"},
    "tone-2": {"fill": LINK, "fill-opacity": ".5"},
    "tone-3": {"fill": LINK, "fill-opacity": ".75"},
    "tone-4": {"fill": LINK, "fill-opacity": "1"},
    "land": {"fill": LINE, "stroke": PAPER, "stroke-width": ".6"},
    "tie-1": {"stroke": SOFT, "stroke-width": "1"},
    "tie-2": {"stroke": SOFT, "stroke-width": "2"},
    "tie-3": {"stroke": SOFT, "stroke-width": "3"},
    "tie-4": {"stroke": SOFT, "stroke-width": "4.5"},
    "tie-planned": {"stroke": PLANNED, "stroke-width": "1.5", "stroke-dasharray": "3 2"},
    "actor": {"fill": LINK, "stroke": PAPER, "stroke-width": "1.5"},
    "amount": {"fill": LINK, "stroke": "none"},
    "words": {"fill": INK, "stroke": PAPER, "stroke-width": "3", "paint-order": "stroke"},
    "within": {"fill": PAPER},
    "axis": {"fill": SOFT},
    "lane": {"fill": INK, "font-weight": "600"},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape.

    Attributes:
        path: its outline, as in the attribute `d` of an SVG path.
        ink: a key of `INKS`.
        title: what it stands for, in words.
        link: path of the page of what it stands for; None where there is none.
    """

    path: str
    ink: str
    title: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a drawing.

    Attributes:
        x: where they begin, stand in the middle, or end.
        y: their base line.
        text: the words.
        ink: a key of `INKS`.
        anchor: `start`, `middle` or `end`.
        link: path of the page of what they name; None where there is none.
    """

    x: float
    y: float
    text: str
    ink: str = "words"
    anchor: str = "start"
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, in units of a pixel at its natural size.

    Attributes:
        width: from the left edge, which is 0.
        height: from the upper edge, which is 0.
        marks: the shapes, the lowest first.
        words: the words, over all shapes.
        note: what the drawing leaves out; empty where it leaves out nothing.
        base: whether the land of the world lies under the shapes; it is large, and many pages share it.
    """

    width: int
    height: int
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]
    note: str = ""
    base: bool = False
    font: ClassVar[str] = SANS
    paper: ClassVar[str] = PAPER

    @property
    def layers(self) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
        """Return the shapes, those that follow each other in one ink together."""
        return tuple((ink, tuple(marks)) for ink, marks in groupby(self.marks, lambda mark: mark.ink))

    @staticmethod
    def ink(name: str) -> dict[str, str]:
        """Return the presentation attributes of an ink."""
        return INKS[name]


def wide(text: str) -> float:
    """Return about how wide words are, in units."""
    return sum(map(_room, text))


def cut(text: str, room: float) -> str:
    """Return words, cut where they are wider than the room, in units.

    >>> cut("Meeting in Baku", 60)
    'Meeting…'
    """
    if wide(text) <= room:
        return text
    kept = sum(1 for _ in takewhile(lambda so_far: so_far + LETTER <= room, accumulate(map(_room, text))))
    return f"{text[:kept].rstrip()}…"


def _room(letter: str) -> float:
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else LETTER


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the path of a line."""
    return f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"


def bar(x1: float, x2: float, y: float, half: float) -> str:
    """Return the path of a bar with round ends, twice the half high: a circle without length."""
    turn = f"a{half} {half} 0 0 1"
    return f"M{x1:.1f} {y - half:.1f}H{x2:.1f}{turn} 0 {2 * half}H{x1:.1f}{turn} 0 {-2 * half}Z"


def diamond(x1: float, x2: float, y: float, half: float) -> str:
    """Return the path of a diamond, drawn out from one point to the other."""
    tip = half * 1.35  # so that it looks as large as a circle
    return (
        f"M{x1 - tip:.1f} {y:.1f}L{x1:.1f} {y - tip:.1f}H{x2:.1f}"
        f"L{x2 + tip:.1f} {y:.1f}L{x2:.1f} {y + tip:.1f}H{x1:.1f}Z"
    )


def cross(x: float, y: float, half: float) -> str:
    """Return the path of a cross that strikes out what stands there."""
    return line(x - half, y - half, x + half, y + half) + line(x - half, y + half, x + half, y - half)


def box(left: float, upper: float, width: float, height: float) -> str:
    """Return the path of a rectangle."""
    return f"M{left:.1f} {upper:.1f}h{width:.1f}v{height:.1f}h{-width:.1f}Z"
