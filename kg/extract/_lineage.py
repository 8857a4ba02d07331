"""Which earlier agreement another replaces, amends, prolongs or builds on."""

from collections.abc import Iterator, Sequence

from kg.extract import _clause
from kg.extract._instrument import Instrument
from kg.extract._lexicon import frame
from kg.text.tokens import Token

_CLAUSES = frozenset({"acl", "relcl", "advcl"})


def earlier(mention: Instrument, others: Sequence[Instrument]) -> Iterator[Instrument]:
    """Yield those of other mentions that a mention is told to follow: "the pact replaces the 2010 treaty"."""
    if mention.name is None:
        return
    for verb in _verbs(mention.trigger):
        objects = {*_clause.direct(verb), *_clause.after(verb, "on"), *_clause.after(verb, "upon")}
        yield from (o for o in others if o.trigger in objects and o.trigger != mention.trigger)


def _verbs(noun: Token) -> Iterator[Token]:
    """Yield the verbs of lineage that an instrument is the subject of, or that hang on it."""
    lineage = frame("lineage")
    if noun.dep_ == "nsubj":
        yield from (v for v in (noun.head, *noun.head.conjuncts) if lineage.match(v))
    yield from (c for c in noun.children if c.dep_ in _CLAUSES and c.tag_ != "VBN" and lineage.match(c))
