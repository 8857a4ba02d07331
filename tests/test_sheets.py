"""Tables as CSV for spreadsheets."""

import csv
import io

import pyoxigraph
import pytest

from kg.store.builds import Rows
from kg.web import picture, sheets


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    """What a spreadsheet would run has an apostrophe before it."""
    data = b"".join(sheets.write(["Name"], [[words]])).decode()
    [row] = csv.DictReader(io.StringIO(data, newline=""))

    assert row["Name"] == f"'{words}"


def test_numbers_stay_numbers() -> None:
    """A number below nothing is no formula, and what is unknown is empty."""
    assert list(sheets.write(["A", "B"], [[-1, None]])) == [b"A,B\r\n", b"-1,\r\n"]


def test_a_table_comes_in_parts() -> None:
    """No more rows are held than a part has."""
    parts = list(sheets.write(["A"], [["a"]] * (2 * sheets.PART)))

    assert [part.count(b"\n") for part in parts] == [1, sheets.PART, sheets.PART]


def test_data_of_a_picture_hold_no_formula() -> None:
    """A name that an article writes as a formula is none in the data of a picture."""
    rows = Rows(("fact", "label"), ({"label": pyoxigraph.Literal("=HYPERLINK(1)")},))

    assert picture.table(rows) == "fact,label\r\n,'=HYPERLINK(1)\r\n"
