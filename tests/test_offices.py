"""Who holds which office: as titles and names stand together, and of which state or body."""

import pytest
from reads import offices, read

HELD = {
    "before the name": ("Italian President Ada Weber left.", [("Ada Weber", "President", "ITA")]),
    "behind the name": ("Ada Weber, the Italian President, left.", [("Ada Weber", "President", "ITA")]),
    "behind the name in brackets": (
        "Ada Weber (the Italian President) left.",
        [("Ada Weber", "President", "ITA")],
    ),
    "before the name with a comma": (
        "The President of Italy, Ada Weber, left.",
        [("Ada Weber", "President", "ITA")],
    ),
    "copula": ("Ada Weber is the President of Italy.", [("Ada Weber", "President", "ITA")]),
    "body behind": (
        "The head of the Ministry of Trade Ada Weber left.",
        [("Ada Weber", "head", "ministry of trade")],
    ),
    "organisation": (
        "NATO spokesman John Smith left.",
        [("John Smith", "spokesman", "nato")],
    ),
    "body behind the name": (
        "State Secretary Ada Weber, Ministry of Trade; and others left.",
        [("Ada Weber", "State Secretary", "ministry of trade")],
    ),
    "state behind the name": ("President Ada Weber of Italy left.", [("Ada Weber", "President", "ITA")]),
    "two titles": (
        "Italian Deputy Prime Minister and Foreign Minister Ada Weber left.",
        [("Ada Weber", "Deputy Prime Minister", "ITA"), ("Ada Weber", "Foreign Minister", "ITA")],
    ),
    "title in the plural": (
        "Italian Ministers Ada Weber and John Smith left.",
        [("Ada Weber", "Minister", "ITA"), ("John Smith", "Minister", "ITA")],
    ),
    "list of examples": (
        "Italian officials, including Prime Minister Ada Weber, left.",
        [("Ada Weber", "Prime Minister", "ITA")],
    ),
    "second of two": (
        "Italian President Ada Weber and Prime Minister John Smith left.",
        [("Ada Weber", "President", "ITA"), ("John Smith", "Prime Minister", "ITA")],
    ),
    "told elsewhere": (
        "President Ada Weber left. The Italian President, Ada Weber, slept.",
        [("Ada Weber", "President", "ITA"), ("Ada Weber", "President", "ITA")],
    ),
    "only one state has it": (
        "Taoiseach Ada Weber left Ireland.",
        [("Ada Weber", "Taoiseach", "IRL")],
    ),
    "nearest state": ("In Italy they met President Ada Weber.", [("Ada Weber", "President", "ITA")]),
}


