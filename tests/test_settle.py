"""Which value wins where one only can hold."""

import datetime as dt

import pytest
from rdflib import URIRef

from kg.model import Article, Claim, Node, Span, Value
from kg.resolve import settle
from kg.vocab import DIP

ARTICLES = {
    "early.txt": Article("early.txt", "", published=dt.date(2025, 4, 3)),
    "late.txt": Article("late.txt", "", published=dt.date(2025, 4, 24)),
    "undated.txt": Article("undated.txt", ""),
}
SPEAKER = Node("late.txt", DIP.Statement, "said")


def told(article: str, term: str, value: object, *, key: str = "visit", **more: object) -> Claim:
    """Return a claim about a visit."""
    node = Node(article, more.pop("kind", DIP.Visit), key)  # type: ignore[arg-type]
    thing = value if isinstance(value, Node | URIRef) else Value(str(value), "date")
    return Claim(node, DIP[term], thing, (Span(0, 1),), "test", **more)  # type: ignore[arg-type]


def won(*claims: Claim) -> dict[str, object]:
    """Return what wins, by the name of the property, as text where it is a date."""
    paths = {c.subject: "visit/v" for c in claims}
    found = settle.winners(claims, paths, ARTICLES)
    return {
        str(term).rpartition("#")[2]: value.text if isinstance(value, Value) else value
        for (_, term), value in found.items()
    }


def test_later_article_wins() -> None:
    """The latest-published article tells how it stands, in whatever order they are read."""
    planned, occurred = told("early.txt", "status", DIP.Planned), told("late.txt", "status", DIP.Occurred)

    assert won(planned, occurred) == won(occurred, planned) == {"status": DIP.Occurred}


def test_article_without_a_date_gives_way() -> None:
    """An article whose day is unknown does not overrule one whose day is known."""
    known, unknown = told("early.txt", "status", DIP.Planned), told("undated.txt", "status", DIP.Occurred)

    assert won(known, unknown) == {"status": DIP.Planned}


def test_first_hand_wins() -> None:
    """What an article tells itself stands above what a later one has from a speaker."""
    own = told("early.txt", "status", DIP.Occurred)
    heard = told("late.txt", "status", DIP.Cancelled, according_to=SPEAKER)

    assert won(own, heard) == {"status": DIP.Occurred}


def test_confidence_decides_between_equals() -> None:
    """Within one article the surer claim wins."""
    sure = told("late.txt", "status", DIP.Planned, confidence=0.9)
    unsure = told("late.txt", "status", DIP.Occurred, confidence=0.4)

    assert won(sure, unsure) == {"status": DIP.Planned}


@pytest.mark.parametrize("status", [DIP.Planned, DIP.Proposed, DIP.Denied])
def test_course_of_events_decides_last(status: Node) -> None:
    """Where one article tells both and is as sure of either, what has occurred stands."""
    assert won(told("late.txt", "status", DIP.Occurred), told("late.txt", "status", status)) == {
        "status": DIP.Occurred
    }


def test_dates_come_from_one_telling() -> None:
    """First and last day are taken together, not one from each article."""
    claims = (
        told("early.txt", "earliest", "2025-04-03"),
        told("early.txt", "latest", "2025-04-30"),
        told("late.txt", "earliest", "2025-04-22"),
        told("late.txt", "latest", "2025-04-23"),
    )

    assert won(*claims) == {"earliest": "2025-04-22", "latest": "2025-04-23"}


def test_narrower_telling_of_one_article() -> None:
    """Of two mentions in one article the one that tells the day wins."""
    claims = (
        told("late.txt", "earliest", "2025-04-20", key="a", kind=DIP.Meeting),
        told("late.txt", "latest", "2025-04-25", key="a", kind=DIP.Meeting),
        told("late.txt", "earliest", "2025-04-22", key="b", kind=DIP.Meeting),
        told("late.txt", "latest", "2025-04-22", key="b", kind=DIP.Meeting),
    )

    assert won(*claims) == {"earliest": "2025-04-22", "latest": "2025-04-22"}


def test_days_of_a_stay() -> None:
    """Of two mentions of a visit the one that tells all its days wins over the one that tells a day of it."""
    claims = (
        told("late.txt", "earliest", "2025-04-22", key="a"),
        told("late.txt", "latest", "2025-04-24", key="a"),
        told("late.txt", "earliest", "2025-04-23", key="b"),
        told("late.txt", "latest", "2025-04-23", key="b"),
    )

    assert won(*claims) == {"earliest": "2025-04-22", "latest": "2025-04-24"}


def test_missing_end_is_added() -> None:
    """What the best telling leaves open is taken from the next, where it fits."""
    start = told("late.txt", "earliest", "2025-04-22")

    assert won(start, told("early.txt", "latest", "2025-04-30")) == {
        "earliest": "2025-04-22",
        "latest": "2025-04-30",
    }
    assert won(start, told("early.txt", "latest", "2025-04-10")) == {"earliest": "2025-04-22"}


def test_exact_date_goes_with_its_bounds() -> None:
    """The exact form is that of the telling whose bounds won, or none."""
    early = (
        told("early.txt", "earliest", "2025-04-03"),
        told("early.txt", "latest", "2025-04-30"),
        told("early.txt", "when", "2025-04"),
    )
    late = (told("late.txt", "earliest", "2025-04-22"), told("late.txt", "latest", "2025-04-23"))

    assert won(*early)["when"] == "2025-04"
    assert "when" not in won(*early, *late)


def test_nothing_to_settle() -> None:
    """Other properties may have as many values as they like."""
    place = Node("late.txt", DIP.Place, "beijing")

    assert won(told("late.txt", "place", place)) == {}


def test_one_rank_of_a_tenure() -> None:
    """Where two articles tell one office with titles of two ranks, the later one's rank wins."""
    early = told("early.txt", "rank", DIP.Official, kind=DIP.Tenure)
    late = told("late.txt", "rank", DIP.Minister, kind=DIP.Tenure)

    assert won(early, late) == won(late, early) == {"rank": DIP.Minister}
