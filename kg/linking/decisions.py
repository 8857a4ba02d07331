"""The files of decisions: what the machine and people made of candidates, as SSSOM.

`links.sssom.tsv` has what holds and what people refused; `kg build` reads it. `links.review.sssom.tsv` beside
it has candidates that wait for a person: nothing reads them as links. A row is a person's where it has an
author or a justification other than that of a machine; those stay whatever the machine finds.

The files tell of the published data, whatever base the build has that is linked: so one file serves all
builds. Only a file that people began under another base, and under that alone, stays under it.
"""

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rdflib import SKOS

from kg import sssom
from kg.errors import SourceError
from kg.linking.candidates import WIKIDATA
from kg.linking.judging import Scored, Verdict
from kg.linking.sought import Sought
from kg.sssom import Head, Mapping
from kg.vocab import PUBLISHED

FILE, REVIEW = "links.sssom.tsv", "links.review.sssom.tsv"
TOOL, TOOL_VERSION = "kg link", "1"
VIAF = "http://viaf.org/viaf/"
_CHAINED = "https://w3id.org/semapv/vocab/MappingChaining"
_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


@dataclass(frozen=True, slots=True)
class Decisions:
    """The rows of `links.sssom.tsv`.

    Attributes:
        head: what stands above them.
        rows: all of them, in the order of the file, on things under the base.
        base: of the build that is linked.
    """

    head: Head
    rows: tuple[Mapping, ...] = ()
    base: str = PUBLISHED

    @property
    def people(self) -> tuple[Mapping, ...]:
        """Return what people decided."""
        return tuple(row for row in self.rows if not _is_machine(row))

    @property
    def given(self) -> frozenset[str]:
        """Return those of ours that people gave an item."""
        return frozenset(row.subject for row in self.people if not row.is_rejected and _is_item(row))

    @property
    def refused(self) -> dict[str, frozenset[str]]:
        """Return the items that people refused, by those of ours that they are not."""
        found: dict[str, frozenset[str]] = {}
        for row in self.people:
            if row.is_rejected:
                found[row.subject] = found.get(row.subject, frozenset()) | {row.object}
        return found

    @property
    def _misled(self) -> frozenset[str]:
        """Return those of ours to which the machine gave what people refuse, or what a gone item told."""
        machine, refused = [row for row in self.rows if _is_machine(row)], self.refused
        held = {row.subject for row in machine if _is_item(row)}
        return frozenset(
            row.subject
            for row in machine
            if row.subject not in held or row.object in refused.get(row.subject, ())
        )

    def standing(self, judged: Iterable[str]) -> tuple[Mapping, ...]:
        """Return the rows that stay while those of ours are judged anew: people's, the machine's on others.

        No row of the machine stays beside what a person decided on the same of ours.
        """
        about = {*judged} | self.given | self._misled
        return tuple(row for row in self.rows if row.subject not in about or not _is_machine(row))

    def taken(self, judged: Iterable[str]) -> frozenset[str]:
        """Return the items that others than those judged have, or that people gave to any of ours."""
        return frozenset(row.object for row in self.standing(judged) if not row.is_rejected)

    def judged(self, verdicts: Sequence[Verdict], day: dt.date) -> "Decisions":
        """Return them with the machine's rows of those judged made anew; an equal row keeps its day."""
        old = {(row.subject, row.object): row for row in self.rows if _is_machine(row)}
        made = [row for v in verdicts if v.accepted for row in links(v.sought, v.accepted, day)]
        kept = self.standing(verdict.sought.iri for verdict in verdicts)
        return replace(self, rows=(*kept, *(_dated(row, old.get((row.subject, row.object))) for row in made)))

    def decided(self, rows: Iterable[Mapping]) -> "Decisions":
        """Return them with rows of a person, in place of any for the same two things and of the machine's."""
        new = tuple(rows)
        pairs, about = {(row.subject, row.object) for row in new}, {row.subject for row in new}
        kept = (
            row
            for row in self.rows
            if (row.subject, row.object) not in pairs and not (row.subject in about and _is_machine(row))
        )
        return replace(self, rows=(*kept, *new))


