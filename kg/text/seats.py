"""Of which state or body each office is, as the article or its publisher tells."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Node
from kg.registry import leaders
from kg.registry import titles as registry
from kg.registry.governments import may_have
from kg.registry.words import words
from kg.text import counterparts, whose
from kg.text.allegiance import (
    Seat,
    Told,
    inferred,
    is_of_state,
    known_leader,
    leads_elsewhere,
    named_leader,
    state_of,
)
from kg.text.material import Material
from kg.text.offices import Held
from kg.text.reading import Mention, Office
from kg.text.titles import TitlePhrase
from kg.text.tokens import Doc
from kg.vocab import DIP

_NEAR = 3  # tokens between two titles of a list
# Ranks that a title has at a body for want of a better one; what kind of body it is may tell it.
_OPEN = frozenset({"Official", "InternationalOfficial", "PartyOfficial", "Executive"})
_SEATS = {
    "seat of envoys": "Envoy",
    "seat of legislators": "Legislator",
    "seat of officials": "Official",
}


def offices(material: Material, home: str | None) -> tuple[Office, ...]:
    """Return the offices that stand with names, each with its state or body where that is told.

    What stands with the title comes first; then what the same person's title has elsewhere, the list that it
    stands in, the one state that has such an office, and at last the publisher's state.
    """
    told = Told(material, home)
    told_of = _merged(
        material, [h for h in material.held if counterparts.meant(material, h.title) is not None]
    )
    named = [(held, _known(material, held.title)) for held in told_of]
    beside = [(held, known, whose.beside(material, held, known)) for held, known in named]
    for held, known, seat in beside:
        if seat is not None:
            _note(told, held, known, seat)
    found = tuple(_office(told, held, known, seat) for held, known, seat in beside)
    return (*found, *_of_leaders(told))


def completed(material: Material, offices: Iterable[Office], mentions: Iterable[Mention]) -> Iterator[Office]:
    """Yield the offices, one without a state with that of a title elsewhere that means its holder alone.

    "The Syrian ambassador came. Ambassador Weber said …"
    """
    held = {h.title for h in material.held}
    phrases = {t.title: t for t in material.titles if t not in held and t.state is not None}
    told: dict[tuple[Node, str], set[str]] = {}
    for each in mentions:
        phrase = phrases.get((each.start, each.end))
        if phrase is not None and phrase.state is not None and len(each.actors) == 1:
            name = _known(material, phrase).name
            told.setdefault((each.actors[0], name), set()).add(phrase.state)
    for office in offices:
        found = told.get((office.holder, office.office), set())
        is_open = office.body is None and len(found) == 1
        yield replace(office, body=material.state(*found)) if is_open else office


def unnamed(material: Material, mentions: Iterable[Mention]) -> tuple[Office, ...]:
    """Return the offices of persons told by their title alone, where a state or body stands with it."""
    phrases = {(t.start, t.end): t for t in material.titles}
    found = (
        (m.actors[0], phrases[m.words]) for m in mentions if m.form == "description" and m.words in phrases
    )
    told = ((holder, t, whose.told_with(material, t)) for holder, t in found)
    return tuple(
        _worded(material, t, _known(material, t), (holder, seat, None))
        for holder, t, seat in told
        if seat is not None and t.entry.office not in words("no office alone")
    )


def _of_leaders(told: Told) -> Iterator[Office]:
    """Yield the offices told of nobody's name that known persons hold whom the article names elsewhere."""
    material, seen = told.material, set[tuple[Node, str]]()
    held = {h.title for h in material.held}
    for title in material.titles:
        known = _known(material, title)
        seat = whose.told_with(material, title)
        is_current = all(word.effect in {"acting", "none"} for word in known.modifiers)
        if title in held or title.is_plural or not is_current or seat is None or seat.kind != DIP.State:
            continue
        holder = named_leader(told, known, seat)
        if holder is not None and (holder, known.name) not in seen:
            seen.add((holder, known.name))
            yield _worded(material, title, known, (holder, seat, leaders.FILE))


