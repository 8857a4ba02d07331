"""The limits of one query: those of the settings, or lower ones that its client asks for."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.config import Config
from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits in force, and what becomes of a result that is larger.

    Attributes:
        seconds: deadline.
        rows: most rows or triples.
        bytes: most bytes.
        is_cut: whether the client asked for so many rows and takes a part; else it is told an error.
        is_complete: whether the client wants all of the result or an error, and nothing that breaks off.
    """

    seconds: float
    rows: int
    bytes: int
    is_cut: bool = False
    is_complete: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """Return what each answer tells of them."""
        return {
            "X-Limit-Seconds": f"{self.seconds:g}",
            "X-Limit-Rows": str(self.rows),
            "X-Limit-Bytes": str(self.bytes),
        }


def of(config: Config) -> Bounds:
    """Return the limits that the settings tell."""
    return Bounds(config.query_seconds, config.query_rows, config.query_bytes)


def asked(most: Bounds, parameters: Iterable[tuple[str, str]]) -> Bounds:
    """Return the limits that a client asks for with `timeout`, `rows` and `complete`, none above the most.

    Raises:
        QueryError: a value is none, or one of them is told more than once.
    """
    told = _once(parameters)
    bounds = most
    if (seconds := told.get("timeout")) is not None:
        bounds = replace(bounds, seconds=min(most.seconds, _seconds(seconds)))
    if (rows := told.get("rows")) is not None:
        bounds = replace(bounds, rows=min(most.rows, _rows(rows)), is_cut=True)
    if (complete := told.get("complete")) is not None:
        bounds = replace(bounds, is_complete=_truth(complete))
    return bounds


def _once(parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in parameters:
        if name in told and name in {"timeout", "rows", "complete"}:
            raise QueryError(f"{name}: expected it once, found it more often")
        told[name] = value
    return told


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise QueryError(f"timeout: expected seconds, more than 0, found {value!r}")
    return seconds


def _rows(value: str) -> int:
    # More digits than these are as good as no limit, and take long to read.
    if not (value.isascii() and value.isdecimal() and len(value) < 20 and int(value) > 0):
        raise QueryError(f"rows: expected a whole number, at least 1, found {value!r}")
    return int(value)


def _truth(value: str) -> bool:
    if value not in {"0", "1"}:
        raise QueryError(f"complete: expected 0 or 1, found {value!r}")
    return value == "1"
