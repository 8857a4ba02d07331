"""Links that people, or `kg link`, decided: rows of `sources/links.sssom.tsv`, an input of each build.

A row that was accepted gives a claim, one that was rejected ("Not") takes away the link that it names, and
stronger ones to the same thing, whoever found them: what is not even close is not the same. Where people
and a program decided the same differently, the people's word holds; where a person gives a thing its match
in a data set, no match that a program found for it there stands beside it.

A decision on a thing that no source tells of now waits for the source: it is no error.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import OWL, SKOS, URIRef

from kg.errors import MappingError
from kg.model import Claim, Linking, Node, Resolution
from kg.readers import LINKS
from kg.sssom import Mapping as Row
from kg.vocab import PUBLISHED

FILE = LINKS
RULE = "semapv:{}"
# Each is taken away with the ones before it; the strongest stands for identifiers alone.
GRADES = (OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch)
OTHERS = (SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
TERMS = (*GRADES, *OTHERS)

Triple = tuple[str, URIRef, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rows of a file come to.

    Attributes:
        accepted: the row of each link that holds, by its triple.
        refused: the triples that do not hold.
    """

    accepted: Mapping[Triple, Row]
    refused: frozenset[Triple]


def read(rows: Iterable[Row], base: str) -> Decided:
    """Return what rows come to; their subjects are told under a base, or under that of the published data.

    Raises:
        MappingError: a row has another subject or property, is stronger than its ground, or contradicts one
            that was decided in the same way.
    """
    held: dict[Triple, Row] = {}
    for row in rows:
        triple = _triple(row, base)
        before = held.get(triple)
        if before is None or (row.authors and not before.authors):
            held[triple] = row
        elif before.is_rejected != row.is_rejected and bool(before.authors) == bool(row.authors):
            raise MappingError(
                f"{FILE}, line {row.line}: expected one decision on {row.subject} and {row.object}, found"
                f" another in line {before.line}"
            )
    chosen = {(triple[0], _space(triple[2])) for triple, row in held.items() if row.authors and _holds(row)}
    accepted = {
        triple: row
        for triple, row in held.items()
        if _holds(row) and (row.authors or (triple[0], _space(triple[2])) not in chosen)
    }
    refused = {weaker for triple, row in held.items() if row.is_rejected for weaker in _with_stronger(triple)}
    return Decided(accepted, frozenset(refused - {t for t, row in accepted.items() if row.authors}))


def applied(claims: Iterable[Claim], decided: Decided, resolution: Resolution) -> tuple[Claim, ...]:
    """Return the claims of links that stand, with those that were decided, sorted by what they link."""
    kept = tuple(claim for claim in claims if _named(claim, resolution) not in decided.refused)
    first: dict[str, Node] = {}
    for node, iri in sorted(resolution.iris.items()):
        first.setdefault(iri, node)
    moved = dict(resolution.redirects)
    found = []
    for (subject, term, thing), row in sorted(decided.accepted.items()):
        known = first.get(moved.get(subject, subject))
        if known is not None and (subject, term, thing) not in decided.refused:
            found.append(_claim(known, term, URIRef(thing), row))
    return (*kept, *found)


def _triple(row: Row, base: str) -> Triple:
    space = next((each for each in (base, PUBLISHED) if row.subject.startswith(each)), None)
    where = f"{FILE}, line {row.line}"
    if space is None or row.subject == space:
        raise MappingError(f"{where}: expected a subject under {base}, found {row.subject}")
    term = URIRef(row.predicate)
    if term not in TERMS:
        names = ", ".join(each.rpartition("#")[2] for each in TERMS)
        raise MappingError(f"{where}: expected one of {names} as predicate, found {row.predicate}")
    if term == OWL.sameAs and not row.is_rejected:
        raise MappingError(
            f"{where}: expected skos:exactMatch for what was decided by name or by hand, found owl:sameAs,"
            " which is for identifiers"
        )
    return base + row.subject.removeprefix(space), term, row.object


def _holds(row: Row) -> bool:
    return not row.is_rejected


def _space(iri: str) -> str:
    """Return the data set of a thing: its address up to what names it there."""
    return iri.rstrip("/").rpartition("#" if "#" in iri else "/")[0]


def _with_stronger(triple: Triple) -> tuple[Triple, ...]:
    subject, term, thing = triple
    terms = GRADES[: GRADES.index(term) + 1] if term in GRADES else (term,)
    return tuple((subject, each, thing) for each in terms)


def _named(claim: Claim, resolution: Resolution) -> Triple:
    return resolution.iris[claim.subject], claim.predicate, str(claim.object)


def _claim(node: Node, term: URIRef, thing: URIRef, row: Row) -> Claim:
    ground = row.justification.rpartition("/")[2]
    basis = f"sources/{FILE}" + (f": {row.comment}" if row.comment else "")
    on = row.date.isoformat() if row.date else None
    linking = Linking(row.rules, row.decided_by or "unknown", on)
    return Claim(
        node, term, thing, (), RULE.format(ground), basis=basis, confidence=row.confidence, linking=linking
    )
