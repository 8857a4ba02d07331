"""The forms of a resource, and which of them a client wants."""

from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus

from flask import Request, redirect
from werkzeug.datastructures import MIMEAccept
from werkzeug.utils import cached_property
from werkzeug.wrappers import Response

from kg.errors import NotAcceptableError
from kg.store.forms import GRAPH, Form, offered


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of what a page shows: its name, its address and its media type."""

    name: str
    path: str
    media: str


class Asking(Request):
    """A request whose `Accept` is read as clients mean it."""

    @cached_property
    def accept_mimetypes(self) -> MIMEAccept:
        """Return what the client takes, without parameters such as `charset=utf-8`.

        Each form is had in one way, and UTF-8 is the way of all (RFC 9110, section 12.5.1, lets a parameter
        narrow a media type, and clients that write one are content without it).
        """
        told = super().accept_mimetypes
        return MIMEAccept((value.partition(";")[0].strip(), quality) for value, quality in told)


HTML = Form("html", "text/html", "Web page", GRAPH)
_GRAPHS = {form.suffix: form for form in offered("DESCRIBE")}
# In the order of preference where a client takes several equally.
FORMS = (HTML, *(_GRAPHS[suffix] for suffix in ("ttl", "jsonld", "nt", "rdf")))
BY_SUFFIX = {form.suffix: form for form in FORMS}


def wanted(accept: MIMEAccept) -> Form:
    """Return the form that a client likes best; without an `Accept` header, the web page.

    Raises:
        NotAcceptableError: none of the forms is acceptable.
    """
    if not accept:
        return HTML
    best = accept.best_match([form.media for form in FORMS])
    for form in FORMS:
        if form.media == best:
            return form
    offered = ", ".join(form.media for form in FORMS)
    raise NotAcceptableError(f"Accept: expected one of {offered}, found {accept.to_header()}")


def is_for_reader(request: Request) -> bool:
    """Say whether the client at hand wants a page, where a program would get JSON."""
    return request.accept_mimetypes.best_match(["application/json", HTML.media]) == HTML.media


def split(path: str) -> tuple[str, Form | None]:
    """Return the path of a resource and the form that its suffix asks for.

    >>> split("place/beijing.ttl")[0]
    'place/beijing'
    """
    stem, dot, suffix = path.rpartition(".")
    return (stem, BY_SUFFIX[suffix]) if dot and suffix in BY_SUFFIX else (path, None)


def see_other(path: str, accept: MIMEAccept) -> Response:
    """Return the answer for the thing itself: the document about it is elsewhere (HTTP 303).

    Raises:
        NotAcceptableError: none of the forms is acceptable.
    """
    answer = redirect(f"{path}.{wanted(accept).suffix}", HTTPStatus.SEE_OTHER)
    answer.headers["Link"] = _alternates(path)
    answer.vary.add("Accept")
    return answer


def document(request: Request, body: str | bytes, form: Form, path: str, version: str) -> Response:
    """Return one form of what is described at a path, or 304 where the client has it already.

    Args:
        request: for its conditions.
        body: the document.
        form: its form.
        path: path of the thing that it describes, without suffix.
        version: changes whenever the document may have changed.
    """
    answer = Response(body, content_type=form.content_type)
    answer.headers["Link"] = f'{_alternates(path, form)}, <{path}>; rel="describes"'
    answer.headers["Cache-Control"] = "no-cache"  # kept, but asked for anew: a build may have come
    if form is not HTML:
        answer.headers["Link"] += f', <{path}.html>; rel="collection"; type="{HTML.media}"'
        answer.headers["Access-Control-Allow-Origin"] = "*"  # data are for every page on the web to read
    answer.vary.add("Accept")
    answer.set_etag(f"{version}-{form.suffix}-{_digest(body)}")
    return answer.make_conditional(request)


def page(request: Request, body: str, version: str) -> Response:
    """Return a page that has no other forms, or 304 where the client has it already."""
    answer = Response(body, content_type=HTML.content_type)
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(f"{version}-{_digest(body)}")
    return answer.make_conditional(request)


def others(path: str) -> tuple[Alternate, ...]:
    """Return the forms of a resource that are no web page."""
    return tuple(Alternate(f.name, f"{path}.{f.suffix}", f.media) for f in FORMS if f is not HTML)


def _alternates(path: str, shown: Form | None = None) -> str:
    links = (f'<{path}.{f.suffix}>; rel="alternate"; type="{f.media}"' for f in FORMS if f is not shown)
    return ", ".join(links)


def _digest(body: str | bytes) -> str:
    """Return a mark of a document: a page of the same build looks otherwise after the service was renewed."""
    return sha256(body.encode() if isinstance(body, str) else body).hexdigest()[:8]
