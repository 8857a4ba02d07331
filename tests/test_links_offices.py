"""The office of a tenure by its one name, whatever its wording."""

import pytest
from rdflib import URIRef

from kg.links.offices import claims
from kg.model import Claim, Node, Resolution, Span, Value
from kg.vocab import DIP

BASE = "https://w3id.org/communique/"


def tenure(key: str, title: str, article: str = "a.txt") -> tuple[Node, Claim]:
    """Return a tenure of a title."""
    node = Node(article, DIP.Tenure, key)
    return node, Claim(node, DIP.title, Value(title), (Span(0, 4),), "title")


def offices(*told: tuple[Node, Claim]) -> list[tuple[str, URIRef, object, str | None]]:
    """Return the claims on tenures."""
    corpus = Resolution({n: f"{BASE}tenure/{n.key}" for n, _ in told}, {}, tuple(claim for _, claim in told))
    return [(c.subject.article, c.predicate, c.object, c.basis) for c in claims(corpus)]


def test_one_name_for_all_wordings() -> None:
    """Two wordings of one office give one claim, on the row of the table, whatever the number of articles."""
    found = offices(tenure("anna", "FM", "b.txt"), tenure("anna", "Foreign Minister"))

    assert found == [
        (
            "a.txt",
            DIP.office,
            Value("minister of foreign affairs"),
            "kg/registry/titles.tsv: minister of foreign affairs",
        )
    ]


@pytest.mark.parametrize(
    "title", ["former President", "ex-Foreign Minister", "President-elect", "Wizard", ""]
)
def test_what_nobody_holds(title: str) -> None:
    """A title of an office that was held before, is not yet held or is in no table names no office."""
    assert offices(tenure("anna", title)) == []


def test_who_acts_holds() -> None:
    """Who acts as minister is attested in the office."""
    assert [told for _, _, told, _ in offices(tenure("anna", "acting Foreign Minister"))] == [
        Value("minister of foreign affairs")
    ]
