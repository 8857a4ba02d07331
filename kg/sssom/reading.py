"""Read a file of mappings; whatever is wrong is named with its line."""

import csv
import datetime as dt
import math
from collections.abc import Mapping as Lookup
from dataclasses import dataclass

import yaml

from kg.errors import MappingError
from kg.sssom.values import BUILT_IN, COLUMNS, NEEDED, PROPAGATED, REJECTED, Head, Mapping, joined, parted


def read(text: str, file: str = "links.sssom.tsv") -> tuple[Head, tuple[Mapping, ...]]:
    """Return the head and the rows of a file, in its order.

    Raises:
        MappingError: the head or a row is not as expected; the message names file, line, what was expected
            and what was found.
    """
    above, lines = _parted(text)
    head = _head(above, file)
    table = csv.reader(lines, delimiter="\t", strict=True)
    try:
        rows = [(table.line_num, cells) for cells in table]
    except csv.Error as error:
        where = f"{file}, line {len(above) + table.line_num}"
        raise MappingError(f"{where}: expected a row of tab-separated cells, found: {error}") from error
    if not rows:
        raise MappingError(f"{file}, line {len(above) + 1}: expected a line of column names, found none")
    columns = _columns(rows[0][1], f"{file}, line {len(above) + 1}")
    whole = {slot: value for slot, value in head.others if slot in PROPAGATED and slot not in columns}
    found = []
    for number, cells in rows[1:]:
        row = _Row(file, len(above) + number, head)
        if any(cell.strip() for cell in cells):
            found.append(row.mapping(whole | row.cells(columns, cells)))
    return head, tuple(found)


def _parted(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of the head and those of the table, each with its end."""
    # Not at other ends of lines that Unicode knows: a label may hold them.
    lines = [f"{line}\n" for line in text.removeprefix("\ufeff").split("\n")]
    count = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:count], lines[count:]


def _head(lines: list[str], file: str) -> Head:
    where = f"{file}, lines 1 to {len(lines)}"
    try:
        # The base loader makes strings of all scalars: a version stays "1.0", a day the day as written.
        told = yaml.load("".join(line[1:] for line in lines), Loader=yaml.BaseLoader)  # noqa: S506 - makes no objects
    except (yaml.YAMLError, RecursionError) as error:
        raise MappingError(
            f"{where}: expected YAML behind '#', found: {' '.join(str(error).split())}"
        ) from error
    if not isinstance(told, dict):
        raise MappingError(f"{where}: expected a head of mapping_set_id, license and curie_map, found none")
    prefixes = told.get("curie_map", {})
    if not isinstance(prefixes, dict) or not all(isinstance(space, str) for space in prefixes.values()):
        raise MappingError(f"{where}: expected prefixes and IRIs under 'curie_map', found {prefixes!r}")
    own = ("sssom_version", "curie_map", "mapping_set_id", "license")
    others = tuple((str(slot), value) for slot, value in told.items() if slot not in own)
    declared = tuple(sorted((str(each), space) for each, space in prefixes.items() if each not in BUILT_IN))
    return Head(_need(told, "mapping_set_id", where), _need(told, "license", where), declared, others)


def _need(told: Lookup[str, object], slot: str, where: str) -> str:
    found = told.get(slot)
    if not isinstance(found, str) or not found:
        raise MappingError(f"{where}: expected a value of {slot!r} in the head, found {found or 'none'!r}")
    return found


def _columns(names: list[str], where: str) -> tuple[str, ...]:
    columns = tuple(name.strip() for name in names)
    missing = [name for name in NEEDED if name not in columns]
    if missing or len(set(columns)) < len(columns):
        expected = f"each column once, {', '.join(NEEDED)} among them"
        raise MappingError(f"{where}: expected {expected}; found {', '.join(columns) or 'nothing'}")
    return columns


@dataclass(frozen=True, slots=True)
class _Row:
    """The place of a row, for what is wrong with it."""

    file: str
    line: int
    head: Head

    def cells(self, columns: tuple[str, ...], cells: list[str]) -> dict[str, object]:
        """Return the cells that are not empty; editors drop empty ones at the end of a line."""
        if len(cells) > len(columns):
            raise self._error(f"{len(columns)} columns", str(len(cells)))
        named = zip(columns, cells, strict=False)
        return {name: cell.strip() for name, cell in named if cell.strip()}

    def mapping(self, told: dict[str, object]) -> Mapping:
        cells = {slot: _cell(value) for slot, value in told.items()}
        modifier = cells.get("predicate_modifier")
        if modifier not in (None, REJECTED):
            raise self._error(f"{REJECTED!r} or nothing under 'predicate_modifier'", repr(modifier))
        return Mapping(
            subject=self._iri(cells, "subject_id"),
            predicate=self._iri(cells, "predicate_id"),
            object=self._iri(cells, "object_id"),
            justification=self._iri(cells, "mapping_justification"),
            subject_label=cells.get("subject_label"),
            object_label=cells.get("object_label"),
            is_rejected=modifier == REJECTED,
            confidence=self._share(cells.get("confidence")),
            authors=parted(cells.get("author_label", "")),
            tool=cells.get("mapping_tool"),
            tool_version=cells.get("mapping_tool_version"),
            date=self._day(cells.get("mapping_date")),
            rules=parted(cells.get("curation_rule_text", "")),
            comment=cells.get("comment"),
            others=tuple((slot, cell) for slot, cell in cells.items() if slot not in COLUMNS),
            line=self.line,
        )

    def _iri(self, cells: Lookup[str, str], slot: str) -> str:
        curie = cells.get(slot)
        if curie is None:
            raise self._error(f"a value under {slot!r}", "none")
        iri = self.head.expanded(curie)
        if iri is None or any(character in iri for character in '<>"{}|^`\\ \n\t'):
            raise self._error(f"under {slot!r} a CURIE with a prefix of 'curie_map'", repr(curie))
        return iri

    def _share(self, cell: str | None) -> float | None:
        try:
            found = None if cell is None else float(cell)
        except ValueError:
            found = math.nan
        if found is not None and not 0 <= found <= 1:
            raise self._error("a number from 0 to 1 under 'confidence'", repr(cell))
        return found

    def _day(self, cell: str | None) -> dt.date | None:
        try:
            return None if cell is None else dt.date.fromisoformat(cell)
        except ValueError:
            raise self._error("a day as 2025-04-23 under 'mapping_date'", repr(cell)) from None

    def _error(self, expected: str, found: str) -> MappingError:
        return MappingError(f"{self.file}, line {self.line}: expected {expected}, found {found}")


def _cell(value: object) -> str:
    """Return a slot of the head as a cell of a row has it."""
    return joined(map(str, value)) if isinstance(value, list) else str(value)
