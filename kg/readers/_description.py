"""What is known of an article from the `.toml` beside it."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import replace

from kg.errors import SourceError
from kg.model import Article, Origin

SUFFIX = ".toml"
FIELDS = ("title", "url", "publisher", "author", "published", "language", "licence")


def add(article: Article, file: str, content: bytes) -> Article:
    """Return the article with the fields of its `.toml`, which go before what the article itself tells.

    Raises:
        SourceError: the file is not TOML in UTF-8, has a field that is unknown, or a value of another type.
    """
    values = _fields(file, content)
    kept = tuple(origin for origin in article.origins if origin.field not in values)
    told = tuple(Origin(field, f"{file}: {field}") for field in values)
    return replace(article, **values, origins=told + kept)  # type: ignore[arg-type]


def _fields(file: str, content: bytes) -> dict[str, str | dt.date]:
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{file}: expected UTF-8, found byte {error.start} to be no part of it") from error
    except tomllib.TOMLDecodeError as error:
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
