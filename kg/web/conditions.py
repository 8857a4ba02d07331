"""Results that a client has already: they are told apart by the build and by all that was asked of it."""

import json
import re
from hashlib import sha256

from flask import Request as Asking
from werkzeug.wrappers import Response

from kg.store.builds import Build
from kg.store.worker import Request

# Functions that answer otherwise each time. A word within a string or a name costs the mark alone.
_VOLATILE = re.compile(r"\b(NOW|RAND|UUID|STRUUID)\b", re.IGNORECASE)


def mark(build: Build, question: Request) -> str | None:
    """Return what marks the result of a question: it changes with the build, the question or the form.

    None where the next result may be another.
    """
    if _VOLATILE.search(question.text):
        return None
    # The deadline decides whether there is a result, not which.
    told = json.dumps(question._replace(seconds=0)._asdict(), sort_keys=True)
    return f"{build.hash}-{sha256(told.encode()).hexdigest()[:16]}"


def known(request: Asking, tag: str | None) -> Response | None:
    """Return the answer that the client has the result already (304); None where it has not.

    The mark is weak (RFC 9110, section 8.8.1): rows that nothing orders may come in another order.
    """
    is_reading = request.method in {"GET", "HEAD"}
    if tag is None or not is_reading or not request.if_none_match.contains_weak(tag):
        return None
    return tell(request, Response(status=304), tag)


def tell(request: Asking, answer: Response, tag: str | None) -> Response:
    """Return an answer with its mark: it may be kept, and is asked for anew, for a build may have come."""
    if request.method in {"GET", "HEAD"}:
        answer.headers["Cache-Control"] = "no-cache" if tag else "no-store"
        if tag:
            answer.set_etag(tag, weak=True)
    return answer
