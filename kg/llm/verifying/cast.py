"""Actors that the answers alone know of: put beside the reading's, and named in what is claimed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rdflib import RDFS, SKOS

from kg.llm.verifying.case import Case
from kg.llm.verifying.meaning import Named
from kg.model import Claim, Node, Value
from kg.registry.states import state
from kg.spelling import alike
from kg.text import foreign
from kg.text.reading import Actor, Reading
from kg.vocab import DIP

_SAME = 0.6  # likeness across scripts from which a name in English can be that of a person
_ENDING, _STEM = 3, 4  # letters that a case may add to a word of a name, and that it leaves
_SURE = frozenset({DIP.Person, DIP.State})
_LATIN = re.compile(r"[^\W\d_][\w\s.,’'()&/-]{1,99}")


def joined(reading: Reading, new: Iterable[Named]) -> Reading:
    """Return the reading with the actors that answers alone know of."""
    known = {a.node for a in reading.actors}
    added: dict[Node, Actor] = {}
    for each in new:
        if each.node not in known:
            own = added.get(each.node)
            names = (*(own.names if own is not None else ()), *each.names)
            country = each.node if each.node.kind == DIP.State else None
            added[each.node] = Actor(each.node, tuple(dict(reversed(names)).items()), country)
    return replace(reading, actors=(*reading.actors, *added.values())) if added else reading


def claimed(
    reading: Reading, new: Sequence[tuple[Case, Named]], claims: Iterable[Claim]
) -> tuple[Claim, ...]:
    """Return the claims, those on actors that answers alone know of as found by the model.

    In another language the name of a person or state there is a further name, tagged, and that in English is
    shown; of others the name in English is the further one.
    """
    found = {named.node: (case, named) for case, named in new}
    told = tuple(claims)
    more = (_named(reading, *found[c.subject], c) if c.subject in found else (c,) for c in told)
    return tuple(dict.fromkeys(each for some in more for each in some))


def _named(reading: Reading, case: Case, named: Named, claim: Claim) -> Iterator[Claim]:
    own = replace(claim, rule=case.rule("actor"))
    english = _english(case, named) if case.is_foreign else None
    if english is None or claim.predicate != RDFS.label or not isinstance(claim.object, Value):
        yield own
        return
    language, (name, basis) = foreign.language_of(reading.article), english
    translated = replace(own, object=Value(name), basis=basis, rule=case.rule("translation"))
    if named.node.kind in _SURE:
        yield replace(own, predicate=SKOS.altLabel, object=replace(claim.object, language=language))
        yield translated
    else:  # what a body is called in English nothing bears out: its own name stays the one that is shown
        yield own
        yield replace(translated, predicate=SKOS.altLabel, object=Value(name, language="en"))


def _english(case: Case, named: Named) -> tuple[str, str] | None:
    """Return the name in English with what it rests on: the registry, else the model, where it can be one.

    That of a person sounds alike in any script, so that a translation cannot make somebody else of him.
    """
    if named.node.registry is not None:
        return state(named.node.registry).label, f"kg/registry/states.tsv: {named.node.registry}"
    told = " ".join((named.actor.english or "").split())
    if not _LATIN.fullmatch(told):
        return None
    heard = max((alike(told, stem) for name, _ in named.names for stem in _stems(name)), default=0.0)
    is_one = named.node.kind != DIP.Person or heard >= _SAME
    return (told, f"English by {case.answered.model}") if is_one else None


def _stems(name: str) -> Iterator[str]:
    """Yield a name without the endings that cases may have added to all of its words, or to the last one."""
    words = name.split()
    for cut in range(_ENDING + 1):
        yield " ".join(_cut(word, cut) for word in words)
        yield " ".join((*words[:-1], *(_cut(word, cut) for word in words[-1:])))


def _cut(word: str, letters: int) -> str:
    return word[: len(word) - letters] if len(word) - letters >= _STEM else word
