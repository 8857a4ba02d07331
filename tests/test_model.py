"""The values that stages hand on."""

import dataclasses
import pickle
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Claim, Node, Span, Value
from kg.vocab import DIP

NODES = st.builds(
    Node,
    st.sampled_from(["a.txt", "b.txt"]),
    st.sampled_from([DIP.State, DIP.Person]),
    st.text("ab", max_size=2),
    st.none() | st.sampled_from(["AZE", "CHN"]),
)


def test_node_without_a_row_stands_first() -> None:
    """Nodes that differ in their row only have an order: nothing before something."""
    bare = Node("a.txt", DIP.State, "armenia")
    known = Node("a.txt", DIP.State, "armenia", "ARM")

    assert sorted([known, bare]) == [bare, known]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Node("a.txt", DIP.State, "z", "ZWE"), Node("b.txt", DIP.Person, "a")),
        (Node("a.txt", DIP.Person, "z", "ZWE"), Node("a.txt", DIP.State, "a")),
        (Node("a.txt", DIP.State, "a", "ZWE"), Node("a.txt", DIP.State, "b")),
        (Node("a.txt", DIP.State, "a", "AZE"), Node("a.txt", DIP.State, "a", "ZWE")),
    ],
    ids=["article", "class", "key", "row"],
)
def test_nodes_are_sorted_by_their_attributes_in_turn(first: Node, second: Node) -> None:
    """An attribute decides only where those before it agree."""
    assert sorted([second, first]) == [first, second]


@given(st.sets(NODES, max_size=4))
def test_order_of_nodes_is_one(nodes: set[Node]) -> None:
    """In whatever order nodes come, sorted they stand the same way."""
    orders = {tuple(sorted(each)) for each in permutations(nodes)}

    assert len(orders) == 1


def test_values_are_not_changed() -> None:
    """A value stays what it was made as."""
    node = Node("a.txt", DIP.State, "armenia")

    with pytest.raises(dataclasses.FrozenInstanceError):
        node.key = "azerbaijan"  # type: ignore[misc]


def test_claim_is_known_by_what_it_says() -> None:
    """Two claims of the same words are one; another sentence makes another claim."""
    node = Node("a.txt", DIP.Meeting, "1")
    one = Claim(node, DIP.when, Value("2025"), (Span(0, 4),), "r")
    same = Claim(node, DIP.when, Value("2025"), (Span(0, 4),), "r")
    other = Claim(node, DIP.when, Value("2025"), (Span(5, 9),), "r")

    assert len({one, same, other}) == 2


def test_values_go_through_the_cache() -> None:
    """What is written down for the next build is read back equal."""
    article = Article("a.txt", "They met.", title="Talks")
    claim = Claim(Node("a.txt", DIP.Meeting, "1"), DIP.status, DIP.Occurred, (Span(0, 9),), "r")

    assert pickle.loads(pickle.dumps((article, claim))) == (article, claim)
