"""Statuses by the words that govern and modify what is told: each frame's verbs, nouns and cues."""

import pytest
from sayings import marked

from kg.extract.status import status
from kg.vocab import DIP

PLANNED = {
    "shall": "Weber shall [visit] Lagos.",
    "is going to": "Weber is going to [visit] Lagos.",
    "intends": "Weber intends to [visit] Lagos.",
    "prepares": "Weber is preparing to [visit] Lagos.",
    "aims": "Weber aims to [visit] Lagos.",
    "slated": "Weber is slated to [visit] Lagos.",
    "looks forward": "Weber looks forward to [visiting] Lagos.",
    "due": "Weber is due to [visit] Lagos.",
    "set": "Weber is set to [visit] Lagos.",
    "about": "Weber is about to [visit] Lagos.",
    "decided": "Weber decided to [visit] Lagos.",
    "promised": "Weber promised to [visit] Lagos.",
    "vowed": "Weber vowed to [visit] Lagos.",
    "accepted": "Weber accepted to [visit] Lagos.",
    "forthcoming": "Weber’s forthcoming [visit] was praised.",
    "next": "Weber’s next [visit] will be longer.",
    "due, of the event": "The [summit] is due in May.",
    "expected to begin": "The [summit] is expected to begin in May.",
    "will take place": "The [visit] will take place in May.",
    "planned for": "The [visit] is planned for May.",
    "plans for": "They made plans for a [summit].",
    "eve": "On the eve of the [summit], it rained.",
    "decision": "The decision to [open] an embassy was praised.",
}
PROPOSED = {
    "urged": "Weber urged Okafor to [meet] Bello.",
    "asked": "Weber asked Okafor to [meet] Bello.",
    "called on": "Weber called on Okafor to [meet] Bello.",
    "wants": "Weber wants to [meet] Okafor.",
    "suggested": "Weber suggested [holding] talks in Oslo.",
    "proposed": "Weber proposed a [meeting] in Oslo.",
    "demanded": "Weber demanded a [meeting].",
    "considered": "They considered [opening] an embassy.",
    "proposal": "The proposal to [hold] a summit was praised.",
    "need": "There is a need for a [summit].",
    "ready": "Weber is ready to [host] talks.",
    "willing": "Weber is willing to [mediate] between the two.",
    "must": "They must [meet] at once.",
    "ought to": "They ought to [meet] at once.",
}
CANCELLED = {
    "called off": "Weber called off the [visit].",
    "was called off": "The [visit] was called off.",
    "postponed": "Weber postponed the [summit].",
    "has been cancelled": "The [visit] has been cancelled.",
    "cancelled, before it": "The cancelled [visit] was to be long.",
    "cancellation": "The cancellation of the [visit] was a blow.",
    "scrapped": "Weber scrapped the [talks].",
    "put off": "Weber put off the [talks].",
}
DENIED = {
    "denied that": "Okafor denied that Weber had [visited] Lagos.",
    "denied reports of": "Okafor denied reports of a [meeting].",
    "refuted that": "Weber refuted that he had [met] Okafor.",
}
UNREAL = {
    "might": "Weber might [meet] Okafor.",
    "could": "Weber could [visit] Lagos.",
    "can": "Weber can [visit] Lagos.",
    "unless": "Unless Weber [visits] Lagos, it rains.",
    "whether": "It is unclear whether Weber [visited] Lagos.",
    "wished": "Weber wished to [visit] Lagos.",
    "declined": "Weber declined to [meet] Okafor.",
    "failed": "Weber failed to [meet] Okafor.",
    "unable": "Weber was unable to [visit] Lagos.",
    "unlikely": "Weber is unlikely to [visit] Lagos.",
    "often": "Weber often [visits] Lagos.",
    "no": "No [meeting] took place.",
    "every": "Every [meeting] is long.",
    "has not": "Weber has not [visited] Lagos.",
    "is not going to": "Weber is not going to [visit] Lagos.",
    "ruled out": "Weber ruled out a [meeting] with Okafor.",
    "threatened": "Weber threatened to [expel] Okafor.",
    "opposed": "Weber opposed a [meeting].",
    "question": "Will Weber [visit] Lagos?",
    "question of the past": "Did Weber [meet] Okafor?",
    "question to somebody": "Minister, will Peru [recall] its envoy?",
    "question in the passive": "Was the envoy [recalled]?",
    "would have": "Weber would have [visited] Lagos.",
    "would have, turned": "Had it rained, Weber would have [met] Okafor.",
    "should have": "Weber should have [met] Okafor.",
    "lack": "The lack of a [meeting] was felt.",
}
OCCURRED = {
    "relative clause": "Weber, who [met] Okafor, left.",
    "after": "Weber flew home after [meeting] Okafor.",
    "passive": "Weber was [received] by Okafor.",
    "at": "They agreed a deal at a [summit] in Oslo.",
    "subject": "The [talks] lasted for an hour.",
    "when": "Weber promised wheat when he [met] Okafor.",
    "managed": "Weber managed to [meet] Okafor.",
    "began": "Weber began a [visit] to Lagos.",
    "question of a reason": "Why was it late that Weber [met] Okafor?",
    "was held": "A [meeting] was held.",
    "did": "Weber did [visit] Lagos.",
    "confirmed": "Weber confirmed that he had [met] Okafor.",
    "place of a saying": "Weber said at the [meeting] that he would leave.",
    "time of a proposal": "During a [meeting], Weber proposed a treaty.",
    "time of a cancellation": "Weber cancelled a debt during a [visit] to Lagos.",
    "time of a denial": "Weber denied the claim during a [visit] to Lagos.",
    "going somewhere": "Weber is going to Lagos to [meet] Okafor.",
    "condition of another": "If it rains, Weber [met] Okafor in vain.",
}


