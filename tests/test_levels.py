"""Each record stands at the level of the highest rank that somebody of it held about that day."""

import datetime as dt

import pytest
from corpus import BASE, Telling
from graphs import about, claims, written
from rdflib import URIRef

from kg.emit import levels
from kg.emit.levels import Office, rank_at
from kg.model import Node
from kg.vocab import DIP, ONTOLOGY, TERMS

DAY = dt.date(2025, 4, 2)


def official(telling: Telling, name: str, rank: URIRef, of: Node) -> Node:
    """Return a person who holds an office of a rank."""
    person = telling.person(name, of=of)
    telling.tenure(person, str(rank), of, f"There was {name}.", rank=rank)
    return person


def office(rank: URIRef, first: str, last: str = "") -> Office:
    """Return an office as attested."""
    return Office("p", rank, dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))


def test_order_holds_each_rank_once() -> None:
    """Every rank of the ontology has its place."""
    ranks = {s for s in TERMS.subjects(object=DIP.Rank) if str(s).startswith(ONTOLOGY)} - {
        DIP.rank,
        DIP.level,
    }

    assert len(levels.ORDER) == len(set(levels.ORDER))
    assert set(levels.ORDER) == ranks


def test_highest_of_those_who_met() -> None:
    """A president who receives a minister meets at the level of heads of state; the claim says whose rank."""
    a = Telling("a.txt", "2025-04-02")
    china, azerbaijan = a.state("CHN", "China"), a.state("AZE", "Azerbaijan")
    liu = official(a, "Liu Jianchao", DIP.Minister, china)
    aliyev = official(a, "Ilham Aliyev", DIP.HeadOfState, azerbaijan)
    a.event(DIP.Meeting, "Liu met Aliyev.", liu, aliyev, when="2025-04-02")
    graph = written(a.extraction())
    meeting = f"{BASE}meeting/2025-04-02-ilham-aliyev-liu-jianchao"
    (claim,) = claims(graph, meeting, DIP.level)

    assert about(graph, meeting)["level"] == {"HeadOfState"}
    assert (claim["rule"], claim["basis"]) == ({"derived: level"}, {"rank of the participant"})


def test_visit_has_the_level_of_the_visitor() -> None:
    """Who receives a visitor does not raise the level of the visit."""
    a = Telling("a.txt", "2025-04-02")
    china, azerbaijan = a.state("CHN", "China"), a.state("AZE", "Azerbaijan")
    liu = official(a, "Liu Jianchao", DIP.Minister, china)
    aliyev = official(a, "Ilham Aliyev", DIP.HeadOfState, azerbaijan)
    a.event(DIP.Visit, "Liu came.", liu, when="2025-04-02", place=azerbaijan, host=aliyev)

    graph = written(a.extraction())
    (visit,) = {line.split()[0].strip("<>") for line in graph if line.startswith(f"<{BASE}visit/")}

    assert about(graph, visit)["level"] == {"Minister"}


def test_nobody_of_rank() -> None:
    """Where nobody's rank is told there is no level."""
    a = Telling("a.txt", "2025-04-02")
    a.event(DIP.Meeting, "They met.", a.person("Anna Berg"), a.person("Ben Dahl"), when="2025-04-02")

    assert "level" not in about(written(a.extraction()), f"{BASE}meeting/2025-04-02-anna-berg-ben-dahl")


@pytest.mark.parametrize(
    ("offices", "day", "expected"),
    [
        ([], DAY, None),
        ([office(DIP.Envoy, "2025-04-03")], DAY, DIP.Envoy),
        ([office(DIP.Envoy, "1999-01-01")], DAY, DIP.Envoy),
        ([office(DIP.Minister, "2019-01-01"), office(DIP.HeadOfState, "2025-01-01")], DAY, DIP.HeadOfState),
        ([office(DIP.Minister, "2025-01-01"), office(DIP.HeadOfState, "2030-01-01")], DAY, DIP.Minister),
        ([office(DIP.Envoy, "2025-04-02"), office(DIP.Minister, "2024-12-01")], DAY, DIP.Minister),
        ([office(DIP.Envoy, "2010-01-01"), office(DIP.Minister, "2019-01-01")], None, DIP.Minister),
        ([Office("p", DIP.Envoy), office(DIP.Minister, "2019-01-01")], DAY, DIP.Envoy),
        (
            [office(DIP.Minister, "2014-01-01", "2026-01-01"), office(DIP.Envoy, "2025-09-01")],
            DAY,
            DIP.Minister,
        ),
        ([Office("p", None)], DAY, None),
    ],
    ids=[
        "none",
        "near",
        "far",
        "rose",
        "later",
        "two at once",
        "no day",
        "undated office",
        "within",
        "no rank",
    ],
)
def test_rank_about_a_day(offices: list[Office], day: dt.date | None, expected: URIRef | None) -> None:
    """Of offices attested within a year of the day the highest counts, else the nearest."""
    assert rank_at(offices, day) == expected
