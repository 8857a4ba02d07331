"""What may be meant by names of a query that the graph does not know; such a query is none the less legal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from rapidfuzz import fuzz
from rdflib import RDF, URIRef

from kg.store import named, texts
from kg.store.builds import Build
from kg.store.likeness import MOST, Suggestion, nearest
from kg.store.parts import CLASS, PROPERTY, Outline
from kg.store.prologue import PREFIXES, short
from kg.store.tokens import Token, windows
from kg.store.vetting import Vetted
from kg.vocab import DIP, ONTOLOGY, classes, local, properties
from kg.web.values import NAMES_OF_OTHERS, english, name_of

LOOKED_UP = 50  # names of a query that are looked up: a list of a thousand is no spelling mistake
LIKE = 70.0  # of 100: among two hundred terms that are known, less is meant by it than among all words
ALIKE = 75.0  # of 100: names of persons differ by less than terms do
# These stand in a search alone, where the search itself tells what is wrong.
_SEARCHING = frozenset({DIP.search, DIP.words, DIP.named, DIP.relevance, DIP.limit})
_WORDS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What may be meant by one name.

    Attributes:
        token: the name.
        reason: what is odd about it.
        suggestions: what may be meant, likeliest first; none where nothing is like it.
    """

    token: Token
    reason: str
    suggestions: tuple[Suggestion, ...]


def meanings(vetted: Vetted, tokens: Sequence[Token], outline: Outline, build: Build) -> tuple[Meaning, ...]:
    """Return the names of a query that the graph does not know, or that stand where their kind does not.

    Args:
        vetted: the query.
        tokens: its tokens.
        outline: its parts.
        build: the graph.
    """
    found: dict[str, Meaning | None] = {}
    for token in _names(vetted, tokens, outline):
        if token.text not in found and len(found) < LOOKED_UP:
            found[token.text] = _meaning(token, vetted, outline.roles.get(token.start, ""), build)
    return tuple(each for each in found.values() if each is not None)


def _names(vetted: Vetted, tokens: Sequence[Token], outline: Outline) -> Iterator[Token]:
    """Yield the names and IRIs that may stand in triples of the graph."""
    begin = outline.head[0].start if outline.head else 0
    if vetted.form == "CONSTRUCT" and outline.group is not None:
        begin = outline.group.start  # what is made may be named at will
    for before, token, after in windows(tokens):
        is_call = after == "(" and token.start not in outline.roles
        is_elsewhere = any(block.start <= token.start < block.end for block in vetted.blocks)
        if token.kind not in {"iri", "name"} or token.start < begin or is_call or is_elsewhere:
            continue
        if before not in {"FROM", "NAMED", "GRAPH", "^"} or token.start in outline.roles:
            yield token


def _meaning(token: Token, vetted: Vetted, role: str, build: Build) -> Meaning | None:
    iri = vetted.names.iri(token)
    if iri.startswith(ONTOLOGY):
        return _term(token, iri, role)
    if build.knows(iri):
        return None
    if iri.startswith(build.base):
        return Meaning(token, f"The graph knows nothing of {token.text}", tuple(_things(token, iri, build)))
    if role or any(iri.startswith(space) for space in PREFIXES.values()):
        return Meaning(token, f"The graph does not use {token.text}", tuple(_others(token, iri, role)))
    return None


def _term(token: Token, iri: str, role: str) -> Meaning | None:
    name = iri.removeprefix(ONTOLOGY)
    term = URIRef(iri)
    if term not in DIP:
        known = _likely(name, role)
        return Meaning(token, f"The ontology has no {token.text}", tuple(_terms(token, known)))
    if role == PROPERTY and term in classes():
        known = _likely(name, role)
        use = Suggestion(token.text, f"a {short(term)}", "a class")
        return Meaning(token, f"{token.text} is a class, not a property", (*_terms(token, known), use)[:MOST])
    if role == CLASS and term in properties():
        known = _likely(name, role)
        use = Suggestion(token.text, f"{short(term)} ?value", "a property")
        return Meaning(token, f"{token.text} is a property, not a class", (*_terms(token, known), use)[:MOST])
    return None


def _likely(name: str, role: str) -> list[URIRef]:
    """Return the terms of a role whose names or labels are like a name; of any role where none are."""
    every = sorted({*(DIP[each] for each in dir(DIP))} - _SEARCHING)
    fitting = [term for term in {CLASS: classes(), PROPERTY: properties()}.get(role, ()) if term in every]
    return _like(name, fitting) or ([] if role and ONTOLOGY[name] in DIP else _like(name, every))


def _like(name: str, terms: Iterable[URIRef]) -> list[URIRef]:
    named = {local(term): term for term in terms}
    labelled = {english(name): term for name, term in named.items()}
    found = [named[each] for each in nearest(name, named, LIKE)]
    found += [labelled[each] for each in nearest(_HUMPS.sub(" ", name), labelled, LIKE)]
    return list(dict.fromkeys(found))[:MOST]


def _terms(token: Token, terms: Iterable[URIRef]) -> Iterator[Suggestion]:
    for term in terms:
        yield Suggestion(token.text, short(term) or f"<{term}>", name_of(term))


def _others(token: Token, iri: str, role: str) -> Iterator[Suggestion]:
    """Yield terms of others by their names and by what we call them, and terms of ours."""
    name = local(URIRef(iri))
    used = {local(term): term for term in (*NAMES_OF_OTHERS, RDF.type)}
    called = {label: term for term, label in NAMES_OF_OTHERS.items()}
    found = [used[each] for each in nearest(name, used, LIKE)]
    found += [called[each] for each in nearest(name, called, LIKE)]
    yield from _terms(token, list(dict.fromkeys([*found, *_likely(name, role)]))[:MOST])


def _things(token: Token, iri: str, build: Build) -> Iterator[Suggestion]:
    """Yield the things whose IRIs are like one."""
    kind, _, slug = iri.removeprefix(build.base).rpartition("/")
    words = _WORDS.findall(texts.fold(unquote(slug)))
    found = {name.iri: name.label for name in named.alike(build.folder / texts.FILE, words)}
    scored = sorted(
        (-fuzz.ratio(iri, each), each) for each in found if each.startswith(f"{build.base}{kind}/")
    )
    is_relative = not token.text[1:].startswith(build.base)
    prefix, _, _ = token.text.partition(":")
    for _, each in scored[:MOST]:
        if fuzz.ratio(slug, each.rpartition("/")[2]) < ALIKE:
            continue
        meant = f"<{each.removeprefix(build.base)}>" if is_relative and token.kind == "iri" else f"<{each}>"
        if token.kind == "name":
            meant = f"{prefix}:{each.removeprefix(iri[: len(iri) - len(token.text.partition(':')[2])])}"
        yield Suggestion(token.text, meant, found[each])
