"""Give IRIs: from the ledger where it knows a thing, else a readable slug of what the thing is."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.iris import LONGEST, segment, slug
from kg.model import Decision, Node
from kg.resolve.clusters import CERTAIN, Match
from kg.resolve.ledger import ANYWHERE, MACHINE, Ledger

SHOWN = LONGEST - 4  # code points of an address of words; longer ones would be closed with a hash
_JOINING = frozenset(
    ("a", "an", "and", "at", "between", "by", "for", "in", "of", "on", "or", "the", "to", "with")
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What one article, or several, tell of as one thing, on its way to an IRI.

    Attributes:
        nodes: those it unites, in the order of articles.
        kind: the class that names the segment of its address.
        slugs: from the shortest that tells what it is to ever more telling ones.
        article: the article that its words belong to, "*" where they tell it in any article.
        aliases: other words under which a person may have entered it in the ledger.
        words: those under which the ledger knows it.
        known: what the ledger says of it.
        former: slugs that it had while names in them were others.
    """

    nodes: tuple[Node, ...]
    kind: URIRef
    slugs: tuple[str, ...]
    article: str = ANYWHERE
    aliases: tuple[str, ...] = ()
    words: str = ""
    known: tuple[Decision, ...] = ()
    former: tuple[str, ...] = ()

    def path(self, words: str) -> str:
        """Return the path of the IRI that words make."""
        return f"{segment(self.kind)}/{words}"

    def paths(self) -> frozenset[str]:
        """Return the paths it has in the ledger, else the one that it would have."""
        return frozenset(d.iri for d in self.known) or frozenset({self.path(self.words)})


@dataclass(frozen=True, slots=True)
class Minted:
    """The IRIs of one stage.

    Attributes:
        paths: of each node, below the base.
        decisions: what the ledger gains.
    """

    paths: dict[Node, str]
    decisions: tuple[Decision, ...]


def known(things: Sequence[Thing], ledger: Ledger) -> tuple[Thing, ...]:
    """Return the things, in the same order, with the words the ledger knows them by and what it says."""
    homes: dict[tuple[str, str], list[int]] = {}
    for i, thing in enumerate(things):
        homes.setdefault((thing.article, segment(thing.kind)), []).append(i)
    words: dict[int, str] = {}
    for (article, _), own in homes.items():
        chosen = [things[i].slugs[0] for i in own]
        if article != ANYWHERE:
            chosen = list(unique([things[i].slugs for i in own], frozenset()))
        words.update(zip(own, chosen, strict=True))
    return tuple(_looked_up(replace(t, words=words[i]), ledger) for i, t in enumerate(things))


def _looked_up(thing: Thing, ledger: Ledger) -> Thing:
    place = segment(thing.kind)
    wordings = (thing.words,) if thing.article != ANYWHERE else tuple(reversed(thing.slugs))
    wordings += thing.former
    own = next((d for w in wordings if (d := ledger.find(place, thing.article, (w,)))), None)
    by_hand = [
        d
        for node in thing.nodes
        if (d := ledger.find(place, node.article, thing.aliases)) and d.by != MACHINE
    ]
    natural = thing.path(thing.words)
    if by_hand or own:
        found = tuple(dict.fromkeys(by_hand)) or ((own,) if own else ())
        return replace(thing, known=tuple(replace(d, iri=ledger.current(d.iri)) for d in found))
    if natural in ledger.successors or natural in ledger.successors.values():
        return replace(thing, known=(Decision(ledger.current(natural), "names", thing.words, thing.article),))
    return thing


def ruled(one: Thing, other: Thing, ledger: Ledger, likeness: Callable[[], Match | None]) -> Match | None:
    """Return why two are one: as the ledger unites them or keeps them apart, else as their likeness says."""
    left, right = {d.iri for d in one.known}, {d.iri for d in other.known}
    if left & right:
        alike = likeness()  # else a build with its own rows would tell other reasons than the one before
        return Match(2 * CERTAIN, alike.reason if alike else "ledger")
    by_hand = any(d.by != MACHINE for d in (*one.known, *other.known))
    pairs = ((x, y) for x in one.paths() for y in other.paths())
    if (left and right and by_hand) or any(pair in ledger.apart for pair in pairs):
        return None
    return likeness()


def join(one: Thing, other: Thing) -> Thing:
    """Return the thing that two are, under the words of the first."""
    return replace(
        one,
        nodes=one.nodes + other.nodes,
        known=tuple(dict.fromkeys(one.known + other.known)),
        aliases=tuple(dict.fromkeys(one.aliases + other.aliases)),
    )


