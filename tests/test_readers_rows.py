"""Tables with an article a row: JSON Lines and Parquet tell the same of the same rows."""

import datetime as dt
import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from test_readers_archives import taken

from kg import readers
from kg.errors import MissingError, SourceError
from kg.model import Origin
from kg.readers import jsonl

Rows = list[dict[str, object]]


def lined(path: Path, rows: Rows) -> None:
    """Write rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, default=str) + "\n" for row in rows))


def tabled(path: Path, rows: Rows) -> None:
    """Write rows as Parquet."""
    pa.parquet.write_table(pa.Table.from_pylist(rows), path)


WAYS = [
    pytest.param(lined, "news.jsonl", id="JSON Lines"),
    pytest.param(tabled, "news.parquet", id="Parquet"),
]
ROWS: Rows = [
    {
        "name": "envoys",
        "text": "They met — at last.\n",
        "title": "Envoys meet",
        "published": dt.date(2024, 5, 6),
        "publisher": "RNA",
        "views": 3,
    },
    {"name": "zenda.txt", "text": "They parted.", "title": None, "published": None, "publisher": ""},
]


@pytest.mark.parametrize(("write", "name"), WAYS)
def test_rows(tmp_path: Path, write: Callable[[Path, Rows], None], name: str) -> None:
    """A row is an article with what its fields tell; fields without a value, and others, tell nothing."""
    write(tmp_path / name, ROWS)
    found, aside = taken(tmp_path / name)
    one, other = map(readers.article, found)

    assert aside == []
    assert (one.file, one.text, one.title) == ("envoys.txt", "They met — at last.\n", "Envoys meet")
    assert (one.published, one.publisher) == (dt.date(2024, 5, 6), "RNA")
    assert one.origins[0] == Origin("title", f"{name}: title")
    assert (other.file, other.title, other.published, other.origins) == ("zenda.txt", None, None, ())


@pytest.mark.parametrize(("write", "name"), WAYS)
@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"text": "They met."}, "name: expected text, found None"),
        ({"name": "b", "text": " "}, "text: expected text, found ' '"),
        ({"name": "a/b", "text": "They met."}, "expected a file name"),
    ],
    ids=["no name", "blank", "slash"],
)
def test_row_that_is_set_aside(
    tmp_path: Path, write: Callable[[Path, Rows], None], name: str, row: dict[str, object], reason: str
) -> None:
    """A row without name or text, or with a name that is none, is told by its number."""
    write(tmp_path / name, [ROWS[0], row, ROWS[1]])
    found, aside = taken(tmp_path / name)

    assert [item.file for item in found] == ["envoys.txt", "zenda.txt"]
    assert (len(aside), reason in aside[0], " 2: " in aside[0]) == (1, True, True)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"published": "soon"}, r"news\.jsonl: published: expected a date such as .* found 'soon'"),
        ({"published": "2024-05-06T10:00:00Z"}, r"news\.jsonl: published: expected a date"),
        ({"title": 3}, r"news\.jsonl: title: expected text, found 3"),
    ],
    ids=["no date", "time of day", "number"],
)
def test_value_of_another_kind(tmp_path: Path, values: dict[str, object], message: str) -> None:
    """A field is what the same field of a `.toml` may be."""
    lined(tmp_path / "news.jsonl", [{"name": "a", "text": "They met."} | values])
    (item,) = readers.items(tmp_path / "news.jsonl")

    with pytest.raises(SourceError, match=message):
        readers.article(item)


@pytest.mark.parametrize(
    "line",
    [
        b"They met.",
        b"[1, 2]",
        b'{"name": "b", "text": "\xff"}',
        b'{"name": "b", "text": "\\ud800"}',
        b"[" * 100_000,
        b"9" * 5_000,
        b'{"name": "b", "text": "' + b"a" * 500_000 + b'"}',
    ],
    ids=["no JSON", "no object", "no UTF-8", "half a character", "nested", "number", "long"],
)
def test_line_that_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    """A line that is no article is told by its number, the others are read; long ones are not held."""
    monkeypatch.setattr(jsonl, "MOST", 150_000)
    good = b'{"name": "a", "text": "They met."}'
    (tmp_path / "news.jsonl").write_bytes(
        b"\xef\xbb\xbf" + good + b"\n\n" + line + b"\n" + good.replace(b'"a"', b'"c"')
    )
    found, aside = taken(tmp_path / "news.jsonl")

    assert [item.file for item in found] == ["a.txt", "c.txt"]
    assert (len(aside), aside[0].startswith(f"{tmp_path}/news.jsonl, line 3: expected")) == (1, True)


def test_packed_lines(tmp_path: Path) -> None:
    """JSON Lines may be packed."""
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(b'{"name": "a", "text": "They met."}'))

    assert [item.content for item in readers.items(tmp_path / "news.jsonl.gz")] == [b"They met."]


def test_parquet_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, the message says how to."""
    tabled(tmp_path / "news.parquet", ROWS)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)

    with pytest.raises(MissingError, match=r"expected the package pyarrow.*\[parquet\]"):
        list(readers.items(tmp_path / "news.parquet"))
