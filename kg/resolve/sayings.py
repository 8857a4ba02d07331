"""Which statement is told twice, and which have the same content: speaker, occasion and wording."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import PurePath

from rapidfuzz import fuzz

from kg import spelling
from kg.model import Claim, Decision, Node
from kg.resolve import merging, minting, names
from kg.resolve.clusters import CERTAIN, Match, Rule
from kg.resolve.events import moment, tail
from kg.resolve.facts import Facts, Interval, narrowed, overlap
from kg.resolve.ledger import Ledger
from kg.resolve.merging import Merges, Part
from kg.resolve.minting import Minted, Thing
from kg.vocab import DIP

_REPEATED = 96  # of 100: wording at which two statements in one article are one, told twice
_WORDED = 95  # the same across articles; below, "should" and "would" pass for one word
_CONTENT = 80  # wording at which two statements say much the same
_SHORT = 6  # words that an address shows
_PART = 8  # words from which on a text that is part of another counts as its content
_RUN = 4  # words in a row that two statements share before they are compared at all
_COMMON = 50  # statements with one run of words: beyond, the run is a set phrase and tells nothing


@dataclass(frozen=True, slots=True)
class Saying(Part):
    """A statement as one or several mentions tell it.

    Attributes:
        speakers: paths.
        at: paths of the events at which it was said.
        when: bounds.
        text: the content, plain; empty for a report or a denial without words of its own.
        about: paths of the statements that it reports or denies.
    """

    speakers: frozenset[str]
    at: frozenset[str]
    when: Interval
    text: str
    about: frozenset[str]


def same(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all statements, and for each node that joined another the reason.

    Statements with words come first; those that only report or deny others are known by these.
    """
    known = dict(paths)
    minted: dict[Node, str] = {}
    decisions: list[Decision] = []
    merges: list[tuple[Node, str]] = []
    for nodes in _rounds(facts):
        told = [_saying(facts, node, known) for node in nodes]
        parts, inside = merging.within(told, Rule(_blocks_within, _likeness_within, _join))
        words = partial(_worded, facts, paths=dict(known))
        rule = Rule(_blocks, _likeness, _join)
        new, across = merging.across(parts, words, rule, ledger, minted.values())
        known |= new.paths
        minted |= new.paths
        decisions += new.decisions
        merges += (*inside, *across)
    return Minted(minted, tuple(decisions)), tuple(merges)


def echoes(facts: Facts, paths: Mapping[Node, str]) -> Iterator[Claim]:
    """Yield `dip:sameContentAs`, both ways, for statements of different articles with much the same words."""
    texts = {n: spelling.plain(" ".join(facts.texts(n, DIP.text))) for n in facts.of_kind(DIP.Statement)}
    runs: dict[tuple[str, ...], list[Node]] = {}
    for node, text in texts.items():
        words = text.split()
        for run in dict.fromkeys(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)):
            runs.setdefault(run, []).append(node)
    pairs = {pair for nodes in runs.values() if len(nodes) <= _COMMON for pair in combinations(nodes, 2)}
    order = {node: i for i, node in enumerate(texts)}
    for one, other in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        alike = _content(texts[one], texts[other])
        if one.article != other.article and paths[one] != paths[other] and alike >= _CONTENT:
            yield _echo(facts, one, other, alike)
            yield _echo(facts, other, one, alike)


def _content(one: str, other: str) -> float:
    """Return how much of their wording two texts share, of 100; a long one may hold the other as a part."""
    short = min(len(one.split()), len(other.split()))
    within = fuzz.partial_ratio(one, other) if short >= _PART else 0.0
    return max(fuzz.token_sort_ratio(one, other), within)


def _echo(facts: Facts, one: Node, other: Node, alike: float) -> Claim:
    return Claim(
        one,
        DIP.sameContentAs,
        other,
        facts.spans(one) or tuple(s for c in facts.about(one, DIP.text) for s in c.spans),
        rule="resolve.same-content",
        basis=f"wording shared with {other.article}: {alike:.0f} of 100",
        confidence=round(alike / 100, 2),
    )