@pytest.mark.parametrize(("text", "expected"), HELD.values(), ids=HELD.keys())
def test_offices_are_held(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    """A title beside a name is the person's, with the state or body that the article tells."""
    actual = offices(read(text))

    assert actual == expected


ABSENT = {
    "title of another": "The president praised Ada Weber.",
    "name of another sentence": "He met the president. Ada Weber left.",
    "another with an article": "Ada Weber, the Minister of Trade, and the president left.",
    "verb of a headline": "President Commences Talks in Rome",
    "thing": "The chair of the Council’s Configuration of Peru left.",
    "no office yet": "Ada Weber was not appointed president.",
    "office of the one who chooses": "Ada Weber appointed him as president.",
    "other minister with an article": "Ada Weber, Minister of Trade, and the president left.",
    "possessive": "The president’s aide Ada Weber left.",
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT.keys())
def test_offices_are_not_guessed(text: str) -> None:
    """A title that does not stand with a name is nobody's here."""
    found = [o for o in offices(read(text)) if o[1] in {"president", "President", "chair"}]
    actual = [who for who, _, _ in found if who in {"Ada Weber", "Configuration", "Commences Talks"}]

    assert actual == []


HOME = {
    "own office": ("President Ada Weber left.", "ITA", "publisher"),
    "envoy abroad": ("Ambassador to Cuba Ada Weber left.", "ITA", "publisher"),
    "foreign office": ("Prime Minister Ada Weber of Japan left.", "JPN", None),
    "office of a body": ("Chairman Ada Weber left.", None, None),
}


@pytest.mark.parametrize(("text", "state", "basis"), HOME.values(), ids=HOME.keys())
def test_publisher_tells_its_own_offices(text: str, state: str | None, basis: str | None) -> None:
    """An office of a state without one is that of the publisher's state, which is then its basis."""
    (actual,) = read(text, "Government of Italy").offices

    assert (actual.body.registry if actual.body else None) == state
    assert actual.basis == basis


def test_state_that_lacks_an_office_has_none() -> None:
    """A title is not given to the publisher's state where that has no such office."""
    (actual,) = read("Prime Minister Ada Weber left.", "US Department of State").offices

    assert actual.body is None


def test_office_of_one_holder_is_given_once() -> None:
    """A second president is not the publisher's."""
    first, second = read(
        "Italian President Ada Weber left. She met President John Smith.", "Government of Italy"
    ).offices

    assert first.body is not None
    assert second.body is None


RANKS = {
    "head of state": ("Italian President Ada Weber left.", "HeadOfState"),
    "minister": ("Italian Foreign Minister Ada Weber left.", "Minister"),
    "deputy minister": ("Italian Deputy Foreign Minister Ada Weber left.", "DeputyMinister"),
    "envoy": ("Italian Ambassador Ada Weber left.", "Envoy"),
}


@pytest.mark.parametrize(("text", "expected"), RANKS.values(), ids=RANKS.keys())
def test_offices_have_ranks(text: str, expected: str) -> None:
    """The rank is that of the office in its state."""
    (actual,) = read(text).offices

    assert str(actual.rank).endswith(f"#{expected}")


def test_words_of_the_title_are_told() -> None:
    """The span of an office is that of the title's own words."""
    reading = read("The Italian Minister of Rural Roads Ada Weber left.")
    (actual,) = reading.offices

    assert reading.article.text[actual.span.start : actual.span.end] == "Minister of Rural Roads"
    assert actual.title == "Minister of Rural Roads"


WILD = {  # each taught by a text in which it was read wrongly once
    "two long titles": (
        "The Acting Director of the Department of Tourism of the Kenyan Ministry of Trade Ada Weber left.",
        [("Ada Weber", "Acting Director", "department of tourism of the kenyan ministry of trade")],
    ),
    "list of fields before a name": (
        "Kenyan Minister of Trade, Tourism, and Wildlife Vijitha Herath left.",
        [("Vijitha Herath", "Minister of Trade, Tourism, and Wildlife", "KEN")],
    ),
    "short form between body and name": (
        "The head of the Federal Department of Trade (FDT), Ada Weber, left.",
        [("Ada Weber", "head", "federal department of trade")],
    ),
    "rank before the name": (
        "Kenyan Navy Commander Rear Admiral Ada Weber left.",
        [("Ada Weber", "Commander", "navy")],
    ),
    "state secretary": (
        "State Secretary Ada Weber of Switzerland left.",
        [("Ada Weber", "State Secretary", "CHE")],
    ),
    "plural with bodies in brackets": (
        "Ministers Ada Weber (Ministry of Trade) and John Smith (Ministry of Justice) left.",
        [("Ada Weber", "Minister", "ministry of trade"), ("John Smith", "Minister", "ministry of justice")],
    ),
    "possessive body": (
        "The European Union’s Special Envoy Ada Weber left.",
        [("Ada Weber", "Special Envoy", "european-union")],
    ),
    "holder behind who is": (
        "Ada Weber, who is the Kenyan Foreign Minister, left.",
        [("Ada Weber", "Foreign Minister", "KEN")],
    ),
    "name in the next sentence": (
        "He is the Kenyan President. Ada Weber left.",
        [("Kenyan President", "President", "KEN")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WILD.values(), ids=WILD.keys())
def test_offices_found_in_the_wild(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    """Mistakes of former readings stay mended."""
    actual = offices(read(text))

    assert actual == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lena Holm, First Secretary of the Embassy of Kenya, spoke.", "Envoy"),
        ("Lena Holm, President of the National Assembly of Kenya, spoke.", "Legislator"),
        ("Lena Holm, Director General of the Ministry of Foreign Affairs of Kenya, spoke.", "Official"),
        ("Lena Holm, Director General of the World Trade Organization, spoke.", "InternationalOfficial"),
    ],
)
def test_ranks_at_bodies(words: str, expected: str) -> None:
    """Where a title has no rank of its own, the kind of body tells it."""
    [office] = read(words).offices

    assert str(office.rank).endswith(f"#{expected}")
