"""The one tree of errors: each class carries the HTTP status it maps to."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")


class KgError(Exception):
    """Something a user can understand: the message names the thing, what was expected, what was found.

    Attributes:
        status: HTTP status.
        members: what a program is told beside the message, as JSON knows it (RFC 9457, section 3.2): `line`
            and `column` from 1, `limit` with its `value`, `query` with its id, `suggestions`.
    """

    status = HTTPStatus.INTERNAL_SERVER_ERROR

    def __init__(self, message: str, members: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.members = dict(members or {})

    @property
    def told(self) -> str:
        """Return the message as clients of the service may read it."""
        return str(self)

    @property
    def end(self) -> str:
        """Return what it is counted as: the limit that was met, else the name of the class.

        >>> KgError("", {"limit": "rows"}).end, CapacityError("").end
        ('rows', 'capacity')
        """
        told = self.members.get("limit")
        return str(told) if told else _CAMEL.sub("_", type(self).__name__.removesuffix("Error")).lower()


class SourceError(KgError):
    """A file of `sources/` cannot be read."""


class RegistryError(KgError):
    """A table of the registry cannot be read, or lacks a row that it must have."""


class LedgerError(KgError):
    """The ledger of identities contradicts itself or has a row that cannot be read."""


class MappingError(KgError):
    """A file of mappings to other data sets cannot be read, or contradicts itself."""

    status = HTTPStatus.BAD_REQUEST


class OntologyError(KgError):
    """A file of `ontology/` is broken, or a term is asked for that it lacks."""


class ImportedError(KgError):
    """A file of another data set cannot be read, or none of its lines can be taken."""

    status = HTTPStatus.BAD_REQUEST


class GoldError(KgError):
    """A file that tells what an article tells, as people annotated it, is broken or lacks its article."""


class CheckError(KgError):
    """A graph was made that breaks a promise: an offset that is off, a shape that is violated."""


class StoreError(KgError):
    """A build cannot be found or opened.

    Attributes:
        place: the path that the message names; None where it names none.
    """

    status = HTTPStatus.SERVICE_UNAVAILABLE

    def __init__(
        self, message: str, members: Mapping[str, object] | None = None, place: Path | None = None
    ) -> None:
        super().__init__(message, members)
        self.place = place

    @property
    def told(self) -> str:
        """Return the message without the folders above the place, which only the operator is to know."""
        return str(self) if self.place is None else str(self).replace(f"{self.place.parent}/", "")


class QueryError(KgError):
    """A query cannot be understood."""

    status = HTTPStatus.BAD_REQUEST


class ForbiddenQueryError(QueryError):
    """A query asks for what the service does not do: updates, SERVICE, LOAD, data from elsewhere."""

    status = HTTPStatus.FORBIDDEN


class UnsupportedMediaError(QueryError):
    """A request's body is of a type that is not read here."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE


class NotAcceptableError(QueryError):
    """No form that is offered is acceptable to the client."""

    status = HTTPStatus.NOT_ACCEPTABLE


class DeadlineError(QueryError):
    """A query took longer than its deadline."""

    status = HTTPStatus.GATEWAY_TIMEOUT


class RemoteError(QueryError):
    """Another service, which a query asks, cannot be reached or answers with something else than rows."""

    status = HTTPStatus.BAD_GATEWAY


class UnreachableError(RemoteError):
    """Another service cannot be reached now; later it may."""


class HeavyError(RemoteError):
    """Another service fails at a question that it may answer in parts."""


class UnansweredError(RemoteError):
    """A language model did not answer all that it is asked; what it did answer is kept."""


class BudgetError(UnansweredError):
    """More would have to be asked of a language model than may be spent."""


class LimitError(QueryError):
    """A result has more rows or bytes, or a query needs more memory, than may be: no use to ask again."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY


class TooLargeError(QueryError):
    """More is asked at once than is answered at once: it may be asked in parts."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class CapacityError(QueryError):
    """The service is busy: it may be asked again in a moment."""

    status = HTTPStatus.SERVICE_UNAVAILABLE


class RateError(QueryError):
    """A client asks more often than it may."""

    status = HTTPStatus.TOO_MANY_REQUESTS


class CancelledError(QueryError):
    """The owner of a query has cancelled it."""

    status = HTTPStatus.CONFLICT


class ClientGoneError(QueryError):
    """The client went away before its answer came; nobody reads this."""


class OwnerError(KgError):
    """Somebody asks for their queries and does not tell whose they are."""

    status = HTTPStatus.UNAUTHORIZED


class NotFoundError(KgError):
    """Nothing stands at that address.

    Attributes:
        members: `links` with the paths, by their names, of pages that may be meant.
    """

    status = HTTPStatus.NOT_FOUND

    @property
    def links(self) -> dict[str, str]:
        """Return the paths, by their names, of pages that may be meant."""
        told = self.members.get("links")
        return {str(name): str(path) for name, path in told.items()} if isinstance(told, Mapping) else {}


class GoneError(KgError):
    """What stood at that address is kept no longer."""

    status = HTTPStatus.GONE


class MissingError(KgError):
    """What is asked for needs a library that is not installed here."""

    status = HTTPStatus.NOT_IMPLEMENTED


class FullError(KgError):
    """As much is kept as may be: no use to ask again."""

    status = HTTPStatus.INSUFFICIENT_STORAGE