def _rounds(facts: Facts) -> tuple[tuple[Node, ...], ...]:
    """Return the statements in rounds: with words of their own, then those about ones of earlier rounds."""
    depths: dict[Node, int] = {}

    def depth(node: Node, above: frozenset[Node]) -> int:
        if node not in depths:
            inner = [n for n in facts.nodes_at(node, DIP.reports, DIP.denies) if n not in above]
            worded = bool(facts.texts(node, DIP.text))
            depths[node] = 0 if worded else 1 + max((depth(n, above | {n}) for n in inner), default=-1)
        return depths[node]

    nodes = facts.of_kind(DIP.Statement)
    for node in nodes:
        depth(node, frozenset({node}))
    return tuple(tuple(n for n in nodes if depths[n] == d) for d in sorted(set(depths.values())))


def _saying(facts: Facts, node: Node, paths: Mapping[Node, str]) -> Saying:
    return Saying(
        Thing((node,), node.kind, (), node.article),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.speaker)),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.at) if n in paths),
        facts.interval(node),
        spelling.plain(" ".join(facts.texts(node, DIP.text))),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.reports, DIP.denies) if n in paths),
    )


def _worded(facts: Facts, part: Saying, paths: Mapping[Node, str]) -> Thing:
    """Return an article's statement with slugs made of day, speaker and first words, then of more."""
    node = part.thing.nodes[0]
    words = names.content(" ".join(facts.texts(node, DIP.text)))
    inner = [(verb, n) for verb in (DIP.denies, DIP.reports) for n in facts.nodes_at(node, verb)]
    if not words and inner:
        verb, target = inner[0]
        told = tail(paths.get(target, ""), target.article)
        words = ["denies" if verb == DIP.denies else "reports", *told.split("-")]
    sentence = facts.words(node)
    words = words or sentence.split()
    first = (moment(part.when), *sorted(tail(p, node.article) for p in part.speakers))
    home = PurePath(node.article).stem
    mark = minting.fingerprint(sentence, " ".join(words))
    # A report is told by whose words it passes on: those stand behind the date and the speaker in its path.
    shown = words[: 2 * _SHORT] if inner and not part.text else words[:_SHORT]
    short, longer = minting.brief((*first, *shown)), minting.brief((*first, *words[: 2 * _SHORT]))
    forms = ((short,), (longer,), (short, home), (short, home, mark))
    return replace(part.thing, slugs=minting.slugs(*forms))


def _blocks_within(saying: Saying) -> Iterable[Hashable]:
    yield from ((saying.thing.nodes[0].article, saying.thing.kind, who) for who in saying.speakers)


def _blocks(saying: Saying) -> Iterable[Hashable]:
    yield from ((saying.thing.kind, who) for who in saying.speakers)


def _likeness_within(one: Saying, other: Saying) -> Match | None:
    return _alike(one, other, _REPEATED)


def _likeness(one: Saying, other: Saying) -> Match | None:
    if {n.article for n in one.thing.nodes} & {n.article for n in other.thing.nodes}:
        return None
    return _alike(one, other, _WORDED)


def _alike(one: Saying, other: Saying, least: int) -> Match | None:
    """Return why two statements are one act of saying: same speakers, no other occasion, the same words."""
    elsewhere = bool(one.at and other.at and not one.at & other.at)
    if one.speakers != other.speakers or elsewhere or not overlap(one.when, other.when):
        return None
    if not one.text and not other.text:
        passed_on = one.about and one.about == other.about
        return Match(CERTAIN, "same speaker about the same statement") if passed_on else None
    alike = fuzz.ratio(one.text, other.text) if one.text and other.text else 0.0
    return Match(alike / 100, "same speaker and wording") if alike >= least else None


def _join(one: Saying, other: Saying) -> Saying:
    return Saying(
        minting.join(one.thing, other.thing),
        one.speakers,
        one.at | other.at,
        narrowed(one.when, other.when),
        one.text or other.text,
        one.about | other.about,
    )
