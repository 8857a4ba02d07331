"""Who is bound: those whom an instrument's phrase names, those who made it, the states beside it."""

import pytest
from sayings import first, marked, read

from kg.extract import _nouns, _parties
from kg.model import Node
from kg.vocab import DIP

NAMED = {
    "between": ("The [treaty] between Norway and Kenya held.", ["NOR", "KEN"]),
    "with": ("The [treaty] with Kenya held.", ["KEN"]),
    "possessive": ("Norway’s trade [deal] with Kenya held.", ["NOR", "KEN"]),
    "three": ("The [treaty] between Norway, Kenya and Chile held.", ["NOR", "KEN", "CHL"]),
    "nobody": ("The [treaty] on fishing held.", []),
    "another’s phrase": ("The [treaty] was praised with joy by Kenya.", []),
}
SIGNERS = {
    "subject": ("Norway and Kenya signed a [treaty].", ["NOR", "KEN"]),
    "by": ("A [treaty] was signed by Norway and Kenya.", ["NOR", "KEN"]),
    "between": ("A [treaty] was signed between Norway and Kenya.", ["NOR", "KEN"]),
    "with": ("Norway signed a [treaty] with Kenya.", ["NOR"]),
    "signing that was called off": ("Norway and Kenya cancelled the signing of a [treaty].", ["NOR", "KEN"]),
    "nobody": ("A [treaty] was signed.", []),
}


def rows(nodes: tuple[Node, ...]) -> list[str | None]:
    """Return the rows of the registry of actors."""
    return [n.registry for n in nodes]


@pytest.mark.parametrize(("words", "expected"), NAMED.values(), ids=NAMED)
def test_named(words: str, expected: list[str]) -> None:
    """The phrase of an instrument names its parties before it, or after "between" and "with"."""
    assert rows(_parties.named(*marked(words))) == expected


@pytest.mark.parametrize(("words", "expected"), SIGNERS.values(), ids=SIGNERS)
def test_signers(words: str, expected: list[str]) -> None:
    """The subject or agent of the making made it."""
    reading, noun = marked(words)
    enacting = _nouns.enacting(noun)

    assert enacting is not None
    assert rows(_parties.signers(reading, noun, enacting)) == expected


def test_persons_bind_their_states() -> None:
    """Among bodies stands the state for which a person acts, and each once."""
    reading = read("Norwegian President Ada Weber and Norway signed a treaty.")
    people = tuple(a.node for a in reading.actors if a.node.kind in {DIP.Person, DIP.State})

    assert rows(_parties.bodies(reading, people)) == ["NOR"]


BESIDE = {
    "one is told": ("Norway praised a treaty with Kenya.", "KEN", ["KEN", "NOR"]),
    "nobody else": ("Norway spoke.", "NOR", ["NOR"]),
}


@pytest.mark.parametrize(("words", "told", "expected"), BESIDE.values(), ids=BESIDE)
def test_completed(words: str, told: str, expected: list[str]) -> None:
    """Beside a single party stands the state spoken of nearest, if any is."""
    reading = read(words)
    node = next(a.node for a in reading.actors if a.node.registry == told)

    assert rows(_parties.completed(reading, (node,), first(reading))) == expected


def test_two_parties_are_complete() -> None:
    """Where two are told, nobody is added."""
    reading, _ = marked("Norway, Kenya and Chile [spoke].")
    two = tuple(a.node for a in reading.actors)[:2]

    assert _parties.completed(reading, two, first(reading)) == two


def test_after() -> None:
    """A preposition binds actors to a noun, joined ones too."""
    assert rows(_parties.after(*marked("A [treaty] with Norway and Kenya held."), "with")) == ["NOR", "KEN"]
    assert rows(_parties.after(*marked("A [treaty] with Norway and Kenya held."), "by")) == []
