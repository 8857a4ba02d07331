"""The order in which an article is read."""

from collections.abc import Iterable

from kg.model import Article, Node, Span
from kg.text import (
    actors,
    cast,
    descriptions,
    foreign,
    gazetteer,
    home,
    introductions,
    language,
    mentions,
    names,
    offices,
    pairs,
    publication,
    quotes,
    regions,
    seats,
    sentences,
    times,
    titles,
)
from kg.text.material import Material
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Doc
from kg.vocab import DIP

Parts = tuple[tuple[str, Span], ...]  # parts that are not read, each with its kind


def read(article: Article) -> Reading:
    """Return an article as read; its day of publication is inferred where only its dated words give it.

    Nobody is read in an article in a language that is not parsed.
    """
    if foreign.is_foreign(article):
        return foreign.read(article)
    doc = Doc(language.parse(language.plain(article.text)))
    unread = regions.unread(article)
    material = _material(article, doc, unread)
    told = seats.offices(material, home.state(article))
    mentioned = mentions.find(material, introductions.begin(material, told, home.state(article)))
    told = (*seats.completed(material, told, mentioned), *seats.unnamed(material, mentioned))
    found_times = times.find(doc)
    return Reading(
        article=publication.published(article, doc, found_times),
        doc=doc,
        sentences=_sentences(doc, article.text, tuple(span for _, span in unread)),
        quotes=quotes.find(article.text),
        times=found_times,
        mentions=mentioned,
        actors=cast.actors(material, mentioned, told),
        offices=told,
        topics=_topics(material),
        unread=unread,
    )


def _material(article: Article, doc: Doc, unread: Parts) -> Material:
    """Return what names and describes actors in the parts that are read."""
    hits = gazetteer.hits(doc).where(lambda hit: _is_read(doc, hit.start, unread))
    phrases = tuple(t for t in titles.find(doc, hits) if _is_read(doc, t.start, unread))
    named = tuple(n for n in names.find(doc, hits, phrases) if _is_read(doc, n.start, unread))
    return Material(
        article=article.file,
        doc=doc,
        hits=hits,
        clusters=actors.gather(doc, named),
        titles=phrases,
        held=offices.held(doc, phrases, named),
        descriptions=tuple(d for d in descriptions.find(doc, hits) if _is_read(doc, d.start, unread)),
        pairs=tuple(p for p in pairs.find(doc, hits) if _is_read(doc, p.start, unread)),
    )


def _is_read(doc: Doc, token: int, unread: Parts) -> bool:
    return not any(span.start <= doc[token].idx < span.end for _, span in unread)


def _sentences(doc: Doc, text: str, unread: Iterable[Span]) -> tuple[Sentence, ...]:
    """Return the sentences of the parts that are read."""
    parts = tuple(unread)
    found = []
    for span in sentences.split(text):
        for piece in _without(span, parts):
            tokens = doc.char_span(piece.start, piece.end, alignment_mode="contract")
            if tokens is not None and len(tokens) and text[piece.start : piece.end].strip():
                found.append(Sentence(piece, tokens.start, tokens.end))
    return tuple(found)


def _without(span: Span, unread: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is left of a sentence when the parts that are not read are taken away."""
    part = next((p for p in unread if p.meets(span)), None)
    if part is None:
        return (span,)
    sides = (Span(span.start, max(span.start, part.start)), Span(min(span.end, part.end), span.end))
    return tuple(piece for side in sides if side.start < side.end for piece in _without(side, unread))


def _topics(material: Material) -> tuple[tuple[Node, Span], ...]:
    found = (hit for hit in material.hits if hit.kind == "topic")
    return tuple(
        (Node(material.article, DIP.Topic, f"topic:{h.key}", h.key), material.span(h.start, h.end))
        for h in found
    )
