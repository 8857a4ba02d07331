"""The order in which an article is read."""

from collections.abc import Iterable, Mapping
from functools import cache

from rdflib import URIRef
from spacy.tokens import Doc

from kg.model import Article, Node, Span
from kg.registry.organisations import organisations
from kg.registry.outlets import outlets
from kg.registry.places import places
from kg.registry import titles as registry_titles
from kg.registry.titles import Title
from kg.text import (
    actors,
    descriptions,
    gazetteer,
    home,
    language,
    mentions,
    names,
    offices,
    publication,
    quotes,
    regions,
    sentences,
    times,
    titles,
)
from kg.text.actors import Cluster
from kg.text.gazetteer import Hit
from kg.text.mentions import Material
from kg.text.offices import Held
from kg.text.reading import Actor, Mention, Office, Reading, Sentence
from kg.vocab import DIP


def read(article: Article) -> Reading:
    """Return an article as read; its day of publication is inferred where only its dated words give it."""
    doc = language.parse(article.text)
    unread = regions.unread(article)
    read_sentences = _sentences(doc, article.text, unread)
    found_times = times.find(doc)
    hits = _outside(gazetteer.hits(doc), doc, unread)
    title_phrases = tuple(t for t in titles.find(doc, hits) if _is_read(doc, t.start, unread))
    all_names = tuple(n for n in names.find(doc, hits, title_phrases) if _is_read(doc, n.start, unread))
    clusters = tuple(actors.gather(doc, all_names))
    held = offices.held(doc, title_phrases, all_names)
    described = tuple(d for d in descriptions.find(doc, hits) if _is_read(doc, d.start, unread))
    material = Material(article.file, doc, hits, clusters, title_phrases, held, described)
    found = mentions.find(material)
    told = _offices(material, home.state(article))
    return Reading(
        article=publication.published(article, doc, found_times),
        doc=doc,
        sentences=read_sentences,
        quotes=quotes.find(article.text),
        times=found_times,
        mentions=found,
        actors=_actors(material, found, told),
        offices=told,
        topics=_topics(material),
        unread=unread,
    )


def _sentences(doc: Doc, text: str, unread: Iterable[tuple[str, Span]]) -> tuple[Sentence, ...]:
    """Return the sentences of the parts that are read."""
    found = []
    for span in sentences.split(text):
        for piece in _without(span, tuple(u for _, u in unread)):
            tokens = doc.char_span(piece.start, piece.end, alignment_mode="contract")
            if tokens is not None and len(tokens) and text[piece.start : piece.end].strip():
                found.append(Sentence(piece, tokens.start, tokens.end))
    return tuple(found)


