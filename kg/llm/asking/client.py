"""The protocol of OpenAI's chat completions, which vLLM, Ollama, llama.cpp and gateways speak too.

This module needs the extra `[model]`, and is loaded where somebody is asked. The key goes to the one address
that the settings name, and the library never has it: it stands in the request when that is sent, in place of
all headers but those named here. No proxy of the environment is taken, no redirect followed.
"""

import asyncio
import re
import ssl
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any, Self, cast

import httpx2
import openai

from kg import retrying
from kg.config import Secret
from kg.errors import RemoteError
from kg.llm.asking import replies
from kg.llm.asking.dialect import Dialect, Message
from kg.llm.asking.replies import REFUSED, MisunderstoodError, PassingError, Reply, TooLongError
from kg.llm.asking.server import Server
from kg.version import VERSION

MOST = 4_000_000  # bytes of a reply: an answer of 8,000 tokens has some 40,000
_TOLD = 300  # characters of an error that are handed on
_SECRET = 8  # letters from which on a key is no word that texts have ("EMPTY", "ollama")
_SENT = ("Host", "Content-Type", "Content-Length", "Accept", "Connection")
_TAKEN_NOT = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.NOT_IMPLEMENTED}
_PASSING = {
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.CONFLICT,
    HTTPStatus.TOO_EARLY,
    HTTPStatus.TOO_MANY_REQUESTS,
}
_FILTERED = re.compile(r"content.?(filter|management|policy)", re.IGNORECASE)
_LONG = re.compile(r"context.{0,20}(length|size|window)|too long|maximum.{0,20}tokens", re.IGNORECASE)
_HINTS = {
    HTTPStatus.UNAUTHORIZED: "is KG_MODEL_KEY the key of this server?",
    HTTPStatus.FORBIDDEN: "is KG_MODEL_KEY the key of this server?",
    HTTPStatus.NOT_FOUND: "does the server have KG_MODEL, and does KG_MODEL_URL go up to /v1?",
    HTTPStatus.METHOD_NOT_ALLOWED: "does KG_MODEL_URL go up to /v1?",
}


class Client:
    """One server, asked any number of questions at a time."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._client = openai.AsyncOpenAI(
            base_url=server.address,
            api_key="none",  # else it takes one of the environment
            max_retries=0,  # `asking` knows what the others wait for
            http_client=httpx2.AsyncClient(
                transport=_Plain(server.key),
                timeout=server.seconds,
                follow_redirects=False,
                trust_env=False,
            ),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def ask(self, model: str, messages: tuple[Message, ...], dialect: Dialect) -> Reply:
        """Return what a model replies to some messages.

        Raises:
            PassingError: it does not now.
            MisunderstoodError: the server does not take the question in this dialect.
            TooLongError: the model cannot read as much.
            RemoteError: the server refuses.
        """
        given: dict[str, Any] = {"model": model, "messages": dialect.messages(messages)}
        given |= dialect.parameters(self._server.answer)
        try:
            async with asyncio.timeout(self._server.seconds):
                answer = await self._client.chat.completions.with_raw_response.create(**given)
        except openai.APIStatusError as error:
            return self._refused(error.response)
        except openai.APIConnectionError as error:
            raise self._passing(
                _reason(error), is_charged=isinstance(error, openai.APITimeoutError)
            ) from error
        except TimeoutError as error:
            raise self._passing("no end of it in time", is_charged=True) from error
        return self._read(answer.http_response.content)

    def _read(self, body: bytes) -> Reply:
        try:
            told = replies.read(body)
        except PassingError as error:
            raise self._passing(f"another: {error}", is_charged=True) from error
        content, served = self._without_key(told.content), self._without_key(told.served)
        return replace(told, content=content, served=served)

    def _refused(self, answer: httpx2.Response) -> Reply:
        """Return the refusal that a status means, if it is one of the model.

        Raises:
            RemoteError: it is one of the server, of the kind that the status means.
        """
        told = " ".join(self._without_key(answer.content.decode(errors="replace")).split())
        status = answer.status_code
        if status in _PASSING or (status >= 500 and status not in _TAKEN_NOT):
            after = retrying.after(answer.headers.get("Retry-After"), time.time())
            raise self._passing(f"status {status}: {told[:_TOLD]}", after)
        if answer.is_redirect:
            raise RemoteError(self._told(f"status {status}, a way elsewhere: not taken"))
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or (status in _TAKEN_NOT and _LONG.search(told)):
            raise TooLongError(
                self._told(
                    f"status {status}: {told[:_TOLD]}; a smaller KG_MODEL_PART or KG_MODEL_ANSWER may help"
                )
            )
        if status in _TAKEN_NOT and _FILTERED.search(told):
            return Reply(told[:_TOLD], REFUSED, "", None)
        if status in _TAKEN_NOT:
            raise MisunderstoodError(self._told(f"status {status}: {told[:_TOLD]}"))
        hint = _HINTS.get(HTTPStatus(status), "") if status in set(HTTPStatus) else ""
        raise RemoteError(self._told(f"status {status}: {told[:_TOLD]} {hint}".rstrip()))

    def _passing(self, found: str, after: float | None = None, *, is_charged: bool = False) -> PassingError:
        return PassingError(self._told(found), after, is_charged=is_charged)

    def _told(self, found: str) -> str:
        return self._without_key(f"{self._server.address}: expected an answer, found {found}")

    def _without_key(self, text: str) -> str:
        """Return what a server tells without our key, which some repeat."""
        key = self._server.key.reveal()
        return text.replace(key, "***") if len(key) >= _SECRET else text


class _Plain(httpx2.AsyncHTTPTransport):
    """A transport that sends no header beyond those it knows, and takes no reply without end."""

    def __init__(self, key: Secret) -> None:
        super().__init__(verify=ssl.create_default_context())
        self._key = key

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        headers = {name: request.headers[name] for name in _SENT if name in request.headers}
        headers |= {"User-Agent": f"Communique/{VERSION}", "Accept-Encoding": "identity"}
        if self._key.reveal():
            headers["Authorization"] = f"Bearer {self._key.reveal()}"
        # Another one, since the library finds in its own what it wants to know when the answer comes.
        sent = httpx2.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        answer = await super().handle_async_request(sent)
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise httpx2.ReadError("compressed, though that was not asked for")
        answer.stream = _Counted(cast("httpx2.AsyncByteStream", answer.stream))
        return answer


class _Counted(httpx2.AsyncByteStream):
    """A body that ends in an error where it is too long."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._body:
            size += len(piece)
            if size > MOST:
                raise httpx2.ReadError(f"more than {MOST:,} bytes")
            yield piece

    async def aclose(self) -> None:
        await self._body.aclose()


def _reason(error: openai.APIConnectionError) -> str:
    if isinstance(error, openai.APITimeoutError):
        return "none in time"
    cause = error.__cause__
    return f"no way there: {cause}" if isinstance(cause, httpx2.ConnectError) else f"a broken one: {cause}"
