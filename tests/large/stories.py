"""What happens in the invented world: events and what is said, agreed, denied and withdrawn about them."""

import datetime as dt
import random
from collections.abc import Iterable, Iterator

from rdflib import URIRef

from kg.emit.ntriples import iri
from kg.vocab import DIP
from large.pairs import between, dyads, level
from large.press import Fact, Line, Report, date, name
from large.world import Person, Thing, World, named, text

START, DAYS = dt.date(2010, 1, 1), 365 * 16
ACTIONS = (DIP.Expulsion, DIP.Summons, DIP.Sanction, DIP.Recognition, DIP.Aid, DIP.Appointment, DIP.Mediation)
KINDS = (DIP.Meeting, DIP.Visit, DIP.Call, DIP.Action, DIP.Statement)
OFTEN = (45, 18, 9, 12, 16)
CODES = {DIP.Meeting: "040", DIP.Visit: "042", DIP.Call: "041", DIP.Action: "160", DIP.Statement: "010"}
CONTENT = (
    "the talks on {} would go on",
    "{} should be settled by the countries of the region",
    "an accord on {} was within reach",
    "no progress had been made on {}",
    "{} was not on the agenda",
)
POINTS = ("to set up a commission on {}", "to ease rules for {}", "to hold yearly consultations on {}")


class Stories:
    """Tells one story after the other; a story is what several outlets publish of one event."""

    def __init__(self, lot: random.Random, world: World) -> None:
        self._lot, self._world = lot, world
        self._number = 0
        self._agreed: dict[tuple[str, str], Thing] = {}  # the last agreement of two states

    def one(self) -> list[Report]:
        """Return the reports of the next story."""
        self._number += 1
        return _Story(self._lot, self._world, self._number, self._agreed).reports()


