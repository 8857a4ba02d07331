"""Whose office a counterpart has: "his Turkish counterpart" is what he is, in another state."""

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Node
from kg.text.material import Material
from kg.text.titles import TitlePhrase

_OFFICE = "counterpart"
_OF_ONE_STATE = frozenset({"secretary of state", "federal councillor"})  # another's is called otherwise
_RANKS = frozenset(
    {
        "HeadOfState",
        "HeadOfGovernment",
        "DeputyHeadOfState",
        "DeputyHeadOfGovernment",
        "Minister",
        "DeputyMinister",
        "Legislator",
    }
)
_REACH = 60  # tokens back to the person whose counterpart it is: the sentence before, at most


def is_counterpart(phrase: TitlePhrase) -> bool:
    """Say whether a title only points to the office of another person."""
    return phrase.entry.office == _OFFICE


def meant(material: Material, phrase: TitlePhrase) -> TitlePhrase | None:
    """Return the title that a phrase has the words of: its own, or for a counterpart that of the other.

    None for a counterpart of nobody whose office is told.
    """
    if not is_counterpart(phrase):
        return phrase
    other = next((title for own in _before(material, phrase) for title in own if _tells(title)), None)
    return replace(other, state=phrase.state, body=phrase.body) if other is not None else None


def _before(material: Material, phrase: TitlePhrase) -> Iterator[list[TitlePhrase]]:
    """Yield the titles of the nearest of those named or entitled before a phrase, of another state."""
    near = range(phrase.start - _REACH, phrase.start)
    told = [(t.start, [t]) for t in material.titles if t.start in near]
    told += [(i, _held(material, node)) for i, node in material.node_at.items() if i in near]
    for _, own in sorted(told, key=lambda each: -each[0]):
        others = [title for title in own if not is_counterpart(title) and title.state != phrase.state]
        if others:
            yield others
            return


def _tells(title: TitlePhrase) -> bool:
    return title.entry.rank in _RANKS and title.entry.office not in _OF_ONE_STATE


def _held(material: Material, person: Node) -> list[TitlePhrase]:
    return [h.title for h in material.held if material.node_of[h.holder] == person]
