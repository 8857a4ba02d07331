"""Which article repeats an earlier one, word for word or nearly: the two count as one voice."""

from collections import Counter
from collections.abc import Iterator

from kg.model import Claim
from kg.resolve import sources
from kg.resolve.facts import Facts
from kg.vocab import DIP

# Measured on 178 articles of which none copies another: the highest share found was .24 (two readouts of one
# office, framed in the same set phrases).
_LEAST = 0.5
_FEWEST = 10  # marks: of a text of fewer than some 45 words, sharing half may be chance
_COMMON = 50  # articles with one mark: beyond, it is a set phrase and tells nothing


def found(facts: Facts) -> Iterator[Claim]:
    """Yield `dip:copyOf` for each article that repeats an earlier one, a copy of a copy to the first."""
    holders: dict[int, list[str]] = {}
    originals: dict[str, str] = {}
    for file in facts.articles:
        own = facts.marks.get(file, ())
        shared = Counter(e for m in own for e in holders.get(m, ()) if len(holders[m]) <= _COMMON)
        first, count = min(shared.items(), key=lambda pair: -pair[1], default=("", 0))
        if len(own) >= _FEWEST and count >= _LEAST * len(own):
            originals[file] = originals.get(first, first)
            yield _copy(facts, file, originals[file], f"{count} of {len(own)} runs of words stand in {first}")
        for mark in own:
            holders.setdefault(mark, []).append(file)


def _copy(facts: Facts, file: str, original: str, why: str) -> Claim:
    one, other = (sources.node(facts.articles[name]) for name in (file, original))
    return Claim(one, DIP.copyOf, other, (), rule="resolve.copy", basis=why)
