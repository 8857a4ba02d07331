"""States, bodies, places and topics of the registry have their codes and identifiers, each with its basis."""

import pytest
from rdflib import OWL, SKOS, URIRef

from kg.errors import RegistryError
from kg.links.states import GEONAMES, WIKIDATA, claims, of
from kg.model import Claim, Node, Resolution, Value
from kg.vocab import DIP

BASE = "https://w3id.org/communique/"


def node(kind: URIRef, key: str | None, article: str = "a.txt") -> Node:
    """Return a node of an article that is a row of the registry."""
    return Node(article, kind, f"node:{key}", key)


CHINA = node(DIP.State, "CHN")
BEIJING = node(DIP.Place, "beijing")
KNOWN = {(DIP.State, "CHN"): CHINA, (DIP.Place, "asia"): node(DIP.Place, "asia")}


def told(found: tuple[Claim, ...]) -> set[tuple[URIRef, Node | URIRef | Value]]:
    """Return what claims tell, without their basis."""
    return {(claim.predicate, claim.object) for claim in found}


def test_state() -> None:
    """A state has its codes as strings, its identifiers, its demonyms, and leads to itself."""
    assert told(of(CHINA, {})) == {
        (DIP.iso2, Value("CN")),
        (DIP.iso3, Value("CHN")),
        (DIP.m49, Value("156")),
        (DIP.cow, Value("710")),
        (DIP.gw, Value("710")),
        (OWL.sameAs, WIKIDATA["Q148"]),
        (OWL.sameAs, GEONAMES["1814991/"]),
        (SKOS.hiddenLabel, Value("Chinese")),
        (DIP.country, CHINA),
    }


def test_identifiers_are_whole() -> None:
    """Identifiers are the addresses by which the data sets name their things."""
    addresses = {str(claim.object) for claim in of(CHINA, {}) if claim.predicate == OWL.sameAs}

    assert addresses == {"http://www.wikidata.org/entity/Q148", "https://sws.geonames.org/1814991/"}


def test_codes_keep_their_zeros() -> None:
    """A code of M49 has three digits; a number of the lists of states has no leading zero."""
    found = told(of(node(DIP.State, "AFG"), {}))

    assert (DIP.m49, Value("004")) in found
    assert (DIP.cow, Value("700")) in found


@pytest.mark.parametrize(
    ("key", "missing"),
    [
        ("PSE", {DIP.cow, DIP.gw}),
        ("TWN", {DIP.m49}),
        ("XKX", {DIP.iso2, DIP.iso3, DIP.m49}),
        ("VAT", {DIP.cow, DIP.gw}),
        ("SUN", set()),
    ],
)
def test_codes_that_a_system_lacks(key: str, missing: set[URIRef]) -> None:
    """A code that a system does not give is not told."""
    codes = {DIP.iso2, DIP.iso3, DIP.m49, DIP.cow, DIP.gw}

    assert codes - {term for term, _ in told(of(node(DIP.State, key), {}))} == missing


def test_basis() -> None:
    """Each claim rests on a row of the registry, and on no words."""
    found = of(CHINA, {})

    assert {claim.basis for claim in found} == {"kg/registry/states.tsv: CHN"}
    assert {claim.rule for claim in found if claim.predicate != OWL.sameAs} == {"registry"}
    assert all(claim.spans == () and claim.subject == CHINA for claim in found)


def test_body() -> None:
    """An international body has its item; it leads to no state."""
    found = of(node(DIP.Organization, "united-nations"), KNOWN)

    assert told(found) == {(OWL.sameAs, WIKIDATA["Q1065"])}
    assert {claim.basis for claim in found} == {"kg/registry/organisations.tsv: united-nations"}


def test_body_of_a_state() -> None:
    """A body of a state leads to it, where the corpus has that state."""
    party = node(DIP.Organization, "chinese-communist-party")

    assert told(of(party, KNOWN)) == {(DIP.country, CHINA)}
    assert told(of(party, {})) == set()


def test_outlet() -> None:
    """An outlet leads to the state where it is seated, on its own table's word."""
    found = of(node(DIP.Organization, "xinhua"), KNOWN)

    assert told(found) == {(DIP.country, CHINA)}
    assert {claim.basis for claim in found} == {"kg/registry/outlets.tsv: xinhua"}


def test_place() -> None:
    """A place is close to its entry in GeoNames, found there by its name, and leads to its state."""
    assert told(of(BEIJING, KNOWN)) == {(SKOS.closeMatch, GEONAMES["1816670/"]), (DIP.country, CHINA)}


def test_place_within_another() -> None:
    """A region leads to the larger one, where the corpus has it."""
    region = node(DIP.Place, "central-asia")

    assert told(of(region, KNOWN)) == {(DIP.within, KNOWN[DIP.Place, "asia"])}
    assert told(of(region, {})) == set()


def test_disputed_place() -> None:
    """A place that states dispute leads to none of them."""
    assert DIP.country not in {term for term, _ in told(of(node(DIP.Place, "kashmir"), KNOWN))}


def test_topic() -> None:
    """A topic leads to the wider one, where the corpus has it."""
    wider = node(DIP.Topic, "transport")
    road = node(DIP.Topic, "belt-and-road")

    assert told(of(road, {(DIP.Topic, "transport"): wider})) == {(SKOS.broader, wider)}
    assert told(of(road, {})) == set()


@pytest.mark.parametrize(
    "unknown",
    [
        node(DIP.Person, None),
        node(DIP.Person, "CHN"),
        node(DIP.State, None),
        node(DIP.Organization, "harbour-board"),
        node(DIP.Place, "atlantis"),
        node(DIP.Topic, "gardening"),
    ],
    ids=["a person", "a person with a key", "a state without a row", "a body", "a place", "a topic"],
)
def test_what_the_registry_lacks(unknown: Node) -> None:
    """What the registry has no row for gains nothing."""
    assert of(unknown, KNOWN) == ()


def test_state_of_a_wrong_key() -> None:
    """A state whose key is in no row is an error, for the key can only come from the table."""
    with pytest.raises(RegistryError, match=r"states\.tsv: expected the key of a state, found 'ZZZ'"):
        of(node(DIP.State, "ZZZ"), {})


def test_one_claim_for_each_triple() -> None:
    """A state that two articles tell of has each code once, whichever article comes first."""
    again = node(DIP.State, "CHN", "b.txt")
    one = Resolution({CHINA: f"{BASE}state/china", again: f"{BASE}state/china"}, {}, ())
    other = Resolution({again: f"{BASE}state/china", CHINA: f"{BASE}state/china"}, {}, ())

    assert claims(one) == claims(other) == of(CHINA, {})


def test_corpus() -> None:
    """Within a corpus, bodies and places lead to the states of other articles."""
    elsewhere = node(DIP.Organization, "xinhua", "b.txt")
    paths = {CHINA: "state/china", BEIJING: "place/beijing", elsewhere: "organization/xinhua"}
    found = claims(Resolution({n: BASE + path for n, path in paths.items()}, {}, ()))

    assert {claim.subject for claim in found if claim.predicate == DIP.country} == {CHINA, BEIJING, elsewhere}
    assert {claim.object for claim in found if claim.predicate == DIP.country} == {CHINA}
