"""Verdicts on what others said: by verbs, by words within what is said, and what is no verdict."""

import pytest
from sayings import aimed, chains, denying

IRAQ = "Iraq claimed that Turkey had shelled a resort near Zakho."
FIDAN = "Turkish Foreign Minister Hakan Fidan"
BY_VERB = {
    "as plainly untrue": f"{FIDAN} rejected the accusation as “completely untrue”.",
    "dismissed the speech": f"{FIDAN} dismissed the speech as lies.",
    "brushed aside": f"{FIDAN} brushed aside Iraqi claims of an attack.",
    "brushed off": f"{FIDAN} brushed off the allegations.",
    "shrugged off": f"{FIDAN} shrugged off the accusation.",
    "waved aside": f"{FIDAN} waved aside the accusations.",
    "rubbished": f"{FIDAN} rubbished the reports.",
    "rebuffed claims": f"{FIDAN} rebuffed the claims.",
    "rebutted": f"{FIDAN} rebutted the claims.",
    "contested": f"{FIDAN} contested Iraq’s account.",
    "took issue": f"{FIDAN} took issue with the claim.",
    "pushed back": f"{FIDAN} pushed back against the claims.",
    "hit back": f"{FIDAN} hit back at the allegations.",
    "disputed that": f"{FIDAN} disputed that Turkey had shelled a resort.",
    "what it called": f"{FIDAN} dismissed what he called baseless allegations.",
    "called fake": f"{FIDAN} called the report fake.",
    "called it a lie": f"{FIDAN} called it a lie.",
    "labelled a lie": f"{FIDAN} labelled the report a blatant lie.",
    "branded disinformation": f"{FIDAN} branded the claim disinformation.",
    "idea as absurd": f"{FIDAN} described the idea that Turkey had shelled a resort as absurd.",
    "slammed as": f"{FIDAN} slammed the report as misleading.",
    "denounced as": f"{FIDAN} denounced the story as a complete fabrication.",
    "decried as": f"{FIDAN} decried the allegations as a pack of lies.",
    "issued a denial": f"{FIDAN} issued a strong denial of the claim.",
    "passive": f"The claims were dismissed as nonsense by {FIDAN}.",
    "leading participle": f"Dismissing the claims as baseless, {FIDAN} said that winter was near.",
    "maintained": f"{FIDAN} maintained that Turkey had not shelled the resort.",
    "categorically": f"{FIDAN} categorically denied that Turkey had shelled the resort.",
}
BY_WORDS = {
    "claims are false": f"{FIDAN} told Reuters that Iraq’s claims are false.",
    "absolutely not true": f"{FIDAN} said that the claim is “absolutely not true”.",
    "is not true": f"“This is not true,” {FIDAN} said.",
    "is a lie": f"{FIDAN} said that the report was a lie.",
    "outright lies": f"{FIDAN} said that these claims are outright lies.",
    "no truth": f"{FIDAN} said there was no truth in the claims.",
    "far from the truth": f"{FIDAN} said that the report was far from the truth.",
    "reality": f"{FIDAN} said that the information does not correspond to reality.",
    "without foundation": f"{FIDAN} said the allegations were without foundation.",
    "without merit": f"{FIDAN} said the accusations were without any merit and lacked foundation.",
    "nonsense": f"“This is complete nonsense,” {FIDAN} said.",
    "no verb": f"“Absolute nonsense,” {FIDAN} said.",
    "conspiracy theory": f"{FIDAN} said the claim was a conspiracy theory.",
    "misleading": f"{FIDAN} said that the report is misleading.",
    "propaganda": f"{FIDAN} told reporters that the allegations are propaganda.",
    "we reject": f"“We reject these accusations,” {FIDAN} said.",
    "we deny": f"“We categorically deny the claim,” {FIDAN} told reporters.",
    "nothing to do": f"{FIDAN} said that Turkey had nothing to do with the shelling of the resort.",
    "no involvement": f"{FIDAN} said that Turkey had no involvement in the shelling of the resort.",
    "never happened": f"{FIDAN} said that the shelling of the resort never happened.",
    "clarified": f"{FIDAN} clarified that Turkey has not shelled any resort.",
    "insisted": f"{FIDAN} insisted that Turkey had not shelled any resort.",
    "correct misinformation": f"{FIDAN} said that he wanted to correct misinformation about the resort.",
    "according to": f"The allegations are baseless, according to {FIDAN}.",
    "fabricated": f"{FIDAN} said the story was fabricated.",
    "lying": f"“Iraq is lying about the resort,” {FIDAN} said.",
    "spread lies": f"“They spread lies about the resort near Zakho,” {FIDAN} said.",
}
FOUND = BY_VERB | BY_WORDS


@pytest.mark.parametrize("words", FOUND.values(), ids=FOUND)
def test_verdict_is_aimed(words: str) -> None:
    """Whatever calls the words of another untrue is a denial, aimed at them."""
    assert aimed(f"{IRAQ} {words}") == [(["Hakan Fidan"], ["Iraq"])]


