"""Which acts of saying deny, and at which statements they are aimed, wherever the article tells those."""

from kg.extract import _speech as speech
from kg.extract import _verdicts
from kg.extract._act import Act, span, touched
from kg.extract._aims import Aims, tokens, words
from kg.extract._lexicon import frame
from kg.extract._outlets import is_outlet
from kg.extract._verdicts import Verdict
from kg.text.reading import Reading
from kg.text.tokens import Token

_LEAST = 0.2  # bare likeness without which nothing is aimed at
_HINTED = 0.35  # likeness from which on a hint that another's words are untrue is taken for a denial of them
# Share of the negated words in common with an accusation from which on a mere "not" answers it; less
# where the speaker denied it before, or where the verb is one with which people set things right.
_ANSWER, _AGAIN = 0.6, 0.4
_NOT = frozenset({"no", "none", "never", "nothing", "nobody", "neither", "nor"})
_AHEAD = frozenset({"will", "'ll", "’ll", "would", "shall", "should", "must", "may", "might"})
_ASKED = frozenset({"ask", "question", "press", "react", "respond"})
_LONG = frozenset(
    {"statement.turn", "statement.first-person"}
)  # whole paragraphs: a hint in them says little


def judge(reading: Reading, acts: list[Act]) -> None:
    """Mark as denials the acts whose words call untrue, beyond doubt, what another said."""
    for act in acts:
        if act.content is not None and not act.is_denial:
            act.is_denial = _verdicts.within(words(reading, act)) == Verdict.CLEAR


def aim(reading: Reading, acts: list[Act]) -> None:
    """Tie each denial to the statements that it calls untrue; what answers an accusation becomes a denial."""
    aims = Aims(reading, tuple(acts))
    for act in acts:
        denied = None if act.content is None else _denied(reading, aims, act)
        if denied is not None:
            act.is_denial = True
            act.denies += denied


def _denied(reading: Reading, aims: Aims, act: Act) -> tuple[Act, ...] | None:
    """Return what an act calls untrue beside what stands within it; None where it is no denial."""
    if act.denies:
        return ()
    if act.is_denial:
        found = aims.of(act)
        is_charged = any(frame("innocent").match(t) for t in act.triggers)  # of what, others have told
        return found.acts if (found.likeness if is_charged else found.bare) >= _LEAST else ()
    if _is_hinted(reading, act):
        found = aims.of(act)
        if found.likeness >= _HINTED:
            return found.acts
        return aims.denied_before(act) or (() if _is_asked(reading, act) else None)
    return _answered(reading, aims, act) or None


def _is_hinted(reading: Reading, act: Act) -> bool:
    return act.rule not in _LONG and _verdicts.within(words(reading, act)) == Verdict.HINT


def _is_asked(reading: Reading, act: Act) -> bool:
    """Say whether the sentence tells that the speaker was asked, so that what he calls untrue was said."""
    around = (t for s in touched(reading, act.trigger) for t in tokens(reading, s))
    return any(t.pos_ == "VERB" and speech.lemma(t) in _ASKED and not act.covers(span(t)) for t in around)


def _answered(reading: Reading, aims: Aims, act: Act) -> tuple[Act, ...]:
    """Return the accusations that a negated clause of what is said answers."""
    if act.rule in _LONG:
        return ()
    clauses = [list(h.subtree) for h in _negated(words(reading, act))]
    denied = aims.denied_before(act)
    clears = _clarifies(act)
    found: list[Act] = []
    for other in aims.acts:
        if other.is_denial or not aims.may_be_denied(other, act):
            continue
        if other in denied:
            least = _AGAIN
        elif clears or (_accuses(reading, other) and aims.is_about(other, act)):
            least = _AGAIN if clears and _accuses(reading, other) else _ANSWER
        else:
            continue
        if any(aims.share(clause, other, act) >= least for clause in clauses):
            found.append(other)
    return tuple(found)


def _accuses(reading: Reading, act: Act) -> bool:
    is_published = act.rule == "statement.noun" or any(is_outlet(reading, n) for n in act.speakers)
    return is_published or any(frame("accuse").match(t) for t in act.triggers)


def _clarifies(act: Act) -> bool:
    return any(frame("clarify").match(t) for t in act.triggers)


def _negated(told: tuple[Token, ...]) -> list[Token]:
    """Return the heads of the clauses that say that something was not, or is not."""
    heads = [_governor(t) for t in told if t.dep_ == "neg" or t.lower_ in _NOT]
    return [h for h in dict.fromkeys(heads) if h is not None and not _is_ahead(h) and not _is_open(h)]


def _governor(word: Token) -> Token | None:
    return next((a for a in word.ancestors if a.pos_ in {"VERB", "AUX"}), None)


def _is_ahead(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in verb.children)


def _is_open(verb: Token) -> bool:
    """Say whether a clause leaves a matter open: "no decision has been made"."""
    nouns = (t.head for t in verb.subtree if t.lower_ == "no")
    return any(speech.lemma(n) in frame("undecided").cues for n in nouns)
