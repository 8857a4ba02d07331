"""Names of one actor are brought together, those of two are kept apart."""

import pytest
from reads import found, parsed

from kg.text import names, titles
from kg.text.actors import Cluster, gather
from kg.vocab import DIP


def clusters(text: str) -> tuple[Cluster, ...]:
    """Return the actors and places of a text."""
    doc, hits = parsed(text), found(text)
    return gather(doc, names.find(doc, hits, titles.find(doc, hits)))


def forms(text: str) -> list[list[str]]:
    """Return the forms of each actor."""
    return [cluster.forms for cluster in clusters(text)]


ONE = {
    "surname": ("Ada Weber left. Weber slept.", ["Ada Weber", "Weber"]),
    "given name": (
        "President Volodymyr Zelenskyy left. President Volodymyr slept.",
        ["Volodymyr Zelenskyy", "Volodymyr"],
    ),
    "surname of several words": (
        "President Luiz Inacio Lula da Silva left. Lula slept.",
        ["Luiz Inacio Lula da Silva", "Lula"],
    ),
    "word inside the name": (
        "President Claudia Weber Pardo left. President Weber slept.",
        ["Claudia Weber Pardo", "Weber"],
    ),
    "suffix": ("Lloyd J. Austin III left. Austin slept.", ["Lloyd J. Austin III", "Austin"]),
    "middle name": ("John Fitzgerald Smith left. John Smith slept.", ["John Fitzgerald Smith", "John Smith"]),
    "two spellings": ("President Ramiz Budaqov left. Budagov slept.", ["Ramiz Budaqov", "Budagov"]),
    "hyphen": ("President Ali Al-Sabah left. President Al Sabah slept.", ["Ali Al-Sabah", "Al Sabah"]),
    "state by two names": ("They left the United States. They praised the USA.", ["United States", "USA"]),
    "body in short": (
        "The Federal Office of Trade (FOT) agreed. FOT refused.",
        ["Federal Office of Trade", "FOT"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ONE.values(), ids=ONE.keys())
def test_names_of_one_come_together(text: str, expected: list[str]) -> None:
    """Full name and surname, two spellings, and a short form in brackets mean one actor."""
    actual = forms(text)

    assert actual == [expected]


TWO = {
    "relatives": ("Ada Weber met John Weber.", [["Ada Weber"], ["John Weber"]]),
    "same given name": ("John Weber met John Smith.", [["John Weber"], ["John Smith"]]),
    "states": ("They left Italy for France.", [["Italy"], ["France"]]),
    "bodies": (
        "They left the Ministry of Trade for the Ministry of Justice.",
        [["Ministry of Trade"], ["Ministry of Justice"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TWO.values(), ids=TWO.keys())
def test_names_of_two_stay_apart(text: str, expected: list[list[str]]) -> None:
    """Persons who share one part of a name, and bodies that share a noun, are two."""
    actual = forms(text)

    assert actual == expected


def test_registry_names_the_node() -> None:
    """The node of what the registry knows is named by its row, else by the fullest form."""
    state, person = clusters("Italy told Ada Weber.")

    assert (state.node("a.txt").key, state.node("a.txt").registry) == ("state:ITA", "ITA")
    assert (person.node("a.txt").key, person.node("a.txt").registry) == ("person:ada weber", None)


def test_surname_taken_for_a_place_is_a_person() -> None:
    """A lone surname is the person's, whatever the language model takes it for."""
    text = "President Ramiz Budaqov left. They praised Budaqov."

    actual = [cluster.kind for cluster in clusters(text)]

    assert actual == [DIP.Person]


def test_actors_come_in_the_order_of_the_text() -> None:
    """Actors are sorted by their first mention."""
    text = "Italy told Ada Weber. Weber left Italy with John Smith."
    starts = [cluster.names[0].start for cluster in clusters(text)]

    assert starts == sorted(starts)
