"""What the corpus knows is linked to data sets."""

from rdflib import OWL

from kg import links
from kg.model import Node, Resolution, Value
from kg.vocab import DIP

BASE = "https://w3id.org/communique/"
AZERBAIJAN = Node("a.txt", DIP.State, "azerbaijan", "AZE")
AGAIN = Node("b.txt", DIP.State, "azerbaijani", "AZE")
PERSON = Node("a.txt", DIP.Person, "anna holm")


def resolution(**iris: Node) -> Resolution:
    """Return a resolution that knows some nodes, each by its path with `_` for the slash."""
    return Resolution({n: f"{BASE}{path.partition('_')[0]}/x" for path, n in iris.items()}, {}, ())


def test_states_have_codes() -> None:
    """A state of the registry has its codes and identifiers, each with the row it rests on."""
    linked = links.run(resolution(state_a=AZERBAIJAN)).claims
    told = {claim.predicate: claim.object for claim in linked}

    assert told[DIP.iso3] == Value("AZE")
    assert told[DIP.m49] == Value("031")
    assert str(told[OWL.sameAs]).startswith("http")
    assert all(claim.basis and claim.spans == () for claim in linked)


def test_each_thing_is_linked_once() -> None:
    """A state that two articles know is linked once."""
    once = links.run(resolution(state_a=AZERBAIJAN)).claims

    assert links.run(resolution(state_a=AZERBAIJAN, state_b=AGAIN)).claims == once


def test_what_is_not_in_the_registry_is_not_linked() -> None:
    """A person that no table has gains nothing."""
    assert links.run(resolution(person_a=PERSON)).claims == ()


def test_claims_are_kept() -> None:
    """What was claimed before stands before what is linked."""
    before = links.run(resolution(state_a=AZERBAIJAN))
    after = links.run(before)

    assert after.claims[: len(before.claims)] == before.claims
