"""What stands in several strings of evidence is not put together to something that none of them tells."""

from answering import actor, event, quote, reasons, statement, told, verified

MET = "President Ilham Aliyev met Liu Jianchao in Baku."
AWAY = "Xi Jinping was in Moscow on Monday."
WORDS = f"{MET} Trade is growing. {AWAY} The meeting of Ilham Aliyev and Liu Jianchao was long."
BOTH = ["Ilham Aliyev", "Liu Jianchao"]
PEOPLE = [actor("Person", name) for name in (*BOTH, "Xi Jinping")]


def test_who_stands_elsewhere() -> None:
    """Who, where and when stand with the word that evokes an event; other evidence adds none of them."""
    evidence = [quote(MET), quote(AWAY)]
    far = event("Meeting", "met", ["Ilham Aliyev", "Xi Jinping"], MET) | {"evidence": evidence}
    near = event("Meeting", "met", BOTH, MET, place=["Moscow"], when="on Monday") | {"evidence": evidence}

    assert told(verified(WORDS, actors=PEOPLE, events=[far]), "Meeting") == {}
    found = told(verified(WORDS, actors=PEOPLE, events=[near]), "Meeting")
    assert found["participant"] == ["person:ilham aliyev", "person:liu jianchao"]
    assert not {"place", "earliest"} & set(found)


def test_evidence_that_tells_again() -> None:
    """An event rests on each sentence that has a word for it and one of its actors, and on no other."""
    again = WORDS[WORDS.index("The meeting") :]
    meeting = event("Meeting", "met", BOTH, MET) | {"evidence": [quote(MET), quote(AWAY), quote(again)]}
    found = verified(WORDS, actors=PEOPLE, events=[meeting])
    spans = {span for c in found.extraction.claims if c.rule.startswith("model.event") for span in c.spans}

    assert {WORDS[s.start : s.end] for s in spans} == {MET, again}
    assert f"the evidence “{AWAY}” does not tell of it" in reasons(found)


def test_verb_that_tells_of_nothing() -> None:
    """A verb that no frame lists evokes no event where nothing else in the evidence does."""
    words = "Ilham Aliyev defeated Liu Jianchao in Baku."
    found = verified(words, actors=PEOPLE[:2], events=[event("Meeting", "defeated", BOTH, words)])

    assert told(found, "Meeting") == {}
    assert "it does not tell of a record of the class Meeting" in reasons(found)


def test_saying_goes_on_in_the_next_sentence() -> None:
    """What is said may go on in the next sentence, and stands in no other; who says it stands by the verb."""
    words = "Liu Jianchao said trade is growing. It doubled last year. Ilham Aliyev left. Roads are built."
    first, second, left, last = (f"{each}." for each in words.rstrip(".").split(". "))

    def said(content: str, *evidence: str, speaker: str = "Liu Jianchao") -> dict[str, list[str]]:
        one = statement([speaker], "said", content, first) | {"evidence": [quote(each) for each in evidence]}
        return told(verified(words, actors=PEOPLE[:2], statements=[one]), "Statement")

    assert said("It doubled last year", first, second)["text"] == ["It doubled last year"]
    assert said("Roads are built", first, last) == {}
    assert said("trade is growing", first, left, speaker="Ilham Aliyev") == {}
