"""One answer beside the article it is about, while what it says is looked up there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.llm.answered import Answered
from kg.llm.schema import Quote
from kg.llm.verifying import orders, places
from kg.model import Article, Dropped, Span
from kg.text import foreign
from kg.text.reading import Reading
from kg.text.tokens import Tokens

_MOST = 3  # sentences that one string of evidence may touch: more would hold whatever an argument needs
_SHOWN = 60  # letters of words that a reason shows


@dataclass(frozen=True, slots=True)
class Case:
    """One answer beside the article it is about.

    Attributes:
        reading: the article as read.
        answered: what the model said of a part of it.
        told: paragraphs that speak to machines: they tell nothing.
    """

    reading: Reading
    answered: Answered
    told: tuple[Span, ...]

    @property
    def article(self) -> Article:
        """The article."""
        return self.reading.article

    @property
    def text(self) -> str:
        """Its letters."""
        return self.reading.article.text

    @property
    def is_foreign(self) -> bool:
        """Whether it is in a language that is not parsed: nobody and nothing is read in it but by names."""
        return foreign.is_foreign(self.article)

    def rule(self, family: str) -> str:
        """Return the name of the rule: what found it, by which model, asked in which words."""
        return f"model.{family} ({self.answered.model}, prompt {self.answered.version})"

    def rejected(self, family: str, reason: str, at: Span | None = None) -> Dropped:
        """Return a find that is not borne out; without a place of its own it stands at the whole part."""
        return Dropped(at or self.answered.part, f"model.{family}", reason)

    def whole(self, words: str, within: Iterable[Span]) -> tuple[Span, ...]:
        """Return the places of whole words within ranges, in their order."""
        return tuple(found for span in within for found in places.whole(self.text, span, words))

    def tokens(self, span: Span) -> Tokens | None:
        """Return the words of the parsed text that a range touches."""
        return self.reading.doc.char_span(span.start, span.end, alignment_mode="expand")

    def sentences(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the sentences that ranges touch, each once, in the order of the text."""
        return tuple(sorted({s.span for span in spans for s in self.reading.touched(span)}))

    def evidence(self, quotes: Iterable[Quote]) -> tuple[Span, ...] | str:
        """Return where strings of evidence stand, or why what rests on them is not borne out."""
        found = tuple(self.place(quote) for quote in quotes)
        reasons = (each for each in found if isinstance(each, str))
        first = next(reasons, None if found else "no evidence is given")
        return first if first is not None else tuple(s for s in found if isinstance(s, Span))

    def place(self, quote: Quote) -> Span | str:
        """Return where a quotation stands within the part that was shown, or why it counts for nothing."""
        shown = self.answered.part
        at = tuple(places.every(self.text, shown, quote.text))
        if not 0 < quote.occurrence <= len(at):
            which = f" so often ({quote.occurrence})" if at else ""
            return f"the evidence {short(quote.text)} does not stand in the text{which}"
        span = at[quote.occurrence - 1]
        if not places.is_whole(self.text, span):
            return f"the evidence {short(quote.text)} cuts a word"
        touched = len(self.reading.touched(span))
        if not touched or any(span.meets(part) for _, part in self.reading.unread):
            return f"the evidence {short(quote.text)} stands in a part that tells no news"
        if touched > _MOST:
            return f"the evidence touches {touched} sentences, at most {_MOST} are read as one"
        if any(span.meets(part) for part in self.told):
            return f"the evidence {short(quote.text)} stands in words that speak to a machine"
        return span


def of(reading: Reading, answers: Iterable[Answered]) -> Iterator[Case]:
    """Yield each answer beside the article."""
    told = orders.find(reading.article.text)
    return (Case(reading, answered, told) for answered in answers)


def short(words: str) -> str:
    """Return words in quotation marks, cut where they are long."""
    plain = " ".join(words.split())
    return f"“{plain}”" if len(plain) <= _SHOWN else f"“{plain[:_SHOWN].rstrip()}…”"
