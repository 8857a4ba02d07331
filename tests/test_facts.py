"""The index of what the articles of a corpus claim."""

import datetime as dt

import pytest
from corpus import Telling
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS

from kg.model import Article, Claim, Extraction, Node, Span, Value
from kg.resolve.facts import Facts, Interval, days, gather, narrowed, overlap
from kg.vocab import DIP

APRIL = dt.date(2025, 4, 1)
MAY = dt.date(2025, 5, 1)
JUNE = dt.date(2025, 6, 1)
DAYS = st.none() | st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 9))
TIMES = st.tuples(DAYS, DAYS).filter(lambda t: None in t or t[0] <= t[1])  # type: ignore[operator]


def visit() -> tuple[Telling, Node, Node]:
    """Return an article with a visit, the visit, and the visitor."""
    telling = Telling("a.txt", "2025-04-03")
    liu = telling.person("Liu Jianchao", "Liu")
    return telling, telling.event(DIP.Visit, "Liu went to Baku.", liu, when="2025-04-01/2025-04-02"), liu


def test_articles_stand_in_the_order_of_publication() -> None:
    """The earliest comes first; those without a day come last, by name."""
    found = [Telling(f, day).extraction() for f, day in (("c", None), ("b", None), ("z", "2025-01-01"))]

    assert list(gather(found).articles) == ["z", "b", "c"]


def test_nodes_stand_in_the_order_of_the_text() -> None:
    """What is told first comes first, whatever the order of the claims."""
    telling, event, liu = visit()
    reverse = Extraction(telling.extraction().article, tuple(reversed(telling.claims)))

    assert gather([reverse]).nodes == (liu, event)


def test_nodes_of_one_sentence_that_differ_in_their_row() -> None:
    """A state that is known and one of the same words that is not are two nodes with an order."""
    bare, known = Node("a.txt", DIP.State, "georgia"), Node("a.txt", DIP.State, "georgia", "GEO")
    claims = tuple(Claim(n, DIP.country, n, (Span(0, 4),), "r") for n in (known, bare))

    assert gather([Extraction(Article("a.txt", "They"), claims)]).nodes == (bare, known)


def test_what_is_only_an_object_is_a_node() -> None:
    """A thing, or a speaker, that other claims name alone is found too; it stands for itself in no claim."""
    a, b, c = (Node("a.txt", DIP.Person, key) for key in "abc")
    claim = Claim(a, DIP.country, b, (Span(0, 4),), "r", according_to=c)
    facts = gather([Extraction(Article("a.txt", "They"), (claim,))])

    assert facts.nodes == (a, b, c)
    assert facts.about(b, DIP.country) == ()
    assert facts.words(b) == ""


def test_same_claim_twice_is_one() -> None:
    """What a rule found twice in the same words counts once."""
    telling, event, _ = visit()
    doubled = Extraction(telling.extraction().article, (*telling.claims, *telling.claims))

    assert len(gather([doubled]).about(event, DIP.visitor)) == 1


def test_property_asks_for_those_below_it() -> None:
    """A visitor is found as a participant; a participant is no visitor by that."""
    telling, event, liu = visit()
    facts = gather([telling.extraction()])
    meeting = Telling("b.txt")
    met = meeting.event(DIP.Meeting, "They met.", meeting.person("Ali Asadov"))

    assert facts.nodes_at(event, DIP.participant) == (liu,)
    assert gather([meeting.extraction()]).nodes_at(met, DIP.visitor) == ()


def test_class_asks_for_those_below_it() -> None:
    """A visit is an event and a record; it is no meeting."""
    telling, event, _ = visit()
    facts = gather([telling.extraction()])

    assert facts.of_kind(DIP.Record) == facts.of_kind(DIP.Event) == facts.of_kind(DIP.Visit) == (event,)
    assert facts.of_kind(DIP.Meeting) == ()


def test_names_in_the_order_of_the_text() -> None:
    """A person has the forms that the article uses, each once."""
    telling, _, liu = visit()

    assert gather([telling.extraction()]).names(liu) == ("Liu Jianchao", "Liu")


def test_terms_and_texts_are_told_apart() -> None:
    """A status is a term, the exact time a text; neither is the other."""
    telling, event, _ = visit()
    facts = gather([telling.extraction()])

    assert facts.terms(event, DIP.status) == {DIP.Occurred}
    assert facts.texts(event, DIP.status) == ()
    assert facts.texts(event, DIP.when) == ("2025-04-01/2025-04-02",)
    assert facts.terms(event, DIP.when) == frozenset()


def test_interval_is_that_of_the_surest_claims() -> None:
    """Of several first days the surest counts; without a last day the end is open."""
    node = Node("a.txt", DIP.Meeting, "1")
    claims = tuple(
        Claim(node, DIP.earliest, Value(day, "date"), (Span(0, 4),), "r", confidence=sure)
        for day, sure in (("2025-04-01", 0.5), ("2025-05-01", 0.9), ("2025-06-01", None))
    )

    assert gather([Extraction(Article("a.txt", "They"), claims)]).interval(node) == (MAY, None)


def test_words_are_the_first_sentence_of_the_type() -> None:
    """A record is told by the sentence that its type rests on."""
    telling, event, _ = visit()

    assert gather([telling.extraction()]).words(event) == "Liu went to Baku."


def test_unknown_node_has_nothing() -> None:
    """Of what no article tells nothing is known."""
    facts, nobody = gather([]), Node("a.txt", DIP.Person, "nobody")

    assert facts == Facts({}, {}, (), {})
    assert (facts.names(nobody), facts.interval(nobody), facts.spans(nobody)) == ((), (None, None), ())
    assert facts.about(nobody, DCTERMS.title) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((APRIL, MAY), (MAY, JUNE), True, id="one day in common"),
        pytest.param((APRIL, APRIL), (MAY, JUNE), False, id="one after the other"),
        pytest.param((APRIL, None), (JUNE, JUNE), True, id="open end"),
        pytest.param((None, APRIL), (MAY, None), False, id="open to either side"),
        pytest.param((None, None), (MAY, MAY), True, id="unknown"),
    ],
)
def test_overlap(one: Interval, other: Interval, expected: bool) -> None:
    """Two times overlap where they may share a day."""
    assert overlap(one, other) is expected


@given(TIMES, TIMES)
def test_overlap_is_the_same_both_ways(one: Interval, other: Interval) -> None:
    """Neither time is the first; every time overlaps itself and the unknown."""
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one)
    assert overlap(one, (None, None))


@given(TIMES, TIMES)
def test_narrowed_lies_within_both(one: Interval, other: Interval) -> None:
    """What overlapping times share is a time that overlaps both, the same both ways."""
    if overlap(one, other):
        both = narrowed(one, other)

        assert both == narrowed(other, one)
        assert overlap(both, one)
        assert overlap(both, other)
        assert narrowed(both, one) == both


@pytest.mark.parametrize(
    ("when", "expected"),
    [((APRIL, APRIL), 1), ((APRIL, MAY), 31), ((APRIL, None), None), ((None, None), None)],
    ids=["a day", "a month and a day", "open", "unknown"],
)
def test_days(when: Interval, expected: int | None) -> None:
    """Both ends count; an open time has no number of days."""
    assert days(when) == expected
