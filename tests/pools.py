"""Pools of processes for queries, and what is asked of them, for tests."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import live

from kg.store.running import Asker, Places, Register
from kg.store.worker import Request
from kg.store.workers import Pool

JSON = "application/sparql-results+json"
MEMORY = 1_000_000_000
ALL = "SELECT ?s ?o { ?s ?p ?o }"
# Millions of millions of rows, none of which is ever given.
HEAVY = 'ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = "no") }'
# As many rows as that are all held before the first is given.
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


def request(text: str, media: str = JSON, **changed: object) -> Request:
    """Return a request with the limits of the tests."""
    plain = Request(text, media, live.BASE, {}, None, None, 1_000_000, 256_000_000, 30.0)
    return plain._replace(**changed)


def asker(look: Callable[[], None] = lambda: None) -> Asker:
    """Return somebody who asks a query."""
    return Asker(secrets.token_hex(8), "", look)


@contextmanager
def opened(folder: Path, memory: int = MEMORY, places: int = 2) -> Iterator[Pool]:
    """Yield a pool that shares a folder with others, and end its processes."""
    pool = Pool(memory, Register(folder), Places(folder, places))
    yield pool
    pool.close()
