"""`/sparql/code`: a query as code that asks it."""

import json
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from kg.store import shortcuts
from kg.web import clients, protocol, sharing
from kg.web.negotiation import HTML, is_for_reader
from kg.web.questions import Questions
from kg.web.service import Service
from kg.web.snippets import Snippet, snippets


@dataclass(frozen=True, slots=True)
class CodePage:
    """What the template `code.html` shows.

    Attributes:
        title: what the query is called.
        snippets: the query as code.
    """

    title: str
    snippets: tuple[Snippet, ...]


def blueprint(service: Service) -> Blueprint:
    """Return the view of queries as code."""
    views = Blueprint("programs", __name__)
    questions = Questions(service, clients.asker)

    @views.route("/sparql/code", methods=["GET", "POST"])
    def code() -> Response:
        """Give a query as code of each language."""
        asked = protocol.required(request)
        form = questions.vet(asked, questions.build(asked)).form
        code = snippets(asked.query, form, f"{request.url_root}sparql", asked.build)
        page = CodePage(shortcuts.title(asked.query), code)
        if not is_for_reader(request):
            told = json.dumps({each.name: each.code for each in page.snippets})  # in their order
            return Response(told, content_type="application/json")
        return Response(render_template("code.html", page=page), content_type=HTML.content_type)

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers["Cache-Control"] = "no-cache"
        answer.vary.add("Accept")
        return sharing.share(answer, ())

    return views
