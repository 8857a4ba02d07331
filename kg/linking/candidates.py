"""Items of an endpoint that may be one of ours, each described as ours are.

Two ways lead to candidates: the spellings of a name, looked up exactly, and those who serve a state, by
office or by calling, among whom names are compared here: so a spelling that nobody lists is found too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode
from rdflib import URIRef

from kg.linking import nearness, wordings
from kg.linking.cache import Row
from kg.linking.nearness import Listed
from kg.linking.questions import Questions
from kg.linking.sought import Sought
from kg.matching import Office, Profile
from kg.registry.states import states
from kg.vocab import DIP, local

WIKIDATA = "http://www.wikidata.org/entity/"
_ITEM = re.compile(rf"{re.escape(WIKIDATA)}Q[1-9]\d{{0,11}}")
_VIAF = re.compile(r"[1-9]\d{0,21}")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# Widest classes of Wikidata that we know, and what of ours they are; the first that an item is counts.
_CLASSES = {
    "Q5": DIP.Person,
    "Q3624078": DIP.State,  # sovereign state
    "Q6256": DIP.State,  # country
    "Q43229": DIP.Organization,
    "Q486972": DIP.Place,  # human settlement
    "Q2221906": DIP.Place,  # geographic location
}
_SERVANTS = ("holders", "callings")  # questions for those who serve a state
_MOST = 100  # candidates of one of ours that are described: a name that has more tells little


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item.

    Attributes:
        iri: its address.
        label: its English name, else any.
        profile: what the endpoint tells of it.
        viaf: its numbers at VIAF.
    """

    iri: str
    label: str
    profile: Profile
    viaf: tuple[str, ...] = ()


def find(questions: Questions, all_sought: Sequence[Sought]) -> dict[str, tuple[Candidate, ...]]:
    """Return the candidates of each of ours, by our IRIs.

    Raises:
        RemoteError: the endpoint cannot be reached or answers with something else; what came is kept.
    """
    near = _by_state(questions, all_sought)
    named = _by_name(questions, all_sought, near)
    items = {iri: dict.fromkeys((*found, *near.get(iri, ()))) for iri, found in named.items()}
    kept = {iri: tuple(found)[:_MOST] for iri, found in items.items()}
    described = _described(questions, sorted({item for found in kept.values() for item in found}))
    return {iri: tuple(described[item] for item in found if item in described) for iri, found in kept.items()}


def _by_name(
    questions: Questions, all_sought: Sequence[Sought], near: Mapping[str, Mapping[str, float]]
) -> dict[str, list[str]]:
    """Return those who have a name of ours, or one like it where nobody of the state is surely near."""
    forms = {
        each.iri: wordings.looked_up(
            each.names,
            person=each.profile.kind == DIP.Person,
            respelt=max(near.get(each.iri, {}).values(), default=0.0) < nearness.SURE,
        )
        for each in all_sought
    }
    answers = questions.about("named", (form for found in forms.values() for form in found))
    return {
        iri: [item for form in found for row in answers[form] for item in _items(row)]
        for iri, found in forms.items()
    }


def _by_state(questions: Questions, all_sought: Sequence[Sought]) -> dict[str, dict[str, float]]:
    """Return those who serve a person's state and whose name is near, and how near."""
    persons = [each for each in all_sought if each.profile.kind == DIP.Person]
    things = {key: NamedNode(f"{WIKIDATA}{item}") for item, key in _states().items()}
    wanted = {key: things[key] for each in persons for key in each.profile.states if key in things}
    told = [questions.about(name, wanted.values()) for name in _SERVANTS]
    heard = {
        key: nearness.heard(each for found in told for row in found[thing] for each in _listed(row))
        for key, thing in wanted.items()
    }
    near: dict[str, dict[str, float]] = {}
    for each in persons:
        # Of whom no state is told may serve any of those that are asked about anyway.
        for key in filter(heard.__contains__, each.profile.states or heard):
            near.setdefault(each.iri, {}).update(nearness.near(each.profile, heard[key]))
    return near


def _listed(row: Row) -> Iterator[Listed]:
    yield from (Listed(item, _text(row, "name")) for item in _items(row))


def _described(questions: Questions, items: Iterable[str]) -> dict[str, Candidate]:
    things = tuple(map(NamedNode, items))
    names, facts = questions.about("names", things), questions.about("facts", things)
    offices = questions.about("offices", things)
    return {
        thing.value: _candidate(thing.value, names[thing], facts[thing], offices[thing]) for thing in things
    }


def _candidate(iri: str, names: Sequence[Row], facts: Sequence[Row], offices: Sequence[Row]) -> Candidate:
    told: dict[str, list[str]] = {}
    for row in facts:
        told.setdefault(_text(row, "fact"), []).append(_text(row, "value"))
    labels = {row["name"].get("xml:lang", ""): _text(row, "name") for row in reversed(names) if "name" in row}
    held = tuple(office for row in offices if (office := _office(row)) is not None)
    kind = _kind(told.get("class", ()))
    own = tuple(sorted({key for value in told.get("state", ()) if (key := _state(value))}))
    profile = Profile(
        names=wordings.compared((_text(row, "name") for row in names), local(kind) if kind else ""),
        kind=kind,
        states=own
        or tuple(sorted({code for each in held for code in each.of if code in _states().values()})),
        offices=held,
        has_terms=True,
        company=tuple(dict.fromkeys(told.get("company", ()))),
        first=min(filter(None, map(_day, told.get("first", ()))), default=None),
        last=max(filter(None, map(_day, told.get("last", ()))), default=None),
        occupations=tuple(told.get("occupation", ())),
    )
    label = labels.get("en") or labels.get("mul") or next(iter(labels.values()), iri)
    viaf = tuple(sorted({number for number in told.get("viaf", ()) if _VIAF.fullmatch(number)}))
    return Candidate(iri, label, profile, viaf)


def _office(row: Row) -> Office | None:
    of = tuple(dict.fromkeys(filter(None, (_text(row, "ofName"), _state(_text(row, "of"))))))
    title = wordings.office(_text(row, "title"), of)
    first = _day(_text(row, "first"), _text(row, "firstPrecision"))
    last = _day(_text(row, "last"), _text(row, "lastPrecision"))
    return Office(title, of, first, last) if title else None


def _items(row: Row) -> Iterator[str]:
    """Yield the item of a row; what has a name too, a property or a lexeme, is none."""
    iri = _text(row, "item")
    if _ITEM.fullmatch(iri):
        yield iri


def _kind(classes: Iterable[str]) -> URIRef | None:
    told = {each.removeprefix(WIKIDATA) for each in classes}
    return next((kind for item, kind in _CLASSES.items() if item in told), None)


def _state(iri: str) -> str | None:
    return _states().get(iri.removeprefix(WIKIDATA))


@cache
def _states() -> dict[str, str]:
    """Return the keys of states by their items."""
    return {row.wikidata: row.key for row in states() if row.wikidata}


def _day(time: str, precision: str = "") -> str | None:
    """Return a time as a date, cut to what is known of it; None where it is none, or of a century alone."""
    found = _DATE.match(time)
    if found is None:
        return None
    year, month, day = found.groups()
    if precision == "9" or month == "00":
        return year
    if precision == "10" or day == "00":
        return f"{year}-{month}"
    return f"{year}-{month}-{day}" if precision in ("", "11") else None


def _text(row: Row, name: str) -> str:
    return row[name]["value"] if name in row else ""
