"""What a client asks of `/sparql`, read as the protocol says (SPARQL 1.1 Protocol, section 2.1)."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.datastructures import MIMEAccept

from kg.errors import ForbiddenQueryError, NotAcceptableError, QueryError, UnsupportedMediaError
from kg.store.forms import Form, offered
from kg.web.negotiation import HTML
from kg.web.operation import watch

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
# Bytes of a request's body: as many characters as are vetted, each of four bytes, percent-encoded.
LONGEST = 12_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as a client sent it.

    Attributes:
        query: its text.
        default_graphs: IRIs that are to take the place of the default graph.
        named_graphs: IRIs of the graphs that `GRAPH` is to see.
        format: form asked for by name, in place of `Accept`; None where none is.
        parameters: all that was sent, by name, as it was sent.
    """

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def build(self) -> str | None:
        """Return the name of the build that is asked; None for the current one."""
        return dict(self.parameters).get("build") or None


def read(request: Request) -> Asked | None:
    """Return what a client asks; None where it asks for no query at all, by GET.

    Raises:
        QueryError: there is no query or more than one, or it is not in UTF-8.
        ForbiddenQueryError: it is an update.
        UnsupportedMediaError: it is sent as something that is not read here.
    """
    request.max_content_length = LONGEST
    pairs = _pairs(request.query_string)
    if request.method == "POST":
        pairs += _body(request)
    if any(name == "update" for name, _ in pairs):
        raise ForbiddenQueryError("update: refused: data cannot be changed or loaded here")
    found = _all(pairs, "query")
    if not found and request.method != "POST":
        return None
    if len(found) != 1:
        raise QueryError(f"query: expected it once, found it {len(found)} times")
    if seen := watch.here():
        seen.query = found[0]
    formats = _all(pairs, "format")
    return Asked(
        found[0],
        _all(pairs, "default-graph-uri"),
        _all(pairs, "named-graph-uri"),
        formats[0] if formats and formats[0] else None,
        tuple(pairs),
    )


def required(request: Request) -> Asked:
    """Return what a client asks, where nothing but a query is answered.

    Raises:
        QueryError: there is none, beside the errors of `read`.
    """
    asked = read(request)
    if asked is None:
        raise QueryError("query: expected it once, found it 0 times")
    return asked


def negotiate(accept: MIMEAccept, named: str | None, kind: str) -> Form | None:
    """Return the form for the results of a kind of query; None stands for a web page.

    Args:
        accept: what the client takes; all equally where it says nothing.
        named: suffix or media type of the form asked for in its place.
        kind: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises:
        NotAcceptableError: the results of such a query have no form that the client takes.
    """
    medias = _by_media(offered(kind))
    is_liked = not named and accept and accept.best_match([*medias, HTML.media]) == HTML.media
    if is_liked or named in {HTML.suffix, HTML.media}:
        return None
    return choose(accept, named, kind)


def choose(accept: MIMEAccept, named: str | None, kind: str) -> Form:
    """Return the form for what is no page: the arguments and errors are those of `negotiate`."""
    forms = offered(kind)
    medias = _by_media(forms)
    if named is not None:
        by_name = {name: form for form in forms for name in (form.suffix, *form.names)}
        chosen = by_name.get(named) or medias.get(named)
    else:
        chosen = medias.get(accept.best_match(medias) or "") if accept else forms[0]
    if chosen is None:
        asked = f"format={named}" if named is not None else f"Accept: {accept.to_header()}"
        names = ", ".join(f"{form.media} (format={form.suffix})" for form in forms)
        raise NotAcceptableError(f"{asked}: expected for {kind} one of {names}")
    return chosen


def _by_media(forms: tuple[Form, ...]) -> dict[str, Form]:
    """Return forms by the media types that they are asked for as, their own before others."""
    others = {media: form for form in forms for media in form.others}
    return {form.media: form for form in forms} | others


def _body(request: Request) -> list[tuple[str, str]]:
    media = request.mimetype
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if media not in {FORM, DIRECT, UPDATE} or charset not in {"utf-8", "utf8"}:
        found = request.content_type or "none"
        raise UnsupportedMediaError(f"Content-Type: expected {DIRECT} or {FORM}, in UTF-8, found {found}")
    if media == FORM:
        return _pairs(request.get_data())
    return [("query" if media == DIRECT else "update", _text(request.get_data()))]


def _pairs(data: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_text(data), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise QueryError(f"query: expected UTF-8, found: {error.reason}") from error


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise QueryError(f"query: expected UTF-8, found at byte {error.start}: {error.reason}") from error


def _all(pairs: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in pairs if key == name)
