"""The graph around an entity, made anew from the claims of a reading; and whose telling a claim is."""

import sqlite3
from functools import partial

import pytest
from flask import Flask
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import DCTERMS

from kg.store import claimed, tellings
from kg.store.builds import Build
from kg.store.tellings import Asked, Latest
from kg.store.voices import Voices
from kg.vocab import DIP
from kg.web import narrowing
from kg.web.narrowing import Near, Outcome
from kg.web.readings import PLAIN, Reading
from kg.web.values import Value

BASE = "https://w3id.org/communique/"
PREFIXES = """
@base <https://w3id.org/communique/> . @prefix dip: <https://w3id.org/communique/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
# Three articles: a first one, its near copy, and a later one; a wire reports what an agency reported.
SOURCES = """
<article/first> dcterms:publisher <organization/post> ; dcterms:issued "2031-03-05"^^xsd:date .
<article/copy> dcterms:publisher <organization/mirror> ; dip:copyOf <article/first> .
<article/later> dcterms:publisher <organization/gazette> ; dcterms:issued "2031-04-17"^^xsd:date .
<passage/first> dip:article <article/first> . <passage/copy> dip:article <article/copy> .
<passage/later> dip:article <article/later> .
<statement/wire> dip:speaker <organization/wire> ; dip:reports <statement/agency> .
<statement/agency> dip:speaker <organization/agency> ; dip:reports <statement/keller> .
<statement/keller> dip:speaker <person/keller> .
"""


NEAR = Near((f"{BASE}visit/v",), Latest((), 0), lambda _: ())


def built(app: Flask, *parts: str) -> Build:
    """Return a build of the sources and of what is told besides."""
    text = PREFIXES + SOURCES + "".join(parts)
    whole: Build = app.extensions["service"].graph().build
    return whole.holding(quad.triple for quad in parse(text.encode(), RdfFormat.TURTLE))


def claim(passage: str, term: str, value: str, more: str = "") -> str:
    """Return a claim about a visit."""
    triple = f"rdf:subject <visit/v> ; rdf:predicate {term} ; rdf:object {value}"
    return f"<claim/{passage}-{term}> {triple} ; dip:passage <passage/{passage}> {more} .\n"


def told(build: Build, term: str) -> set[str]:
    """Return what a narrowed graph tells of the visit."""
    found = build.matching(NamedNode(f"{BASE}visit/v"), NamedNode(term), None)
    return {t.object.value for t in found if isinstance(t.object, NamedNode | Literal)}


VISIT = "<visit/v> a dip:Visit , dip:Record ; dip:status dip:Occurred ; dip:earliest '2031-04-14' .\n"
PLAN = claim("first", "dip:status", "dip:Planned", "; dip:accordingTo <statement/keller>")
PLAN += claim("first", "rdf:type", "dip:Record", "; dip:accordingTo <statement/keller>")
PLAN += claim("first", "dip:earliest", "'2031-04-01'", "; dip:accordingTo <statement/keller>")
CAME = claim("later", "dip:status", "dip:Occurred") + claim("later", "dip:earliest", "'2031-04-14'")
CAME += claim("later", "rdf:type", "dip:Record")

VOICES = {
    "publisher": ("first", None, {"organization/post"}),
    "near copy": ("copy", None, {"organization/post"}),
    "words of one who is no reporter": ("first", "statement/keller-alone", {"organization/post"}),
    "outermost reporter": ("first", "statement/keller", {"organization/wire"}),
    "reporter itself": ("first", "statement/wire", {"organization/wire"}),
    "actor": ("first", "person/keller", {"organization/post"}),
}


@pytest.mark.parametrize("case", VOICES.values(), ids=VOICES)
def test_whose_telling_it_is(app: Flask, case: tuple[str, str | None, set[str]]) -> None:
    """The outermost reporter, else the publisher, of a copy the publisher of the first."""
    article, telling, expected = case
    found = Voices(built(app)).of(f"{BASE}article/{article}", telling and f"{BASE}{telling}")

    assert found == {f"{BASE}{each}" for each in expected}


def test_day_is_that_of_the_article(app: Flask) -> None:
    """An article without a date has none, its original's is not its own."""
    voices = Voices(built(app))

    assert [voices.day(f"{BASE}article/{a}") for a in ("first", "copy")] == ["2031-03-05", None]


@pytest.mark.parametrize("name", ["organization/post", "organization/agency"])
def test_who_published_or_reported_is_an_outlet(app: Flask, name: str) -> None:
    """Others are none."""
    voices = Voices(built(app))

    assert voices.is_outlet(f"{BASE}{name}")
    assert not voices.is_outlet(f"{BASE}person/keller")


def test_value_of_that_day_wins(app: Flask) -> None:
    """By 5 March the visit is planned for April, on Keller's word, who has it through the wire."""
    build = built(app, VISIT, PLAN, CAME)
    reading = Reading((), frozenset(), "2031-03-05")
    found = narrowing.narrow(build, NEAR, reading, Voices(build))

    assert told(found.build, DIP.status) == {str(DIP.Planned)}
    assert told(found.build, DIP.earliest) == {"2031-04-01"}
    assert told(found.build, DIP.onlyAccordingTo) == {f"{BASE}person/keller"}
    assert found.outcomes == {
        f"{BASE}visit/v": Outcome(str(DIP.Planned), str(DIP.Occurred), "2031-04-14", None)
    }


def test_first_hand_value_wins_over_a_later_one_at_second_hand(app: Flask) -> None:
    """What an article tells itself stands, though a later one has another value from somebody."""
    later = claim("later", "dip:status", "dip:Cancelled", "; dip:accordingTo <statement/keller>")
    plan = "<visit/v> a dip:Visit , dip:Record ; dip:status dip:Planned .\n"
    build = built(app, plan, claim("first", "dip:status", "dip:Planned"), later)
    found = narrowing.narrow(build, NEAR, PLAIN, Voices(build))

    assert told(found.build, DIP.status) == {str(DIP.Planned)}


