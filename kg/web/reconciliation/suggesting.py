"""Suggest entities, types and properties as somebody types."""

from collections.abc import Callable, Iterable, Mapping

from rdflib import URIRef

from kg.errors import NotFoundError
from kg.store.texts import Name, fold
from kg.vocab import classes
from kg.web.reconciliation import profiles, properties, reading, telling
from kg.web.reconciliation.finding import iri
from kg.web.reconciliation.telling import Told
from kg.web.service import Graph

LIMIT, HIGHEST, FURTHEST = 10, 50, 500  # suggestions without a limit, at most, and how many may be skipped


def suggest(graph: Graph, what: str, told: Mapping[str, str]) -> list[Told]:
    """Return what begins with the words `prefix`.

    Args:
        graph: the build.
        what: "entity", "type" or "property".
        told: what was sent: `prefix`, `limit`, `offset` (`cursor` in version 0.2), `type` of entities.

    Raises:
        NotFoundError: something else is to be suggested.
        QueryError: a number is none, or the type is unknown.
    """
    if what not in _OFFERS:
        raise NotFoundError(f"suggest: expected one of {', '.join(_OFFERS)}, found {what[:40]!r}")
    limit = reading.number(told.get("limit", str(LIMIT)), "limit", HIGHEST)
    skipped = reading.number(told.get("offset", told.get("cursor", "0")), "offset", FURTHEST)
    prefix = told.get("prefix", "").strip()
    kind = reading.kind(told["type"], "type") if told.get("type") else None
    return _OFFERS[what](graph, prefix, kind, skipped + limit)[skipped : skipped + limit]


def _entities(graph: Graph, prefix: str, kind: URIRef | None, most: int) -> list[Told]:
    kinds = properties.within((kind,) if kind else properties.DEFAULT)
    known = profiles.of(graph.build)
    itself = known.of(iri(graph, prefix)) if prefix else None
    found = [Name(itself.iri, itself.kind, itself.label, itself.label)] if itself else []
    found += graph.build.names(prefix, most, kinds) if prefix else ()
    return [telling.suggested(graph, each, known.of(each.iri)) for each in found]


def _types(_graph: Graph, prefix: str, _kind: URIRef | None, _most: int) -> list[Told]:
    kinds = dict.fromkeys((*properties.OFFERED, *classes()))
    return [told for told in map(properties.told, kinds) if _begins(told.values(), prefix)]


def _properties(_graph: Graph, prefix: str, _kind: URIRef | None, _most: int) -> list[Told]:
    found = (each for each in properties.every().values() if _begins((each.id, each.name), prefix))
    return [telling.attribute(each) for each in found]


def _begins(names: Iterable[str], prefix: str) -> bool:
    """Say whether a name, or a word of it, begins so."""
    begin = fold(prefix)
    return any(fold(word).startswith(begin) for name in names for word in (name, *name.split()))


_OFFERS: Mapping[str, Callable[[Graph, str, URIRef | None, int], list[Told]]] = {
    "entity": _entities,
    "type": _types,
    "property": _properties,
}
