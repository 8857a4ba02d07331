"""The terms in Python are those of the ontology's files."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import SH

from kg.errors import OntologyError
from kg.vocab import (
    DIP,
    FOLDER,
    ONTOLOGY,
    TERMS,
    alignments,
    classes,
    frames,
    local,
    properties,
    read,
    read_all,
    shapes,
    superclasses,
    superproperties,
)


def test_a_term_has_the_iri_of_its_name() -> None:
    """An attribute is the term of that name in the namespace of the ontology."""
    actual = DIP.visitor

    assert actual == URIRef("https://w3id.org/communique/ontology#visitor")


def test_an_unknown_name_is_an_error() -> None:
    """A name that the ontology lacks fails where it is written."""
    with pytest.raises(AttributeError, match="guest"):
        _ = DIP.guest


def test_no_term_is_hidden_by_a_method_of_strings() -> None:
    """A namespace is a string: a term named like a method of strings ("index") would be that method."""
    names = [str(s).removeprefix(ONTOLOGY) for s in TERMS.subjects(RDF.type) if s.startswith(ONTOLOGY)]

    hidden = [n for n in names if getattr(DIP, n) != ONTOLOGY.term(n)]

    assert hidden == []


def test_superclasses_are_nearest_first() -> None:
    """A class stands first, then what is above it, up to the top."""
    actual = superclasses(DIP.Expulsion)

    assert actual == (DIP.Expulsion, DIP.Action, DIP.Event, DIP.Record)


@pytest.mark.parametrize(
    ("kind", "above"),
    [
        pytest.param(DIP.Topic, (DIP.Topic, SKOS.Concept), id="topic"),
        pytest.param(DIP.Claim, (DIP.Claim, RDF.Statement), id="claim"),
        pytest.param(DIP.Denial, (DIP.Denial, DIP.Statement, DIP.Record), id="denial"),
        pytest.param(DIP.Actor, (DIP.Actor,), id="top"),
        pytest.param(SKOS.Concept, (SKOS.Concept,), id="foreign"),
    ],
)
def test_superclasses_of_others_are_among_them(kind: URIRef, above: tuple[URIRef, ...]) -> None:
    """Classes of others that the graph is to tell for each member count; those of the alignments do not."""
    assert superclasses(kind) == above


def test_superproperties_are_nearest_first() -> None:
    """A role stands first, then participation."""
    actual = superproperties(DIP.headOfDelegation)

    assert actual == (DIP.headOfDelegation, DIP.participant)


def test_superproperties_of_others_are_left_to_the_alignments() -> None:
    """A property without one above it of ours stands alone."""
    assert superproperties(DIP.place) == (DIP.place,)


@pytest.mark.parametrize("ask", [superclasses, superproperties])
def test_what_is_above_an_unknown_term_is_an_error(ask: object) -> None:
    """A term that the ontology lacks is named in the error, not returned as if it stood alone."""
    assert callable(ask)
    with pytest.raises(OntologyError, match="#Guest: expected a term"):
        ask(URIRef(ONTOLOGY + "Guest"))


def test_classes_are_named_and_sorted() -> None:
    """Unions, which have no name, are no classes to list."""
    actual = classes()

    assert actual[:3] == (DIP.Action, DIP.Actor, DIP.Agreement)
    assert all(isinstance(c, URIRef) for c in actual)


def test_properties_are_no_classes() -> None:
    """Properties are listed apart from classes and individuals."""
    actual = properties()

    assert actual[:3] == (DIP.about, DIP.accordingTo, DIP.addressee)
    assert set(actual).isdisjoint(classes())
    assert DIP.Occurred not in actual


@pytest.mark.parametrize(
    ("term", "name"),
    [(DIP.Meeting, "Meeting"), (RDFS.label, "label"), (URIRef("https://schema.org/Event"), "Event")],
    ids=["ours", "hash", "slash"],
)
def test_local_name_follows_the_last_mark(term: URIRef, name: str) -> None:
    """The name within a namespace is what follows its hash, or its last slash."""
    assert local(term) == name


def test_frames_are_read_as_one_graph() -> None:
    """Each frame of each file is in the graph."""
    actual = frames()

    assert set(actual.subjects(RDF.type, DIP.Frame))
    values = {s for kind in (DIP.Status, DIP.Stance) for s in TERMS.subjects(RDF.type, kind)}
    assert set(actual.objects(None, DIP.evokes)) <= {*classes(), *values}


def test_shapes_are_read_as_one_graph() -> None:
    """Shapes of different files stand in one graph."""
    targets = set(shapes().objects(None, SH.targetClass))

    assert {DIP.Event, DIP.Claim, DIP.Agreement} <= targets


def test_alignments_are_read_apart_from_the_terms() -> None:
    """A relation to another vocabulary is no part of the ontology itself."""
    triple = (DIP.Event, RDFS.subClassOf, URIRef("https://schema.org/Event"))

    assert triple in alignments()
    assert triple not in TERMS


def test_a_file_is_read(tmp_path: Path) -> None:
    """Turtle becomes a graph."""
    path = tmp_path / "small.ttl"
    path.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<urn:a> a owl:Class .\n", encoding="utf-8"
    )

    actual = set(read(path))

    assert actual == {(URIRef("urn:a"), RDF.type, OWL.Class)}


@pytest.mark.parametrize(
    "content",
    [b"<urn:a> a <urn:b>", b"<urn:a> a missing:prefix .", b'<urn:a> <urn:b> "\xff" .'],
    ids=["no full stop", "unknown prefix", "not UTF-8"],
)
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    """The error names the file and what was expected of it."""
    path = tmp_path / "broken.ttl"
    path.write_bytes(content)

    with pytest.raises(OntologyError, match=r"^broken\.ttl: expected Turtle in UTF-8, found: "):
        read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named with its folder: it may be the folder that is wrong."""
    with pytest.raises(OntologyError, match=r"absent\.ttl: expected a file of the ontology, found none"):
        read(tmp_path / "absent.ttl")


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    """The files of a folder are one graph; what is no Turtle file is left alone."""
    (tmp_path / "a.ttl").write_text("<urn:a> a <urn:b> .", encoding="utf-8")
    (tmp_path / "b.ttl").write_text("<urn:c> a <urn:b> .", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no Turtle", encoding="utf-8")

    actual = read_all(tmp_path)

    assert isinstance(actual, Graph)
    assert set(actual.subjects()) == {URIRef("urn:a"), URIRef("urn:c")}


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """Without shapes every graph would conform, so none is no answer."""
    with pytest.raises(OntologyError, match="expected Turtle files, found none"):
        read_all(tmp_path)


def test_the_folder_holds_all_parts() -> None:
    """The ontology is found where it lies, in a checkout and installed."""
    actual = {p.name for p in FOLDER.iterdir()}

    assert {"communique.ttl", "alignments.ttl", "frames", "shapes"} <= actual
