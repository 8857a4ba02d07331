"""Who is meant by words for several told before: "the two sides", "the interlocutors", "they"."""

import pytest
from reads import meant, read

MET = "Kenyan Foreign Minister Ada Weber met with Peruvian Foreign Minister John Smith in Lima. "
TOLD = {
    "interlocutors": (MET + "The interlocutors praised trade.", "interlocutors", ["Ada Weber", "John Smith"]),
    "ministers": (MET + "The two ministers praised trade.", "ministers", ["Ada Weber", "John Smith"]),
    "ministers, others between": (
        MET + "Dina Moss and Carl Lund joined them. The two ministers praised trade.",
        "ministers",
        ["Ada Weber", "John Smith"],
    ),
    "officials": (MET + "The two officials praised trade.", "officials", ["Ada Weber", "John Smith"]),
    "parties": (MET + "The parties praised trade.", "parties", ["Ada Weber", "John Smith"]),
    "they": (MET + "They praised trade.", "They", ["Ada Weber", "John Smith"]),
    "of a title": (
        "Minister Ada Weber met Minister John Smith. Kim Lee met Dan Roe. The two ministers ate.",
        "ministers",
        ["Ada Weber", "John Smith"],
    ),
    "joined subjects": ("Ada Weber and John Smith met. They ate.", "They", ["Ada Weber", "John Smith"]),
    "states": ("Kenya held talks with Peru. They signed a treaty.", "They", ["Kenya", "Peru"]),
    "three": (
        "Ada Weber met with John Smith and Kim Lee. The three leaders praised trade.",
        "leaders",
        ["Ada Weber", "John Smith", "Kim Lee"],
    ),
    "named between": (
        "Kenya and Peru are far. In talks between Ada Weber and John Smith, both sides praised trade.",
        "sides",
        ["Ada Weber", "John Smith"],
    ),
    "three states": (
        "Canada, Mexico and Peru met. The three countries praised trade.",
        "countries",
        ["Canada", "Mexico", "Peru"],
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), TOLD.values(), ids=TOLD.keys())
def test_those_who_act_together_are_meant(text: str, words: str, expected: list[str]) -> None:
    """Words for several mean those who met or acted together last."""
    actual = meant(read(text), words)

    assert actual == expected


STATES = {
    "state that is a topic": "Kenya and Peru held talks. They spoke of the war in Sudan. Both sides ate.",
    "people and capital": "Kenyan and Peruvian officials met in Oslo. Both sides ate.",
    "hyphen": "The Kenyan-Peruvian talks began. Officials spoke about Chad. Both sides ate.",
}


@pytest.mark.parametrize("text", STATES.values(), ids=STATES.keys())
def test_sides_are_the_states_told_most(text: str) -> None:
    """The sides are the two states that the text tells of most, not one that is a topic or a place."""
    mention = next(m for m in read(text).mentions if read(text).doc[m.head].text == "sides")

    actual = [n.registry for n in mention.actors]

    assert actual == ["KEN", "PER"]


GROUPS = {
    "nobody told": ("The two sides ate.", []),
    "told behind": (MET + "The countries of the region ate.", ["countries of the region"]),
    "counterparts of others": (MET + "Experts met with their counterparts.", ["counterparts"]),
}


@pytest.mark.parametrize(("text", "expected"), GROUPS.values(), ids=GROUPS.keys())
def test_others_are_not_those_told_before(text: str, expected: list[str]) -> None:
    """Where nobody was told, or the words tell whom they mean, it is nobody told before."""
    reading = read(text)
    nouns = {"sides", "countries", "countries of the region", "counterparts"}

    actual = [meant(reading, m.text)[0] for m in (reading.doc[x.start : x.end] for x in reading.mentions)]

    assert [name for name in actual if name in nouns] == expected


def test_group_of_a_subject_is_they() -> None:
    """A group that acted is whom the next "they" means, not one that is only spoken of."""
    actual = meant(read("Italian officials thanked several partners. They ate."), "They")

    assert actual == ["Italian officials"]
