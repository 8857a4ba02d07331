"""What the names of a query stand for: prefixes, declared and given, and IRIs relative to a base."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urljoin

from rdflib import OWL, RDF, RDFS, SKOS, XSD
from rdflib.namespace import DCTERMS

from kg.store.likeness import Suggestion, hinted, namespaces, nearest
from kg.store.tokens import Token, fault, windows
from kg.vocab import ONTOLOGY

# Prefixes that a query need not declare.
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": str(DCTERMS),
        "dip": str(ONTOLOGY),
        "owl": str(OWL),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)
LIKE = 60.0  # of 100: prefixes are short, and one letter of three is a third
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Prologue:
    """What names stand for, once the whole prologue is read.

    Attributes:
        prefixes: each with its namespace.
        base: what relative IRIs are resolved against.
    """

    prefixes: Mapping[str, str]
    base: str

    def iri(self, token: Token) -> str:
        """Return the IRI that a token of the kind iri or name stands for; not one of a name not declared."""
        if token.kind == "iri":
            return _absolute(self.base, token.text[1:-1])
        prefix, _, local = token.text.partition(":")
        return self.prefixes.get(prefix, "") + re.sub(r"\\(.)", r"\1", local)

    def of(self, tokens: Iterable[Token]) -> str:
        """Return the prologue that some tokens need to stand for themselves; empty where they need none."""
        lines = set()
        for token in tokens:
            if token.kind == "name":
                prefix = token.text.partition(":")[0]
                lines.add(f"PREFIX {prefix}: <{self.prefixes[prefix]}>\n")
            elif token.kind == "iri" and not _SCHEME.match(token.text[1:]):
                lines.add(f"BASE <{self.base}>\n")
        return "".join(sorted(lines))


def read(tokens: tuple[Token, ...], text: str, base: str) -> Prologue:
    """Return what the names of a query stand for.

    Raises:
        QueryError: a prefix is not declared before it is used.
    """
    prefixes = dict(PREFIXES)
    for before, token, after in windows(tokens):
        if before == "BASE" and token.kind == "iri":
            base = _absolute(base, token.text[1:-1])
        elif before == "PREFIX" and token.kind == "name":
            prefixes[token.text[:-1]] = _absolute(base, after[1:-1])
        elif token.kind == "name" and token.text.partition(":")[0] not in prefixes:
            error = fault(text, token.start, f"expected a declared prefix, found {token.text!r}")
            raise hinted(error, _meant(token.text, prefixes))
    return Prologue(MappingProxyType(prefixes), base)


def short(iri: str) -> str | None:
    """Return an IRI as a prefix that every query knows shortens it; None where none does.

    >>> short("http://www.w3.org/2000/01/rdf-schema#label")
    'rdfs:label'
    """
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and (local := iri.removeprefix(space)).isalnum():
            return f"{prefix}:{local}"
    return None


def _meant(name: str, declared: Mapping[str, str]) -> Iterator[Suggestion]:
    """Yield declared prefixes that are like that of a name, and the declaration that it may lack."""
    prefix, _, local = name.partition(":")
    for known in (prefix, prefix.lower()):
        if iri := namespaces().get(known):
            yield Suggestion(name, f"PREFIX {prefix}: <{iri}>", "to declare it")
            break
    for known in nearest(prefix, declared, LIKE):
        yield Suggestion(name, f"{known}:{local}", declared[known])


def _absolute(base: str, iri: str) -> str:
    if _SCHEME.match(iri):
        return iri
    joined = urljoin(base, iri)
    return f"{joined}#" if iri.endswith("#") else joined  # an empty fragment is dropped, a namespace needs it
