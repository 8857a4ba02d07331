"""Acts of saying by the frames that evoke them: each verb, noun and cue, and what is none."""

import pytest
from sayings import ASADOV, LIU, told

THAT = "that trade had grown"
# Verbs that take a clause; those that ask, promise or threaten stand with an infinitive below.
SAYING = [
    "said",
    "added",
    "stated",
    "wrote",
    "posted",
    "tweeted",
    "replied",
    "responded",
    "answered",
    "continued",
    "concluded",
    "joked",
    "argued",
    "contended",
    "opined",
    "declared",
    "asserted",
    "remarked",
    "commented",
    "observed",
    "explained",
    "elaborated",
    "clarified",
    "claimed",
    "alleged",
    "insisted",
    "maintained",
    "suggested",
    "hinted",
    "implied",
    "signalled",
    "predicted",
    "estimated",
    "warned",
    "cautioned",
    "acknowledged",
    "admitted",
    "conceded",
    "confessed",
    "revealed",
    "disclosed",
    "reported",
    "announced",
    "confirmed",
    "promised",
    "pledged",
    "vowed",
    "affirmed",
    "reaffirmed",
    "testified",
    "recalled",
    "noted",
    "mentioned",
    "indicated",
    "stressed",
    "emphasised",
    "emphasized",
    "underlined",
    "underscored",
    "highlighted",
    "complained",
    "lamented",
    "repeated",
    "reiterated",
    "proclaimed",
]
OBJECTS = [
    "stressed",
    "emphasised",
    "underlined",
    "underscored",
    "highlighted",
    "reiterated",
    "affirmed",
    "reaffirmed",
    "noted",
    "announced",
    "confirmed",
    "acknowledged",
    "mentioned",
    "praised",
    "lauded",
    "commended",
    "applauded",
    "hailed",
    "welcomed",
    "condemned",
    "denounced",
    "decried",
    "deplored",
    "criticised",
    "slammed",
    "lamented",
    "regretted",
    "opposed",
    "questioned",
    "endorsed",
    "advocated",
    "defended",
    "explained",
    "described",
    "cited",
]
LIGHT = {
    "concern": "expressed concern over the blockade",
    "gratitude": "conveyed gratitude for the wheat",
    "condolences": "extended condolences over the flood",
    "doubt": "voiced doubt about the blockade",
    "objection": "raised an objection to the blockade",
    "assurance": "gave assurances on wheat",
    "statement": "issued a statement on wheat",
    "appeal": "made an appeal for wheat",
    "warning": "issued a warning about the flood",
    "regret": "expressed deep regret over the flood",
    "two objects": "expressed thanks and hope for the harvest",
}
PREPOSITIONS = {
    "called for": "called for an end to the blockade",
    "called on": "called on Peru to lift the blockade",
    "appealed for": "appealed for calm",
    "appealed to": "appealed to Peru to lift the blockade",
    "insisted on": "insisted on an end to the blockade",
    "warned of": "warned of a flood",
    "warned against": "warned against a blockade",
    "spoke highly": "spoke highly of the harvest",
    "objected to": "objected to the blockade",
    "complained about": "complained about the blockade",
    "apologised for": "apologised for the delay",
    "vouched for": "vouched for the harvest",
    "referred to": "referred to the harvest",
    "alluded to": "alluded to the harvest",
    "paid tribute": "paid tribute to the farmers",
    "pointed to": "pointed to the harvest",
}
INFINITIVES = {
    "pledged": "pledged to lift the blockade",
    "promised": "promised to lift the blockade",
    "vowed": "vowed to lift the blockade",
    "threatened": "threatened to close the port",
    "proposed": "proposed to lift the blockade",
    "urged": "urged Peru to lift the blockade",
    "asked": "asked Peru to lift the blockade",
    "told": "told Peru to lift the blockade",
    "advised": "advised Peru to lift the blockade",
    "demanded": "demanded to see the port",
}


def speakers(words: str) -> list[list[str]]:
    """Return who speaks in each act of saying."""
    return [who for who, _ in told(words)]


@pytest.mark.parametrize("verb", SAYING)
def test_verb_with_a_clause(verb: str) -> None:
    """A verb of saying takes a clause as its content, to the last word."""
    assert told(f"{LIU} {verb} {THAT}.") == [(["Liu Jianchao"], THAT)]


@pytest.mark.parametrize("verb", OBJECTS)
def test_verb_with_an_object(verb: str) -> None:
    """A verb that praises, blames or points takes an object as its content."""
    assert told(f"{LIU} {verb} the growth of trade.") == [(["Liu Jianchao"], "the growth of trade")]


@pytest.mark.parametrize("words", LIGHT.values(), ids=LIGHT)
def test_light_verb(words: str) -> None:
    """What is said is named by the object of a light verb."""
    content = words.partition(" ")[2]

    assert told(f"{LIU} {words}.") == [(["Liu Jianchao"], content)]


