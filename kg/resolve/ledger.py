"""The ledger of identities: who and what is the same, as settled by earlier builds and by people.

`sources/identities.tsv` has one row for each decision, under a header that says how to read it:

    iri  relation  words or iri  article  decided by  note
    person/tahir-budaqov  names  Tahir Budaqov  *  machine
    person/tahir-budaqov  names  Budagov  004.txt  Jane Doe  the chair of the State Statistical Committee
    person/t-budagov  same as  person/tahir-budaqov  *  Jane Doe
    meeting/a  not  meeting/b  *  Jane Doe  two encounters on one day

`names`: what the article (`*`: any article) knows by these words is this IRI. `same as`: the first IRI leads
to the second. `not`: the two are kept apart, whatever the rules say. A build only appends; people edit.
Lines that begin with `#` are remarks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.errors import LedgerError
from kg.iris import slug
from kg.model import Decision

HEADER = ("iri", "relation", "words or iri", "article", "decided by", "note")
RELATIONS = ("names", "same as", "not")
MACHINE = "machine"
ANYWHERE = "*"
_PATH = re.compile(r"[a-z][a-z-]*/[^\s/.]+")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions, ready to be looked up.

    Attributes:
        decisions: in the order of the file.
        named: for a segment, an article (or "*") and the slug of words, the decision that names it.
        successors: for an IRI path that leads elsewhere, where it leads in the end.
        apart: pairs of paths that are kept apart, each in both orders.
        predecessors: for an IRI path, those that lead to it, sorted.
    """

    decisions: tuple[Decision, ...] = ()
    named: Mapping[tuple[str, str, str], Decision] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()
    predecessors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def current(self, path: str) -> str:
        """Return the path that a path leads to, itself where it leads nowhere else."""
        return self.successors.get(path, path)

    def find(self, segment: str, article: str, words: Iterable[str]) -> Decision | None:
        """Return the decision that names something an article knows by one of the words, a person's first."""
        keys = [(segment, where, slug(word)) for word in words for where in (article, ANYWHERE)]
        found = [self.named[key] for key in keys if key in self.named]
        return min(found, key=lambda d: d.by == MACHINE, default=None)


def parse(text: str, file: str = "identities.tsv") -> Ledger:
    """Return the ledger that a file's text holds; an empty text is an empty ledger.

    Raises:
        LedgerError: the header is another, a row cannot be read, or rows contradict each other.
    """
    lines = [
        (number, line.rstrip("\r"))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return Ledger()
    first, header = lines[0]
    if tuple(header.split("\t")) != HEADER:
        raise LedgerError(f"{file}, line {first}: expected the header {' | '.join(HEADER)}, found {header!r}")
    return _index([(number, _row(line, f"{file}, line {number}")) for number, line in lines[1:]], file)


def of(decisions: Iterable[Decision]) -> Ledger:
    """Return the ledger that holds these decisions."""
    return _index(list(enumerate(decisions, 2)), "ledger")


def append(text: str, decisions: Iterable[Decision]) -> str:
    """Return the text of a ledger with rows added at its end; what stood there stays, byte for byte."""
    start = text if text.endswith("\n") or not text else text + "\n"
    start += "" if text.strip() else "\t".join(HEADER) + "\n"
    return start + "".join("\t".join(_cells(d)).rstrip("\t") + "\n" for d in decisions)


def _cells(decision: Decision) -> tuple[str, ...]:
    cells = (
        decision.iri,
        decision.relation,
        decision.other,
        decision.article,
        decision.by,
        decision.note,
    )
    return tuple(" ".join(cell.split()) for cell in cells)


def _row(line: str, where: str) -> Decision:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 5 <= len(cells) <= len(HEADER):
        raise LedgerError(
            f"{where}: expected {len(HEADER)} columns (the note may be empty), found {len(cells)}"
        )
    row = Decision(*cells)
    if row.relation not in RELATIONS:
        raise LedgerError(f"{where}: expected one of {', '.join(RELATIONS)}, found {row.relation!r}")
    paths = (row.iri,) if row.relation == "names" else (row.iri, row.other)
    for path in paths:
        if not _PATH.fullmatch(path):
            raise LedgerError(f"{where}: expected an IRI path such as person/liu-jianchao, found {path!r}")
    if not all((row.other, row.article, row.by)):
        raise LedgerError(f"{where}: expected words or iri, article and decided by, found an empty cell")
    return row


def _index(rows: list[tuple[int, Decision]], file: str) -> Ledger:
    named: dict[tuple[str, str, str], Decision] = {}
    leads: dict[str, str] = {}
    for number, row in rows:
        where = f"{file}, line {number}"
        if row.relation == "names":
            _name(named, row, where)
        elif row.relation == "same as" and leads.setdefault(row.iri, row.other) != row.other:
            raise LedgerError(f"{where}: expected one successor of {row.iri}, found {leads[row.iri]} before")
    decisions = tuple(row for _, row in rows)
    apart = {(d.iri, d.other) for d in decisions if d.relation == "not"}
    ends = {path: _end(path, leads, file) for path in leads}
    pairs = frozenset(apart | {(b, a) for a, b in apart})
    for one, other in sorted(pairs):
        if ends.get(one, one) == ends.get(other, other):
            raise LedgerError(f"{file}: expected {one} and {other} to be the same or not, found both")
    before = {end: tuple(sorted(p for p in ends if ends[p] == end)) for end in set(ends.values())}
    return Ledger(decisions, named, ends, pairs, before)


def _name(named: dict[tuple[str, str, str], Decision], row: Decision, where: str) -> None:
    """Enter a name; a person's decision stands above the machine's, two persons' must agree."""
    key = (row.iri.partition("/")[0], row.article, slug(row.other))
    before = named.get(key)
    if before is None or (before.by == MACHINE and row.by != MACHINE):
        named[key] = row
    elif before.iri != row.iri and (row.by != MACHINE) == (before.by != MACHINE):
        raise LedgerError(
            f"{where}: expected one IRI for {row.other!r} in {row.article}, found {before.iri} before"
        )


def _end(path: str, leads: Mapping[str, str], file: str) -> str:
    seen = [path]
    while seen[-1] in leads:
        if leads[seen[-1]] in seen:
            raise LedgerError(
                f"{file}: expected {path} to lead somewhere, found a circle: {' → '.join(seen)}"
            )
        seen.append(leads[seen[-1]])
    return seen[-1]