def test_exact_date_goes_with_its_bounds(app: Flask) -> None:
    """As in the build: where the days of a later article won, the month of an earlier one does not stand."""
    days = {"earliest": "2031-04-14", "latest": "2031-04-16"}
    month = {"earliest": "2031-04-01", "latest": "2031-04-30", "when": "2031-04"}
    told_early = (claim("first", f"dip:{term}", f"'{value}'") for term, value in month.items())
    told_late = (claim("later", f"dip:{term}", f"'{value}'") for term, value in days.items())
    build = built(app, VISIT, *told_early, *told_late)
    found = narrowing.narrow(build, NEAR, PLAIN, Voices(build))

    assert told(found.build, DIP.earliest) == {"2031-04-14"}
    assert told(found.build, DIP.latest) == {"2031-04-16"}
    assert told(found.build, DIP.when) == set()


def test_rejected_claim_makes_no_fact(app: Flask) -> None:
    """Of what a person rejected the claim stays, not its triple."""
    wrong = claim("first", "dip:place", "<place/oslo>", "; dip:review dip:Rejected")
    build = built(app, VISIT, PLAN, wrong)
    found = narrowing.narrow(build, NEAR, PLAIN, Voices(build))

    assert told(found.build, DIP.place) == set()


def test_record_that_a_reading_does_not_tell_is_left_out(app: Flask) -> None:
    """No triple of it stays, not its name either."""
    build = built(app, VISIT, PLAN, CAME)
    reading = Reading((Value("Nobody", "x"),), frozenset({f"{BASE}organization/none"}), None)
    found = narrowing.narrow(build, NEAR, reading, Voices(build))

    assert list(found.build.matching(NamedNode(f"{BASE}visit/v"), None, None)) == []


def test_claims_that_a_reading_needs_are_read(app: Flask) -> None:
    """Of a thing of very many claims those alone: what others tell of it is left out all the same."""
    oslo = "<visit/v> dip:place <place/oslo> .\n" + claim("later", "dip:place", "<place/oslo>")
    build = built(app, VISIT, PLAN, CAME, oslo)
    needed = ("first-dip:status", "later-dip:status", "later-dip:place", "later-dip:earliest")
    near = Near((f"{BASE}visit/v",), Latest((), 0), lambda _: tuple(f"{BASE}claim/{n}" for n in needed))
    found = narrowing.narrow(build, near, Reading((), frozenset(), "2031-03-05"), Voices(build))

    assert told(found.build, DIP.status) == {str(DIP.Planned)}
    assert told(found.build, DIP.place) == set()


def test_thing_of_many_claims_is_read_as_one_of_few(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """As each outlet tells it and as known on each day, all that is told of each record is the same."""
    monkeypatch.setattr(tellings, "MANY", 1)
    monkeypatch.setattr(tellings, "SENTENCES", 1)
    whole: Build = app.extensions["service"].graph().build
    voices = Voices(whole)
    index = tellings.write(":memory:", claimed.tellings(whole.folder / "graph.nt"), voices)
    outlets = [o for (o,) in index.execute("SELECT DISTINCT outlet FROM voices ORDER BY outlet")]
    days = [day for (day,) in index.execute("SELECT DISTINCT day FROM tellings WHERE day <> '' ORDER BY day")]
    readings = [Reading((Value(o, o),), frozenset({o}), None) for o in outlets]
    readings += [Reading((), frozenset(), day) for day in days]
    many = [t for (t,) in index.execute("SELECT DISTINCT term FROM cited JOIN terms ON id = thing")]
    told = {
        (thing, reading): [
            {
                (t.predicate, t.object)
                for t in narrowing.narrow(
                    whole, Near((thing[1:-1],), Latest((), 0), cited), reading, voices
                ).build.about(thing[1:-1])
            }
            for cited in (NEAR.cited, partial(_cited, index, reading))
        ]
        for thing in many
        for reading in readings
    }

    assert len(told) > 50
    assert [each for each, (all_read, few_read) in told.items() if all_read != few_read] == []


def _cited(index: sqlite3.Connection, reading: Reading, thing: str) -> tuple[str, ...]:
    return tellings.cited(index, thing, Asked(reading.outlets, reading.known))


def test_what_was_not_read_is_counted(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound the older records are left, and their number is told, those not named too."""
    monkeypatch.setattr(narrowing, "MOST", 1)
    records = "".join(
        f"<visit/v{n}> a dip:Record ; dip:visitor <person/p> ; dip:earliest '2031-0{n}-01' .\n"
        for n in (1, 2, 3)
    )
    build = built(app, "<person/p> a dip:Person .\n", records)
    near = Latest(tuple(f"{BASE}visit/v{n}" for n in (3, 2, 1)), 4)
    found = narrowing.narrow(build, Near((f"{BASE}person/p",), near, NEAR.cited), PLAIN, Voices(build))
    read = {t.subject.value for t in found.build.matching(None, NamedNode(DIP.visitor), None)}

    assert found.unread == 3
    assert read == {f"{BASE}visit/v3"}


def test_build_may_hold_other_triples(app: Flask) -> None:
    """The whole build stays as it is."""
    whole = app.extensions["service"].graph().build
    part = Triple(NamedNode(f"{BASE}article/x"), NamedNode(DCTERMS.issued), Literal("2031"))
    other = whole.holding([part])

    assert list(other.matching(None, None, None)) == [part]
    assert other.hash == whole.hash
    assert len(list(whole.matching(None, NamedNode(DIP.file), None))) == 3
