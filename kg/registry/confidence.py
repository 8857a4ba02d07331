"""Weights of what tells how sure a claim is, as fitted on gold articles."""

from functools import cache

from kg.errors import RegistryError
from kg.registry.tables import Row, rows

FILE = "confidence.tsv"
COLUMNS = ("feature", "weight")


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature in the log odds of being right.

    Raises:
        RegistryError: where the table is broken, or a weight is no number.
    """
    return {row.need("feature"): _number(row) for row in rows(FILE, COLUMNS)}


def _number(row: Row) -> float:
    text = row.need("weight")
    try:
        return float(text)
    except ValueError:
        message = f"{row.file}:{row.line}: expected a number under 'weight', found {text!r}"
        raise RegistryError(message) from None
