"""States are found by their names, their peoples, and the cities that stand for their governments."""

import re

import pytest

from kg.errors import RegistryError
from kg.registry.states import (
    by_capital,
    by_demonym,
    by_name,
    state,
    state_capitals,
    state_demonyms,
    state_names,
    states,
)

# Forms that two states share, so that a lookup gives neither.
AMBIGUOUS = {"Congolese": {"COG", "COD"}, "Dominican": {"DMA", "DOM"}}


def test_ambiguous_forms() -> None:
    """No form of a name, people or city is claimed by two states but those that are listed."""
    found = {
        form: {each.key for each in claimed}
        for forms in (state_names(), state_demonyms(), state_capitals())
        for form, claimed in forms.exact.items()
        if len(claimed) > 1
    }

    assert found == AMBIGUOUS


def test_ambiguous_forms_give_none() -> None:
    """A form that two states share gives neither of them, and both where all are asked for."""
    assert by_demonym("Congolese") is None
    assert [each.key for each in state_demonyms().all("Congolese")] == ["COD", "COG"]


@pytest.mark.parametrize("form", ["Congo", "Korea", "China's", "Guinea Ecuatorial", "us", "turkey", ""])
def test_forms_of_no_state(form: str) -> None:
    """A form that is too wide, foreign, or a word of its own names no state."""
    assert by_name(form) is None


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("China", "CHN"),
        ("PRC", "CHN"),
        ("the People's Republic of China", "CHN"),
        ("the People’s Republic of China", "CHN"),
        ("Republic of China", "TWN"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("TURKEY", "TUR"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("the United States", "USA"),
        ("the UK", "GBR"),
        ("Britain", "GBR"),
        ("Cote d'Ivoire", "CIV"),
        ("The Gambia", "GMB"),
        ("Gambia", "GMB"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Georgia", "GEO"),
        ("South Korea", "KOR"),
        ("DPRK", "PRK"),
        ("Congo-Kinshasa", "COD"),
        ("Republic of the Congo", "COG"),
        ("Holy See", "VAT"),
        ("Kosovo", "XKX"),
        ("USSR", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Federal Republic of Yugoslavia", "SCG"),
        ("Hong Kong", "HKG"),
    ],
)
def test_names(form: str, key: str) -> None:
    """A state is found by each form of its name."""
    found = by_name(form)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Chinese", "CHN"),
        ("Azerbaijani", "AZE"),
        ("Azeri", "AZE"),
        ("British", "GBR"),
        ("U.S.", "USA"),
        ("Dutch", "NLD"),
        ("Emirati", "ARE"),
        ("Burkinabe", "BFA"),
        ("Burkinabé", "BFA"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Soviet", "SUN"),
        ("North Korean", "PRK"),
    ],
)
def test_demonyms(form: str, key: str) -> None:
    """A state is found by its people."""
    found = by_demonym(form)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Beijing", "CHN"),
        ("Baku", "AZE"),
        ("Washington", "USA"),
        ("Washington, D.C.", "USA"),
        ("Kyiv", "UKR"),
        ("Kiev", "UKR"),
        ("The Hague", "NLD"),
        ("Sana’a", "YEM"),
        ("Chisinau", "MDA"),
    ],
)
def test_cities_that_stand_for_governments(form: str, key: str) -> None:
    """A state is found by the city that stands for its government."""
    found = by_capital(form)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("city", ["Brussels", "New York", "Geneva", "Kremlin"])
def test_cities_that_do_not(city: str) -> None:
    """A city that is the seat of more than one state's government stands for none."""
    assert by_capital(city) is None


def test_unknown_key() -> None:
    """A key that the table lacks is an error that names it."""
    with pytest.raises(RegistryError, match=r"states\.tsv: expected the key of a state, found 'ZZZ'"):
        state("ZZZ")


def test_years() -> None:
    """A former state has its last year, a present one none, and no row ends before it begins."""
    assert all(each.until for each in states() if each.status == "former")
    assert not any(each.until for each in states() if each.status in {"present", "territory"})
    assert all(each.since <= each.until for each in states() if each.since and each.until)


def test_rows_are_sorted() -> None:
    """Rows stand by status, then by key, so that no order ranks states."""
    order = ("present", "contested", "territory", "former")
    found = [(order.index(each.status), each.key) for each in states()]

    assert found == sorted(found)


def test_no_label_judges() -> None:
    """No label calls a state or territory occupied, breakaway, so-called, rebel or illegal."""
    judging = re.compile(
        r"occupied|breakaway|so-called|rebel|illegal|separatist|unrecogni[sz]ed|province of", re.I
    )

    assert [each.label for each in states() if judging.search(each.label)] == []
