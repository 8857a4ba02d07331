"""Headlines: what they tell is told again below them; they are evidence, and no record of their own."""

import re

from kg.extract._act import Act
from kg.model import Span
from kg.text.reading import Reading
from kg.text.sentences import paragraphs

_LONGEST = 30  # words
_FINAL = re.compile(r"[.!?…][”’\"')]*$")


def folded(reading: Reading, acts: list[Act]) -> list[Act]:
    """Return the acts without those of the headline; its sentence goes to the act below that tells the same.

    A headline that tells of a speaker of whom the text below tells nothing keeps its act.
    """
    title = _title(reading)
    if title is None:
        return acts
    below = [a for a in acts if not title.covers(a.trigger)]
    kept: list[Act] = []
    for act in acts:
        if not title.covers(act.trigger):
            continue
        again = [a for a in below if set(a.speakers) & set(act.speakers) and a.content is not None]
        if again:
            best = max(again, key=lambda a: len(_words(reading, a) & _words(reading, act)))
            best.spans += [s for s in act.spans if s not in best.spans]
        elif not below:
            kept.append(act)
    return kept + below


def _title(reading: Reading) -> Span | None:
    read = (p for p in paragraphs(reading.article.text) if any(p.meets(s.span) for s in reading.sentences))
    first = next(read, None)
    if first is None:
        return None
    words = reading.article.text[first.start : first.end]
    return first if len(words.split()) <= _LONGEST and not _FINAL.search(words) else None


def _words(reading: Reading, act: Act) -> set[str]:
    span = act.content
    return (
        set()
        if span is None
        else set(re.findall(r"\w{4,}", reading.article.text[span.start : span.end].casefold()))
    )
