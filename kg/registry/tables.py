"""Reads the registry's tables: tab-separated, comments first, one header line, `|` between several values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import RegistryError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        file: the table's file name.
        line: number of the line in the file, counted from 1.
        cells: the text of each column, stripped, in the order of the columns.
        columns: the names of the columns.
    """

    file: str
    line: int
    cells: tuple[str, ...]
    columns: tuple[str, ...]

    def one(self, column: str) -> str | None:
        """Return the text of a column, None where it is empty."""
        return self.cells[self.columns.index(column)] or None

    def need(self, column: str) -> str:
        """Return the text of a column that must not be empty.

        Raises:
            RegistryError: where it is empty.
        """
        found = self.one(column)
        if found is None:
            raise RegistryError(f"{self.file}:{self.line}: expected a value under {column!r}, found none")
        return found

    def choice(self, column: str, allowed: Sequence[str]) -> str:
        """Return the text of a column that must be one of a few words.

        Raises:
            RegistryError: where it is another.
        """
        found = self.need(column)
        if found not in allowed:
            expected = ", ".join(allowed)
            raise RegistryError(
                f"{self.file}:{self.line}: expected one of {expected} under {column!r}, found {found!r}"
            )
        return found

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values of a column between its bars, in their order."""
        return tuple(each.strip() for each in (self.one(column) or "").split("|") if each.strip())

    def year(self, column: str) -> int | None:
        """Return the year under a column, None where it is empty.

        Raises:
            RegistryError: where it is no year of three or four digits.
        """
        found = self.one(column)
        if found is None:
            return None
        if not (found.isdecimal() and len(found) in (3, 4)):
            raise RegistryError(f"{self.file}:{self.line}: expected a year under {column!r}, found {found!r}")
        return int(found)


def rows(file: str, columns: tuple[str, ...], folder: Path = FOLDER) -> tuple[Row, ...]:
    """Return the rows of a table, in the order of the file.

    Raises:
        RegistryError: where the file cannot be read, or its header, a row or a key (the first column) is not
            as expected; the message names file, line, what was expected and what was found.
    """
    found = tuple(_parsed(file, columns, _lines(folder / file)))
    seen: dict[str, int] = {}
    for row in found:
        key = row.need(columns[0])
        if key in seen:
            raise RegistryError(
                f"{file}:{row.line}: expected a new {columns[0]}, found {key!r} as in line {seen[key]}"
            )
        seen[key] = row.line
    return found


def preface(file: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the comment lines above a table, without their marks: edition, licence, sources, rules."""
    return tuple(line.removeprefix("#").strip() for _, line in _lines(folder / file) if line.startswith("#"))


def _lines(path: Path) -> tuple[tuple[int, str], ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path.name}: expected a table in UTF-8, found: {error}") from error
    return tuple(enumerate(text.splitlines(), start=1))


def _parsed(file: str, columns: tuple[str, ...], lines: tuple[tuple[int, str], ...]) -> Iterator[Row]:
    content = [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
    if not content or tuple(content[0][1].split("\t")) != columns:
        number, line = content[0] if content else (len(lines) + 1, "")
        expected, actual = ", ".join(columns), ", ".join(line.split("\t"))
        raise RegistryError(f"{file}:{number}: expected the columns {expected}; found {actual or 'nothing'}")
    for number, line in content[1:]:
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) != len(columns):
            raise RegistryError(f"{file}:{number}: expected {len(columns)} columns, found {len(cells)}")
        yield Row(file, number, cells, columns)
