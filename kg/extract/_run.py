"""Run all families over one article and join what they find."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from types import ModuleType

from kg import plugins
from kg.extract import _actors, _confidence, _dropped, _issues, _joins
from kg.model import Claim, Dropped, Extraction, Node, Record
from kg.text import fingerprints
from kg.text.reading import Reading
from kg.vocab import DIP


@cache
def families() -> tuple[ModuleType, ...]:
    """Return the modules of this package that find records, sorted by name."""
    return tuple(m for m in plugins.modules(sys.modules[__package__]) if hasattr(m, "records"))


def run(reading: Reading) -> Extraction:
    """Return what an article claims, in the order of its text."""
    return told(reading, [record for family in families() for record in family.records(reading)])


def told(reading: Reading, records: Sequence[Record]) -> Extraction:
    """Return what records of an article claim, with what holds between them and who is in them."""
    joined = _acting(reading, _joins.join(reading, records))
    claims = [claim for record in joined for claim in record.claims]
    claims += [*_actors.claims(reading, _nodes(claims)), *_issues.claims(claims)]
    ordered = sorted(
        _confidence.sure(reading, _once(claims)),
        key=lambda c: (c.spans[:1], str(c.subject), str(c.predicate), str(c.object)),
    )
    sentences, marks = tuple(s.span for s in reading.sentences), fingerprints.marks(reading)
    return Extraction(reading.article, tuple(ordered), reading.unread, marks, sentences)


def dropped(reading: Reading) -> tuple[Dropped, ...]:
    """Return what was considered in an article and left out, sorted; asked for alone, it slows no build."""
    return _dropped.find(reading, [record for family in families() for record in family.records(reading)])


def _acting(reading: Reading, records: Iterable[Record]) -> list[Record]:
    """Return the records without the offices of those unnamed who do nothing else in the article."""
    found = list(records)
    named = {n for m in reading.mentions if m.form in {"name", "title"} for n in m.actors}
    acting = {n for r in found if r.node.kind != DIP.Tenure for n in _nodes(r.claims)}
    idle = {n for r in found for n in _nodes(r.claims) if n.kind == DIP.Person} - named - acting
    return [r for r in found if r.node.kind != DIP.Tenure or not idle.intersection(_nodes(r.claims))]


def _nodes(claims: Iterable[Claim]) -> list[Node]:
    return [c.object for c in claims if isinstance(c.object, Node)]


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, of several that say the same of the same words the first."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        spans = tuple(dict.fromkeys(claim.spans))
        own = claim if spans == claim.spans else replace(claim, spans=spans)
        found.setdefault((claim.subject, claim.predicate, claim.object, spans), own)
    return list(found.values())
