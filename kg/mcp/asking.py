"""The queries of tools, asked under the limits that the service sets for everybody's."""

import json
import secrets
from dataclasses import dataclass

from kg.config import Config
from kg.errors import QueryError
from kg.store.builds import Build
from kg.store.running import Asker
from kg.web import bounds, service
from kg.web.protocol import Asked
from kg.web.questions import Questions
from kg.web.service import Graph

Row = dict[str, str | None]  # IRIs and words by the name of the variable; None where it is not bound


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows of a result.

    Attributes:
        columns: names of the variables, in their order.
        rows: what each found.
        more: whether there are more.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: bool


class Asking:
    """The build in service, and the processes that ask it."""

    def __init__(self, config: Config) -> None:
        """Make it; processes start with the first query."""
        self._service = service.made(config)
        self._bounds = bounds.of(config)
        self._questions = Questions(self._service, lambda: Asker(secrets.token_hex(8)))

    def graph(self) -> Graph:
        """Return the build that is in service now.

        Raises:
            StoreError: there is none.
        """
        return self._service.graph()

    def rows(self, query: str, build: Build, most: int) -> Rows:
        """Return the first rows of a SELECT, at most so many.

        Raises:
            KgError: it may not be asked, is wrong, or comes to a limit.
        """
        asked = Asked(query, (), (), None)
        vetted = self._questions.vet(asked, build)
        if vetted.form != "SELECT":
            raise QueryError(f"expected a SELECT, found {vetted.form}")
        question = self._questions.question(asked, vetted, self._bounds, build)
        told = json.loads(self._questions.page(question, build, most))
        names = tuple(told["columns"])
        rows = tuple(
            {name: term and term[1] for name, term in zip(names, row, strict=True)} for row in told["rows"]
        )
        return Rows(names, rows, told["more"])

    def close(self) -> None:
        """End the processes."""
        self._service.pool.close()
