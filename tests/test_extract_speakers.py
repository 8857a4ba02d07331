"""Who speaks: names, pronouns, titles, documents, sides, the latter; named elsewhere too."""

import pytest
from sayings import ASADOV, LIU, told

THAT = "that trade had grown"
ONE = {
    "name": (f"Liu Jianchao said {THAT}.", ["Liu Jianchao"]),
    "name with an office": (f"{LIU} said {THAT}.", ["Liu Jianchao"]),
    "surname after the full name": (f"{LIU} flew to Lima. Liu said {THAT}.", ["Liu Jianchao"]),
    "he": (f"{LIU} flew to Lima. He said {THAT}.", ["Liu Jianchao"]),
    "she": ("Minister Anna Weber flew to Lima. She said that it rained.", ["Anna Weber"]),
    "the minister": (f"{LIU} flew to Lima. The minister said {THAT}.", ["Liu Jianchao"]),
    "apposition": (f"The minister, Liu Jianchao, said {THAT}.", ["Liu Jianchao"]),
    "clause between": (f"{LIU}, who flew to Lima, said {THAT}.", ["Liu Jianchao"]),
    "relative clause": (f"The talks were led by {LIU}, who said {THAT}.", ["Liu Jianchao"]),
    "participle": (f"{LIU} flew to Lima, saying {THAT}.", ["Liu Jianchao"]),
    "joined verb": (f"{LIU} flew to Lima and said {THAT}.", ["Liu Jianchao"]),
    "state": (f"Peru said {THAT}.", ["Peru"]),
    "ministry": (f"The Foreign Ministry said {THAT}.", ["Foreign Ministry"]),
    "outlet": (f"Reuters reported {THAT}.", ["Reuters"]),
    "outlet in apposition": (f"Xinhua, China’s state news agency, reported {THAT}.", ["Xinhua"]),
    "collective": (f"Peruvian officials said {THAT}.", ["Peruvian officials"]),
    "passive": (f"The treaty was praised by {LIU}.", ["Liu Jianchao"]),
    "statement of a ministry": (f"A statement by the Foreign Ministry said {THAT}.", ["Foreign Ministry"]),
    "ministry’s statement": (f"The Foreign Ministry’s statement said {THAT}.", ["Foreign Ministry"]),
    "statement issued by": (
        f"A statement issued by the Foreign Ministry said {THAT}.",
        ["Foreign Ministry"],
    ),
    "in a statement": (f"In a statement, the Foreign Ministry said {THAT}.", ["Foreign Ministry"]),
}


@pytest.mark.parametrize(("words", "expected"), ONE.values(), ids=ONE)
def test_speaker(words: str, expected: list[str]) -> None:
    """A phrase in the place of the speaker stands for whom it means."""
    assert [who for who, _ in told(words)] == [expected]


