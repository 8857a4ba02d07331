"""What the forms of the page send, and the one state that they carry: table, columns, decisions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from flask import Request
from rdflib import URIRef
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from kg.errors import QueryError, TooLargeError
from kg.web.crosswalk import uploads
from kg.web.crosswalk.uploads import Table
from kg.web.reconciliation import reading
from kg.web.reconciliation.sought import Condition, Sought

LARGEST = 4_000_000  # bytes of a form: a table of 1,000 rows, percent-encoded, with its decisions
PARTS = 10_000  # fields of a form: two for each row, and more
ROLES = ("name", "state", "office", "date")
SHOWN = 4  # candidates of a row
# What columns of a role are called.
_CALLED = {
    "state": {"state", "country", "nation", "iso", "iso2", "iso3", "state_iso3", "country_code"},
    "office": {"office", "position", "role", "title", "function"},
    "date": {"date", "day", "when", "event_date"},
}
_HEADS = {"": None, "yes": True, "no": False}
NONE, OPEN = "none", ""  # decisions: it is none of the candidates; it stays open


@dataclass(frozen=True, slots=True)
class Line:
    """What is looked for once, for all rows that tell the same.

    Attributes:
        told: name, state, office and date.
        rows: numbers of the rows, from 0.
    """

    told: tuple[str, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a line.

    Attributes:
        chosen: the id of a thing, `NONE` or `OPEN`.
        offered: ids of the candidates that were shown.
        proposed: the one of them that was chosen beforehand; None where none was.
    """

    chosen: str
    offered: tuple[str, ...]
    proposed: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A table with what its columns are.

    Attributes:
        table: the table.
        roles: number of the column for each role that has one.
        kind: the class of all things; None for any.
        decisions: by the number of the line.
    """

    table: Table
    roles: Mapping[str, int]
    kind: URIRef | None
    decisions: Mapping[int, Decision]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return what is looked for, in the order of the rows."""
        found: dict[tuple[str, ...], list[int]] = {}
        for number, row in enumerate(self.table.rows):
            told = tuple(row[self.roles[role]].strip() if role in self.roles else "" for role in ROLES)
            if any(told):
                found.setdefault(told, []).append(number)
        return tuple(Line(told, tuple(rows)) for told, rows in found.items())

    def sought(self, line: Line) -> Sought:
        """Return the query of a line."""
        name, *others = line.told
        conditions = (
            Condition(role, (value,)) for role, value in zip(ROLES[1:], others, strict=True) if value
        )
        kinds = (self.kind,) if self.kind else ()
        return Sought((name,) if name else (), kinds, SHOWN, tuple(conditions))


def sent(request: Request) -> Asked:
    """Return what a form sends; without roles where its columns are still to be chosen.

    Raises:
        QueryError: the table, or what is said of its columns, cannot be read.
        TooLargeError: it is larger than is taken.
    """
    fields, table = _fields(request)
    roles = {role: _column(fields, role, table) for role in ROLES if fields.get(role)}
    if not roles and len(table.columns) == 1:
        roles = {"name": 0}
    kind = reading.kind(fields["type"], "type") if fields.get("type") else None
    return Asked(table, roles, kind, dict(_decisions(fields)))


def guessed(table: Table) -> dict[str, int]:
    """Return which column is what, by what they are called; names are in the first of the others."""
    called = {name.casefold(): number for number, name in reversed(tuple(enumerate(table.columns)))}
    found = {role: called[name] for role, names in _CALLED.items() for name in called if name in names}
    others = (number for number in range(len(table.columns)) if number not in found.values())
    return {"name": next(others, 0), **found}


def _fields(request: Request) -> tuple[MultiDict[str, str], Table]:
    """Return the fields of a form and its table; a file is never written to a disk."""
    parser = FormDataParser(
        stream_factory=lambda *_, **__: BytesIO(),
        max_form_memory_size=LARGEST,
        max_content_length=LARGEST,
        max_form_parts=PARTS,
    )
    try:
        _, fields, files = parser.parse_from_environ(request.environ)
    except RequestEntityTooLarge as error:
        raise TooLargeError(f"table: expected at most {LARGEST // 1_000_000} MB, found more") from error
    head = fields.get("head", "")
    if head not in _HEADS:
        raise QueryError(f"head: expected yes or no, found {head[:40]!r}")
    has_head = _HEADS[head]
    file = files.get("file")
    if data := file.stream.read() if file else b"":
        return fields, uploads.read(uploads.decoded(data), has_head=has_head)
    # What is copied from a spreadsheet has tabs; what a page carries is its own CSV.
    text, delimiter = (fields["table"], ",") if "table" in fields else (fields.get("pasted", ""), "\t")
    if "\x00" in text:
        raise QueryError("table: expected text, found the character NUL")
    return fields, uploads.read(text, delimiter, has_head=has_head)


def _column(fields: Mapping[str, str], role: str, table: Table) -> int:
    value = fields[role]
    if not (value.isascii() and value.isdecimal() and int(value[:4]) < len(table.columns)):
        raise QueryError(f"{role}: expected the number of a column, found {value[:40]!r}")
    return int(value[:4])


def _decisions(fields: Mapping[str, str]) -> Iterator[tuple[int, Decision]]:
    """Yield decisions: `d3` is what was chosen in line 3, `o3` what was offered, the proposed starred."""
    for name, told in fields.items():
        if name[:1] == "o" and name[1:].isdecimal() and name.isascii():
            number = int(name[1:6])
            ids = told.split()
            proposed = next((each[1:] for each in ids if each.startswith("*")), None)
            offered = tuple(each.removeprefix("*") for each in ids)
            yield number, Decision(fields.get(f"d{number}", OPEN), offered, proposed)
