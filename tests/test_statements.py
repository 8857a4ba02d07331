"""Acts of saying: who says what to whom, told by whom, and what is no act of saying."""

import pytest
from rdflib import RDF

from kg import text
from kg.extract import statements
from kg.model import Article, Node, Record, Span, Value
from kg.text.reading import Reading
from kg.vocab import DIP


def read(words: str, publisher: str | None = None) -> Reading:
    """Return an article of a few words as read."""
    return text.read(Article("a.txt", words, publisher=publisher))


def objects(record: Record, predicate: object) -> list[object]:
    """Return what a record claims by one property."""
    return [c.object for c in record.claims if c.predicate == predicate]


def names(reading: Reading, nodes: list[object]) -> list[str]:
    """Return the fullest names of actors, sorted."""
    return sorted(reading.actor(n).names[0][0] for n in nodes if isinstance(n, Node))


def told(words: str, publisher: str | None = None) -> list[tuple[list[str], str]]:
    """Return speakers and words of each statement with words of its own."""
    reading = read(words, publisher)
    found = statements.records(reading)
    with_words = [r for r in found if objects(r, DIP.text)]
    return [(names(reading, objects(r, DIP.speaker)), str(objects(r, DIP.text)[0].text)) for r in with_words]


def chains(words: str, publisher: str | None = None) -> list[tuple[list[str], list[str]]]:
    """Return reporters and speakers of each statement that another reports."""
    reading = read(words, publisher)
    found = statements.records(reading)
    speakers = {r.node: names(reading, objects(r, DIP.speaker)) for r in found}
    return [(speakers[r.node], speakers[n]) for r in found for n in objects(r, DIP.reports)]


LIU = "Foreign Minister Liu Jianchao"
FOUND = {
    "clause": (f"{LIU} said that trade would grow.", "that trade would grow"),
    "quotation before": (f"“Trade will grow,” {LIU} said.", "Trade will grow,"),
    "inverted": (f"“Trade will grow,” said {LIU}.", "Trade will grow,"),
    "quotation in part": (
        f"{LIU} said that it ‘will grow’.",
        "that it ‘will grow’",
    ),
    "object": (f"{LIU} stressed the importance of trade.", "the importance of trade"),
    "light verb": (f"{LIU} expressed concern over the blockade.", "concern over the blockade"),
    "verb with particle": (f"{LIU} pointed out that trade had grown.", "that trade had grown"),
    "verb with preposition": (f"{LIU} called for an end to the blockade.", "for an end to the blockade"),
    "according to": (f"According to {LIU}, trade will grow.", "trade will grow"),
    "according to, at the end": (f"Trade will grow, according to {LIU}.", "Trade will grow"),
    "after the clause": (f"Trade will grow next year, {LIU} said.", "Trade will grow next year"),
    "infinitive": (f"{LIU} pledged to lift the blockade.", "to lift the blockade"),
    "passive": (f"The accord was welcomed by {LIU}.", "The accord"),
}


@pytest.mark.parametrize(("words", "content"), FOUND.values(), ids=FOUND)
def test_one_act_of_saying_is_found(words: str, content: str) -> None:
    """The speaker and the words of the content are those that the sentence tells."""
    actual = told(words)

    assert actual == [(["Liu Jianchao"], content)]


