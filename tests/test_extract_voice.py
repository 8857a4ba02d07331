"""Texts that speak without a verb of saying: transcripts, official texts, speeches in the first person."""

import pytest
from sayings import acts, piece, read, told

from kg.extract import _voice as voice
from kg.model import Span

MET = "Liu Jianchao met Ali Asadov in Lima.\n\n"
TURNS = {
    "name": (
        f"{MET}Liu Jianchao: I am glad.\n\nAli Asadov: Thank you.\n",
        [("Liu Jianchao", "I am glad."), ("Ali Asadov", "Thank you.")],
    ),
    "surname in capitals": (
        f"{MET}MINISTER LIU JIANCHAO: I am glad.\n\nMR ASADOV: Thank you.\n",
        [("Liu Jianchao", "I am glad."), ("Ali Asadov", "Thank you.")],
    ),
    "several paragraphs": (
        f"{MET}Liu Jianchao: I am glad.\n\nWe have much to do.\n\nAli Asadov: Thank you.\n",
        [
            ("Liu Jianchao", "I am glad."),
            ("Liu Jianchao", "We have much to do."),
            ("Ali Asadov", "Thank you."),
        ],
    ),
    "in one paragraph": (
        f"{MET}Liu Jianchao: I am glad. Ali Asadov: Thank you.\n",
        [("Liu Jianchao", "I am glad."), ("Ali Asadov", "Thank you.")],
    ),
    "one speaker alone": (
        f"{MET}Liu Jianchao: I am glad to be with you here.\n",
        [("Liu Jianchao", "I am glad to be with you here.")],
    ),
    "with a full stop in the name": (
        f"{MET}MR. ASADOV: I am glad.\n\nLiu J. Jianchao: Thank you.\n",
        [("Ali Asadov", "I am glad."), ("Liu J. Jianchao", "Thank you.")],
    ),
    "with brackets behind the name": (
        f"{MET}Liu Jianchao (in Chinese): I am glad.\n\nAli Asadov (retranslated): Thank you.\n",
        [("Liu Jianchao", "I am glad."), ("Ali Asadov", "Thank you.")],
    ),
    "questions of nobody": (
        f"{MET}QUESTION: Glad?\n\nLiu Jianchao: I am glad.\n\nQUESTION: Why?\n\nLiu Jianchao: It rains.\n",
        [("Liu Jianchao", "I am glad."), ("Liu Jianchao", "It rains.")],
    ),
    "moderator in between": (
        f"{MET}Liu Jianchao: I am glad.\n\nMODERATOR: Go on.\n\nIt is late.\n\nAli Asadov: Thank you.\n",
        [("Liu Jianchao", "I am glad."), ("Ali Asadov", "Thank you.")],
    ),
}


@pytest.mark.parametrize(("words", "expected"), TURNS.values(), ids=TURNS)
def test_turns(words: str, expected: list[tuple[str, str]]) -> None:
    """A name before a colon speaks until the next one, paragraph by paragraph; the unnamed do not."""
    assert told(words) == [([who], said) for who, said in expected]


NO_TURNS = {
    "no colon": f"{MET}Liu Jianchao flew to Lima.\n",
    "caption": "Liu Jianchao: the man of the year\n\nLiu Jianchao flew to Lima.",
    "a verb before the colon": f"{MET}Liu Jianchao brought two things: wheat and rain.\n",
    "a list": f"{MET}On the table lay: wheat, bread and salt.\n",
    "a place": f"{MET}Lima: it rained.\n",
    "time": f"{MET}At 10:30 it rained.\n",
}


@pytest.mark.parametrize("words", NO_TURNS.values(), ids=NO_TURNS)
def test_no_turns(words: str) -> None:
    """Captions, lists and colons within a sentence open no speech."""
    assert list(voice.turns(read(words))) == []


def test_offsets_of_a_turn() -> None:
    """The trigger is the name, the content the words after the colon without white space around them."""
    words = "Liu Jianchao: I am glad. Ali Asadov: Thank you.\n"
    found = [(t.trigger, t.content) for t in voice.turns(read(words))]

    assert found == [(Span(0, 12), Span(14, 24)), (Span(25, 35), Span(37, 47))]


def test_turn_that_goes_on_is_told_by_its_first_letter() -> None:
    """A paragraph without a name is evoked by its own beginning."""
    words = "Liu Jianchao: I am glad.\n\nWe have much to do.\n"
    found = [t.trigger for t in voice.turns(read(words))]

    assert found == [Span(0, 12), Span(26, 27)]


POSITIONS = {
    "remains committed": "Peru remains committed to free trade.",
    "stands ready": "Peru stands ready to help.",
    "stands with": "Peru stands with Chile.",
    "is proud": "Peru is proud of the harvest.",
    "is confident": "Peru is confident that it will rain.",
    "is grateful": "Peru is grateful for the wheat.",
    "condemns": "Peru condemns the attack.",
    "welcomes": "Peru welcomes the treaty.",
    "rejects": "Peru rejects the blockade.",
    "reaffirms": "Peru reaffirms its pledge.",
    "looks forward": "Peru looks forward to the talks.",
    "is committed": "Peru is committed to free trade.",
    "would like": "Peru would like to trade with Chile.",
    "is saddened": "Peru is saddened by the attack.",
    "takes note": "Peru takes note of the vote.",
    "calls for": "Peru calls for an end to the blockade.",
    "values": "Peru values its friends.",
    "attaches importance": "Peru attaches great importance to trade.",
    "wants": "Peru wants peace.",
}