ALONE = {
    "deny": "Peru denied the allegations.",
    "claims are false": "Peru said that the claims are false.",
    "report is a lie": "Peru said that the report is a lie.",
    "not true": "“It is not true,” Peru said.",
    "maintained innocence": "President Uhuru Kenyatta maintained his innocence.",
    "pleaded not guilty": "President Uhuru Kenyatta pleaded not guilty to the charges.",
    "distanced": "Peru distanced itself from the remarks.",
    "debunked": "Peru debunked the rumours.",
}


@pytest.mark.parametrize("words", ALONE.values(), ids=ALONE)
def test_clear_verdict_denies_what_has_no_record(words: str) -> None:
    """What is beyond doubt a denial needs no record of what is denied."""
    assert len(denying(words)) == 1


NONE = {
    "proposal": f"{FIDAN} rejected the proposal.",
    "demand": f"{FIDAN} rejected the demand for troops.",
    "offer": f"{FIDAN} dismissed the offer.",
    "amendment": f"{FIDAN} rejected an amendment to the treaty.",
    "candidate": f"{FIDAN} rejected the candidate for envoy.",
    "appeal": "The court rejected the appeal.",
    "calls": f"{FIDAN} rejected calls for a truce.",
    "idea of a truce": f"{FIDAN} rejected the idea of a truce.",
    "idea that one should": f"{FIDAN} rejected the idea that Turkey should leave the treaty.",
    "over claims": f"{FIDAN} rejected the offer over claims of fraud.",
    "refused": f"{FIDAN} refused to sign the treaty.",
    "denied entry": "Turkey denied entry to the envoy.",
    "denied a visa": "Turkey denied the envoy a visa.",
    "denied access": "Turkey denied inspectors access to the site.",
    "denied rights": "Turkey denied the minority its rights.",
    "false alarm": f"{FIDAN} said that it was a false alarm.",
    "false hopes": f"{FIDAN} warned against false hopes.",
    "policy": f"{FIDAN} criticised the policy as wrong.",
    "tax": f"{FIDAN} called the new tax absurd.",
    "wrong to leave": f"{FIDAN} said that it was wrong to leave the treaty.",
    "fight against disinformation": f"{FIDAN} said that the fight against disinformation must go on.",
    "cooperation against fake news": f"{FIDAN} called for cooperation against fake news.",
    "no decision": f"{FIDAN} said that no decision on the resort has been made yet.",
    "future": f"{FIDAN} said that Turkey will not shell the resort near Zakho.",
    "demanded": f"{FIDAN} said that nobody should shell a resort near Zakho.",
    "not baseless": f"{FIDAN} said that the report was not baseless.",
    "if untrue": f"{FIDAN} asked whether the report was false.",
    "did not deny": f"{FIDAN} did not deny the claim.",
    "neither nor": f"{FIDAN} neither confirmed nor denied the claim.",
    "no comment": f"{FIDAN} declined to comment on the claim.",
    "lies in": f"{FIDAN} said that the solution lies in talks.",
    "other no": f"{FIDAN} said that there was no better wheat than this.",
    "no alternative": f"{FIDAN} said that there was no alternative to talks near Zakho.",
    "condemned": f"{FIDAN} condemned the attack on the resort.",
    "regret": f"{FIDAN} regretted the report.",
    "confirmed": f"{FIDAN} confirmed the report.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_verdict(words: str) -> None:
    """Who refuses, criticises, warns, leaves open or speaks of what is to come denies nothing."""
    assert denying(f"{IRAQ} {words}") == []


INNER = {
    "media reports": ("Turkey denied media reports that it had shelled Zakho.", ["media reports"]),
    "claims by": ("Turkey rejected claims by Iraq that it had shelled Zakho.", ["Iraq"]),
    "possessive": ("Turkey rejected Iraq’s allegations of an attack on Zakho.", ["Iraq"]),
}


@pytest.mark.parametrize(("words", "speakers"), INNER.values(), ids=INNER)
def test_what_is_told_as_the_object_is_denied(words: str, speakers: list[str]) -> None:
    """A report told as the object of a denial is what is denied, and not passed on by who denies."""
    assert aimed(words) == [(["Turkey"], speakers)]
    assert chains(words) == []


def test_claim_of_a_named_speaker_is_meant() -> None:
    """Of two who accuse, the one whose claims are named is denied."""
    words = (
        "Iraq accused Turkey of an attack. Iran accused Turkey of an attack. "
        "Foreign Minister Hakan Fidan rejected the Iraqi claims."
    )

    assert aimed(words) == [(["Hakan Fidan"], ["Iraq"])]


def test_negation_after_a_denial_goes_on_denying() -> None:
    """Who has denied an accusation and then negates its words denies it again."""
    words = (
        "Iraq claimed that Turkey controls the border. Foreign Minister Hakan Fidan denied it. "
        "“Turkey does not control the border and never has,” Fidan said."
    )

    assert aimed(words) == [(["Hakan Fidan"], ["Iraq"])] * 2


def test_negated_answer_to_a_question_is_a_denial() -> None:
    """What is called untrue when asked was said by somebody, though the text does not tell by whom."""
    words = "“That is not correct,” Dmitry Peskov told reporters when asked about the report."

    assert denying(words) == ["Dmitry Peskov"]
    assert denying("“That is not correct,” Dmitry Peskov told pupils.") == []


CLAIMS_TO_LAND = {
    "maritime": "Peru rejected Chile’s maritime claims.",
    "over": "Peru rejected Chile’s claims over the island.",
    "to": "Peru rejected Chile’s claim to the island.",
}


@pytest.mark.parametrize("words", CLAIMS_TO_LAND.values(), ids=CLAIMS_TO_LAND)
def test_claim_to_land_is_no_saying(words: str) -> None:
    """Who rejects a claim to land calls nothing untrue."""
    assert denying(words) == []


def test_criticism_before_own_state_is_not_the_aim() -> None:
    """What one's own side said is denied last of all."""
    words = (
        "Iraq claimed that Turkey had shelled Zakho. Turkey claimed that rebels had shelled Zakho. "
        "Turkish Foreign Minister Hakan Fidan called the claim baseless."
    )

    assert aimed(words) == [(["Hakan Fidan"], ["Iraq"])]


def test_further_hints_after_a_denial_are_aimed_as_it_was() -> None:
    """Who has denied something and goes on calling its speaker a liar denies it again."""
    words = (
        "Omar Haddad said that the harbour was unsafe. Luiz Silva dismissed Haddad’s remarks as lies. "
        "“He tells lies every day,” Silva wrote."
    )

    assert aimed(words) == [(["Luiz Silva"], ["Omar Haddad"])] * 2


def test_denial_of_another_matter_is_aimed_at_nothing() -> None:
    """That who denies is spoken of elsewhere is not enough to aim at."""
    words = "Japan voiced concern about farms in China. China denied seeking a base in the Pacific."

    assert aimed(words) == []
    assert denying(words) == ["China"]


AGAIN = {
    "the same words": "“The U.S. does not hold any refugees in the camp,” Smith said.",
    "no such thing": "“There was no blockade of the camp,” Smith said.",
}


@pytest.mark.parametrize("words", AGAIN.values(), ids=AGAIN)
def test_negation_of_what_was_denied_names_states_otherwise(words: str) -> None:
    """States and persons are the same in denial and accusation, by whatever name they go there."""
    before = (
        "Iraq accused the United States of holding refugees in a camp. John Smith called the claim false. "
    )

    assert aimed(before + words) == [(["John Smith"], ["Iraq"])] * 2


LATER = "Some media reported that Peru had closed its border with Chile."


def test_clarification_is_aimed_at_what_outlets_report() -> None:
    """Who clarifies that something is not so denies those who reported it, also where they are told later."""
    words = "The Peruvian embassy clarified that Peru has not closed its border with Chile."

    assert aimed(f"{words} {LATER}") == [(["Peruvian embassy"], ["media"])]
    assert aimed(f"{LATER} {words}") == [(["Peruvian embassy"], ["media"])]


def test_misinformation_that_circulates_points_back() -> None:
    """Where it circulates does not tell what the misinformation was: it is what was said last."""
    words = "The Peruvian embassy said that it wanted to correct misinformation circulating in the media."

    assert aimed(f"{LATER} {words}") == [(["Peruvian embassy"], ["media"])]


def test_who_tells_that_another_spreads_lies_denies_them() -> None:
    """The one who says so denies; it is no mere report of what the other said."""
    words = "Peru has disseminated disinformation that Chilean units opened fire, the Chilean embassy said."

    assert aimed(words) == [(["Chilean embassy"], ["Peru"])]
    assert chains(words) == []


def test_reports_of_what_ones_own_side_said_are_denied() -> None:
    """An envoy denies reports of what his minister said, and not what another said before."""
    words = (
        "Prime Minister Ali Asadov told Reuters that trade with China grows. "
        "Sputnik reported that Chinese Foreign Minister Liu Jianchao said that China would build a road. "
        "China’s Ambassador to Peru, Chen Ming, refuted the reports."
    )

    assert aimed(words) == [(["Chen Ming"], ["Liu Jianchao"])]


def test_what_sounds_like_a_denial_is_denied_last() -> None:
    """Two of one side deny the accusation; the first is not aimed at the words of the second."""
    words = (
        "Iraq accused the United States of stealing oil. The U.S. military denied involvement. "
        "“The U.S. had no involvement in stealing oil,” Jessica Smith said."
    )

    assert [speakers for _, speakers in aimed(words)] == [["Iraq"], ["Iraq"]]
