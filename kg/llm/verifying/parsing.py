"""From the letters of an answer to its parts: what does not keep to the schema is left out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from kg.llm import finding, schema
from kg.llm.verifying.case import Case
from kg.model import Dropped

_LONGEST = 2_000_000  # letters: a hundred times what a long article gives; more is no answer
_MOST = 500  # records of a kind that one part of an article can hold
_LISTS = ("actors", "events", "statements", "agreements")
Part = TypeVar("Part", schema.Actor, schema.Event, schema.Statement, schema.Agreement)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts of an answer that keep to the schema, and why others are left out."""

    actors: tuple[schema.Actor, ...] = ()
    events: tuple[schema.Event, ...] = ()
    statements: tuple[schema.Statement, ...] = ()
    agreements: tuple[schema.Agreement, ...] = ()
    failed: tuple[Dropped, ...] = ()


def parse(case: Case) -> Parsed:
    """Return the parts of an answer."""
    told = _object(case.answered.content)
    if isinstance(told, str):
        return Parsed(failed=(case.rejected("answer", told),))
    failed = [
        case.rejected("answer", f"{name!r} is no part of an answer") for name in told if name not in _LISTS
    ]
    found = {name: _list(told.get(name, [])) for name in _LISTS}
    failed += [
        case.rejected("answer", f"expected a list of at most {_MOST} {name}, found another thing")
        for name, items in found.items()
        if items is None
    ]
    actors, events, statements, agreements = (found[name] or [] for name in _LISTS)
    return Parsed(
        tuple(_kept(case, schema.Actor, actors, failed)),
        tuple(_kept(case, schema.Event, events, failed)),
        tuple(_kept(case, schema.Statement, statements, failed)),
        tuple(_kept(case, schema.Agreement, agreements, failed)),
        tuple(failed),
    )


def _object(content: str) -> dict[str, Any] | str:
    """Return the JSON object of an answer, be it within a fence or beside other words; else what is wrong."""
    if len(content) > _LONGEST:
        return f"expected at most {_LONGEST} letters, found {len(content)}"
    words = finding.found(content)
    if words is None:
        return "expected a JSON object, found none"
    try:
        told = from_json(words.encode("utf-8", "surrogatepass"))
    except ValueError as error:
        return f"expected a JSON object, found what is none: {error}"
    return told if isinstance(told, dict) else "expected a JSON object, found another thing"


def _list(told: object) -> list[object] | None:
    return told if isinstance(told, list) and len(told) <= _MOST else None


def _kept(case: Case, kind: type[Part], items: list[object], failed: list[Dropped]) -> Iterator[Part]:
    """Yield the items that keep to the schema; note of the others what is wrong with them first."""
    for item in items:
        try:
            # As JSON again: there lists are tuples, and a number is no word.
            yield kind.model_validate_json(json.dumps(item))
        except ValidationError as error:
            wrong = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, wrong["loc"])) or "it"
            failed.append(
                case.rejected(
                    kind.__name__.lower(), f"it does not keep to the schema: {place}: {wrong['msg']}"
                )
            )