@pytest.mark.parametrize("words", POSITIONS.values(), ids=POSITIONS)
def test_position_of_an_official_text(words: str) -> None:
    """In the present, a state takes a position in a text that its ministry publishes."""
    assert [who for who, _ in told(words, "Ministry of Foreign Affairs of Peru")] == [["Peru"]]


PLAIN = {
    "narration": "Peru exports wheat.",
    "passive": "Peru is valued by its friends.",
    "would not like": "Peru would not like to trade.",
    "passive, past": "Peru was welcomed by the crowd.",
    "perfect": "Peru has recognised the harvest since 2019.",
    "expected by nobody": "It is expected that Peru trades.",
    "past": "Peru remained committed to free trade.",
    "negated": "Peru does not value its friends.",
    "possible": "Peru may stand ready to help.",
    "no actor": "The rain remains strong.",
    "conditional": "If Peru stands ready, it rains.",
}


@pytest.mark.parametrize("words", PLAIN.values(), ids=PLAIN)
def test_narration_of_an_official_text(words: str) -> None:
    """What is told, past, negated or only possible takes no position."""
    assert told(words, "Ministry of Foreign Affairs of Peru") == []


OFFICIAL = {
    "ministry": "Ministry of Foreign Affairs of Peru",
    "department": "U.S. Department of State",
    "government": "Government of Peru",
    "embassy": "Embassy of Peru in Oslo",
    "president": "President of Peru",
    "kremlin": "Kremlin",
    "presidency": "Presidency of Peru",
    "consulate": "Consulate of Peru in Oslo",
    "external service": "European External Action Service",
}
OTHERS = {"newspaper": "Lima Times", "agency": "Reuters", "unknown": None}
STANDS = "Peru stands ready to help."


@pytest.mark.parametrize("publisher", OFFICIAL.values(), ids=OFFICIAL)
def test_publisher_that_speaks_for_a_state(publisher: str) -> None:
    """Texts of ministries, governments and embassies take positions."""
    assert told(STANDS, publisher) == [(["Peru"], STANDS)]


@pytest.mark.parametrize("publisher", OTHERS.values(), ids=OTHERS)
def test_other_publishers_tell(publisher: str | None) -> None:
    """Texts of newspapers and agencies do not."""
    assert told(STANDS, publisher) == []


STATE = "U.S. Department of State"
WISH = "I congratulate Peru on its national day."
FIRST_PERSON = {
    "signed below": (f"National Day\n\n{WISH}\n\nAntony Blinken", "Antony Blinken"),
    "named above": (f"Statement by Antony Blinken\n\n{WISH}\n\nPeru is far away.", "Antony Blinken"),
    "signed below with a full stop": (f"National Day\n\n{WISH}\n\nAntony Blinken Jr.", "Antony Blinken Jr."),
    "signed, and addressed above": (
        f"MEMORANDUM FOR Anna Weber\n\n{WISH}\n\nAntony Blinken\n\n###",
        "Antony Blinken",
    ),
    "signed, with another named above": (f"Anna Weber’s day\n\n{WISH}\n\nAntony Blinken", "Antony Blinken"),
    "state of the publisher": (
        f"National Day\n\nThe United States trades.\n\n{WISH}\n\nIt rains.",
        "United States",
    ),
    "we": (f"On the national day\n\n{WISH.replace('I ', 'We ')}\n\nAntony Blinken", "Antony Blinken"),
}


@pytest.mark.parametrize(("words", "speaker"), FIRST_PERSON.values(), ids=FIRST_PERSON)
def test_first_person(words: str, speaker: str) -> None:
    """A paragraph with "I" or "we" is spoken by who signs or heads the text."""
    [(who, _)] = told(words, STATE)

    assert who == [speaker]


def test_paragraph_of_the_first_person_is_one_statement() -> None:
    """All sentences of the paragraph are its words and its evidence."""
    words = f"National Day\n\n{WISH} Peru is a friend.\n\nAntony Blinken"
    reading = read(words, STATE)
    [record] = acts(reading)

    assert piece(reading, record.scope) == f"{WISH} Peru is a friend."
    assert [piece(reading, s) for s in record.claims[0].spans] == [WISH, "Peru is a friend."]


NOBODY = {
    "newspaper": (f"Statement by Antony Blinken\n\n{WISH}\n\nPeru is far away.", "Lima Times"),
    "nobody signs": (f"It rained.\n\n{WISH}\n\nIt rained again.", STATE),
    "in marks": (f"Statement by Antony Blinken\n\n“{WISH}”\n\nIt rained.", STATE),
}


@pytest.mark.parametrize(("words", "publisher"), NOBODY.values(), ids=NOBODY)
def test_no_first_person(words: str, publisher: str) -> None:
    """Without an author, in marks, or in a newspaper "I" is nobody's."""
    assert list(voice.first_person(read(words, publisher))) == []
