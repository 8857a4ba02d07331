"""What a denial is aimed at: the statement whose content is called untrue, wherever the article tells it."""

import re

from spacy.tokens import Token

from kg.extract._act import Act, touched
from kg.extract._lexicon import frame
from kg.model import Span
from kg.text.reading import Reading

_WORD = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NOT = frozenset({"no", "none", "never", "nothing", "nobody", "neither"})
_LEAST = 0.15  # without so much nothing is aimed at
_CLEAR = (
    0.6  # what a mere "not" must reach to be a denial: an accusation of the speaker, told in the same words
)
# What counts beside the share of words in common: "these claims" points at what was said last; who denies is
# mostly spoken of in what is denied; accusations and what outlets report are denied more often than the rest;
# what is told only later is denied less often.
_LAST, _ABOUT, _ACCUSING, _REPORTED, _LATER = 0.4, 0.3, 0.15, 0.15, -0.2


def aim(reading: Reading, acts: list[Act]) -> None:
    """Tie each denial to the statement that it calls untrue; what is said to be untrue becomes a denial."""
    for act in acts:
        if act.content is None:
            continue
        target, likeness = _target(reading, acts, act)
        act.is_denial |= _calls_report_untrue(reading, act)
        is_told = _calls_untrue(reading, act) or (likeness >= _CLEAR and _answers(reading, act, target))
        if target is not None and likeness >= _LEAST and (act.is_denial or is_told):
            act.denies.append(target)
            act.is_denial = True


def _calls_untrue(reading: Reading, act: Act) -> bool:
    text = " ".join(reading.article.text[s.start : s.end] for s in touched(reading, act.trigger)).casefold()
    return any(re.search(rf"\b{cue}\b", text) for cue in frame("untrue").cues)


def _answers(reading: Reading, act: Act, target: Act | None) -> bool:
    """Say whether what is said negates what its speaker is accused of."""
    if target is None or not any(frame("accuse").match(t) for t in target.triggers):
        return False
    words = _words(reading, act.content or act.trigger)
    return _is_about(reading, target, act) and any(t.dep_ == "neg" or t.lower_ in _NOT for t in words)


def _calls_report_untrue(reading: Reading, act: Act) -> bool:
    """Say whether what is said calls a report or claim untrue: "the claims are baseless"."""
    lemmas = {t.lemma_.lower() for t in _words(reading, act.content or act.trigger)}
    return bool(lemmas & frame("reject").cues) and bool(lemmas & frame("belie").cues)


def _target(reading: Reading, acts: list[Act], denial: Act) -> tuple[Act | None, float]:
    """Return the statement by another that is likeliest denied, the nearer of two, and how likely it is."""
    others = [a for a in acts if _may_be_denied(a, denial)]
    before = [a for a in others if a.trigger < denial.trigger]
    last = before[-1] if before and _points_back(denial) else None
    wanted = _lemmas(reading, denial, is_wide=True)

    def likeness(act: Act) -> tuple[float, int]:
        words = _lemmas(reading, act, is_wide=False)
        shared = len(words & wanted) / max(min(len(words), len(wanted)), 1)
        shared += _LAST * (act is last) + _ABOUT * _is_about(reading, act, denial)
        shared += _ACCUSING * any(frame("accuse").match(t) for t in act.triggers)
        shared += _REPORTED * (act.rule == "statement.noun" or any(act in a.reports for a in acts))
        shared += _LATER * (act.trigger > denial.trigger)
        return shared, -abs(act.trigger.start - denial.trigger.start)

    best = max(others, key=likeness, default=None)
    return best, 0.0 if best is None else likeness(best)[0]


def _may_be_denied(act: Act, denial: Act) -> bool:
    apart = not act.covers(denial.trigger) and not denial.covers(act.trigger)
    return (
        act is not denial
        and act.content is not None
        and not set(act.speakers) & set(denial.speakers)
        and apart
    )


def _is_about(reading: Reading, act: Act, denial: Act) -> bool:
    """Say whether the one who denies is spoken of in what another said."""
    if act.content is None:
        return False
    start, end = act.content.start, act.content.end
    near = [m for m in reading.mentions if start <= reading.doc[m.start].idx < end]
    return any(set(m.actors) & set(denial.speakers) for m in near)


def _points_back(denial: Act) -> bool:
    """Say whether a denial names what it denies only as something said: "the reports", "these claims"."""
    nouns = [t for v in denial.triggers for t in v.subtree if t.dep_ in {"dobj", "nsubjpass"}]
    return any(t.lemma_.lower() in frame("reject").cues for t in nouns)


def _lemmas(reading: Reading, act: Act, *, is_wide: bool) -> set[str]:
    """Return the words with meaning of what is said, or of its sentences, without the speakers' names."""
    span = act.content or act.trigger
    spans = touched(reading, span) if is_wide else [span]
    own = {
        t.i
        for n in act.speakers
        for m in reading.mentions
        if n in m.actors
        for t in reading.doc[m.start : m.end]
    }
    words = _words(reading, Span(min(s.start for s in spans), max(s.end for s in spans)))
    return {t.lemma_.lower() for t in words if t.pos_ in _WORD and not t.is_stop and t.i not in own}


def _words(reading: Reading, span: Span) -> tuple[Token, ...]:
    found = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    return () if found is None else tuple(found)
