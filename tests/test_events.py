"""Events: which are found, who takes part in which role, where and when."""

import datetime as dt

import pytest

from kg import text
from kg.extract import events
from kg.model import Article, Node, Record, Span, Value
from kg.vocab import DIP, local

THURSDAY = dt.date(2025, 4, 3)
ROLES = ("host", "initiator", "visitor", "headOfDelegation", "participant", "place")
MET = "President Maria Silva met Minister Jonas Berg in Geneva. "


def records(words: str) -> tuple[Record, ...]:
    """Return the events of an article of a few words, published on a Thursday."""
    return events.records(text.read(Article("a.txt", words, published=THURSDAY)))


def told(words: str) -> list[str]:
    """Return the events of a text, each as its class and its roles."""
    return [_shown(r) for r in records(words)]


def _shown(record: Record) -> str:
    roles = [
        f"{role} {c.object.registry or c.object.key.partition(':')[2]}"
        for role in ROLES
        for c in record.claims
        if c.predicate == DIP[role] and isinstance(c.object, Node)
    ]
    return f"{local(record.node.kind)}: {', '.join(roles)}"


def values(record: Record, term: str) -> list[str]:
    """Return the literals or terms that a record claims by a property."""
    found = (c.object for c in record.claims if c.predicate == DIP[term])
    return [o.text if isinstance(o, Value) else local(o) for o in found if not isinstance(o, Node)]


