"""Who was met so far while an article is gone through."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from rdflib import URIRef

from kg.model import Node
from kg.text.tokens import Token
from kg.vocab import DIP

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_NEAR = 3  # sentences back that a pronoun may reach


@dataclass(frozen=True, slots=True)
class Seen:
    """Actors met at a token."""

    token: Token
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A title that an article gives to a person.

    Attributes:
        words: its lemmas in small letters, without function words.
        office: its normalised form.
        state: key of its state, None where neither the article nor its publisher tells.
        rank: local name of its class of rank, None where it has none.
        body: the body that it belongs to, None where the article does not tell.
    """

    words: frozenset[str]
    office: str
    state: str | None
    rank: str | None = None
    body: Node | None = None


@dataclass(slots=True)
class Context:
    """What was met so far; it is filled while the article is gone through.

    Attributes:
        article: the article's file name.
        titles: those of each person, told anywhere in the article.
        seen: in the order of the text.
        last_seen: where each stands last in `seen`.
        last_acting: the same, as the subject of a verb.
        described: groups, unnamed bodies and persons by the words that describe them, in small letters.
        states: keys of the states that the text names, also by their people or capital, each at its token.
        home: key of the publisher's state.
        gender: "he" or "she" for persons of whom words beside their names tell it.
    """

    article: str
    states: tuple[tuple[Token, str], ...] = ()
    home: str | None = None
    gender: dict[Node, str] = field(default_factory=dict)
    titles: dict[Node, list[Title]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    last_seen: dict[Node, int] = field(default_factory=dict)
    last_acting: dict[Node, int] = field(default_factory=dict)
    described: dict[str, Node] = field(default_factory=dict)

    def add(self, token: Token, nodes: tuple[Node, ...]) -> None:
        """Note who was met at a token."""
        if nodes:
            place = len(self.seen)
            self.seen.append(Seen(token, nodes))
            self.last_seen |= dict.fromkeys(nodes, place)
            if token.dep_ in _SUBJECT:
                self.last_acting |= dict.fromkeys(nodes, place)

    def entitle(self, person: Node, title: Title) -> None:
        """Note a title of a person."""
        self.titles.setdefault(person, []).append(title)

    def is_near(self, before: Token, token: Token) -> bool:
        """Say whether what was met at a token may still be meant by a pronoun at another one."""
        number = token.doc.numbers
        return abs(number[token.i] - number[before.i]) + bool(before.is_sent_start) <= _NEAR

    def state(self, key: str) -> Node:
        """Return the node of a state."""
        return Node(self.article, DIP.State, f"state:{key}", key)

    def unnamed(self, words: str, kind: URIRef, prefix: str = "") -> Node:
        """Return the node known by a description alone: the same for the same words."""
        return self.described.setdefault(words, Node(self.article, kind, f"{prefix}{words}"))

    def last(self, kinds: Iterable[URIRef], count: int = 1) -> tuple[Node, ...]:
        """Return the actors of some classes met last, as many as asked for, in the order they were met.

        Empty where there are fewer.
        """
        wanted: Container[URIRef] = set(kinds)
        met = (n for seen in reversed(self.seen) for n in reversed(seen.nodes) if n.kind in wanted)
        found = tuple(dict.fromkeys(met))[:count]
        return tuple(reversed(found)) if len(found) == count else ()
