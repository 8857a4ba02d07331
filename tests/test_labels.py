"""Display names of records: what a reader sees first."""

import pytest
from corpus import Telling, resolved
from rdflib import URIRef

from kg.model import Node
from kg.resolve.labels import period
from kg.vocab import DIP


@pytest.mark.parametrize(
    ("first", "last", "stay", "words"),
    [
        ("2025-04-02", "2025-04-02", False, "2 April 2025"),
        ("2025-04-22", "2025-04-23", True, "22–23 April 2025"),
        ("2025-04-30", "2025-05-02", True, "30 April–2 May 2025"),
        ("2024-12-30", "2025-01-02", True, "30 December 2024–2 January 2025"),
        ("2025-04-03", "2025-04-30", False, "between 3 and 30 April 2025"),
        ("2025-03-03", "2025-04-30", False, "between 3 March and 30 April 2025"),
        ("2025-04-01", "2025-04-30", False, "April 2025"),
        ("2024-02-01", "2024-02-29", False, "February 2024"),
        ("2024-01-01", "2024-12-31", False, "2024"),
        (None, "2024-12-31", False, ""),
        ("2024-01-01", None, False, ""),
    ],
)
def test_period(first: str | None, last: str | None, words: str, *, stay: bool) -> None:
    """A time is told in as few words as tell it."""
    assert period(first, last, stay=stay) == words


def label(telling: Telling, node: Node) -> str:
    """Return the display name of a node."""
    found = resolved(telling)
    return found.labels[found.iris[node]]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (DIP.Meeting, "Meeting of Ali Asadov, Ilham Aliyev and Liu Jianchao, 2 April 2025"),
        (DIP.Call, "Call of Ali Asadov, Ilham Aliyev and Liu Jianchao, 2 April 2025"),
        (DIP.Expulsion, "Expulsion: Liu Jianchao, Ali Asadov, Ilham Aliyev, 2 April 2025"),
        (DIP.Credentials, "Credentials presented: Liu Jianchao, Ali Asadov, Ilham Aliyev, 2 April 2025"),
    ],
)
def test_event(kind: URIRef, words: str) -> None:
    """An event is called by its kind, who took part, and when."""
    a = Telling("a.txt", "2025-04-03")
    names = ("Liu Jianchao", "Ali Asadov", "Ilham Aliyev")
    node = a.event(kind, "It was so.", *(a.person(n) for n in names), when="2025-04-02")

    assert label(a, node) == words


def test_visit_without_place_or_date() -> None:
    """What is not told is left out."""
    a = Telling("a.txt")
    node = a.event(DIP.Visit, "He came.", a.person("Liu Jianchao"))

    assert label(a, node) == "Visit of Liu Jianchao"


def test_event_of_nobody() -> None:
    """An event of nobody is called by its kind."""
    a = Telling("a.txt")

    assert label(a, a.event(DIP.Meeting, "There was a meeting.")) == "Meeting"


def test_visit_to_cities() -> None:
    """A visit to cities alone names them in the order of the text."""
    a = Telling("a.txt")
    liu = a.person("Liu Jianchao")
    cities = [a.actor(DIP.Place, name) for name in ("Tbilisi", "Baku")]
    node = a.event(DIP.Visit, "He toured.", liu, place=cities[0])
    a.claim(node, DIP.place, cities[1], "He toured.")

    assert label(a, node) == "Visit of Liu Jianchao to Tbilisi and Baku"


def test_long_statement_is_cut() -> None:
    """A long statement is cut after twelve words, its marks left out."""
    a = Telling("a.txt")
    words = "‘One two three four five six seven eight nine ten eleven twelve thirteen’"
    node = a.statement("He said so.", a.person("Liu Jianchao"), text=words)

    assert label(a, node) == (
        "Liu Jianchao: “One two three four five six seven eight nine ten eleven twelve…”"
    )


def test_statement_of_nobody_known() -> None:
    """A statement whose speaker is not known is somebody's."""
    a = Telling("a.txt")

    assert label(a, a.statement("It was said.", text="It is so")) == "Somebody: “It is so”"


def test_denial_with_words() -> None:
    """A denial with words of its own shows them."""
    a = Telling("a.txt")
    node = a.statement("Chen denied it.", a.person("Chen Ming"), kind=DIP.Denial, text="It is not so")

    assert label(a, node) == "Chen Ming denied: “It is not so”"


def test_denial_of_something_unknown() -> None:
    """A denial of a statement without a known speaker says so."""
    a = Telling("a.txt")
    said = a.statement("It was said.", text="It is so")
    node = a.statement("Chen denied it.", a.person("Chen Ming"), kind=DIP.Denial, denies=said)

    assert label(a, node) == "Chen Ming denied it"


def test_only_named() -> None:
    """What is only named by a claim is called by the words of its key."""
    a = Telling("a.txt")
    somebody = Node("a.txt", DIP.Person, "person:john doe")
    a.statement("He said so.", somebody, text="It is so")

    assert label(a, somebody) == "john doe a"


def test_retraction() -> None:
    """A retraction is called by who withdrew and by the words that were withdrawn."""
    a = Telling("a.txt")
    media = a.actor(DIP.Group, "media")
    said = a.statement("Media told so.", media, text="It is so")
    node = a.event(DIP.Retraction, "The article was deleted.", media, retracts=said)

    assert label(a, node) == "Retraction by media: “It is so”"
