"""Bringing together what is alike: numbers stand for things, and near ones are the same."""

from collections.abc import Callable, Hashable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clusters import CERTAIN, Match, Rule, cluster

Group = tuple[int, ...]


def rule(
    likeness: Callable[[Group, Group], Match | None],
    blocks: Callable[[Group], Iterable[Hashable]] | None = None,
) -> Rule[Group]:
    """Return a rule for groups of numbers; without blocks all are compared."""
    return Rule(blocks or (lambda _: ("all",)), likeness, lambda one, other: one + other)


def near(one: Group, other: Group) -> Match | None:
    """Match what lies at most 2 apart: the nearer, the more alike."""
    gap = min(abs(a - b) for a in one for b in other)
    return Match(CERTAIN - 0.25 * gap, f"{gap} apart") if gap <= 2 else None


def grouped(*numbers: int, by: Rule[Group] | None = None) -> tuple[Group, ...]:
    """Return the groups of some numbers."""
    return cluster([(n,) for n in numbers], by or rule(near))[0]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param((), (), id="nothing"),
        pytest.param((1,), ((1,),), id="one"),
        pytest.param((1, 9), ((1,), (9,)), id="too far"),
        pytest.param((1, 2, 9), ((1, 2), (9,)), id="two near"),
        pytest.param((1, 5, 4), ((1,), (5, 4)), id="to the nearer of two"),
        pytest.param((1, 5, 3), ((1,), (5,), (3,)), id="to neither of two as near"),
        pytest.param((1, 5, 3, 4), ((1,), (5,), (3,), (4,)), id="nor what follows, as near to both"),
        pytest.param((1, 3, 5, 7), ((1, 3, 5, 7),), id="step by step"),
    ],
)
def test_groups(numbers: tuple[int, ...], expected: tuple[Group, ...]) -> None:
    """An item joins the group most like it; where two are as like, it stays by itself."""
    assert grouped(*numbers) == expected


def test_certain_item_joins_the_first() -> None:
    """What is certain joins though two groups are as like: they are the same thing, told apart before."""
    certain = rule(lambda one, other: Match(CERTAIN, "same") if 3 in other and 3 not in one else None)

    assert grouped(1, 5, 3, by=certain) == ((1, 3), (5,))


def test_reason_is_kept() -> None:
    """For each item that joined it is told why, in the order of the items."""
    _, joined = cluster([(1,), (2,), (4,)], rule(near))

    assert joined == (((2,), Match(0.75, "1 apart")), ((4,), Match(0.5, "2 apart")))


def test_only_what_shares_a_block_is_compared() -> None:
    """Items without a block in common are never the same, however like they are."""
    asked: list[tuple[Group, Group]] = []

    def likeness(one: Group, other: Group) -> Match | None:
        asked.append((one, other))
        return near(one, other)

    parity = rule(likeness, lambda group: {n % 2 for n in group})

    assert grouped(1, 2, 3, by=parity) == ((1, 3), (2,))
    assert asked == [((1,), (3,))]


def test_group_gains_the_blocks_of_what_joins() -> None:
    """A third item finds a group through the second."""
    words = {1: {"a"}, 2: {"a", "b"}, 3: {"b"}}
    chain = rule(near, lambda group: sorted({w for n in group for w in words[n]}))

    assert grouped(1, 2, 3, by=chain) == ((1, 2, 3),)


def test_item_without_a_block_is_by_itself() -> None:
    """Nothing is compared with what names no block."""
    alone = rule(near, lambda _: ())

    assert grouped(1, 1, by=alone) == ((1,), (1,))


@given(st.lists(st.integers(0, 30), max_size=12))
def test_no_item_is_lost(numbers: list[int]) -> None:
    """Every item is in one group, and each group or reason stands for one item."""
    found, joined = cluster([(n,) for n in numbers], rule(near))

    assert sorted(n for group in found for n in group) == sorted(numbers)
    assert len(found) + len(joined) == len(numbers)


@given(st.permutations([1, 2, 10, 11, 20, 29]))
def test_order_does_not_matter_where_nothing_is_between(numbers: list[int]) -> None:
    """Groups that lie far apart are the same in any order."""
    found = {frozenset(group) for group in grouped(*numbers)}

    assert found == {frozenset({1, 2}), frozenset({10, 11}), frozenset({20}), frozenset({29})}
