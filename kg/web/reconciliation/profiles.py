"""What the graph tells of a thing, as it is compared with what somebody looks for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import product

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.matching import Office, Profile
from kg.store import texts
from kg.store.builds import Build
from kg.vocab import DIP
from kg.web import kinds

MOST = 20_000  # things whose profiles a process keeps: some 2 kB each
NAMES = 40  # of a thing that are compared: states have the most, in a dozen languages
OFFICES = 40  # tenures of a thing that are read
CODES = {"iso2": DIP.iso2, "iso3": DIP.iso3, "m49": DIP.m49, "cow": DIP.cow, "gw": DIP.gw}
ATTESTED = (DIP.attestedFrom, DIP.attestedTo)
# What others call it: how their addresses begin, the scheme and a last slash aside.
OTHERS = {"wikidata": "www.wikidata.org/entity/", "geonames": "sws.geonames.org/", "viaf": "viaf.org/viaf/"}
_LINKS = {str(OWL.sameAs), str(SKOS.exactMatch), str(SKOS.closeMatch)}


@dataclass(frozen=True, slots=True)
class Known:
    """A thing of the graph.

    Attributes:
        iri: the thing.
        label: its display name.
        kind: its most specific class.
        profile: what is compared.
        states: IRIs of the states that it is of.
        codes: identifiers in other data sets, as pairs of their kind and value.
    """

    iri: str
    label: str
    kind: URIRef
    profile: Profile
    states: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """Return what tells it from others of its name: its offices, else its state."""
        offices = [f"{o.title}, {o.of[0]}" if o.of else o.title for o in self.profile.offices[:2]]
        states = self.profile.states[:1] if not any(o.of for o in self.profile.offices[:2]) else ()
        return "; ".join((*offices, *states))


class Profiles:
    """The profiles of a build, each read once."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._read: dict[str, Known | None] = {}
        self._called: dict[str, tuple[str, ...]] = {}  # names and codes of what offices are of: few have many

    def of(self, iri: str) -> Known | None:
        """Return what is known of a thing; None where the graph has no such thing with a name."""
        if iri not in self._read:
            if len(self._read) >= MOST:
                self._read.clear()  # whole: what is asked again comes back in a moment
            self._read[iri] = self._known(iri)
        return self._read[iri]

    def coded(self, kind: str, value: str) -> tuple[str, ...]:
        """Return the things that have an identifier of another data set."""
        if kind in CODES:
            found = self._build.matching(None, _node(CODES[kind]), Literal(value))
            return _subjects(found)
        ends = product(("http", "https"), ("", "/"))
        names = (f"{scheme}://{OTHERS[kind]}{value}{end}" for scheme, end in ends)
        nodes = [node for name in names if (node := _named(name))]
        triples = (t for node in nodes for t in self._build.matching(None, None, node))
        return _subjects(triple for triple in triples if triple.predicate.value in _LINKS)

    @cached_property
    def states(self) -> Mapping[str, str]:
        """Return the states' ISO 3166-1 alpha-3 codes by all that they go by, folded."""
        found: dict[str, str] = {}
        for each in _subjects(self._build.matching(None, _node(RDF.type), _node(DIP.State))):
            known = self.of(each)
            if known and known.profile.states:
                own = dict(known.codes)
                names = (*own.values(), *known.profile.names)
                found |= {texts.fold(name): known.profile.states[0] for name in names}
        return found

    def _known(self, iri: str) -> Known | None:
        told = self._told(iri) if _named(iri) else {}
        labels = sorted(told.get(str(RDFS.label), ()))
        kind = _lowest(frozenset(told.get(str(RDF.type), ())))
        if not labels or kind is None:
            return None
        names = dict.fromkeys((*labels, *sorted(told.get(str(SKOS.altLabel), ()))))
        states = tuple(sorted(told.get(str(DIP.country), ())))
        own = tuple(sorted(told.get(str(DIP.iso3), ())))
        codes = own or tuple(code for each in states if each != iri for code in self._names(each)[1:])
        offices = tuple(self._offices(iri)) if kind == DIP.Person else ()
        profile = Profile(tuple(names)[:NAMES], kind, codes, offices)
        return Known(iri, labels[0], kind, profile, states, tuple(_codes(told)))

    def _offices(self, iri: str) -> Iterator[Office]:
        found = _subjects(self._build.matching(None, _node(DIP.holder), NamedNode(iri)))
        for tenure in found[:OFFICES]:
            told = self._told(tenure)
            of = tuple(name for each in sorted(told.get(str(DIP.of), ())) for name in self._names(each))
            first, last = (min(told.get(str(t), ()), default=None) for t in ATTESTED)
            for title in sorted(told.get(str(DIP.title), ())):
                yield Office(title, of, first, last)

    def _names(self, iri: str) -> tuple[str, ...]:
        """Return the display name of a state or body, and of a state its ISO 3166-1 alpha-3 code."""
        if iri not in self._called:
            told = self._told(iri)
            label = min(told.get(str(RDFS.label), ()), default=iri.rpartition("/")[2])
            self._called[iri] = (label, *sorted(told.get(str(DIP.iso3), ())))
        return self._called[iri]

    def _told(self, iri: str) -> dict[str, list[str]]:
        """Return the values of each property of a thing."""
        found: dict[str, list[str]] = {}
        for triple in self._build.about(iri):
            if isinstance(triple.object, NamedNode | Literal):
                found.setdefault(triple.predicate.value, []).append(triple.object.value)
        return found


@lru_cache(maxsize=2)  # as many builds as a process keeps open: it would hold others
def of(build: Build) -> Profiles:
    """Return the profiles of a build."""
    return Profiles(build)


def _subjects(triples: Iterable[Triple]) -> tuple[str, ...]:
    return tuple(sorted({t.subject.value for t in triples if isinstance(t.subject, NamedNode)}))


@cache
def _lowest(found: frozenset[str]) -> URIRef | None:
    return kinds.lowest(found)


@cache
def _node(term: URIRef) -> NamedNode:
    return NamedNode(str(term))


def _codes(told: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for name, term in CODES.items():
        yield from ((name, value) for value in sorted(told.get(str(term), ())))
    links = sorted({iri for term in _LINKS for iri in told.get(term, ())})
    for name, begin in OTHERS.items():
        parts = (iri.partition("://")[2] for iri in links)
        yield from ((name, part.removeprefix(begin).rstrip("/")) for part in parts if part.startswith(begin))


def _named(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:  # a space, a quotation mark, a bracket: no IRI holds them
        return None
