"""Those of our build whom we seek elsewhere: what the graph tells of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

from kg.linking import wordings
from kg.matching import Office, Profile
from kg.resolve.names import is_distinctive, is_full
from kg.store import queries
from kg.store.builds import Build, Row
from kg.vocab import DIP, local

KINDS = ("Person", "Organization", "State", "Place")
# Callings at Wikidata of those who hold offices: who has another one only is hardly one of them.
_OFFICIAL = (
    *(
        "politician",
        "diplomat",
        "statesperson",
        "ambassador",
        "civil servant",
        "official",
        "government official",
    ),
    *("international civil servant", "political adviser", "spokesperson", "judge", "jurist", "lawyer"),
    *("economist", "monarch", "aristocrat", "military officer", "military personnel", "religious leader"),
)
_QUOTED = ("journalist", "political scientist", "political commentator", "activist", "human rights activist")
_OWN = {query.name: query for query in queries.folder(Path(__file__).parent / "own")}


@dataclass(frozen=True, slots=True)
class Sought:
    """One of ours.

    Attributes:
        iri: its address.
        label: its name.
        profile: what the graph tells of it.
        names: its names with the tags of their languages, "" where they have none.
        quote: a sentence that tells of it, None where none does.
    """

    iri: str
    label: str
    profile: Profile
    names: tuple[tuple[str, str], ...]
    quote: str | None


def actors(build: Build, kinds: Iterable[str] = KINDS) -> Iterator[tuple[str, str, str]]:
    """Yield IRI, class and label of each without a link to Wikidata, sorted by IRI, once each."""
    seen = ""
    for row in build.each(_OWN["actors"]):
        iri, kind = _value(row, "actor"), local(URIRef(_value(row, "kind")))
        if iri != seen and kind in kinds:
            seen = iri
            yield iri, kind, _value(row, "label")


def read(build: Build, iri: str, kind: str, label: str) -> Sought | None:
    """Return what is known of one of ours; None where no name of it can be looked up."""
    names = tuple(n for n in _names(build, iri) if _tells(kind, n[0]))
    if not names:
        return None
    said = next(iter(_rows(build, "said", iri) or _rows(build, "told", iri)), None)
    company = (*_rows(build, "company", iri), *_rows(build, "bodies", iri))
    offices = tuple(_offices(build, iri))
    told = tuple(_value(row, "iso3") for row in _rows(build, "states", iri))
    profile = Profile(
        names=wordings.compared((name for name, _ in names), kind),
        kind=DIP[kind],
        states=told or tuple(dict.fromkeys(code for office in offices for code in office.of[1:])),
        offices=offices,
        day=(_value(said, "day")[:10] or None) if said else None,
        company=tuple(_value(row, "name") for row in company),
        occupations=_callings(kind, has_office=bool(offices)),
    )
    return Sought(iri, label, profile, names, _value(said, "quote") if said else None)


def _callings(kind: str, *, has_office: bool) -> tuple[str, ...]:
    """Return the callings that fit one of ours; who speaks without an office may be one whom papers ask."""
    if kind != "Person":
        return ()
    return _OFFICIAL if has_office else _OFFICIAL + _QUOTED


def _names(build: Build, iri: str) -> Iterator[tuple[str, str]]:
    for row in _rows(build, "names", iri):
        name = row["name"]
        if isinstance(name, Literal):
            yield name.value, name.language or ""


def _tells(kind: str, name: str) -> bool:
    """Say whether a name can be looked up: not a surname alone, nor "Ministry of Foreign Affairs"."""
    if kind == "Person":
        return is_full(name) or not name.isascii()
    return is_distinctive(name) if kind == "Organization" else True


def _offices(build: Build, iri: str) -> Iterator[Office]:
    for row in _rows(build, "offices", iri):
        of = tuple(dict.fromkeys(filter(None, (_value(row, "of"), _value(row, "iso3")))))
        title = wordings.office(_value(row, "title"), of)
        if title is not None:
            yield Office(title, of, _value(row, "first") or None, _value(row, "last") or None)


def _rows(build: Build, query: str, iri: str) -> tuple[Row, ...]:
    return build.select(_OWN[query], {"actor": NamedNode(iri)}).rows


def _value(row: Row, name: str) -> str:
    term = row.get(name)
    return "" if term is None else str(getattr(term, "value", ""))
