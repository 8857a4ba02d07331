"""Events as frames declare them: meetings, calls, visits and actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, URIRef
from spacy.tokens import Token

from kg.extract import _dates, _syntax, status, when
from kg.extract._frames import Frame, Slot, carriers, event_frames
from kg.model import Claim, Node, Record, Span, Value
from kg.text.reading import Reading, Sentence
from kg.vocab import DIP, local

_PAIRS = (DIP.Meeting, DIP.Call)  # of two at least


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame whose roles are filled.

    Attributes:
        frame: the frame.
        trigger: the word that evokes it.
        roles: pairs of property and filler, in the order of the slots, each once.
    """

    frame: Frame
    trigger: Token
    roles: tuple[tuple[URIRef, Node], ...]

    @property
    def actors(self) -> tuple[Node, ...]:
        """Those who take part, each once."""
        return tuple(dict.fromkeys(n for r, n in self.roles if r != DIP.place))


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the events that an article tells of, one for each place where it does."""
    found = []
    for sentence in reading.sentences:
        for filled in _sentence(reading, sentence):
            record = _record(reading, filled, sentence)
            if record is not None:
                found.append(record)
    return tuple(found)


def _sentence(reading: Reading, sentence: Sentence) -> Iterator[Filled]:
    for token in reading.doc[sentence.start : sentence.end]:
        if token.pos_ in {"VERB", "NOUN", "PROPN"}:
            yield from next((f for f in _evoked(reading, token) if f), ())


def _evoked(reading: Reading, token: Token) -> Iterator[tuple[Filled, ...]]:
    """Yield what each frame finds that a word evokes; nothing for one that lacks what it needs."""
    for frame in event_frames():
        if _is_evoked(frame, token):
            yield _fill(reading, frame, token)


def _is_evoked(frame: Frame, token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        fits = any(v[0] == lemma and _has_particles(token, v[1:]) for v in frame.verbs)
    else:
        fits = any(n[-1] == lemma and _has_modifiers(token, n[:-1]) for n in frame.nouns)
    if not fits:
        return False
    near = _near(token)
    if frame.wanted and not frame.wanted & near:
        return False
    if "to-clause" in frame.barred and any(c.dep_ in {"xcomp", "ccomp", "advcl"} for c in token.children):
        return False
    return not frame.barred & near


def _has_particles(verb: Token, words: tuple[str, ...]) -> bool:
    following = {c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "advmod", "dobj", "agent"}}
    return all(w in following for w in words)


def _has_modifiers(noun: Token, words: tuple[str, ...]) -> bool:
    before = {c.lower_ for c in noun.lefts}
    return all(w in before for w in words)


def _near(token: Token) -> frozenset[str]:
    """Return the lemmas of the words that modify a trigger, of its objects, and of the phrases that hang on both."""
    heads = [token]
    if token.pos_ == "VERB":
        heads += [c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "attr", "oprd", "dative"}]
        heads += [t for h in tuple(heads[1:]) for t in h.conjuncts]
    words = {t.lemma_.lower() for t in heads[1:]}
    for head in heads:
        for child in head.children:
            if child.dep_ in {"compound", "amod", "nmod", "advmod", "acomp", "xcomp"}:
                words |= {child.lemma_.lower(), child.lower_}
            elif child.dep_ in {"prep", "agent", "prt"}:
                words.add(child.lower_)
                words |= {t.lemma_.lower() for inner in child.children for t in (inner, *inner.lefts)}
    return frozenset(words)


def _fill(reading: Reading, frame: Frame, trigger: Token) -> tuple[Filled, ...]:
    """Return a frame with its roles filled: once, or once for each of several encounters told in one breath."""
    carrying = _syntax.carrier(trigger, carriers()) if trigger.pos_ != "VERB" else None
    roles: dict[tuple[URIRef, Node], None] = {}
    apart: list[Node] = []
    for slot in frame.slots:
        found = tuple(_fillers(reading, slot, trigger, carrying))
        if slot.needed and not found:
            return ()
        roles |= {(slot.role, node): None for node, _ in found}
        apart += [node for node, is_apart in found if is_apart]
    filled = Filled(frame, trigger, _once(tuple(roles)))
    if frame.kind not in _PAIRS or len(apart) < 2:
        return (filled,) if _is_enough(filled) else ()
    return tuple(f for node in apart if _is_enough(f := _with_one(filled, node, apart)))


def _with_one(filled: Filled, node: Node, apart: list[Node]) -> Filled:
    """Return the encounter with one of those who were met one by one."""
    roles = tuple((r, n) for r, n in filled.roles if n == node or n not in apart)
    return Filled(filled.frame, filled.trigger, roles)


def _once(roles: tuple[tuple[URIRef, Node], ...]) -> tuple[tuple[URIRef, Node], ...]:
    """Return the roles with each actor in one of them, the most special; a place may be a host as well."""
    special = {n for r, n in roles if r not in {DIP.participant, DIP.place}}
    return tuple((r, n) for r, n in roles if r != DIP.participant or n not in special)


def _fillers(
    reading: Reading, slot: Slot, trigger: Token, carrying: Token | None
) -> Iterator[tuple[Node, bool]]:
    """Yield the fillers of a role, and for each whether it was met apart from others of a list."""
    for name in slot.functions:
        for word in _syntax.function(name, trigger, carrying):
            if slot.role == DIP.place:
                yield from ((node, False) for node in reading.where(word))
                continue
            is_list = name in _LISTED and (_is_several(trigger) or _goes_on(trigger, word))
            for node, is_apart in _people(reading, word, is_list=is_list):
                if not slot.kinds or node.kind in slot.kinds:
                    yield node, is_apart


_LISTED = frozenset({"with", "object"})


def _goes_on(trigger: Token, word: Token) -> bool:
    """Say whether a word goes on with the list behind "including", which the parser tends to cut short."""
    between = trigger.doc[trigger.i : word.i]
    return word.dep_ == "dobj" and any(t.lower_ == "including" for t in between)


def _is_several(trigger: Token) -> bool:
    """Say whether a trigger tells of several encounters: "meetings with A and B", "separately met A and B"."""
    apart = any(t.lower_ in {"separately", "respectively", "individually"} for t in trigger.children)
    return apart or (
        trigger.tag_ == "NNS" and trigger.lemma_ in {"meeting", "call", "conversation", "encounter"}
    )


def _people(reading: Reading, word: Token, *, is_list: bool) -> Iterator[tuple[Node, bool]]:
    """Yield whom a phrase means: of "officials, including A and B" these two, each apart; else with their company."""
    named = tuple(n for t in _syntax.company(word) for n in reading.who(t))
    group = reading.who(word)
    listed = any(c.lower_ == "including" for c in word.children)
    if listed and named and any(n.kind == DIP.Group for n in group):
        others = tuple(n for n in group if n.kind != DIP.Group)
        yield from ((n, True) for n in (*named, *others))
        return
    yield from ((n, is_list) for n in group)
    yield from ((n, False) for n in named)


def _is_enough(filled: Filled) -> bool:
    if filled.frame.kind in _PAIRS:
        bodies = [n for n in filled.actors if n.kind == DIP.Organization]
        return len(filled.actors) > 1 or (bool(bodies) and filled.trigger.lemma_ in {"summit", "session"})
    return bool(filled.actors)


def _record(reading: Reading, filled: Filled, sentence: Sentence) -> Record | None:
    whether = status.status(reading, filled.trigger)
    if whether is None:
        return None
    kind, trigger = filled.frame.kind, filled.trigger
    others = ":".join(n.key for n in filled.actors)  # a word may evoke several encounters
    node = Node(reading.article.file, kind, f"{local(kind).lower()}:{trigger.idx}:{others}")
    rule = f"event.{filled.frame.name}"

    def claim(
        predicate: URIRef, value: Node | URIRef | Value, phrase: str | None = None, *more: Span
    ) -> Claim:
        return Claim(node, predicate, value, (*more, sentence.span), rule, phrase)

    claims = [claim(RDF.type, kind), claim(DIP.status, whether)]
    claims += [claim(role, filler) for role, filler in filled.roles]
    claims += [claim(DIP.code, Value(code)) for code in filled.frame.codes]
    told = sorted(t.i for t in trigger.lefts if t.lower_ in filled.frame.told)
    if told:
        claims.append(claim(DIP.visitKind, Value(" ".join(reading.doc[i].lower_ for i in told))))
    dated = when.dated(reading, trigger, future=whether in {DIP.Planned, DIP.Proposed})
    if dated is not None:
        claims += _dates.claims(reading, node, dated, (sentence.span,), rule)
    span = Span(trigger.idx, trigger.idx + len(trigger))
    return Record(node, span, None, tuple(claims))
