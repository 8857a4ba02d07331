"""Whom descriptions mean: somebody told before, else someone known by the words alone."""

import pytest
from reads import meant, read, worded

from kg.vocab import local

PEOPLES = {
    "some of a people": ("Afghans say that they need help.", "Afghans", "Group"),
    "irregular plural": ("Poles thanked Norway.", "Poles", "Group"),
    "a state by its people": ("He spoke with the Omanis about Yemen.", "Omanis", "State"),
    "people named by the adjective": ("The Chinese agreed to a visit.", "Chinese", "State"),
}


@pytest.mark.parametrize(("text", "words", "kind"), PEOPLES.values(), ids=PEOPLES.keys())
def test_peoples_act(text: str, words: str, kind: str) -> None:
    """A people with "the" is its state, without it a group."""
    mention = next(m for m in read(text).mentions if worded(read(text), m) == words)

    actual = [local(node.kind) for node in mention.actors]

    assert actual == [kind]


STATES = {
    "two adjectives": ("The Swiss and Brazilian governments signed.", "governments", ["CHE", "BRA"]),
    "behind the noun": ("The governments of Yemen and Oman signed.", "governments", ["YEM", "OMN"]),
    "the government": (
        "Kenya is large. Kenya has one ally, Peru. The government agreed.",
        "government",
        ["KEN"],
    ),
}


@pytest.mark.parametrize(("text", "word", "keys"), STATES.values(), ids=STATES.keys())
def test_governments_are_states(text: str, word: str, keys: list[str]) -> None:
    """Governments are the states told with them; "the government" that of the state most told of."""
    reading = read(text)
    mention = next(m for m in reading.mentions if reading.doc[m.head].text == word)

    actual = [node.registry for node in mention.actors]

    assert actual == keys


def test_authorities_of_no_state_are_a_group() -> None:
    """Authorities with no state beside them are a group."""
    reading = read("He met local authorities.")

    actual = [(worded(reading, m), local(m.actors[0].kind)) for m in reading.mentions]

    assert actual == [("local authorities", "Group")]


BODIES = {
    "bank": ("The World Bank paid. The bank left.", "bank", ["World Bank"]),
    "bloc": ("The European Union paid. The bloc left.", "bloc", ["European Union"]),
    "outlet by its kind": ("Le Monde wrote that he left. The newspaper slept.", "newspaper", ["Le Monde"]),
    "party": ("The Labour Party paid. The party left.", "party", ["Labour Party"]),
    "company told as a group": ("An Italian firm paid. The firm left.", "firm", ["Italian firm"]),
}


@pytest.mark.parametrize(("text", "words", "expected"), BODIES.values(), ids=BODIES.keys())
def test_bodies_are_told_again_by_their_noun(text: str, words: str, expected: list[str]) -> None:
    """A noun with "the" alone means the body told last that is of its kind."""
    actual = meant(read(text), words)

    assert actual == expected


def test_nouns_of_no_body_told_are_nobody() -> None:
    """A noun of a body that was not told is no mention."""
    actual = read("The bank left.").mentions

    assert actual == ()


def test_leaders_of_something_are_not_two_told_before() -> None:
    """Leaders told by another noun are a group of their own."""
    text = "Kenyan President Ada Weber met Peruvian President John Smith. The union leaders slept."

    actual = meant(read(text), "union leaders")

    assert actual == ["union leaders"]


WORDS = {
    "small letters": ("Members of the diplomatic corps came.", "Members of the diplomatic corps"),
    "led by": ("A delegation led by Ada Weber came.", "delegation led by Ada Weber"),
    "from bodies": (
        "Officials from the ministries of health and of trade came.",
        "Officials from the ministries of health and of trade",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS.keys())
def test_groups_are_known_by_all_their_words(text: str, expected: str) -> None:
    """The words that tell whom a group is made of belong to its name."""
    reading = read(text)

    actual = next(reading.doc[slice(*m.words)].text for m in reading.mentions if m.words)

    assert actual == expected


def test_leader_of_a_group_is_a_mention_too() -> None:
    """Who leads a delegation stays a person."""
    actual = meant(read("A delegation led by Ada Weber came."), "Ada Weber")

    assert actual == ["Ada Weber"]


def test_relational_nouns_alone_are_nobody() -> None:
    """Partners, countries or parties that no more words tell are nobody."""
    actual = [worded(read("He met partners."), m) for m in read("He met partners.").mentions]

    assert actual == []


def test_participants_open_a_sentence() -> None:
    """Participants without an article are those who met before."""
    text = "Kenya held talks with Peru. Participants praised trade."

    actual = meant(read(text), "Participants")

    assert actual == ["Kenya", "Peru"]


def test_nouns_with_capitals_are_read() -> None:
    """A plural with a capital is the same noun."""
    reading = read("He met the Governors of Kisumu.")

    actual = [local(m.actors[0].kind) for m in reading.mentions if reading.doc[m.head].text == "Governors"]

    assert actual == ["Group"]


def test_first_ladies_are_persons_told_before() -> None:
    """A title of several in capitals means the persons who met before."""
    text = "Ada Weber met with Kim Smith in Lima. The First Ladies praised trade."
    reading = read(text)

    actual = next(m.actors for m in reading.mentions if reading.doc[m.head].text == "Ladies")

    assert [node.key.partition(":")[2] for node in actual] == ["ada weber", "kim smith"]


FORCES = {
    "police of a place": ("Hong Kong police said so.", "police", "Organization"),
    "army of a state": ("The Kenyan army left.", "Kenyan army", "Organization"),
    "police of nowhere": ("Riot police left.", "Riot police", "Group"),
}


@pytest.mark.parametrize(("text", "words", "kind"), FORCES.values(), ids=FORCES.keys())
def test_forces_of_a_place_are_bodies(text: str, words: str, kind: str) -> None:
    """The police or army of a state or place is a body of its own."""
    reading = read(text)

    actual = [local(m.actors[0].kind) for m in reading.mentions if worded(reading, m) == words]

    assert actual == [kind]


def test_names_behind_of_stay_names() -> None:
    """Whom "of" or "from" names beside a group stays a name of its own."""
    reading = read("Officials from the World Bank and Kenya came.")

    actual = [(worded(reading, m), m.form) for m in reading.mentions]

    assert actual == [("Officials", "description"), ("World Bank", "name"), ("Kenya", "name")]
