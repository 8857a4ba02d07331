"""What was met so far: the last of a class, and one node for one description."""

from reads import parsed

from kg.model import Node
from kg.text.context import Context, Title
from kg.vocab import DIP

ADA, BEN = (Node("a.txt", DIP.Person, f"person:{name}") for name in ("ada", "ben"))
ITALY = Node("a.txt", DIP.State, "state:ITA", "ITA")
DOC = parsed("Ada met Ben in Italy.")


def context() -> Context:
    """Return a context in which two persons and a state were met."""
    found = Context("a.txt")
    for i, node in ((0, ADA), (2, BEN), (4, ITALY)):
        found.add(DOC[i], (node,))
    return found


def test_last_of_a_class_is_found() -> None:
    """Of a class the last one met is found, whatever was met after it."""
    actual = context().last((DIP.Person,))

    assert actual == (BEN,)


def test_last_two_come_in_their_order() -> None:
    """Two are found in the order in which they were met."""
    actual = context().last((DIP.Person,), 2)

    assert actual == (ADA, BEN)


def test_too_few_are_none() -> None:
    """Where fewer were met than asked for, none is found."""
    actual = context().last((DIP.State,), 2)

    assert actual == ()


def test_nobody_is_not_met() -> None:
    """Nothing is noted where nobody is meant."""
    found = Context("a.txt")
    found.add(DOC[0], ())

    assert found.seen == []


def test_one_description_is_one_node() -> None:
    """The same words give the same node, other words another."""
    found = Context("a.txt")

    assert found.unnamed("officials", DIP.Group) == found.unnamed("officials", DIP.Group)
    assert found.unnamed("officials", DIP.Group) != found.unnamed("envoys", DIP.Group)


def test_titles_are_kept_by_person() -> None:
    """A person may have several titles."""
    found = Context("a.txt")
    titles = [Title(frozenset({word}), word, None) for word in ("president", "chairperson")]
    for title in titles:
        found.entitle(ADA, title)

    assert found.titles == {ADA: titles}


def test_states_are_named_by_key() -> None:
    """The node of a state is that of the registry."""
    actual = Context("a.txt").state("ITA")

    assert actual == ITALY
