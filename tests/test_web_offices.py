"""Words are read as an office of a state or body, and holders are told as sources attest them."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import cast

import pytest
from pyoxigraph import Literal, NamedNode

from kg.store.builds import Row
from kg.web import offices
from kg.web.offices import AFTER, BEFORE, ON, Body, Names, Tenure, find, key, names
from kg.web.service import Graph

BASE = "https://w3id.org/communique/"
RANKS = f"{BASE}ontology#"
NORLAND = Body(f"{BASE}state/norland", "Norland")
UPPER = Body(f"{BASE}state/upper-norland", "Upper Norland")
WEST = Body(f"{BASE}state/west-congo", "West Congo")
EAST = Body(f"{BASE}state/east-congo", "East Congo")
FOREIGN = "minister of foreign affairs"
KNOWN = Names(
    {
        key("Norland"): (NORLAND,),
        key("Norlandic"): (NORLAND,),
        key("Upper Norland"): (UPPER,),
        key("FM"): (UPPER,),  # a code of a state may be a wording of an office
        key("Congo"): (EAST, WEST),
    },
    {
        key("foreign minister"): frozenset({FOREIGN}),
        key("FM"): frozenset({FOREIGN}),
        key("minister of state"): frozenset({"minister of state"}),
    },
)
TENURE = Tenure(
    f"{BASE}tenure/anna",
    NORLAND,
    f"{BASE}person/anna",
    "Anna Holm",
    ("Foreign Minister",),
    (FOREIGN,),
    ("minister",),
    dt.date(2025, 1, 10),
    dt.date(2025, 3, 10),
)


@dataclass
class Told:
    """A graph that tells tenures, each by body, holder, title, office and rank."""

    tenures: tuple[tuple[Body, str, str, str | None, str | None], ...]
    asked: int = 0

    def rows(self, query: str, **parameters: NamedNode) -> tuple[Row, ...]:
        """Return the rows of the tenures of a body."""
        assert query == "role-tenures"
        self.asked += 1
        return tuple(
            self._row(number, told)
            for number, told in enumerate(self.tenures)
            if told[0].iri == parameters["body"].value
        )

    def _row(self, number: int, told: tuple[Body, str, str, str | None, str | None]) -> Row:
        body, name, title, office, rank = told
        return {
            "body": NamedNode(body.iri),
            "tenure": NamedNode(f"{BASE}tenure/{number}"),
            "holder": NamedNode(f"{BASE}person/{number}"),
            "holderLabel": Literal(name),
            "title": Literal(title),
            "office": Literal(office) if office else None,
            "rank": NamedNode(f"{RANKS}{rank}") if rank else None,
            "from": Literal("2025-01-10"),
            "to": Literal("2025-03-10"),
        }


GRAPH = (
    (NORLAND, "Anna Holm", "Foreign Minister", FOREIGN, "Minister"),
    (NORLAND, "Jan Berg", "Minister of State", "minister of state", "DeputyMinister"),
    (NORLAND, "Ida Vik", "Keeper of the Lights", None, None),
    (UPPER, "Olga Dahl", "FM", FOREIGN, "Minister"),
    (WEST, "Ali Sow", "Foreign Minister", FOREIGN, "Minister"),
    (EAST, "Eva Diop", "Foreign Minister", FOREIGN, "Minister"),
)


def read(words: str) -> offices.Found:
    """Return what words mean in the graph."""
    return find(cast("Graph", Told(GRAPH)), KNOWN, words, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Minister of Foreign Affairs", ("minister", "foreign", "affairs")),
        ("The FM", ("fm",)),
        ("China’s  FM", ("china", "fm")),
        ("Côte d'Ivoire", ("cote", "divoire")),
        ("Президент", ("prezident",)),
        ("of the", ()),
        ("", ()),
    ],
)
def test_words_as_they_are_compared(words: str, expected: tuple[str, ...]) -> None:
    """Letter case, marks, scripts and small words make no difference."""
    assert key(words) == expected


@pytest.mark.parametrize(
    ("words", "holders"),
    [
        ("Norlandic foreign minister", ["Anna Holm"]),
        ("FM, Norland", ["Anna Holm"]),
        ("Norlandic keeper of lights", ["Ida Vik"]),
        ("minister of state of Norland", ["Jan Berg"]),
        ("Norland's minister", ["Anna Holm"]),
        ("deputy minister, Norland", ["Jan Berg"]),
        ("Upper Norland FM", ["Olga Dahl"]),
        ("FM FM", ["Olga Dahl"]),
        ("Congo's foreign minister", ["Ali Sow", "Eva Diop"]),
        ("Congo FM Diop", ["Eva Diop"]),
    ],
)
def test_readings(words: str, holders: list[str]) -> None:
    """The reading that leaves the fewest words is taken: a longer name of a state before a part of it."""
    found = read(words)

    assert [each.name for each in found.tenures] == holders
    assert (found.is_known, found.unread) == (True, ())


def test_states_of_one_name() -> None:
    """A name that two states share is told as both."""
    assert set(read("Congo foreign minister").bodies) == {EAST, WEST}


def test_words_that_nothing_goes_by() -> None:
    """What is left of the words is told, and does not hide who holds the office."""
    found = read("the late Norlandic foreign minister Smith")

    assert found.unread == ("late", "smith")
    assert [each.name for each in found.tenures] == ["Anna Holm"]


def test_an_office_that_is_not_known() -> None:
    """Where no office is understood, all that the state has are offered."""
    found = read("Norlandic admiral")

    assert (found.is_known, found.bodies, found.unread) == (False, (NORLAND,), ("admiral",))
    assert {each.name for each in found.tenures} == {"Anna Holm", "Jan Berg", "Ida Vik"}


def test_each_body_is_asked_once() -> None:
    """However often words name a state, its offices are read once."""
    graph = Told(GRAPH)
    find(cast("Graph", graph), KNOWN, "Norland Norlandic Norland foreign minister", None)

    assert graph.asked == 1


@pytest.mark.parametrize("words", ["", " ", "of", "x " * 5000, "Norland " * 5000])
def test_odd_questions(words: str) -> None:
    """Nothing, or very much, is read without an office."""
    assert read(words).is_known is False


@pytest.mark.parametrize(
    ("day", "how", "days"),
    [
        (dt.date(2025, 1, 9), AFTER, 1),
        (dt.date(2025, 1, 10), ON, 0),
        (dt.date(2025, 2, 1), ON, 0),
        (dt.date(2025, 3, 10), ON, 0),
        (dt.date(2025, 3, 11), BEFORE, 1),
        (dt.date(2026, 3, 10), BEFORE, 365),
        (None, None, 0),
    ],
)
def test_attestation(day: dt.date | None, how: str | None, days: int) -> None:
    """A day lies between the days of attestation, or so many days before the first or after the last."""
    assert (TENURE.attested(day), TENURE.distance(day)) == (how, days)


def test_one_day() -> None:
    """An office attested on one day alone is attested on that day."""
    once = replace(TENURE, last=TENURE.first)

    assert [once.attested(day) for day in (TENURE.first, TENURE.last)] == [ON, BEFORE]


def test_names_of_a_build() -> None:
    """Names without a letter or figure that is compared name nothing; two offices may share a wording."""

    class Named:
        """A graph that tells names and wordings."""

        def rows(self, query: str) -> tuple[Row, ...]:
            """Return rows of the query that is asked."""
            body = {"body": NamedNode(NORLAND.iri), "label": Literal("Norland")}
            wordings = (
                {"office": Literal(o), "wording": Literal("chief")} for o in ("head", "chief of staff")
            )
            told = {"role-names": ({**body, "name": Literal(n)} for n in ("Norland", "—", "NORLAND"))}
            return tuple(told.get(query, wordings))

    found = names(cast("Graph", Named()))

    assert found.bodies == {("norland",): (NORLAND,)}
    assert found.offices == {("chief",): frozenset({"head", "chief of staff"})}
