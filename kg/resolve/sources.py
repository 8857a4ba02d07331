"""What is known of an article itself, as claims: title, publisher, author, day, address, licence."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from rdflib import DCTERMS, RDF, RDFS, URIRef

from kg.model import Article, Claim, Extraction, Node, Value
from kg.vocab import DIP

_TEXTS = {
    "title": DCTERMS.title,
    "url": DIP.url,
    "language": DCTERMS.language,
    "licence": DCTERMS.license,
}
_MAKERS = (("publisher", DCTERMS.publisher, DIP.Organization), ("author", DCTERMS.creator, DIP.Person))


def node(article: Article) -> Node:
    """Return the node that stands for an article itself."""
    return Node(article.file, DIP.Article, PurePath(article.file).stem)


def described(extraction: Extraction) -> Extraction:
    """Return an extraction with what is known of its article claimed too."""
    return replace(extraction, claims=(*claims(extraction.article), *extraction.claims))


def claims(article: Article) -> Iterator[Claim]:
    """Yield what is known of an article; each claim rests on the field or the words it was found in."""
    self = node(article)
    yield Claim(self, RDF.type, DIP.Article, (), "article", basis=article.file)
    yield Claim(self, RDFS.label, Value(article.title or article.file), (), "article", basis=article.file)
    for field, term in _TEXTS.items():
        value = getattr(article, field)
        if value is not None:
            yield _claim(article, field, self, term, Value(value))
    for field, term, kind in _MAKERS:
        name = getattr(article, field)
        if name is not None:
            maker = Node(article.file, kind, f"{field}:{name}")
            yield _claim(article, field, self, term, maker)
            yield _claim(article, field, maker, RDF.type, kind)
            yield _claim(article, field, maker, RDFS.label, Value(name))
    if article.published is not None:
        day = article.published.isoformat()
        yield _claim(article, "published", self, DCTERMS.issued, Value(day, "date"))
        if article.inferred:
            yield _claim(article, "published", self, DIP.when, Value(f"{day}/.."))


def _claim(article: Article, field: str, subject: Node, term: URIRef, value: Node | URIRef | Value) -> Claim:
    origin = next((o for o in article.origins if o.field == field), None)
    spans = (origin.span,) if origin and origin.span else ()
    return Claim(subject, term, value, spans, "article", basis=origin.basis if origin else article.file)
