"""`/resolve`: who held an office at a date, as sources attest it, with the sentence; a page, or JSON."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, jsonify, render_template, request
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response

from kg.store.builds import Row
from kg.web import dates, negotiation, offices
from kg.web.offices import AFTER, BEFORE, ON, Body, Found, Names, Tenure
from kg.web.sentences import Citation, citation
from kg.web.service import Graph, Service
from kg.web.values import text
from kg.web.wording import gettext, ngettext

PATH = "/resolve"
MOST = 20  # holders that are told, each with a sentence
HELD = (
    "Sources attest an office on days, never through: no answer says that somebody held it on the day itself."
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is attested in the office.

    Attributes:
        tenure: who, in what office, from when to when.
        how: how the day stands to the days of attestation, for readers; empty where no day is asked.
        period: the days of attestation, for readers.
        link: page of the person.
        office: page of the tenure.
        citation: the sentence nearest to the day, none after it where there is one before.
    """

    tenure: Tenure
    how: str
    period: str
    link: str
    office: str
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class ResolvePage:
    """What the template `resolve.html` shows.

    Attributes:
        text: what was asked for; empty where nothing was.
        date: the day (ISO 8601); empty where none was asked for.
        day: the day, for readers.
        found: what the words mean.
        holders: who is attested; those known at all of the body where no office was understood.
        bodies: states and bodies, each with its page.
        json: address of the same as JSON.
    """

    text: str
    date: str
    day: str
    found: Found | None
    holders: tuple[Holder, ...]
    bodies: tuple[tuple[Body, str], ...]
    json: str


class _Known:
    """The names of the build in service, kept: a build never changes."""

    def __init__(self) -> None:
        self._kept: tuple[str, Names] | None = None

    def of(self, graph: Graph) -> Names:
        """Return the names of a build, read anew where it is another one."""
        if self._kept is None or self._kept[0] != graph.build.hash:
            self._kept = graph.build.hash, offices.names(graph)
        return self._kept[1]


def blueprint(service: Service) -> Blueprint:
    """Return the views of the look-up."""
    views = Blueprint("roles", __name__)
    known = _Known()

    @views.get(PATH)
    def resolve() -> Response:
        """Tell who is attested in the office `text` about the day `date`."""
        graph = service.graph()
        if negotiation.is_for_reader(request) or not request.accept_mimetypes:
            page = _page(graph, known.of(graph))
            answer = negotiation.page(request, render_template("resolve.html", page=page), graph.build.hash)
        else:
            answer = _json(graph, _page(graph, known.of(graph)))
        answer.vary.add("Accept")
        return answer

    @views.get(f"{PATH}.json")
    def as_json() -> Response:
        """Tell the same to programs that name the form in the address."""
        graph = service.graph()
        return _json(graph, _page(graph, known.of(graph)))

    return views


def _page(graph: Graph, known: Names) -> ResolvePage:
    words, date = request.args.get("text", "").strip(), request.args.get("date", "").strip()
    day = dates.asked("date", date) if date else None
    found = offices.find(graph, known, words, day) if words else None
    told = found.tenures[:MOST] if found else ()
    query = urlencode({"text": words, **({"date": date} if date else {})})
    return ResolvePage(
        text=words,
        date=date,
        day=dates.day(date) if date else "",
        found=found,
        holders=tuple(_holder(graph, each, day) for each in told),
        bodies=tuple((each, graph.addresses.path(each.iri) or "") for each in found.bodies) if found else (),
        json=f"{PATH}.json?{query}",
    )


def _holder(graph: Graph, tenure: Tenure, day: dt.date | None) -> Holder:
    first, last = tenure.first.isoformat(), tenure.last.isoformat()
    return Holder(
        tenure=tenure,
        how=_how(tenure, day),
        period=dates.bounds(first, last),
        link=graph.addresses.path(tenure.holder) or "",
        office=graph.addresses.path(tenure.iri) or "",
        citation=_sentence(graph, tenure, day),
    )


def _how(tenure: Tenure, day: dt.date | None) -> str:
    days = tenure.distance(day)
    told = {
        ON: gettext("attested on that day, or before and after it"),
        BEFORE: ngettext("last attested %(num)s day before", "last attested %(num)s days before", days),
        AFTER: ngettext("first attested %(num)s day after", "first attested %(num)s days after", days),
    }
    how = tenure.attested(day)
    return told[how] if how else ""


def _sentence(graph: Graph, tenure: Tenure, day: dt.date | None) -> Citation | None:
    rows = graph.rows("role-sentences", tenure=NamedNode(tenure.iri))
    return citation(min(rows, key=lambda row: _far(row, day)), graph.addresses) if rows else None


def _far(row: Row, day: dt.date | None) -> tuple[bool, int]:
    """Say how far from a day a sentence was published: what was known by then first."""
    published = dates.read(text(row, "published"))
    if published is None or day is None:
        return published is None, 0
    return published > day, abs((day - published).days)


def _json(graph: Graph, page: ResolvePage) -> Response:
    found = page.found
    told = {
        "text": page.text,
        "date": page.date or None,
        "build": graph.build.hash,
        "understood": bool(found and found.is_known),
        "unread": list(found.unread) if found else [],
        "of": [{"id": each.iri, "name": each.label} for each, _ in page.bodies],
        "note": HELD,
        "holders": [_told(each, page.date) for each in page.holders],
    }
    answer = jsonify(told)
    answer.headers["Access-Control-Allow-Origin"] = "*"  # data are for every page on the web to read
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _told(holder: Holder, date: str) -> dict[str, object]:
    tenure, sentence = holder.tenure, holder.citation
    day = dates.read(date or None)
    return {
        "id": tenure.holder,
        "name": tenure.name,
        "tenure": tenure.iri,
        "titles": list(tenure.titles),
        "office": list(tenure.offices),
        "rank": list(tenure.ranks),
        "of": {"id": tenure.body.iri, "name": tenure.body.label},
        "attestedFrom": tenure.first.isoformat(),
        "attestedTo": tenure.last.isoformat(),
        "attested": tenure.attested(day),
        "days": tenure.distance(day) if day else None,
        "sentence": sentence
        and {
            "quote": sentence.quote,
            "passage": sentence.link,
            "outlet": sentence.outlet or None,
            "url": sentence.original,
        },
    }
