"""How likely a denial is aimed at each of the statements of an article."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract import _speech as speech
from kg.extract import _verdicts
from kg.extract._act import Act, touched
from kg.extract._lexicon import frame
from kg.extract._speakers import by_words
from kg.model import Node, Span
from kg.registry import states
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_WORD = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_THAT = frozenset({"claiming", "alleging", "saying", "suggesting", "stating", "asserting", "accusing"})
_STEM = 5  # letters by which words are compared: "interfere", "interference"
# What counts beside the share of words in common: "these claims" points at what was said last,
# "the Iraqi claims" at what Iraq said; who denies is mostly spoken of in what is denied; accusations and
# reports are denied more often than the rest; denials, words of one's own side and later ones less often.
_LAST, _NAMED, _ABOUT, _ACCUSING, _REPORTED = 0.4, 0.5, 0.3, 0.2, 0.15
_LATER, _ALLIED, _DENIAL = -0.2, -0.4, -0.3
_ALSO = 0.6  # share of the best likeness with which another statement by the same speaker is denied too


@dataclass(frozen=True, slots=True)
class Aim:
    """What a denial is aimed at.

    Attributes:
        acts: statements by the same speakers, the likeliest first.
        likeness: how likely the first of them is.
        bare: its likeness without what tells only that who denies is spoken of.
    """

    acts: tuple[Act, ...]
    likeness: float
    bare: float


@dataclass(frozen=True)
class Aims:
    """The acts of saying of an article, among which the aims of its denials are looked for."""

    reading: Reading
    acts: tuple[Act, ...]
    _doubts: dict[int, bool] = field(default_factory=dict)  # by the identity of an act, once asked
    _words: dict[tuple[int, bool], set[str]] = field(default_factory=dict)  # likewise
    _named: dict[int, frozenset[Node]] = field(default_factory=dict)  # likewise
    _allies: dict[tuple[Node, ...], set[Node]] = field(default_factory=dict)  # by who speaks

    def of(self, denial: Act) -> Aim:
        """Return what a denial is likeliest aimed at; of two as likely the nearer."""
        others = [a for a in self.acts if self.may_be_denied(a, denial)]
        nouns = _told(self.reading, denial)
        named = {n for t in nouns for n in _whose(self.reading, t)} | set(self._liars(denial))
        named -= set(denial.speakers)
        meant = sides(self.reading, named)
        theirs = [a for a in others if self._sides(a.speakers) & meant]
        before = [a for a in theirs or others if a.trigger < denial.trigger]
        last = before[-1] if before and any(map(_points_back, nouns)) else None
        wanted = self._lemmas(denial, is_wide=True)

        def likeness(act: Act) -> float:
            own = self._lemmas(act, is_wide=False)
            shared = len(own & wanted) / max(min(len(own), len(wanted)), 1)
            shared += _LAST * (act is last)
            shared += _NAMED if act in theirs else self._side(act, denial)
            return shared + _ABOUT * self.is_about(act, denial) + self._kind(act, denial)

        scores = {id(a): likeness(a) for a in others}
        best = max(others, key=lambda a: (scores[id(a)], -_far(a, denial)), default=None)
        if best is None:
            return Aim((), 0.0, 0.0)
        top = scores[id(best)]
        also = [a for a in others if a is not best and a.is_by(best) and scores[id(a)] >= _ALSO * top]
        return Aim((best, *also), top, top - _ABOUT * self.is_about(best, denial))

    def _kind(self, act: Act, denial: Act) -> float:
        shared = _ACCUSING * any(frame("accuse").match(t) for t in act.triggers)
        shared += _REPORTED * self._is_reported(act)
        return shared + _LATER * (act.trigger > denial.trigger) + _DENIAL * self._doubts_others(act)

    def _side(self, act: Act, denial: Act) -> float:
        """Return what speaks against denying one's own side; reports of what it said are another's."""
        return _ALLIED * (self.are_allied(act, denial) and not self._is_reported(act))

    def _doubts_others(self, act: Act) -> bool:
        """Say whether what is said sounds like a denial itself, be it found to be one or not yet."""
        if id(act) not in self._doubts:
            self._doubts[id(act)] = act.is_denial or bool(_verdicts.within(words(self.reading, act)))
        return self._doubts[id(act)]

    def _is_reported(self, act: Act) -> bool:
        return act.rule == "statement.noun" or id(act) in self._passed_on

    def may_be_denied(self, act: Act, denial: Act) -> bool:
        """Say whether a statement is by another and stands apart from the denial."""
        apart = not act.covers(denial.trigger) and not denial.covers(act.trigger)
        return act is not denial and act.content is not None and apart and not _are_same(act, denial)

    def is_about(self, act: Act, denial: Act) -> bool:
        """Say whether the one who denies, or his state, is spoken of in what another said."""
        return not self._sides(denial.speakers).isdisjoint(self._spoken_of(act))

    def _spoken_of(self, act: Act) -> frozenset[Node]:
        """Return who is named, or meant, in what is said."""
        if act.content is None:
            return frozenset()
        known = self._named.get(id(act))
        if known is None:
            first, last = (bisect_left(self._starts, o) for o in (act.content.start, act.content.end))
            near = self.reading.mentions[first:last]
            known = self._named[id(act)] = frozenset(n for m in near for n in m.actors)
        return known

    @cached_property
    def _passed_on(self) -> set[int]:
        """The identities of acts that others report."""
        return {id(inner) for act in self.acts for inner in act.reports}

    @cached_property
    def _starts(self) -> list[int]:
        """Where the mentions begin, in their order."""
        return [self.reading.doc[m.start].idx for m in self.reading.mentions]

    def denied_before(self, act: Act) -> tuple[Act, ...]:
        """Return what those who speak, or who speak for the same state, denied before."""
        before = (a for a in self.acts if a.trigger < act.trigger and self.are_allied(a, act))
        return tuple(dict.fromkeys(d for a in before for d in a.denies))

    def _liars(self, denial: Act) -> Iterator[Node]:
        """Yield of whom is said that they spread lies."""
        for verb in words(self.reading, denial):
            subject = speech.subject(verb) if frame("spread").match(verb) else None
            if subject is not None:
                yield from self.reading.who(subject)

    def are_allied(self, one: Act, other: Act) -> bool:
        """Say whether two speak for the same state or are the same."""
        return bool(self._sides(one.speakers) & self._sides(other.speakers))

    def share(self, clause: Iterable[Token], act: Act, denial: Act) -> float:
        """Return the share of the words with meaning that a clause and a statement have in common."""
        own = self._stems(clause, denial)
        told = self._lemmas(act, is_wide=False)
        return len(own & told) / max(min(len(own), len(told)), 2)

    def _sides(self, nodes: tuple[Node, ...]) -> set[Node]:
        known = self._allies.get(nodes)
        if known is None:
            known = self._allies[nodes] = sides(self.reading, nodes)
        return known

    def _lemmas(self, act: Act, *, is_wide: bool) -> set[str]:
        known = self._words.get((id(act), is_wide))
        if known is None:
            known = self._words[id(act), is_wide] = self._read(act, is_wide=is_wide)
        return known

    def _read(self, act: Act, *, is_wide: bool) -> set[str]:
        span = act.content or act.trigger
        spans = touched(self.reading, span) if is_wide else [span]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        return self._stems(tokens(self.reading, whole), act)

    def _stems(self, said: Iterable[Token], act: Act) -> set[str]:
        """Return the words with meaning, cut short, and those named but the speakers and their states."""
        told = [t for t in said if t.pos_ in _WORD and not t.is_stop and not _verdicts.is_told(t)]
        meant = {t.i: m.actors for t in told if (m := self.reading.mention(t)) is not None}
        found = {speech.lemma(t)[:_STEM] for t in told if t.i not in meant}
        own = self._sides(act.speakers)
        return found | {n.key for actors in meant.values() for n in actors if n not in own}


def sides(reading: Reading, nodes: Iterable[Node]) -> set[Node]:
    """Return actors with the states that they belong to or hold an office of."""
    found = set(nodes)
    found |= {o.body for o in reading.offices if o.holder in found and o.body is not None}
    return found | {c for n in found if (c := reading.actor(n).country) is not None}


def words(reading: Reading, act: Act) -> tuple[Token, ...]:
    """Return the words of the content of an act, in the order of the text."""
    spans = [q.inner for q in act.quotes] + ([act.content] if act.content is not None else [])
    found = {t.i: t for s in spans for t in tokens(reading, s)}
    return tuple(found[i] for i in sorted(found))


def tokens(reading: Reading, part: Span) -> tuple[Token, ...]:
    """Return the tokens that share letters with a range."""
    found = reading.doc.char_span(part.start, part.end, alignment_mode="expand")
    return () if found is None else tuple(found)


def _are_same(one: Act, other: Act) -> bool:
    return bool(set(one.speakers) & set(other.speakers))


def _far(act: Act, denial: Act) -> int:
    return abs(act.trigger.start - denial.trigger.start)


def _told(reading: Reading, denial: Act) -> list[Token]:
    """Return the nouns by which a denial names what it denies: "the reports", "Ruritania's claims"."""
    near = list(words(reading, denial))
    near += [
        t for v in denial.triggers for t in v.subtree if t.dep_ in {"dobj", "nsubjpass", "pobj", "nsubj"}
    ]
    return [
        t for t in dict.fromkeys(near) if t.pos_ in {"NOUN", "PRON"} and (_verdicts.is_told(t) or _is_it(t))
    ]


def _is_it(token: Token) -> bool:
    return token.lower_ in {"it", "this", "that"} and token.dep_ in {"dobj", "nsubj", "nsubjpass"}


def _points_back(noun: Token) -> bool:
    """Say whether a noun names something said before, without telling what: "the reports", "these claims"."""
    return not any(c.lower_ in _THAT or _verdicts.asserts(c) for c in noun.children)


def _whose(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return whose words a noun names: "Iraq's claims", "the Iraqi claims", "claims by Iraq"."""
    by = (speech.agent(c) for c in noun.children if c.dep_ in {"acl", "relcl"})
    found = by_words(reading, noun) or tuple(n for t in by if t is not None for n in reading.who(t))
    near = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"}]
    near += [j for c in near for j in c.conjuncts]
    rows = {row.key for c in near if (row := states.by_demonym(c.text)) is not None}
    named = [n for c in near for n in reading.who(c) if n.kind != DIP.Place]
    return found or (
        *named,
        *(a.node for a in reading.actors if a.node.kind == DIP.State and a.node.registry in rows),
    )