@pytest.mark.parametrize("words", PLANNED.values(), ids=PLANNED)
def test_planned(words: str) -> None:
    """What is to come, decided, scheduled or promised is planned."""
    assert status(*marked(words)) == DIP.Planned


@pytest.mark.parametrize("words", PROPOSED.values(), ids=PROPOSED)
def test_proposed(words: str) -> None:
    """What is asked for, offered, considered or called a duty is proposed."""
    assert status(*marked(words)) == DIP.Proposed


@pytest.mark.parametrize("words", CANCELLED.values(), ids=CANCELLED)
def test_cancelled(words: str) -> None:
    """What is called off or put off is cancelled."""
    assert status(*marked(words)) == DIP.Cancelled


@pytest.mark.parametrize("words", DENIED.values(), ids=DENIED)
def test_denied(words: str) -> None:
    """What is told only as denied is denied."""
    assert status(*marked(words)) == DIP.Denied


@pytest.mark.parametrize("words", UNREAL.values(), ids=UNREAL)
def test_unreal(words: str) -> None:
    """What is negated, possible, conditional, wished, feared or a habit has no status: nothing is claimed."""
    assert status(*marked(words)) is None


@pytest.mark.parametrize("words", OCCURRED.values(), ids=OCCURRED)
def test_occurred(words: str) -> None:
    """What is told in the past, or as the time and place of something else, has occurred."""
    assert status(*marked(words)) == DIP.Occurred


def test_first_of_a_list_speaks_for_the_others() -> None:
    """Verbs joined to one that is planned are planned, each after its own word."""
    assert status(*marked("Weber will visit Lagos and [meet] Okafor.")) == DIP.Planned
    assert status(*marked("Weber visited Lagos and will [meet] Okafor.")) == DIP.Planned
    assert status(*marked("Weber [visited] Lagos and will meet Okafor.")) == DIP.Occurred


def test_headline_has_the_status_of_its_text() -> None:
    """An infinitive in a headline is a plan, a noun waits for the sentence that tells it again."""
    assert status(*marked("Weber to [visit] Lagos")) == DIP.Planned
    assert status(*marked("[Visit] of Weber to Lagos\n\nWeber will visit Lagos in May.")) == DIP.Planned
    assert status(*marked("[Visit] of Weber to Lagos\n\nWeber visited Lagos in May.")) == DIP.Occurred
