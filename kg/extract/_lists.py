"""Whom the phrases of an encounter mean: lists, their company, and which of them were met one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rdflib import URIRef

from kg.extract import _syntax
from kg.extract._lexicon import frame as words
from kg.model import Node
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_PLURAL = frozenset({"NNS", "NNPS"})
_AGENDA = 3  # so many names on the list of someone's plans are met one after the other

_SEAMS = frozenset({",", ";", "and", "between", "as", "well", "also"})  # what stands between two pairs


@dataclass(frozen=True, slots=True)
class Filler:
    """One who fills a role.

    Attributes:
        role: property of the ontology.
        node: who it is.
        function: syntactic function of the words that name it.
        is_apart: whether it was met apart from the others of a list.
        basis: the row of the registry by which a place stands for its state.
    """

    role: URIRef
    node: Node
    function: str
    is_apart: bool = False
    basis: str | None = None


def besides(name: str, trigger: Token) -> tuple[Token, ...]:
    """Return those who are added behind "as well as", whom the parser may hang on the verb of the list."""
    added = (c for c in trigger.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"})
    return tuple(added) if name == "with" and trigger.pos_ == "VERB" and _has_well(trigger) else ()


def _has_well(word: Token) -> bool:
    return any(t.lower_ == "well" for c in word.children if c.dep_ == "cc" for t in c.subtree)


def pairs(reading: Reading, trigger: Token, nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], ...]:
    """Return the pairs in which several are told ("between A and B, C and D"), none of one list."""
    behind = (m for m in reading.mentions if trigger.i < m.head < trigger.sent.end)
    told = [m for m in behind if any(n in nodes for n in m.actors)]
    seams = [{t.lower_ for t in reading.doc[a.end : b.start]} - {"the"} for a, b in pairwise(told)]
    within, across = seams[::2], seams[1::2]
    is_paired = len(told) % 2 == 0 and across and all(s == {"and"} for s in within)
    if not is_paired or any(s == {"and"} or not s <= _SEAMS for s in across):
        return ()
    each = [tuple(n for n in m.actors if n in nodes) for m in told]
    return tuple((*a, *b) for a, b in zip(each[::2], each[1::2], strict=True))


def is_several(reading: Reading, trigger: Token, word: Token, *, ahead: bool) -> bool:
    """Say whether there are several encounters: "meetings with A and B", "will meet A, B and C"."""
    apart = words("apart")
    within = (t for c in trigger.children if c.dep_ == "prep" for n in c.children for t in n.lefts)
    if any(t.lower_ in apart.cues for t in (*trigger.children, *within)):  # "met them in separate meetings"
        return True
    if _goes_on(trigger, word) or (trigger.tag_ == "NNS" and trigger.lemma_ in apart.nouns):
        return True
    members = _members(reading, word)
    if any(_has_well(t) for t in (trigger, word, *word.conjuncts)) or _are_heads(reading, members):
        return True
    if len(members) > 1 and places_behind(reading, trigger) >= len(members):
        return True  # "met A in Oslo, B in Bern and C in Rome"
    if not ahead:
        return False
    return len(members) >= _AGENDA or (len(members) > 1 and _are_named(reading, word, members))


def places_behind(reading: Reading, trigger: Token) -> int:
    """Return in how many places what a sentence tells behind a word was."""
    told = trigger.doc[trigger.i : trigger.sent.end]
    inner = (t for p in told if p.lower_ == "in" for t in p.children if t.dep_ == "pobj")
    return len({n for t in inner for n in reading.where(t)})


def _are_heads(reading: Reading, members: tuple[Node, ...]) -> bool:
    """Say whether a list is of the head of a state and that of its government: each receives for itself."""
    ranks = {o.rank for o in reading.offices if o.holder in members}
    lands = {reading.actor(n).country for n in members if n.kind == DIP.Person}
    return {DIP.HeadOfState, DIP.HeadOfGovernment} <= ranks and len(lands - {None}) < 2


def _are_named(reading: Reading, word: Token, members: tuple[Node, ...]) -> bool:
    """Say whether each of a list is named with an office: such persons are met one after the other."""
    titled = {o.holder for o in reading.offices}
    return all(n.kind == DIP.Person and n in titled for n in members) and _is_named(reading, word)


def _members(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return those whom a list means; the parser takes the middle of "A, B and C" for another name of A."""
    own = _met(reading, word)
    persons = tuple(n for n in own if n.kind == DIP.Person)
    if len(persons) > 1 and word.tag_ in _PLURAL and any(c.lower_ == "the" for c in word.children):
        own = persons  # "the negotiators of A and B, Berg and Lund", of which the parser makes three
    named = (t for t in (word, *word.conjuncts) if _is_named(reading, t))
    more = (n for t in named for c in _beside(t) if _is_person(reading, c) for n in reading.who(c))
    run = _run(reading, word) if any(n.kind == DIP.Person for n in own) else ()
    return tuple(dict.fromkeys((*own, *more, *run))) if own else own