TWO = "Meeting: participant maria silva, participant jonas berg"
FOUND = {  # the name of a frame file and what the case shows, the text, its events
    "meeting, verb": ("President Maria Silva met Minister Jonas Berg.", [TWO]),
    "meeting, place": (MET, [f"{TWO}, place geneva"]),
    "meeting, noun": ("Minister Jonas Berg held talks with President Maria Silva.", [TWO]),
    "meeting, reception": (
        "President Maria Silva received Minister Jonas Berg.",
        ["Meeting: host maria silva, participant jonas berg"],
    ),
    "meeting, courtesy call": (
        "Minister Jonas Berg called on President Maria Silva.",
        ["Meeting: host maria silva, participant jonas berg"],
    ),
    "meeting, discussion": (
        "Minister Jonas Berg discussed trade with President Maria Silva.",
        [TWO],
    ),
    "meeting, one at a summit": (
        "Minister Jonas Berg attended a summit in Geneva.",
        ["Meeting: participant jonas berg, place geneva"],
    ),
    "meeting, at a summit": (
        "At a summit in Geneva, Minister Jonas Berg praised the plan.",
        ["Meeting: participant jonas berg, place geneva"],
    ),
    "call, verb": (
        "President Maria Silva phoned Minister Jonas Berg.",
        ["Call: initiator maria silva, participant jonas berg"],
    ),
    "call, by telephone": (
        "President Maria Silva spoke by telephone with Minister Jonas Berg.",
        ["Call: participant maria silva, participant jonas berg"],
    ),
    "visit, verb": ("Minister Jonas Berg visited Geneva.", ["Visit: visitor jonas berg, place geneva"]),
    "visit, arrival": ("Minister Jonas Berg arrived in Geneva.", ["Visit: visitor jonas berg, place geneva"]),
    "visit, noun": (
        "Minister Jonas Berg paid a visit to Geneva.",
        ["Visit: visitor jonas berg, place geneva"],
    ),
    "visit, stay": (
        "Minister Jonas Berg was in Geneva for a conference.",
        ["Visit: visitor jonas berg, place geneva"],
    ),
    "visit, visiting": (
        "The visiting minister, Jonas Berg, praised the plan.",
        ["Visit: visitor jonas berg"],
    ),
    "expulsion": (
        "Kenya expelled two Norwegian diplomats.",
        ["Expulsion: initiator KEN, participant norwegian diplomats"],
    ),
    "expulsion, non grata": (
        "Norway declared three Kenyan diplomats persona non grata.",
        ["Expulsion: initiator NOR, participant kenyan diplomats"],
    ),
    "summons": (
        "Kenya summoned the Norwegian ambassador.",
        ["Summons: initiator KEN, participant norwegian ambassador"],
    ),
    "recall": (
        "Kenya recalled its ambassador from Oslo.",
        ["Recall: initiator KEN, participant NOR, participant ambassador"],
    ),
    "recognition": ("Norway recognised Kosovo.", ["Recognition: initiator NOR, participant XKX"]),
    "sanction": ("Norway imposed sanctions on Kenya.", ["Sanction: initiator NOR, participant KEN"]),
    "sanction, tariff": (
        "Norway imposed a tariff on goods from Kenya.",
        ["Sanction: initiator NOR, participant KEN"],
    ),
    "credentials": (
        "Ambassador Lena Holm presented her credentials to President Maria Silva.",
        ["Credentials: initiator lena holm, participant maria silva"],
    ),
    "appointment": (
        "President Maria Silva appointed Lena Holm as ambassador.",
        ["Appointment: initiator maria silva, participant lena holm"],
    ),
    "mediation": (
        "Qatar mediated between Kenya and Norway.",
        ["Mediation: initiator QAT, participant KEN, participant NOR"],
    ),
    "aid": ("Norway provided 20 tonnes of food to Kenya.", ["Aid: initiator NOR, participant KEN"]),
    "aid, more of it": (
        "Norway doubled its humanitarian aid to Kenya.",
        ["Aid: initiator NOR, participant KEN"],
    ),
    "aid, a debt": ("Norway wrote off Kenya's debts.", ["Aid: initiator NOR, participant KEN"]),
    "relations-established": (
        "Kenya and Norway established diplomatic relations in 1963.",
        ["RelationsEstablished: participant KEN, participant NOR"],
    ),
    "relations-severed": (
        "Kenya severed diplomatic relations with Norway.",
        ["RelationsSevered: participant KEN, participant NOR"],
    ),
    "embassy-opened": (
        "Kenya opened its new embassy building in Chile.",
        ["EmbassyOpened: initiator KEN, participant CHL"],
    ),
    "embassy-closed": (
        "Kenya closed its new embassy building in Chile.",
        ["EmbassyClosed: initiator KEN, participant CHL"],
    ),
}
NOT_FOUND = {
    "meeting, one side": "It is a good occasion to hold talks with Minister Jonas Berg.",
    "meeting, of nobody": "The ministers of many states often meet.",
    "meeting, welcomed words": "Kenya and Norway welcomed the decision of the court.",
    "meeting, told to the press": "Minister Jonas Berg spoke with reporters.",
    "meeting, call on to": "Minister Jonas Berg called on Kenya to end the tax.",
    "call, for": "Minister Jonas Berg repeated a call for peace.",
    "visit, a thing": "Minister Jonas Berg visited a school.",
    "visit, told before": "During his visit, Minister Jonas Berg praised the plan.",
    "visit, denied": "Minister Jonas Berg never visited Geneva.",
    "expulsion, others": "The club expelled two players.",
    "summons, a spirit": "The team summoned its strength.",
    "recall, memory": "Kenya recalled that the talks had been long.",
    "recognition, of a need": "Norway recognised the importance of the accord.",
    "sanction, without a target": "Sanctions are a blunt tool.",
    "credentials, of a candidate": "The candidate has strong credentials.",
    "appointment, at the hour": "The plan was named after the river.",
    "mediation, an outlet": "The media reported on Kenya and Norway.",
    "aid, without a giver": "Aid is needed.",
    "sanction, a fee": "Norway cancelled the visa fee for Kenya.",
    "embassy-closed, work": "Norway halted work on a bridge in Chile.",
    "relations-established, good": "Kenya and Norway enjoy good relations.",
    "relations-severed, a rope": "The saw severed the rope.",
    "embassy-opened, a talk": "Norway opened the discussion.",
    "embassy-closed, a shop": "Norway closed a port.",
}


@pytest.mark.parametrize(("words", "expected"), FOUND.values(), ids=FOUND)
def test_found(words: str, expected: list[str]) -> None:
    """Each frame finds its event, with everyone in their role."""
    assert told(words) == expected


