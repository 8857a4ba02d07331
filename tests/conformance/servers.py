"""A server under test: how it is given data, and how it is asked."""

import http.client
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from conformance.suites import Data, File


class Reply(NamedTuple):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A server on this machine.

    Attributes:
        port: where it listens.
        load: gives it the data of a test, in place of all that it had.
        query: path that queries are sent to.
        update: path that updates are sent to.
    """

    port: int
    load: Callable[[Data], None]
    query: str = "/sparql"
    update: str = "/sparql"

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        parameters: tuple[tuple[str, str], ...] = (),
    ) -> Reply:
        """Return the answer to a request; one that hangs is an error after a minute."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            full = f"{path}?{urlencode(parameters)}" if parameters else path
            connection.request(method, full, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@dataclass(frozen=True, slots=True)
class Builds:
    """Builds below the data folder of a service, one for each data set; one of them is the current one."""

    folder: Path
    _made: dict[Data, Path] = field(default_factory=dict)

    def load(self, data: Data) -> None:
        """Let a build of the data be the current one."""
        if data not in self._made:
            self._made[data] = self._make(data)
        link = self.folder / "next"
        link.symlink_to(self._made[data])
        link.rename(self.folder / "current")

    def _make(self, data: Data) -> Path:
        place = self.folder / "builds" / sha256(repr(data).encode()).hexdigest()[:16]
        place.mkdir(parents=True)
        store = Store(str(place / "store"))
        store.extend(quads(data))
        for file in data.named:
            store.add_graph(NamedNode(file.iri))  # also one without triples is a graph
        store.flush()
        return place


def quads(data: Data) -> list[Quad]:
    """Return the data of a test."""
    found = [quad for file in data.default for quad in _read(file)]
    for file in data.named:
        graph = NamedNode(file.iri)
        found += [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in _read(file)]
    return found


def _read(file: File) -> list[Quad]:
    form = RdfFormat.from_extension(file.path.suffix[1:]) or RdfFormat.TURTLE
    # Two files of one test may use the same name for two nodes.
    return list(parse(path=str(file.path), format=form, base_iri=file.iri, rename_blank_nodes=True))
