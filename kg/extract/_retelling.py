"""Which mention of an encounter tells again of one told before: "The two sides discussed trade"."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib import RDF

from kg.extract import _clause, _occasions, _vague
from kg.extract._fill import PAIRS, Filled
from kg.extract._lexicon import frame
from kg.extract._told import Told
from kg.model import Node
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_DATED = frozenset({DIP.earliest, DIP.latest, DIP.when})


def add(reading: Reading, found: list[Told], each: Told) -> None:
    """Add an event to those found before, or its sentence to the one that it tells again of."""
    place = _earlier(reading, found, each)
    if place is None:
        found.append(each)
    elif _vague.tells_less(reading, found[place], each):
        found.append(_told_again(each, found.pop(place)))
    else:
        found[place] = _told_again(found[place], each)


def _earlier(reading: Reading, found: Sequence[Told], each: Told) -> int | None:
    """Return the place among those found of what a mention tells again of, None where it is new."""
    places = [i for i in reversed(range(len(found))) if found[i].filled.frame.kind in PAIRS]
    if each.filled.frame.kind not in PAIRS or not places:
        return None
    for i in places:
        if _is_part(each.filled.trigger, found[i].filled.trigger):
            return i
    # "They discussed trade" tells no more of the summit to come that was just told, nor of one spoken of.
    places = [i for i in places if found[i].is_ahead == each.is_ahead] or places
    places = [i for i in places if _is_reported(found[i]) <= _is_reported(each)] or places
    if _means_last(reading, found[places[0]], each):
        return places[0]
    if each.filled.trigger.lemma_.lower() in each.filled.frame.weak:
        within = (i for i in places if set(each.filled.actors) <= set(found[i].filled.actors))
        place = next(within, None)
        if place is not None:
            return place
    alike = (i for i in places if _is_vaguer(reading, found[i], each))
    return next(alike, None)


def _is_reported(told: Told) -> bool:
    """Say whether an encounter stands in what somebody says: "She said that they had met in Oslo"."""
    trigger = told.filled.trigger
    return any(t.dep_ == "ccomp" for t in (trigger, *trigger.ancestors))


def _is_vaguer(reading: Reading, one: Told, other: Told) -> bool:
    return _vague.tells_less(reading, one, other) or _vague.tells_less(reading, other, one)


def _means_last(reading: Reading, last: Told, each: Told) -> bool:
    """Say whether a mention means the encounter told last.

    A weak word ("discussed") does where its sentence leans on one ("during the talks") or it names nobody
    itself, a noun where it has no more than "their".
    """
    filled = each.filled
    if last.number == each.number and last.filled.trigger.i > filled.trigger.i:
        return False
    if filled.trigger.lemma_.lower() not in filled.frame.weak:
        return _is_theirs(filled.trigger) and filled.frame.kind == last.filled.frame.kind
    news = set(filled.actors) - set(last.filled.actors)
    meant = news <= _subjects(reading, filled) and not _names(reading, filled)
    known = len(news) < len(filled.actors) and all(_is_known(reading, filled, n) for n in news)
    return _leans(filled) or meant or known


def _told_again(told: Told, again: Told) -> Told:
    """Return an encounter with a sentence that tells again of it, and its days where it has none itself."""
    node = told.record.node
    kinds = tuple(
        replace(c, subject=node, object=node.kind) for c in again.record.claims if c.predicate == RDF.type
    )
    days = tuple(
        replace(c, subject=node) for c in again.record.claims if c.predicate in _DATED and not told.is_dated
    )
    return replace(told, record=replace(told.record, claims=(*told.record.claims, *kinds, *days)))


def _is_part(noun: Token, other: Token) -> bool:
    """Say whether a noun stands within what tells of an encounter: "a round of talks", "met for talks"."""
    is_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head == other
    return is_of or _is_purpose(noun, other)


def _is_purpose(noun: Token, verb: Token) -> bool:
    """Say whether a noun tells what an encounter is for: "met for talks", "gathered for the summit"."""
    leading = _occasions.framing(noun)
    if leading is None or leading.lower_ != "for":
        return False
    return verb == next((t for t in leading.ancestors if t.pos_ == "VERB"), None)


def _is_theirs(noun: Token) -> bool:
    """Say whether a noun has nothing but a pronoun: "after their talks"."""
    own = [c for c in noun.children if c.dep_ not in {"punct", "amod"}]
    return [c.lower_ for c in own] == ["their"] and noun.dep_ == "pobj"


def _leans(filled: Filled) -> bool:
    """Say whether a clause says that it was at an encounter told before: "during the talks"."""
    phrases = (t for p in ("during", "at", "in") for t in _clause.after(filled.trigger, p))
    return any(
        t.lemma_.lower() in frame("encounter").nouns
        and any(c.lower_ in {"the", "this", "their"} for c in t.children)
        for t in phrases
    )


def _subjects(reading: Reading, filled: Filled) -> set[Node]:
    """Return those whom the subject of a verb means."""
    return {n for t in _clause.subjects(filled.trigger) for n in reading.who(t)}


def _is_known(reading: Reading, filled: Filled, node: Node) -> bool:
    """Say whether words mean somebody told before without a name: "the delegation", "his counterpart"."""
    sentence = filled.trigger.sent
    mentions = (m for t in sentence if (m := reading.mention(t)) is not None and node in m.actors)
    return all(
        m.form != "name"
        and any(c.lower_ in {"the", "his", "her", "their"} for c in sentence.doc[m.head].lefts)
        for m in mentions
    )


def _names(reading: Reading, filled: Filled) -> bool:
    """Say whether the subject of a verb names somebody, rather than to mean those told before."""
    words = (t for s in _clause.subjects(filled.trigger) for t in (s, *s.conjuncts))
    mentions = (m for t in words if (m := reading.mention(t)) is not None)
    return any(m.form == "name" for m in mentions)
