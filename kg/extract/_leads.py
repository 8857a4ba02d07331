"""Words beside what is said in other sentences: "The minister said:" above, "the minister said." behind."""

import re

from kg.extract._act import Act, span, touched
from kg.extract._rules import rule_of
from kg.extract._sayings import speaking
from kg.extract._speakers import Memory
from kg.extract._speech import is_asserted
from kg.model import Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token

_SOON = 12  # tokens among which the verb stands behind a quotation: "the foreign minister of Peru said"
_ITEM = re.compile(r"(?:[-–—•*·▪]|\(?(?:\d{1,2}|[a-z])[.)])\s")


def led(reading: Reading, sentence: Sentence, blocks: tuple[Span, ...], memory: Memory) -> list[Act]:
    """Return the act whose words stand below a sentence that ends in a colon; an empty list where none does.

    Args:
        reading: the article.
        sentence: the one that leads, without words of its own that are said.
        blocks: the paragraphs of the article.
        memory: who spoke before.
    """
    text = reading.article.text
    below = [b for b in blocks if b.start >= sentence.span.end]
    if text[sentence.span.end - 1] != ":" or not below:
        return []
    verb = next((t for t in reversed(reading.doc[sentence.start : sentence.end]) if _says(t)), None)
    who = () if verb is None else speaking(reading, verb, memory)
    if verb is None or not who:
        return []
    items = _items(text, below)
    content = Span(items[0].start, items[-1].end)
    spans = [sentence.span, *touched(reading, content)]
    return [Act(span(verb), who, content, spans, "statement.below", triggers=[verb])]


def closed(reading: Reading, sentence: Sentence, memory: Memory) -> list[Act]:
    """Return the act of "… deserve that?" the president said: words that end with a mark of their own.

    Args:
        reading: the article.
        sentence: the one that follows the quotation, without words of its own that are said.
        memory: who spoke before.
    """
    text = reading.article.text
    before = [q for q in reading.quotes if q.depth == 0 and q.span.end <= sentence.span.start]
    quote = max(before, key=lambda q: q.span.end, default=None)
    gap = "\n" if quote is None else text[quote.span.end : sentence.span.start]
    verb = next((t for t in reading.doc[sentence.start : sentence.end][:_SOON] if _says(t)), None)
    if quote is None or verb is None or gap.strip() or "\n" in gap:
        return []
    who = speaking(reading, verb, memory)
    spans = [*touched(reading, quote.span), sentence.span]
    return [Act(span(verb), who, quote.inner, spans, "statement.behind", triggers=[verb])] if who else []


def _says(token: Token) -> bool:
    return token.pos_ == "VERB" and rule_of(token) in {"say", "stress"} and is_asserted(token)


def _items(text: str, below: list[Span]) -> list[Span]:
    """Return the first paragraph below, with those that follow it where they are the items of a list."""
    items: list[Span] = []
    for block in below:
        if items and not _ITEM.match(text, block.start):
            break
        items.append(block)
        if not _ITEM.match(text, block.start):
            break
    return items
