"""Who fills the roles of an evoked frame: everyone of one event, or those of several told in one breath."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef
from spacy.tokens import Token

from kg.extract import _clause, _lands, _syntax
from kg.extract._frames import Frame, Slot, carriers
from kg.extract._lexicon import frame as words
from kg.model import Node
from kg.text.reading import Reading
from kg.vocab import DIP

OTHERWISE = "else"  # in a slot: what follows counts only where nothing before it was found
PAIRS = (DIP.Meeting, DIP.Call)  # of two at least
_LISTED = frozenset({"with", "object", "carrier-with"})
_NAMING = frozenset({"compound", "of", "poss", "between", "among"})
_AGENDA = 3  # so many names on the list of someone's plans are met one after the other


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame whose roles are filled.

    Attributes:
        frame: the frame.
        trigger: the word that evokes it.
        roles: pairs of property and filler, in the order of the slots, each once.
        bases: the rows of the registry by which the place that is named stands for a state, with the state.
    """

    frame: Frame
    trigger: Token
    roles: tuple[tuple[URIRef, Node], ...]
    bases: tuple[tuple[Node, str], ...] = ()

    @property
    def actors(self) -> tuple[Node, ...]:
        """Those who take part, each once."""
        return tuple(dict.fromkeys(n for r, n in self.roles if r != DIP.place))


@dataclass(frozen=True, slots=True)
class _Filler:
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


def fill(reading: Reading, frame: Frame, trigger: Token, *, ahead: bool) -> tuple[Filled, ...]:
    """Return a frame with its roles filled, none where it lacks what it needs.

    Args:
        reading: the article.
        frame: the frame.
        trigger: the word that evokes it.
        ahead: whether it is told as yet to come.
    """
    found: list[_Filler] = []
    for slot in frame.slots:
        fillers = tuple(_fillers(reading, slot, trigger, ahead=ahead))
        if slot.needed and not fillers:
            return ()
        found += fillers
    if frame.kind in PAIRS:
        found = _persons_first(found)
        told = {f.function for f in found if f.role != DIP.place}
        if told <= _LISTED or (told <= {"carrier-subject"} and _is_adjunct(trigger)):
            return ()  # only one side is told, or the meeting was told before
    apart = list(dict.fromkeys(f.node for f in found if f.is_apart))
    bases = tuple((f.node, f.basis) for f in found if f.basis is not None)
    filled = Filled(frame, trigger, _once(found), bases)
    if frame.kind not in PAIRS or len(apart) < 2:
        return (filled,) if _is_enough(filled, found) else ()
    return tuple(f for node in apart if _is_enough(f := _with_one(filled, node, apart)))


def _is_adjunct(noun: Token) -> bool:
    """Say whether a noun only says when something else was done ("During the talks they signed")."""
    is_known = any(c.lower_ in {"the", "this", "these"} for c in noun.children)
    return is_known and noun.dep_ == "pobj" and noun.head.lower_ in words("beside").cues - {"in", "at"}


def _persons_first(found: list[_Filler]) -> list[_Filler]:
    """Leave the states out where persons are named who met for them."""
    persons = {f.node for f in found if f.node.kind == DIP.Person}
    if len(persons) < 2:
        return found
    return [f for f in found if f.role == DIP.place or f.node.kind != DIP.State]


def _with_one(filled: Filled, node: Node, apart: Sequence[Node]) -> Filled:
    """Return the encounter with one of those who were met one by one."""
    return replace(filled, roles=tuple((r, n) for r, n in filled.roles if n == node or n not in apart))


def _once(found: Sequence[_Filler]) -> tuple[tuple[URIRef, Node], ...]:
    """Return the roles with each actor in one of them, the most special; a place may be a host as well."""
    special = {f.node for f in found if f.role not in {DIP.participant, DIP.place}}
    heads = {f.node for f in found if f.role == DIP.headOfDelegation}
    kept = (
        (f.role, f.node)
        for f in found
        if f.role in {DIP.place, DIP.headOfDelegation}
        or (f.node not in heads and (f.role != DIP.participant or f.node not in special))
    )
    return tuple(dict.fromkeys(kept))


def _is_enough(filled: Filled, found: Sequence[_Filler] = ()) -> bool:
    if filled.frame.kind == DIP.Visit:
        return bool(filled.actors) and _leads_somewhere(filled)
    if filled.frame.kind not in PAIRS:
        return bool(filled.actors)
    # A gathering of many named after its convener ("the OPEC summit") tells of nobody who came.
    came = any(f.role != DIP.place and f.function not in _NAMING for f in found)
    return len(filled.actors) > 1 or (came and filled.trigger.lemma_.lower() in filled.frame.alone)


