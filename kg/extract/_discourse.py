"""Who "I", "we" and "you" are: the speaker of a turn, a post or a quotation, and the one addressed in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract import _acts, _clause
from kg.extract._act import Act, span
from kg.extract._evoke import evoked
from kg.extract._fill import PAIRS, Filled
from kg.model import Node
from kg.registry.words import words
from kg.text.reading import Mention, Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_TURN = "statement.turn"
_OWN = frozenset({_TURN, "statement.first-person"})  # rules of acts whose words stand in no marks
# From where on a minister's "you" may be one of the press.
_QUESTION = re.compile(r"(?<!\w)(?:question|q|moderator|journalist|reporter)\s*:", re.IGNORECASE)


@lru_cache(maxsize=1)  # asked for each word that evokes an encounter, of one article after another
def spoken(reading: Reading) -> Reading:
    """Return a reading that knows as well whom the pronouns of the first and second person mean.

    Where the speaker is not certain, or no official, a pronoun means nobody.
    """
    acts = _acts.find(reading)
    found = [m for act in acts if act.speakers for m in _pronouns(reading, act, _talkers(acts))]
    if not found:
        return reading
    once = {m.start: m for m in (*found, *reading.mentions)}
    return replace(reading, mentions=tuple(once[i] for i in sorted(once)))


def _talkers(acts: Sequence[Act]) -> tuple[Node, ...]:
    """Return who takes turns in a transcript, in the order of the text."""
    return tuple(dict.fromkeys(n for a in acts if a.rule == _TURN for n in a.speakers))


def _pronouns(reading: Reading, act: Act, talkers: Sequence[Node]) -> Iterator[Mention]:
    for token in _uttered(reading, act):
        who = _who(reading, act, talkers, token)
        if who:
            yield Mention(token.i, token.i + 1, token.i, who, "pronoun")


def _uttered(reading: Reading, act: Act) -> Iterator[Token]:
    """Yield the pronouns that the speaker of an act says himself, none that he quotes."""
    own = act.content if act.rule in _OWN else None
    ranges = (own,) if own is not None else tuple(q.inner for q in act.quotes)
    marks = [q for q in reading.quotes if own is not None or q.depth > 0]
    for each in ranges:
        for token in reading.doc.char_span(each.start, each.end, alignment_mode="contract") or ():
            is_inner = any(q.inner.covers(span(token)) for q in marks)
            if token.pos_ == "PRON" and not is_inner:
                yield token


def _who(reading: Reading, act: Act, talkers: Sequence[Node], token: Token) -> tuple[Node, ...]:
    """Return whom a pronoun means that one of the speakers says."""
    word = token.lower_
    if word in words("pronoun of the speaker"):
        return _speaker(reading, act)
    addressed = _addressed(reading, act, talkers)
    if word in words("pronoun of the addressed"):
        return () if _is_asked(reading, act, token) else addressed
    if word not in words("pronoun of the speakers"):
        return ()
    if len(act.speakers) > 1:
        return act.speakers
    own = _for_whom(reading, _speaker(reading, act))
    return own if not own or _is_one_side(reading, token) else (*own, *addressed)


def _speaker(reading: Reading, act: Act) -> tuple[Node, ...]:
    """Return the official who speaks alone; empty where several do, or one of no office."""
    is_official = any(o.holder == act.speakers[0] for o in reading.offices)
    return act.speakers if len(act.speakers) == 1 and is_official else ()


def _for_whom(reading: Reading, speaker: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return who "we" are in the mouth of an official: of a spokesperson the state he speaks for."""
    if any(o.rank == DIP.Spokesperson for o in reading.offices if o.holder in speaker):
        state = reading.actor(speaker[0]).country
        return () if state is None else (state,)
    return speaker


def _addressed(reading: Reading, act: Act, talkers: Sequence[Node]) -> tuple[Node, ...]:
    """Return to whom is spoken: in a transcript of two officials the other one, else who is told alone."""
    if act.rule != _TURN:
        return act.told if len(act.told) == 1 and act.told[0].kind == DIP.Person else ()
    others = tuple(n for n in talkers if n not in act.speakers)
    is_official = any(o.holder in others for o in reading.offices)
    return others if len(talkers) == 2 and is_official else ()


def _is_asked(reading: Reading, act: Act, token: Token) -> bool:
    """Say whether the press has begun to ask before a turn, so that "you" may be one of it."""
    asked = _QUESTION.search(reading.article.text) if act.rule == _TURN else None
    return asked is not None and asked.start() < token.idx


def _is_one_side(reading: Reading, token: Token) -> bool:
    """Say whether "we" are those of one side: "we met with A", "our talks with B", "we arrived"."""
    head = token.head
    objects = _clause.direct(head)
    if any(f.kind == DIP.Visit for word in (head, *objects) for f in evoked(word)):
        return True  # who speaks travels alone
    told = (*objects, *(t for w in (head, *objects) for t in _clause.after(w, "with")))
    return any(n.kind in {DIP.Person, DIP.State, DIP.Group} for t in told for n in reading.who(t))


def unsaid(reading: Reading, trigger: Token) -> tuple[Node, ...]:
    """Return who speaks where he leaves himself out: "Had good talks with A", "Pleased to receive B"."""
    at = span(trigger)
    for act in _acts.find(reading):
        own = (act.content,) if act.rule in _OWN else tuple(q.inner for q in act.quotes)
        words = next((w for w in own if w is not None and w.covers(at)), None)
        if words is not None:
            start = max(words.start, reading.doc[trigger.sent.start].idx)
            before = reading.doc.char_span(start, at.end, alignment_mode="contract")
            return _speaker(reading, act) if before is not None and _is_cut_short(tuple(before)) else ()
    return ()


def _is_cut_short(before: Sequence[Token]) -> bool:
    """Say whether words begin with what "I" did or feel, without "I"."""
    said = tuple(t for t in before if not t.is_punct and not t.is_space)
    is_begun = bool(said) and (said[0].tag_ == "VBD" or said[0].lower_ in words("glad"))
    return is_begun and not any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in said)


def is_present(reading: Reading, filled: Filled, *, ahead: bool) -> bool:
    """Say whether an encounter is but the conversation under way: "our talks", "I am glad to welcome you".

    What was is told in the past, what is to be has a place, or a time that the caller looks for. Of a
    quotation it is what goes on: "Our talks with A continue".
    """
    acts = _acts.find(reading)
    act = next((a for a in acts if a.content is not None and a.covers(span(filled.trigger))), None)
    if act is None or filled.frame.kind not in PAIRS or any(r == DIP.place for r, _ in filled.roles):
        return False
    if not set(filled.actors) & set(act.speakers) or _is_past(_clause.clause(filled.trigger)):
        return False
    if act.rule != _TURN:
        return not ahead and any(q.inner.covers(span(filled.trigger)) for q in act.quotes)
    return filled.frame.name == "reception" or set(filled.actors) <= set(_talkers(acts))


def _is_past(verb: Token) -> bool:
    has = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and has)
