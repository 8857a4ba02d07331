"""An act of saying while an article is gone through."""

from dataclasses import dataclass, field

from kg.model import Node, Span
from kg.text.quotes import Quote
from kg.text.reading import Reading
from kg.text.tokens import Token


@dataclass(slots=True, eq=False)
class Act:
    """One act of saying; filled while the article is gone through.

    Attributes:
        trigger: the words that evoke it.
        speakers: who says it.
        content: the words of the content; None where it only passes on what another said.
        spans: the sentences that it rests on.
        rule: what found it.
        is_denial: whether it calls untrue what another said.
        told: to whom it is said.
        quotes: quotations that belong to it.
        heads: heads of the clauses that are its content.
        triggers: all verbs and nouns that were found to be this one act.
        reports: what it passes on.
        denies: what it calls untrue.
    """

    trigger: Span
    speakers: tuple[Node, ...]
    content: Span | None
    spans: list[Span]
    rule: str
    is_denial: bool = False
    told: tuple[Node, ...] = ()
    quotes: list[Quote] = field(default_factory=list)
    heads: list[Token] = field(default_factory=list)
    triggers: list[Token] = field(default_factory=list)
    reports: list["Act"] = field(default_factory=list)
    denies: list["Act"] = field(default_factory=list)

    def covers(self, span: Span) -> bool:
        """Say whether words stand in what is said."""
        own = self.content is not None and self.content.covers(span)
        return own or any(q.inner.covers(span) for q in self.quotes)

    def size(self) -> int:
        """Return the length of the content in code points."""
        return 0 if self.content is None else self.content.end - self.content.start

    def is_by(self, other: "Act") -> bool:
        """Say whether another act is by the same speakers."""
        return set(self.speakers) == set(other.speakers)


def span(token: Token) -> Span:
    """Return a token's range in the text."""
    return Span(token.idx, token.idx + len(token))


def touched(reading: Reading, words: Span) -> list[Span]:
    """Return the sentences that share words with a range."""
    return [s.span for s in reading.touched(words)]
