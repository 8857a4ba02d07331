"""`/dyad/AZE/CHN`: what lies between two states is a thing of the graph; this finds its address."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

from flask import Blueprint, redirect
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.iris import segment, slug
from kg.store.likeness import nearest
from kg.vocab import DIP
from kg.web import entity
from kg.web.events import views as tables
from kg.web.events.wanted import Wanted
from kg.web.events.writing import CSV
from kg.web.service import Graph, Service
from kg.web.values import text
from kg.web.wording import gettext

LIKE = 60.0  # of 100: a code has three letters, and one that is wrong leaves 67
PATH = segment(DIP.Dyad)
_BETWEEN = NamedNode(str(DIP.between))


@dataclass(frozen=True, slots=True)
class State:
    """A state as an address names it.

    Attributes:
        code: of ISO 3166-1 alpha-3, else the last part of its path.
        label: display name.
        path: path of its page.
    """

    code: str
    label: str
    path: str


def blueprint(service: Service) -> Blueprint:
    """Return the view of a dyad."""
    views = Blueprint("dyad", __name__)
    places = threading.BoundedSemaphore(tables.AT_ONCE)

    @views.get(f"/{PATH}/<one>/<other>")
    def dyad(one: str, other: str) -> Response:
        """Answer for a dyad, or a form of it; lead there from the other order, from names and other codes."""
        graph = service.graph()
        code, dot, suffix = other.partition(".")
        path = f"/{PATH}/{one}/{code}"
        if not graph.build.knows(graph.addresses.iri(path)):
            return redirect(f"{found(graph, one, code)}{dot}{suffix}", 301)
        if suffix == CSV:
            wanted = Wanted(kind=DIP.Record, dyad=graph.addresses.iri(path))
            return tables.made(graph, wanted, CSV, places)
        return entity.answer(service, f"{path}{dot}{suffix}")

    return views


def found(graph: Graph, one: str, other: str) -> str:
    """Return the path of the dyad of two states that are named in some way.

    Raises:
        NotFoundError: one is unknown, both are one, or nothing lies between them.
    """
    # As an address has them: a state that ISO 3166-1 has no code for (Kosovo, XKX) has one only there.
    for pair in permutations((one.upper(), other.upper())):
        path = f"/{PATH}/{'/'.join(pair)}"
        if graph.build.knows(graph.addresses.iri(path)):
            return path
    states = _states(graph)
    first, second = _state(states, one), _state(states, other)
    if first == second:
        raise NotFoundError(
            f"{one}/{other}: expected two states, found {first.label} twice",
            _links(first),
        )
    if shared := _dyads(graph, first) & _dyads(graph, second):
        return min(shared)
    raise NotFoundError(
        f"This graph tells nothing between {first.label} and {second.label}",
        _links(first, second),
    )


def _states(graph: Graph) -> dict[str, State]:
    """Return the states of the graph by all that may stand for them in an address, in small letters."""
    found: dict[str, State] = {}
    for row in graph.rows("states"):
        path = graph.addresses.path(text(row, "state") or "") or ""
        label = text(row, "label") or ""
        state = State(text(row, "iso3") or path.rpartition("/")[2], label, path)
        for name in (state.code, text(row, "iso2"), label, path.rpartition("/")[2]):
            found.setdefault((name or state.code).lower(), state)
    return found


def _dyads(graph: Graph, state: State) -> frozenset[str]:
    """Return the paths of what lies between a state and any other."""
    found = graph.build.matching(None, _BETWEEN, NamedNode(graph.addresses.iri(state.path)))
    iris = (t.subject.value for t in found if isinstance(t.subject, NamedNode))
    return frozenset(path for iri in iris if (path := graph.addresses.path(iri)))


def _state(states: Mapping[str, State], name: str) -> State:
    found = states.get(name.lower()) or states.get(slug(name))
    if found is not None:
        return found
    like = dict.fromkeys(states[each] for each in nearest(name.lower(), states, LIKE))
    told = ", ".join(f"{state.code} ({state.label})" for state in like)
    raise NotFoundError(
        f"{name[:40]}: expected the code of ISO 3166-1 of a state in this graph, or its name; "
        + (f"the nearest: {told}" if told else "none is like it"),
        _links(*like),
    )


def _links(*states: State) -> dict[str, dict[str, str]]:
    return {"links": {f"{s.label} ({s.code})": s.path for s in states} | {gettext("All dyads"): f"/{PATH}/"}}
