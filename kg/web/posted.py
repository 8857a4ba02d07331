"""What is only to be posted, at addresses of two parts or more.

Such an address is else that of a thing of the graph, which is asked for by GET: so its view takes all
methods, and refuses those that it does not have.
"""

from collections.abc import Callable
from typing import Any

from flask import request
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.wrappers import Response

RULE: dict[str, Any] = {"methods": ("GET", "OPTIONS", "POST"), "provide_automatic_options": False}
_ALLOWED = ("OPTIONS", "POST")


def only(answer: Callable[[], Response]) -> Response:
    """Return the answer to what is posted.

    Raises:
        MethodNotAllowed: it is not.
    """
    if request.method == "OPTIONS":
        return Response(headers={"Allow": ", ".join(_ALLOWED)})
    if request.method != "POST":
        raise MethodNotAllowed(_ALLOWED)
    return answer()
