"""What a graph holds is counted right: in all, by class, by property, and by property of a class."""

import pytest
from rdflib import RDF, RDFS, XSD

from kg.emit import partitions
from kg.emit.partitions import CLASS, DATATYPE, Counts

A = "https://a.example/"
# Two meetings, one of them a summit too; two persons, one without a name; one thing without a class.
GRAPH = f"""\
<{A}m/1> <{RDF.type}> <{A}Meeting> .
<{A}m/1> <{RDFS.label}> "First <x> meeting" .
<{A}m/1> <{A}who> <{A}p/1> .
<{A}m/1> <{A}who> <{A}p/2> .
<{A}m/2> <{RDF.type}> <{A}Meeting> .
<{A}m/2> <{RDF.type}> <{A}Summit> .
<{A}m/2> <{A}day> "2025-04-02"^^<{XSD.date}> .
<{A}m/2> <{A}who> <{A}p/1> .
<{A}p/1> <{RDF.type}> <{A}Person> .
<{A}p/1> <{RDFS.label}> "Ana"@pt .
<{A}p/1> <{RDFS.label}> "Ann"@en .
<{A}p/2> <{RDF.type}> <{A}Person> .
<{A}x/1> <{A}who> <{A}elsewhere> .
"""


@pytest.fixture(scope="module")
def counts() -> Counts:
    """Return the counts of the graph."""
    return partitions.count(GRAPH.encode())


def test_totals(counts: Counts) -> None:
    """Triples, subjects and objects are counted once each."""
    # Objects: three classes, three literals of labels, a day, two persons, and what lies elsewhere.
    assert (counts.triples, counts.subjects, counts.objects) == (13, 5, 10)


def test_classes(counts: Counts) -> None:
    """A thing counts for each of its classes; the example of a class is the thing that most is told of."""
    found = {name.removeprefix(A): (c.entities, c.triples, c.example) for name, c in counts.classes.items()}

    assert found == {
        "Meeting": (2, 8, f"{A}m/1"),
        "Person": (2, 4, f"{A}p/1"),
        "Summit": (1, 4, f"{A}m/2"),
    }


def test_properties(counts: Counts) -> None:
    """A property has triples, subjects, and different objects, whatever the class of its subjects."""
    found = {
        name.rpartition("/")[2].rpartition("#")[2]: (p.triples, p.subjects, counts.distinct[name])
        for name, p in counts.properties.items()
    }

    assert found == {"type": (5, 4, 3), "label": (3, 2, 3), "day": (1, 1, 1), "who": (4, 3, 3)}


def test_properties_of_a_class(counts: Counts) -> None:
    """Of each property of a class it is told how many things have it and what it leads to."""
    meeting = counts.classes[f"{A}Meeting"].properties

    assert [name.rpartition("/")[2].rpartition("#")[2] for name in meeting] == ["type", "label", "day", "who"]
    assert (meeting[f"{A}who"].triples, meeting[f"{A}who"].subjects) == (3, 2)
    assert meeting[f"{A}who"].targets == {(CLASS, f"{A}Person"): 3}
    assert meeting[f"{A}day"].targets == {(DATATYPE, str(XSD.date)): 1}
    assert meeting[str(RDFS.label)].targets == {(DATATYPE, str(XSD.string)): 1}
    assert meeting[str(RDF.type)].targets == {}


def test_names_in_languages(counts: Counts) -> None:
    """Words in a language are of the datatype that RDF gives them."""
    label = counts.classes[f"{A}Person"].properties[str(RDFS.label)]

    assert (label.triples, label.subjects) == (2, 1)
    assert label.targets == {(DATATYPE, str(RDF.langString)): 2}


def test_what_has_no_class_counts_in_all_only(counts: Counts) -> None:
    """What leads to a thing without a class is counted, for no class."""
    assert counts.properties[f"{A}who"].targets == {(CLASS, f"{A}Person"): 3}


def test_object_of_several_classes() -> None:
    """A triple counts for each class of its object, and once for the property."""
    graph = f"<a:1> <a:p> <a:2> .\n<a:2> <{RDF.type}> <a:A> .\n<a:2> <{RDF.type}> <a:B> .\n"
    found = partitions.count(graph.encode()).properties["a:p"]

    assert (found.triples, found.targets) == (1, {(CLASS, "a:A"): 1, (CLASS, "a:B"): 1})


def test_words_that_look_like_triples() -> None:
    """Words of a text that read like another triple or a datatype are words."""
    text = rf"say \"a\"^^<a:b> <{RDF.type}> <a:C> ."
    found = partitions.count(f'<a:1> <a:p> "{text}" .\n'.encode())

    assert found.classes == {}
    assert found.properties["a:p"].targets == {(DATATYPE, str(XSD.string)): 1}


def test_words_with_ends_of_lines() -> None:
    """A mark within a text that other systems take for the end of a line is none."""
    found = partitions.count('<a:1> <a:p> "one\u2028two\x85three" .\n'.encode())

    assert (found.triples, found.objects) == (1, 1)


def test_nothing() -> None:
    """An empty graph holds nothing."""
    assert partitions.count(b"") == Counts(0, 0, 0, {}, {}, {})


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('<a:1> <a:p> "b" .\n<a:1> <a:p> "a" .\n<a:2> <a:p> "b" .\n', ("a", "b")),
        ("<a:1> <a:p> <a:b> .\n", ()),
        ('<a:1> <a:q> "b" .\n', ()),
        ('<a:1> <a:p> "b"@en .\n<a:1> <a:p> "1"^^<a:n> .\n', ()),
        ('<a:1> <a:q> "says <a:p> here" .\n', ()),
        ('<a:1> <a:q> "says <a:p> \\"b\\" ." .\n<a:1> <a:q> "says <a:p> " .\n', ()),
        ("", ()),
    ],
    ids=["each once", "a thing", "another property", "no plain string", "words", "a quotation", "nothing"],
)
def test_strings_of_a_property(lines: str, expected: tuple[str, ...]) -> None:
    """The plain strings that a property has, and nothing else that looks like them."""
    assert partitions.values(lines.encode(), "a:p") == expected
