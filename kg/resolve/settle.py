"""Choose the one value of what can have one only; the others stay as claims."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from rdflib import URIRef

from kg import precedence
from kg.model import Article, Claim, Node, Value
from kg.precedence import Told
from kg.vocab import DIP

Held = Node | URIRef | Value


def winners(
    claims: Iterable[Claim], paths: Mapping[Node, str], articles: Mapping[str, Article]
) -> dict[tuple[str, URIRef], Held]:
    """Return the value that wins for each path and property that has one value only."""
    kept = sorted((c for c in claims if c.predicate in precedence.ONE), key=lambda c: paths[c.subject])
    return {
        (path, term): value
        for path, about in groupby(kept, key=lambda c: paths[c.subject])
        for term, value in precedence.winners(_told(c, articles) for c in about).items()
    }


def _told(claim: Claim, articles: Mapping[str, Article]) -> Told[Held]:
    subject, source, value = claim.subject, claim.according_to, claim.object
    published = articles[subject.article].published
    return Told(
        term=claim.predicate,
        held=value,
        words=value.text if isinstance(value, Value) else str(value),
        telling=(subject.article, subject.key, *((source.article, source.key) if source else ())),
        is_own=source is None,
        day=published.isoformat() if published else "",
        sure=claim.confidence or 0.0,
        is_visit=subject.kind == DIP.Visit,
    )
