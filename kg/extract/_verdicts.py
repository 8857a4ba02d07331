"""Verdicts: what calls another's words untrue, a verb of saying by itself or words within what is said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache

from kg.extract import _speech as speech
from kg.extract._lexicon import frame
from kg.text.tokens import Token

_UNSURE = frozenset({"may", "might", "could", "would", "if", "whether", "unless", "should", "must", "will"})
_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "they", "all", "everything", "them", "which"})
_OWN = frozenset({"i", "we"})
_DUTY = frozenset({"should", "must", "shall"})  # "the idea that they should leave" is a proposal
_COMPLEMENTS = frozenset({"oprd", "acomp", "attr"})
_NEAR = 6  # tokens of a complement among which the verdict stands: "as a complete and utter fabrication"
_SHORT = 10  # tokens of the longest "Utter nonsense!", which has no verb


class Verdict(IntEnum):
    """How surely words call untrue what another said."""

    NONE = 0
    HINT = 1  # where somebody said before what they may speak of
    CLEAR = 2


def rule(verb: Token) -> str | None:
    """Return the rule by which a verb denies: "deny" by itself, "reject" by what it is said of."""
    objects = tuple(_objects(verb))
    lemmas = {speech.lemma(o) for o in objects}
    if frame("deny").match(verb):
        return None if lemmas & frame("withhold").cues else "deny"
    if frame("express").match(verb) and lemmas & frame("deny").nouns:
        return "deny"
    if frame("innocent").match(verb) and _has_cue("innocent", _text(_below(verb))):
        return "deny"
    is_rejected = frame("reject").match(verb) and (any(map(_is_claim, objects)) or _disputes(verb))
    is_pushed = frame("push-back").match(verb) and any(map(_is_claim, _governed(verb)))
    is_corrected = frame("correct").match(verb) and lemmas & frame("correct").cues
    is_belied = frame("belie").match(verb) and _is_belied(verb, objects)
    return "reject" if is_rejected or is_pushed or is_corrected or is_belied else None


def within(words: Sequence[Token]) -> Verdict:
    """Return the verdict that words hold on what another said."""
    text = _text(words)
    if _has_cue("untrue", text):
        return Verdict.CLEAR
    found = Verdict.HINT if _has_cue("scorn", text) else Verdict.NONE
    is_quoted = bool(words) and (words[0].is_quote or (words[0].i > 0 and words[0].nbor(-1).is_quote))
    is_short = is_quoted and len(words) <= _SHORT and not any(t.pos_ in {"VERB", "AUX"} for t in words)
    for token in words:
        found = max(found, _by_word(token, is_short=is_short), _by_verb(token))
    return found


def calls_lies(verb: Token) -> bool:
    """Say whether a verb calls what its subject says untrue: "is spreading lies that …", "falsely claims"."""
    if frame("spread").match(verb):
        return any(_is_in(o, "untrue") for o in _objects(verb))
    is_false = any(c.dep_ == "advmod" and c.lower_ in frame("falsely").cues for c in verb.children)
    return is_false and any(frame(name).match(verb) for name in ("accuse", "say", "stress"))


def is_told(noun: Token) -> bool:
    """Say whether a noun names something that was said: "the report", "these remarks"."""
    return _is_claim(noun) or speech.lemma(noun) in frame("claim").cues


def asserts(clause: Token) -> bool:
    """Say whether a clause is what somebody said to be so: "that the island belongs to Chile"."""
    mark = speech.child(clause, "mark")
    is_that = clause.dep_ in {"acl", "ccomp", "relcl"} and mark is not None and mark.lower_ == "that"
    return is_that and not any(c.dep_ == "aux" and c.lower_ in _DUTY for c in clause.children)


def _by_word(token: Token, *, is_short: bool) -> Verdict:
    if not _is_verdict(token):
        return Verdict.NONE
    is_strong = _is_in(token, "untrue")
    if token.dep_ in {"amod", "compound"} and not _is_verdict(token.head):
        is_fought = token.head.dep_ == "pobj" and token.head.head.lower_ == "against"
        return Verdict.HINT if is_told(token.head) and not is_fought else Verdict.NONE
    if speech.child(token, "nsubjpass") is not None:  # "the story was fabricated"
        return _of_subject(token, is_strong=is_strong)
    judged = token
    while judged.dep_ in {"conj", "amod", "compound"}:
        judged = judged.head
    if judged.dep_ in {"pobj", "prep"} and judged.head.dep_ in {"prep", "attr"}:
        judged = judged.head if judged.dep_ == "prep" else judged.head.head  # "is a pack of lies"
    if judged.dep_ in _COMPLEMENTS and judged.head.pos_ in {"VERB", "AUX"}:
        return _of_subject(judged.head, is_strong=is_strong)
    return Verdict.HINT if is_short else Verdict.NONE


def _of_subject(verb: Token, *, is_strong: bool) -> Verdict:
    """Return the verdict of a clause "… is false" by what its subject is."""
    if _is_unsure(verb):
        return Verdict.NONE
    subject = speech.child(verb, "nsubj", "nsubjpass", "csubj")
    if subject is not None and is_told(subject):
        return Verdict.CLEAR
    if subject is None or subject.lower_ in _PRONOUNS or subject.dep_ == "csubj":
        if is_strong:
            return Verdict.CLEAR if subject is not None else Verdict.HINT
        return Verdict.NONE if _is_of_deed(verb) else Verdict.HINT
    return Verdict.HINT if is_strong else Verdict.NONE


def _is_of_deed(verb: Token) -> bool:
    """Say whether a verdict is on a deed that the clause tells: "it was wrong to leave"."""
    below = (*verb.children, *(c for w in verb.children if w.dep_ in _COMPLEMENTS for c in w.children))
    return any(c.dep_ in {"xcomp", "ccomp", "advcl", "csubj"} or c.lower_ in {"for", "of"} for c in below)


def _by_verb(token: Token) -> Verdict:
    """Return the verdict of a verb within what is said: "we reject the claims", "they spread lies"."""
    if token.pos_ != "VERB" or _is_unsure(token):
        return Verdict.NONE
    if frame("correct").match(token) and {speech.lemma(o) for o in _objects(token)} & frame("correct").cues:
        return Verdict.CLEAR
    if calls_lies(token):
        return Verdict.HINT
    subject = speech.subject(token)
    if subject is not None and subject.lower_ in _OWN and speech.is_asserted(token):
        return Verdict.CLEAR if rule(token) is not None else Verdict.NONE
    return Verdict.NONE


def _is_unsure(verb: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ in {"aux", "mark"} and c.lower_ in _UNSURE) for c in verb.children)


def _objects(verb: Token) -> Iterator[Token]:
    for each in verb.children:
        if each.dep_ in {"dobj", "nsubjpass", "dative"}:
            yield from (each, *each.conjuncts)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "the claims, denied by Turkey"
        yield verb.head


def _governed(verb: Token) -> Iterator[Token]:
    """Yield what prepositions bind to a verb, to its particle or to its object: "took issue with claims"."""
    for each in (verb, *(c for c in verb.children if c.dep_ in {"dobj", "advmod", "prt", "prep"})):
        for _, noun in speech.phrases(each):
            yield from (noun, *noun.conjuncts)
        if each.dep_ == "prep":
            yield from (c for c in each.children if c.dep_ == "pobj")


def _is_claim(noun: Token) -> bool:
    """Say whether a noun names something that was said as true, and no proposal."""
    if speech.lemma(noun) in frame("claim").nouns:
        return not _is_entitlement(noun)
    return speech.lemma(noun) in frame("claim").cues and any(asserts(c) for c in noun.children)


def _is_entitlement(noun: Token) -> bool:
    """Say whether a claim is one to land or money: "the maritime claims", "claims over the islands"."""
    if speech.lemma(noun) != "claim":
        return False
    kinds = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    return bool(kinds & frame("entitlement").cues) or any(c.lower_ in {"to", "over"} for c in noun.rights)


def _disputes(verb: Token) -> bool:
    """Say whether a verb rejects a clause: "disputed that …", "dismissed what it called false claims"."""
    clause = speech.child(verb, "ccomp", "dobj", "xcomp")
    if clause is None or clause.pos_ not in {"VERB", "AUX"}:
        return False
    what = next((c for c in clause.children if c.lower_ == "what"), None)
    if what is not None:
        return any(is_told(t) for t in clause.subtree) or speech.lemma(clause) in {"say", "claim", "allege"}
    return asserts(clause)


def _is_belied(verb: Token, objects: Sequence[Token]) -> bool:
    """Say whether a verb gives its object the verdict of being untrue: "called the report fake"."""
    near = {t.i: t for c in verb.children for t in _complement(c)}
    words = tuple(near.values())
    qualified = (c for o in objects if is_told(o) for c in o.children if c.dep_ in {"amod", "compound"})
    if any(_is_in(t, "untrue") for t in (*words, *qualified)):
        return True
    things = (*objects, *words, *(t for t in _below(verb) if t.dep_ == "nsubj" and t.head.dep_ == "ccomp"))
    is_said = any(is_told(o) or o.lower_ in _PRONOUNS or any(map(asserts, o.children)) for o in things)
    far = [t for a in _below(verb) if a.lower_ == "as" for t in a.doc[a.i + 1 : a.i + _NEAR]]
    return is_said and (
        any(_is_in(t, "scorn") for t in words)
        or any(_is_in(t, name) for t in far for name in ("untrue", "scorn"))
    )


def _complement(child: Token) -> Iterator[Token]:
    """Yield the words that say what something is called, as "false" of "called the report false"."""
    if child.dep_ in _COMPLEMENTS or child.lower_ == "as":
        yield from sorted(child.subtree)[:_NEAR]
    elif child.dep_ in {"ccomp", "xcomp"} and speech.child(child, "mark") is None:
        subject = speech.child(child, "nsubj")
        first = child.left_edge.i if subject is None else subject.right_edge.i + 1
        yield from (t for t in child.subtree if first <= t.i < first + _NEAR)
    elif child.dep_ == "dobj" and any(_is_beside(c, child) for c in child.head.children):
        yield child  # "branded the report a lie", as the parser has it


def _is_beside(other: Token, noun: Token) -> bool:
    is_object = other.dep_ == "dobj" and other.i < noun.i
    return is_object or any(is_told(c) for c in noun.children if c.dep_ == "compound")


def _below(verb: Token) -> tuple[Token, ...]:
    return tuple(t for t in verb.subtree if t.i > verb.i)


def _is_in(token: Token, name: str) -> bool:
    return not frame(name).nouns.isdisjoint({speech.lemma(token), token.lower_})


def _is_verdict(token: Token) -> bool:
    return _is_in(token, "untrue") or _is_in(token, "scorn")


def _text(words: Iterable[Token]) -> str:
    plain = " ".join(t.lower_ for t in words if not t.is_quote)
    return plain.replace("’", "'").replace("n't", "not").replace("ca not", "cannot")


@cache
def _cues(name: str) -> re.Pattern[str]:
    longest = sorted(frame(name).cues, key=lambda c: (-len(c), c))
    return re.compile(rf"(?<!\bnot )\b(?:{'|'.join(map(re.escape, longest))})\b")


def _has_cue(name: str, text: str) -> bool:
    return _cues(name).search(text) is not None
