"""What follows for the corpus: who reported, who denied, on whose word alone a record stands."""

from corpus import Telling, path, resolved
from rdflib import RDF, URIRef

from kg.model import Node, Resolution
from kg.vocab import DIP

SAID = "the road will be opened in the summer of next year"


def told(resolution: Resolution, term: URIRef, node: Node) -> list[str]:
    """Return where a property of a thing leads, as paths, sorted."""
    iri = resolution.iris[node]
    found = {
        path(resolution, c.object)
        for c in resolution.claims
        if c.predicate == term and resolution.iris[c.subject] == iri and isinstance(c.object, Node)
    }
    return sorted(found)


def chain(telling: Telling) -> tuple[Node, Node, Node]:
    """Return what Liu said, what APA passed on, and what Sputnik passed on of that."""
    liu = telling.person("Liu Jianchao")
    apa, sputnik = telling.actor(DIP.Organization, "APA"), telling.actor(DIP.Organization, "Sputnik")
    words = "Sputnik cites APA, by which Liu said that the road will be opened."
    said = telling.statement(words, liu, text=SAID)
    first = telling.statement(words, apa, reports=said)
    return said, first, telling.statement(words, sputnik, reports=first)


def test_chain_of_reports() -> None:
    """What was said is reported by all in the chain, a report by those outside it."""
    a = Telling("a.txt", "2025-04-03")
    said, first, last = chain(a)
    found = resolved(a)

    assert told(found, DIP.reportedBy, said) == ["organization/apa", "organization/sputnik"]
    assert told(found, DIP.reportedBy, first) == ["organization/sputnik"]
    assert told(found, DIP.reportedBy, last) == []


def test_whole_chain_rests_on_its_outermost() -> None:
    """All that came through reports is known from the outermost reporter alone."""
    a = Telling("a.txt", "2025-04-03")
    said, first, last = chain(a)
    found = resolved(a)

    assert told(found, DIP.onlyAccordingTo, said) == ["organization/sputnik"]
    assert told(found, DIP.onlyAccordingTo, first) == ["organization/sputnik"]
    assert told(found, DIP.onlyAccordingTo, last) == []


def test_two_reporters_of_one_article() -> None:
    """A statement that two passed on is known from both."""
    a = Telling("a.txt", "2025-04-03")
    said = a.statement("He said so.", a.person("Liu Jianchao"), text=SAID)
    for name in ("APA", "Sputnik"):
        a.statement(f"{name} tells so.", a.actor(DIP.Organization, name), reports=said)

    assert told(resolved(a), DIP.onlyAccordingTo, said) == ["organization/apa", "organization/sputnik"]


def test_two_articles_with_a_reporter_each() -> None:
    """A statement that each article has from a reporter of its own is known from both reporters."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-04")
    for telling, name in ((a, "APA"), (b, "Sputnik")):
        said = telling.statement("He said so.", telling.person("Liu Jianchao"), text=SAID)
        telling.statement(f"{name} tells so.", telling.actor(DIP.Organization, name), reports=said)

    assert told(resolved(a, b), DIP.onlyAccordingTo, said) == ["organization/apa", "organization/sputnik"]


def test_record_on_the_word_of_an_actor() -> None:
    """An event for which an article names an actor, and no statement, is known from that actor."""
    a = Telling("a.txt", "2025-04-03")
    liu, sputnik = a.person("Liu Jianchao"), a.actor(DIP.Organization, "Sputnik")
    visit = Node("a.txt", DIP.Visit, "visit")
    a.claim(visit, DIP.visitor, liu, "By Sputnik, Liu came.", according_to=sputnik)
    a.claim(visit, RDF.type, DIP.Visit, "By Sputnik, Liu came.", according_to=sputnik)

    assert told(resolved(a), DIP.onlyAccordingTo, visit) == ["organization/sputnik"]


def test_record_in_the_articles_own_voice_too() -> None:
    """One mention in an article's own voice is enough: then nobody's word is needed."""
    a = Telling("a.txt", "2025-04-03")
    liu, sputnik = a.person("Liu Jianchao"), a.actor(DIP.Organization, "Sputnik")
    visit = a.event(DIP.Visit, "Liu came.", liu, when="2025-04-02")
    a.claim(visit, RDF.type, DIP.Visit, "By Sputnik, Liu came.", according_to=sputnik)

    assert told(resolved(a), DIP.onlyAccordingTo, visit) == []


def test_denial_by_two() -> None:
    """A statement that two deny together is denied by both; a denial denies nothing of itself."""
    a = Telling("a.txt", "2025-04-03")
    chen, wang = a.person("Chen Ming"), a.person("Wang Lei")
    said = a.statement("Liu said so.", a.person("Liu Jianchao"), text=SAID)
    denial = a.statement("Chen and Wang denied it.", chen, wang, kind=DIP.Denial, denies=said)
    found = resolved(a)

    assert told(found, DIP.deniedBy, said) == ["person/chen-ming", "person/wang-lei"]
    assert told(found, DIP.deniedBy, denial) == []


def test_denial_of_nobodys_name() -> None:
    """Where it is not told who denies, no one is named for it."""
    a = Telling("a.txt", "2025-04-03")
    said = a.statement("Liu said so.", a.person("Liu Jianchao"), text=SAID)
    a.statement("It was denied.", kind=DIP.Denial, denies=said)

    assert told(resolved(a), DIP.deniedBy, said) == []
