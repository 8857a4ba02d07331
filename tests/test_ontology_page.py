"""The ontology as a page and as RDF."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import RDF, RDFS, URIRef

from kg.vocab import DIP, classes, frames, local, properties
from kg.web import ontology

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def shown(app: Flask) -> str:
    """Return the page."""
    return app.test_client().get("/ontology.html").get_data(as_text=True)


@pytest.mark.parametrize("term", classes() + properties(), ids=local)
def test_term_has_its_card(shown: str, term: URIRef) -> None:
    """Each class and property stands under its own name once."""
    assert shown.count(f'id="{local(term)}"') == 1


def test_frames_stand_with_their_codes(shown: str) -> None:
    """Each frame is shown with what it evokes and its codes."""
    card = shown.partition('id="frame-phone"')[2].partition('class="card"')[0]

    assert shown.count('id="frame-') == len(set(frames().subjects(RDF.type, DIP.Frame)))
    assert 'href="#Call"' in card
    assert "CONSULT" in card
    assert "041" in card


def test_card_tells_domain_range_and_what_is_above(shown: str) -> None:
    """A property leads to the classes it is said of and leads to, and to the one above it."""
    card = shown.partition('id="visitor"')[2].partition('class="card"')[0]

    assert [words for words in ("said of", "leads to", "special case of") if words not in card] == []
    assert [name for name in ("Event", "Actor", "participant") if f'href="#{name}"' not in card] == []


def test_union_is_told_by_its_members(shown: str) -> None:
    """A domain of several classes names each."""
    card = shown.partition('id="country"')[2].partition('class="card"')[0]

    assert 'href="#Actor"' in card
    assert 'href="#Place"' in card


def test_alignments_lead_elsewhere(shown: str) -> None:
    """What a term is to another vocabulary stands with its short name."""
    card = shown.partition('id="Person"')[2].partition('class="card"')[0]

    assert ">prov:Person</a>" in card


def test_names_within_the_page_are_unique() -> None:
    """No two terms have the same anchor."""
    page = ontology.page("https://w3id.org/communique/ontology")
    names = [card.name for section in page.sections for card in section.cards]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_form_holds_terms_alignments_and_frames(client: FlaskClient, suffix: str) -> None:
    """The forms are one graph."""
    data = client.get(f"/ontology.{suffix}").data
    found = {(t.subject, t.predicate, t.object) for t in parse(data, FORMATS[suffix])}
    person, evokes = NamedNode(str(DIP.Person)), NamedNode(str(DIP.evokes))

    assert len(found) == len(ontology.whole())
    assert (person, NamedNode(str(RDFS.subClassOf)), NamedNode("http://www.w3.org/ns/prov#Person")) in found
    assert [o for _, p, o in found if p == evokes and o == NamedNode(str(DIP.Meeting))] != []


def test_ontology_answers_by_accept(client: FlaskClient) -> None:
    """Its name leads to the form that is asked for."""
    answer = client.get("/ontology", headers={"Accept": "text/turtle"})

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/ontology.ttl"


def test_form_that_is_not_offered_is_not_found(client: FlaskClient) -> None:
    """The error names the forms that there are."""
    answer = client.get("/ontology.owl")

    assert answer.status_code == 404
    assert "jsonld" in answer.get_json(force=True)["detail"]
