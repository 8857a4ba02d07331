"""Read the rows that another service answers with (SPARQL 1.1 Query Results JSON Format)."""

import json
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode, Variable

from kg.errors import LimitError, RemoteError
from kg.store.blocks import Table


def read(body: bytes, most: int, skolem: Callable[[str], str]) -> Table:
    """Return rows as a table.

    Args:
        body: what the service answered.
        most: most rows.
        skolem: gives the IRI that stands for a blank node, by its label (RDF 1.1 Concepts, section 3.5):
            VALUES holds none, and without a name rows of two nodes would be one.

    Raises:
        RemoteError: it is something else than rows of terms.
        LimitError: there are more rows.
    """
    # Not by the engine's reader, which ends the process on terms that are nested a hundred thousand times.
    try:
        told = json.loads(body)
        columns = tuple(dict.fromkeys(Variable(name).value for name in told["head"]["vars"]))
        rows = tuple(_rows(told["results"]["bindings"], columns, most + 1, skolem))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        found = f"{type(error).__name__}: {error}"
        raise RemoteError(f"expected rows in JSON, found something else ({found})") from error
    if len(rows) > most:
        limit = {"limit": "rows", "value": most}
        raise LimitError(f"the answer has more than {most:,} rows: ask for less, or add LIMIT", limit)
    return Table(columns, rows)


def _rows(
    bindings: Iterable[dict[str, Any]], columns: tuple[str, ...], most: int, skolem: Callable[[str], str]
) -> Iterable[tuple[str | None, ...]]:
    for row in islice(bindings, most):
        if not isinstance(row, dict):
            raise ValueError(f"no row: {str(row)[:100]}")  # as other answers of another form
        yield tuple(_term(row[name], skolem) if name in row else None for name in columns)


def _term(told: dict[str, str], skolem: Callable[[str], str]) -> str:
    """Return a term as SPARQL writes it; the engine's terms refuse what is no IRI and no tag of a language.

    Raises:
        ValueError: it is no term, or one that holds triples.
    """
    match told["type"], told["value"]:
        case "uri", str(value):
            return str(NamedNode(value))
        case "bnode", str(value):
            return str(NamedNode(skolem(value)))
        case (("literal" | "typed-literal"), str(value)):  # the second is how some servers still say it
            if language := told.get("xml:lang"):
                return str(Literal(value, language=language))
            datatype = told.get("datatype")
            return str(Literal(value, datatype=NamedNode(datatype) if datatype else None))
    raise ValueError(f"no term: {str(told)[:100]}")
