"""`/sparql/running`: a client's own queries that run now, and how to cancel one."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, jsonify, render_template, request
from werkzeug.wrappers import Response

from kg.errors import NotFoundError, OwnerError
from kg.store.running import Running
from kg.web import owners, sharing
from kg.web.negotiation import HTML, is_for_reader
from kg.web.service import Service


@dataclass(frozen=True, slots=True)
class RunningPage:
    """What the template `running.html` shows.

    Attributes:
        queries: the reader's own, the oldest first.
    """

    queries: tuple[Running, ...]


def blueprint(service: Service) -> Blueprint:
    """Return the views of the queries that run now, in whichever web server process."""
    views = Blueprint("running", __name__)
    register = service.register

    @views.get("/sparql/running")
    def running() -> Response:
        """List the client's queries."""
        if is_for_reader(request):
            page = RunningPage(register.listed(owners.owner(request)))
            answer = Response(render_template("running.html", page=page), content_type=HTML.content_type)
            owners.hand_out(request, answer)
            return answer
        return jsonify({"running": [_told(each) for each in register.listed(_owner())]})

    @views.get("/sparql/running/<id>")
    def query(id: str) -> Response:  # noqa: A002
        """Tell of one of the client's queries, as long as it runs."""
        found = next((each for each in register.listed(_owner()) if each.id == id), None)
        if found is None:
            raise NotFoundError(f"query {id}: expected one of yours that runs, found none")
        return jsonify(_told(found))

    @views.route("/sparql/running/<id>", methods=["DELETE", "POST"])
    def cancel(id: str) -> Response:  # noqa: A002
        """Cancel one; a form without a script can only POST."""
        if not register.cancel(_owner(), id):
            raise NotFoundError(f"query {id}: expected one of yours that runs, found none")
        if request.method == "POST" and is_for_reader(request):
            return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": "/sparql/running"})
        return Response(status=HTTPStatus.NO_CONTENT)

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers["Cache-Control"] = "no-store"
        answer.vary.update(("Accept", "Authorization", "Cookie", owners.HEADER))
        if answer.status_code == HTTPStatus.UNAUTHORIZED:
            answer.headers["WWW-Authenticate"] = 'Bearer realm="queries"'
        return sharing.share(answer, ("WWW-Authenticate",))

    return views


def _owner() -> str:
    found = owners.owner(request)
    if not found:
        raise OwnerError(f"{owners.HEADER}: expected the secret that the queries were asked with, found none")
    return found


def _told(query: Running) -> dict[str, str | float]:
    return {
        "id": query.id,
        "seconds": round(query.seconds, 3),
        "build": query.build,
        "query": query.query,
    }
