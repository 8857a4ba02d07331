"""What a build had to select from: what was read, what of it told nothing, what was left unread."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.model import Extraction, Span
from kg.store.articles import FOUND, NOTHING, Sentence
from kg.text import sentences as splitting
from kg.vocab import DIP, superclasses

Counts = dict[str, int | dict[str, int]]
_COUNTED = (
    "articles",
    "articles without any event",
    "articles without any record",
    "sentences",
    "sentences without any find",
)
_UNREAD = "sentences left unread"
_FINDS = frozenset({DIP.Record, DIP.Tenure})
_WORDLESS = "no words"  # left unread without a kind: marks alone


def count(extractions: Iterable[Extraction]) -> Counts:
    """Return the counts of a corpus, as `manifest.json` holds them.

    A find is an event, statement, agreement or tenure; a sentence is without any where none rests on it.
    """
    counts, unread = dict.fromkeys(_COUNTED, 0), Counter[str]()
    for extraction in extractions:
        told = Counter(sentence.told for sentence in sentences(extraction))
        unread += Counter({kind: number for kind, number in told.items() if kind not in (FOUND, NOTHING)})
        kinds = {kind for claim in extraction.claims for kind in superclasses(claim.subject.kind)}
        counts["articles"] += 1
        counts["articles without any event"] += DIP.Event not in kinds
        counts["articles without any record"] += DIP.Record not in kinds
        counts["sentences"] += told.total()
        counts["sentences without any find"] += told[NOTHING]
    found: Counts = {**counts, _UNREAD: dict(sorted(unread.items()))}
    return {name: found[name] for name in sorted(found)}


def sentences(extraction: Extraction) -> tuple[Sentence, ...]:
    """Return what became of each sentence of an article, in the order of the text."""
    finds = (c for c in extraction.claims if not _FINDS.isdisjoint(superclasses(c.subject.kind)))
    telling = {span for claim in finds for span in claim.spans}
    read = (Sentence(s.start, s.end, FOUND if s in telling else NOTHING) for s in extraction.sentences)
    return tuple(sorted((*read, *_unread(extraction)), key=lambda sentence: (sentence.start, sentence.end)))


def of(build: Path) -> Counts:
    """Return the counts that a finished build tells."""
    found: Counts = json.loads((build / "manifest.json").read_text(encoding="utf-8"))["selection"]
    return found


def lines(counts: Mapping[str, int | dict[str, int]]) -> Iterator[str]:
    """Yield the counts as lines for people, in the order in which they are best read."""
    for name, value in counts.items():
        if isinstance(value, int):
            yield f"{value:8,} {name}"
        else:
            kinds = ", ".join(f"{kind} {number:,}" for kind, number in value.items())
            yield f"{sum(value.values()):8,} {name}" + (f" ({kinds})" if kinds else "")


def _unread(extraction: Extraction) -> Iterator[Sentence]:
    """Yield the sentences of which nothing was read, and for each why that is."""
    starts = [s.start for s in extraction.sentences]
    for sentence in splitting.split(extraction.article.text):
        last = bisect_right(starts, sentence.end - 1) - 1
        if last < 0 or not extraction.sentences[last].meets(sentence):
            yield Sentence(sentence.start, sentence.end, _kind(extraction, sentence))


def _kind(extraction: Extraction, sentence: Span) -> str:
    return next((kind for kind, span in extraction.unread if span.meets(sentence)), _WORDLESS)