@pytest.mark.parametrize("words", PREPOSITIONS.values(), ids=PREPOSITIONS)
def test_verb_with_a_preposition(words: str) -> None:
    """Some verbs say something only beside their particle or preposition."""
    assert speakers(f"{LIU} {words}.") == [["Liu Jianchao"]]


@pytest.mark.parametrize("words", INFINITIVES.values(), ids=INFINITIVES)
def test_verb_with_an_infinitive(words: str) -> None:
    """What one binds oneself to, or asks of others, is said too."""
    assert speakers(f"{LIU} {words}.") == [["Liu Jianchao"]]


CUES = {
    "at the head": (f"According to {LIU}, trade had grown.", "trade had grown"),
    "at the end": (f"Trade had grown, according to {LIU}.", "Trade had grown"),
    "in the middle": (f"Trade, according to {LIU}, had grown a lot.", "had grown a lot"),
    "in the words": (f"In the words of {LIU}, trade had grown.", "trade had grown"),
    "in the view": (f"In the view of {LIU}, trade had grown.", "trade had grown"),
    "in the opinion": (f"In the opinion of {LIU}, trade had grown.", "trade had grown"),
}


@pytest.mark.parametrize(("words", "content"), CUES.values(), ids=CUES)
def test_cue(words: str, content: str) -> None:
    """Words that lead to a speaker make the clause beside them his; its longer part where they part it."""
    assert told(words) == [(["Liu Jianchao"], content)]


NOUNS = {
    "of an outlet": ("Reports by Reuters that trade had grown spread.", [["Reuters"]]),
    "possessive": ("Peru’s claim that trade had grown was old.", [["Peru"]]),
    "from": ("A warning from Peru that trade would shrink was ignored.", [["Peru"]]),
    "without a clause": ("Peru’s allegations of fraud were old.", [["Peru"]]),
    "about": ("Peru’s claims about the blockade were old.", [["Peru"]]),
}


@pytest.mark.parametrize(("words", "expected"), NOUNS.values(), ids=NOUNS)
def test_noun(words: str, expected: list[list[str]]) -> None:
    """A noun for an act of saying tells it where it has a speaker and a content."""
    assert speakers(words) == expected


NONE = {
    "noun without a speaker": "Reports that trade had grown spread.",
    "noun without content": "Peru’s report was old.",
    "claims of nobody": "Allegations of fraud were old.",
    "light verb without its noun": f"{LIU} gave Peru wheat.",
    "made a stop": f"{LIU} made a stop in Lima.",
    "sent troops": f"{LIU} sent a ship to Lima.",
    "called by telephone": f"{LIU} called his brother.",
    "spoke with": f"{LIU} spoke with {ASADOV}.",
    "met to discuss": f"{LIU} met {ASADOV} to discuss trade.",
    "negotiated": f"{LIU} and {ASADOV} negotiated on trade.",
    "greeted at the door": f"{LIU} greeted {ASADOV} at the door.",
    "hailed as a guest, passive": f"{ASADOV} was welcomed by {LIU} in Lima.",
    "process of requesting": f"{LIU} began the process of requesting wheat.",
    "courtesy call": f"{LIU} called on {ASADOV} on Monday.",
    "recalled an envoy": f"{LIU} recalled his ambassador from Lima.",
    "participle before a noun": f"{LIU} flew from the mentioned city to Lima.",
    "received a guest": f"{LIU} received a guest from Peru.",
    "held a post": f"{LIU} held the post for a year.",
    "agreed to": f"{LIU} agreed to lift the blockade.",
    "no subject": "It was announced that trade had grown.",
    "wants to say": f"{LIU} wanted to say that trade had grown.",
    "may say": f"{LIU} may say that trade had grown.",
    "has never said": f"{LIU} has never said that trade had grown.",
    "unless": f"Unless {LIU} says that trade grew, nobody believes it.",
    "according to a plan": "According to the plan, trade would grow.",
    "accord with": "The pact accords with the law.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_none(words: str) -> None:
    """Doings, receptions, talks, wishes and words without a speaker are no acts of saying."""
    assert told(words) == []


def test_welcome_of_a_thing_is_said() -> None:
    """Who welcomes a thing calls it good."""
    assert told(f"{LIU} welcomed the new pact.") == [(["Liu Jianchao"], "the new pact")]


def test_verbs_joined_by_one_speaker_are_one_act() -> None:
    """What one speaker says by two verbs of a sentence runs from the first content to the last."""
    actual = told(f"{LIU} said that trade had grown and stressed that wheat was dear.")

    assert actual == [
        (["Liu Jianchao"], "that trade had grown and stressed that wheat was dear"),
    ]


def test_each_sentence_is_an_act_of_its_own() -> None:
    """Two sentences of one speaker are two statements."""
    actual = told(f"{LIU} said that trade had grown. He added that wheat was dear.")

    assert actual == [
        (["Liu Jianchao"], "that trade had grown"),
        (["Liu Jianchao"], "that wheat was dear"),
    ]
