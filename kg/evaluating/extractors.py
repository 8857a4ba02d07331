"""What extractors make of articles: the graphs that builds would have."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import build
from kg.build import Order
from kg.config import Config
from kg.errors import MissingError
from kg.evaluating import graph
from kg.evaluating.graph import Graph

RULES, MODEL = "rules", "model"
_NO_LEDGER = Path(os.devnull)  # what people decided on who is who is no merit of an extractor


@dataclass(frozen=True, slots=True)
class Told:
    """What one extractor made of articles.

    Attributes:
        name: of the extractor, or of the file that a graph was read from.
        graph: all of it.
        model: what a manifest tells of a language model that read; None where none did.
    """

    name: str
    graph: Graph
    model: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles to be read.

    Attributes:
        paths: the articles.
        settings: name the folder of what was read and answered before, and the model.
    """

    paths: tuple[Path, ...]
    settings: Config

    def told(self, name: str) -> Told:
        """Return what an extractor makes of them.

        Raises:
            MissingError: a language model is to read, and no build asks one.
            KgError: an article cannot be read.
        """
        if name != RULES:
            raise MissingError(f"{name}: expected a build that asks a language model, found none")
        order = Order(self.paths, Path(self.settings.data), self.settings.base, _NO_LEDGER)
        made = build.content(order)
        return Told(name, graph.of(made.graph), json.loads(made.manifest).get("model"))

    def all(self) -> Iterator[Told | str]:
        """Yield what each extractor makes of them; in place of one that cannot be had, why."""
        yield self.told(RULES)
        yield "model, both: not measured; they need a language model, and no build asks one"