def _leads_somewhere(filled: Filled) -> bool:
    """Say whether a visit has a place, or words for one that is not known; "her visit" is one told before."""
    trigger = filled.trigger
    if any(role == DIP.place for role, _ in filled.roles) or trigger.dep_ == "amod":
        return True
    if trigger.pos_ == "VERB":
        return any(t.pos_ == "PROPN" for word in _clause.direct(trigger) for t in word.subtree)
    named = any(t.dep_ == "compound" and t.pos_ == "PROPN" for t in trigger.lefts)
    return named or not any(t.dep_ == "poss" for t in trigger.lefts)


def _fillers(reading: Reading, slot: Slot, trigger: Token, *, ahead: bool) -> Iterator[_Filler]:
    carrying = _syntax.carrier(trigger, carriers()) if not _clause.is_verbal(trigger) else None
    is_found = False
    for name in slot.functions:
        if name == OTHERWISE and is_found:
            return
        for word in _syntax.function(name, trigger, carrying):
            for filler in _meant(reading, slot, name, word):
                is_list = name in _LISTED and _is_several(reading, trigger, word, ahead=ahead)
                is_found = True
                yield replace(filler, is_apart=filler.is_apart or is_list)


def _meant(reading: Reading, slot: Slot, name: str, word: Token) -> Iterator[_Filler]:
    """Yield those of the kinds of a slot whom a phrase means, places for a slot of places."""
    if slot.role == DIP.place:
        before = (n for c in word.lefts if c.dep_ == "compound" for n in reading.where(c))
        yield from (_Filler(DIP.place, n, name) for n in reading.where(word) or before)  # "Oslo airport"
        return
    if DIP.Place in slot.kinds:
        for state, basis in _lands.of_place(reading, word):
            yield _Filler(slot.role, state, name, basis=basis)
    people = _lands.of_people(reading, word) if name.endswith("nation") else None
    if people is not None:
        yield _Filler(slot.role, people, name)
    for filler in _people(reading, slot.role, name, word):
        if not slot.kinds or filler.node.kind in slot.kinds:
            yield filler


def _is_several(reading: Reading, trigger: Token, word: Token, *, ahead: bool) -> bool:
    """Say whether there are several encounters: "meetings with A and B", "will meet A, B and C"."""
    apart = words("apart")
    if any(t.lower_ in apart.cues for t in trigger.children):
        return True
    if trigger.tag_ == "NNS" and trigger.lemma_ in apart.nouns:
        return True
    if _goes_on(trigger, word):
        return True
    links = (c for t in (word, *word.conjuncts) for c in t.children if c.dep_ == "cc")
    besides = any(t.lower_ == "well" for c in links for t in c.subtree)
    return besides or (ahead and len(_members(reading, word)) >= _AGENDA)


def _members(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return those whom a list means; the parser takes the middle of "A, B and C" for another name of A."""
    own = _met(reading, word)
    middle = (c for t in (word, *word.conjuncts) for c in t.children if c.dep_ == "appos")
    more = (n for c in middle for n in reading.who(c) if n.kind == DIP.Person)
    is_list = any(t.dep_ == "conj" for t in word.children) and all(n.kind == DIP.Person for n in own)
    return tuple(dict.fromkeys((*own, *more))) if is_list and own else own


def _met(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return whom a phrase means; for unnamed people or a joint body of several states these states."""
    found: dict[Node, None] = {}
    for token in (word, *word.conjuncts) if word.dep_ != "conj" else (word,):
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


def _people(reading: Reading, role: URIRef, name: str, word: Token) -> Iterator[_Filler]:
    """Yield whom a phrase means, with their company; of "officials, including A and B" these, each apart."""
    leaders = tuple(n for t in _syntax.leaders(word) for n in reading.who(t))
    named = tuple(n for t in _syntax.company(word) for n in reading.who(t) if n not in leaders)
    group = _members(reading, word)
    listed = any(c.lower_ == "including" for c in word.children)
    if listed and named and any(n.kind == DIP.Group for n in group):
        others = tuple(n for n in group if n.kind != DIP.Group)
        yield from (_Filler(role, n, name, is_apart=True) for n in (*named, *others))
        return
    yield from (_Filler(role, n, name) for n in (*group, *named))
    for node in leaders:
        heads = node.kind == DIP.Person and any(n.kind == DIP.Group for n in group)
        yield _Filler(DIP.headOfDelegation if heads else role, node, name)
