"""`/mappings.sssom.tsv`: every link to another data set, with its ground, as programs exchange such links."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from flask import Blueprint, request
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response

from kg import sssom
from kg.errors import NotFoundError
from kg.sssom import BUILT_IN, LEXICAL, Head, Mapping
from kg.store.builds import Row
from kg.web import dates
from kg.web.addresses import named
from kg.web.service import Graph, Service
from kg.web.values import first_text, text

PATH = "/mappings.sssom.tsv"
MEDIA = "text/tab-separated-values; charset=utf-8"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
TOLD = "Links from things that articles tell of to other data sets. The ground of a row stands under comment."
OURS = "communique"
PEOPLE = "ManualMappingCuration"


def blueprint(service: Service) -> Blueprint:
    """Return the view of the links."""
    views = Blueprint("mappings", __name__)
    whole = _All()

    @views.get(PATH)
    def mappings() -> Response:
        """Give all links, or those of the thing that `about` names by its path or IRI."""
        graph = service.graph()
        about = request.args.get("about", "").strip()
        body = sssom.write(*_set(graph, _thing(graph, about))) if about else whole.of(graph)
        answer = Response(body, content_type=MEDIA)
        answer.headers["Content-Disposition"] = (
            f'attachment; filename="communique-{graph.build.hash}.sssom.tsv"'
        )
        answer.headers["Cache-Control"] = "no-cache"
        answer.headers["Access-Control-Allow-Origin"] = "*"  # data are for every page on the web to read
        answer.headers["X-Build"] = graph.build.hash
        answer.add_etag()
        return answer.make_conditional(request)

    return views


class _All:
    """The file of all links of the build in service, kept: a build never changes, and all are many."""

    def __init__(self) -> None:
        self._kept: tuple[str, str] | None = None

    def of(self, graph: Graph) -> str:
        """Return the file, made anew where it is of another build."""
        if self._kept is None or self._kept[0] != graph.build.hash:
            self._kept = graph.build.hash, sssom.write(*_set(graph, None))
        return self._kept[1]


def _thing(graph: Graph, about: str) -> NamedNode:
    iri = about if about.startswith(graph.addresses.base) else graph.addresses.iri(about)
    thing = named(iri)
    if not graph.build.knows(iri):
        raise NotFoundError(f"about: expected the path or IRI of a thing of this graph, found {about!r}")
    return thing


def _set(graph: Graph, thing: NamedNode | None) -> tuple[Head, tuple[Mapping, ...]]:
    """Return the head and the rows of the set of all links, or those of one thing."""
    rows = graph.build.each(graph.queries["mappings"], {"entity": thing} if thing else {})
    found = tuple(_mappings(rows))
    base = graph.addresses.base
    spaces = {space: name for name, space in _spaces(graph)} | {base: OURS}
    unknown = sorted({_space(m.object) for m in found if not any(m.object.startswith(s) for s in spaces)})
    spaces |= {space: f"ns{number}" for number, space in enumerate(unknown, 1)}
    about = f"?about={thing.value.removeprefix(base)}" if thing else ""
    others = (
        ("mapping_set_version", graph.build.hash),
        ("mapping_set_title", "Communiqué: links to other data sets"),
        ("mapping_set_description", TOLD),
    )
    prefixes = tuple(sorted((name, space) for space, name in spaces.items()))
    return Head(f"{base}{PATH[1:]}{about}", LICENCE, prefixes, others), found


def _spaces(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield a prefix for each data set that the build knows, with what its addresses begin with."""
    for row in graph.rows("spaces"):
        yield (text(row, "set") or "").rpartition("#")[2], text(row, "space") or ""


def _space(iri: str) -> str:
    """Return what the IRIs of a data set that nothing is known of may begin with."""
    return iri[: len(iri.rstrip("/")) - len(iri.rstrip("/").rpartition("#" if "#" in iri else "/")[2])]


def _mappings(rows: Iterable[Row]) -> Iterator[Mapping]:
    """Yield a mapping for each claim of a link; one that no claim tells stands with its triple alone."""
    for _, group in groupby(rows, key=itemgetter("entity", "term", "there", "claim")):
        found = tuple(group)
        first = found[0]
        rule = first_text(found, "rule") or ""
        by = first_text(found, "decidedBy")
        is_by_people = rule.endswith(PEOPLE)
        confidence = first_text(found, "confidence")
        yield Mapping(
            subject=text(first, "entity") or "",
            predicate=text(first, "term") or "",
            object=text(first, "there") or "",
            justification=_justification(rule),
            subject_label=text(first, "entityLabel"),
            confidence=float(confidence) if confidence else None,
            authors=(by,) if by and is_by_people else (),
            tool=None if is_by_people else by,
            date=dates.read(first_text(found, "decidedOn")),
            rules=tuple(dict.fromkeys(filter(None, (text(row, "feature") for row in found)))),
            comment=first_text(found, "basis"),
        )


def _justification(rule: str) -> str:
    """Return the term of SEMAPV that a rule is named by; a link of another rule was found by its name."""
    prefix, _, name = rule.partition(":")
    return f"{BUILT_IN['semapv']}{name}" if prefix == "semapv" and name else LEXICAL
