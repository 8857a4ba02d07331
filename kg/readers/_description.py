"""What is known of an article from the `.toml` beside it, or from what it lies in."""

import datetime as dt
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.errors import SourceError
from kg.model import Article, Origin

SUFFIX = ".toml"
FIELDS = ("title", "url", "publisher", "author", "published", "language", "licence")


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of an article besides its own bytes.

    Attributes:
        file: what it is called in messages, and as the basis of what it tells ("004.toml", "news.jsonl").
        content: its fields, in TOML where `file` ends so, else in JSON.
        is_last: whether it tells only what the article itself does not.
    """

    file: str
    content: bytes
    is_last: bool = False


def add(article: Article, description: Description) -> Article:
    """Return the article with the fields of its description, which go before what the article itself tells.

    Raises:
        SourceError: the description is not TOML (or JSON) in UTF-8, has a field that is unknown, or a value
            of another type.
    """
    values = _fields(description.file, description.content)
    if description.is_last:
        values = {field: value for field, value in values.items() if getattr(article, field) is None}
    kept = tuple(origin for origin in article.origins if origin.field not in values)
    told = tuple(Origin(field, f"{description.file}: {field}") for field in values)
    return replace(article, **values, origins=told + kept)  # type: ignore[arg-type]


def _fields(file: str, content: bytes) -> dict[str, str | dt.date]:
    parse = tomllib.loads if file.endswith(SUFFIX) else json.loads
    try:
        table = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{file}: expected UTF-8, found byte {error.start} to be no part of it") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(f"{file}: expected TOML, found: {error}") from error
    unknown = sorted(table.keys() - set(FIELDS))
    if unknown:
        raise SourceError(f"{file}: expected only {', '.join(FIELDS)}, found {', '.join(unknown)}")
    return {field: _value(file, field, table) for field in FIELDS if field in table}


def _value(file: str, field: str, table: Mapping[str, object]) -> str | dt.date:
    value = table[field]
    if field == "published":
        return _day(file, value)
    if not isinstance(value, str) or not value.strip():
        raise SourceError(f"{file}: {field}: expected text, found {value!r}")
    return value.strip()


def _day(file: str, value: object) -> dt.date:
    try:
        # A time of day is refused: which day it is would hang on a time zone that is not told.
        return value if type(value) is dt.date else dt.date.fromisoformat(str(value))
    except ValueError:
        raise SourceError(
            f"{file}: published: expected a date such as 2025-04-03, found {str(value)!r}"
        ) from None