@pytest.mark.parametrize("words", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(words: str) -> None:
    """No event is made of words that only look like one."""
    assert told(words) == []


PRESENT = {
    "was attended by": f"{MET}The meeting was attended by Ambassador Lena Holm.",
    "was accompanied by": f"{MET}Mr Berg was accompanied by Ambassador Lena Holm.",
    "was present": f"{MET}Ambassador Lena Holm was also present.",
    "attended": f"{MET}Ambassador Lena Holm also attended the meeting.",
}


@pytest.mark.parametrize("words", PRESENT.values(), ids=PRESENT)
def test_present(words: str) -> None:
    """Those whom the next sentence tells as present take part in the meeting told before."""
    assert told(words) == [
        "Meeting: participant maria silva, participant jonas berg, participant lena holm, place geneva"
    ]


def test_present_rests_on_its_sentence() -> None:
    """The claim that someone was present cites the sentence that tells it."""
    words = PRESENT["was attended by"]
    [record] = records(words)
    [claim] = [c for c in record.claims if c.rule == "event.presence"]

    assert claim.spans == (Span(len(MET), len(words)),)


APART = {
    "meetings with": (
        "Minister Jonas Berg held meetings with Maria Silva and Lena Holm.",
        ["maria silva", "lena holm"],
    ),
    "as well as": (
        "Minister Jonas Berg met President Maria Silva as well as Minister Lena Holm.",
        ["maria silva", "lena holm"],
    ),
    "an agenda": (
        "Minister Jonas Berg will meet President Maria Silva, Minister Lena Holm, and Governor Paul Kern.",
        ["maria silva", "lena holm", "paul kern"],
    ),
}


@pytest.mark.parametrize(("words", "others"), APART.values(), ids=APART)
def test_several_encounters(words: str, others: list[str]) -> None:
    """Encounters that follow one another are as many events."""
    found = [{c.object.key for c in r.claims if c.predicate == DIP.participant} for r in records(words)]
    wanted = [{"person:jonas berg", f"person:{other}"} for other in others]

    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def test_delegation_and_its_head() -> None:
    """Of "a delegation led by A" both take part, A as its head."""
    assert told("A delegation led by Minister Jonas Berg arrived in Geneva.") == [
        "Visit: visitor delegation led by minister jonas berg, headOfDelegation jonas berg, place geneva"
    ]


def test_persons_before_states() -> None:
    """Where persons are named who met, the states they met for are no participants."""
    words = "Talks between Kenya and Norway, chaired by Maria Silva and Jonas Berg, were held in Geneva."

    assert told(words) == [f"{TWO}, place geneva"]


def test_whose_visit() -> None:
    """What is told of "her visit" before the clause's subject is the subject's."""
    words = "Minister Jonas Berg sang. During her visit to Geneva, President Maria Silva planted a tree."

    assert told(words) == ["Visit: visitor maria silva, place geneva"]


def test_received_on_a_visit() -> None:
    """Who is received "on a state visit" is the visitor; the visit keeps the word for its kind."""
    meeting, visit = records("President Maria Silva received Minister Jonas Berg on a state visit to Chile.")

    assert _shown(meeting) == "Meeting: host maria silva, participant jonas berg"
    assert _shown(visit) == "Visit: visitor jonas berg, place CHL"
    assert values(visit, "visitKind") == ["state"]


def test_date() -> None:
    """An event is dated by the words of time that go with its trigger."""
    [record] = records("Minister Jonas Berg visited Geneva on Monday.")

    assert (values(record, "earliest"), values(record, "latest")) == (["2025-03-31"], ["2025-03-31"])
    assert values(record, "when") == ["2025-03-31"]


def test_day_of_a_visit() -> None:
    """The second day of a visit does not date the visit."""
    words = "On the second day of Minister Jonas Berg's visit to Geneva, a treaty was signed."
    found = [values(r, "when") for r in records(words) if r.node.kind == DIP.Visit]

    assert found == [[]]


def test_status_and_codes() -> None:
    """An event has a status and the codes of its frame; what is to come has those of an intent."""
    [past] = records("Minister Jonas Berg visited Geneva.")
    [ahead] = records("Minister Jonas Berg will visit Geneva.")

    assert values(past, "code") == ["PLOVER:CONSULT", "PLOVER mode:visit", "CAMEO:042"]
    assert values(ahead, "status") == ["Planned"]
    assert values(ahead, "code") == ["PLOVER:AGREE", "CAMEO:036"]


def test_spans() -> None:
    """The trigger is the word itself; every claim of the event rests on its sentence."""
    words = "It rained. Minister Jonas Berg visited Geneva."
    [record] = records(words)

    assert words[record.trigger.start : record.trigger.end] == "visited"
    assert {c.spans for c in record.claims} == {(Span(11, len(words)),)}