def _merged(material: Material, held: list[Held]) -> list[Held]:
    """Return the offices, two of one person in a body that "and" joins as one: "CEO and Co-Founder of it"."""
    found: list[Held] = []
    for each in held:
        before = found[-1] if found else None
        if (
            before is not None
            and before.holder == each.holder
            and _is_one(material, before.title, each.title)
        ):
            tokens = (before.title.title[0], each.title.title[1])
            body = before.title.body or each.title.body
            found[-1] = replace(before, title=replace(before.title, title=tokens, body=body))
        else:
            found.append(each)
    return found


def _is_one(material: Material, before: TitlePhrase, title: TitlePhrase) -> bool:
    """Say whether two titles stand side by side in one body."""
    between = material.doc[before.end : title.start]
    beside = before.end == before.title[1] and len(between) == 1 and between[0].lower_ in {"and", "&"}
    is_told = before.body is None or title.body is None
    of = {before.entry.of, title.entry.of}
    return beside and is_told and "body" in of and "state" not in of and title.title[0] - title.start <= 1


def listed(material: Material) -> dict[Node, Node]:
    """Return the state of the group each holder is named as one of: "Azerbaijani officials, including A"."""
    found = ((held.holder, next(_group_states(material, held.title.start), None)) for held in material.held)
    return {material.node_of[holder]: material.state(key) for holder, key in found if key is not None}


def _known(material: Material, title: TitlePhrase) -> registry.Office:
    return registry.office(_wording(material, title)) or registry.Office(
        (counterparts.meant(material, title) or title).entry, ()
    )


def _wording(material: Material, title: TitlePhrase) -> str:
    """Return a title as worded without its state: "former President" of "former Italian President"."""
    phrase = counterparts.meant(material, title) or title
    wording = material.words(material.span(*phrase.title))
    if phrase.is_plural:
        noun = material.doc[phrase.head].text
        wording = wording.replace(noun, _singular(noun))
    lead = material.doc[slice(*phrase.lead)].text
    more = material.words(material.span(*phrase.more)) if phrase.more is not None else ""
    return f"{lead} {wording} {more}".strip()


def _note(told: Told, held: Held, known: registry.Office, seat: Node) -> None:
    holder = told.material.node_of[held.holder]
    told.of.setdefault(holder, {}).setdefault(known.name, seat)
    if seat.registry is not None and seat.kind == DIP.State:
        told.states[held.holder.end] = seat.registry
        if not known.is_former:
            told.holders.setdefault((seat.registry, known.name), holder)


def _office(told: Told, held: Held, known: registry.Office, seat: Node | None) -> Office:
    material, holder, basis = told.material, told.material.node_of[held.holder], None
    if seat is None:
        seat, basis = _found(told, held, known)
        if seat is not None:
            _note(told, held, known, seat)
    office = _worded(material, held.title, known, (holder, seat, basis))
    fuller = (name for name, of in told.of.get(holder, {}).items() if of == seat)
    short = f"{known.name} of"  # "Secretary Weber", of the Secretary of State
    return replace(office, office=next((name for name in fuller if name.startswith(short)), known.name))


def _found(told: Told, held: Held, known: registry.Office) -> Seat:
    """Return the state or body of an office that stands without one, and what tells it."""
    seat = _elsewhere(told, told.material.node_of[held.holder], known)
    if seat is not None:
        return seat, None
    seat, basis = known_leader(told, held, known)
    if seat is not None:
        return seat, basis
    seat = _listed(told, held, known) or _colleague(told, held, known)
    return (seat, None) if seat is not None else inferred(told, held, known)


