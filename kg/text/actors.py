"""Who the names of one article are: names of the same actor brought together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from rdflib import URIRef

from kg.model import Node
from kg.registry.words import words
from kg.text import wholes
from kg.text.names import Name
from kg.text.tokens import Doc
from kg.text.wholes import Core
from kg.vocab import DIP, local

_ALIKE = 0.84  # share of letters from which two surnames are one name spelt twice (Budaqov, Budagov)
_MIDDLE = 4  # letters that a word inside a name has at least, to tell its holder alone
_SPELT = 5  # letters that a surname has at least, for that
_TELLING = 7  # letters from which one word tells a body ("Eximbank", not "Board")


@dataclass(slots=True)
class Cluster:
    """Names that mean one actor; filled while the article is gone through."""

    kind: URIRef
    registry: str | None
    forms: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    cores: list[Core] = field(default_factory=list)  # of a body: what its names tell
    state: str | None = None  # that tells a body from another one of the same name

    def add(self, name: Name, form: str) -> None:
        """Take in one more name, worded so."""
        if form not in self.forms:
            self.forms.append(form)
        self.registry = self.registry or name.registry
        self.names.append(name)

    def node(self, article: str) -> Node:
        """Return the node of the actor within an article."""
        fullest = max(self.forms, key=lambda form: len(form.split()))
        key = self.registry or " of ".join((fullest.casefold(), *((self.state,) if self.state else ())))
        return Node(article, self.kind, f"{local(self.kind).lower()}:{key}", self.registry)


def gather(doc: Doc, names: Iterable[Name]) -> tuple[Cluster, ...]:
    """Return the actors and places that the names mean, in the order of their first mention."""
    clusters: list[Cluster] = []
    for name in _corrected(doc, tuple(names)):
        form = doc[name.start : name.end].text
        core = _core(doc, name, form) if name.kind == DIP.Organization else None
        known = next((c for c in reversed(clusters) if _is_same(c, name, form) and _fits(c, core)), None)
        cluster = (
            known
            or _alias(doc, clusters, name)
            or _whole(clusters, name, core)
            or _by_middle(clusters, name, form)
        )
        if cluster is None:
            cluster = Cluster(name.kind, name.registry)
            if core is not None and any(_is_same(c, name, form) for c in clusters):
                cluster.state = min(core.states, default=None)
            clusters.append(cluster)
        cluster.add(name, form)
        if core is not None:
            cluster.cores.append(core)
    return tuple(clusters)


def _core(doc: Doc, name: Name, form: str) -> Core:
    return wholes.core(form, name.registry, wholes.owning_state(doc, name.start))


def _fits(cluster: Cluster, core: Core | None) -> bool:
    """Say whether nothing tells that a body is another one of its name: "Peru's", "Kenya's parliament"."""
    return core is None or not any(wholes.are_apart(core, other) for other in cluster.cores)


def _whole(clusters: list[Cluster], name: Name, core: Core | None) -> Cluster | None:
    """Return the body told before whose name has the same words, more or fewer."""
    if core is None:
        return None
    for cluster in reversed(clusters):
        is_new = name.registry is not None and cluster.registry is not None
        fits = cluster.kind == name.kind and not is_new and _fits(cluster, core)
        if fits and any(wholes.are_one(core, other) for other in cluster.cores):
            return cluster
    return None


def _corrected(doc: Doc, names: tuple[Name, ...]) -> Iterator[Name]:
    """Yield the names; a surname that the language model took for a place or body is a person's after all."""
    surnames = {doc[n.end - 1].text for n in names if n.kind == DIP.Person and n.end - n.start > 1}
    for name in names:
        is_alone = name.end - name.start == 1 and name.registry is None
        is_surname = is_alone and doc[name.start].text in surnames
        yield replace(name, kind=DIP.Person) if is_surname else name


def _is_same(cluster: Cluster, name: Name, form: str) -> bool:
    """Say whether a name means the actor of a cluster: by the registry, else by its words."""
    if cluster.kind != name.kind:
        return False
    if name.registry and cluster.registry:
        return name.registry == cluster.registry
    if form.casefold() in {other.casefold() for other in cluster.forms}:
        return True
    if name.kind == DIP.Person:
        return any(_is_one_person(form, other, is_titled=name.title is not None) for other in cluster.forms)
    return name.kind == DIP.Organization and any(_is_short(form, other) for other in cluster.forms)


def _is_one_person(one: str, other: str, *, is_titled: bool) -> bool:
    """Say whether two forms name one person: the same words, or a surname and the full name."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short or short == long:
        return short == long
    ends = short[-1] == long[-1] or short[0] == long[0] or _opens_surname(short, long)
    if len(long) > len(short) and set(short) <= set(long) and ends:
        return True
    is_spelt = len(short[-1]) >= _SPELT and SequenceMatcher(None, short[-1], long[-1]).ratio() >= _ALIKE
    return is_spelt and not is_titled and (len(short) == 1 or short[0] == long[0])


def _opens_surname(short: list[str], long: list[str]) -> bool:
    """Say whether a word alone begins a surname of several, as "Lula" does "Lula da Silva"."""
    return len(short) == 1 and any(a == short[0] and b in words("particle") for a, b in pairwise(long[1:]))


def _by_middle(clusters: list[Cluster], name: Name, form: str) -> Cluster | None:
    """Return the one person whose full name has a word alone inside it: "Malik Agar Eyre", called "Agar"."""
    if name.kind != DIP.Person or len(short := _words(form)) != 1 or len(form) < _MIDDLE:
        return None
    persons = (c for c in clusters if c.kind == DIP.Person)
    found = [c for c in persons if any(short[0] in _words(other)[1:-1] for other in c.forms)]
    return found[0] if len(found) == 1 else None


def _words(form: str) -> list[str]:
    """Return the words of a name; without "Jr." behind it, which a surname alone has not."""
    parts = [word.casefold().strip(".,-’'") for word in form.replace("-", " ").replace("\u00ad", "").split()]
    ends = len(parts) > 2 and parts[-1] in words("suffix")
    return [part for part in parts[: -1 if ends else None] if part]


def _is_short(one: str, other: str) -> bool:
    """Say whether one form is the last word of the other, and a telling one ("Korea Eximbank")."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if len(short) != 1 or len(long) != 2 or long[-1] != short[0]:
        return False
    is_common = short[0] in words("body word") | words("body noun") | words("field")
    return one[0].isupper() and other[0].isupper() and len(short[0]) >= _TELLING and not is_common


def _alias(doc: Doc, clusters: list[Cluster], name: Name) -> Cluster | None:
    """Return the body whose short form stands in brackets behind it: "Chinese Communist Party (CPC)"."""
    is_bracketed = name.start >= 2 and name.end < len(doc) and doc[name.start - 1].text == "("
    if name.registry or not is_bracketed or doc[name.end].text != ")":
        return None
    before = (c for c in clusters if c.kind == name.kind)
    return next((c for c in before if any(n.end == name.start - 1 for n in c.names)), None)
