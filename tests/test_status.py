"""Whether what a word evokes is told as having happened, as planned, as proposed, called off or denied."""

import pytest
from rdflib import URIRef

from kg.extract.status import status
from kg.model import Article
from kg.text import read
from kg.vocab import DIP

CASES = [  # a sentence with the trigger in brackets, its status
    ("Weber [met] Okafor in Lagos.", DIP.Occurred),
    ("Weber has [visited] Lagos.", DIP.Occurred),
    ("Weber is [visiting] Lagos.", DIP.Occurred),
    ("Weber [meets] Okafor in Lagos.", DIP.Occurred),
    ("Weber held [talks] with Okafor.", DIP.Occurred),
    ("Weber travelled to Lagos to [meet] Okafor.", DIP.Occurred),
    ("Weber said that he had [met] Okafor.", DIP.Occurred),
    ("The [visit] will strengthen ties.", DIP.Occurred),
    ("Weber praised Okafor during a [meeting] in Lagos.", DIP.Occurred),
    ("The office announced that they had [met].", DIP.Occurred),
    ("Weber will [visit] Lagos in May.", DIP.Planned),
    ("The office denied that Weber would [visit] Lagos.", DIP.Denied),
    ("Kenya and Norway [sign] the pact; Peru cancels a visit", DIP.Occurred),
    ("Norway withdrew its [recognition] of Kenya.", None),
    ("Weber is to [visit] Lagos.", DIP.Planned),
    ("Weber to [visit] Lagos", DIP.Planned),
    ("Weber plans to [visit] Lagos.", DIP.Planned),
    ("Weber is scheduled to [visit] Lagos.", DIP.Planned),
    ("Weber is expected to [meet] Okafor.", DIP.Planned),
    ("Okafor announced that Weber would [visit] Lagos.", DIP.Planned),
    ("The two agreed to [meet] again.", DIP.Planned),
    ("The two committed to [meeting] again.", DIP.Planned),
    ("The two agreed on [meeting] again.", DIP.Planned),
    ("The [meeting] is expected to be held in May.", DIP.Planned),
    ("The [meeting] is scheduled for May.", DIP.Planned),
    ("They discussed preparations for the [summit].", DIP.Planned),
    ("They spoke of the upcoming [visit] of Okafor.", DIP.Planned),
    ("They spoke of a [summit] to be held in May.", DIP.Planned),
    ("Weber will [visit] Lagos and meet Okafor.", DIP.Planned),
    ("Weber will visit Lagos and [meet] Okafor.", DIP.Planned),
    ("Weber accepted and will come for [talks].", DIP.Planned),
    ("Okafor invited Weber to [visit] Lagos.", DIP.Proposed),
    ("Okafor extended an invitation to [visit] Lagos.", DIP.Proposed),
    ("Weber called for a [summit] of the two states.", DIP.Proposed),
    ("Weber has yet to [visit] Lagos.", None),
    ("Weber held [talks] aimed at peace.", DIP.Occurred),
    ("Weber requested a [meeting] with Okafor.", DIP.Proposed),
    ("Weber offered to [mediate] between the two.", DIP.Proposed),
    ("The two states should [meet] at once.", DIP.Proposed),
    ("They spoke of a possible [meeting] in May.", DIP.Proposed),
    ("Weber cancelled his [visit] to Lagos.", DIP.Cancelled),
    ("The [summit] was postponed.", DIP.Cancelled),
    ("They called off the [talks].", DIP.Cancelled),
    ("Weber denied that he had [met] Okafor.", DIP.Denied),
    ("Weber denied [meeting] Okafor.", DIP.Denied),
    ("Weber did not [meet] Okafor.", None),
    ("Weber never [visited] Lagos.", None),
    ("If Weber [visits] Lagos, Okafor will be pleased.", None),
    ("Weber may [visit] Lagos.", None),
    ("Weber hopes to [visit] Lagos.", None),
    ("Weber refused to [meet] Okafor.", None),
    ("The two ministers regularly [meet] in Lagos.", None),
    ("There was no [meeting] of the two.", None),
    ("He does not plan to [visit] Lagos.", None),
]


def _status(marked: str, more: str = "") -> URIRef | None:
    text = marked.replace("[", "").replace("]", "") + more
    reading = read(Article("a.txt", text))
    return status(reading, next(t for t in reading.doc if t.idx == marked.index("[")))


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_status(sentence: str, expected: URIRef | None) -> None:
    """A word has the status that its form, what governs it and what modifies it give it."""
    assert _status(sentence) == expected


def test_headline() -> None:
    """A headline without a tense has the status of the sentence that tells it again."""
    more = "\n\nThe minister will travel to Lagos in May."

    assert _status("Minister Weber’s [Travel] to Lagos", more) == DIP.Planned
    assert _status("Minister Weber’s [Travel] to Lagos") == DIP.Occurred