def mint(things: Sequence[Thing], ledger: Ledger, before: Iterable[str] = ()) -> Minted:
    """Return an IRI path for each node: the ledger's where it has one, else a new one that nobody has.

    `before` are the paths that other things got in this run.
    """
    order = {d.iri: i for i, d in reversed(list(enumerate(ledger.decisions)))}
    settled = {i: _settled(t, order) for i, t in enumerate(things) if t.known}
    fresh = [i for i, t in enumerate(things) if not t.known]
    # What a person entered, or what means one thing in any article, is nobody else's, though no source tells
    # of it now; a record of an article that is gone may be told again by another.
    named = (d.iri for d in ledger.decisions if d.relation == "names" and _is_lasting(d))
    taken = frozenset((*settled.values(), *ledger.successors, *named, *before))
    candidates = [tuple(things[i].path(words) for words in things[i].slugs) for i in fresh]
    settled.update(zip(fresh, unique(candidates, taken), strict=True))
    decisions = [_named(things[i], settled[i]) for i in fresh]
    for i, thing in enumerate(things):
        others = sorted({d.iri for d in thing.known} - {settled[i]})
        decisions += [Decision(other, "same as", settled[i], note="told as one") for other in others]
    written = {(d.iri, d.relation, d.other, d.article) for d in ledger.decisions}
    new = (d for d in dict.fromkeys(decisions) if (d.iri, d.relation, d.other, d.article) not in written)
    return Minted({n: settled[i] for i, t in enumerate(things) for n in t.nodes}, tuple(new))


def _settled(thing: Thing, order: dict[str, int]) -> str:
    """Return the path that a thing keeps: what a person decided, else what stood first in the ledger."""
    last = len(order)
    return min(thing.known, key=lambda d: (d.by == MACHINE, order.get(d.iri, last), d.iri)).iri


def _is_lasting(decision: Decision) -> bool:
    return decision.article == ANYWHERE or decision.by != MACHINE


def _named(thing: Thing, path: str) -> Decision:
    words = thing.words
    if thing.article == ANYWHERE and path != thing.path(words):
        words = path.partition("/")[2]  # another has the shorter words: these alone tell this one
    readable = next((alias for alias in thing.aliases if slug(alias) == words), words)
    return Decision(path, "names", readable, thing.article)


def unique(candidates: Sequence[Sequence[str]], taken: frozenset[str]) -> tuple[str, ...]:
    """Return one word form for each, no two alike: the shortest that neither another has nor is taken.

    Those that share a form all go on to their next one, so that the order does not matter.
    """
    chosen: dict[int, str] = {}
    waiting = list(range(len(candidates)))
    for level in range(max(map(len, candidates), default=0)):
        forms = {i: candidates[i][min(level, len(candidates[i]) - 1)] for i in waiting}
        counts = Counter(forms.values())
        free = [i for i in waiting if counts[forms[i]] == 1 and forms[i] not in taken]
        chosen.update({i: forms[i] for i in free})
        taken |= frozenset(forms[i] for i in free)
        waiting = [i for i in waiting if i not in chosen]
    for i in waiting:  # told in the same words in one sentence: nothing but their order tells them apart
        number = 2
        form = candidates[i][-1]
        while f"{form}-{number}" in taken and form in taken:
            number += 1
        chosen[i] = form if form not in taken else f"{form}-{number}"
        taken |= {chosen[i]}
    return tuple(chosen[i] for i in range(len(candidates)))


def fingerprint(*words: str) -> str:
    """Return eight letters that stand for words: for what no readable words tell apart."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:8]


def slugs(*forms: Iterable[str]) -> tuple[str, ...]:
    """Return the slugs of ever longer lists of words, each once."""
    return tuple(dict.fromkeys(slug(*(w for w in form if w)) for form in forms))


def brief(words: Iterable[str], room: int = SHOWN) -> str:
    """Return the slug of as many words as an address has room for; it does not end in a word that only joins.

    >>> words = "a joint declaration on the establishment of a comprehensive partnership of two states"
    >>> brief(words.split())
    'a-joint-declaration-on-the-establishment-of-a-comprehensive-partnership'
    """
    told = " ".join(words).replace("-", " ").split()
    shown = told
    while len(shown) > 1 and len("-".join(shown)) > room:
        shown = shown[:-1]
    while len(shown) > 1 and shown != told and shown[-1].casefold() in _JOINING:
        shown = shown[:-1]
    return slug(*shown)
