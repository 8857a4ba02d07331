"""The sentences that a page shows of a record are found when the build is made."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.store import cited, claimed, queries
from kg.store.builds import Build
from kg.store.lists import pick
from kg.web.catalogue import folders
from kg.web.kinds import lowest
from kg.web.panels import Panel

RDF, DIP = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "https://w3id.org/communique/ontology#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
GRAPH = f"""\
<a:late> <http://purl.org/dc/terms/issued> "2031-03-05"^^<http://www.w3.org/2001/XMLSchema#date> .
<c:1> <{RDF}subject> <v:1> .
<c:1> <{DIP}passage> <p:1> .
<c:1> <{DIP}passage> <p:2> .
<p:1> <{DIP}article> <a:late> .
<p:1> <{DIP}end> "9"^^<http://www.w3.org/2001/XMLSchema#integer> .
<p:1> <{DIP}start> "4"^^<http://www.w3.org/2001/XMLSchema#integer> .
<p:2> <{DIP}article> <a:undated> .
<p:2> <{DIP}end> "80"^^<http://www.w3.org/2001/XMLSchema#integer> .
<p:2> <{DIP}start> "20"^^<http://www.w3.org/2001/XMLSchema#integer> .
"""


def test_passages_are_read_from_the_file_of_the_graph(tmp_path: Path) -> None:
    """Those of each claim, and where each stands: its day, where that is known, article and place in it."""
    (tmp_path / "graph.nt").write_text(GRAPH)

    assert list(claimed.subjects(tmp_path / "graph.nt")) == [("v:1", "p:1"), ("v:1", "p:2")]
    assert claimed.places(tmp_path / "graph.nt") == {
        "p:1": ("2031-03-05", "a:late", 4, 9),
        "p:2": ("", "a:undated", 20, 80),
    }


def test_first_passages_are_kept() -> None:
    """Each once, by day, article and place; no more than a page shows; a thing without any has none."""
    places = {f"p:{n}": ("2031-03-05", "a:one", n, n + 1) for n in range(20)} | {
        "p:x": ("", "a:two", 99, 100)
    }
    told = [("v:1", f"p:{n}") for n in (*range(19, -1, -1), 3)] + [
        ("v:1", "p:x"),
        ("v:2", "p:7"),
        ("v:3", "p:none"),
    ]
    index = cited.write(":memory:", told, places)
    first, second, *none = cited.read(index, ("v:1", "v:2", "v:3", "v:4"))

    assert first == ("<p:x>", *(f"<p:{n}>" for n in range(11)))
    assert (second, none) == (("<p:7>",), [(), ()])


def test_passages_stand_in_place_of_what_looks_for_them(tmp_path: Path) -> None:
    """The claims are not asked for; of a fact without passages the branch has no row."""
    text = """# title: Calls
SELECT ?entity ?fact ?passage
WHERE {
  {
    {
      SELECT DISTINCT ?entity ?fact ?passage
      WHERE {
        {
          SELECT ?entity ?fact
          WHERE {
            ?fact dip:participant ?entity .
          }
          ORDER BY ?fact
          LIMIT 3
        }
        ?claim rdf:subject ?fact .
        ?claim dip:passage ?passage .
      }
      LIMIT 300
    }
  }
}
ORDER BY ?fact
"""
    (tmp_path / "calls.rq").write_text(text)
    found = pick(queries.read(tmp_path / "calls.rq"))
    assert found is not None
    asked = found.among(("<v:1>", "<v:2>"), (("<p:1>", "<p:2>"), ())).text

    assert "VALUES (?fact ?passage) {\n        (<v:1> <p:1>)\n        (<v:1> <p:2>)\n      }" in asked
    assert "rdf:subject" not in asked
    assert "rdf:subject" in found.among(("<v:1>",)).text


def panels(app: Flask) -> Iterator[tuple[str, tuple[Panel, ...]]]:
    """Yield the panels of each thing of the graph that has a class."""
    graph = app.extensions["service"].graph()
    kinds: dict[str, list[str]] = {}
    for triple in graph.build.matching(None, NamedNode(f"{RDF}type"), None):
        kinds.setdefault(triple.subject.value, []).append(triple.object.value)
    for thing, told in sorted(kinds.items()):
        if kind := lowest(told):
            yield thing, graph.panels(*folders(kind), entity=NamedNode(thing))


def test_pages_show_the_same_without_them(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was made before has the same panels, asked of the engine."""
    with app.test_request_context("/"):
        shown = dict(panels(app))
        monkeypatch.setattr(Build, "cited", lambda *_: None)
        before = dict(panels(app))

    assert (
        sum(len(fact.citations) for found in shown.values() for panel in found for fact in panel.facts) > 100
    )
    assert {thing for thing, found in shown.items() if found != before[thing]} == set()


def test_each_who_took_part_has_a_sentence(app: Flask) -> None:
    """However much else many articles tell of the event."""
    base, event = "https://w3id.org/communique/", NamedNode("https://w3id.org/communique/meeting/m")
    told = [f"<p:1> <{DIP}quote> 'They met.' ; <{DIP}article> <article/a> ; <{DIP}start> 1 ; <{DIP}end> 9 ."]
    for n in range(30):
        told.append(f"<meeting/m> <{DIP}participant> <person/{n}> . <person/{n}> <{LABEL}> 'P{n:02}' .")
        told.append(
            f"<c:{n}> <{RDF}subject> <meeting/m> ; <{RDF}object> <person/{n}> ; <{DIP}passage> <p:1> ."
        )
    told += [f"<x:{n}> <{RDF}subject> <meeting/m> ; <{RDF}object> 'said' ." for n in range(3000)]
    graph = app.extensions["service"].graph()
    triples = (quad.triple for quad in parse("\n".join(told).encode(), RdfFormat.TURTLE, base_iri=base))
    with app.test_request_context("/"):
        [panel] = [
            each
            for each in replace(graph, build=graph.build.holding(triples)).panels("event", entity=event)
            if each.anchor == "participants"
        ]

    assert {len(fact.citations) for fact in panel.facts} == {1}
