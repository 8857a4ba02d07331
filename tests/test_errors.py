"""There is one tree of errors; each class says what it is for and which HTTP status it is."""

import pickle
from http import HTTPStatus

import pytest

from kg import errors
from kg.errors import KgError
from kg.web.errors import TITLES

ALL = [error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, KgError)]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.KgError, 500),
        (errors.SourceError, 500),
        (errors.LedgerError, 500),
        (errors.OntologyError, 500),
        (errors.RegistryError, 500),
        (errors.CheckError, 500),
        (errors.StoreError, 503),
        (errors.QueryError, 400),
        (errors.ForbiddenQueryError, 403),
        (errors.TooLargeError, 413),
        (errors.UnsupportedMediaError, 415),
        (errors.NotAcceptableError, 406),
        (errors.DeadlineError, 504),
        (errors.LimitError, 422),
        (errors.CapacityError, 503),
        (errors.RateError, 429),
        (errors.CancelledError, 409),
        (errors.ClientGoneError, 400),
        (errors.OwnerError, 401),
        (errors.NotFoundError, 404),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_status(error: type[KgError], status: int) -> None:
    """Each error knows its HTTP status."""
    assert error.status == status


@pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)
def test_titles_can_be_translated(error: type[KgError]) -> None:
    """What pages call an error stands among the messages."""
    assert HTTPStatus(error.status).phrase in TITLES


@pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)
def test_errors_cross_processes(error: type[KgError]) -> None:
    """An error that one process raises is the same error in another, message and all."""
    carried = pickle.loads(pickle.dumps(error("a.txt: expected text, found none", {"line": 1})))

    assert type(carried) is error
    assert str(carried) == "a.txt: expected text, found none"
    assert carried.members == {"line": 1}


@pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)
def test_errors_are_explained(error: type[KgError]) -> None:
    """Each class says in one sentence what it is raised for."""
    assert error.__doc__
    assert error.__doc__.strip().endswith(".")
