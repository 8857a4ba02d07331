"""Titles as phrases: their own words, their state, their body, and what is no title."""

from itertools import pairwise

import pytest
from reads import found, parsed

from kg.text.titles import TitlePhrase, find


def phrases(text: str) -> list[TitlePhrase]:
    """Return the titles of a text."""
    return list(find(parsed(text), found(text)))


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return own words, state and body of each title."""
    doc = parsed(text)
    return [
        (doc[slice(*p.title)].text, p.state, doc[slice(*p.body)].text if p.body else None)
        for p in phrases(text)
    ]


FOUND = {
    "deputy before the state": (
        "Deputy U.S. Trade Representative Weber left.",
        ("Trade Representative", "USA", None),
    ),
    "city of a post": ("The Consul General of Italy in Milan left.", ("Consul General", "ITA", None)),
    "body without of before a rank": (
        "Commander Royal Naval Forces Vice Admiral Weber left.",
        ("Commander", None, "Royal Naval Forces"),
    ),
    "fields without of before an address": (
        "Director General Consular Affairs Dr. Weber left.",
        ("Director General Consular Affairs", None, None),
    ),
    "body of a body": (
        "The Secretary of the Reform Party's Secretariat left.",
        ("Secretary", None, "Reform Party's Secretariat"),
    ),
    "staff of a force": ("The Chief of Army Staff left.", ("Chief of Army Staff", None, None)),
    "state in a body's name": (
        "US Treasury Secretary Weber left.",
        ("Treasury Secretary", "USA", None),
    ),
    "body without of before a name": (
        "Speaker National Assembly Ada Weber left.",
        ("Speaker", None, "National Assembly"),
    ),
    "people of the state abroad": (
        "The Minister of Migration and Tunisians Abroad left.",
        ("Minister of Migration and Tunisians Abroad", None, None),
    ),
    "membership": (
        "Ada Weber, a member of the Trade Committee, left.",
        ("member", None, "Trade Committee"),
    ),
    "portfolio in brackets": (
        "Joint Secretary (Consular) Weber left.",
        ("Joint Secretary (Consular)", None, None),
    ),
    "short form in brackets before": (
        "The Trade Promotion Agency (TPA) Director left.",
        ("Director", None, "Trade Promotion Agency"),
    ),
    "modifier and field before a body's office": (
        "The Second Political Director left.",
        ("Second Political Director", None, None),
    ),
    "task behind a state": (
        "Special Representative for Cuba Reconciliation Weber left.",
        ("Special Representative for Cuba Reconciliation", None, None),
    ),
    "longer body behind": (
        "The head of the NATO Liaison Office left.",
        ("head", None, "NATO Liaison Office"),
    ),
    "field on which": ("The Adviser on Trade Policy left.", ("Adviser on Trade Policy", None, None)),
    "surname that is a preposition": ("Italy’s Minister To Lam left.", ("Minister", "ITA", None)),
    "bare": ("The minister left.", ("minister", None, None)),
    "demonym before": ("The Italian minister left.", ("minister", "ITA", None)),
    "state before": ("Italy’s Prime Minister left.", ("Prime Minister", "ITA", None)),
    "state behind": ("The President of Italy left.", ("President", "ITA", None)),
    "formal state behind": ("The President of the Italian Republic left.", ("President", "ITA", None)),
    "modifier": ("The former Italian president left.", ("president", "ITA", None)),
    "modifier next to it": ("The Italian former president left.", ("former president", "ITA", None)),
    "deputy": ("Italian Deputy Foreign Minister Weber left.", ("Deputy Foreign Minister", "ITA", None)),
    "field before": ("Energy Minister Weber left.", ("Energy Minister", None, None)),
    "fields before": ("Tourism and Sports Minister Weber left.", ("Tourism and Sports Minister", None, None)),
    "field behind": ("The Minister of Rural Roads of Italy left.", ("Minister of Rural Roads", "ITA", None)),
    "list of fields behind": (
        "Italy’s Minister of Trade, Tourism and Sport left.",
        ("Minister of Trade, Tourism and Sport", "ITA", None),
    ),
    "field in small letters": ("The minister of finance left.", ("minister of finance", None, None)),
    "address before": ("His Majesty King Weber left.", ("King", None, None)),
    "appointment before": ("Weber, appointed minister in May, left.", ("minister", None, None)),
    "late appointment before": (
        "The newly appointed minister left.",
        ("newly appointed minister", None, None),
    ),
    "envoy": ("The Italian Ambassador to Cuba left.", ("Ambassador to Cuba", "ITA", None)),
    "envoy of a state": ("The Ambassador of Italy to Cuba left.", ("Ambassador", "ITA", None)),
    "body behind": ("The head of the Ministry of Trade left.", ("head", None, "Ministry of Trade")),
    "body of a state behind": (
        "The head of the Ministry of Trade of Italy left.",
        ("head", None, "Ministry of Trade of Italy"),
    ),
    "organisation behind": ("The spokesman of NATO left.", ("spokesman", None, "NATO")),
    "organisation before": ("The NATO spokesman left.", ("spokesman", None, "NATO")),
    "organisation within the wording": ("EU Ambassador Weber left.", ("Ambassador", None, "EU")),
    "short form before": ("OCCI Chairman Weber left.", ("Chairman", None, "OCCI")),
    "unknown body before": ("Trade Commission Chairman Weber left.", ("Chairman", None, "Trade Commission")),
    "body of a state before": (
        "Sri Lanka Navy Commander Weber left.",
        ("Commander", "LKA", "Sri Lanka Navy"),
    ),
    "duty": ("The Chief of Staff left.", ("Chief of Staff", None, None)),
    "duty and whom": (
        "The Deputy Chief of Mission left.",
        ("Deputy Chief of Mission", None, None),
    ),
    "elect": ("The Italian Prime Minister-designate left.", ("Prime Minister-designate", "ITA", None)),
    "elect behind a space": ("President Elect Weber of Italy left.", ("President Elect", None, None)),
    "body that a state has": (
        "The head of Kenya's Ministry of Trade left.",
        ("head", None, "Ministry of Trade"),
    ),
    "thing that a state has": ("The president of Kenya's shipping giant left.", ("president", None, None)),
    "chamber before": (
        "Lyon Chamber of Commerce and Industry President Weber left.",
        ("President", None, "Lyon Chamber of Commerce and Industry"),
    ),
    "ministry before": (
        "Ministry of Foreign Affairs Spokesperson Weber left.",
        ("Spokesperson", None, "Ministry of Foreign Affairs"),
    ),
    "body in small letters": (
        "The spokesman for the ministry of trade left.",
        ("spokesman", None, "ministry of trade"),
    ),
    "body within a body": (
        "The head of the Trade Division at the State Secretariat left.",
        ("head", None, "Trade Division"),
    ),
    "long name of a body behind a state's": (
        "The head of Peru Small Business and Industrial Parks Organization left.",
        ("head", None, "Peru Small Business and Industrial Parks Organization"),
    ),
    "company before": ("Orbis International CEO Weber left.", ("CEO", None, "Orbis International")),
    "company with possessive": (
        "Orbis Heavy Works' Vice President Weber left.",
        ("Vice President", None, "Orbis Heavy Works"),
    ),
    "person with possessive": ("Ada Weber's adviser left.", ("adviser", None, None)),
    "field before a head": ("Executive Director Weber left.", ("Executive Director", None, None)),
    "company behind": ("The CEO of Orbis Ventures left.", ("CEO", None, "Orbis Ventures")),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_titles_are_found(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """A title has its own words, with fields of duty and the place of an envoy, and its state or body."""
    actual = told(text)

    assert actual == [expected]


ABSENT = {
    "verb": "They head the team.",
    "name of a body": "The Office of the President of Ukraine agreed.",
    "other words": "They met in Rome.",
    "membership of nobody": "The members met, a member of the Trade Committee agreed.",
    "plural without names": "The ministers of Italy left.",
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT.keys())
def test_other_words_are_no_titles(text: str) -> None:
    """A verb, a body whose name is a title's, and a plural that names nobody are no titles."""
    actual = told(text)

    assert actual == []