def _without(span: Span, unread: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is left of a sentence when the parts that are not read are taken away."""
    for part in unread:
        if part.meets(span):
            left = Span(span.start, max(span.start, part.start))
            right = Span(min(span.end, part.end), span.end)
            rest = tuple(p for p in unread if p != part)
            return tuple(p for side in (left, right) if side.start < side.end for p in _without(side, rest))
    return (span,)


def _is_read(doc: Doc, token: int, unread: Iterable[tuple[str, Span]]) -> bool:
    return not any(span.start <= doc[token].idx < span.end for _, span in unread)


def _outside(hits: Mapping[int, Hit], doc: Doc, unread: Iterable[tuple[str, Span]]) -> dict[int, Hit]:
    return {i: h for i, h in hits.items() if _is_read(doc, i, unread)}


def _span(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _offices(material: Material, home_state: str | None) -> tuple[Office, ...]:
    found: list[Office] = []
    states: dict[int, str | None] = {}
    node_of = {n: c.node(material.article) for c in material.clusters for n in c.names}
    attested = {node_of[h.holder] for h in material.held if h.title.state or h.title.body}
    for held in material.held:
        phrase, doc, basis = held.title, material.doc, None
        state = phrase.state or (None if phrase.body else _shared_state(material, held, states))
        states[held.holder.end] = state
        holder = node_of[held.holder]
        if (
            state is None
            and phrase.body is None
            and home_state
            and holder not in attested
            and _is_domestic(phrase.entry)
        ):
            state, basis = home_state, "publisher"
        body = _body(phrase.body, node_of) or (_state(material, state) if state else None)
        span = _span(doc, *phrase.title)
        title = " ".join(doc.text[span.start : span.end].split())
        known = registry_titles.office(title) or registry_titles.Office(phrase.entry, ())
        rank = DIP[known.rank_in(state, body=phrase.body is not None)]
        found.append(Office(holder, title, body, span, rank, known.name, basis))
    return tuple(found)


def _is_domestic(title: Title) -> bool:
    """Say whether an office without a state is one of the publisher's own state."""
    return title.of == "state" and title.rank in _DOMESTIC


_DOMESTIC = frozenset(
    "HeadOfState HeadOfGovernment DeputyHeadOfState DeputyHeadOfGovernment Minister DeputyMinister Royal Legislator Spokesperson Official".split()
)


def _state(material: Material, key: str) -> Node:
    return Node(material.article, DIP.State, f"state:{key}", key)


def _body(tokens: tuple[int, int] | None, node_of: Mapping[names.Name, Node]) -> Node | None:
    if tokens is None:
        return None
    inside = [
        n for name, n in node_of.items() if name.start <= tokens[0] < name.end and n.kind == DIP.Organization
    ]
    return inside[0] if inside else None


def _shared_state(material: Material, held: Held, states: Mapping[int, str | None]) -> str | None:
    """Return the state of a list that a title without one stands in.

    "Azerbaijani officials, including Prime Minister Asadov"; "Foreign Minister A of Italy and Defence Minister B".
    """
    doc, start = material.doc, held.title.start
    sentence = doc[start].sent.start
    for i in range(start - 1, max(sentence, start - 3) - 1, -1):
        if i + 1 in states and all(t.is_punct or t.lower_ in {"and", "the"} for t in doc[i + 1 : start]):
            return states[i + 1]
    for description in reversed(material.descriptions):
        if (
            sentence <= description.start
            and description.end <= start
            and description.kind == DIP.Group
            and description.state
        ):
            if any(
                t.lower_ in {"including", "like", "namely", ":"} or t.lower_ == "such"
                for t in doc[description.end : start]
            ):
                return description.state
    return None


def _actors(material: Material, found: Iterable[Mention], told: Iterable[Office]) -> tuple[Actor, ...]:
    """Return everyone and every place with the words that name or describe them, by first mention."""
    named: dict[Node, dict[str, Span]] = {}
    for mention in found:
        for node in mention.actors:
            forms = named.setdefault(node, {})
            if mention.words is not None and len(mention.actors) == 1:
                span = _span(material.doc, *mention.words)
                forms.setdefault(" ".join(material.doc.text[span.start : span.end].split()), span)
    for office in told:
        if office.body is not None:
            named.setdefault(office.body, {})
    countries = {o.holder: _country(material, o.body) for o in reversed(tuple(told)) if o.body is not None}
    return tuple(
        Actor(n, _sorted(forms), countries.get(n) or _country(material, n, forms), None)
        for n, forms in named.items()
    )


@cache
def _seats() -> dict[tuple[URIRef, str], str]:
    """Return the state that each body and place of the registry belongs to."""
    tables = ((DIP.Organization, organisations()), (DIP.Organization, outlets()), (DIP.Place, places()))
    return {(kind, each.key): each.state for kind, table in tables for each in table if each.state}


def _sorted(forms: Mapping[str, Span]) -> tuple[tuple[str, Span], ...]:
    return tuple(sorted(forms.items(), key=lambda f: -len(f[0].split())))


def _country(material: Material, node: Node, forms: Mapping[str, Span] | None = None) -> Node | None:
    """Return the state that a body or person belongs to: by the registry, or by the state in its name."""
    if node.kind == DIP.State:
        return node
    key = _seats().get((node.kind, node.registry)) if node.registry else None
    if key is None and forms:
        places = [s for s in forms.values()]
        key = next(
            (
                h.key
                for h in material.hits.values()
                for s in places
                if h.kind in {"state", "demonym"} and s.start <= material.doc[h.start].idx < s.end
            ),
            None,
        )
    return _state(material, key) if key else None


def _topics(material: Material) -> tuple[tuple[Node, Span], ...]:
    found = (h for h in material.hits.values() if h.kind == "topic")
    return tuple(
        (Node(material.article, DIP.Topic, f"topic:{h.key}", h.key), _span(material.doc, h.start, h.end))
        for h in found
    )
