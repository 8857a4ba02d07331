"""Who the names of one article are: names of the same actor brought together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from rdflib import URIRef
from spacy.tokens import Doc

from kg.model import Node
from kg.text.names import Name
from kg.vocab import DIP, local

_ALIKE = (
    0.84  # share of letters in common from which two surnames are one name spelt twice (Budaqov, Budagov)
)
_SPELT = 5  # letters that a surname has at least, for that


@dataclass(slots=True)
class Cluster:
    """Names that mean one actor; filled while the article is gone through."""

    kind: URIRef
    registry: str | None
    forms: list[str]
    names: list[Name] = field(default_factory=list)

    def fullest(self) -> str:
        """Return the longest form by words, the first of several."""
        return max(self.forms, key=lambda f: len(f.split()))

    def node(self, article: str) -> Node:
        """Return the node of the actor within an article."""
        words = self.registry or self.fullest().casefold()
        return Node(article, self.kind, f"{local(self.kind).lower()}:{words}", self.registry)


def gather(doc: Doc, names: Iterable[Name]) -> list[Cluster]:
    """Return the actors and places that the names mean, in the order of their first mention."""
    clusters: list[Cluster] = []
    for name in _corrected(doc, tuple(names)):
        form = doc[name.start : name.end].text
        cluster = _known(clusters, name, form) or (None if name.registry else _alias(doc, clusters, name))
        if cluster is None:
            cluster = Cluster(name.kind, name.registry, [])
            clusters.append(cluster)
        if form not in cluster.forms:
            cluster.forms.append(form)
        cluster.registry = cluster.registry or name.registry
        cluster.names.append(name)
    return clusters


def _corrected(doc: Doc, names: tuple[Name, ...]) -> Iterator[Name]:
    """Yield the names; a surname that the language model took for a place or body is a person's after all."""
    known = {doc[n.end - 1].text for n in names if n.kind == DIP.Person and n.end - n.start > 1}
    for name in names:
        alone = name.end - name.start == 1 and name.registry is None and name.kind != DIP.Person
        yield replace(name, kind=DIP.Person) if alone and doc[name.start].text in known else name


def _known(clusters: list[Cluster], name: Name, form: str) -> Cluster | None:
    for cluster in reversed(clusters):
        if cluster.kind != name.kind:
            continue
        if name.registry and cluster.registry == name.registry:
            return cluster
        if name.kind == DIP.Person and any(
            _same_person(form, other, titled=name.title is not None) for other in cluster.forms
        ):
            return cluster
        if not (name.registry and cluster.registry) and form.casefold() in {
            f.casefold() for f in cluster.forms
        }:
            return cluster
        if name.kind == DIP.Organization and any(_short_body(form, other) for other in cluster.forms):
            return cluster
    return None


def _same_person(one: str, other: str, *, titled: bool) -> bool:
    """Say whether two forms name one person: the same words, or a surname and the full name."""
    a, b = _words(one), _words(other)
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    if short == long or (
        len(long) > len(short) and set(short) <= set(long) and (short[-1] == long[-1] or short[0] == long[0])
    ):
        return True
    spelt = len(short[-1]) >= _SPELT and SequenceMatcher(None, short[-1], long[-1]).ratio() >= _ALIKE
    return spelt and not titled and (len(short) == 1 or short[0] == long[0])


def _words(form: str) -> list[str]:
    return [w.casefold().strip(".-’'") for w in form.replace("-", " ").split() if w.strip(".-’'")]


def _short_body(one: str, other: str) -> bool:
    """Say whether one form is the end of the other ("Eximbank", "Korea Eximbank"); common words alone are none."""
    a, b = _words(one), _words(other)
    short, long = sorted((a, b), key=len)
    return (
        len(short) == 1
        and len(long) == 2
        and long[-1] == short[-1]
        and len(short[0]) > 6
        and one[0].isupper()
        and other[0].isupper()
        and short[0] not in _COMMON
    )


_COMMON = frozenset(
    "ministry parliament government embassy committee council commission department university assembly".split()
)


def _alias(doc: Doc, clusters: list[Cluster], name: Name) -> Cluster | None:
    """Return the body whose short form stands right behind it in brackets: "Chinese Communist Party (CPC)"."""
    if name.start < 2 or doc[name.start - 1].text != "(" or name.end >= len(doc) or doc[name.end].text != ")":
        return None
    for cluster in clusters:
        if cluster.kind == name.kind and any(n.end == name.start - 1 for n in cluster.names):
            return cluster
    return None
