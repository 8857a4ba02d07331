"""What pages of other hosts may ask and read (Fetch standard, CORS): everything, for the data are for all."""

from collections.abc import Iterable

from flask import request
from werkzeug.wrappers import Response

from kg.web import owners

_DAY = 86_400  # seconds for which a browser keeps what it was told before it asked
# Not told by default: without these, a script sees but a handful of headers.
_EXPOSED = ("Allow", "Content-Encoding", "ETag", "Link", "Retry-After", "X-Request-Id", "X-Truncated")
# What they may send beyond that.
ASKED = f"Accept, Authorization, Content-Type, If-None-Match, {owners.HEADER}"


def share(answer: Response, told: Iterable[str]) -> Response:
    """Return an answer that scripts of other hosts may read, with its headers.

    Args:
        answer: the answer; to OPTIONS, the one that holds the methods in `Allow`.
        told: names of headers of ours that it carries.
    """
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Access-Control-Expose-Headers"] = ", ".join((*told, *_EXPOSED))
    if request.method == "OPTIONS":
        answer.headers["Access-Control-Allow-Methods"] = answer.headers.get("Allow", "")
        answer.headers["Access-Control-Allow-Headers"] = ASKED
        answer.headers["Access-Control-Max-Age"] = str(_DAY)
    return answer
