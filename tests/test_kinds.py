"""The classes of things as pages show them."""

import pytest

from kg.vocab import DIP, ONTOLOGY
from kg.web import kinds
from kg.web.values import Value


def test_lowest_class_is_the_most_specific() -> None:
    """A thing stands in all classes above its own."""
    found = kinds.lowest([str(DIP.Record), str(DIP.Expulsion), None, str(DIP.Event), str(DIP.Action)])

    assert found == DIP.Expulsion


def test_class_that_is_not_known_is_passed_over() -> None:
    """Classes of others, and classes that the ontology has no more, say nothing."""
    assert kinds.lowest([f"{ONTOLOGY}Gone", "http://www.w3.org/2004/02/skos/core#Concept"]) is None


def test_class_leads_to_its_index() -> None:
    """The address of an index is the class's segment."""
    assert kinds.link(DIP.EmbassyOpened) == Value("embassy opened", "/embassy-opened/", "embassies opened")


@pytest.mark.parametrize(
    ("one", "many"),
    [("state", "states"), ("summons", "summons"), ("relations severed", "relations severed"), ("aid", "aid")],
)
def test_plural(one: str, many: str) -> None:
    """Labels form their plural with s, but for those that cannot."""
    assert kinds.plural(one) == many