class _Story:
    """One story while it is made up."""

    def __init__(
        self, lot: random.Random, world: World, number: int, agreed: dict[tuple[str, str], Thing]
    ) -> None:
        self._lot, self._world, self._agreed = lot, world, agreed
        self._story = self._mark = f"{number:x}"
        self._day = START + dt.timedelta(lot.randrange(DAYS))
        self._kind = lot.choices(KINDS, OFTEN)[0]
        self._people = world.persons.draw(lot, lot.choice((2, 2, 2, 3, 4)))
        self._topic = world.topics.draw(lot)[0]
        self._outlets = world.outlets.draw(lot, lot.choices((1, 2, 3, 4, 6), (30, 30, 20, 12, 8))[0])

    def reports(self) -> list[Report]:
        """Return what each outlet publishes: the event first, then most of what belongs to it."""
        opened = self._people[0].who.label
        core, *rest = self._lines()
        found = []
        for number, outlet in enumerate(self._outlets):
            day = self._day + dt.timedelta(self._lot.choice((0, 0, 1, 1, 2)))
            lines = (core, *(line for line in rest if not number or self._lot.random() < 0.7))
            author = self._world.persons.things[-1 - self._lot.randrange(9)].who if number % 3 == 0 else None
            slug = name(opened, self._story, outlet.label)
            found.append(Report(slug, self._headline(), outlet, author, day.isoformat(), lines))
        return found

    def _headline(self) -> str:
        first, second = self._people[:2]
        return f"{first.who.label} of {first.state.label} and {second.who.label}: {self._topic.label}"

    def _lines(self) -> Iterator[Line]:
        if self._kind == DIP.Statement:
            yield from self._said(None)
            return
        whole = None
        for number in range(self._lot.choices((1, 2, 3), (50, 30, 20))[0]):
            self._mark = f"{self._story}-{number}"
            thing, line = self._event(whole)
            yield line
            yield from self._said(thing)
            if self._people[0].state != self._people[1].state and self._lot.random() < 0.15:
                yield from self._accord(thing)
            # What follows is a meeting with others in its course.
            whole, self._kind = whole or thing, DIP.Meeting
            met = (self._people[0], *self._world.persons.draw(self._lot, 2))
            self._people = list({each.who.term: each for each in met}.values())

    def _event(self, whole: Thing | None) -> tuple[Thing, Line]:
        kind = self._lot.choice(ACTIONS) if self._kind == DIP.Action else self._kind
        names = " and ".join(each.who.label for each in self._people)
        words = str(kind).rpartition("#")[2]
        label = f"{words} of {names}, {self._day:%-d %B %Y}"
        thing = named(f"{self._day} {self._mark} {names}", label, kind)
        place = self._world.places.draw(self._lot)[0]
        facts = [*_facts(thing), *self._dated(thing), *self._status(thing)]
        facts += _about(thing, self._told(kind, place.term, whole))
        pairs = dyads(each.state for each in self._people)
        facts += [*between(thing, pairs), level(thing, self._visiting(kind))]
        told = f"{label}, took place in {place.label}. It was about {self._topic.label}."
        cast = (each for person in self._people for each in (person.who, person.office))
        return thing, Line(told, (place, self._topic, *cast, *pairs), tuple(facts))

    def _visiting(self, kind: URIRef) -> list[Person]:
        """Return whose rank tells the level of an event: of a visit the visitor's."""
        return self._people[:1] if kind == DIP.Visit else self._people

    def _told(self, kind: URIRef, place: str, whole: Thing | None) -> Iterator[tuple[URIRef, str]]:
        first, second, *_ = self._people
        yield from ((DIP.participant, each.who.term) for each in self._people)
        yield DIP.code, text(f"CAMEO:{CODES[self._kind]}")
        if kind == DIP.Visit:
            yield from ((term, second.state.term) for term in (DIP.host, DIP.participant, DIP.place))
            yield from ((DIP.visitor, first.who.term), (DIP.visitKind, text("official")))
        elif kind != DIP.Meeting:
            yield DIP.initiator, first.who.term
        if kind in (DIP.Meeting, DIP.Visit):
            yield DIP.place, place
        if self._lot.random() < 0.6:
            yield DIP.about, self._topic.term
        if whole:
            yield DIP.partOf, whole.term

    def _dated(self, thing: Thing) -> Iterator[Fact]:
        day, last = self._day, self._day
        if self._kind == DIP.Visit:
            last = day + dt.timedelta(self._lot.randrange(4))
        when = day.isoformat() if day == last else f"{day}/{last}"
        yield Fact((thing.term, _term(DIP.earliest), date(day.isoformat())), phrase=f"on {day:%A}")
        yield Fact((thing.term, _term(DIP.latest), date(last.isoformat())))
        yield Fact((thing.term, _term(DIP.when), text(when)))

    def _status(self, thing: Thing) -> Iterator[Fact]:
        """Yield how sure the event is; of some that took place it is told too that they were announced."""
        status = self._lot.choices((DIP.Occurred, DIP.Planned, DIP.Proposed, DIP.Cancelled), (84, 11, 3, 2))[
            0
        ]
        yield Fact((thing.term, _term(DIP.status), iri(str(status))))
        if status == DIP.Occurred and self._lot.random() < 0.1:
            yield Fact((thing.term, _term(DIP.status), iri(str(DIP.Planned))), wins=False)

    def _said(self, event: Thing | None) -> Iterator[Line]:
        for number in range(self._lot.choice((1, 2, 2, 3, 4))):
            speaker, other = self._lot.sample(self._people, 2)
            statement, line = self._statement(speaker, event, number)
            yield line
            outlet = self._outlets[0]
            if self._lot.random() < 0.25:
                yield self._passed_on(statement, outlet, number)
                if self._lot.random() < 0.3:
                    yield self._denied(statement, other, number)
                if self._lot.random() < 0.15:
                    yield self._withdrawn(statement, outlet, number)

    def _statement(self, speaker: Person, event: Thing | None, number: int) -> tuple[Thing, Line]:
        words = self._lot.choice(CONTENT).format(self._topic.label)
        thing = named(
            f"{self._day} {self._mark} {number} {speaker.who.label}",
            f"{speaker.who.label}: “{words}”",
            DIP.Statement,
        )
        told: dict[URIRef, str] = {
            DIP.speaker: speaker.who.term,
            DIP.text: text(words),
            DIP.mode: iri(str(self._lot.choice((DIP.Direct, DIP.Indirect)))),
            DIP.about: self._topic.term,
        }
        if event:
            told[DIP.announces if self._lot.random() < 0.1 else DIP.at] = event.term
        if self._lot.random() < 0.3:
            told[DIP.stance] = iri(str(self._lot.choice((DIP.Supports, DIP.Opposes))))
        facts = [*_facts(thing), *_about(thing, told.items()), level(thing, (speaker,))]
        about = self._world.states.draw(self._lot) if self._lot.random() < 0.4 else []
        facts += (Fact((thing.term, _term(DIP.about), state.term)) for state in about)
        faced = (*about, *(each.state for each in self._people if event))
        others = {each.term: each for each in faced if each != speaker.state}.values()
        pairs = [pair for other in others for pair in dyads((speaker.state, other))]
        facts += between(thing, pairs)
        things = (speaker.who, speaker.office, self._topic, *about, *pairs)
        line = Line(
            f"{speaker.title} {speaker.who.label} said that {words}.", things, (*facts, *self._bounds(thing))
        )
        return thing, line

    def _bounds(self, thing: Thing) -> Iterator[Fact]:
        for term in (DIP.earliest, DIP.latest):
            yield Fact((thing.term, _term(term), date(self._day.isoformat())))

    def _passed_on(self, statement: Thing, outlet: Thing, number: int) -> Line:
        report = named(
            f"{self._day} {self._mark} {number} {outlet.label}", f"{outlet.label}: report", DIP.Statement
        )
        told = {
            DIP.speaker: outlet.term,
            DIP.reports: statement.term,
            DIP.text: text("a report of these words"),
        }
        facts = [*_facts(report), *_about(report, told.items())]
        flat = ((statement.term, _term(term), outlet.term) for term in (DIP.reportedBy, DIP.onlyAccordingTo))
        facts += [Fact(each, word=outlet.term) for each in flat]
        return Line(f"{outlet.label} reported these words first.", (outlet,), (*facts, *self._bounds(report)))

    def _denied(self, statement: Thing, denier: Person, number: int) -> Line:
        denial = named(
            f"{self._day} {self._mark} {number} {denier.who.label}",
            f"{denier.who.label} denied: “{statement.label}”",
            DIP.Denial,
        )
        told = {DIP.speaker: denier.who.term, DIP.denies: statement.term, DIP.text: text("that is not so")}
        facts = [*_facts(denial), *_about(denial, told.items())]
        facts.append(Fact((statement.term, _term(DIP.deniedBy), denier.who.term)))
        words = f"{denier.who.label} denied that this had been said."
        return Line(words, (denier.who,), (*facts, *self._bounds(denial)))

    def _withdrawn(self, statement: Thing, outlet: Thing, number: int) -> Line:
        thing = named(
            f"{self._mark} {number} {outlet.label}", f"Retraction by {outlet.label}", DIP.Retraction
        )
        told = {
            DIP.participant: outlet.term,
            DIP.retracts: statement.term,
            DIP.status: iri(str(DIP.Occurred)),
        }
        facts = [*_facts(thing), *_about(thing, told.items())]
        words = f"{outlet.label} later deleted its report."
        return Line(words, (outlet,), (*facts, *self._bounds(thing)))

    def _accord(self, event: Thing) -> Iterator[Line]:
        first, second = sorted(self._people[:2], key=lambda each: each.state.label)
        parties = (first.state, second.state)
        names = f"{first.state.label} and {second.state.label}"
        label = f"Agreement on {self._topic.label} of {names}, {self._day:%B %Y}"
        thing = named(f"{self._day} {self._mark} {label}", label, DIP.Agreement)
        told = [(DIP.party, each.term) for each in dict.fromkeys(parties)]
        told += [(DIP.signatory, each.who.term) for each in (first, second)]
        told += [
            (DIP.madeAt, event.term),
            (DIP.about, self._topic.term),
            (DIP.status, iri(str(DIP.Occurred))),
        ]
        pair = first.state.term, second.state.term
        if (earlier := self._agreed.get(pair)) is not None:
            told.append((DIP.follows, earlier.term))
        self._agreed[pair] = thing
        pairs = dyads(parties)
        facts = [*_facts(thing), *_about(thing, told), *between(thing, pairs), level(thing, (first, second))]
        things = (*parties, first.who, second.who, *pairs)
        yield Line(
            f"They signed an agreement on {self._topic.label}.", things, (*facts, *self._bounds(thing))
        )
        for words in POINTS[: self._lot.randrange(1, 4)]:
            yield self._point(thing, words.format(self._topic.label))

    def _point(self, agreement: Thing, words: str) -> Line:
        point = named(f"{self._mark} {words}", f"“{words}”", DIP.Provision)
        told = {DIP.text: text(words), DIP.about: self._topic.term}
        facts = (*_facts(point), *_about(point, told.items()))
        holds = Fact((agreement.term, _term(DIP.provision), point.term))
        return Line(f"The parties undertake {words}.", (), (*facts, holds))


def _about(thing: Thing, told: Iterable[tuple[URIRef, str]]) -> Iterator[Fact]:
    return (Fact((thing.term, _term(term), each)) for term, each in told)


def _facts(thing: Thing) -> Iterator[Fact]:
    return (Fact((thing.term, term, told)) for term, told in thing.facts)


def _term(each: URIRef) -> str:
    return iri(str(each))