def read(path: Path, base: str) -> Decisions:
    """Return what a file holds; where there is none, nothing is decided.

    Raises:
        MappingError: it is no SSSOM.
        SourceError: it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Decisions(_head(path.name), (), base)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: expected SSSOM in UTF-8, found: {error}") from error
    head, rows = sssom.read(text, path.name)
    return Decisions(head, tuple(_moved(row, (base, PUBLISHED), base) for row in rows), base)


def write(path: Path, decisions: Decisions) -> None:
    """Write a file in one step, so that it is whole whenever this process dies.

    Raises:
        SourceError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    declared = {space for _, space in decisions.head.prefixes}
    space = decisions.base if decisions.base in declared and PUBLISHED not in declared else PUBLISHED
    rows = (_moved(row, (decisions.base,), space) for row in decisions.rows)
    try:
        beside.write_text(sssom.write(_declaring(decisions.head, space), rows), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise SourceError(f"{path}: expected a file that can be written, found: {error.strerror}") from error


def write_review(folder: Path, base: str, verdicts: Iterable[Verdict], day: dt.date) -> None:
    """Write the candidates that wait for a person, as the rows that they would make; without any, no file.

    Raises:
        SourceError: the file cannot be written.
    """
    waiting = tuple(
        replace(links(verdict.sought, scored, day)[0], comment=f"not decided: {verdict.doubt}")
        for verdict in verdicts
        for scored in verdict.open
    )
    if waiting:
        write(folder / REVIEW, Decisions(_head(REVIEW), waiting, base))
    else:
        (folder / REVIEW).unlink(missing_ok=True)


def links(sought: Sought, scored: Scored, day: dt.date) -> tuple[Mapping, ...]:
    """Return the rows that one link makes: to the item, and to what the item leads to at VIAF."""
    item = Mapping(
        sought.iri,
        str(SKOS.closeMatch),  # found by name and circumstances: never more
        scored.candidate.iri,
        sssom.COMPOSITE,
        subject_label=sought.label,
        object_label=scored.candidate.label,
        confidence=round(scored.match.score, 3),  # as it is written
        tool=TOOL,
        tool_version=TOOL_VERSION,
        date=day,
        rules=tuple(f"{f.name} {f.score:.2f}: {f.reason}" for f in scored.match.features),
    )
    told = f"told of {scored.candidate.iri.removeprefix(WIKIDATA)} (P214)"
    return item, *(
        replace(item, object=f"{VIAF}{number}", justification=_CHAINED, rules=(told,))
        for number in scored.candidate.viaf
    )


def _dated(row: Mapping, old: Mapping | None) -> Mapping:
    if old is None or replace(old, date=row.date, line=row.line) != row:
        return row
    return replace(row, date=old.date)


def _is_machine(row: Mapping) -> bool:
    return not row.authors and row.justification in (sssom.COMPOSITE, _CHAINED)


def _is_item(row: Mapping) -> bool:
    return row.object.startswith(WIKIDATA)


def _moved(row: Mapping, spaces: Iterable[str], base: str) -> Mapping:
    """Return a row with its subject under a base, if it stands under one of some others."""
    space = next((each for each in spaces if row.subject.startswith(each)), base)
    return row if space == base else replace(row, subject=base + row.subject.removeprefix(space))


def _declaring(head: Head, base: str) -> Head:
    """Return a head, which people may have written, with what it lacks of the prefixes that our rows need."""
    found = dict(head.prefixes)
    for prefix, space in _prefixes(base):
        if space not in found.values():
            # That of the published data may stand for another base here.
            found[prefix if prefix not in found else f"{prefix}-here"] = space
    return replace(head, prefixes=tuple(sorted(found.items())))


def _head(name: str) -> Head:
    return Head(f"{PUBLISHED}{name}", _LICENCE, _prefixes(PUBLISHED))


def _prefixes(base: str) -> tuple[tuple[str, str], ...]:
    return ("communique", base), ("viaf", VIAF), ("wikidata", WIKIDATA)