def _colleague(told: Told, held: Held, known: registry.Office) -> Node | None:
    """Return the body of the one named before in the sentence: "the Bank's Chairman, A; the Director, B"."""
    if known.title.of != "body":
        return None
    material = told.material
    start = material.doc[held.title.start].sent.start
    for each in reversed(material.held):
        if start <= each.title.start < held.title.start and each.holder != held.holder:
            seats = told.of.get(material.node_of[each.holder], {})
            bodies = [seat for seat in seats.values() if seat.kind == DIP.Organization]
            return bodies[0] if bodies else None
    return None


def _worded(
    material: Material, title: TitlePhrase, known: registry.Office, of: tuple[Node, Node | None, str | None]
) -> Office:
    """Return the office of a holder at a state or body, with what tells the latter, as the title words it."""
    holder, seat, basis = of
    span = material.span(*title.title)
    state = seat.registry if seat is not None and seat.kind == DIP.State else None
    is_body = seat is not None and seat.kind != DIP.State
    rank = known.rank_in(state, body=is_body)
    if is_body and seat is not None and seat.registry is None and rank in _OPEN:
        rank = _rank_at(seat) or rank
    return Office(holder, _wording(material, title), seat, span, DIP[rank], known.name, basis)


def _rank_at(seat: Node) -> str | None:
    """Return the rank that a kind of body gives to an office there, None where it gives none."""
    names = set(seat.key.partition(":")[2].replace("-", " ").split())
    return next((rank for name, rank in _SEATS.items() if names & words(name)), None)


def _singular(noun: str) -> str:
    """Return a noun in the singular.

    >>> _singular("Secretaries"), _singular("Directors")
    ('Secretary', 'Director')
    """
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _elsewhere(told: Told, holder: Node, known: registry.Office) -> Node | None:
    """Return the state or body of the same office told elsewhere, else the state of another one."""
    seats = told.of.get(holder, {})
    told_seats = (
        (name, seat) for name, seat in seats.items() if name == known.name or seat.kind == DIP.State
    )
    same = next((seat for name, seat in told_seats if _is_same(name, known.name)), None)
    if same is not None:
        return same
    states = (s for s in seats.values() if s.registry is not None and s.kind == DIP.State)
    is_own = is_of_state(known) or known.title.rank == "Envoy"
    return next((s for s in states if is_own and may_have(s.registry or "", known.name)), None)


def _is_same(one: str, other: str) -> bool:
    """Say whether two normalised offices are one, or the shorter is the start of the longer ("minister")."""
    return one == other or one.startswith(f"{other} of") or other.startswith(f"{one} of")


def _listed(told: Told, held: Held, known: registry.Office) -> Node | None:
    """Return the state of a list that a title without one stands in.

    "Azerbaijani officials, including Prime Minister A"; "Polish President A and Prime Minister B".
    """
    material, start = told.material, held.title.start
    keys = (*_group_states(material, start), *_neighbour_states(told, start))
    fitting = (k for k in keys if may_have(k, known.name) and (k, known.name) not in told.holders)
    fitting = (k for k in fitting if not leads_elsewhere(told, held, k))
    return next((material.state(k) for k in fitting), None)


def _group_states(material: Material, start: int) -> Iterator[str]:
    doc = material.doc
    sentence = doc[start].sent.start
    for each in reversed(material.descriptions):
        is_before = sentence <= each.start and each.end <= start and each.kind == DIP.Group
        lead = _lead(doc, each.end, start) if is_before else None
        if lead is not None:
            named = (state_of(h) for h in material.hits if each.start <= h.start < lead)
            told = (each.state, *named)
            yield from (key for key in told if key is not None)


def _lead(doc: Doc, end: int, start: int) -> int | None:
    """Return the word between a group and a name that makes the name an example of it: "including"."""
    return next((t.i for t in doc[end:start] if t.lower_ in words("before examples")), None)


def _neighbour_states(told: Told, start: int) -> Iterator[str]:
    doc = told.material.doc
    for i in range(start, max(doc[start].sent.start, start - _NEAR), -1):
        if i in told.states and all(t.is_punct or t.lower_ in {"and", "the"} for t in doc[i:start]):
            yield told.states[i]
