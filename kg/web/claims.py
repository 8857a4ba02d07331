"""The claims about one thing, and the flat triples that some of them make.

Of what has one value only, the value stands that the rule of the build chooses from these claims.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import RDF, URIRef

from kg import precedence
from kg.precedence import Told
from kg.store.builds import Build, Term
from kg.store.voices import Voices
from kg.vocab import DIP


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, as a reading looks at it.

    Attributes:
        predicate: of its triple.
        object: of its triple.
        telling: IRI of the statement or actor that it is according to; None where an article tells it itself.
        article: IRI of the article; empty where it rests on a registry or the article's own file.
        outlets: IRIs of those whose telling it is.
        day: when the article was issued; None where unknown.
        sure: its confidence; 0 where unknown.
        flat: whether it may stand in the flat layer: nobody rejected it.
        passages: IRIs of the words it rests on.
        triples: all that is told of the claim itself.
    """

    predicate: NamedNode
    object: Term
    telling: str | None
    article: str
    outlets: frozenset[str]
    day: str | None
    sure: float
    flat: bool
    passages: tuple[str, ...]
    triples: tuple[Triple, ...]


def claims(build: Build, thing: str, voices: Voices) -> Iterator[Claim]:
    """Yield the claims whose subject something is."""
    for triple in build.matching(None, NamedNode(RDF.subject), NamedNode(thing)):
        if isinstance(triple.subject, NamedNode):
            yield claim(build, triple.subject.value, voices)


def words(term: Term) -> str:
    """Return the IRI of a term, or the words of a literal."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def claim(build: Build, iri: str, voices: Voices) -> Claim:
    """Return a claim."""
    told = build.about(iri)
    values: dict[str, list[Term]] = {}
    for triple in told:
        values.setdefault(triple.predicate.value, []).append(triple.object)
    named = {term: sorted(map(words, found)) for term, found in values.items()}
    passages = tuple(named.get(str(DIP.passage), ()))
    telling = next(iter(named.get(str(DIP.accordingTo), ())), None)
    article = next((a for p in passages for a in voices.articles(p)), "")
    predicate = values[str(RDF.predicate)][0]
    return Claim(
        predicate=predicate if isinstance(predicate, NamedNode) else NamedNode(str(predicate)),
        object=values[str(RDF.object)][0],
        telling=telling,
        article=article,
        outlets=voices.of(article, telling) if article else frozenset(),
        day=voices.day(article) if article else None,
        sure=float(next(iter(named.get(str(DIP.confidence), ())), 0)),
        flat=str(DIP.Rejected) not in named.get(str(DIP.review), ()),
        passages=passages,
        triples=told,
    )


def flat(thing: str, kept: tuple[Claim, ...], voices: Voices) -> tuple[Triple, ...]:
    """Return the flat triples that claims make of a thing."""
    subject = NamedNode(thing)
    found: dict[NamedNode, dict[Term, None]] = {c.predicate: {} for c in kept}
    is_visit = str(DIP.Visit) in voices.kinds(thing)
    rivals = []
    for claim in (c for c in kept if c.flat):
        if URIRef(claim.predicate.value) in precedence.ONE:
            rivals.append(_told(claim, is_visit=is_visit))
        else:
            found[claim.predicate][claim.object] = None
    for term, value in precedence.winners(rivals).items():
        found[NamedNode(term)][value] = None
    found |= _hearsay(kept, voices)
    return tuple(Triple(subject, p, o) for p, values in found.items() for o in values)


def _told(claim: Claim, *, is_visit: bool) -> Told[Term]:
    return Told(
        term=URIRef(claim.predicate.value),
        held=claim.object,
        words=words(claim.object),
        telling=(claim.article, *((claim.telling,) if claim.telling else ())),
        is_own=claim.telling is None,
        day=claim.day or "",
        sure=claim.sure,
        is_visit=is_visit,
    )


def _hearsay(kept: tuple[Claim, ...], voices: Voices) -> dict[NamedNode, dict[Term, None]]:
    """Return on whose word alone these claims have the record; nothing where one tells it first-hand."""
    told = [c for c in kept if c.object == NamedNode(DIP.Record)]
    if not told or not all(c.telling for c in told):
        return {}
    tellings = sorted({c.telling for c in told if c.telling})
    speakers = (voices.found(telling, DIP.speaker) or (telling,) for telling in tellings)
    return {NamedNode(DIP.onlyAccordingTo): {NamedNode(who): None for each in speakers for who in each}}
