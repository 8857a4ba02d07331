"""Read what clients send, in the words of either version, into the one form of a query.

Version 0.2: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
Draft of 1.0: https://reconciliation-api.github.io/specs/1.0-draft/
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from rdflib import URIRef

from kg.errors import QueryError, TooLargeError
from kg.web.reconciliation import properties
from kg.web.reconciliation.sought import HIGHEST, LIMIT, Condition, Sought

BATCH = 500  # queries of a batch
IDS, FETCHED = 1_000, 20  # things, and properties of them, that are fetched at once
VALUES = 20  # of a condition
_KINDS = {dict: "an object", list: "an array", str: "a string", int: "a number"}
_QUERY = {"query", "type", "limit", "properties", "type_strict"}
_DRAFT = {"type", "limit", "lang", "dir", "conditions"}


def parsed(text: str | bytes, place: str) -> Any:  # noqa: ANN401 # whatever JSON holds
    """Return what JSON says.

    Raises:
        QueryError: it is none, or nested deeper than anything that is asked here.
    """
    try:
        return json.loads(text, parse_constant=lambda name: _refuse(place, "a number of JSON", name))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise QueryError(f"{place}: expected JSON in UTF-8, found: {error}") from error
    except RecursionError:
        raise QueryError(f"{place}: expected a query, found JSON that is nested without end") from None


def batch(told: object) -> dict[str, Sought]:
    """Return the queries of a batch of version 0.2, by their keys.

    Raises:
        QueryError: it is not as the version has it; the message names the place.
        TooLargeError: there are more than `BATCH`.
    """
    queries: dict[str, Any] = _of(dict, told, "queries")
    _bound(len(queries))
    return {
        key: _query(_of(dict, value, f"queries/{key[:40]}"), f"queries/{key[:40]}")
        for key, value in queries.items()
    }


def draft(told: object) -> tuple[Sought, ...]:
    """Return the queries of a batch of the draft of version 1.0.

    Raises:
        QueryError: it is not as the draft has it; the message names the place.
        TooLargeError: there are more than `BATCH`.
    """
    queries = _of(list, _of(dict, told, "body").get("queries"), "queries")
    _bound(len(queries))
    return tuple(_drafted(_of(dict, each, f"queries/{n}"), f"queries/{n}") for n, each in enumerate(queries))


def extension(told: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids and the properties of which values are asked for: both versions write them alike.

    Raises:
        QueryError: it is not as the versions have it, or a property is unknown.
        TooLargeError: there are more than `IDS`, or more than `FETCHED` properties.
    """
    asked = _of(dict, told, "extend")
    ids = tuple(_of(str, each, "extend/ids") for each in _of(list, asked.get("ids"), "extend/ids"))
    listed = _of(list, asked.get("properties"), "extend/properties")
    names = tuple(
        _of(str, _of(dict, each, "extend/properties").get("id"), "id of a property") for each in listed
    )
    if len(ids) > IDS or len(names) > FETCHED:
        raise TooLargeError(
            f"extend: expected at most {IDS} ids and {FETCHED} properties, found {len(ids)} and {len(names)}"
        )
    for name in names:
        known = properties.every().get(name)
        if known is None or not known.is_fetched:
            _refuse(
                "extend/properties", "the id of a property that can be fetched (see extend/propose)", name
            )
    return ids, tuple(dict.fromkeys(names))


def kind(name: str, place: str) -> URIRef:
    """Return the class that a client calls so.

    Raises:
        QueryError: the ontology has no such class.
    """
    found = properties.named(name)
    if found is None:
        meant = properties.like(name) or tuple(map(properties.id_of, properties.OFFERED))
        _refuse(place, f"the id of a type, such as {', '.join(meant)}", name)
    return found


def number(value: str, name: str, most: int) -> int:
    """Return a whole number of an address, at most so much.

    Raises:
        QueryError: it is none.
    """
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        _refuse(name, "a whole number", value)
    return min(int(value), most)


