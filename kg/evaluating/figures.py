"""Precision, recall and F1 of counts, and their mean; each rounded to the third digit."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kg.evaluating.scoring import BESIDE, HEADLINE, STATUS, Tally

DIGITS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """What counts come to; 0 where nothing could be right.

    Attributes:
        precision: share of what was found that is right.
        recall: share of what gold tells that is found.
        f1: their harmonic mean.
        hit: how often it is right.
        gold: how often gold tells it.
        found: how often it is found.
    """

    precision: float
    recall: float
    f1: float
    hit: int
    gold: int
    found: int


def figure(tally: Tally) -> Figure:
    """Return what counts come to.

    >>> figure(Tally(3, 4, 6)).f1
    0.6
    """
    precision, recall = tally.right / max(tally.found, 1), tally.right / max(tally.gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if tally.right else 0.0
    precision, recall, f1 = (round(share, DIGITS) for share in (precision, recall, f1))
    return Figure(precision, recall, f1, tally.right, tally.gold, tally.found)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one extractor on all articles.

    Attributes:
        articles: how many were scored.
        layers: by the names of `HEADLINE`, and of those beside it.
        misquoted: claims that rest on words which do not stand at their place.
    """

    articles: int
    layers: Mapping[str, Figure]
    misquoted: int

    @property
    def headline(self) -> float:
        """Return the mean F1 of the layers of the headline that are not empty."""
        counted = [f.f1 for f in (self.layers[name] for name in HEADLINE) if f.gold or f.found]
        return round(sum(counted) / max(len(counted), 1), DIGITS)

    def told(self) -> dict[str, object]:
        """Return them for programs, with the names that the published scoring has."""
        told: dict[str, object] = {"articles": self.articles}
        told |= {name: asdict(self.layers[name]) for name in (*HEADLINE, *BESIDE)}
        told[STATUS] = self.layers[STATUS].precision if self.layers[STATUS].gold else None
        return told | {"headline": self.headline, "quotes that are not in the text": self.misquoted}


def figures(articles: int, tallies: Mapping[str, Tally], misquoted: int) -> Figures:
    """Return the figures of sums of counts."""
    return Figures(articles, {name: figure(tally) for name, tally in tallies.items()}, misquoted)
