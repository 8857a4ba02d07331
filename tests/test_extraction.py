"""Messages of queries and of the ontology."""

from io import BytesIO

from kg.web import extraction

QUERY = b"""# title: Meetings
# form: facts
# topic: Who met
SELECT ?entity ?fact ?place ?placeLabel ?firstMet ?passage
WHERE { ?fact a ?hiddenAway }
"""
TERMS = b"""@prefix o: <https://o.example/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
o:Summit a owl:Class ; rdfs:label "summit" .
o:venue a owl:ObjectProperty ; rdfs:label "venue" ."""


def test_titles() -> None:
    """A query has a title, and an example its topic."""
    found = [(line, text) for line, _, text, _ in extraction.query(BytesIO(QUERY), [], [], options={})]

    assert found == [(1, "Meetings"), (3, "Who met")]


def test_columns() -> None:
    """A panel names its columns too: those that are shown."""
    found = [text for _, _, text, _ in extraction.panel(BytesIO(QUERY), [], [], options={})]

    assert found == ["Meetings", "Who met", "first met", "place"]


def test_labels() -> None:
    """A term has its label; a class another for many of its things."""
    found = [text for _, _, text, _ in extraction.terms(BytesIO(TERMS), [], [], options={})]

    assert found == ["summit", "summits", "venue"]
