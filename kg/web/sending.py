"""Results on their way to a client: whole, streamed, compressed, or not at all where it has them already."""

from flask import request
from werkzeug.wrappers import Response

from kg.store.answers import Answer
from kg.store.builds import Build
from kg.store.forms import Form
from kg.store.worker import Request
from kg.store.workers import Pool
from kg.web import conditions
from kg.web.bounds import Bounds
from kg.web.clients import Client
from kg.web.compression import CODING, Compressed, is_wanted
from kg.web.stream import Stream

JSON = "application/sparql-results+json"  # the one form that can tell at its end that it was cut


class Sender:
    """Asks the query processes, and sends what they find to the client of the request at hand."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def send(self, question: Request, build: Build, form: Form, bound: Bounds) -> Response:
        """Return the result of a question in a form, when its first bytes are there.

        Raises:
            KgError: there are none.
        """
        question = question._replace(media=form.media)
        tag = conditions.mark(build, question)
        if answer := conditions.known(request, tag):
            return answer
        return conditions.tell(request, self._result(question, build, form, bound), tag)

    def _result(self, question: Request, build: Build, form: Form, bound: Bounds) -> Response:
        client = Client(request)
        answer = self._pool.ask(build.folder, question, client.asker)
        if answer.is_whole:
            return _told(Response(answer.first, content_type=form.content_type), answer, question)
        # Without chunks a client cannot see that a result breaks off: it gets all or an error.
        is_complete = bound.is_complete or request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0"
        stream = Stream(answer, client.leave, tells_cut=is_complete or form.media == JSON)
        sent = Response(stream, content_type=form.content_type)
        if is_complete:
            sent.content_length = stream.finish()
        elif is_wanted(request.accept_encodings):
            sent.response = Compressed(stream)
            sent.headers["Content-Encoding"] = CODING
        return _told(sent, answer, question)


def _told(sent: Response, answer: Answer, question: Request) -> Response:
    if answer.is_cut:
        sent.headers["X-Truncated"] = f"rows={question.rows}"
    return sent
