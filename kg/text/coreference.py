"""Who is meant by titles, descriptions and pronouns, from what was named before (else soon after)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.model import Node
from kg.text.descriptions import Description
from kg.text.titles import TitlePhrase
from kg.vocab import DIP

_HE = frozenset("he him his himself she her hers herself".split())
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_PERSONS = frozenset(
    "leader president minister official diplomat counterpart head chief ambassador envoy statesman politician interlocutor secretary chancellor".split()
)
_STATES = frozenset("country nation state neighbour neighbor people government".split())
_SIDES = frozenset("side party delegation".split())
_NEAR = 3  # sentences back that a pronoun may reach


@dataclass(frozen=True, slots=True)
class Seen:
    """Actors met at a token."""

    token: Token
    nodes: tuple[Node, ...]


@dataclass(slots=True)
class Context:
    """What was met so far while an article is gone through.

    Attributes:
        titles: for each person the lower-case words of each title and the key of its state or None.
        seen: in the order of the text.
        described: groups and unnamed bodies by the words that describe them.
        states: nodes of states by key, made when first needed.
    """

    article: str
    titles: dict[Node, list[tuple[frozenset[str], str | None]]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    described: dict[str, Node] = field(default_factory=dict)

    def add(self, token: Token, nodes: tuple[Node, ...]) -> None:
        """Note who was met at a token."""
        if nodes:
            self.seen.append(Seen(token, nodes))

    def state(self, key: str) -> Node:
        """Return the node of a state."""
        return Node(self.article, DIP.State, f"state:{key}", key)

    def last(self, kinds: Iterable[object], count: int = 1) -> tuple[Node, ...]:
        """Return the actors of some classes met last, as many as asked for, in the order they were met."""
        wanted, found = set(kinds), []
        for seen in reversed(self.seen):
            for node in reversed(seen.nodes):
                if node.kind in wanted and node not in found:
                    found.append(node)
                if len(found) == count:
                    return tuple(reversed(found))
        return ()


def title(context: Context, phrase: TitlePhrase, words: frozenset[str], head: str) -> Node | None:
    """Return the person told before whom a title without a name means."""
    recent = {node: n for n, seen in enumerate(context.seen) for node in seen.nodes}
    best: tuple[int, Node] | None = None
    for person, titles in context.titles.items():
        for own, state in titles:
            fits = head in own and (words <= own or own <= words or len(words) == 1)
            if fits and (phrase.state is None or state is None or phrase.state == state):
                rank = recent.get(person, -1)
                if best is None or rank > best[0]:
                    best = (rank, person)
    return best[1] if best else None


def several(context: Context, description: Description, token: Token) -> tuple[Node, ...]:
    """Return the two whom "the two leaders", "both sides" or "the countries" mean."""
    lemma = token.lemma_.lower()
    if lemma in _STATES:
        return context.last((DIP.State,), 2)
    if lemma in _PERSONS:
        holders = [p for p, titles in context.titles.items() if any(lemma in own for own, _ in titles)]
        recent = context.last((DIP.Person,), 2)
        return recent if len(recent) == 2 or not holders else tuple(holders)
    if lemma in _SIDES:
        return _pair(context, token)
    return ()


def _pair(context: Context, token: Token) -> tuple[Node, ...]:
    """Return the two persons met in this sentence or the one before, else the last two states."""
    start = token.sent.start
    near = [s for s in context.seen if s.token.i >= start or s.token.sent.end == start]
    persons = tuple(dict.fromkeys(n for s in near for n in s.nodes if n.kind == DIP.Person))
    return persons if len(persons) == 2 else context.last((DIP.State,), 2) or context.last((DIP.Person,), 2)


def pronoun(context: Context, token: Token) -> tuple[Node, ...]:
    """Return whom a pronoun of the third person or a relative pronoun means."""
    word = token.lower_
    if token.tag_ in {"WP", "WDT"} or word == "who":
        return _relative(context, token)
    if word in _HE:
        return _nearest(context, token, (DIP.Person,))
    if word in _THEY:
        plural = next(
            (
                s.nodes
                for s in reversed(context.seen)
                if _reaches(s, token) and (len(s.nodes) > 1 or s.nodes[0].kind == DIP.Group)
            ),
            (),
        )
        return plural or ()
    if word in _IT:
        return _nearest(context, token, (DIP.State, DIP.Organization))
    return ()


def _reaches(seen: Seen, token: Token) -> bool:
    between = sum(1 for s in token.doc[seen.token.i : token.i + 1] if s.is_sent_start)
    return between <= _NEAR


def _nearest(context: Context, token: Token, kinds: tuple[object, ...]) -> tuple[Node, ...]:
    """Return the nearest fitting actor: subjects of this and the former sentence come before others."""
    fitting = [
        s for s in context.seen if len(s.nodes) == 1 and s.nodes[0].kind in kinds and _reaches(s, token)
    ]
    here = [s for s in fitting if s.token.i >= token.sent.start]
    later = [
        s for s in here if s.token.i > token.i and s.token.dep_ == "nsubj" and s.token.head.dep_ == "ROOT"
    ]
    if later and token.dep_ == "poss":  # "After his meeting with Aliyev, Liu met …"
        return later[0].nodes
    here = [s for s in here if s.token.i < token.i]
    for candidates in (here, [s for s in fitting if s.token.i < token.sent.start]):
        subjects = [s for s in candidates if s.token.dep_ in {"nsubj", "nsubjpass"} and s.token.i < token.i]
        if subjects:
            main = [s for s in subjects if s.token.head.dep_ == "ROOT"]
            return (main or subjects)[-1].nodes
    before = [s for s in fitting if s.token.i < token.i]
    return before[-1].nodes if before else ()


def _relative(context: Context, token: Token) -> tuple[Node, ...]:
    clause = token
    while clause.dep_ not in {"relcl", "acl", "ROOT"} and clause.head is not clause:
        clause = clause.head
    if clause.dep_ not in {"relcl", "acl"}:
        return ()
    return next((s.nodes for s in reversed(context.seen) if abs(s.token.i - clause.head.i) <= 1), ())
