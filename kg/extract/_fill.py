"""Who fills the roles of an evoked frame: everyone of one event, or those of several told in one breath."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.extract import _clause, _gatherings, _journeys, _lands, _lists, _relief, _roster, _syntax
from kg.extract._attachment import attached
from kg.extract._frames import Frame, Slot, carriers
from kg.extract._lexicon import frame as words
from kg.extract._lists import Filler
from kg.model import Node
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

OTHERWISE = "else"  # in a slot: what follows counts only where nothing before it was found
_LAST = "last"  # a function of no word: those who met before and meet again
_ALONG = "along"  # the same: those who went along, wherever in the clause they are told
HELPED = "helped"  # in a slot: those who were helped by what was told last
PAIRS = (DIP.Meeting, DIP.Call)  # of two at least
MET = frozenset({*PAIRS, DIP.Visit})  # of those who may come with others
_MISSIONS = (DIP.EmbassyOpened, DIP.EmbassyClosed)
_ABROAD = frozenset({"embassy", "consulate", "mission"})  # nouns of bodies that a state sends
_LISTED = frozenset({"with", "object", "carrier-with", "held-with", "from", _ALONG})
_EACH = _LISTED | {"on", "upon", "carrier-on"}  # phrases whose members may be met one by one
_THREE = 3
_NAMING = frozenset({"compound", "of", "poss", "between", "among"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame whose roles are filled.

    Attributes:
        frame: the frame.
        trigger: the word that evokes it.
        roles: pairs of property and filler, in the order of the slots, each once.
        bases: the rows of the registry by which the place that is named stands for a state, with the state.
        is_again: whether it is told only as another one of those who met in one told before.
    """

    frame: Frame
    trigger: Token
    roles: tuple[tuple[URIRef, Node], ...]
    bases: tuple[tuple[Node, str], ...] = ()
    is_again: bool = False

    @property
    def actors(self) -> tuple[Node, ...]:
        """Those who take part, each once."""
        return tuple(dict.fromkeys(n for r, n in self.roles if r != DIP.place))


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an event before its roles are filled.

    Attributes:
        ahead: whether it is told as yet to come.
        leading: who did what was told last: one who meets others, where only these are told.
        last: who met in each encounter told before, the last first: they meet again in "the next round".
        helped: whom the help told last went to, or the title speaks of: further givers help the same.
        unsaid: who tells of himself without "I" ("Had good talks with A").
    """

    ahead: bool
    leading: tuple[Node, ...] = ()
    last: tuple[tuple[Node, ...], ...] = ()
    helped: tuple[Node, ...] = ()
    unsaid: tuple[Node, ...] = ()


def fill(reading: Reading, frame: Frame, trigger: Token, setting: Setting) -> tuple[Filled, ...]:
    """Return a frame with its roles filled, none where it lacks what it needs.

    Args:
        reading: the article.
        frame: the frame.
        trigger: the word that evokes it.
        setting: what is known of it.
    """
    if frame.kind in PAIRS and _is_none(reading, trigger, setting):
        return ()
    found = _gathered(reading, frame, trigger, setting)
    if found is None:
        return ()
    if frame.kind == DIP.Aid and not any(_lands.is_tied(reading, f.node) for f in found):
        return ()  # what a ministry or a company gives to people at home is no act of diplomacy
    bases = tuple((f.node, f.basis) for f in found if f.basis is not None)
    filled = Filled(frame, trigger, _once(found), bases, any(f.function == _LAST for f in found))
    apart = list(dict.fromkeys(f.node for f in found if f.is_apart))
    if frame.kind == DIP.Mediation:
        return _for_each_pair(reading, filled)
    if frame.kind not in PAIRS or len(apart) < 2:
        return (filled,) if _is_enough(filled, found) else ()
    if _lists.places_behind(reading, trigger) > 1:  # each has a place of its own
        filled = replace(filled, roles=tuple((r, n) for r, n in filled.roles if r != DIP.place))
    return tuple(f for node in apart if _is_enough(f := _with_one(filled, node, apart)))


def _gathered(reading: Reading, frame: Frame, trigger: Token, setting: Setting) -> list[Filler] | None:
    """Return who fills the slots of a frame, None where one lacks that is needed."""
    found: list[Filler] = []
    for slot in frame.slots:
        given = {f.node for f in found}
        fillers = tuple(_fillers(reading, slot, trigger, setting))
        if frame.kind == DIP.Aid and slot.role == DIP.participant:
            states = (_served(reading, f) for f in fillers)
            fillers = tuple(f for f in states if f.node not in given)  # nobody helps himself
        if slot.needed and not fillers:
            return None
        found += fillers
    if found and frame.kind in MET:
        role = DIP.visitor if frame.kind == DIP.Visit else DIP.participant
        found += (
            Filler(role, n, _ALONG) for n in _roster.along(reading, trigger, is_met=frame.kind in PAIRS)
        )
    if frame.kind in PAIRS:
        return _met(reading, found, trigger, setting)
    return [_sending(reading, f) for f in found] if frame.kind in _MISSIONS else found


def _served(reading: Reading, filler: Filler) -> Filler:
    """Return one who is helped as the state on behalf of which somebody gives thanks."""
    state = reading.actor(filler.node).country if filler.node.kind == DIP.Person else None
    return replace(filler, node=state) if state is not None and filler.function == "subject" else filler


def _met(reading: Reading, found: list[Filler], trigger: Token, setting: Setting) -> list[Filler] | None:
    """Return those who met, with those whom the text lets one add; None where one side alone is told."""
    if not any(f.function == "between" for f in found) and any(_clause.after(trigger, "between")):
        return None  # who hosts talks between others is not all of those who met
    found = _persons_first(reading, found)
    told = {f.function for f in found if f.role != DIP.place}
    again = _again(reading, trigger, setting, {f.node for f in found if f.role != DIP.place})
    found += (Filler(DIP.participant, n, _LAST) for n in again)
    told |= {_LAST} if again else set()
    leading = setting.unsaid or (setting.leading if _gatherings.is_on_agenda(trigger) else ())
    if told and told <= _LISTED and leading:
        return [*found, *(Filler(DIP.participant, n, "leading") for n in leading)]
    was_told = told <= {"carrier-subject"} and _gatherings.is_adjunct(trigger)
    return None if told <= _LISTED or was_told else found


def _for_each_pair(reading: Reading, filled: Filled) -> tuple[Filled, ...]:
    """Return a mediation for each pair that it was between."""
    others = tuple(n for r, n in filled.roles if r == DIP.participant)
    pairs = _lists.pairs(reading, filled.trigger, others) or (others,)
    return tuple(replace(filled, roles=_among(filled, pair, others)) for pair in pairs)


def _is_none(reading: Reading, noun: Token, setting: Setting) -> bool:
    """Say whether a noun tells of no encounter: talks under way, or the body that somebody speaks for."""
    if setting.ahead and _gatherings.is_under_way(noun):
        return True
    holder = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    mention = reading.mention(holder)
    return holder != noun and mention is not None and mention.form == "title"


def _sending(reading: Reading, filler: Filler) -> Filler:
    """Return a filler with the state whose mission it is: "The Swiss Embassy was closed"."""
    if filler.node.kind != DIP.Organization or _ABROAD.isdisjoint(filler.node.key.split()):
        return filler
    state = reading.actor(filler.node).country
    return replace(filler, node=state) if state is not None else filler


def _again(reading: Reading, noun: Token, setting: Setting, told: set[Node]) -> tuple[Node, ...]:
    """Return who meets again in another encounter of a row: those of the last one that has all who are told.

    They are states where states are told; in one of the past, before which others may have met for them,
    always.
    """
    if not _is_of_row(reading, noun, setting):
        return ()
    least = _THREE if "trilateral" in {noun.lower_, *(c.lower_ for c in noun.children)} else 2
    for met in setting.last:
        states = tuple(n for n in met if n.kind == DIP.State)
        lands = (reading.actor(n).country for n in met)
        several = states or (met if setting.ahead else tuple(dict.fromkeys(n for n in lands if n)))
        if told <= set(several) and len(several) >= least:
            return several
    return ()


def _is_of_row(reading: Reading, noun: Token, setting: Setting) -> bool:
    """Say whether a noun means another one of a row: "The next round will be held in Oslo".

    One of the past needs a time of its own, for else it may be the one told last.
    """
    verb = _syntax.carrier(noun, carriers()) if noun.dep_ in {"nsubj", "nsubjpass"} else None
    before = {c.lower_ for c in noun.children}
    if verb is None or not before & words("further").cues:
        return False
    others = (t for t in _clause.after(noun, "of") if t.lemma_.lower() not in words("encounter").nouns)
    if setting.ahead or verb.lemma_ == "be" or any(_clause.after(noun, "with")):
        return setting.ahead and not any(others)
    return bool(before & words("former").cues) or bool(attached(reading, noun))


def _persons_first(reading: Reading, found: list[Filler]) -> list[Filler]:
    """Leave the states out where persons are named who met for them."""
    states = _lists.represented(reading, [f.node for f in found if f.role != DIP.place])
    return [f for f in found if f.role == DIP.place or f.node not in states]


def _among(filled: Filled, kept: Sequence[Node], others: Sequence[Node]) -> tuple[tuple[URIRef, Node], ...]:
    """Return the roles without those of others who are not kept."""
    return tuple((r, n) for r, n in filled.roles if n in kept or n not in others)


def _with_one(filled: Filled, node: Node, apart: Sequence[Node]) -> Filled:
    """Return the encounter with one of those who were met one by one."""
    return replace(filled, roles=_among(filled, (node,), apart))


def _once(found: Sequence[Filler]) -> tuple[tuple[URIRef, Node], ...]:
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


def _is_enough(filled: Filled, found: Sequence[Filler] = ()) -> bool:
    if filled.frame.kind == DIP.Visit:
        leads = DIP.place in dict(filled.roles) or _journeys.leads_somewhere(filled.trigger)
        is_new = leads and not _journeys.is_told_before(filled.trigger)
        return bool(filled.actors) and is_new and _journeys.is_visit(filled.actors)
    if filled.frame.kind not in PAIRS:
        return bool(filled.actors)
    # A gathering of many named after its convener ("the OPEC summit") tells of nobody who came.
    came = any(f.role != DIP.place and f.function not in _NAMING for f in found)
    is_one = filled.trigger.lemma_.lower() in filled.frame.alone and not _gatherings.is_told_before(
        filled.trigger
    )
    several = len(filled.actors) > 1 or (came and is_one)
    return several or _is_convened(filled, found)


def _is_convened(filled: Filled, found: Sequence[Filler]) -> bool:
    """Say whether a body is told to have met: "a session of the Council was held", "the Council met"."""
    bodies = [n for n in filled.actors if n.kind == DIP.Organization]
    if len(filled.actors) != 1 or not bodies:
        return False
    trigger, told = filled.trigger, {f.function for f in found if f.role != DIP.place}
    if trigger.pos_ == "VERB":
        named = set(bodies[0].key.replace(":", "-").replace(" ", "-").split("-"))
        return (
            told == {"subject"} and words("convened").match(trigger) and bool(named & words("convened").cues)
        )
    is_held = trigger.dep_ in {"nsubj", "nsubjpass"} and _syntax.carrier(trigger, carriers()) is not None
    return told <= _NAMING and is_held and trigger.lemma_.lower() in words("convened").nouns


def _fillers(reading: Reading, slot: Slot, trigger: Token, setting: Setting) -> Iterator[Filler]:
    carrying = _syntax.carrier(trigger, carriers()) if not _clause.is_verbal(trigger) else None
    is_found = False
    for name in slot.functions:
        if name == OTHERWISE and is_found:
            return
        if name == HELPED:
            helped = () if _relief.leads_elsewhere(reading, trigger, setting.helped) else setting.helped
            yield from (Filler(slot.role, node, name) for node in helped)
            continue
        for word in (*_syntax.function(name, trigger, carrying), *_lists.besides(name, trigger)):
            for filler in _meant(reading, slot, name, word):
                is_list = name in _EACH and _lists.is_several(reading, trigger, word, ahead=setting.ahead)
                is_found = True
                yield replace(filler, is_apart=filler.is_apart or is_list)


def _meant(reading: Reading, slot: Slot, name: str, word: Token) -> Iterator[Filler]:
    """Yield those of the kinds of a slot whom a phrase means, places for a slot of places."""
    if slot.role == DIP.place:
        yield from (Filler(DIP.place, node, name) for node in _lands.spots(reading, word))
        return
    if DIP.Place in slot.kinds:
        for state, basis in _lands.of_place(reading, word):
            yield Filler(slot.role, state, name, basis=basis)
    people = _lands.of_people(reading, word) if name.endswith("nation") else None
    if people is not None:
        yield Filler(slot.role, people, name)
    for filler in _lists.people(reading, slot.role, name, word):
        if not slot.kinds or filler.node.kind in slot.kinds:
            yield filler
