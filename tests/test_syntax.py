"""Which words stand to a trigger in which function."""

import pytest

from kg.extract import _syntax
from kg.extract._frames import carriers
from kg.text.tokens import Token
from tests.reads import parsed

FUNCTIONS = [  # a sentence with the trigger in brackets, a function, the heads of what it finds
    ("Berg [met] Silva.", "subject", ["Berg"]),
    ("Berg went home and [met] Silva.", "subject", ["Berg"]),
    ("Berg asked Silva to [visit] Geneva.", "subject", ["Silva"]),
    ("Berg, who [met] Silva, smiled.", "subject", ["who"]),
    ("Silva was [received] by Berg.", "subject", []),
    ("Silva was [received] by Berg.", "agent", ["Berg"]),
    ("Silva was [received] by Berg.", "object", ["Silva"]),
    ("Berg [met] Silva.", "object", ["Silva"]),
    ("Berg [met] with Silva.", "with", ["Silva"]),
    ("Berg [met] together with Silva.", "with", ["Silva"]),
    ("Berg [spoke] to Silva.", "to", ["Silva"]),
    ("Norway [imposed] sanctions on Kenya.", "object-on", ["Kenya"]),
    ("Berg's [visit] was short.", "poss", ["Berg"]),
    ("During her [visit], Silva sang.", "poss", ["Silva"]),
    ("Silva praised her [visit].", "poss", ["her"]),
    ("The Norway-Kenya [summit] began.", "poss", []),
    ("Berg held [talks] with Silva.", "carrier-subject", ["Berg"]),
    ("[Talks] were held by Berg.", "carrier-subject", ["Berg"]),
    ("Berg disliked [talks].", "carrier-subject", []),
    ("In [talks] with Silva, Berg said no.", "beside", ["Berg"]),
    ("In [talks] between Silva and Kern, Berg said no.", "beside", []),
    ("In [talks], Berg said no.", "beside", []),
    ("At the [summit], Berg said no.", "attending", ["Berg"]),
    ("Before the [summit], Berg said no.", "attending", []),
    ("Berg met Silva during a [visit] to Geneva.", "clause", ["Berg"]),
    ("Berg met Silva during the [visit] to Geneva.", "clause", []),
    ("Berg met Silva during her [visit] to Geneva.", "clause", []),
    ("Berg received Silva on a state [visit].", "clause", ["Silva"]),
    ("Berg welcomed Silva for a state [visit].", "clause", ["Silva"]),
    ("The [visiting] minister sang.", "modified", ["minister"]),
    ("Berg [visiting] Geneva is rare.", "modified", []),
    ("Accompanied by Silva, Berg [visited] Geneva.", "escort", ["Silva"]),
    ("Joined by Silva, Berg [visited] Geneva.", "escort", ["Silva"]),
    ("Driven by Silva, Berg [visited] Geneva.", "escort", []),
]


def _trigger(marked: str) -> Token:
    start = marked.index("[")
    doc = parsed(marked.replace("[", "").replace("]", ""))
    return next(t for t in doc if t.idx == start)


@pytest.mark.parametrize(("marked", "name", "expected"), FUNCTIONS, ids=lambda v: v if v else "none")
def test_function(marked: str, name: str, expected: list[str]) -> None:
    """A function finds the words that stand in it, and no others."""
    trigger = _trigger(marked)
    carrying = _syntax.carrier(trigger, carriers()) if trigger.pos_ != "VERB" else None

    assert [t.text for t in _syntax.function(name, trigger, carrying)] == expected


COMPANY = [
    ("A [team] joined by Silva left.", ["Silva"]),
    ("The [officials], including Silva, left.", ["Silva"]),
    ("[Officials] such as Silva left.", ["Silva"]),
    ("[Berg] left.", []),
]


@pytest.mark.parametrize(("marked", "expected"), COMPANY, ids=[c[0] for c in COMPANY])
def test_company(marked: str, expected: list[str]) -> None:
    """Those who go along with someone stand in a participle, or behind "including" and "such as"."""
    assert [t.text for t in _syntax.company(_trigger(marked))] == expected


def test_leaders() -> None:
    """Who leads a delegation is told apart from those who go along."""
    word = _trigger("A [delegation] led by Silva left.")

    assert [t.text for t in _syntax.leaders(word)] == ["Silva"]
    assert _syntax.company(word) == ()


def test_carrier() -> None:
    """An event noun is carried by the verb that it is the object or subject of."""
    carried = _trigger("Berg took part in a [meeting].")
    other = _trigger("Berg disliked the [meeting].")

    assert getattr(_syntax.carrier(carried, carriers()), "text", None) == "took"
    assert _syntax.carrier(other, carriers()) is None
