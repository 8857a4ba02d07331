"""The gate before a build: what every graph promises, or the build fails."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice

from kg.check import claims, passages, shapes, terms
from kg.check.index import Index, read
from kg.errors import CheckError

MOST = 10  # faults that a message lists; there may be thousands with one cause


def run(graph: bytes, texts: Mapping[str, str]) -> None:
    """Check a graph in N-Triples against the texts it cites, by the file names of the articles.

    Raises:
        CheckError: a promise is broken; the message lists the first faults.
    """
    faults = tuple(islice(_faults(read(graph), texts), MOST + 1))
    if faults:
        more = "\n…" if len(faults) > MOST else ""
        raise CheckError("expected a sound graph, found:\n" + "\n".join(faults[:MOST]) + more)


def _faults(index: Index, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong, the cheap checks first."""
    checks: tuple[Callable[[Index], Iterable[str]], ...] = (terms.faults, claims.faults, shapes.faults)
    return chain(passages.faults(index, texts), *(faults(index) for faults in checks))
