"""Which value wins does not hang on the order in which articles are read."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.model import Article, Claim, Node, Span, Value
from kg.resolve import settle
from kg.vocab import DIP

DAYS = ("2025-04-22", "2025-04-23", "2025-04-24")
ARTICLES = {
    "a.txt": Article("a.txt", "", published=dt.date(2025, 4, 3)),
    "b.txt": Article("b.txt", "", published=dt.date(2025, 4, 24)),
    "c.txt": Article("c.txt", "", published=dt.date(2025, 4, 24)),
    "d.txt": Article("d.txt", ""),
}
NODES = st.builds(Node, st.sampled_from(sorted(ARTICLES)), st.just(DIP.Visit), st.sampled_from("12"))
SPEAKERS = st.none() | st.builds(Node, st.just("a.txt"), st.just(DIP.Statement), st.sampled_from("xy"))
SURE = st.none() | st.sampled_from([0.5, 0.9])
DATES = st.builds(Value, st.sampled_from(DAYS), st.just("date"))
STATUSES = st.sampled_from([DIP.Occurred, DIP.Planned, DIP.Proposed, DIP.Cancelled, DIP.Denied])


def claims(terms: st.SearchStrategy[URIRef], values: st.SearchStrategy[object]) -> st.SearchStrategy[Claim]:
    """Return claims of some properties and values, first-hand or not, more or less sure."""
    return st.builds(
        Claim,
        NODES,
        terms,
        values,  # type: ignore[arg-type]
        st.just((Span(0, 1),)),
        st.just("test"),
        according_to=SPEAKERS,
        confidence=SURE,
    )


DATED = claims(st.sampled_from([DIP.earliest, DIP.latest]), DATES)
STATED = claims(st.just(DIP.status), STATUSES)
FOUND = st.lists(DATED | STATED, max_size=8, unique=True)


def winners(found: list[Claim]) -> dict[URIRef, object]:
    """Return what wins of one event, by property."""
    paths = {c.subject: "visit/v" for c in found}
    return {term: value for (_, term), value in settle.winners(found, paths, ARTICLES).items()}


@given(st.data())
def test_winner_is_the_same_in_any_order(data: st.DataObject) -> None:
    """The same claims in another order give the same values."""
    found = data.draw(FOUND)
    other = data.draw(st.permutations(found))

    assert winners(other) == winners(found)


def test_two_speakers_of_one_article() -> None:
    """Of two speakers that tell other days, as surely, the same one wins in either order."""
    visit = Node("a.txt", DIP.Visit, "1")
    one, other = (
        Claim(visit, DIP.earliest, Value(day, "date"), (Span(0, 1),), "test", according_to=said)
        for day, said in zip(DAYS, (Node("a.txt", DIP.Statement, key) for key in "xy"), strict=False)
    )

    assert winners([one, other]) == winners([other, one])


@given(FOUND)
def test_winner_was_told(found: list[Claim]) -> None:
    """No value wins that no article tells, and where one is told one wins."""
    won = winners(found)
    told = {term: {c.object for c in found if c.predicate == term} for term in (DIP.status, *won)}

    assert [term for term, value in won.items() if value not in told[term]] == []
    assert (DIP.status in won) == bool(told[DIP.status])


@given(FOUND)
def test_first_day_is_not_after_the_last(found: list[Claim]) -> None:
    """Bounds that were told apart from each other never cross."""
    won = {term: value for term, value in winners(found).items() if isinstance(value, Value)}
    days = [won[term].text for term in (DIP.earliest, DIP.latest) if term in won]

    assert days == sorted(days)


@given(FOUND)
def test_first_hand_is_never_beaten(found: list[Claim]) -> None:
    """Where an article tells a status itself, that of a speaker does not win over all that articles tell."""
    first_hand = {c.object for c in found if c.predicate == DIP.status and c.according_to is None}

    assert not first_hand or winners(found)[DIP.status] in first_hand


@given(FOUND, st.data())
def test_events_do_not_touch_each_other(found: list[Claim], data: st.DataObject) -> None:
    """What is told of another event changes nothing."""
    others = [
        Claim(Node("b.txt", DIP.Visit, "other"), c.predicate, c.object, c.spans, c.rule)
        for c in data.draw(FOUND)
    ]
    paths = {c.subject: "visit/v" for c in found} | {c.subject: "visit/w" for c in others}
    both = settle.winners([*others, *found], paths, ARTICLES)

    assert {term: v for (path, term), v in both.items() if path == "visit/v"} == winners(found)
