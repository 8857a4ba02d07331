"""Count what is right, missed and false in one article; the figures are made of the sums over articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.evaluating.finds import DENIAL, LAYERS, OCCURRED, Dated, Event, Find, Finds, Statement
from kg.evaluating.matching import Matching, Pairs, counted, match
from kg.evaluating.pairing import pair
from kg.evaluating.sentences import Sentences, near

PARTICIPANTS, DATES, OTHER_STATUS = "participants", "dates", "status other than Occurred"
ATTRIBUTION, DENIALS = "attribution", "denials"
STATUS, PLACES, PROVISIONS = "status", "places", "provisions"
HEADLINE = (*LAYERS, PARTICIPANTS, DATES, OTHER_STATUS, ATTRIBUTION, DENIALS)
BESIDE = (STATUS, PLACES, PROVISIONS)
_UNDATED = (None, None)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something is right, told by gold, and found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.gold + other.gold, self.found + other.found)


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of one article.

    Attributes:
        file: the article.
        gold: what it tells.
        found: what the graph has of it.
        matching: which answers to which.
        tallies: by the names of `HEADLINE` and `BESIDE`.
    """

    file: str
    gold: Finds
    found: Finds
    matching: Matching
    tallies: Mapping[str, Tally]

    def judged(self, layer: str) -> tuple[tuple[Find, ...], tuple[Find, ...]]:
        """Return what of a layer counts: of gold, and of what was found."""
        spare = {id(theirs) for ours, theirs in self.matching.layer(layer) if ours.is_optional}
        spare |= {id(part) for part in self.matching.parts}
        wanted = tuple(one for one in self.gold.layer(layer) if not one.is_optional)
        return wanted, tuple(one for one in self.found.layer(layer) if id(one) not in spare)


def score(file: str, gold: Finds, found: Finds, sentences: Sentences) -> Scored:
    """Return what came of an article."""
    matching = match(gold, found, sentences)
    scored = Scored(file, gold, found, matching, {})
    return replace(scored, tallies=total(_counts(scored)))


def total(counts: Iterable[tuple[str, Tally]]) -> dict[str, Tally]:
    """Return the sums of counts, by their names."""
    sums = dict.fromkeys((*HEADLINE, *BESIDE), Tally())
    for name, tally in counts:
        sums[name] += tally
    return sums


def _counts(scored: Scored) -> Iterator[tuple[str, Tally]]:
    matching = scored.matching
    for layer in LAYERS:
        wanted, got = scored.judged(layer)
        yield layer, Tally(len(counted(matching.layer(layer))), len(wanted), len(got))
    events, agreements = counted(matching.events), counted(matching.agreements)
    for event in events:
        yield from _of_event(*event, matching)
    dated: Pairs[Dated] = (*events, *agreements)
    for record in dated:
        yield from _of_record(*record)
    for ours, theirs in agreements:
        points = pair(ours.provisions, theirs.provisions, near)
        yield PROVISIONS, Tally(len(points), len(ours.provisions), len(theirs.provisions))
    for statement in counted(matching.statements):
        yield from _of_statement(*statement, matching)
    paired = {id(ours) for ours, _ in matching.statements}
    for one in scored.gold.statements:
        if one.kind == DENIAL and not one.is_optional and id(one) not in paired:
            yield DENIALS, Tally(gold=1)


def _of_event(gold: Event, found: Event, matching: Matching) -> Iterator[tuple[str, Tally]]:
    who = matching.who(found)
    yield PARTICIPANTS, Tally(len(gold.who & who), len(gold.who), len(who))
    yield PLACES, Tally(bool(gold.places & found.places), bool(gold.places), bool(found.places))


def _of_record(gold: Dated, found: Dated) -> Iterator[tuple[str, Tally]]:
    """Yield what came of dates, where they are known, and status."""
    is_same = gold.dates == found.dates
    yield DATES, Tally(is_same and gold.dates != _UNDATED, gold.dates != _UNDATED, found.dates != _UNDATED)
    is_same = gold.status == found.status
    yield STATUS, Tally(is_same, 1, 1)
    other = gold.status != OCCURRED
    yield OTHER_STATUS, Tally(is_same and other, other, found.status != OCCURRED)


def _of_statement(gold: Statement, found: Statement, matching: Matching) -> Iterator[tuple[str, Tally]]:
    chains = matching.chains(found)
    yield ATTRIBUTION, Tally(len(gold.chains & chains), len(gold.chains), len(chains))
    aims = matching.denied(found)
    is_denial = gold.kind == found.kind == DENIAL
    is_right = is_denial and (not gold.denies or bool(gold.denies & aims))
    yield DENIALS, Tally(is_right, gold.kind == DENIAL, found.kind == DENIAL)
