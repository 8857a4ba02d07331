"""Networks: who is tied to whom, by how much; laid out by springs, the same for the same ties."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx

from kg.web.drawing.shapes import WIDTH, Drawing, Mark, Words, bar, cut, line, wide

Place = tuple[float, float]

SEED = 2  # of where the springs begin: any would do, but always the same
ROUNDS = 300  # of the springs: no actor moves far after
EDGE = 70  # units left free at both sides, for names
LEAST, MOST, EACH = 280, 760, 16  # units of height: at least, at most, and for each actor
ROOM = 130.0  # units of a name
LINE = 13  # units between the base lines of two names


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is tied: the name, and the path of the page."""

    name: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two actors.

    Attributes:
        one: the one, as the actors are keyed.
        other: the other.
        number: how strong it is.
        title: what it is, in words.
        is_told: it took place; a tie that is only announced is dashed.
        link: path of a page about it; None where there is none.
    """

    one: str
    other: str
    number: int
    title: str
    is_told: bool = True
    link: str | None = None


def draw(actors: Mapping[str, Actor], ties: Sequence[Tie]) -> Drawing:
    """Return a network; each end of a tie is the key of an actor."""
    height = min(max(LEAST, EACH * len(actors)), MOST)
    strength = dict.fromkeys(actors, 0)
    for tie in ties:
        strength[tie.one] += tie.number
        strength[tie.other] += tie.number
    places = _places(ties, height)
    marks = [_line(tie, places) for tie in ties]
    for key, actor in actors.items():
        x, y = places[key]
        half = _half(strength[key])
        marks.append(Mark(bar(x, x, y, half), "actor", f"{actor.name}: {strength[key]}", actor.link))
    words = _names(actors, places, strength)
    return Drawing(WIDTH, height, tuple(marks), words)


def _line(tie: Tie, places: Mapping[str, Place]) -> Mark:
    ink = f"tie-{min(tie.number, 4)}" if tie.is_told else "tie-planned"
    return Mark(line(*places[tie.one], *places[tie.other]), ink, tie.title, tie.link)


def _half(strength: int) -> float:
    return round(4 + 1.6 * math.sqrt(strength), 1)


def _places(ties: Sequence[Tie], height: int) -> dict[str, Place]:
    """Return where each actor stands: each group of actors that are tied in a field of its own."""
    graph = nx.Graph((tie.one, tie.other) for tie in ties)
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda g: (-len(g), g))
    fields = _fields([len(group) for group in groups], height)
    found: dict[str, Place] = {}
    for group, (left, upper, width, high) in zip(groups, fields, strict=True):
        number = {key: n for n, key in enumerate(group)}
        ends = frozenset(tuple(sorted((number[one], number[other]))) for one, other in graph.edges(group))
        for key, (x, y) in zip(group, _springs(len(group), ends), strict=True):
            found[key] = (left + x * width, upper + y * high)
    return found


@lru_cache(maxsize=128)
def _springs(size: int, ties: frozenset[tuple[int, ...]]) -> tuple[Place, ...]:
    """Return where so many stand that are tied in such pairs, within a square of 1.

    Kept, as many groups of a network are of one form: 80 pairs of two took over a second.
    """
    tied = nx.Graph()
    tied.add_nodes_from(range(size))  # in their order: where the springs begin hangs on it
    tied.add_edges_from(ties)
    laid = nx.spring_layout(tied, seed=SEED, iterations=ROUNDS, k=1.6 / math.sqrt(size))
    xs, ys = [float(p[0]) for p in laid.values()], [float(p[1]) for p in laid.values()]
    wide, high = (max(each) - min(each) or 1 for each in (xs, ys))
    return tuple(((x - min(xs)) / wide, (y - min(ys)) / high) for x, y in zip(xs, ys, strict=True))


def _fields(sizes: Sequence[int], height: int) -> list[tuple[float, float, float, float]]:
    """Return a rectangle for each group, the larger the more it holds: left, upper, width, height."""
    return [
        (left + EDGE, upper + 24, max(width - 2 * EDGE, 1), max(high - 56, 1))
        for left, upper, width, high in _split(sizes, (0, 0, WIDTH, height))
    ]


def _split(
    sizes: Sequence[int], field: tuple[float, float, float, float]
) -> list[tuple[float, float, float, float]]:
    if len(sizes) < 2:
        return [field] * len(sizes)
    left, upper, width, high = field
    weights = [size + 1 for size in sizes]  # 1: two that met need room for their names
    half = next(
        n for n in range(1, len(sizes)) if 2 * sum(weights[:n]) >= sum(weights) or n == len(sizes) - 1
    )
    share = sum(weights[:half]) / sum(weights)
    if width >= 1.6 * high:  # names are wide, so a field is rather cut beside than below
        cuts = (left, upper, width * share, high), (left + width * share, upper, width * (1 - share), high)
    else:
        cuts = (left, upper, width, high * share), (left, upper + high * share, width, high * (1 - share))
    return _split(sizes[:half], cuts[0]) + _split(sizes[half:], cuts[1])


def _names(
    actors: Mapping[str, Actor], places: Mapping[str, Place], strength: Mapping[str, int]
) -> tuple[Words, ...]:
    """Return the names that have room below, above or beside their actors, those of the strongest first."""
    taken = [(x - 4, y - 4, x + 4, y + 4) for x, y in places.values()]
    found = []
    for key in sorted(actors, key=lambda key: (-strength[key], key)):
        for words in _sides(actors[key], places[key], _half(strength[key]) + 4):
            left = words.x - wide(words.text) * {"start": 0, "middle": 0.5, "end": 1}[words.anchor]
            box = (left, words.y - LINE + 3, left + wide(words.text), words.y + 2)
            if box[0] >= 0 and box[2] <= WIDTH and not any(_meets(box, other) for other in taken):
                taken.append(box)
                found.append(words)
                break
    return tuple(found)


def _sides(actor: Actor, place: Place, gap: float) -> tuple[Words, ...]:
    (x, y), name = place, cut(actor.name, ROOM)
    return (
        Words(x, y + gap + 10, name, "words", "middle", actor.link),
        Words(x, y - gap, name, "words", "middle", actor.link),
        Words(x + gap, y + 4, name, "words", "start", actor.link),
        Words(x - gap, y + 4, name, "words", "end", actor.link),
    )


def _meets(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
