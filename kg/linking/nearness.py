"""Those of a state whose names are near one of ours, found without comparing all with all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.linking import wordings
from kg.matching import Profile
from kg.spelling import alike, sounds

NEAR = 0.72  # likeness of names at which somebody is looked at
SURE = 0.92  # likeness from which other spellings need not be looked up
MOST = 20  # of the nearest that are looked at: a name that has more tells little


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of somebody.

    Attributes:
        item: whose.
        name: one of the names.
    """

    item: str
    name: str


Heard = Mapping[str, Sequence[Listed]]


def heard(listed: Iterable[Listed]) -> Heard:
    """Return names by the sounds of their words."""
    found: dict[str, list[Listed]] = {}
    for each in listed:
        for sound in sounds(each.name):
            found.setdefault(sound, []).append(each)
    return found


def near(sought: Profile, names: Heard) -> dict[str, float]:
    """Return the items whose names are nearest to one of ours, and how near."""
    best: dict[str, float] = {}
    for each in _sharing(sought, names):
        theirs = wordings.compared((each.name,), "Person")
        likeness = max(alike(one, other) for one in sought.names for other in theirs)
        best[each.item] = max(likeness, best.get(each.item, 0.0))
    ranked = sorted((-likeness, len(item), item) for item, likeness in best.items() if likeness >= NEAR)
    return {item: -likeness for likeness, _, item in ranked[:MOST]}


def _sharing(sought: Profile, names: Heard) -> Iterator[Listed]:
    """Yield the names that sound like one of ours in a word, each once."""
    shared = dict.fromkeys(sound for name in sought.names for sound in sorted(sounds(name)))
    yield from dict.fromkeys(each for sound in shared for each in names.get(sound, ()))
