"""Who took part in an encounter, where a sentence of its own tells it."""

import pytest
from encounters import A, B, C, records, told

from kg import text
from kg.extract import events
from kg.model import Article, Node
from kg.vocab import DIP

MET = "Meeting Occurred: berg haddad"
HELD = "Norway and Egypt held talks in Oslo. Trade grew. "
BOTH = "Meeting Occurred: berg haddad"
COMPANY = {
    "The Norwegian delegation was led by Anna Berg, while Omar Haddad headed the Egyptian delegation.": (
        "Meeting Occurred: berg delegation delegation haddad"
    ),
    "Taking part in the talks were Anna Berg and Omar Haddad.": BOTH,
    "Participants included Anna Berg and Omar Haddad.": BOTH,
    "In attendance were Anna Berg and Omar Haddad.": BOTH,
    "Anna Berg and Omar Haddad were among those present at the talks.": BOTH,
    "Anna Berg, who attended the talks, met nobody.": "Meeting Occurred: EGY NOR berg",
    "The talks were attended by Anna Berg, minister of trade; Omar Haddad, minister of justice; and "
    "Carl Lund, minister of finance.": "Meeting Occurred: berg haddad lund",
    "The Norwegian economy was led by Anna Berg.": "Meeting Occurred: EGY NOR",
    "The World Bank was represented by Anna Berg.": "Meeting Occurred: EGY NOR berg",
    "The World Bank was represented by its logo.": "Meeting Occurred: EGY NOR",
    "The Norwegian side was represented by Anna Berg.": "Meeting Occurred: EGY NOR berg",
    "The talks were co-chaired by Anna Berg and Omar Haddad.": BOTH,
    "Also participating: Anna Berg, Minister of Trade; Dr. Omar Haddad, Ambassador to Norway.": BOTH,
    "Participants of the meeting from the Norwegian side were Minister Anna Berg and Dr. Omar Haddad.": BOTH,
    "Also present at the talks were Anna Berg and Omar Haddad, adviser to President Carl Lund.": BOTH,
    "The talks were attended by Special Assistant to the Prime Minister Anna Berg, and Omar Haddad.": BOTH,
    "Anna Berg and Omar Haddad also attended.": BOTH,
    "Anna Berg and Omar Haddad took part, too.": BOTH,
    "In the presence of Anna Berg and Omar Haddad, the two countries reviewed trade.": BOTH,
    "The meeting had in attendance Minister Anna Berg and Dr. Omar Haddad.": BOTH,
    "The talks, which Minister Anna Berg also attended, dealt with trade.": "Meeting Occurred: EGY NOR berg",
    "For Norway, Minister Anna Berg and Dr. Omar Haddad took part.": BOTH,
    "The present minister is Anna Berg.": "Meeting Occurred: EGY NOR",
    "Anna Berg and Omar Haddad attended a wedding.": "Meeting Occurred: EGY NOR",
    "Chief Advisor to the King Anna Berg, Chief Secretary Omar Haddad, Ambassador of Norway to Egypt "
    "Carl Lund and other officials were present during the talks.": (
        "Meeting Occurred: berg haddad lund officials"
    ),
    "They were joined by Anna Berg and Omar Haddad.": BOTH,
    "The audience was attended by Anna Berg and Omar Haddad.": BOTH,
    "From the Norwegian side, it was attended by Norwegian Minister Anna Berg.": "Meeting Occurred: EGY berg",
    "The talks were attended by Anna Berg, the Ambassador of Chile, and a number of senior officials.": (
        "Meeting Occurred: EGY NOR berg officials"
    ),
    "The talks were attended by Anna Berg, Omar Haddad and the Ambassador of Chile to Norway.": (
        "Meeting Occurred: berg haddad norway"
    ),
    "The talks were attended by Ministers Anna Berg and Omar Haddad, and other members of the delegation.": (
        "Meeting Occurred: berg delegation haddad"
    ),
    "The talks were attended by Members of the Council Anna Berg and Omar Haddad.": BOTH,
    "The talks were attended by the Minister, the Chair of the Board Anna Berg; and Omar Haddad.": BOTH,
    "The Norwegian delegation included officials, among them Anna Berg.": "Meeting Occurred: EGY NOR berg",
}


