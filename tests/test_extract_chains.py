"""On whose word a saying is told: outlets that report, cite, quote or were told; sayings within sayings."""

import pytest
from sayings import ASADOV, LIU, acts, aimed, chains, objects, read, told

from kg.vocab import DIP

SAID = f"{LIU} said that trade had grown"
ONE = {
    "reported that": (f"Sputnik reported that {SAID}.", "Sputnik"),
    "reported, without that": (f"Sputnik reported {SAID}.", "Sputnik"),
    "wrote": (f"Sputnik wrote that {SAID}.", "Sputnik"),
    "described group": (f"Peruvian media reported that {SAID}.", "Peruvian media"),
    "according to": (f"According to Sputnik, {SAID}.", "Sputnik"),
    "according to, at the end": (f"Trade had grown, {LIU} said, according to Sputnik.", "Sputnik"),
    "as saying": (f"Sputnik quoted {LIU} as saying that trade had grown.", "Sputnik"),
    "cited as saying": (f"Sputnik cited {LIU} as saying that trade had grown.", "Sputnik"),
    "passive": (f"{LIU} was quoted by Sputnik as saying that trade had grown.", "Sputnik"),
    "passive, in a daily": (f"{LIU} is quoted in El Comercio as saying that trade had grown.", "El Comercio"),
    "passive, in marks": (f"{LIU} was quoted by Sputnik as saying: “Trade has grown.”", "Sputnik"),
    "citing, at the end": (f"Trade had grown, Sputnik reported, citing {LIU}.", "Sputnik"),
    "citing, in the middle": (f"Sputnik, citing {LIU}, reported that trade had grown.", "Sputnik"),
    "quoting": (f"Sputnik, quoting {LIU}, reported that trade had grown.", "Sputnik"),
    "told": (f"{LIU} told Reuters that trade had grown.", "Reuters"),
    "told, at the end": (f"Trade had grown, {LIU} told Reuters.", "Reuters"),
    "told, in marks": (f"“Trade has grown a lot,” {LIU} told Reuters.", "Reuters"),
    "told on a day": (f"{LIU} told Reuters on Wednesday that trade had grown.", "Reuters"),
    "interview with": (f"In an interview with Reuters, {SAID}.", "Reuters"),
    "interview to": (f"In an interview to Reuters, {SAID}.", "Reuters"),
    "interview, behind the verb": (
        f"{LIU} said in an interview with Reuters that trade had grown.",
        "Reuters",
    ),
    "speaking to": (f"Speaking to Reuters, {SAID}.", "Reuters"),
    "statement to": (f"{LIU} said in a statement to Reuters that trade had grown.", "Reuters"),
    "interview of the sentence before": (
        f"{LIU} gave an interview to Reuters. He said in the interview that trade had grown.",
        "Reuters",
    ),
    "interview of the paragraph before": (
        f"{LIU} gave an interview to Reuters.\n\nDuring the interview, Liu praised the growth of trade.",
        "Reuters",
    ),
    "greetings of another": (f"Peru conveyed the greetings of {LIU} to the president.", "Peru"),
    "message from another": (f"Peru delivered a message from {LIU} to the president.", "Peru"),
    "learned from": (f"Trade had grown, Kazinform has learned from {LIU}.", "Kazinform"),
    "with reference to": (f"Trade had grown, Azertac reports with reference to {LIU}.", "Azertac"),
    "with reference to, in front": (
        f"TASS reported, with reference to {LIU}, that Peru traded more.",
        "TASS",
    ),
    "referring to": (f"Trade had grown, TASS reported, referring to {LIU}.", "TASS"),
    "according to one who cites": (f"Trade had grown, according to IRNA, citing {LIU}.", "IRNA"),
    "an agency cites": (f"Trade had grown, Kazinform cites {LIU}.", "Kazinform"),
    "according to, behind an object": (
        f"{LIU} praised “the great growth of trade,” according to a note by Sputnik.",
        "Sputnik",
    ),
    "this, told an agency": (f"Trade had grown. {LIU} stated this in an interview with Reuters.", "Reuters"),
    "name and verb at the end": (f"Trade had grown, {LIU} said, Trend reports.", "Trend"),
    "this, of what an agency reports": (f"Trade had grown, Trend reports. {LIU} said this in Baku.", "Trend"),
    "another’s word": (f"{ASADOV} said that {LIU} had said that trade had grown.", "Ali Asadov"),
    "another’s promise": (f"{ASADOV} said {LIU} had promised to lift the blockade.", "Ali Asadov"),
}


@pytest.mark.parametrize(("words", "reporter"), ONE.values(), ids=ONE)
def test_one_reports_the_other(words: str, reporter: str) -> None:
    """Who passes on a saying reports the statement of who said it."""
    assert chains(words) == [([reporter], ["Liu Jianchao"])]


@pytest.mark.parametrize("words", [w for w, _ in ONE.values()], ids=ONE)
def test_words_are_those_of_the_innermost(words: str) -> None:
    """Only who said it has words of his own; who passes it on has none."""
    assert [who for who, _ in told(words)] == [["Liu Jianchao"]]


