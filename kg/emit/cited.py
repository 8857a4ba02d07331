"""Claims as the graph has them: one for each triple and the sentences of an article that it rests on."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from rdflib import RDF, URIRef

from kg.emit.ntriples import iri, line, literal
from kg.iris import segment, slug
from kg.model import Claim, Linking, Node, Resolution, Span, Value
from kg.vocab import DIP

Triple = tuple[str, str, str]
Held = Node | URIRef | Value
_DERIVED = "derived"
_BOUNDS = (DIP.earliest, DIP.latest)
_AHEAD = (DIP.Proposed, DIP.Planned)


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim with its address.

    Attributes:
        triple: terms of N-Triples.
        passages: IRIs of the words it rests on.
        found: the ways it was found, the surest first: one, or several rules on the same sentences.
        flat: whether its triple is part of the flat layer.
    """

    triple: Triple
    passages: tuple[str, ...]
    found: tuple[Claim, ...]
    flat: bool


class Citations:
    """All claims of a resolution by the IRI that each gets, with the passages they cite."""

    def __init__(self, resolution: Resolution, base: str, claims: Iterable[Claim]) -> None:
        self._resolution, self._base = resolution, base
        self._same: dict[Node, list[str]] = {}
        for node, _, reason in resolution.merges:
            self._same.setdefault(node, []).append(reason)
        self._status: dict[tuple[Node, Node | None], Held] = {}
        self.claims: dict[str, Cited] = {}
        self.passages: dict[str, tuple[str, Span]] = {}
        for claim in claims:
            self._add(claim)
            if claim.predicate == DIP.status:
                self._status[claim.subject, claim.according_to] = claim.object

    def _add(self, claim: Claim) -> None:
        triple = (iri(self._iri(claim.subject)), iri(str(claim.predicate)), self._term(claim.object))
        places = tuple(dict.fromkeys(self._passage(claim.subject.article, span) for span in claim.spans))
        ground = places or (claim.basis or "", claim.subject.article)
        mark = hashlib.sha256("\n".join((*triple, *ground)).encode()).hexdigest()[:16]
        name = f"{self._base}{segment(DIP.Claim)}/{mark}"
        known = self.claims.get(name)
        found = (*known.found, claim) if known else (claim,)
        ranked = sorted(found, key=lambda c: (c.rule.startswith(_DERIVED), -(c.confidence or 0.0), c.rule))
        self.claims[name] = Cited(triple, places, tuple(ranked), self._is_flat(claim))

    def _is_flat(self, claim: Claim) -> bool:
        won = self._resolution.settled.get((self._iri(claim.subject), claim.predicate))
        return won is None or won == claim.object

    def _iri(self, node: Node) -> str:
        return self._resolution.iris[node]

    def _term(self, thing: Node | URIRef | Value) -> str:
        if isinstance(thing, Value):
            return literal(thing)
        return iri(self._iri(thing) if isinstance(thing, Node) else str(thing))

    def _passage(self, article: str, span: Span) -> str:
        home = slug(PurePath(article).stem)
        name = f"{self._base}{segment(DIP.Passage)}/{home}/{span.start}-{span.end}"
        self.passages[name] = (article, span)
        return name

    def places(self) -> tuple[tuple[str, tuple[str, Span]], ...]:
        """Return the IRI of each passage with its article and range, sorted by IRI."""
        return tuple(sorted(self.passages.items()))

    def rivals(self) -> dict[Triple, list[str]]:
        """Return the IRIs of the claims of each triple that won where others were told."""
        found: dict[Triple, list[str]] = {}
        for name, cited in self.claims.items():
            claim = cited.found[0]
            if cited.flat and (self._iri(claim.subject), claim.predicate) in self._resolution.settled:
                found.setdefault((*cited.triple[:2], ""), []).append(name)
        return found

    def lines(self, name: str, rivals: dict[Triple, list[str]]) -> set[str]:
        """Return the lines of one claim."""
        cited, subject = self.claims[name], iri(name)
        best = cited.found[0]
        told = {(RDF.type, iri(str(kind))) for kind in (DIP.Claim, RDF.Statement)}
        told |= set(zip((RDF.subject, RDF.predicate, RDF.object), cited.triple, strict=True))
        told |= {(DIP.passage, iri(passage)) for passage in cited.passages}
        told |= {(DIP.basis, literal(Value(c.basis))) for c in cited.found if c.basis}
        told |= {(DIP.phrase, literal(Value(c.phrase))) for c in cited.found if c.phrase}
        told |= {(DIP.sameBy, literal(Value(why))) for c in cited.found for why in self._reasons(c)}
        told.add((DIP.rule, literal(Value(best.rule))))
        told |= _decided(best.linking)
        if best.confidence is not None:
            told.add((DIP.confidence, literal(Value(f"{best.confidence:.2f}", "decimal"))))
        if all(c.according_to for c in cited.found):  # else the article tells it in its own voice too
            told |= {(DIP.accordingTo, self._term(c.according_to)) for c in cited.found if c.according_to}
        if not cited.flat and best.predicate in (DIP.status, *_BOUNDS) and not self._came_about(best):
            told |= {(DIP.disputes, iri(other)) for other in rivals.get((*cited.triple[:2], ""), ())}
        return {line(subject, iri(str(term)), thing) for term, thing in told}

    def _came_about(self, claim: Claim) -> bool:
        """Say whether a claim tells of a plan: what came of it, or did not, was told without disputing it."""
        told = self._status.get((claim.subject, claim.according_to))
        won = self._resolution.settled.get((self._iri(claim.subject), DIP.status))
        return told in _AHEAD and won != DIP.Denied and (claim.predicate == DIP.status or told != won)

    def _reasons(self, claim: Claim) -> Iterable[str]:
        """Return why what a claim gives a class was taken to be the same as what others tell of."""
        is_own = claim.predicate == RDF.type and claim.object == claim.subject.kind
        return self._same.get(claim.subject, ()) if is_own else ()


def _decided(linking: Linking | None) -> set[tuple[URIRef, str]]:
    """Return why, by whom and when a link was decided."""
    if linking is None:
        return set()
    told = {(DIP.feature, literal(Value(feature))) for feature in linking.features}
    told.add((DIP.decidedBy, literal(Value(linking.by))))
    return told | ({(DIP.decidedOn, literal(Value(linking.on, "date")))} if linking.on else set())