LATER = {
    "document that was told before": (
        f"The Foreign Ministry issued a statement saying {THAT}. The statement added that it rained.",
        ["Foreign Ministry"],
    ),
    "it": (
        f"The Foreign Ministry said {THAT}. It added that wheat was dear.",
        ["Foreign Ministry"],
    ),
    "they": (
        f"{LIU} and {ASADOV} stressed the growth of trade. They added that wheat was dear.",
        ["Ali Asadov", "Liu Jianchao"],
    ),
    "he, of two who spoke": (
        f"{ASADOV} said {THAT}. {LIU} was there too. He noted that wheat was dear.",
        ["Liu Jianchao"],
    ),
    "the minister, of two": (
        f"{LIU} met {ASADOV}. The prime minister said {THAT}.",
        ["Ali Asadov"],
    ),
    "the latter": (
        f"{LIU} met {ASADOV}. It rained when Liu met Asadov, and the latter said {THAT}.",
        ["Ali Asadov"],
    ),
    "the former": (
        f"{LIU} met {ASADOV}. It rained when Liu met Asadov, and the former said {THAT}.",
        ["Liu Jianchao"],
    ),
    "the two sides": (
        f"{LIU} met {ASADOV}. At the talks of Liu and Asadov, the two sides stressed the growth of trade.",
        ["Ali Asadov", "Liu Jianchao"],
    ),
    "the two leaders": (
        "President Xi Jinping met President Ilham Aliyev. The two leaders stressed the growth of trade.",
        ["Ilham Aliyev", "Xi Jinping"],
    ),
    "he, after words that name another": (
        f"Liu Jianchao said {THAT}. “Ali Asadov has no right to complain,” he said.",
        ["Liu Jianchao"],
    ),
    "he, after a quotation by another": (
        f"Ali Asadov said {THAT}. According to Liu Jianchao, Asadov forgot wheat. “It is dear,” he noted.",
        ["Liu Jianchao"],
    ),
    "he, of whom was quoted": (
        f"Anna Weber was pleased. Liu Jianchao was quoted as saying {THAT}. “Wheat is dear,” he said.",
        ["Liu Jianchao"],
    ),
    "he, who spoke in the same sentence": (
        f"Anna Weber said {THAT}. Liu Jianchao said that it rained, while wheat was dear, he added.",
        ["Liu Jianchao"],
    ),
    "he, who answers": (
        f"{ASADOV} said {THAT}. Liu Jianchao listened to Asadov. He replied that it rained.",
        ["Liu Jianchao"],
    ),
    "they, of a body that speaks": (
        "Peruvian officials flew to Lima. Reuters said that they welcome the rain.",
        ["Reuters"],
    ),
    "he, after a quotation with another in it": (
        f"Liu Jianchao said {THAT}. Liu wrote. “First: Ali Asadov must go. Second: trade,” he suggested.",
        ["Liu Jianchao"],
    ),
    "who criticises": ("The blockade drew criticism from Liu Jianchao.", ["Liu Jianchao"]),
    "motion that a parliament passed": (
        "Congress of Peru passed a motion condemning the attack.",
        ["Congress of Peru"],
    ),
    "second of two in the passive": (
        "The pact was welcomed by Ali Asadov and condemned by Liu Jianchao.",
        ["Liu Jianchao"],
    ),
    "who took the floor": ("Liu Jianchao took the floor to denounce the blockade.", ["Liu Jianchao"]),
    "who used an address": ("Liu Jianchao used his address to call for peace.", ["Liu Jianchao"]),
    "who sent congratulations": ("Peru received congratulations from Liu Jianchao.", ["Liu Jianchao"]),
    "recalled, behind what is told": (f"Trade had grown, recalled the {LIU}.", ["Liu Jianchao"]),
    "he, who is told of": (
        "Ali Asadov said it rained. Liu Jianchao said he hoped for sun.",
        ["Liu Jianchao"],
    ),
    "it, after words that name another": (
        f"Reuters reported {THAT}. Peru had sent a list of projects to Chile, it said.",
        ["Reuters"],
    ),
    "report of an outlet": (
        f"Reuters reported {THAT}. Peru had sent a list, the report said.",
        ["Reuters"],
    ),
    "resolution that a body adopted": (
        "The Security Council adopted a resolution. Peru welcomed it. The resolution states that it rains.",
        ["Security Council"],
    ),
    "treaty between two": (
        "Peru ratified the treaty between China and Chile. The treaty reaffirms the freedom of trade.",
        ["Chile", "China"],
    ),
    "two documents": (
        "Peru said in a statement that a report by Reuters was long. The statement added that it rained.",
        ["Peru"],
    ),
    "joint declaration": (
        "China and Peru met. The Joint Declaration states that trade is free.",
        ["China", "Peru"],
    ),
    "interlocutors": (
        f"{LIU} met {ASADOV}. The interlocutors noted the growth of trade.",
        ["Ali Asadov", "Liu Jianchao"],
    ),
    "both sides, of states": (
        "China and Peru signed a treaty. Both sides stressed the growth of trade.",
        ["China", "Peru"],
    ),
}


@pytest.mark.parametrize(("words", "expected"), LATER.values(), ids=LATER)
def test_speaker_of_another_sentence(words: str, expected: list[str]) -> None:
    """Pronouns, documents and "the two sides" speak for whom the sentences before named."""
    assert told(words)[-1][0] == expected


JOINT = {
    "and": (f"{LIU} and {ASADOV} stressed the growth of trade.", ["Ali Asadov", "Liu Jianchao"]),
    "three states": ("China, Peru and Chile said that trade had grown.", ["Chile", "China", "Peru"]),
}


@pytest.mark.parametrize(("words", "expected"), JOINT.values(), ids=JOINT)
def test_joint_speakers(words: str, expected: list[str]) -> None:
    """Those who say something together speak all."""
    assert [who for who, _ in told(words)] == [expected]


NONE = {
    "nobody": f"It was said {THAT}.",
    "somebody": f"Somebody said {THAT}.",
    "it, of rain": "It said nothing.",
    "he, of nobody": f"He said {THAT}.",
    "statement of nobody": f"A statement said {THAT}.",
    "a thing": "The rain told of autumn.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_nobody_speaks(words: str) -> None:
    """Where nobody is named, nobody speaks."""
    assert told(words) == []


def test_magazine_speaks_by_its_name() -> None:
    """A name before "magazine" or "daily" is the outlet that speaks."""
    assert [who for who, _ in told(f"Caijing magazine said {THAT}.")] == [["Caijing"]]


def test_last_speaker_speaks_on() -> None:
    """Where no person was named since, "he added" goes on with who spoke last."""
    words = f"{ASADOV} met {LIU}. Liu said {THAT}. It rained. He added that wheat was dear."

    assert told(words)[-1] == (["Liu Jianchao"], "that wheat was dear")


def test_pronoun_goes_on_with_whom_it_fits() -> None:
    """A woman does not go on with what a man said right before; she is another one told before."""
    words = f"Ms. Weber met Mr. Smith. Mr. Smith said {THAT}. She added that wheat was dear."

    assert told(words)[-1] == (["Weber"], "that wheat was dear")


ASIDE = {
    "adding": f"{LIU} said that Peru needs wheat, adding {THAT}.",
    "while highlighting": f"{LIU} said that Peru is a friend of China, while highlighting {THAT}.",
    "and mentioned": f"{LIU} said that Peru remains a friend of China and mentioned the growth of trade.",
}


@pytest.mark.parametrize("words", ASIDE.values(), ids=ASIDE)
def test_what_is_added_is_said_by_the_same(words: str) -> None:
    """A verb that goes on with the telling has its speaker, not the subject of what is told."""
    assert {name for who, _ in told(words) for name in who} == {"Liu Jianchao"}
