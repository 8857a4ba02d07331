"""Hints never fail: what the vetter lets through is taken apart, and without a part is a query still."""

import itertools

import pyoxigraph
from grammar import bent, queries
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import blocks, bounded, costs, emptiness, outlines
from kg.store.costs import Counts
from kg.store.parts import every
from kg.store.prologue import PREFIXES
from kg.store.pruning import without, written
from kg.store.tokens import split
from kg.store.vetting import Vetted, vet

BASE = "https://example.org/"
ENGINE = pyoxigraph.Store()
LIMITLESS = settings(deadline=None)


def vetted(query: str) -> Vetted | None:
    """Return a query that may be asked; None for others."""
    try:
        return vet(query, ["x:g"], BASE, lambda _: True)
    except QueryError:
        return None


def reads(query: str) -> bool:
    """Say whether the engine reads a query."""
    found = vetted(query)
    if found is None:
        return False
    try:
        ENGINE.query(blocks.skeleton(found.text, found.blocks), base_iri=BASE, prefixes=dict(PREFIXES))
    except (SyntaxError, RuntimeError, ValueError):
        return False
    return True


@LIMITLESS
@given(queries() | bent(), st.lists(st.sampled_from([True, False, None]), min_size=1))
def test_hints_never_fail(query: str, answers: list[bool | None]) -> None:
    """Whatever is written, and whatever its parts find, each hint lies within the query."""
    told = vetted(query)
    if told is None:
        return
    tokens = tuple(split(told.text))
    outline = outlines.outline(tokens)
    given = itertools.cycle(answers)
    found = emptiness.explain(told.text, outline, lambda _: next(given))
    costly = costs.costliest(told.text, outline, told.names, Counts(100, {}))
    forms = list(bounded.forms(told.text, outline, told.names))

    assert all(0 <= each.start < len(told.text) for each in (found, costly) if each is not None)
    assert bool(forms) == (outline.group is not None)


@LIMITLESS
@given(queries(), st.data())
def test_what_is_left_is_a_query(query: str, data: st.DataObject) -> None:
    """Of what the engine reads it also reads the rest, whatever parts are left out."""
    told = vetted(query)
    group = outlines.outline(tuple(split(told.text))).group if told else None
    if told is None or group is None or not reads(query):
        return
    dropped = data.draw(st.lists(st.sampled_from(group.parts), unique_by=id) if group.parts else st.just([]))
    left = without(told.text, group, dropped)

    assert reads(left) or _is_needed(left)
    assert all(written(told.text, part) for part in every(group))
    assert without(told.text, group, []) == told.text


def _is_needed(query: str) -> bool:
    """Say whether a query lacks a variable that it groups by or makes: no fault of what is left."""
    found = vetted(query)
    assert found is not None
    try:
        ENGINE.query(blocks.skeleton(found.text, found.blocks), base_iri=BASE, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        return "SELECT" in str(error)
    return False
