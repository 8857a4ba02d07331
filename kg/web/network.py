"""`/network`: who met whom within some time, which a reader chooses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from kg.store.builds import Build
from kg.store.queries import Query
from kg.web import dates, negotiation, picture
from kg.web.picture import Picture
from kg.web.service import Graph, Service
from kg.web.values import text

PATH = "/network"
FOLDER = "network"  # of its pictures
YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """What the template `network.html` shows.

    Attributes:
        first: the first day of the time that is shown (ISO 8601).
        last: the last day of it.
        begin: the first day of which the graph tells.
        end: the last day of which it tells.
        pictures: what can be drawn of that time.
    """

    first: str
    last: str
    begin: str
    end: str
    pictures: tuple[Picture, ...]


def blueprint(service: Service) -> Blueprint:
    """Return the view of the network."""
    views = Blueprint("network", __name__)

    @views.get(PATH)
    def network() -> Response:
        """Show who met whom from the day `first` to the day `last`."""
        graph = service.graph()
        page = _page(graph, request.args)
        return negotiation.page(request, render_template("network.html", page=page), graph.build.hash)

    return views


def _page(graph: Graph, told: Mapping[str, str]) -> NetworkPage:
    begin, end = _days(graph.build, graph.queries["days"])
    last = dates.wanted(told, "last") or end
    first = dates.wanted(told, "first") or max(begin, min(end, last) - YEAR)
    days = {"first": picture.literal(first), "last": picture.literal(last)}
    return NetworkPage(
        first=first.isoformat(),
        last=last.isoformat(),
        begin=begin.isoformat(),
        end=end.isoformat(),
        pictures=graph.pictures(FOLDER, **days),
    )


@lru_cache(maxsize=4)
def _days(build: Build, query: Query) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of which a build tells; those of the calendar without any."""
    found = [text(row, name) for row in build.select(query) for name in ("first", "last")]
    days = [dt.date.fromisoformat(day) for day in found if day]
    return (min(days), max(days)) if days else (dt.date.min, dt.date.max)