def _beside(word: Token) -> Iterator[Token]:
    """Yield what the parser takes for other names of a word, with what is joined to those."""
    for child in word.children:
        if child.dep_ == "appos" or (child.dep_ == "conj" and word.dep_ == "appos"):
            yield child
            yield from _beside(child)


def _run(reading: Reading, word: Token) -> Iterator[Node]:
    """Yield the persons named one after the other behind a word, each with a title, whatever the syntax."""
    is_next = False
    for token in word.doc[word.i + 1 : word.sent.end]:
        is_open = token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or token.dep_ in {
            "nsubj",
            "nsubjpass",
            "relcl",
        }
        if is_open or (token.pos_ == "ADP" and token.lower_ not in {"of", "for"}):
            return
        is_next = is_next or token.text in {",", ";", "and"}
        mention = reading.mention(token)
        if is_next and mention is not None and mention.head == token.i and _is_named(reading, token):
            yield from mention.actors
            is_next = False


def _is_named(reading: Reading, word: Token) -> bool:
    """Say whether a word is the name of a person: beside one, another such name means another person."""
    mention = reading.mention(word)
    return mention is not None and mention.form == "name" and mention.actors[0].kind == DIP.Person


def _is_person(reading: Reading, word: Token) -> bool:
    """Say whether a word means a person of a name: "his counterpart Berg", but not "a lawyer"."""
    mention = reading.mention(word)
    is_known = mention is not None and mention.form in {"name", "title"}
    return is_known and mention is not None and mention.actors[0].kind == DIP.Person


def _met(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return whom a phrase means; for unnamed people or a joint body of several states these states."""
    found: dict[Node, None] = {}
    for token in reading.listed(word):
        mention = reading.mention(token)
        is_joint = token.lemma_.lower() in words("gathering").nouns
        if mention is not None and mention.states and (is_joint or mention.actors[0].kind == DIP.Group):
            found |= dict.fromkeys(mention.states)
        elif mention is not None and is_joint and token.lemma_.lower() not in words("body-of-states").nouns:
            continue  # the name of the gathering itself
        elif mention is not None:
            found |= dict.fromkeys(n for n in mention.actors if n.kind != DIP.Place)
    return tuple(found) or (reading.who(word) if reading.mention(word) is None else ())


def _goes_on(trigger: Token, word: Token) -> bool:
    """Say whether a word goes on with the list behind "including", which the parser tends to cut short."""
    between = trigger.doc[trigger.i : word.i]
    return word.dep_ == "dobj" and any(t.lower_ == "including" for t in between)


def people(reading: Reading, role: URIRef, name: str, word: Token) -> Iterator[Filler]:
    """Yield whom a phrase means, with their company; of "officials, including A and B" these, each apart."""
    leaders = tuple(n for t in _syntax.leaders(word) for n in reading.who(t))
    named = tuple(n for t in _syntax.company(word) for n in reading.who(t) if n not in leaders)
    group = _members(reading, word)
    listed = any(c.lower_ == "including" for c in word.children)
    if listed and named and any(n.kind == DIP.Group for n in group):
        others = tuple(n for n in group if n.kind != DIP.Group)
        yield from (Filler(role, n, name, is_apart=True) for n in (*named, *others))
        return
    yield from (Filler(role, n, name) for n in (*group, *named))
    for node in leaders:
        heads = node.kind == DIP.Person and any(n.kind == DIP.Group for n in group)
        yield Filler(DIP.headOfDelegation if heads else role, node, name)


def represented(reading: Reading, nodes: Sequence[Node]) -> set[Node]:
    """Return the states of those who met for which persons met: all where two persons are named."""
    persons = {n for n in nodes if n.kind == DIP.Person}
    lands = {reading.actor(n).country for n in persons}
    return {n for n in nodes if n.kind == DIP.State and (n in lands or len(persons) > 1)}
