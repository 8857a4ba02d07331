"""What is known of the persons and states of an article before it is gone through."""

from reads import read

from kg.text.reading import Reading


def said(reading: Reading, word: str) -> list[str]:
    """Return whom the last mention that a word heads means."""
    mention = [m for m in reading.mentions if reading.doc[m.head].text == word][-1]
    return [node.key.partition(":")[2] for node in mention.actors]


def test_known_leader_has_the_office_of_a_state_that_is_named() -> None:
    """Somebody whom the article gives no title may be known to hold the office of a state that it names."""
    text = "President Ada Weber met Ilham Aliyev. The President of Azerbaijan thanked Weber."

    actual = said(read(text), "President")

    assert actual == ["ilham aliyev"]


def test_publishers_state_tells_titles_apart() -> None:
    """Of two who have a title, it means the one of the publisher's state."""
    text = "President Ada Weber met Peruvian President John Smith in Kenya. Smith left. The President slept."

    actual = said(read(text, url="https://president.go.ke/news"), "President")

    assert actual == ["ada weber"]
