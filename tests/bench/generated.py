"""A generated world: those whom our articles name, and what a data set in Wikidata's model has of them.

Both sides are made from one list of truths by chance alone, with a seed. For each of ours:

- persons (4 of 5) are of 14 states, with names in the state's letters, bodies are named by what they do;
- one in seven is absent from the other side;
- we know a name in one spelling, of three in ten another one too; a state of eight in ten, and of every body
  whose name tells it; an office, in any wording, of eight in ten persons; whom they met of six in ten; the
  day of the article of nine in ten;
- the other side has the English label of nineteen in twenty, a label in own letters, up to three further
  spellings, a citizenship of nineteen in twenty, the office of eight in ten whose office we know, of one in
  ten of these worded as another title, its days cut to the year for one in five, other offices, a birthday,
  an occupation (of nearly all politics or diplomacy), and of one in seven somebody whom they were seen with;
- one in three has a namesake of the same class there, present or not: half of the same state, four in ten
  politicians with an office, of which one in four is the very same office at another time;
- beside them stand as many strangers as there are of ours, whose names come from the same lists.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from namesakes import SCRIPTS, Name, name
from slices import WD, Held, Item, Ours, Post, Tenure

from kg.iris import slug
from kg.registry.states import state

DAY = "2025-04-02"
SAME = "http://www.w3.org/2002/07/owl#sameAs"
# Wordings of ours; label there; another title there.
OFFICES = (
    (("foreign minister", "minister of foreign affairs"), "Minister of Foreign Affairs", "Foreign Secretary"),
    (("president", "head of state"), "President", "Chairman of the Presidency"),
    (("prime minister", "premier"), "Prime Minister", "Chairman of the Government"),
    (("defence minister", "defense minister"), "Minister of Defence", "Minister of the Armed Forces"),
    (("finance minister", "minister of finance"), "Minister of Finance", "Minister of the Treasury"),
    (("interior minister",), "Minister of the Interior", "Minister of Public Security"),
    (("deputy foreign minister",), "Deputy Minister of Foreign Affairs", "State Secretary"),
    (("energy minister",), "Minister of Energy", "Minister of Industry and Energy"),
    (("parliament speaker", "speaker"), "Speaker of the Parliament", "Chairman of the National Assembly"),
    (("ambassador",), "ambassador", "Permanent Representative"),
)
_STATES = tuple(SCRIPTS)
_FIELDS = (
    *("Culture", "Energy", "Trade", "Peace", "Dialogue", "Development"),
    *("Security", "Reform", "Water", "Transport", "Migration", "Youth"),
)
_FORMS = (
    *("Foundation", "Institute", "Agency", "Council", "Centre"),
    *("Party", "Alliance", "Committee", "Bank", "Association"),
)
_KINDS = ("National", "Central", "Free", "United", "Royal", "Public", "Euro-Asian", "Open", "General")
_SPELT = (("Centre", "Center"), (" for ", " of "), ("Defence", "Defense"), ("and", "&"))
_JOBS = {
    "Q82955": "politician",
    "Q193391": "diplomat",
    "Q937857": "association football player",
    "Q33999": "actor",
    "Q81096": "engineer",
    "Q1930187": "journalist",
    "Q36180": "writer",
}


@dataclass(slots=True)
class World:
    """What was made.

    Attributes:
        ours: our side.
        items: the other side.
        truth: item by path of ours, for those that are present there.
    """

    ours: list[Ours] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _True:
    """One of ours as it is: its names with their spellings, state and office."""

    path: str
    kind: str
    name: Name | str
    state: str
    office: int


def world(count: int, seed: int) -> World:
    """Return a world of so many of ours."""
    chance = random.Random(seed)
    made = World()
    made.ours += [_state(code) for code in _STATES]
    truths = [_true(chance, number) for number in range(count)]
    numbers = iter(range(10_000_000, 100_000_000))
    made.items += [Item(item, ((job, "en"),), kind="Q28640") for item, job in _JOBS.items()]
    for each in truths:
        company = chance.sample(truths, chance.randint(1, 4)) if chance.random() < 0.6 else []
        made.ours.append(_known(chance, each, [other.path for other in company if other != each]))
        if chance.random() < 6 / 7:
            met = company[0] if company and chance.random() < 1 / 7 else None
            made.items += _present(chance, each, made, (f"Q{next(numbers)}", f"Q{next(numbers)}", met))
        if chance.random() < 1 / 3:
            made.items.append(_namesake(chance, each, f"Q{next(numbers)}"))
    for number in range(count):
        made.items.append(_stranger(chance, _true(chance, number), f"Q{next(numbers)}"))
    return made


def _state(code: str) -> Ours:
    row = state(code)
    codes = (("iso3", code), (SAME, f"{WD}{row.wikidata}"))
    return Ours(f"state/{slug(row.label)}", "State", ((row.label, ""),), others=codes)


def _path(code: str) -> str:
    return f"state/{slug(state(code).label)}"


def _true(chance: random.Random, number: int) -> _True:
    where = chance.choice(_STATES)
    if chance.random() < 0.8:
        made = name(chance, where)
        return _True(
            f"person/{slug(made.label)}-{number}", "Person", made, where, chance.randrange(len(OFFICES))
        )
    words = f"{chance.choice(_KINDS)} {chance.choice(_FIELDS)} {chance.choice(_FORMS)}"
    if chance.random() < 0.5:
        words = f"{chance.choice(_FORMS)} for {chance.choice(_FIELDS)} and {chance.choice(_FIELDS)}"
    if chance.random() < 0.4:
        words = f"{words} of {state(where).label}"
    return _True(f"organization/{slug(words)}-{number}", "Organization", words, where, 0)


def _spelt(chance: random.Random, made: Name | str) -> str:
    if isinstance(made, Name):
        return made.variant(chance)
    for one, other in _SPELT:
        if chance.random() < 0.2:
            made = made.replace(one, other)
    return made if chance.random() < 0.9 else f"The {made}"


def _label(made: Name | str) -> str:
    return made.label if isinstance(made, Name) else made


def _known(chance: random.Random, each: _True, company: list[str]) -> Ours:
    """Return what our articles tell of one."""
    names = {_spelt(chance, each.name): ""}
    if chance.random() < 0.3:
        names |= {_spelt(chance, each.name): ""}
    tenures: tuple[Tenure, ...] = ()
    told = chance.random() < 0.8 or _label(each.name).endswith(f" of {state(each.state).label}")
    home = _path(each.state) if told else None
    if each.kind == "Person" and chance.random() < 0.8:
        tenures = (Tenure(chance.choice(OFFICES[each.office][0]), _path(each.state), DAY),)
    day = DAY if int(each.path.rpartition("-")[2]) % 10 else None
    return Ours(each.path, each.kind, tuple(names.items()), home, tenures, tuple(company), day=day)


def _present(
    chance: random.Random, each: _True, made: World, near: tuple[str, str, _True | None]
) -> Iterator[Item]:
    """Yield the item of one of ours, and the one whom it was seen with."""
    item, other, met = near
    made.truth[each.path] = item
    names = [(_label(each.name), "en")] if chance.random() < 19 / 20 else []
    if isinstance(each.name, Name):
        names.append((each.name.own, each.name.language))
    names += [
        (_spelt(chance, each.name), chance.choice(("en", "mul", "fr"))) for _ in range(chance.randint(0, 3))
    ]
    facts: list[tuple[str, str]] = []
    if met is not None:
        facts.append(("P463" if met.kind == "Organization" else "P26", other))
        yield Item(other, ((_label(met.name), "en"),), kind="Q5" if met.kind == "Person" else "Q43229")
    states = (each.state,) if chance.random() < 19 / 20 else ()
    if each.kind == "Organization":
        yield Item(item, tuple(names) or ((_label(each.name), "fr"),), "Q1065", states, (), tuple(facts))
        return
    held = [_held(chance, each, each.office, "2022")] if chance.random() < 0.8 else []
    if chance.random() < 0.4:
        held.append(_held(chance, each, chance.randrange(len(OFFICES)), "2012", "2018"))
    yield Item(item, tuple(names), "Q5", states, tuple(held), (*facts, *_life(chance, politics=0.97)))


def _held(chance: random.Random, each: _True, office: int, first: str, last: str | None = None) -> Held:
    other = chance.random() < 0.1
    label = f"{OFFICES[office][2 if other else 1]} of {state(each.state).label}"
    number = 8_000_000 + (_STATES.index(each.state) * len(OFFICES) + office) * 2 + other
    begun = (
        first if chance.random() < 0.2 else f"{first}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    )
    return Held(Post(f"Q{number}", label, each.state), begun if chance.random() < 0.9 else None, last)


def _life(chance: random.Random, politics: float) -> Iterator[tuple[str, str]]:
    if chance.random() < 0.9:
        yield "P569", f"{chance.randint(1945, 1985)}-03-04"
    if chance.random() < 0.9:
        job = chance.randrange(2) if chance.random() < politics else chance.randrange(2, len(_JOBS))
        yield "P106", tuple(_JOBS)[job]


def _namesake(chance: random.Random, each: _True, item: str) -> Item:
    """Return another one of the same class whose name is the same, or nearly."""
    where = each.state if chance.random() < 0.5 else chance.choice(_STATES)
    names = ((_label(each.name) if chance.random() < 0.7 else _spelt(chance, each.name), "en"),)
    if each.kind == "Organization":
        elsewhere = chance.choice([code for code in _STATES if code != each.state])
        return Item(item, names, "Q1065", (elsewhere,))
    held: tuple[Held, ...] = ()
    is_politician = chance.random() < 0.4
    if is_politician:
        same = chance.random() < 0.25
        office = each.office if same else chance.randrange(len(OFFICES))
        other = _True(each.path, each.kind, each.name, where, office)
        held = (_held(chance, other, office, "2003", "2009"),)
    facts = tuple(_life(chance, politics=1.0 if is_politician else 0.1))
    return Item(item, names, "Q5", (where,) if chance.random() < 19 / 20 else (), held, facts)


def _stranger(chance: random.Random, each: _True, item: str) -> Item:
    names = ((_label(each.name), "en"),)
    if each.kind == "Organization":
        return Item(item, names, "Q1065", (each.state,))
    held = (_held(chance, each, each.office, "2015"),) if chance.random() < 0.3 else ()
    return Item(item, names, "Q5", (each.state,), held, tuple(_life(chance, politics=0.4)))
