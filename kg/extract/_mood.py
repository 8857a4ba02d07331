"""How the auxiliaries of a verb stand: in a question, for what did not come about, for a plan given up."""

from kg.extract._lexicon import frame
from kg.text.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_UNMET = frozenset({"would", "'d", "’d", "should", "must", "ought"})


def is_asked(verb: Token) -> bool:
    """Say whether an auxiliary stands before the subject of a question: "Will Peru recall its envoy?"."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    first = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), None)
    is_turned = first is not None and (first.i < subject.i if subject is not None else first.i < verb.i)
    return is_turned and any(t.text == "?" for t in verb.doc[verb.i : verb.sent.end])


def is_counterfactual(verb: Token) -> bool:
    """Say whether something would or should have been: "had it rained, they would have met"."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return "have" in words and bool(words & (_UNMET))


def is_given_up(trigger: Token) -> bool:
    """Say whether a plan was one of the past that did not hold: "had planned to visit", "had been due to"."""
    plan = frame("former-plan")
    for verb in trigger.ancestors:
        if verb.pos_ in _VERBAL and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
            is_due = verb.lemma_ == "be" and any(c.lower_ in plan.cues for c in verb.children)
            return is_due or plan.match(verb)
    return False


def is_scheduling(verb: Token) -> bool:
    """Say whether a verb in the present tense tells what a programme is made of: "His agenda includes"."""
    agenda = frame("agenda")
    told = (c for c in verb.children if c.dep_ == "nsubj")
    is_now = verb.tag_ in {"VBZ", "VBP"} and agenda.match(verb)
    return is_now and any(t.lemma_.lower() in agenda.nouns for t in told)
