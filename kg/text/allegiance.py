"""Of which state or body an office is where no words beside the title tell it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.model import Node
from kg.registry import leaders
from kg.registry import titles as registry
from kg.registry.governments import may_have, only_state
from kg.registry.organisations import organisation_keys
from kg.registry.places import places
from kg.registry.states import by_name
from kg.text.gazetteer import Hit
from kg.text.material import Material
from kg.text.offices import Held
from kg.vocab import DIP, local

_DOMESTIC = frozenset(
    {
        "HeadOfState",
        "HeadOfGovernment",
        "DeputyHeadOfState",
        "DeputyHeadOfGovernment",
        "Minister",
        "DeputyMinister",
        "Royal",
        "Legislator",
        "Spokesperson",
    }
)
_SINGLE = frozenset({"HeadOfState", "HeadOfGovernment"})  # ranks that one person alone has in a state
_ABROAD = frozenset({"InternationalOfficial", "Executive", "Judge"})  # ranks that say nothing of a state
_OFTEN = 3  # times that a state is named before an office elsewhere in the article is taken for its own
Seat = tuple[Node | None, str | None]  # the state or body, and what tells it where no words do


@dataclass(slots=True)
class Told:
    """What is known while the offices of an article are gone through.

    Attributes:
        material: the article.
        home: key of the publisher's state.
        of: the state or body of each holder's office, by holder and normalised office.
        states: the state of the office told last for a name, by where the name ends.
        holders: who holds an office of a state, by state and normalised office.
    """

    material: Material
    home: str | None
    of: dict[Node, dict[str, Node]] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    holders: dict[tuple[str, str], Node] = field(default_factory=dict)


def is_of_state(known: registry.Office) -> bool:
    """Say whether an office without a state or body is one of a state."""
    return known.title.of == "state" or (known.title.of == "any" and known.title.rank in _DOMESTIC)


def known_leader(told: Told, held: Held, known: registry.Office) -> Seat:
    """Return the state or body that a well-known holder speaks for, where the article names it."""
    material, holder = told.material, told.material.node_of[held.holder]
    forms = next(c.forms for c in material.clusters if held.holder in c.names)
    name = max(forms, key=lambda form: len(form.split()))
    title = known.title
    if title.of != "body" and title.rank not in _ABROAD:
        named = {h.key for h in material.hits if h.is_state and may_have(h.key, known.name)}
        key = leaders.speaks_for(name, title.rank, named)
        if key is not None:
            return material.state(key), leaders.FILE
    if title.of == "state":
        return None, None
    bodies = {n.registry for n in material.node_of.values() if n.kind == DIP.Organization and n.registry}
    key = leaders.speaks_for(name, "HeadOfState" if title.of == "body" else title.rank, bodies)
    if key is None:
        return None, None
    kind = local(DIP.Organization).lower()
    return Node(holder.article, DIP.Organization, f"{kind}:{key}", key), leaders.FILE


def leads_elsewhere(told: Told, held: Held, state: str) -> bool:
    """Say whether a holder named in full is known as the head or foreign minister of other states alone."""
    forms = next(c.forms for c in told.material.clusters if held.holder in c.names)
    led = leaders.led_by(max(forms, key=lambda form: len(form.split())))
    return bool(led) and state not in led


def named_leader(told: Told, known: registry.Office, seat: Node) -> Node | None:
    """Return the one person known to hold an office of a state whom the article names in full."""
    found = set[Node]()
    for cluster in told.material.clusters:
        name = max(cluster.forms, key=lambda form: len(form.split()))
        is_person = cluster.kind == DIP.Person and _leads(known)
        if is_person and leaders.leads(name, known.title.rank, seat.registry or ""):
            found.add(cluster.node(told.material.article))
    return found.pop() if len(found) == 1 else None


def _leads(known: registry.Office) -> bool:
    return known.title.rank in _SINGLE or known.title.office == "minister of foreign affairs"


def inferred(told: Told, held: Held, known: registry.Office) -> Seat:
    """Return the state of an office by what else is known, and what tells it.

    That is the one state that has such an office, if the article names it; the publisher's, for its envoys
    abroad, and for its own offices if anything of it is named; the state named nearest in the sentence; the
    one that the article names most; at last the publisher's.
    """
    material, key, home = told.material, only_state(known.name), told.home
    if key is not None and any(hit.is_state and hit.key == key for hit in material.hits):
        return material.state(key), "governments.tsv"
    named = _named(material)
    is_at_home = home is not None and _is_domestic(told, held, known, home)
    if is_at_home and home is not None and (home in named or known.title.rank == "Envoy"):
        return material.state(home), "publisher"
    candidates = (*_near_states(material, held), *(_foremost(named) if home is None else ()))
    for each in candidates:
        if each != home and _is_domestic(told, held, known, each):
            return material.state(each), None
    return (material.state(home), "publisher") if is_at_home and home is not None else (None, None)


def _named(material: Material) -> Counter[str]:
    """Return how often each state is named, by its own name or by a body or place of it."""
    found = [state_of(hit) for hit in material.hits]
    joined = (part for t in material.doc if "-" in t.text for part in t.text.split("-"))
    found += [state.key for part in joined if (state := by_name(part)) is not None]  # "U.S.-Japan"
    return Counter(key for key in found if key is not None)


def state_of(hit: Hit) -> str | None:
    """Return the key of the state that a name means, or that what it names belongs to."""
    if hit.is_state:
        return hit.key
    if hit.kind == "organisation":
        return organisation_keys()[hit.key].state
    return _seat_of_place().get(hit.key) if hit.kind == "place" else None


@cache
def _seat_of_place() -> dict[str, str | None]:
    return {place.key: place.state for place in places()}


def _foremost(named: Counter[str]) -> Iterator[str]:
    """Yield the state that is named often, and oftener than all others together."""
    most = named.most_common(1)
    yield from (key for key, count in most if count >= _OFTEN and 2 * count > named.total())


def _is_domestic(told: Told, held: Held, known: registry.Office, state: str) -> bool:
    """Say whether an office may be one of a state, and nobody else has it there."""
    if leads_elsewhere(told, held, state):
        return False
    if known.title.rank == "Envoy":
        return any(h.is_state and h.key != state for h in _within(told.material, held.title.title))
    holder = told.holders.get((state, known.name))
    is_taken = holder not in {None, told.material.node_of[held.holder]} and known.title.rank in _SINGLE
    return is_of_state(known) and may_have(state, known.name) and not is_taken


def _within(material: Material, tokens: tuple[int, int]) -> Iterator[Hit]:
    found = (material.hits.at(i) for i in range(*tokens))
    yield from (hit for hit in found if hit is not None)


def _near_states(material: Material, held: Held) -> tuple[str, ...]:
    """Return the states named in the sentence of a title, the nearest first."""
    start, sentence = held.title.start, material.doc[held.title.start].sent
    others = {h.title for h in material.held if h.holder != held.holder}
    told = {i for t in others if t.start > start for i in range(t.start, t.end)}  # "A met Italian Minister B"
    named = [h for h in material.hits if h.is_state and sentence.start <= h.start < sentence.end]
    named = [h for h in named if h.start not in told]
    return tuple(h.key for h in sorted(named, key=lambda h: abs(h.start - start)))
