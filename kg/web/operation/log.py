"""The log: one line for each request and event, as text for people or as JSON for programs (`KG_LOG`).

Researchers ask what they would not have others know. So no line has the words of a query or a search, nor the
address of a client, unless a setting says so: a query stands there as a hash, an address of a page as its
pattern.
"""

import hashlib
import json
import logging
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from kg.config import Config
from kg.errors import KgError
from kg.web.operation import watch
from kg.web.operation.watch import Seen

REQUESTS = logging.getLogger("kg.requests")
_FIELDS = "fields"  # what a record has beside its message
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What the web server and Flask tell of a request: its address, or that of the client.
_TELLING = re.compile(r"(Error handling request|Invalid request|Exception(?= on ))\b.*", re.DOTALL)


class Json(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return json.dumps(dict(_told(record)), ensure_ascii=False)


class Text(logging.Formatter):
    """One line for people; a traceback follows on lines of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told = dict(_told(record))
        head = f"{told.pop('time')} {told.pop('level'):7} {_line(str(told.pop('event')))}"
        error = told.pop("error", "")
        line = " ".join((head, *(f"{name}={_line(str(value))}" for name, value in told.items())))
        return f"{line}\n{error}" if error else line


class Private(logging.Filter):
    """Takes out of what the web server tells what nobody is to know."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a record is worth a line, and shorten it."""
        if record.exc_info and isinstance(record.exc_info[1], KgError):
            return False  # a result that broke off: the line of its request tells why
        if found := _TELLING.fullmatch(str(record.msg)):
            record.msg, record.args = found[1], ()
        return True


def configuration(config: Config) -> dict[str, Any]:
    """Return how logging is set up, as `logging.config` takes it."""
    form = Json if config.log == "json" else Text
    handler = {"class": "logging.StreamHandler", "formatter": "line", "filters": ["private"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": form}},
        "filters": {"private": {"()": Private}},
        "handlers": {"stderr": handler},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            "gunicorn.error": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
            REQUESTS.name: {"level": "WARNING" if config.log == "none" else "INFO"},
        },
    }


def request(seen: Seen, config: Config) -> None:
    """Write the line of a request."""
    if not REQUESTS.isEnabledFor(logging.INFO):
        return
    told: dict[str, object] = {
        "method": seen.method,
        "route": seen.route,
        "status": seen.status,
        "ms": round(seen.seconds * 1000, 1),
        "bytes": seen.bytes,
        "id": seen.id,
    }
    if seen.build:
        told["build"] = seen.build
    if seen.query:
        told["query"] = hashlib.sha256(seen.query.encode()).hexdigest()[:16]
    if seen.query and config.log_queries:
        told["text"] = seen.query
    if config.log_clients:
        told["client"] = seen.client
    if seen.error:
        told["broken"] = seen.error
    REQUESTS.info("request", extra={_FIELDS: told})


def _told(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    yield "time", datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    yield "level", record.levelname.lower()
    yield "event", record.getMessage()
    fields: Mapping[str, object] = getattr(record, _FIELDS, {})
    if not fields and (seen := watch.here()):
        fields = {"id": seen.id, "route": seen.route}
    yield from fields.items()
    if record.exc_info:
        yield "error", logging.Formatter().formatException(record.exc_info)


def _line(text: str) -> str:
    """Return a text without what would end its line, or move a terminal's cursor."""
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], text)
