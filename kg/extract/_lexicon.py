"""The words of the frames: which verbs, nouns and cues evoke what, read from `ontology/frames/`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, URIRef

from kg.errors import OntologyError
from kg.text.tokens import Token
from kg.vocab import DIP, frames

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a frame declares.

    Attributes:
        kind: class of the records that it evokes.
        verbs: each as its lemma and the lemmas that stand beside it ("speak", "highly").
        nouns: lemmas.
        cues: words and phrases, in lower case.
    """

    kind: URIRef
    verbs: frozenset[Words]
    nouns: frozenset[str]
    cues: frozenset[str]

    def match(self, verb: Token) -> bool:
        """Say whether a verb evokes the frame, with the words that it needs beside it."""
        return any(_stands_by(verb, beside) for beside in _by_lemma(self.verbs).get(_lemma(verb), ()))


@cache
def _by_lemma(verbs: frozenset[Words]) -> Mapping[str, tuple[Words, ...]]:
    """Return what must stand beside each verb, in each way it may."""
    found: dict[str, tuple[Words, ...]] = {}
    for lemma, *beside in sorted(verbs):
        found[lemma] = (*found.get(lemma, ()), tuple(beside))
    return found


@cache
def frame(name: str) -> Frame:
    """Return the frame whose IRI ends in a name.

    Raises:
        OntologyError: no frame has that name.
    """
    graph = frames()
    node = next((s for s in graph.subjects(RDF.type, DIP.Frame) if str(s).endswith(f"/{name}")), None)
    kind = graph.value(node, DIP.evokes)
    if not isinstance(kind, URIRef):
        raise OntologyError(
            f"ontology/frames: expected a frame named {name!r} that evokes a class, found none"
        )
    verbs, nouns, cues = ([str(o) for o in graph.objects(node, p)] for p in (DIP.verb, DIP.noun, DIP.cue))
    return Frame(kind, frozenset(tuple(v.split()) for v in verbs), frozenset(nouns), frozenset(cues))


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _stands_by(verb: Token, words: Iterable[str]) -> bool:
    beside = {w for c in verb.children if not _is_dated(c) for w in (_lemma(c), c.lower_)}
    return all(w in beside for w in words)


def _is_dated(preposition: Token) -> bool:
    """Say whether a word leads to a time, so that "agreed on Thursday" is no "agree on"."""
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)
