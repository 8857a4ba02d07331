"""Links what the registry knows to the data sets that researchers use.

States: ISO 3166-1 (edition 2020), UN M49 (2025), Correlates of War State System Membership (v2016), Gleditsch
and Ward Interstate System Membership (v5), Wikidata (CC0 1.0), GeoNames (CC BY 4.0). Organisations: Wikidata.
Places: GeoNames. Edition, licence and source of each column stand in the head of its table, with the day it
was retrieved: 2026-11-22.

An identifier that the registry holds for the very same thing gives `owl:sameAs`. That of a place gives
`skos:closeMatch`: its row was found in GeoNames by name, state and size.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from rdflib import OWL, SKOS, URIRef
from rdflib.namespace import Namespace

from kg.model import Claim, Linking, Node, Resolution, Value
from kg.registry.organisations import FILE as ORGANISATIONS
from kg.registry.organisations import organisation_keys
from kg.registry.outlets import FILE as OUTLETS
from kg.registry.outlets import outlet_keys
from kg.registry.places import FILE as PLACES
from kg.registry.places import place_keys
from kg.registry.states import FILE as STATES
from kg.registry.states import state
from kg.registry.topics import FILE as TOPICS
from kg.registry.topics import topic_keys
from kg.vocab import DIP

WIKIDATA = Namespace("http://www.wikidata.org/entity/")
GEONAMES = Namespace("https://sws.geonames.org/")
RULE = "registry"
# Who decided the links of the tables, and when: they were compared and taken over on that day.
REGISTRY, RETRIEVED = "registry of Communiqué", "2026-11-22"
RULES = {  # terms of SEMAPV, the Semantic Mapping Vocabulary
    OWL.sameAs: "semapv:BackgroundKnowledgeBasedMatching",
    SKOS.closeMatch: "semapv:LexicalMatching",
}
GROUNDS = {
    OWL.sameAs: "identifier 1.00: the table has this identifier for the very same thing",
    SKOS.closeMatch: "name 1.00: the other data set has the thing under this name, in the same state",
}

Known = Mapping[
    tuple[URIRef, str], Node
]  # one node for each class and row of the registry that the corpus has


def claims(resolution: Resolution) -> tuple[Claim, ...]:
    """Return codes, identifiers, states and wider things of all that the registry knows of a corpus.

    One claim for each triple, whatever the number of articles; sorted by class and row. None has spans, each
    has the row that it rests on as its basis ("kg/registry/states.tsv: AZE").

    Raises:
        RegistryError: where a state's key is not in the table.
    """
    known: dict[tuple[URIRef, str], Node] = {}
    for node in sorted(resolution.iris, key=_order):
        if node.registry is not None:
            known.setdefault((node.kind, node.registry), node)
    return tuple(claim for key in sorted(known) for claim in of(known[key], known))


def of(node: Node, known: Known) -> tuple[Claim, ...]:
    """Return the claims of one node; empty where the registry has no row for it.

    A state, place or topic that it leads to is told only where `known` has it, for nothing else has an IRI.

    Raises:
        RegistryError: where a state's key is not in the table.
    """
    if node.registry is None or node.kind not in _FINDERS:
        return ()
    return tuple(_FINDERS[node.kind](node, node.registry, known))


def _order(node: Node) -> tuple[str, str, str]:
    return node.article, str(node.kind), node.key


def _of_state(node: Node, key: str, _known: Known) -> Iterator[Claim]:
    row = state(key)
    codes = (
        (DIP.iso2, row.iso2),
        (DIP.iso3, row.iso3),
        (DIP.m49, row.m49),
        (DIP.cow, row.cow),
        (DIP.gw, row.gw),
    )
    yield from (_claim(node, term, Value(code), STATES) for term, code in codes if code)
    if row.wikidata:
        yield _link(node, OWL.sameAs, WIKIDATA[row.wikidata], STATES)
    if row.geonames:
        yield _link(node, OWL.sameAs, GEONAMES[f"{row.geonames}/"], STATES)
    yield from (_claim(node, SKOS.hiddenLabel, Value(word), STATES) for word in row.demonyms)
    yield _claim(node, DIP.country, node, STATES)


def _of_organisation(node: Node, key: str, known: Known) -> Iterator[Claim]:
    body, outlet = organisation_keys().get(key), outlet_keys().get(key)
    if body and body.wikidata:
        yield _link(node, OWL.sameAs, WIKIDATA[body.wikidata], ORGANISATIONS)
    if body:
        yield from _leads(node, DIP.country, known.get((DIP.State, body.state or "")), ORGANISATIONS)
    elif outlet:
        yield from _leads(node, DIP.country, known.get((DIP.State, outlet.state or "")), OUTLETS)


def _of_place(node: Node, key: str, known: Known) -> Iterator[Claim]:
    row = place_keys().get(key)
    if row is None:
        return
    if row.geonames:
        yield _link(node, SKOS.closeMatch, GEONAMES[f"{row.geonames}/"], PLACES)
    yield from _leads(node, DIP.country, known.get((DIP.State, row.state or "")), PLACES)
    yield from _leads(node, DIP.within, known.get((DIP.Place, row.within or "")), PLACES)


def _of_topic(node: Node, key: str, known: Known) -> Iterator[Claim]:
    row = topic_keys().get(key)
    if row:
        yield from _leads(node, SKOS.broader, known.get((DIP.Topic, row.broader or "")), TOPICS)


def _leads(node: Node, term: URIRef, other: Node | None, table: str) -> Iterator[Claim]:
    if other is not None:
        yield _claim(node, term, other, table)


def _claim(node: Node, term: URIRef, value: Node | URIRef | Value, table: str) -> Claim:
    basis = f"kg/registry/{table}: {node.registry}"
    return Claim(node, term, value, spans=(), rule=RULE, basis=basis, confidence=1.0)


def _link(node: Node, term: URIRef, other: URIRef, table: str) -> Claim:
    linking = Linking((GROUNDS[term],), REGISTRY, RETRIEVED)
    return replace(_claim(node, term, other, table), rule=RULES[term], linking=linking)


_FINDERS: dict[URIRef, Callable[[Node, str, Known], Iterator[Claim]]] = {
    DIP.State: _of_state,
    DIP.Organization: _of_organisation,
    DIP.Place: _of_place,
    DIP.Topic: _of_topic,
}
