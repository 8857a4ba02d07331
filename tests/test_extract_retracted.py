"""Withdrawn reports by the verbs and nouns that tell of them."""

import pytest
from sayings import LIU, acts, names, objects, piece, read

from kg.extract import retractions
from kg.vocab import DIP

REPORT = "Reuters reported that Peru would build a port."
VERBS = "deleted withdrew retracted removed pulled scrubbed erased recalled"
NOUNS = "article report story post tweet page interview video"


def withdrawn(words: str) -> list[list[str]]:
    """Return who takes part in each retraction."""
    reading = read(words)
    return [names(reading, objects(r, DIP.participant)) for r in retractions.records(reading)]


@pytest.mark.parametrize("verb", VERBS.split())
def test_verb(verb: str) -> None:
    """Each verb of withdrawing tells a retraction of the outlet that is its subject."""
    assert withdrawn(f"{REPORT} Reuters later {verb} the article.") == [["Reuters"]]


@pytest.mark.parametrize("noun", NOUNS.split())
def test_noun(noun: str) -> None:
    """Each noun for what is published may be withdrawn."""
    assert withdrawn(f"{REPORT} Reuters later deleted the {noun}.") == [["Reuters"]]


FORMS = {
    "took down": f"{REPORT} Reuters took down the page.",
    "took it down": f"{REPORT} Reuters took the page down.",
    "passive with an agent": f"{REPORT} The article was deleted by Reuters.",
    "passive": f"{REPORT} The articles were later deleted.",
    "perfect": f"{REPORT} Reuters has since removed the story.",
    "after": f"Hours after Reuters published a report that {LIU} praised Peru, the article was deleted.",
    "took offline": f"{REPORT} Reuters took the story offline.",
    "correction": f"{REPORT} Reuters issued a correction.",
    "corrected": f"{REPORT} Reuters apologised and corrected the story.",
    "no longer available": f"{REPORT} The article is no longer available.",
    "whose": f"{REPORT} Reuters’ article was deleted within hours.",
    "joined": f"{REPORT} Reuters apologised and withdrew the report.",
}


@pytest.mark.parametrize("words", FORMS.values(), ids=FORMS)
def test_form(words: str) -> None:
    """Active, passive and joined verbs lead to who published."""
    assert withdrawn(words) == [["Reuters"]]


NONE = {
    "troops": "Peru withdrew its troops.",
    "an envoy": "Peru recalled its ambassador.",
    "a claim at law": "Peru withdrew its appeal.",
    "a tariff": "Peru removed the tariff.",
    "a trigger": "Peru pulled the trigger.",
    "asked for": f"{REPORT} Peru asked Reuters to delete the article.",
    "refused": f"{REPORT} Reuters refused to delete the article.",
    "negated": f"{REPORT} Reuters never deleted the article.",
    "possible": f"{REPORT} Reuters may delete the article.",
    "if": f"{REPORT} If Reuters deletes the article, Peru will be glad.",
    "available": f"{REPORT} The article is available.",
    "a border": f"{REPORT} Reuters corrected the map.",
    "memory": f"{REPORT} Peru recalled the remarks.",
    "without who published": "An old article was deleted.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_none(words: str) -> None:
    """Other things withdrawn, and what is only asked for or possible, retract nothing."""
    assert withdrawn(words) == []


def test_every_statement_of_the_outlet_before_is_retracted() -> None:
    """What the outlet reported before is withdrawn, what others said is not."""
    words = f"{REPORT} Sputnik reported that it rained. Reuters deleted the article."
    reading = read(words)
    [record] = retractions.records(reading)
    speakers: dict[object, list[str]] = {
        r.node: names(reading, objects(r, DIP.speaker)) for r in acts(reading)
    }

    assert [speakers[n] for n in objects(record, DIP.retracts)] == [["Reuters"]]


def test_a_retraction_has_occurred() -> None:
    """It is an event that took place, evoked by its verb."""
    reading = read(f"{REPORT} Reuters deleted the article.")
    [record] = retractions.records(reading)

    assert objects(record, DIP.status) == [DIP.Occurred]
    assert piece(reading, record.trigger) == "deleted"
    assert record.scope is None


SAID = "President Juan Perez said that Chile was weak."
TAKEN_BACK = {
    "walked back": f"{SAID} Perez walked back his remarks.",
    "took back": f"{SAID} Perez took back his words.",
    "retracted": f"{SAID} Perez retracted the statement.",
    "backtracked": f"{SAID} Perez backtracked on his comments.",
    "now deleted": "In a now-deleted tweet, President Juan Perez said that Chile was weak.",
}


@pytest.mark.parametrize("words", TAKEN_BACK.values(), ids=TAKEN_BACK)
def test_words_are_taken_back(words: str) -> None:
    """Who takes back what he said retracts it."""
    reading = read(words)
    [record] = retractions.records(reading)

    assert withdrawn(words) == [["Juan Perez"]]
    assert objects(record, DIP.retracts) == [acts(reading)[0].node]


def test_only_the_last_words_of_a_person_are_taken_back() -> None:
    """A person says much; what was said last is meant."""
    words = f"President Juan Perez said that it rained. {SAID} Perez walked back his remarks."
    reading = read(words)
    [record] = retractions.records(reading)

    assert objects(record, DIP.retracts) == [acts(reading)[1].node]
