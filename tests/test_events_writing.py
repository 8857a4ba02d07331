"""Tables as CSV and Parquet."""

import csv
import io
import sys
from datetime import date

import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient

from kg.errors import MissingError, QueryError
from kg.web import sheets
from kg.web.events import parquet, writing
from kg.web.events.columns import Column
from kg.web.events.units import Line


def column(name: str, type_: str) -> Column:
    """Return a column of a table for these tests."""
    return Column(("event",), name, type_, f"what {name} means", "", "", "", "")


COLUMNS = (
    column("Name", "string"),
    column("Day", "date"),
    column("Number", "integer"),
    column("Share", "decimal"),
)
LINE: Line = {"Name": "A, “B”", "Day": date(2031, 3, 4), "Number": 2, "Share": 0.5}
EMPTY: Line = dict.fromkeys(LINE)


def test_csv() -> None:
    """The first line has the names; what is unknown is empty."""
    found = b"".join(writing.write("csv", COLUMNS, [LINE, EMPTY])).decode()

    assert found == 'Name,Day,Number,Share\r\n"A, “B”",2031-03-04,2,0.5\r\n,,,\r\n'


def test_parquet() -> None:
    """Types are kept, what is unknown is null, and each column tells its meaning."""
    data = b"".join(writing.write("parquet", COLUMNS, [LINE, EMPTY]))
    table = pq.read_table(io.BytesIO(data))

    assert table.to_pylist() == [LINE, EMPTY]
    assert [str(field.type) for field in table.schema] == ["string", "date32[day]", "int64", "double"]
    assert table.schema.field("Day").metadata[b"comment"] == b"what Day means"


def test_parquet_comes_in_groups() -> None:
    """Each part of the file is given out when it is written."""
    parts = list(parquet.write(COLUMNS, [LINE] * (parquet.GROUP + 1)))

    assert len(parts) == 3
    assert pq.read_metadata(io.BytesIO(b"".join(parts))).num_row_groups == 2


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is missing, the error says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "kg.web.events.parquet")

    with pytest.raises(MissingError, match=r"pip install communique\[parquet\]"):
        writing.write("parquet", COLUMNS, [])


def test_unknown_form() -> None:
    """A form that is not there is an error that tells those that are."""
    with pytest.raises(QueryError, match="expected one of csv, parquet, found 'xlsx'"):
        writing.write("xlsx", COLUMNS, [])


def test_both_forms_hold_the_same(client: FlaskClient) -> None:
    """The table of a build has the same rows in both forms."""
    told = client.get("/events.csv").get_data(as_text=True)
    table = pq.read_table(io.BytesIO(client.get("/events.parquet").data)).to_pylist()

    expected = [{name: sheets.safe(cell) for name, cell in row.items()} for row in table]
    assert list(csv.DictReader(io.StringIO(told, newline=""))) == expected
