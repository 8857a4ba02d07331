"""Fingerprint a text, so that near copies are found without comparing all texts: runs of words, hashed.

Every run of five words is hashed, and of the hashes those are kept whose value falls in one of four: the
same words give the same marks wherever they stand (the "0 mod p" sampling of Broder, 1997).
"""

import hashlib
import re

from kg.text.reading import Reading

_RUN = 5  # words: a quotation in common leaves few runs, an agency's text that is reprinted nearly all
_SAMPLE = 4  # one of four runs is kept: some 100 marks for an article of 400 words
_BYTES = 8  # of each hash: two different runs in a million articles hardly ever share one
_WORD = re.compile(r"\w+")


def marks(reading: Reading) -> tuple[int, ...]:
    """Return the marks of what is read of an article, sorted; none for fewer words than a run."""
    text = list(reading.article.text)
    for _, span in reading.unread:
        text[span.start : span.end] = " " * (span.end - span.start)
    return sample("".join(text))


def sample(text: str) -> tuple[int, ...]:
    """Return the marks of a text, sorted; case, punctuation and line breaks leave no trace.

    >>> words = "The two ministers met in Baku on Wednesday, the ministry said in a statement."
    >>> sample(words) == sample(words.upper().replace(",", "")) != ()
    True
    """
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    hashed = (hashlib.blake2b(run.encode(), digest_size=_BYTES).digest() for run in runs)
    return tuple(sorted(n for n in map(int.from_bytes, hashed) if n % _SAMPLE == 0))
