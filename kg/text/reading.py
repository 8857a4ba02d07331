"""One article as read: its words, sentences, quotations, times, and who is meant where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rdflib import URIRef

from kg.model import Article, Node, Span
from kg.text.quotes import Quote
from kg.text.times import Time
from kg.text.tokens import Doc, Token
from kg.vocab import DIP


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes:
        span: its range in the text, without the white space around it.
        start: index of its first token.
        end: index after its last token (half-open).
    """

    span: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Office:
    """An office as an article attributes it to a person.

    Attributes:
        holder: the person.
        title: the title as worded, without the country.
        body: the state or body it belongs to; None where the article does not tell.
        span: the words of the title.
        rank: class of rank, None where the title has none.
        office: the title's normalised form.
        basis: what tells the body where the title does not: the publisher, for an office of its own state.
    """

    holder: Node
    title: str
    body: Node | None
    span: Span
    rank: URIRef | None
    office: str
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone whom an article names or describes.

    Attributes:
        node: who it is within the article.
        names: each form with the place where it stands first, fullest form first.
        country: the state it belongs to, where the article tells it.
        ownership: who runs an outlet, as told ("state-run").
        gender: "he" or "she", where words beside a person's name tell it.
    """

    node: Node
    names: tuple[tuple[str, Span], ...]
    country: Node | None = None
    ownership: tuple[str, Span] | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where actors are meant: a name, a pronoun, a title, a description.

    Attributes:
        start: index of its first token.
        end: index after its last token (half-open).
        head: index of the token that heads it.
        actors: who is meant, several for "the two leaders".
        form: "name", "title", "pronoun", "description" or "place" (a city or region).
        words: indices of the tokens that name or describe the actors here, half-open; None where they are
            only referred to ("he", "the president" told before).
        states: those that the words of a group or body name, where they are several: "officials from A and
            B", "the A-B Joint Commission".
    """

    start: int
    end: int
    head: int
    actors: tuple[Node, ...]
    form: str
    words: tuple[int, int] | None = None
    states: tuple[Node, ...] = ()


@dataclass(frozen=True, eq=False)  # one is itself alone; no slots: the indices below are kept
class Reading:
    """One article as read.

    Attributes:
        article: the article; its day of publication may be inferred.
        doc: the parsed text; `token.idx` is the offset of a token in the article.
        sentences: those that are read, in the order of the text.
        quotes: quotations, sorted by start.
        times: expressions of time, in the order of the text.
        mentions: where actors are meant, sorted by start; no two overlap.
        actors: all of them and all places, sorted by first mention.
        offices: as told, in the order of the text.
        topics: topics that the registry knows, with the words that name them.
        unread: parts that yield no records, each with its kind.
    """

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    times: tuple[Time, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    offices: tuple[Office, ...]
    topics: tuple[tuple[Node, Span], ...]
    unread: tuple[tuple[str, Span], ...]

    @cached_property
    def _mention_of(self) -> dict[int, Mention]:
        return {i: m for m in self.mentions for i in range(m.start, m.end)}

    @cached_property
    def _sentence_of(self) -> dict[int, Sentence]:
        return {i: s for s in self.sentences for i in range(s.start, s.end)}

    @cached_property
    def _number_of(self) -> dict[int, int]:
        return {sentence.start: number for number, sentence in enumerate(self.sentences)}

    @cached_property
    def _mentioned_in(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            if (sentence := self.sentence(mention.head)) is not None:
                found.setdefault(sentence.start, []).append(mention)
        return found

    @cached_property
    def _first_of(self) -> dict[Node, Sentence]:
        read = ((self.sentence(mention.head), mention) for mention in reversed(self.mentions))
        return {node: s for s, mention in read if s is not None for node in mention.actors}

    @cached_property
    def _actor_of(self) -> dict[Node, Actor]:
        return {a.node: a for a in self.actors}

    def mention(self, token: Token) -> Mention | None:
        """Return the mention that a token belongs to."""
        return self._mention_of.get(token.i)

    def sentence(self, index: int) -> Sentence | None:
        """Return the sentence that holds a token, None where it stands in a part that is not read."""
        return self._sentence_of.get(index)

    def number(self, sentence: Sentence) -> int:
        """Return the place of a sentence among the sentences, counted from 0."""
        return self._number_of[sentence.start]

    def touched(self, words: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share words with a range, in the order of the text."""
        first = bisect_right(self.sentences, words.start, key=lambda s: s.span.end)
        last = bisect_left(self.sentences, words.end, key=lambda s: s.span.start)
        return self.sentences[first:last]

    def mentioned(self, sentence: Sentence) -> Sequence[Mention]:
        """Return where a sentence means actors, in the order of the text."""
        return self._mentioned_in.get(sentence.start, ())

    def first(self, node: Node) -> Sentence | None:
        """Return the first sentence that means an actor, by name or otherwise; None where none does."""
        return self._first_of.get(node)

    def actor(self, node: Node) -> Actor:
        """Return what the article tells of an actor."""
        return self._actor_of[node]

    def who(self, token: Token) -> tuple[Node, ...]:
        """Return the actors of the phrase that a token heads, with those joined to it by "and".

        Empty where none is meant; several for lists and for "the two leaders"; in the order of the text.
        """
        found: dict[Node, None] = {}
        for each in self.listed(token):
            for node in self._meant(each):
                found[node] = None
        return tuple(found)

    def listed(self, token: Token) -> tuple[Token, ...]:
        """Return a word with those joined to it by "and", or to the name that stands behind it as a title."""
        found = [token]
        for child in token.children:
            if child.dep_ == "conj":
                found += self.listed(child)
            elif child.dep_ == "appos" and self._is_same(token, child):
                found += (t for t in self.listed(child) if t != child)
        return tuple(found)

    def _is_same(self, title: Token, name: Token) -> bool:
        """Say whether a title and the name behind it mean the same person."""
        own, other = self._mention_of.get(title.i), self._mention_of.get(name.i)
        return own is not None and other is not None and bool(set(own.actors) & set(other.actors))

    def where(self, token: Token) -> tuple[Node, ...]:
        """Return the states and places that a token names, with those joined to it by "and"."""
        found = (self._mention_of.get(t.i) for t in (token, *_joined(token)))
        return tuple(n for m in found if m for n in m.actors if n.kind in {DIP.Place, DIP.State})

    def _meant(self, token: Token) -> tuple[Node, ...]:
        mention = self._mention_of.get(token.i)
        if mention is not None:
            return tuple(n for n in mention.actors if n.kind != DIP.Place)
        for child in token.children:  # "the agency, APA": the name stands in apposition
            if child.dep_ == "appos" and child.i in self._mention_of:
                return tuple(
                    n
                    for t in (child, *_joined(child))
                    if t.i in self._mention_of
                    for n in self._mention_of[t.i].actors
                    if n.kind != DIP.Place
                )
        return ()


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)