def _query(told: Mapping[str, Any], place: str) -> Sought:
    _known(told, _QUERY, place)
    text = _of(str, told.get("query", ""), f"{place}/query")
    listed = _of(list, told.get("properties", []), f"{place}/properties")
    if not text and not listed:
        _refuse(place, "a query, properties, or both", "neither")
    if told.get("type_strict", "any") not in {"any", "should", "all"}:
        _refuse(f"{place}/type_strict", "any, should or all", told["type_strict"])
    named = told.get("type", [])
    types = named if isinstance(named, list) else [named]
    kinds = tuple(kind(_of(str, each, f"{place}/type"), f"{place}/type") for each in types)
    inside = f"{place}/properties"
    conditions = tuple(_assigned(_of(dict, each, inside), inside) for each in listed)
    names = (text.strip(), *(v for c in conditions if c.property == "name" for v in c.values))
    others = tuple(each for each in conditions if each.property != "name")
    return Sought(tuple(filter(None, names)), kinds, _limit(told, place), others)


def _assigned(told: Mapping[str, Any], place: str) -> Condition:
    return Condition(_matched(told.get("pid"), f"{place}/pid"), tuple(_values(told.get("v"), f"{place}/v")))


def _drafted(told: Mapping[str, Any], place: str) -> Sought:
    _known(told, _DRAFT, place)
    listed = _of(list, told.get("conditions"), f"{place}/conditions")
    if not listed:
        _refuse(f"{place}/conditions", "at least one condition", "none")
    conditions = tuple(
        _condition(_of(dict, each, f"{place}/conditions"), f"{place}/conditions") for each in listed
    )
    names = tuple(v for c in conditions if c.property == "name" and c.quantifier != "none" for v in c.values)
    kinds = (kind(_of(str, told["type"], f"{place}/type"), f"{place}/type"),) if "type" in told else ()
    others = tuple(c for c in conditions if c.property != "name" or c.is_required or c.quantifier != "any")
    return Sought(names, kinds, _limit(told, place), others)


def _condition(told: Mapping[str, Any], place: str) -> Condition:
    how = told.get("matchType")
    if how not in {"name", "id", "property"}:
        _refuse(f"{place}/matchType", "name, id or property", how)
    name = how if how != "property" else _matched(told.get("propertyId"), f"{place}/propertyId")
    quantifier = told.get("matchQuantifier", "any")
    if quantifier not in {"any", "all", "none"}:
        _refuse(f"{place}/matchQuantifier", "any, all or none", quantifier)
    if told.get("matchQualifier") is not None:
        _refuse(f"{place}/matchQualifier", "none, for no property has any", told["matchQualifier"])
    required = told.get("required", False)
    if not isinstance(required, bool):
        _refuse(f"{place}/required", "true or false", required)
    values = tuple(_values(told.get("propertyValue"), f"{place}/propertyValue"))
    return Condition(str(name), values, required, str(quantifier))


def _matched(name: object, place: str) -> str:
    known = properties.every().get(name) if isinstance(name, str) else None
    if known is None or not known.is_matched:
        ids = ", ".join(each.id for each in properties.OWN if each.is_matched)
        _refuse(place, f"the id of a property that can be compared, one of {ids}", name)
    return known.id


def _values(told: object, place: str) -> Iterator[str]:
    """Yield values as text; an entity by its id, which tells more than its name."""
    listed = told if isinstance(told, list) else [told]
    if len(listed) > VALUES:
        _refuse(place, f"at most {VALUES} values", f"{len(listed)}")
    for each in listed:
        value = each.get("id") if isinstance(each, dict) else each
        if not isinstance(value, str | int | float):
            _refuse(place, "a string, a number, a boolean or an entity with its id", value)
        if str(value).strip():
            yield str(value).strip()


def _limit(told: Mapping[str, Any], place: str) -> int:
    limit = told.get("limit", LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or limit < 1:
        _refuse(f"{place}/limit", "a number, at least 1", limit)
    return int(min(limit, HIGHEST))


def _known(told: Mapping[str, Any], names: set[str], place: str) -> None:
    for name in told:
        if name not in names:
            _refuse(place, f"one of {', '.join(sorted(names))}", name)


def _bound(count: int) -> None:
    if count > BATCH:
        raise TooLargeError(f"queries: expected at most {BATCH} in a batch, found {count}")


def _of(kind: type, told: object, place: str) -> Any:  # noqa: ANN401 # of the kind that is named
    if not isinstance(told, kind):
        _refuse(place, _KINDS[kind], told)
    return told


def _refuse(place: str, expected: str, found: object) -> NoReturn:
    raise QueryError(f"{place}: expected {expected}, found {json.dumps(found, ensure_ascii=False)[:80]}")
