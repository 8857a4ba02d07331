"""Commitments to an act: "the two sides agreed to open an embassy", "agreed on the release of detainees"."""

from collections.abc import Iterator

from kg.extract import _clause, _nouns, _parties, status, when
from kg.extract._instrument import Instrument
from kg.extract._lexicon import frame
from kg.model import Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_AIMS = ("on", "upon")


def find(reading: Reading, verb: Token, sentence: Sentence) -> Instrument | None:
    """Return what a verb commits its subjects to, None where they are not told or nothing is promised."""
    acts = tuple(_acts(verb))
    whether = status.status(reading, verb) if acts else None
    if whether is None:
        return None
    people = tuple(n for t in _clause.subjects(verb) or _agents(verb) for n in reading.who(t))
    told = _parties.bodies(reading, people)
    if not told:
        return None
    return Instrument(
        trigger=verb,
        sentence=sentence,
        name=None,
        parties=_parties.completed(reading, told, sentence),
        signatories=tuple(n for n in people if n.kind == DIP.Person),
        topics=tuple(_nouns.span(t) for t in _topics(acts[0])),
        status=whether,
        dated=when.dated(reading, verb, future=whether in {DIP.Planned, DIP.Proposed}),
        acts=tuple(words(act) for act in acts),
        is_concrete=any(_is_concrete(act) for act in acts),
    )


def _agents(verb: Token) -> tuple[Token, ...]:
    """Return who agreed with whom where the verb has no subject of its own."""
    return tuple(_clause.after(verb, "between"))


def _acts(verb: Token) -> Iterator[Token]:
    """Yield the verbs or nouns of what is agreed, each of a list."""
    first = next((c for c in verb.children if c.dep_ == "xcomp" and _clause.has_to(c)), None)
    if first is None and verb.lemma_ == "commit":
        first = next(iter(_clause.after(verb, "to")), None)
    if first is None and verb.lemma_ == "agree":
        nouns = (t for p in _AIMS for t in _clause.after(verb, p))
        first = next((n for n in nouns if n.lemma_.lower() in frame("commitment").nouns), None)
    if first is not None:
        yield first
        yield from (c for c in first.conjuncts if c.i > first.i and c.pos_ == first.pos_)


def _topics(act: Token) -> tuple[Token, ...]:
    return _clause.direct(act)[:1] if act.pos_ in {"VERB", "AUX"} else (act,)


def _is_concrete(act: Token) -> bool:
    """Say whether one could hold a party to an act: not "to continue", but to raise something to a figure."""
    measured = any(t.ent_type_ in {"MONEY", "QUANTITY", "PERCENT", "CARDINAL"} for t in act.subtree)
    return not frame("vague").match(act) or (measured and frame("raising").match(act))


def words(act: Token) -> Span:
    """Return the words of one act, without the next of a list."""
    others = [c for c in act.conjuncts if c.i > act.i and c.pos_ == act.pos_]
    end = others[0].left_edge.i if others else act.right_edge.i + 1
    start = act if act.pos_ in {"VERB", "AUX"} else act.left_edge
    told = [t for t in act.doc[start.i : end] if t in set(act.subtree)]
    while len(told) > 1 and (told[-1].is_punct or told[-1].dep_ == "cc"):
        told.pop()
    return Span(start.idx, told[-1].idx + len(told[-1]))
