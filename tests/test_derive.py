"""What follows from what is claimed: classes above, properties above, one label for each thing."""

from corpus import Telling, resolved
from rdflib import RDF, RDFS, SKOS, URIRef

from kg.emit import derive
from kg.model import Claim, Node, Resolution, Span, Value
from kg.vocab import DIP


def whole(telling: Telling) -> tuple[Resolution, list[Claim]]:
    """Return what an article tells, and all that follows."""
    found = resolved(telling)
    return found, list(derive.whole(found))


def objects(claims: list[Claim], node: Node, term: URIRef) -> list[object]:
    """Return what a property of a node leads to, in the order of the claims."""
    return [c.object for c in claims if c.subject == node and c.predicate == term]


def test_classes_above() -> None:
    """A thing of a class is one of each class above it, on the same words."""
    a = Telling("a.txt", "2025-04-03")
    expulsion = a.event(DIP.Expulsion, "They expelled an envoy.")
    _, found = whole(a)
    types = [c for c in found if c.subject == expulsion and c.predicate == RDF.type]

    assert [c.object for c in types] == [DIP.Expulsion, DIP.Action, DIP.Event, DIP.Record]
    assert len({c.spans for c in types}) == 1
    assert [c.rule for c in types] == ["test", *["derived: super-class"] * 3]


def test_topic_is_a_concept() -> None:
    """A topic stands in the class that other data sets look for."""
    a = Telling("a.txt", "2025-04-03")
    topic = a.actor(DIP.Topic, "trade")

    assert SKOS.Concept in objects(whole(a)[1], topic, RDF.type)


def test_properties_above() -> None:
    """Who visited took part; what was derived says so, and keeps who told it."""
    a = Telling("a.txt", "2025-04-03")
    liu = a.person("Liu Jianchao")
    visit, said = Node("a.txt", DIP.Visit, "1"), a.statement("Liu said so.", liu)
    a.claim(visit, RDF.type, DIP.Visit, "Liu came.", according_to=said)
    a.claim(visit, DIP.visitor, liu, "Liu came.", according_to=said)
    above = [c for c in whole(a)[1] if c.subject == visit and c.predicate == DIP.participant]

    assert [(c.object, c.rule, c.according_to) for c in above] == [(liu, "derived: super-property", said)]


def test_one_label() -> None:
    """The display name is the label; each other name is an alternative one."""
    a = Telling("a.txt", "2025-04-03")
    liu = a.person("Liu", "Liu Jianchao", "Minister Liu Jianchao Junior")
    _, found = whole(a)

    assert objects(found, liu, RDFS.label) == [Value("Minister Liu Jianchao Junior")]
    assert objects(found, liu, SKOS.altLabel) == [Value("Liu"), Value("Liu Jianchao")]


def test_label_of_the_registry() -> None:
    """A state has the registry's name: where the article has another, the row is the basis."""
    a = Telling("a.txt", "2025-04-03")
    state = a.state("AZE", "Republic of Azerbaijan")
    made = [c for c in whole(a)[1] if c.subject == state and c.predicate == RDFS.label]

    assert [(c.object, c.basis) for c in made] == [(Value("Azerbaijan"), "registry: AZE")]


def test_label_of_a_record() -> None:
    """A record's label is made, once, on the words of its type."""
    a = Telling("a.txt", "2025-04-03")
    people = a.person("Liu Jianchao"), a.person("Ali Asadov")
    meetings = [a.event(DIP.Meeting, "They met.", *people, when="2025-04-02") for _ in range(2)]
    found, claims = whole(a)
    made = [c for c in claims if c.predicate == RDFS.label and c.subject in meetings]
    start = a.text.index("They met.")

    assert found.iris[meetings[0]] == found.iris[meetings[1]]
    assert [(c.object, c.spans, c.basis) for c in made] == [
        (
            Value("Meeting of Ali Asadov and Liu Jianchao, 2 April 2025"),
            (Span(start, start + len("They met.")),),
            "label made from its parts",
        )
    ]


def test_class_of_what_is_only_named() -> None:
    """What another claim leads to has its class on that claim's words."""
    a = Telling("a.txt", "2025-04-03")
    liu, place = a.person("Liu Jianchao"), Node("a.txt", DIP.Place, "somewhere")
    a.event(DIP.Visit, "Liu came somewhere.", liu, place=place)
    types = [c for c in whole(a)[1] if c.subject == place and c.predicate == RDF.type]
    start = a.text.index("Liu came")

    assert [(c.object, c.spans, c.rule) for c in types] == [
        (DIP.Place, (Span(start, start + len("Liu came somewhere.")),), "derived: named there")
    ]


def test_nothing_follows_from_nothing() -> None:
    """An empty resolution has no claims."""
    assert list(derive.whole(resolved())) == []
