"""Tables are read whole, and a broken one is named with file, line, what was expected and what was found."""

from pathlib import Path

import pytest

from kg.errors import RegistryError
from kg.registry.tables import Row, preface, rows

COLUMNS = ("key", "names", "from")


def table(folder: Path, *lines: str) -> Path:
    """Write a table of the given lines and return its folder."""
    (folder / "things.tsv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def row(*cells: str) -> Row:
    """Return the third line of a table."""
    return Row("things.tsv", 3, cells, COLUMNS)


def test_rows(tmp_path: Path) -> None:
    """Comments and empty lines are passed over, cells are stripped, lines are counted as an editor does."""
    found = rows("things.tsv", COLUMNS, table(tmp_path, "# head", "key\tnames\tfrom", "", "a\t b | c\t1991"))

    assert found == (Row("things.tsv", 4, ("a", "b | c", "1991"), COLUMNS),)


def test_empty_table(tmp_path: Path) -> None:
    """A table may have no rows."""
    assert rows("things.tsv", COLUMNS, table(tmp_path, "key\tnames\tfrom")) == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((), "things.tsv:1: expected the columns key, names, from; found nothing"),
        (("# head",), "things.tsv:2: expected the columns key, names, from; found nothing"),
        (("key\tfrom",), "things.tsv:1: expected the columns key, names, from; found key, from"),
        (("key\tnames\tfrom", "a\tb"), "things.tsv:2: expected 3 columns, found 2"),
        (("key\tnames\tfrom", "\tb\t"), "things.tsv:2: expected a value under 'key', found none"),
        (
            ("key\tnames\tfrom", "a\t\t", "b\t\t", "a\t\t"),
            "things.tsv:4: expected a new key, found 'a' as in line 2",
        ),
    ],
    ids=["empty", "comments alone", "a column lacks", "a cell lacks", "no key", "a key twice"],
)
def test_broken_tables(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    """A broken table is named with its line, what was expected and what was found."""
    with pytest.raises(RegistryError) as caught:
        rows("things.tsv", COLUMNS, table(tmp_path, *lines))

    assert str(caught.value) == message


def test_missing_table(tmp_path: Path) -> None:
    """A table that is not there is named."""
    with pytest.raises(RegistryError, match=r"things\.tsv: expected a table in UTF-8, found: .*No such file"):
        rows("things.tsv", COLUMNS, tmp_path)


def test_table_that_is_not_utf_8(tmp_path: Path) -> None:
    """A table in another encoding is named."""
    (tmp_path / "things.tsv").write_bytes("key\tnames\tfrom\nGöteborg\t\t\n".encode("latin-1"))

    with pytest.raises(RegistryError, match=r"things\.tsv: expected a table in UTF-8, found: .*decode"):
        rows("things.tsv", COLUMNS, tmp_path)


def test_preface(tmp_path: Path) -> None:
    """The comment lines above a table are given without their marks."""
    folder = table(tmp_path, "# edition 2020", "# CC0 1.0", "key\tnames\tfrom")

    assert preface("things.tsv", folder) == ("edition 2020", "CC0 1.0")


def test_cells() -> None:
    """An empty cell is None as one value, and an empty tuple as many."""
    full, empty = row("a", "b|c| d |", "1991"), row("a", "", "")

    assert (full.one("key"), full.many("names"), full.year("from")) == ("a", ("b", "c", "d"), 1991)
    assert (empty.one("names"), empty.many("names"), empty.year("from")) == (None, (), None)


@pytest.mark.parametrize("year", ["91", "19911", "MCM", "-300", "1991?"])
def test_wrong_year(year: str) -> None:
    """A year has three or four digits."""
    with pytest.raises(RegistryError) as caught:
        row("a", "", year).year("from")

    assert str(caught.value) == f"things.tsv:3: expected a year under 'from', found {year!r}"


def test_choice() -> None:
    """A word that is not allowed is named with those that are."""
    with pytest.raises(RegistryError) as caught:
        row("a", "blue", "").choice("names", ("red", "green"))

    assert row("a", "red", "").choice("names", ("red", "green")) == "red"
    assert str(caught.value) == "things.tsv:3: expected one of red, green under 'names', found 'blue'"
