"""Which mention of an encounter tells again of one told before: "The two sides discussed trade"."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib import RDF
from spacy.tokens import Token

from kg.extract import _clause, _occasions
from kg.extract._fill import PAIRS, Filled
from kg.extract._lexicon import frame
from kg.extract._told import Told
from kg.model import Claim, Node, Record
from kg.text.reading import Reading, Sentence


def earlier(reading: Reading, found: Sequence[Told], number: int, filled: Filled) -> int | None:
    """Return the place among those found of what a mention tells again of, None where it is new.

    A weak word ("discussed") tells of the encounter told last, where its sentence leans on one ("during the
    talks"), it names nobody itself, or whom it names took part in that.

    Args:
        reading: the article.
        found: what was told before, in the order of the text.
        number: of the sentence of the mention.
        filled: the mention.
    """
    places = [i for i in reversed(range(len(found))) if found[i].filled.frame.kind in PAIRS]
    if filled.frame.kind not in PAIRS or not places:
        return None
    purpose = next((i for i in places if _is_purpose(filled.trigger, found[i].filled.trigger)), None)
    if purpose is not None or filled.trigger.lemma_.lower() not in filled.frame.weak:
        return purpose
    last = found[places[0]]
    if last.number == number and last.filled.trigger.i > filled.trigger.i:
        return None
    news = set(filled.actors) - set(last.filled.actors)
    if _leans(filled) or (not _names(reading, filled) and news <= _subjects(reading, filled)):
        return places[0]
    return next((i for i in places if set(filled.actors) <= set(found[i].filled.actors)), None)


def told_again(record: Record, again: Record, sentence: Sentence) -> Record:
    """Return an encounter with a sentence that tells again of it."""
    rule = next(c.rule for c in again.claims)
    claim = Claim(record.node, RDF.type, record.node.kind, (sentence.span,), rule)
    return replace(record, claims=(*record.claims, claim))


def _is_purpose(noun: Token, verb: Token) -> bool:
    """Say whether a noun tells what an encounter is for: "met for talks", "gathered for the summit"."""
    leading = _occasions.framing(noun)
    return leading is not None and leading.lower_ == "for" and leading.head == verb


def _leans(filled: Filled) -> bool:
    """Say whether a clause says that it was at an encounter told before: "during the talks"."""
    phrases = (t for p in ("during", "at", "in") for t in _clause.after(filled.trigger, p))
    return any(
        t.lemma_.lower() in frame("encounter").nouns and any(c.lower_ in {"the", "this"} for c in t.children)
        for t in phrases
    )


def _subjects(reading: Reading, filled: Filled) -> set[Node]:
    """Return those whom the subject of a verb means."""
    return {n for t in _clause.subjects(filled.trigger) for n in reading.who(t)}


def _names(reading: Reading, filled: Filled) -> bool:
    """Say whether the subject of a verb names somebody, rather than to mean those told before."""
    words = (t for s in _clause.subjects(filled.trigger) for t in (s, *s.conjuncts))
    mentions = (m for t in words if (m := reading.mention(t)) is not None)
    return any(m.form == "name" for m in mentions)
