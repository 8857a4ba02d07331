"""What a reader takes away: the table with our IRIs and all codes, and the decisions as SSSOM.

Codes of a state are those that held on the date of its row: the end of the month or year where that is all
that the row tells, today where it tells none.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from rdflib import SKOS

from kg import sssom
from kg.sssom import Head, Mapping
from kg.version import VERSION
from kg.web import dates, sheets
from kg.web.crosswalk.form import NONE, OPEN, ROLES, Asked, Decision, Line
from kg.web.events import numbers
from kg.web.events.numbers import Former
from kg.web.reconciliation.finding import Finder
from kg.web.reconciliation.profiles import CODES, OTHERS, Known
from kg.web.reconciliation.properties import id_of
from kg.web.reconciliation.sought import Candidate
from kg.web.service import Graph

CODED = (*CODES, *OTHERS)
ADDED = ("iri", "label", "type", "state", "score", "decision", *CODED)
PREFIX = "communique_"  # of the columns that are added
# A row of a table as RFC 7111, section 2.1, names it, numbered from 1 without the line of names.
ROW = "file:///table.csv#row="
UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"
_UNDECIDED = Decision(OPEN, (), None)


def table(graph: Graph, asked: Asked) -> bytes:
    """Return the table as CSV that is safe to open in a spreadsheet, with the columns that are added."""
    former = numbers.read(graph)
    with closing(Finder(graph)) as finder:
        added = {row: cells for line, cells in _added(finder, asked, former) for row in line.rows}
    rows = ((*cells, *added.get(number, ("",) * len(ADDED))) for number, cells in enumerate(asked.table.rows))
    return b"".join(sheets.write((*asked.table.columns, *(PREFIX + name for name in ADDED)), rows))


def decisions(graph: Graph, asked: Asked, today: dt.date) -> str:
    """Return the decisions as SSSOM/TSV: what was chosen, and what was looked at and is none of them."""
    with closing(Finder(graph)) as finder:
        found = tuple(_mappings(finder, asked, today))
    known = f"{[(m.subject, m.object, m.is_rejected) for m in found]}"
    prefixes = (("communique", graph.addresses.base), ("row", ROW))
    told = (
        ("mapping_set_title", "A table of a reader's own, matched with Communiqué"),
        ("comment", "A subject is a row of the reader's own table, numbered from 1 (RFC 7111), by its name."),
    )
    head = Head(uuid.uuid5(uuid.NAMESPACE_URL, known).urn, UNSPECIFIED, prefixes, told)
    return sssom.write(head, found)


def _added(
    finder: Finder, asked: Asked, former: tuple[Former, ...]
) -> Iterator[tuple[Line, tuple[str, ...]]]:
    for number, line in enumerate(asked.lines):
        decided = asked.decisions.get(number, _UNDECIDED)
        known = _chosen(finder, decided)
        if known is None:
            word = "none of the candidates" if decided.chosen == NONE else "open"
            yield line, tuple(word if name == "decision" else "" for name in ADDED)
            continue
        found = finder.scored(asked.sought(line), known)
        codes = _codes(known, former, dates.last_day(line.told[ROLES.index("date")]))
        state = known.profile.states[0] if known.profile.states else ""
        how = "proposed" if decided.chosen == decided.proposed else "chosen"
        yield line, (known.iri, known.label, id_of(known.kind), state, f"{found.percent}", how, *codes)


def _codes(known: Known, former: tuple[Former, ...], day: dt.date | None) -> Iterator[str]:
    """Yield the codes of a thing as they were on a day, in the order of the columns."""
    joined = {each: " ".join(value for kind, value in known.codes if kind == each) for each in CODED}
    then = numbers.at({each.upper(): code or None for each, code in joined.items()}, former, day)
    yield from (str(then[each.upper()] or "") for each in CODED)


def _chosen(finder: Finder, decided: Decision) -> Known | None:
    return None if decided.chosen in {NONE, OPEN} else finder.thing(decided.chosen)


def _mappings(finder: Finder, asked: Asked, today: dt.date) -> Iterator[Mapping]:
    for number, line in enumerate(asked.lines):
        decided = asked.decisions.get(number, _UNDECIDED)
        rejected = decided.chosen == NONE
        things = decided.offered if rejected else (decided.chosen,) if decided.chosen else ()
        is_manual = rejected or decided.chosen != decided.proposed
        for known in filter(None, map(finder.thing, things)):
            found = _mapping(line, finder.scored(asked.sought(line), known), today)
            found = replace(found, justification=sssom.MANUAL) if is_manual else found
            yield from (replace(found, subject=f"{ROW}{row + 1}", is_rejected=rejected) for row in line.rows)


def _mapping(line: Line, found: Candidate, today: dt.date) -> Mapping:
    return Mapping(
        subject=ROW,
        predicate=str(SKOS.exactMatch),
        object=found.known.iri,
        justification=sssom.LEXICAL,
        subject_label=sheets.safe(line.told[0]) or None,  # spreadsheets open these files too
        object_label=found.known.label,
        confidence=found.score,
        tool="Communiqué crosswalk",
        tool_version=VERSION,
        date=today,
        rules=tuple(f"{each.name}: {each.reason}" for each in found.features),
    )