@pytest.mark.parametrize(("words", "expected"), COMPANY.items(), ids=[w[:60] for w in COMPANY])
def test_company(words: str, expected: str) -> None:
    """Those whom a later sentence tells as present take part, in place of the states that they met for."""
    assert told(HELD + words) == [expected]


ALONG = {
    f"{A} paid a courtesy call on {B}, accompanied by {C}.": "berg haddad lund",
    f"{A} met {B} on Monday along with members of her delegation, including {C}.": "berg haddad lund",
    f"{A} met with a delegation of the Egyptian Senate headed by {B}.": "berg haddad senate",
    f"The Norwegian delegation, comprising {A} and {C}, met {B}.": "berg delegation haddad lund",
    f"The Minister, Ambassador Anna Berg, received at the palace the President of Egypt, {B}.": "berg haddad",
}


@pytest.mark.parametrize(("words", "expected"), ALONG.items(), ids=[w[:60] for w in ALONG])
def test_along(words: str, expected: str) -> None:
    """Who goes along takes part, wherever in the clause the parser hangs the words for it."""
    assert told(words) == [f"Meeting Occurred: {expected}"]


def test_list_below() -> None:
    """Each line of a list behind a colon tells of one more, and is cited with the sentence that opens it."""
    words = f"{HELD}The talks were attended by:\n- Anna Berg, Minister\n- Dr. Omar Haddad\nTrade grew."
    [record] = records(words)
    [claim] = [c for c in record.claims if isinstance(c.object, Node) and c.object.key.endswith("haddad")]

    assert told(words) == [BOTH]
    assert [words[s.start : s.end] for s in claim.spans] == [
        "The talks were attended by:",
        "- Dr. Omar Haddad",
    ]


def test_chaired_again() -> None:
    """Who chaired a meeting of persons told before makes no second one."""
    assert told(f"{A} met {B}. The meeting was chaired by Berg, with the participation of {C}.") == [
        "Meeting Occurred: berg haddad lund"
    ]


ESCORT = {
    "Berg was accompanied by Ambassador Carl Lund.": "Meeting Occurred: berg haddad lund",
    "Officials accompanying Berg included Ambassador Carl Lund.": "Meeting Occurred: berg haddad lund",
    "Moss was accompanied by Ambassador Carl Lund.": MET,
    "With Minister Berg was Ambassador Carl Lund, with an aide.": "Meeting Occurred: berg haddad lund",
    "Berg was flanked by Ambassador Carl Lund.": "Meeting Occurred: berg haddad lund",
    "Berg was assisted by Ambassador Carl Lund.": "Meeting Occurred: berg haddad lund",
    "Berg was assisted by the Head of the Bureau for Asia, Carl Lund.": "Meeting Occurred: berg haddad lund",
    "Berg assisted Ambassador Carl Lund.": MET,
    "Berg was supported by Ambassador Carl Lund in the vote.": MET,
    "Berg was supported for the post by Ambassador Carl Lund.": MET,
    "Trade was good, said Berg, who was accompanied by Ambassador Carl Lund.": (
        "Meeting Occurred: berg haddad lund"
    ),
    "Accompanying Minister Berg were Ambassador Carl Lund.": "Meeting Occurred: berg haddad lund",
}


@pytest.mark.parametrize(("words", "expected"), ESCORT.items(), ids=ESCORT)
def test_escort(words: str, expected: str) -> None:
    """Who accompanied somebody took part in all encounters that he had, however far back they are told."""
    text_of_two = f"{A} met {B}. Trade grew. Trade grew. Trade grew. {A} met Minister Dina Moss in May. "
    found = told(text_of_two + words)

    assert expected in found
    assert len(found) == 2


