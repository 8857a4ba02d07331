"""The articles of the project, read: who is in them, under which names, in which offices."""

from pathlib import Path

import pytest

from kg.readers import read as read_file
from kg.text import reader
from kg.text.reading import Actor, Reading

SOURCES = Path(__file__).parent.parent / "sources"
VISIT, CORRIDOR = "000_c856946c1487f07b.txt", "004_f8d07c2c344a404b.txt"


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Return the articles of the project, read, by file name."""
    return {file: reader.read(read_file(SOURCES / file)) for file in (VISIT, CORRIDOR)}


def actor(reading: Reading, name: str) -> Actor:
    """Return the actor that has a name."""
    return next(a for a in reading.actors if name in [form for form, _ in a.names])


FORMS = {
    "president by name and surname": (CORRIDOR, "Aliyev", ["Ilham Aliyev", "Aliyev"]),
    "minister": (CORRIDOR, "Liu", ["Liu Jianchao", "Liu"]),
    "one name spelt twice": (CORRIDOR, "Budagov", ["Tahir Budaqov", "Budagov"]),
    "speaker": (CORRIDOR, "Gafarova", ["Sahiba Gafarova", "Gafarova"]),
    "outlet": (CORRIDOR, "APA", ["APA"]),
    "party in short": (CORRIDOR, "CPC", ["CPC"]),
    "state and its government": (VISIT, "China", ["Chinese government", "China"]),
    "envoy": (VISIT, "Chen Ming", ["Chen Ming"]),
}


@pytest.mark.parametrize(("file", "name", "expected"), FORMS.values(), ids=FORMS.keys())
def test_names_come_together(readings: dict[str, Reading], file: str, name: str, expected: list[str]) -> None:
    """All names of one actor are found, the fullest first."""
    actual = [form for form, _ in actor(readings[file], name).names]

    assert actual == expected


OFFICES = {
    VISIT: [
        ("Xi Jinping", "President", "CHN"),
        ("Ilham Aliyev", "President", "AZE"),
        ("Ilham Aliyev", "President", "AZE"),
        ("Xi Jinping", "President", "CHN"),  # "his Chinese counterpart Xi Jinping"
        (
            "Liu Jianchao",
            "Minister",
            "international-department-of-the-central-committee-of-the-communist-party-of-china",
        ),
        ("Chen Ming", "Charge d’Affaires to Armenia", "CHN"),
    ],
    CORRIDOR: [
        ("Ilham Aliyev", "President", "AZE"),
        (
            "Liu Jianchao",
            "Minister",
            "international-department-of-the-central-committee-of-the-communist-party-of-china",
        ),
        ("Xi Jinping", "President", "CHN"),
        ("Ali Asadov", "Prime Minister", "AZE"),
        ("Sahiba Gafarova", "Parliamentary Speaker", "AZE"),
        ("Tahir Budaqov", "chair", "state statistical committee"),
    ],
}


@pytest.mark.parametrize(("file", "expected"), OFFICES.items(), ids=["visit", "corridor"])
def test_offices_are_attested(
    readings: dict[str, Reading], file: str, expected: list[tuple[str, str, str]]
) -> None:
    """Each office has its holder, its words and its state or body."""
    reading = readings[file]

    actual = [
        (reading.actor(o.holder).names[0][0], o.title, o.body.key.partition(":")[2])
        for o in reading.offices
        if o.body is not None
    ]

    assert actual == expected


OWNED = {
    "outlet": (CORRIDOR, "Sputnik", "state-run"),
    "outlet behind its noun": (CORRIDOR, "APA", "pro-government"),
    "media": (CORRIDOR, "pro-government media", "pro-government"),
    "agency": (VISIT, "Sputnik", "state"),
}


@pytest.mark.parametrize(("file", "name", "expected"), OWNED.values(), ids=OWNED.keys())
def test_ownership_is_told(readings: dict[str, Reading], file: str, name: str, expected: str) -> None:
    """Who runs an outlet is what the article calls it."""
    ownership = actor(readings[file], name).ownership

    assert ownership is not None
    assert ownership[0] == expected


COUNTRIES = {
    "person by office": (CORRIDOR, "Ali Asadov", "AZE"),
    "department of a party": (CORRIDOR, "International Department of the Chinese Communist Party", "CHN"),
    "outlet": (CORRIDOR, "Sputnik", "RUS"),
    "place": (CORRIDOR, "Nakhchivan", "AZE"),
    "group": (VISIT, "Chinese companies", "CHN"),
    "envoy": (VISIT, "Chen Ming", "CHN"),
}


@pytest.mark.parametrize(("file", "name", "expected"), COUNTRIES.values(), ids=COUNTRIES.keys())
def test_actors_lead_to_states(readings: dict[str, Reading], file: str, name: str, expected: str) -> None:
    """Persons, bodies, groups and places lead to their state."""
    country = actor(readings[file], name).country

    assert country is not None
    assert country.registry == expected


SENTENCES = {  # words of a sentence, the words in it, whom they mean
    "the two leaders": (VISIT, "signed an 18-point agreement", "two leaders", ["Ilham Aliyev", "Xi Jinping"]),
    "counterpart": (VISIT, "met with his Chinese counterpart", "Xi Jinping", ["Xi Jinping"]),
    "he": (VISIT, "He also brought his family", "He", ["Ilham Aliyev"]),
    "the minister": (VISIT, "the Chinese minister said", "minister", ["Liu Jianchao"]),
    "he who spoke": (CORRIDOR, "he added", "he", ["Liu Jianchao"]),
}


@pytest.mark.parametrize(("file", "words", "mention", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_references_are_resolved(
    readings: dict[str, Reading], file: str, words: str, mention: str, expected: list[str]
) -> None:
    """Pronouns, titles and "the two leaders" mean those who were told before."""
    reading = readings[file]
    at = reading.article.text.index(words)
    sentence = next(s for s in reading.sentences if s.span.start <= at < s.span.end)
    found = [
        m
        for m in reading.mentions
        if sentence.start <= m.start < sentence.end
        and mention.rsplit(maxsplit=1)[-1] in reading.doc[m.start : m.end].text
    ]

    actual = [reading.actor(node).names[0][0] for node in found[0].actors]

    assert sorted(actual) == sorted(expected)


UNREAD = {
    "begging": (CORRIDOR, "advertising", "Rely on OC Media?"),
    "credit": (VISIT, "credit", "Photo: Xinhua/Rao Aimin."),
    "byline": (VISIT, "byline", "by Aytan Farhadova"),
    "biography": (VISIT, "biography", "An experienced journalist"),
}


@pytest.mark.parametrize(("file", "kind", "words"), UNREAD.values(), ids=UNREAD.keys())
def test_what_is_no_news_is_not_read(readings: dict[str, Reading], file: str, kind: str, words: str) -> None:
    """Advertising, credits, bylines and biographies are seen as what they are."""
    reading = readings[file]
    at = reading.article.text.index(words)

    actual = [k for k, span in reading.unread if span.start <= at < span.end]

    assert actual == [kind]


TOPICS = {
    "visit": (VISIT, {"belt-and-road", "one-china"}),
    "corridor": (CORRIDOR, {"zangezur-corridor", "belt-and-road"}),
}


@pytest.mark.parametrize(("file", "expected"), TOPICS.values(), ids=TOPICS.keys())
def test_topics_are_found(readings: dict[str, Reading], file: str, expected: set[str]) -> None:
    """What the articles turn on is among their topics."""
    actual = {node.registry for node, _ in readings[file].topics}

    assert expected <= actual
