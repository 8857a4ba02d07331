"""Codes of event data: every code of a frame is there, roots and quad classes are those of the codebooks."""

import re

import pytest
from rdflib import Literal

from kg.registry.codes import Code, codes
from kg.vocab import DIP, frames
from kg.web.events.units import quad

BY_KEY = {each.key: each for each in codes()}


def test_a_code() -> None:
    """A code has its label, root and quad class; zeros before it count."""
    assert BY_KEY["CAMEO:042"] == Code("CAMEO:042", "make a visit", "CAMEO:04", "1", ())
    assert (BY_KEY["CAMEO:042"].system, BY_KEY["CAMEO:042"].code) == ("CAMEO", "042")


def test_all_roots() -> None:
    """All twenty roots of CAMEO are there, GDELT's EventRootCode, and the sixteen types of PLOVER."""
    roots = [each.code for each in codes() if each.system == "CAMEO" and each.broader is None]

    assert roots == [f"{number:02}" for number in range(1, 21)]
    assert sum(each.system == "PLOVER" for each in codes()) == 16


@pytest.mark.parametrize("each", [c for c in codes() if c.system == "CAMEO"], ids=lambda c: c.key)
def test_cameo_codes(each: Code) -> None:
    """A code begins with its root, and has the quad class that our tables give it."""
    assert re.fullmatch(r"\d{2,4}", each.code)
    assert each.broader in (None, f"CAMEO:{each.code[:2]}")
    assert each.quad == str(quad(each.code))


@pytest.mark.parametrize(
    ("term", "system"), [(DIP.cameo, "CAMEO"), (DIP.cameoAhead, "CAMEO"), (DIP.plover, "PLOVER")]
)
def test_codes_of_frames(term: object, system: str) -> None:
    """Every code that a frame gives is in the table."""
    given = {f"{system}:{code}" for _, code in frames().subject_objects(term) if isinstance(code, Literal)}

    assert given - set(BY_KEY) == set()


def test_every_type_has_a_root() -> None:
    """Every type of PLOVER is matched by a root of CAMEO, and a match leads from CAMEO to PLOVER."""
    matched = {key for each in codes() for _, key in each.matches}

    assert matched == {each.key for each in codes() if each.system == "PLOVER"}
    assert {each.system for each in codes() if each.matches} == {"CAMEO"}
