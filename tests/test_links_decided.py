"""Decisions on links become claims, take links away, and survive what they are about being away."""

import datetime as dt
from dataclasses import replace

import pytest
from rdflib import OWL, SKOS, URIRef

from kg import links
from kg.errors import MappingError
from kg.model import Claim, Linking, Node, Resolution
from kg.sssom import COMPOSITE, MANUAL, Mapping
from kg.vocab import DIP

BASE = "https://w3id.org/communique/"
ELSEWHERE = "https://data.example/"
WIKIDATA = "http://www.wikidata.org/entity/"
LIU = Node("a.txt", DIP.Person, "liu jianchao")
CHINA = Node("a.txt", DIP.State, "china", "CHN")
CORPUS = Resolution({LIU: f"{BASE}person/liu", CHINA: f"{BASE}state/china"}, {}, ())
ROW = Mapping(
    f"{BASE}person/liu",
    str(SKOS.exactMatch),
    f"{WIKIDATA}Q1",
    COMPOSITE,
    confidence=0.97,
    tool="kg link",
    tool_version="1",
    date=dt.date(2026, 11, 22),
    rules=("name 1.00: the same",),
    line=9,
)
BY_HAND = replace(ROW, justification=MANUAL, authors=("Anna Holm",), line=10)
REFUSED = replace(BY_HAND, is_rejected=True)


def decided(*rows: Mapping, corpus: Resolution = CORPUS) -> tuple[Claim, ...]:
    """Return the claims that decisions give."""
    return tuple(
        claim for claim in links.run(corpus, rows, BASE).claims if (claim.basis or "").startswith("sources/")
    )


def linked(*rows: Mapping) -> set[tuple[Node, URIRef, str]]:
    """Return all links to other data sets that stand with these decisions."""
    terms = (OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch)
    found = links.run(CORPUS, rows, BASE).claims
    return {(c.subject, c.predicate, str(c.object)) for c in found if c.predicate in terms}


def test_an_accepted_link() -> None:
    """A row that was accepted is a claim with ground, score, features, who decided and when, and no words."""
    assert decided(ROW) == (
        Claim(
            LIU,
            SKOS.exactMatch,
            URIRef(f"{WIKIDATA}Q1"),
            (),
            "semapv:CompositeMatching",
            basis="sources/links.sssom.tsv",
            confidence=0.97,
            linking=Linking(("name 1.00: the same",), "kg link 1", "2026-11-22"),
        ),
    )


def test_a_note() -> None:
    """The note of a decision stands in its ground."""
    (claim,) = decided(replace(BY_HAND, comment="seen on his page", date=None))

    assert claim.basis == "sources/links.sssom.tsv: seen on his page"
    assert claim.linking == Linking(("name 1.00: the same",), "Anna Holm", None)


def test_people_win() -> None:
    """A person's word on a link holds against a program's, in whatever order they stand."""
    assert decided(ROW, REFUSED) == ()
    assert decided(REFUSED, ROW) == ()
    assert len(decided(replace(ROW, is_rejected=True), BY_HAND)) == 1
    assert len(decided(BY_HAND, replace(ROW, is_rejected=True))) == 1


def test_a_persons_match_is_the_match() -> None:
    """Where a person gives a thing its match in a data set, a program's other match there does not stand."""
    viaf = replace(ROW, object="http://viaf.org/viaf/7")
    found = decided(ROW, viaf, replace(BY_HAND, object=f"{WIKIDATA}Q5"))

    assert {str(claim.object) for claim in found} == {f"{WIKIDATA}Q5", "http://viaf.org/viaf/7"}


def test_a_refused_link_of_a_table() -> None:
    """What a person refused is not told, though the registry has it; what else it has stays."""
    china = replace(REFUSED, subject=f"{BASE}state/china", object=f"{WIKIDATA}Q148")
    gone = linked() - linked(china)

    assert gone == {(CHINA, OWL.sameAs, f"{WIKIDATA}Q148")}


def test_not_the_same_may_be_close() -> None:
    """Refusing a link takes the stronger ones away, not the weaker."""
    close = replace(BY_HAND, predicate=str(SKOS.closeMatch))

    assert linked(REFUSED, close) - linked() == {(LIU, SKOS.closeMatch, f"{WIKIDATA}Q1")}
    assert decided(replace(close, is_rejected=True), ROW) == ()


def test_a_thing_that_is_away() -> None:
    """A decision on what no source tells of now waits, and holds again when a source does."""
    away = replace(ROW, subject=f"{BASE}person/nobody")
    moved = replace(CORPUS, redirects=((f"{BASE}person/nobody", f"{BASE}person/liu"),))

    assert decided(away) == ()
    assert [claim.subject for claim in decided(away, corpus=moved)] == [LIU]


def test_another_base() -> None:
    """Decisions on the published data hold for a build under another base."""
    there = Resolution({LIU: f"{ELSEWHERE}person/liu"}, {}, ())

    assert len(links.run(there, (ROW,), ELSEWHERE).claims) == 1


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((replace(ROW, subject="https://other.example/a"),), "line 9: expected a subject under"),
        ((replace(ROW, subject=BASE),), "expected a subject under"),
        ((replace(ROW, predicate=str(OWL.equivalentClass)),), "expected one of sameAs, exactMatch, .* found"),
        ((replace(ROW, predicate=str(OWL.sameAs)),), "expected skos:exactMatch .* found owl:sameAs"),
        ((BY_HAND, REFUSED), "line 10: expected one decision on .*, found another in line 10"),
        ((ROW, replace(ROW, is_rejected=True, line=11)), "line 11: expected one decision .* line 9"),
    ],
    ids=["another's", "the base", "another property", "too strong", "two persons", "a program twice"],
)
def test_faults(rows: tuple[Mapping, ...], message: str) -> None:
    """A decision that cannot be carried out stops the build, with its line, what was expected and found."""
    with pytest.raises(MappingError, match=message):
        decided(*rows)
