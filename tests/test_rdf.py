"""An entity as RDF: bounded, told so, and safe inside a page."""

import json
from xml.etree import ElementTree

import pytest
from flask import Flask
from pyoxigraph import Literal, NamedNode, Triple

from kg.web import rdf
from kg.web.negotiation import BY_SUFFIX
from kg.web.rdf import Part
from kg.web.service import Graph

WORDS = Triple(NamedNode("https://w3id.org/communique/x"), NamedNode("urn:p"), Literal("</script><b>&\u2028"))


@pytest.fixture
def graph(app: Flask) -> Graph:
    """Return the graph that the application shows."""
    return app.extensions["service"].graph()


def test_document_that_leaves_something_out_says_so(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bounded document has a comment on itself with the bound."""
    monkeypatch.setattr(rdf, "PARTS", (Part("flat", 2, "triples of the entity"),))
    iri = "https://w3id.org/communique/state/ardenia"
    lines = rdf.document(graph, iri, BY_SUFFIX["nt"]).decode().splitlines()

    assert len(lines) == 3
    assert lines[2] == (
        f"<{iri}.nt> <http://www.w3.org/2000/01/rdf-schema#comment>"
        ' "Holds the first 2 triples of the entity only; a query finds all." .'
    )


def test_whole_document_says_nothing_of_bounds(graph: Graph) -> None:
    """No comment stands where nothing is left out."""
    found = rdf.document(graph, "https://w3id.org/communique/state/ardenia", BY_SUFFIX["nt"]).decode()

    assert "Holds the first" not in found


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf", "jsonld"])
def test_data_are_written_in_each_form(suffix: str) -> None:
    """Hostile words survive in every form."""
    assert rdf.write((WORDS,), suffix) != b""


def test_data_in_a_page_cannot_end_their_element(graph: Graph) -> None:
    """The label of an article that holds markup is escaped, and read back as it was."""
    found = rdf.embedded(graph, "https://w3id.org/communique/article/northern-wire")
    label = json.loads(found)[0]["http://www.w3.org/2000/01/rdf-schema#label"][0]["@value"]

    assert "<" not in found
    assert label == "Keller meets <b>Voss</b> </script><script>alert(1)</script>"


def test_graph_in_xml_is_xml() -> None:
    """XML has no control characters: a question mark stands for each, where other forms keep them."""
    words = Triple(NamedNode("urn:s"), NamedNode("urn:x:p"), Literal("form\x0cfeed"))
    root = ElementTree.fromstring(rdf.write([words], "rdf"))

    assert [each.text for each in root.iter() if each.text and "form" in each.text] == ["form?feed"]
    assert rdf.write([words], "nt") == b'<urn:s> <urn:x:p> "form\\ffeed" .\n'
