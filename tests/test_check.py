"""A graph that breaks a promise is refused, and the message names what is wrong."""

import time

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from kg import check
from kg.errors import CheckError
from kg.vocab import DIP, superclasses

BASE = "https://w3id.org/communique/"
TEXT = "On Monday the envoy Anna Holm met the king. They parted."
MEETING = URIRef(f"{BASE}meeting/2024-05-06-anna-holm")
PERSON = URIRef(f"{BASE}person/anna-holm")
ARTICLE = URIRef(f"{BASE}article/a")
PASSAGE = URIRef(f"{BASE}passage/a/0-43")
Triple = tuple[URIRef, URIRef, URIRef | Literal]


def claim(number: int, triple: Triple, passage: URIRef = PASSAGE) -> list[Triple]:
    """Return a claim of a triple that cites a passage."""
    iri = URIRef(f"{BASE}claim/{number}")
    return [
        (iri, RDF.type, DIP.Claim),
        (iri, RDF.type, RDF.Statement),
        (iri, RDF.subject, triple[0]),
        (iri, RDF.predicate, triple[1]),
        (iri, RDF.object, triple[2]),
        (iri, DIP.passage, passage),
        (iri, DIP.rule, Literal("test")),
    ]


def passage(iri: URIRef, start: int, end: int, quote: str) -> list[Triple]:
    """Return a passage of the article."""
    return [
        (iri, RDF.type, DIP.Passage),
        (iri, DIP.article, ARTICLE),
        (iri, DIP.start, Literal(start)),
        (iri, DIP.end, Literal(end)),
        (iri, DIP.quote, Literal(quote)),
    ]


def sound(day: str = "2024-05-06") -> Graph:
    """Return a small graph that keeps every promise."""
    facts: list[Triple] = [
        *((MEETING, RDF.type, kind) for kind in superclasses(DIP.Meeting)),
        *((PERSON, RDF.type, kind) for kind in superclasses(DIP.Person)),
        (MEETING, RDFS.label, Literal("Meeting")),
        (PERSON, RDFS.label, Literal("Anna Holm")),
        (MEETING, DIP.participant, PERSON),
        (MEETING, DIP.status, DIP.Occurred),
        (MEETING, DIP.earliest, Literal(day, datatype=XSD.date)),
        (MEETING, DIP.latest, Literal(day, datatype=XSD.date)),
    ]
    graph = Graph()
    for number, fact in enumerate(facts):
        graph.add(fact)
        add(graph, claim(number, fact))
    add(graph, passage(PASSAGE, 0, 43, TEXT[:43]))
    add(graph, [(ARTICLE, RDF.type, DIP.Article), (ARTICLE, RDFS.label, Literal("a"))])
    add(graph, [(ARTICLE, DIP.file, Literal("a.txt")), (ARTICLE, DIP.sha256, Literal("0" * 64))])
    return graph


def add(graph: Graph, triples: list[Triple]) -> None:
    """Add triples to a graph."""
    for triple in triples:
        graph.add(triple)


def run(graph: Graph, text: str = TEXT) -> None:
    """Check a graph against the text of its article."""
    check.run(graph.serialize(format="nt").encode(), {"a.txt": text})


def test_sound_graph() -> None:
    """A graph that keeps every promise passes."""
    run(sound())


@pytest.mark.parametrize(
    "text",
    [TEXT.replace("Monday", "Tuesday"), " " + TEXT, TEXT[:20], ""],
    ids=["other words", "one off", "cut short", "empty"],
)
def test_passage_that_is_off(text: str) -> None:
    """A quote that is not the text between its offsets is refused."""
    with pytest.raises(CheckError, match=r"passage/a/0-43: expected the words of a\.txt there"):
        run(sound(), text)


def test_offsets_count_code_points() -> None:
    """Offsets count code points: a character beyond the Basic Multilingual Plane is one."""
    text = "𝄞" + TEXT
    graph = sound()
    moved = URIRef(f"{BASE}passage/a/1-44")
    add(graph, passage(moved, 1, 44, TEXT[:43]))
    for found in list(graph.subjects(DIP.passage)):
        graph.set((found, DIP.passage, moved))
    graph.remove((PASSAGE, None, None))

    run(graph, text)


def test_passage_of_an_unknown_article() -> None:
    """A passage of an article that was not read is refused."""
    graph = sound()
    graph.set((ARTICLE, DIP.file, Literal("b.txt")))

    with pytest.raises(
        CheckError, match=r"expected a passage of an article that is read here, found 'b\.txt'"
    ):
        run(graph)


def test_passage_with_broken_offsets() -> None:
    """A start that is no number is refused."""
    graph = sound()
    graph.set((PASSAGE, DIP.start, Literal("soon")))

    with pytest.raises(CheckError, match=r"expected start and end as numbers, found 'soon' and '43'"):
        run(graph)


