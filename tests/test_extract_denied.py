"""Denials by their words, what only refuses, and at which of several statements they are aimed."""

import pytest
from sayings import LIU, acts, aimed, denying, objects, piece, read, told

from kg.extract import _acts
from kg.vocab import DIP

IRAQ = "Iraq alleged that Turkey had shelled a resort near Zakho."
WORDS = {
    "denied it": "Turkey denied it.",
    "denies, in the present": "Turkey denies it.",
    "denied the allegations": "Turkey denied the allegations.",
    "rebutted": "Turkey rebutted the claim.",
    "refuted": "Turkey refuted the claim.",
    "disproved": "Turkey disproved the report.",
    "debunked": "Turkey debunked the story.",
    "contradicted": "Turkey contradicted the report.",
    "rejected": "Turkey rejected the accusation.",
    "dismissed": "Turkey dismissed the accusation.",
    "disputed": "Turkey disputed the claim.",
    "repudiated": "Turkey repudiated the remarks.",
    "brushed aside": "Turkey brushed aside the accusations.",
    "described as false": "Turkey described the claim as false.",
    "branded a lie": "Turkey branded the report a lie.",
    "labelled propaganda": "Turkey labelled the story propaganda.",
    "slammed as baseless": "Turkey slammed the claims as baseless.",
    "called nonsense": "Turkey called it nonsense.",
    "passive": "The allegations were denied by Turkey.",
    "said to be untrue": "Turkey said the report was untrue.",
    "no truth, in marks": "“There is no truth in the claims,” Turkey said.",
    "had no part in it": "Turkey said it had no involvement in the shelling of the resort.",
    "did not do it": "Turkey said that it had not shelled the resort near Zakho.",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_denial_is_aimed(words: str) -> None:
    """Whatever calls the words of another untrue is a denial of his statement."""
    assert aimed(f"{IRAQ} {words}") == [(["Turkey"], ["Iraq"])]


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_what_is_denied_is_still_told(words: str) -> None:
    """The statement that is denied stays a statement of its speaker."""
    assert told(f"{IRAQ} {words}")[0][0] == ["Iraq"]


ACCUSED = {
    "accused of": "Iraq accused Turkey of shelling a resort near Zakho. Turkey denied it.",
    "blamed for": "Iraq blamed Turkey for the shelling of a resort. Turkey denied any role.",
    "claims": "Iraq’s claims that Turkey shelled a resort were heard. Turkey denied the claims.",
    "told later": "Turkey denied shelling the resort. Iraq had claimed that Turkey shelled it.",
    "a paragraph later": f"{IRAQ}\n\nIt rained in Zakho.\n\nTurkey denied the allegation.",
}


@pytest.mark.parametrize("words", ACCUSED.values(), ids=ACCUSED)
def test_accusation_is_denied(words: str) -> None:
    """Accusations are what is denied, wherever the text tells them."""
    assert aimed(words) == [(["Turkey"], ["Iraq"])]


NONE = {
    "rejected an offer": "Turkey rejected the offer.",
    "rejected a treaty": "Turkey rejected the treaty.",
    "rejected calls": "Turkey rejected calls for a ceasefire.",
    "dismissed a person": "Turkey dismissed the minister.",
    "disputed a border": "Turkey disputed the border.",
    "challenged to a match": "Turkey challenged Iraq to a match.",
    "labelled things": "Turkey labelled the bottles.",
    "denied entry": "Turkey denied entry to a convoy.",
    "denied somebody entry": "Turkey denied the convoy entry.",
    "denied visas": "Turkey denied visas to the envoys.",
    "denied a request": "Turkey denied the request.",
    "if": "If Turkey denies the claim, Iraq will protest.",
    "might": "Turkey might deny the claim.",
    "could not": "Turkey could not deny that it had shelled the resort.",
    "neither nor": "Turkey neither confirmed nor denied the report.",
    "refused to deny": "Turkey refused to deny the report.",
    "no comment": "Turkey declined to comment on the claim.",
    "negation of another matter": f"{IRAQ} Turkey said that it had not bought wheat.",
    "confirmation": f"{IRAQ} Turkey confirmed the claim.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_denial(words: str) -> None:
    """Refusing things, doubting nothing told and leaving open are no denials."""
    assert denying(words) == []


def test_each_denial_has_its_own_aim() -> None:
    """Of two claims, each is denied by whom it is about."""
    actual = aimed(
        "Reuters claimed that Peru would build a port. Peru denied it. "
        "Sputnik claimed that Chile would build a road. Chile denied it."
    )

    assert actual == [(["Peru"], ["Reuters"]), (["Chile"], ["Sputnik"])]


def test_denial_by_one_who_is_not_accused() -> None:
    """A denial of the same words is aimed, whoever denies."""
    assert aimed(f"{IRAQ} Iran denied that Turkey had shelled a resort.") == [(["Iran"], ["Iraq"])]


def test_own_words_are_not_denied() -> None:
    """A denial is never aimed at what its own speaker said."""
    assert aimed("Turkey claimed that it had left Zakho. Turkey denied shelling Zakho.") == []


def test_denial_within_what_is_said_is_not_aimed_at_it() -> None:
    """Who tells of a denial is not denied by it."""
    words = f"{LIU} said that Turkey had denied shelling the resort near Zakho."

    assert aimed(words) == []
    assert denying(words) == ["Turkey"]


def test_denial_of_nothing_told() -> None:
    """A denial stands, though the text does not tell who said what it denies."""
    words = "There were rumours of rain. Peru denied the rumours."

    assert denying(words) == ["Peru"]
    assert aimed(words) == []


def test_words_and_mode_of_a_denial() -> None:
    """A denial has words, a mode and a scope as any statement has."""
    reading = read(f"{IRAQ} Turkey denied that it had shelled the resort.")
    record = acts(reading)[1]

    assert piece(reading, record.trigger) == "denied"
    assert piece(reading, record.scope) == "that it had shelled the resort"
    assert objects(record, DIP.mode) == [DIP.Indirect]


def test_act_tells_whom_it_denies() -> None:
    """Before records are made, the denial holds the very act that it denies."""
    accusation, denial = _acts.find(read(f"{IRAQ} Turkey denied it."))

    assert (accusation.is_denial, denial.is_denial) == (False, True)
    assert denial.denies == [accusation]
    assert denial.denies[0] is accusation


def test_reports_of_what_one_s_own_side_said_may_be_denied() -> None:
    """Words that others put into a compatriot's mouth are denied like theirs, not those of a third state."""
    words = (
        "President Ilham Aliyev praised the weather in Baku. Sputnik reported that "
        "Chinese Minister Liu Jianchao had promised to build the corridor. "
        "China’s Ambassador Chen Ming refuted the reports."
    )

    assert aimed(words) == [(["Chen Ming"], ["Liu Jianchao"])]
