"""To whom something is said, and who of them publishes."""

import pytest
from sayings import ASADOV, LIU, addressed, marked, read

from kg.extract._addressees import interviewers
from kg.extract._outlets import is_outlet

THAT = "that trade had grown"
ONE = {
    "told": (f"{LIU} told {ASADOV} {THAT}.", "Ali Asadov"),
    "informed": (f"{LIU} informed {ASADOV} {THAT}.", "Ali Asadov"),
    "assured": (f"{LIU} assured {ASADOV} {THAT}.", "Ali Asadov"),
    "reminded": (f"{LIU} reminded {ASADOV} {THAT}.", "Ali Asadov"),
    "warned": (f"{LIU} warned {ASADOV} {THAT}.", "Ali Asadov"),
    "said to": (f"{LIU} said to {ASADOV} {THAT}.", "Ali Asadov"),
    "thanked": (f"{LIU} thanked {ASADOV} for the wheat.", "Ali Asadov"),
    "congratulated": (f"{LIU} congratulated {ASADOV} on the harvest.", "Ali Asadov"),
    "expressed to": (f"{LIU} expressed gratitude to {ASADOV} for the wheat.", "Ali Asadov"),
    "urged": (f"{LIU} urged {ASADOV} to lift the blockade.", "Ali Asadov"),
    "a state": (f"{LIU} assured Peru {THAT}.", "Peru"),
    "journalists": (f"{LIU} told journalists {THAT}.", "journalists"),
    "an outlet": (f"{LIU} told Reuters {THAT}.", "Reuters"),
    "a magazine": (f"{LIU} told Caijing magazine {THAT}.", "Caijing"),
    "in an interview": (f"{LIU} said in an interview with Reuters {THAT}.", "Reuters"),
}
NONE = {
    "nobody": f"{LIU} said {THAT}.",
    "told of": f"{LIU} referred to {ASADOV} in his speech.",
    "pointed to": f"{LIU} pointed to Peru.",
    "no actor": f"{LIU} told his brother {THAT}.",
    "what is praised": f"{LIU} praised Peru.",
    "himself": f"{LIU} told himself {THAT}.",
}


@pytest.mark.parametrize(("words", "expected"), ONE.values(), ids=ONE)
def test_addressee(words: str, expected: str) -> None:
    """Objects of verbs of telling, phrases with "to" and outlets of an interview are addressed."""
    assert addressed(words) == [expected]


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_addressee(words: str) -> None:
    """Whom one speaks of is not spoken to."""
    assert addressed(words) == []


INTERVIEWS = {
    "with": ("In an [interview] with Reuters, Liu left.", ["Reuters"]),
    "two": ("In an [interview] with Reuters and Xinhua, Liu left.", ["Reuters", "Xinhua"]),
    "interviewed by": ("Liu was [interviewed] by Xinhua.", ["Xinhua"]),
    "far away": (
        "In an [interview] given on a day of rain in the old harbour of the town of Lima Liu told Reuters.",
        [],
    ),
    "none": ("Liu [told] Reuters that it rained.", []),
    "with a person": ("In an [interview] with Ali Asadov, it rained.", []),
}


@pytest.mark.parametrize(("words", "expected"), INTERVIEWS.values(), ids=INTERVIEWS)
def test_interviewers(words: str, expected: list[str]) -> None:
    """The outlets near after the word "interview" gave it."""
    reading, token = marked(words)
    found = interviewers(reading, token.sent)

    assert [reading.actor(n).names[0][0] for n in found] == expected


OUTLETS = {
    "known": "[Reuters] left.",
    "state-run agency": "[Xinhua] left.",
    "by its words": "Armenian [media] left.",
}
NO_OUTLETS = {
    "state": "[Peru] left.",
    "ministry": "The Foreign [Ministry] left.",
    "officials": "Peruvian [officials] left.",
    "person": "Minister Ali [Asadov] left.",
}


@pytest.mark.parametrize("words", OUTLETS.values(), ids=OUTLETS)
def test_outlet(words: str) -> None:
    """Who is known to publish, or is called so, is an outlet."""
    reading, token = marked(words)
    [node] = reading.who(token)

    assert is_outlet(reading, node)


@pytest.mark.parametrize("words", NO_OUTLETS.values(), ids=NO_OUTLETS)
def test_no_outlet(words: str) -> None:
    """States, ministries and persons are none."""
    reading, token = marked(words)
    [node] = reading.who(token)

    assert not is_outlet(reading, node)


PUBLISHERS = {"the same": "Reuters", "with more words": "Reuters News", "with an article": "The Reuters"}


@pytest.mark.parametrize("publisher", PUBLISHERS.values(), ids=PUBLISHERS)
def test_publisher_is_no_outlet_of_its_own_article(publisher: str) -> None:
    """Who publishes the article is not one of whom it tells."""
    reading, token = marked("[Reuters] left.", publisher)
    [node] = reading.who(token)

    assert not is_outlet(reading, node)


def test_another_publisher_leaves_an_outlet() -> None:
    """An outlet stays one in the articles of others."""
    reading = read("Reuters left.", "Sputnik")
    [node] = reading.who(reading.doc[0])

    assert is_outlet(reading, node)