def test_head_of_delegation_elsewhere() -> None:
    """Who heads a delegation that meets somebody takes part, wherever the article tells it."""
    words = f"A delegation led by {A} visited Cairo. The delegation met {B}."

    assert told(words) == ["Meeting Occurred: berg berg haddad"]


def test_members_of_a_delegation() -> None:
    """Those whom a relative clause tells of a delegation take part in the talks told before."""
    assert told(f"{A} met {B}. Berg led a delegation which included {C}.") == [
        "Meeting Occurred: berg delegation haddad lund"
    ]


SIDELINES = {
    "The meeting was attended by Ambassador Carl Lund.": "berg haddad lund",
    "The summit was attended by Ambassador Carl Lund.": "berg haddad",
}


@pytest.mark.parametrize(("words", "expected"), SIDELINES.items(), ids=SIDELINES)
def test_on_the_sidelines(words: str, expected: str) -> None:
    """Who attended "the meeting" was at the one on the sidelines of a summit, not at the summit."""
    assert f"Meeting Occurred: {expected}" in told(
        f"{A} met {B} on the sidelines of the Oslo Summit. {words}"
    )


def test_talks_in_the_presence_of_others() -> None:
    """Talks held in the presence of somebody are his, not the ones told before."""
    assert told(f"{A} met {B}. Berg also held talks with Minister Dina Moss in the presence of {C}.") == [
        "Meeting Occurred: berg haddad",
        "Meeting Occurred: berg lund moss",
    ]


def test_lists_that_go_on() -> None:
    """What one sentence tells after another of who was there is counted from the last one."""
    words = f"{A} met {B}. Trade grew. Trade grew. Berg was joined by {C}. Trade grew. "

    assert told(f"{words}Haddad was joined by Dina Moss.") == ["Meeting Occurred: berg haddad lund moss"]


def test_told_once() -> None:
    """A sentence that begins with being present tells of no meeting of its own."""
    words = f"{A} met {B}. Joining Minister Berg in the meeting were {C} and Ambassador Dina Moss."

    assert told(words) == ["Meeting Occurred: berg haddad lund moss"]


def test_call_received() -> None:
    """Who received a courtesy call took part in it, and the one from whom it was."""
    assert told(f"{A} received a courtesy call from {B}.") == ["Meeting Occurred: berg haddad"]


def test_company_on_a_journey() -> None:
    """Who accompanied a visitor took part in what he did on the visit, but not in what was long before."""
    words = (
        f"OSLO, 3 April 2025\n\n{A} met {B} in Oslo on Monday. {A} met {B} on 5 May 2019. "
        f"Officials accompanying Berg included {C}."
    )

    assert sorted(told(words)) == ["Meeting Occurred: berg haddad", "Meeting Occurred: berg haddad lund"]


def test_presence_in_the_clause() -> None:
    """Those in whose presence somebody met took part, wherever the parser hangs the words."""
    words = f"{A} spoke after her talks with {B} and his delegation in the presence of {C}."

    assert told(words) == ["Meeting Occurred: berg delegation haddad lund"]


VISITS = {
    "A delegation from Norway visited Cairo. The delegation comprised {a} and {c}.": "berg lund norway",
    "{a} visited Cairo, said her spokesman Per Dahl. He was accompanied by {c}.": "berg lund",
    "A delegation from Norway visited Cairo. {a} met a delegation which comprised {c}.": "norway",
}


@pytest.mark.parametrize(("words", "expected"), VISITS.items(), ids=VISITS)
def test_visitors(words: str, expected: str) -> None:
    """Members of a delegation, and those with "him" who travels, went along on the visit told before."""
    found = events.records(text.read(Article("a.txt", words.format(a=A, c=C))))
    visitors = {c.object for r in found for c in r.claims if c.predicate == DIP.visitor}

    assert " ".join(sorted(n.key.split()[-1] for n in visitors if isinstance(n, Node))) == expected