@pytest.mark.parametrize(
    "fact",
    [
        (MEETING, DIP.visitKind, Literal("official")),
        (PERSON, OWL.sameAs, URIRef("http://www.wikidata.org/entity/Q1")),
        (MEETING, RDF.type, DIP.Visit),
    ],
    ids=["record", "actor", "type"],
)
def test_fact_without_claim(fact: Triple) -> None:
    """A fact about a record or an actor that nobody claims is refused."""
    graph = sound()
    graph.add(fact)

    with pytest.raises(CheckError, match=rf"{fact[0]} {fact[1]} .*: expected a claim of it, found none"):
        run(graph)


def test_claim_without_fact() -> None:
    """A claim whose triple is no fact is refused."""
    graph = sound()
    add(graph, claim(99, (MEETING, DIP.about, PERSON)))

    with pytest.raises(CheckError, match=r"claim/99: expected its triple among the facts, found none"):
        run(graph)


def test_rejected_claim() -> None:
    """A claim that a person rejected stands without its fact."""
    graph = sound()
    add(graph, claim(99, (MEETING, DIP.about, PERSON)))
    graph.add((URIRef(f"{BASE}claim/99"), DIP.review, DIP.Rejected))

    run(graph)


def test_claim_that_another_value_beat() -> None:
    """A claim of a status that another status beat stands without its fact."""
    graph = sound()
    add(graph, claim(99, (MEETING, DIP.status, DIP.Planned)))

    run(graph)


def test_value_that_is_beaten_by_none() -> None:
    """A claim of a status stands only where some status is a fact."""
    graph = sound()
    graph.remove((MEETING, DIP.status, None))

    with pytest.raises(CheckError, match=r"expected its triple among the facts, found none: .*status"):
        run(graph)


def test_blank_node() -> None:
    """A blank node is refused."""
    nodes = b'_:a <http://purl.org/dc/terms/title> "x" .\n<http://a.example/> <http://b.example/> _:b .\n'

    with pytest.raises(CheckError, match=r"(?s)found a blank node.*found a blank node"):
        check.run(nodes, {})


def test_unknown_term() -> None:
    """A term of our namespace that the ontology lacks is refused, once."""
    line = "<https://a.example/> <https://w3id.org/communique/ontology#attendee> <https://b.example/> .\n"

    with pytest.raises(CheckError, match=r"expected terms of the ontology, found \S+#attendee$"):
        check.run((line + line.replace("b.example", "c.example")).encode(), {})


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ((PERSON, RDFS.label, Literal("Holm")), "An actor has exactly one label"),
        ((ARTICLE, DIP.url, Literal("post.example")), "An article has at most one URL"),
        (
            (URIRef(f"{BASE}claim/1"), DIP.confidence, Literal("1.5", datatype=XSD.decimal)),
            "Confidence is one",
        ),
        ((URIRef(f"{BASE}claim/1"), DIP.passage, ARTICLE), "What a claim cites is a passage"),
    ],
    ids=["two labels", "no URL", "confidence", "no passage"],
)
def test_violated_shape(fact: Triple, message: str) -> None:
    """A graph that does not conform to the shapes is refused with the shape's message."""
    graph = sound()
    graph.add(fact)

    with pytest.raises(CheckError, match=rf"{fact[0]}: {message}"):
        run(graph)


def test_dates_in_the_wrong_order() -> None:
    """A record whose last day lies before its first is refused."""
    graph = sound()
    early = (MEETING, DIP.latest, Literal("2024-05-01", datatype=XSD.date))
    graph.set(early)
    add(graph, claim(99, early))

    with pytest.raises(CheckError, match="not after its latest"):
        run(graph)


def test_many_faults() -> None:
    """Of many faults the first ten are told."""
    graph = sound()
    for number in range(50):
        graph.add((PERSON, DIP.ownership, Literal(str(number))))

    with pytest.raises(CheckError) as caught:
        run(graph)

    lines = str(caught.value).splitlines()

    assert len(lines) == 12
    assert (lines[0], lines[-1]) == ("expected a sound graph, found:", "…")


def test_cost_is_linear() -> None:
    """Twice as many articles take no more than thrice the time."""
    assert _seconds(20) < 3 * _seconds(10) + 0.5


def _seconds(articles: int) -> float:
    """Return how long it takes to check copies of a sound graph, each of an article of its own."""
    lines = [
        line.replace("/article/a", f"/article/a{n}").replace("a.txt", f"a{n}.txt").replace("/a/", f"/a{n}/")
        .replace("anna-holm", f"anna-holm-{n}").replace("/claim/", f"/claim/{n}-")
        for n in range(articles)
        for line in sound().serialize(format="nt").splitlines()
    ]  # fmt: skip
    started = time.perf_counter()
    check.run("\n".join(lines).encode(), {f"a{n}.txt": TEXT for n in range(articles)})
    return time.perf_counter() - started
