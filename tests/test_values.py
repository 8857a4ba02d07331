"""Cells of a query's result, made ready for a page."""

import pytest
from pyoxigraph import Literal, NamedNode

from kg.vocab import ONTOLOGY
from kg.web import values
from kg.web.addresses import Addresses
from kg.web.values import Value

BASE = "https://w3id.org/communique/"
ADDRESSES = Addresses(BASE)
DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")


@pytest.mark.parametrize(
    ("term", "value"),
    [
        pytest.param(NamedNode(f"{BASE}person/a"), Value("a", "/person/a"), id="a thing without a label"),
        pytest.param(NamedNode(f"{ONTOLOGY}Minister"), Value("minister", "/ontology#Minister"), id="a term"),
        pytest.param(NamedNode("http://x.example/y"), Value("y", "http://x.example/y"), id="elsewhere"),
        pytest.param(
            NamedNode("javascript:alert(1)"), Value("javascript:alert(1)"), id="what a browser would run"
        ),
        pytest.param(NamedNode("urn:x"), Value("urn:x"), id="what a browser cannot open"),
        pytest.param(Literal("007"), Value("007"), id="words"),
        pytest.param(Literal("2031-03-04", datatype=DATE), Value("4 Mar 2031"), id="a date"),
        pytest.param(Literal("Ardénie", language="fr"), Value("Ardénie", language="fr"), id="a language"),
    ],
)
def test_value_of_a_term(term: NamedNode | Literal, value: Value) -> None:
    """A thing leads to its page, words are words."""
    assert values.value({"x": term}, "x", ADDRESSES) == value


def test_label_and_note_stand_in_columns_of_their_own() -> None:
    """The label is what is read, the note what is said after it."""
    row = {"x": NamedNode(f"{BASE}person/a"), "xLabel": Literal("A"), "xNote": Literal("host")}

    assert values.value(row, "x", ADDRESSES) == Value("A", "/person/a", "host")


def test_empty_cell_has_no_value() -> None:
    """A variable that is not bound, and one that is not there, are nothing."""
    assert values.value({"x": None}, "x", ADDRESSES) is None
    assert values.value({}, "x", ADDRESSES) is None
    assert values.badges({}, ADDRESSES) == ()


def test_terms_of_others_are_called_by_words() -> None:
    """A reader sees no camel case."""
    assert values.name_of("http://www.w3.org/2004/02/skos/core#altLabel") == "also called"
    assert values.name_of("http://purl.org/dc/terms/creator") == "author"
