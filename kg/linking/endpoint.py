"""Asks a SPARQL endpoint politely: one question at a time, with pauses, again after what passes."""

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus

from SPARQLWrapper import JSON, POST, SPARQLWrapper

from kg import retrying
from kg.errors import HeavyError, RemoteError, UnreachableError

MEDIA = ("application/sparql-results+json", "application/json")
_TRANSIENT = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_HEAVY = {HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT}
_PIECE = 1 << 16
_TOLD = 300  # characters of a refusal that are handed on


@dataclass(frozen=True, slots=True)
class Manners:
    """How an endpoint is asked.

    Attributes:
        agent: names us and where we can be found, as Wikimedia's policy on user agents asks.
        pause: seconds between an answer and the next question.
        seconds: deadline of one answer.
        attempts: times that one question is asked before it counts as one that cannot be answered.
        patience: most seconds to wait before another attempt, be it what the endpoint asks for.
        most: most bytes of an answer.
    """

    agent: str
    pause: float = 1.0
    seconds: float = 65.0  # the query service of Wikidata gives up after 60
    attempts: int = 5
    patience: float = 300.0
    most: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, which tests have their own of."""

    now: Callable[[], float] = time.monotonic
    today: Callable[[], float] = time.time
    wait: Callable[[float], None] = time.sleep


class _PassingError(RemoteError):
    """A failure after which the same may be asked again.

    Attributes:
        is_heavy: whether less might be answered.
        after: seconds that the endpoint asks to wait, None where it asks for none.
    """

    def __init__(self, message: str, *, is_heavy: bool = False, after: float | None = None) -> None:
        super().__init__(message)
        self.is_heavy, self.after = is_heavy, after


class _Still(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the operator has chosen one address, and no other."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Return no request, so that the redirect is an error."""


class _Wrapper(SPARQLWrapper):
    """SPARQLWrapper, whose own opener follows redirects and tells some errors without their headers."""

    seconds: float

    def _query(self) -> tuple[http.client.HTTPResponse, str]:
        opener = urllib.request.build_opener(_Still)
        return opener.open(self._createRequest(), timeout=self.seconds), self.returnFormat


@dataclass(slots=True)
class Endpoint:
    """One endpoint, asked one question at a time.

    Attributes:
        address: where it is asked.
        manners: how.
        clock: when.
        asked: requests sent so far.
    """

    address: str
    manners: Manners
    clock: Clock = field(default_factory=Clock)
    asked: int = 0
    _answered_at: float | None = None

    def ask(self, query: str) -> object:
        """Return what the endpoint answers to a SELECT, as JSON has it.

        Raises:
            UnreachableError: nobody is there.
            HeavyError: it fails at this question again and again; at a part of it it may not.
            RemoteError: it refuses, or what it answers is of another type.
        """
        for attempt in range(1, self.manners.attempts + 1):
            self._be_polite()
            try:
                return self._once(query)
            except _PassingError as error:
                if attempt == self.manners.attempts:
                    kind = HeavyError if error.is_heavy else UnreachableError
                    raise kind(f"{self.address}: {error}, at {attempt} attempts") from error
                self._back_off(error, attempt)
            finally:
                self.asked += 1
        raise AssertionError("there is one attempt at least")

    def _be_polite(self) -> None:
        if self._answered_at is not None:
            rest = self._answered_at + self.manners.pause - self.clock.now()
            if rest > 0:
                self.clock.wait(rest)

    def _back_off(self, error: _PassingError, attempt: int) -> None:
        """Wait as long as the endpoint asks for, else twice as long each time.

        Raises:
            UnreachableError: it asks for more than our patience.
        """
        seconds = max(self.manners.pause, 1.0) * 2**attempt if error.after is None else error.after
        if error.after is not None and seconds > self.manners.patience:
            raise UnreachableError(f"{self.address}: {error}: it asks to come again in {seconds:.0f} seconds")
        self.clock.wait(min(seconds, self.manners.patience))

    def _once(self, query: str) -> object:
        wrapper = _Wrapper(self.address, agent=self.manners.agent)
        wrapper.setQuery(query)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(JSON)
        wrapper.setOnlyConneg(True)  # else it sends parameters that no standard knows
        wrapper.seconds = self.manners.seconds
        try:
            with wrapper.query().response as answer:
                found = self._read(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise self._refused(error) from error
        except (TimeoutError, http.client.HTTPException) as error:
            raise _PassingError(_broken(error), is_heavy=True) from error
        except OSError as error:
            raise self._unreached(error) from error
        finally:
            self._answered_at = self.clock.now()
        return found

    def _read(self, answer: http.client.HTTPResponse) -> object:
        media = answer.headers.get_content_type()
        if media not in MEDIA:
            raise RemoteError(
                f"{self.address}: expected {MEDIA[0]}, found {media}: is it the address of a SPARQL endpoint?"
            )
        body = b"".join(self._pieces(answer))
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            # A time-out in the midst of an answer: several engines break off, and say so behind.
            raise _PassingError(f"expected JSON, found: {error}", is_heavy=True) from error

    def _pieces(self, answer: http.client.HTTPResponse) -> Iterator[bytes]:
        until, size = self.clock.now() + self.manners.seconds, 0
        while piece := answer.read1(_PIECE):
            size += len(piece)
            if size > self.manners.most:
                raise HeavyError(f"{self.address}: expected at most {self.manners.most:,} bytes, found more")
            if self.clock.now() > until:
                raise TimeoutError
            yield piece
        told = answer.headers.get("Content-Length")
        if told and told.isdecimal() and size < int(told):
            raise http.client.IncompleteRead(b"", int(told) - size)

    def _refused(self, error: urllib.error.HTTPError) -> RemoteError:
        if error.code in _TRANSIENT:
            after = retrying.after(error.headers.get("Retry-After"), self.clock.today())
            return _PassingError(f"expected an answer, found status {error.code}", after=after)
        if error.code in _HEAVY:
            return _PassingError(f"expected an answer, found status {error.code}", is_heavy=True)
        if error.code // 100 == 3:
            way = error.headers.get("Location")
            return RemoteError(f"{self.address}: expected an answer, found a way to {way}: not taken")
        told = error.read(_TOLD).decode(errors="replace").strip()
        return RemoteError(f"{self.address}: expected an answer, found status {error.code}: {told}")

    def _unreached(self, error: OSError) -> RemoteError:
        """Return what a failed connection means: at the first question that nobody is there."""
        cause = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(cause, TimeoutError):
            return _PassingError(_broken(cause), is_heavy=True)
        if self._answered_at is None:
            return UnreachableError(f"{self.address}: expected an answer, found no way there: {cause}")
        return _PassingError(f"expected an answer, found a broken connection: {cause}")


def _broken(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "expected an answer in time, found none"
    return f"expected a whole answer, found a part: {error or type(error).__name__}"