TWO = {
    "reported that it reported": f"Sputnik reported that Reuters reported that {SAID}.",
    "citing an agency": f"Sputnik, citing Reuters, reported that {SAID}.",
}


@pytest.mark.parametrize("words", TWO.values(), ids=TWO)
def test_chain_of_three(words: str) -> None:
    """Each reports the next, the last one says it."""
    assert chains(words) == [(["Sputnik"], ["Reuters"]), (["Reuters"], ["Liu Jianchao"])]


def test_two_outlets_are_told() -> None:
    """Each of two outlets that were told reports the statement by itself."""
    actual = chains(f"{LIU} said in an interview with Reuters and Xinhua that trade had grown.")

    assert sorted(actual) == [(["Reuters"], ["Liu Jianchao"]), (["Xinhua"], ["Liu Jianchao"])]


NONE = {
    "told a person": f"{LIU} told {ASADOV} that trade had grown.",
    "said of another": f"{LIU} praised {ASADOV} for the harvest.",
    "reported what happened": f"Reuters reported that {LIU} had flown to Lima.",
    "two clauses": f"{SAID}, and {ASADOV} said that wheat was dear.",
    "two sentences": f"Reuters wrote about Lima. {SAID}.",
    "quoted by nobody": f"{LIU} was quoted as saying that trade had grown.",
    "refers to another's": f"{LIU} said that trade had grown, referring to {ASADOV}.",
    "own words again": f"{LIU} said that he had said that trade had grown.",
    "interview without an outlet": f"{LIU} said in an interview that trade had grown.",
    "met an outlet": f"{LIU} flew to Lima with Reuters. He said that trade had grown.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_chain(words: str) -> None:
    """Persons who are told, sayings side by side and own words are passed on by nobody."""
    assert chains(words) == []


def test_publisher_tells_its_own_article() -> None:
    """The publisher is no reporter of what it publishes, another outlet is."""
    words = f"{LIU} told Reuters that trade had grown."

    assert chains(words, "Reuters") == []
    assert chains(words, "Sputnik") == [(["Reuters"], ["Liu Jianchao"])]


def test_attributable_to_a_spokesperson() -> None:
    """Each statement below is told through the one to whom the text is attributable, and once."""
    words = (
        "The below is attributable to Spokesperson Ned Price:\n\n"
        f"{LIU} thanked Peru for the wheat. {ASADOV} praised the harvest.\n"
    )

    assert chains(words) == [(["Ned Price"], ["Liu Jianchao"]), (["Ned Price"], ["Ali Asadov"])]


def test_attributable_says_nothing_of_what_stands_above() -> None:
    """What was said before the words that attribute is not passed on."""
    words = (
        f"{LIU} praised the harvest.\n\nThe below is attributable to Spokesperson Ned Price:\n\nIt rained.\n"
    )

    assert chains(words) == []


def test_reporter_rests_on_the_same_sentence() -> None:
    """The record of who passes on a saying cites the sentence that tells so, and has no scope."""
    reading = read(f"It rained. Sputnik reported that {SAID}.")
    outer = next(r for r in acts(reading) if objects(r, DIP.reports))

    assert {c.spans for c in outer.claims} == {(reading.sentences[1].span,)}
    assert outer.scope is None
    assert (objects(outer, DIP.text), objects(outer, DIP.mode)) == ([], [])


APART = {
    "with somebody saying": (
        f"Peru warned of a storm, with {LIU} saying that trade had grown.",
        [(["Peru"], "of a storm"), (["Liu Jianchao"], "that trade had grown")],
    ),
    "while others warned": (
        f"{ASADOV} said trade was up, while {LIU} warned of a storm.",
        [(["Ali Asadov"], "trade was up"), (["Liu Jianchao"], "of a storm")],
    ),
    "what another thinks": (
        f"{LIU} emphasised that Peru values the pact.",
        [(["Liu Jianchao"], "that Peru values the pact")],
    ),
}


@pytest.mark.parametrize(("words", "expected"), APART.values(), ids=APART)
def test_asides_and_thoughts_are_no_reports(words: str, expected: list[tuple[list[str], str]]) -> None:
    """What another says in an aside is reported by nobody; what one thinks is no saying in another's."""
    assert told(words) == expected
    assert chains(words) == []


def test_own_words_beside_those_conveyed() -> None:
    """Who conveys another's greetings and gives thanks too has said the thanks."""
    words = f"{ASADOV} expressed gratitude for the welcome and conveyed the greetings of {LIU}."

    assert [who for who, _ in told(words)] == [["Ali Asadov"], ["Liu Jianchao"]]


def test_denial_is_reported() -> None:
    """Who passes on a denial reports it, and does not deny."""
    words = "Iraq alleged that Turkey had shelled a resort. Reuters reported that Turkey denied shelling it."

    assert (["Reuters"], ["Turkey"]) in chains(words)
    assert aimed(words) == [(["Turkey"], ["Iraq"])]
