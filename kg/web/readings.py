"""A reading: the graph as some outlets tell it, as it was known on a day, or both (`?outlet=`, `?known=`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Request
from pyoxigraph import Literal, NamedNode
from rdflib import RDF

from kg.errors import NotFoundError, QueryError
from kg.store.voices import OWNERSHIP, Voices
from kg.vocab import DIP
from kg.web import dates
from kg.web.service import Graph
from kg.web.values import Value
from kg.web.wording import gettext

MOST = 20  # outlets and groups of one reading: more are no reading, but the graph
_PATH = re.compile(r"[a-z][a-z-]*/[^\s<>\"{}|\\^`]{1,200}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page is narrowed to.

    Attributes:
        tellers: the outlets and groups as they were asked for: their names, their paths as links.
        outlets: IRIs of the outlets; empty where nobody is left out.
        known: the last day, as an ISO date; None where all days count.
    """

    tellers: tuple[Value, ...]
    outlets: frozenset[str]
    known: str | None

    @property
    def is_plain(self) -> bool:
        """Say whether nothing is left out."""
        return not self.tellers and self.known is None

    def holds(self, outlets: frozenset[str], day: str | None) -> bool:
        """Say whether a claim is part of it, by its outlets and the day on which its article was issued."""
        if self.known is not None and (day is None or day > self.known):
            return False
        return not self.tellers or not self.outlets.isdisjoint(outlets)


PLAIN = Reading((), frozenset(), None)  # nothing is left out


def read(request: Request, graph: Graph, voices: Voices) -> Reading:
    """Return the reading that a request asks for; fields left empty in a form ask for nothing.

    Raises:
        QueryError: a date is none, a path is none, or too many outlets are named.
        NotFoundError: nothing is called so, or it is no outlet and no group of outlets.
    """
    paths = tuple(dict.fromkeys(p.removeprefix("/") for p in request.args.getlist("outlet") if p.strip()))
    if len(paths) > MOST:
        raise QueryError(f"outlet: expected at most {MOST}, found {len(paths)}")
    found = {path: frozenset(_members(path, graph, voices)) for path in paths}
    tellers = tuple(_teller(path, graph, voices) for path in paths)
    return Reading(tellers, frozenset().union(*found.values()), _known(request.args.get("known", "")))


def _known(text: str) -> str | None:
    return dates.asked("known", text).isoformat() if text.strip() else None


def _members(path: str, graph: Graph, voices: Voices) -> Iterator[str]:
    """Yield the outlets that a path stands for: itself, those of a state, those owned in one way."""
    if not _PATH.fullmatch(path):
        raise QueryError(f"outlet: expected a path such as organization/xinhua, found {path[:80]!r}")
    if path.startswith(OWNERSHIP):
        yield from _owned(path, graph)
        return
    iri = graph.addresses.iri(path)
    if not graph.build.about(iri):
        raise NotFoundError(f"outlet: nothing in this graph is called {path[:80]!r}")
    is_state = str(DIP.State) in voices.found(iri, RDF.type)
    if not is_state and not voices.is_outlet(iri):
        raise NotFoundError(f"outlet: expected who published or reported something, found {path[:80]!r}")
    yield iri
    if is_state:
        told = graph.build.matching(None, NamedNode(DIP.country), NamedNode(iri))
        yield from (t.subject.value for t in told if isinstance(t.subject, NamedNode))


def _owned(path: str, graph: Graph) -> Iterator[str]:
    words = path.removeprefix(OWNERSHIP)
    told = graph.build.matching(None, NamedNode(DIP.ownership), None)
    matching = (t.subject for t in told if isinstance(t.object, Literal) and t.object.value == words)
    found = sorted(subject.value for subject in matching if isinstance(subject, NamedNode))
    if not found:
        raise NotFoundError(f"outlet: no outlet in this graph is told to be {words[:80]!r}")
    yield from found


def _teller(path: str, graph: Graph, voices: Voices) -> Value:
    if path.startswith(OWNERSHIP):
        return Value(owned(path.removeprefix(OWNERSHIP)), path)
    iri = graph.addresses.iri(path)
    if str(DIP.State) in voices.found(iri, RDF.type):
        return Value(of_state(voices.label(iri)), path)
    return Value(voices.label(iri), path)


def owned(words: str) -> str:
    """Return the name of a group of outlets by the words for their ownership."""
    return gettext("%(ownership)s outlets", ownership=words)


def of_state(label: str) -> str:
    """Return the name of the outlets of a state."""
    return gettext("outlets of %(state)s", state=label)
