"""Networks, laid out by springs."""

import subprocess
import sys

from kg.web.drawing import network
from kg.web.drawing.network import Actor, Tie
from kg.web.drawing.shapes import Drawing

ACTORS = {key: Actor(key.upper(), f"/person/{key}") for key in "abcd"}
TIES = (
    Tie("a", "b", 3, "A – B: 3"),
    Tie("a", "c", 1, "A – C: 1", is_told=False, link="/meeting/m"),
    Tie("d", "c", 9, "D – C: 9"),
)
SAME = """
from kg.web.drawing import network
from kg.web.drawing.network import Actor, Tie
pairs = [(f"p{n}", f"p{n * 7 % 20}") for n in range(2, 20)]
names = {name for pair in pairs for name in pair}
print(network.draw({name: Actor(name) for name in sorted(names)}, [Tie(*pair, 1, "") for pair in pairs]))
"""


def drawn() -> Drawing:
    """Return a network of four."""
    return network.draw(ACTORS, TIES)


def test_ties_lie_under_actors() -> None:
    """A line tells how strong it is by its width, and by dashes that nothing of it took place."""
    marks = [(mark.ink, mark.title, mark.link) for mark in drawn().marks]

    assert marks[:3] == [
        ("tie-3", "A – B: 3", None),
        ("tie-planned", "A – C: 1", "/meeting/m"),
        ("tie-4", "D – C: 9", None),
    ]
    assert ("actor", "A: 4", "/person/a") in marks[3:]
    assert len(marks) == 7


def test_all_stand_within_the_drawing() -> None:
    """Each name has its place, and leads to its page."""
    drawing = drawn()

    assert sorted((words.text, words.link) for words in drawing.words) == [
        ("A", "/person/a"),
        ("B", "/person/b"),
        ("C", "/person/c"),
        ("D", "/person/d"),
    ]
    assert all(0 < words.x < drawing.width and 0 < words.y < drawing.height for words in drawing.words)


def test_groups_do_not_mix() -> None:
    """Those who are tied to nobody of the others stand in a field of their own."""
    pairs = (Tie("a", "b", 1, ""), Tie("c", "d", 1, ""))
    places = {words.text: words.x for words in network.draw(ACTORS, pairs).words}

    assert max(places["A"], places["B"]) < min(places["C"], places["D"])


def test_names_do_not_cover_each_other() -> None:
    """A name without room is left out; its dot still tells it."""
    many = {f"k{n}": Actor("name " * 4) for n in range(150)}
    drawing = network.draw(many, [Tie("k0", f"k{n}", 1, "") for n in range(1, 150)])

    assert 0 < len(drawing.words) < 150
    assert sum(mark.ink == "actor" for mark in drawing.marks) == 150


def test_same_ties_make_the_same_drawing() -> None:
    """Neither the order of a set nor the seed of hashes moves an actor."""
    told = [
        subprocess.run(
            [sys.executable, "-c", SAME], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip

    assert told[0] == told[1]
