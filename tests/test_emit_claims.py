"""Claims as written: what each carries, and on what it rests."""

from corpus import BASE, Telling
from graphs import about, claims, written
from rdflib import RDF, SKOS, URIRef

from kg.model import Claim, Linking, Node, Span, Value
from kg.vocab import DIP


def test_claim_carries_its_ground() -> None:
    """A claim has rule, confidence, phrase and who said it; first-hand words need nobody."""
    a = Telling("a.txt", "2025-04-03")
    liu = a.person("Liu Jianchao")
    node = a.event(DIP.Meeting, "They met.", liu)
    more = {"phrase": "on Wednesday", "confidence": 0.875, "according_to": liu, "basis": "a.toml: published"}
    a.claim(node, DIP.earliest, Value("2025-04-02", "date"), "They met on Wednesday.", **more)
    iri = f"{BASE}meeting/2025-04-02-liu-jianchao"
    (found,) = claims(written(a.extraction()), f"{BASE}meeting/liu-jianchao", DIP.earliest)

    assert {k: found[k] for k in ("phrase", "confidence", "accordingTo", "basis", "rule")} == {
        "phrase": {"on Wednesday"},
        "confidence": {"0.88"},
        "accordingTo": {"person/liu-jianchao"},
        "basis": {"a.toml: published"},
        "rule": {"test"},
    }
    assert about(written(a.extraction()), iri) == {}


def test_why_two_are_one() -> None:
    """The claim of a class tells why its article tells of the same; other claims do not."""
    tellings = (Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-04"))
    for t in tellings:
        t.event(
            DIP.Meeting, "They met.", t.person("Liu Jianchao"), t.person("Ilham Aliyev"), when="2025-04-02"
        )
    graph = written(*(t.extraction() for t in tellings))
    found = claims(graph, f"{BASE}meeting/2025-04-02-ilham-aliyev-liu-jianchao", RDF.type)
    told = {min(c["object"]): c["sameBy"] for c in found if "sameBy" in c}

    assert told == {"Meeting": {"2 of 2 participants shared, the same day"}}


def test_two_rules_on_one_sentence() -> None:
    """Two rules that find one triple in one sentence make one claim, with the surer rule."""
    a = Telling("a.txt", "2025-04-03")
    node = a.event(DIP.Meeting, "They met.", a.person("Liu Jianchao"))
    for rule, sure in (("weak", 0.2), ("strong", 0.9)):
        a.claim(node, DIP.visitKind, Value("working"), "They met.", rule=rule, confidence=sure)
    (found,) = claims(written(a.extraction()), f"{BASE}meeting/liu-jianchao", DIP.visitKind)

    assert (found["rule"], found["confidence"]) == ({"strong"}, {"0.90"})


def test_what_is_only_named() -> None:
    """What only another claim names has its class on the words of that claim."""
    a = Telling("a.txt", "2025-04-03")
    topic = Node("a.txt", DIP.Topic, "topic:water")
    a.claim(a.event(DIP.Meeting, "They met on water."), DIP.about, topic, "They met on water.")
    graph = written(a.extraction())
    found = about(graph, f"{BASE}topic/water")

    assert found["type"] == {"Topic", "Concept"}
    assert {min(c["rule"]) for c in claims(graph, f"{BASE}topic/water", RDF.type)} == {
        "derived: named there",
        "derived: super-class",
    }


def test_claim_of_a_link() -> None:
    """A claim without words rests on its basis alone."""
    a = Telling("a.txt", "2025-04-03")
    china = a.state("CHN", "China")
    a.claims.append(Claim(china, DIP.iso3, Value("CHN"), (), "registry", basis="states.tsv: CHN"))
    graph = written(a.extraction())
    (found,) = claims(graph, f"{BASE}state/china", DIP.iso3)

    assert about(graph, f"{BASE}state/china")["iso3"] == {"CHN"}
    assert (found["basis"], found.get("passage")) == ({"states.tsv: CHN"}, None)


def test_spans_of_one_claim() -> None:
    """A claim that rests on two sentences cites both."""
    a = Telling("a.txt", "2025-04-03")
    node = a.event(DIP.Meeting, "They met.", a.person("Liu Jianchao"))
    spans = (a.sentence("They met."), a.sentence("It was long."))
    a.claims.append(Claim(node, DIP.visitKind, Value("long"), spans, "test"))
    (found,) = claims(written(a.extraction()), f"{BASE}meeting/liu-jianchao", DIP.visitKind)

    assert spans == (Span(24, 33), Span(34, 46))
    assert found["passage"] == {"passage/a/24-33", "passage/a/34-46"}


def test_link() -> None:
    """The claim of a link to another data set has its features, who decided it and when."""
    a = Telling("a.txt", "2025-04-03")
    node = a.person("Liu Jianchao")
    linking = Linking(("name 1.00: the same", "office 0.90: minister"), "Anna Holm", "2026-11-22")
    there = URIRef("http://www.wikidata.org/entity/Q1")
    a.claim(node, SKOS.exactMatch, there, "Liu Jianchao.", linking=linking)
    graph = written(a.extraction())
    (found,) = claims(graph, f"{BASE}person/liu-jianchao", SKOS.exactMatch)

    assert found["feature"] == {"name 1.00: the same", "office 0.90: minister"}
    assert (found["decidedBy"], found["decidedOn"]) == ({"Anna Holm"}, {"2026-11-22"})
