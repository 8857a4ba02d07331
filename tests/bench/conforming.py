"""Count how many of the W3C's tests of SPARQL pass here, on Oxigraph's own server and on rdflib-endpoint.

`python tests/bench/conforming.py` runs all three, one after the other, and prints a table. It needs the
suites (`tests/conformance/fetch.py`) and `pip install --group bench`.
"""

import logging
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import live
import starting
from conformance import runner, suites
from conformance.servers import Builds, Server, quads
from conformance.suites import Data
from rdflib.plugins.parsers.notation3 import BadSyntax

# What cannot be judged by one request alone: an update's effect, the answer of several services.
OURS_ALONE = {"update", "federated query"}
_RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from fastapi import Request
from rdflib_endpoint import SparqlEndpoint
data = Dataset()
app = SparqlEndpoint(graph=data, enable_update=True, public_url=f"http://127.0.0.1:{sys.argv[1]}/")
@app.put("/data")
async def load(request: Request):
    for graph in list(data.graphs()):
        data.remove_graph(graph)
    data.parse(data=(await request.body()).decode(), format="nquads")
uvicorn.run(app, port=int(sys.argv[1]), log_level="critical")
"""


@contextmanager
def ours() -> Iterator[Server]:
    """Yield this project's service."""
    with tempfile.TemporaryDirectory() as folder:
        builds = Builds(Path(folder))
        builds.load(Data())
        with live.serve(builds.folder, query_places="1") as service:
            yield Server(service.port, builds.load)


@contextmanager
def oxigraph() -> Iterator[Server]:
    """Yield Oxigraph's own server."""
    port = starting.free()
    with starting.running(port, "oxigraph", "serve", "--bind", f"127.0.0.1:{port}"):
        yield Server(port, _loader(port, "/store"), "/query", "/update")


@contextmanager
def rdflib_endpoint() -> Iterator[Server]:
    """Yield rdflib-endpoint, with a path more that it is given its data at."""
    port = starting.free()
    with starting.running(port, sys.executable, "-c", _RDFLIB, str(port)):
        yield Server(port, _loader(port, "/data"), "/", "/")


SERVERS: dict[str, Callable[[], object]] = {
    "communique": ours,
    "oxigraph serve": oxigraph,
    "rdflib-endpoint": rdflib_endpoint,
}


def main() -> None:
    """Run the tests on each server, and print how many pass."""
    logging.disable(logging.CRITICAL)  # rdflib tells of each literal that is none, in two ways
    warnings.simplefilter("ignore", UserWarning)
    found = {name: dict(_counts(make, is_ours=make is ours)) for name, make in SERVERS.items()}
    print("| part | tests | " + " | ".join(found) + " | refused here by design |")
    print("|---|" + "---|" * (len(found) + 2))
    for part, mine in found["communique"].items():
        passed = [str(counts[part][runner.PASSED]) if part in counts else "–" for counts in found.values()]
        print(f"| {part} | {mine.total()} | {' | '.join(passed)} | {mine[runner.REFUSED]} |")


def _counts(make: Callable[[], object], *, is_ours: bool) -> Iterator[tuple[str, Counter[str]]]:
    with make() as server:
        for part, folders in suites.FOLDERS.items():
            if is_ours or part not in OURS_ALONE:
                cases = sorted(
                    (case for f in folders for case in suites.cases(f)), key=lambda c: repr(c.data)
                )
                yield part, Counter(_state(case, server) for case in cases)


def _state(case: suites.Case, server: Server) -> str:
    try:
        return runner.run(case, server).state
    except (OSError, BadSyntax, ValueError, KeyError):  # no answer, or none that can be read
        return runner.FAILED


def _loader(port: int, path: str) -> Callable[[Data], None]:
    def load(data: Data) -> None:
        # An empty graph has no line of its own: these servers know only of those with triples.
        lines = "".join(f"{quad} .\n" for quad in quads(data))
        reply = Server(port, load).send("PUT", path, lines.encode(), {"Content-Type": "application/n-quads"})
        if reply.status >= 300:
            raise OSError(f"{path}: expected the data to be taken, found {reply.status} {reply.body!r}")

    return load


if __name__ == "__main__":
    main()
