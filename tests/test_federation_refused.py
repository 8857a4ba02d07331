"""Who may not be asked sees no connection, wherever in a query or a request an address of theirs stands."""

import json
from collections.abc import Iterator

import elsewhere
import live
import pytest
from elsewhere import Elsewhere


@pytest.fixture(scope="module")
def forbidden() -> Iterator[Elsewhere]:
    """Yield a service that the settings do not name, or not as local."""
    with elsewhere.listening() as running:
        yield running


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, forbidden: Elsewhere) -> Iterator[live.Service]:
    """Yield a service that may ask that one by a name, though it has a local address."""
    data = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(3))
    with live.serve(data, services=f"http://localhost:{forbidden.port}/") as running:
        yield running


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/sparql",
        "http://localhost:{port}/sparql",
        "http://localhost:{port}/",
        "http://me:secret@localhost:{port}/",
        "http://localhost:{port}/../",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "https://localhost:{port}/",
        "file:///etc/passwd",
        "ftp://localhost:{port}/",
    ],
)
@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_others_are_not_asked(service: live.Service, forbidden: Elsewhere, address: str, silent: str) -> None:
    """Who is not named by the settings, or is but lies at a local address, sees no connection."""
    query = f"SELECT * {{ SERVICE {silent}<{address.format(port=forbidden.port)}> {{ ?s ?p ?o }} }}"
    status, _, body = service.ask(query)
    told = json.loads(body)

    assert (status, forbidden.asked) == (403, [])
    assert told["detail"].startswith("line 1, column 12: SERVICE <")
    assert "refused" in told["detail"]


@pytest.mark.parametrize(
    "query",
    [
        "LOAD <http://127.0.0.1:{port}/>",
        "SELECT * FROM <http://localhost:{port}/> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <http://localhost:{port}/> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "INSERT DATA {{ <x:a> <x:b> <x:c> }}",
        "DESCRIBE <http://localhost:{port}/>",
        "SELECT * {{ GRAPH <http://localhost:{port}/> {{ ?s ?p ?o }} }}",
    ],
)
def test_nothing_else_opens_a_connection(service: live.Service, forbidden: Elsewhere, query: str) -> None:
    """An address anywhere else in a query, or in the request, is a name and leads nowhere."""
    service.ask(query.format(port=forbidden.port))
    service.ask("ASK {}", **{"default-graph-uri": f"http://localhost:{forbidden.port}/"})
    service.ask("ASK {}", **{"named-graph-uri": f"http://localhost:{forbidden.port}/"})
    service.ask("ASK {}", update=f"LOAD <http://localhost:{forbidden.port}/>")

    assert forbidden.asked == []