NONE = {
    "negated": f"{LIU} did not say that trade would grow.",
    "future": f"{LIU} will say that trade grows.",
    "expected": f"{LIU} is expected to announce a visit.",
    "conditional": f"If {LIU} said that, trade would grow.",
    "talked about": f"{LIU} discussed trade with Prime Minister Ali Asadov.",
    "exchanged views": f"{LIU} and Prime Minister Ali Asadov exchanged views on trade.",
    "touched upon": f"{LIU} touched upon trade.",
    "received guests": f"{LIU} welcomed Prime Minister Ali Asadov at the airport.",
    "agreed to act": f"{LIU} agreed to lift the blockade.",
    "nobody named": "It was said that trade would grow.",
    "no saying": f"{LIU} flew to Lima.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_what_is_no_saying_yields_none(words: str) -> None:
    """Negated, future and wished sayings, subjects of talks and mere doings yield no statement."""
    actual = told(words)

    assert actual == []


def test_offsets_are_exact() -> None:
    """Trigger and scope are the ranges of the verb and of the content, the claims rest on the sentence."""
    words = f"It rained. {LIU} said that trade had grown. It rained."
    [record] = statements.records(read(words))

    assert record.trigger == Span(41, 45)
    assert record.scope == Span(46, 66)
    assert {c.spans for c in record.claims} == {(Span(11, 67),)}


def test_words_are_an_exact_part_of_the_text() -> None:
    """The text claimed for a statement stands in the article to the letter."""
    words = f"“We sign,” {LIU} said. “We go.” He added that China's “patience” was at an end."
    found = [o for r in statements.records(read(words)) for o in objects(r, DIP.text)]

    assert found != []
    assert [v for v in found if not (isinstance(v, Value) and v.text in words)] == []


def test_first_claim_is_the_class() -> None:
    """A record begins with what it is."""
    [record] = statements.records(read(f"{LIU} said that trade had grown."))

    assert (record.claims[0].predicate, record.claims[0].object) == (RDF.type, DIP.Statement)


@pytest.mark.parametrize(
    ("words", "mode"),
    [(f"{LIU} said ‘trade will grow’.", DIP.Direct), (f"{LIU} said that trade had grown.", DIP.Indirect)],
    ids=["direct", "indirect"],
)
def test_mode_tells_whether_words_are_quoted(words: str, mode: object) -> None:
    """Words in quotation marks are direct."""
    [record] = statements.records(read(words))

    assert objects(record, DIP.mode) == [mode]


def test_two_verbs_of_one_speaker_are_one_statement() -> None:
    """A sentence in which one speaker praises and adds is one act."""
    actual = told(f"{LIU} praised the accord, adding that trade had grown.")

    assert len(actual) == 1


def test_two_speakers_are_two_statements() -> None:
    """Each speaker of a sentence has a statement of his own."""
    words = f"{LIU} said trade had grown, and Prime Minister Ali Asadov said it had not."
    actual = [who for who, _ in told(words)]

    assert actual == [["Liu Jianchao"], ["Ali Asadov"]]


def test_joint_saying_has_both_speakers() -> None:
    """What two say together is one statement of both."""
    actual = [
        who for who, _ in told(f"{LIU} and Prime Minister Ali Asadov stressed the importance of trade.")
    ]

    assert actual == [["Ali Asadov", "Liu Jianchao"]]


def test_quotation_that_goes_on_belongs_to_its_statement() -> None:
    """A sentence without a verb of its own, within the quotation or after it, is evidence too."""
    words = f"“We sign. We pay,” {LIU} said. “We are glad about the whole treaty.”"
    [record] = statements.records(read(words))

    assert record.claims[0].spans == (Span(0, 9), Span(10, 54), Span(55, 92))


def test_quotation_alone_in_its_paragraph_has_the_last_speaker() -> None:
    """Who spoke in the paragraph before speaks on."""
    words = f"{LIU} said that trade had grown.\n\n“We are glad about the whole treaty.”"
    actual = told(words)[1:]

    assert actual == [(["Liu Jianchao"], "We are glad about the whole treaty.")]


def test_pronoun_speaks_for_its_person() -> None:
    """What "he" added goes to who is meant."""
    actual = [who for who, _ in told(f"{LIU} flew to Lima. He added that trade had grown.")]

    assert actual == [["Liu Jianchao"]]


CHAINS = {
    "reported that he said": (f"Sputnik reported that {LIU} said trade had grown.", ["Sputnik"]),
    "reported that he stressed": (f"Sputnik later reported that {LIU} had stressed its growth.", ["Sputnik"]),
    "according to an outlet": (f"According to Reuters, {LIU} said trade had grown.", ["Reuters"]),
    "quoted as saying": (f"“Trade has grown,” Xinhua quoted {LIU} as saying.", ["Xinhua"]),
    "told an outlet": (f"{LIU} told Reuters that trade had grown.", ["Reuters"]),
    "interview": (f"In an interview with Xinhua, {LIU} said that trade had grown.", ["Xinhua"]),
    "reports at the end": (f"{LIU} said that trade had grown, Sputnik reports.", ["Sputnik"]),
}


@pytest.mark.parametrize(("words", "reporter"), CHAINS.values(), ids=CHAINS)
def test_reporter_reports_the_speaker(words: str, reporter: list[str]) -> None:
    """The outlet's statement reports the speaker's."""
    actual = chains(words)

    assert actual == [(reporter, ["Liu Jianchao"])]


@pytest.mark.parametrize("words", [w for w, _ in CHAINS.values()], ids=CHAINS)
def test_reporter_has_no_words_of_his_own(words: str) -> None:
    """What only passes on another's saying has no text: the words are the speaker's."""
    actual = [who for who, _ in told(words)]

    assert actual == [["Liu Jianchao"]]


def test_source_is_cited() -> None:
    """Where an outlet cites the ministry, the ministry says it and the outlet reports it."""
    actual = chains("Reuters, citing the Foreign Ministry, reported that trade had grown.")

    assert actual == [(["Reuters"], ["Foreign Ministry"])]


def test_two_reporters_are_two_chains() -> None:
    """Reports by two outlets lead to the same statement."""
    actual = chains(f"There were reports by Sputnik and Reuters that {LIU} said trade had grown.")

    assert sorted(actual) == [(["Reuters"], ["Liu Jianchao"]), (["Sputnik"], ["Liu Jianchao"])]


def test_publisher_is_no_reporter_of_its_own_article() -> None:
    """Who is told by the article's own publisher tells the article."""
    actual = chains(f"{LIU} told Reuters that trade had grown.", publisher="Reuters")

    assert actual == []


def test_spokesperson_passes_on_a_readout() -> None:
    """What is attributable to a spokesperson is told through him, each statement once."""
    words = (
        f"The following is attributable to Spokesperson Ned Price:\n\n{LIU} thanked Peru for its support.\n"
    )
    actual = chains(words)

    assert actual == [(["Ned Price"], ["Liu Jianchao"])]


def test_transcript_has_a_statement_for_each_turn() -> None:
    """A name before a colon speaks until the next name, paragraph by paragraph."""
    words = (
        "Liu Jianchao met Ali Asadov in Lima.\n\nLiu Jianchao: I am glad to see you.\n\n"
        "We have much to do.\n\nAli Asadov: Thank you.\n"
    )
    actual = told(words)

    assert actual == [
        (["Liu Jianchao"], "I am glad to see you."),
        (["Liu Jianchao"], "We have much to do."),
        (["Ali Asadov"], "Thank you."),
    ]


def test_official_text_takes_a_position() -> None:
    """In a text that a government publishes, a position in the present is the state's statement."""
    words = "Peru remains committed to free trade."

    assert [who for who, _ in told(words, "Government of Peru")] == [["Peru"]]
    assert told(words, "Lima Times") == []


def test_headline_is_evidence_and_no_record() -> None:
    """A headline that tells again what the text tells adds its sentence to that record."""
    words = f"Liu Jianchao praises the accord\n\n{LIU} praised the accord with Peru."
    [record] = statements.records(read(words))

    assert record.claims[0].spans == (Span(0, 31), Span(33, 92))
