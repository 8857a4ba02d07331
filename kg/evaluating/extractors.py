"""What extractors make of articles: the graphs that builds would have."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import build
from kg.build import Order
from kg.evaluating import graph
from kg.evaluating.graph import Graph

RULES = "rules"
UNMEASURED = "model, both: not measured; a model is needed, and nothing here asks one"
_NO_LEDGER = Path(os.devnull)  # what people decided on who is who is no merit of an extractor


@dataclass(frozen=True, slots=True)
class Told:
    """What one extractor made of the articles.

    Attributes:
        name: of the extractor, or of the file that a graph was read from.
        graph: all of it.
    """

    name: str
    graph: Graph


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles to be read.

    Attributes:
        paths: the articles.
        data: folder that holds the builds, and what articles told them.
        base: base of the IRIs.
    """

    paths: tuple[Path, ...]
    data: Path
    base: str

    def told(self) -> Iterator[Told]:
        """Yield what each extractor that can be had makes of them."""
        order = Order(self.paths, self.data, self.base, _NO_LEDGER)
        yield Told(RULES, graph.of(build.content(order).graph))