SEVERAL = {
    "joined": (
        "Deputy Prime Minister and Foreign Minister Weber left.",
        ["Deputy Prime Minister", "Foreign Minister"],
    ),
    "in a list": (
        "The president, the prime minister and the speaker left.",
        ["president", "prime minister", "speaker"],
    ),
    "field and title": (
        "Minister of Trade and Prime Minister Weber left.",
        ["Minister of Trade", "Prime Minister"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL.keys())
def test_titles_are_kept_apart(text: str, expected: list[str]) -> None:
    """Titles that are joined are as many titles."""
    actual = [words for words, _, _ in told(text)]

    assert actual == expected


def test_plural_before_names_is_found() -> None:
    """A title in the plural counts where names follow it."""
    (actual,) = phrases("Presidents Ada Weber and John Smith met.")

    assert actual.is_plural
    assert actual.title == (0, 1)


def test_longer_plural_is_found() -> None:
    """A title in the plural is read whole where it begins with the words of another title."""
    (actual,) = phrases("Deputy Prime Ministers Ada Weber and John Smith met.")

    assert actual.is_plural
    assert actual.title == (0, 3)


LEADS = {
    "former": ("The former Italian president left.", "former"),
    "several": ("The former acting Italian president left.", "former acting"),
    "next to the title": ("The Italian former president left.", ""),
    "none": ("The old Italian president left.", ""),
}


@pytest.mark.parametrize(("text", "expected"), LEADS.values(), ids=LEADS.keys())
def test_modifiers_before_the_state_lead(text: str, expected: str) -> None:
    """Modifiers before the state are told apart from the title's own words."""
    (phrase,) = phrases(text)

    actual = parsed(text)[slice(*phrase.lead)].text

    assert actual == expected


def test_head_is_the_noun() -> None:
    """The head is the noun before "of", else the last word."""
    (first,) = phrases("The Minister of Trade left.")
    (second,) = phrases("The Trade Minister left.")

    assert (first.head, second.head) == (1, 2)


def test_phrases_hold_their_parts() -> None:
    """A phrase takes in its own words, its head and what stands before and behind; none overlaps the next."""
    text = "The Italian Minister of Trade, the head of NATO and Sri Lanka’s former President Ada Weber left."
    titles = phrases(text)

    assert len(titles) == 3
    assert all(t.start <= t.title[0] <= t.head < t.title[1] <= t.end for t in titles)
    assert all(one.end <= other.start for one, other in pairwise(titles))
