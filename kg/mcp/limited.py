"""The limit of how often one client may ask, over HTTP."""

from http import HTTPStatus

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.web.rates import Rates


class Limited:
    """An application whose clients may ask so often a minute, counted with their queries at `/sparql`."""

    def __init__(self, application: ASGIApp, rates: Rates | None) -> None:
        """Name the application, and who counts; None where clients may ask any number of times."""
        self._application = application
        self._rates = rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or answer that it comes too early."""
        if self._rates is not None and scope["type"] == "http" and scope["method"] == "POST":
            left = self._rates.take((scope["client"] or ("",))[0])
            if left.wait:
                reason = f"one client may ask {self._rates.number} times a minute: ask again later\n"
                early = PlainTextResponse(reason, HTTPStatus.TOO_MANY_REQUESTS, self._rates.headers(left))
                await early(scope, receive, send)
                return
        await self._application(scope, receive, send)
