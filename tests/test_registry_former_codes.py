"""Codes that states had once: what the table has, who else has them, and what a broken row is told."""

from datetime import date, timedelta
from itertools import combinations

import atlas
import pycountry
import pytest

from kg.errors import RegistryError
from kg.registry import former_codes as module
from kg.registry.former_codes import FILE, FormerCode, former_codes
from kg.registry.states import state, states
from kg.registry.tables import Row

# From the published lists of numbers that ISO 3166-1 withdrew; no package has them.
LISTED = {("M49", "230"), ("M49", "736")}


def test_rows() -> None:
    """Each former code has its state and its days."""
    found = [(f.scheme, f.code, f.state.key, str(f.first or ""), str(f.last)) for f in former_codes()]

    assert found == [
        ("COW", "260", "DEU", "1949-05-23", "1990-10-02"),
        ("COW", "678", "YEM", "", "1990-05-21"),
        ("GW", "345", "SRB", "1918-12-01", "2006-06-04"),
        ("M49", "230", "ETH", "", "1993-05-23"),
        ("M49", "280", "DEU", "1949-05-23", "1990-10-02"),
        ("M49", "532", "ANT", "", "1985-12-31"),
        ("M49", "736", "SDN", "", "2011-07-08"),
        ("M49", "886", "YEM", "", "1990-05-21"),
        ("M49", "891", "SRB", "1992-04-27", "2006-06-04"),
    ]


@pytest.mark.parametrize("each", former_codes(), ids=lambda each: f"{each.scheme} {each.code}")
def test_differs_from_today(each: FormerCode) -> None:
    """A row is of a state with a code of ISO 3166-1, and its code is not the one of today."""
    assert each.state.iso3
    assert getattr(each.state, each.scheme.lower()) not in (None, each.code)
    assert each.first is None or each.first <= each.last


def test_one_code_a_day() -> None:
    """No state has two former codes of one list on one day."""
    for one, other in combinations(former_codes(), 2):
        if (one.scheme, one.state) == (other.scheme, other.state):
            assert one.last < (other.first or date.min) or other.last < (one.first or date.min)


def test_packages_have_them() -> None:
    """Independent packages, or the row of the former state, have each code but those told above."""
    rows = atlas.crosswalk().values()
    known = {("COW", row["cow_code"]) for row in rows} | {("GW", row["gw_code"]) for row in rows}
    known |= {("COW", str(row["cown"])) for row in atlas.countrycode()}
    known |= {("M49", str(getattr(each, "numeric", ""))) for each in pycountry.historic_countries}
    known |= {("M49", word) for each in pycountry.historic_countries for word in _comment(each).split()}
    ended = [each for each in states() if each.status == "former"]
    known |= {("M49", each.m49 or "") for each in ended} | {("COW", each.cow or "") for each in ended}

    assert {(each.scheme, each.code) for each in former_codes()} - known == LISTED


def test_days_are_those_of_successors() -> None:
    """Where a state of today came about by the change, its code ends the day before, in the same year."""
    ends = {each.state.key: each.last for each in former_codes() if each.scheme == "M49"}

    assert state("ERI").since == (ends["ETH"] + timedelta(1)).year
    assert state("SSD").since == (ends["SDN"] + timedelta(1)).year
    assert state("YEM").since == (ends["YEM"] + timedelta(1)).year
    assert state("SRB").since == (ends["SRB"] + timedelta(1)).year


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("COW:260", "", "1990-10-02"), "expected the key of a state, found ''"),
        (
            ("FIPS:260:DEU", "", "1990-10-02"),
            r"codes\.tsv:9: expected a scheme .* found 'FIPS:260:DEU'",
        ),
        (("COW:GFR:DEU", "", "1990-10-02"), "expected a scheme .* found 'COW:GFR:DEU'"),
        (("COW:260:DEU", "", ""), "expected a value under 'to', found none"),
        (("COW:260:DEU", "1949", "1990-10-02"), "expected a day under 'from', found '1949'"),
        (("COW:260:ZZZ", "", "1990-10-02"), "expected the key of a state, found 'ZZZ'"),
    ],
)
def test_faults(cells: tuple[str, ...], message: str) -> None:
    """A broken row is told with what was expected and what was found."""
    with pytest.raises(RegistryError, match=message):
        module._read(Row(FILE, 9, cells, module.COLUMNS))


def _comment(each: object) -> str:
    return str(getattr(each, "comment", ""))
