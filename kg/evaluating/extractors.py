"""What extractors make of articles: the graphs that builds would have."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import build
from kg.build import Order, modelled
from kg.build.modelled import EXTRACTORS, RULES
from kg.config import Config
from kg.errors import UnansweredError
from kg.evaluating import graph
from kg.evaluating.graph import Graph

MODEL = "model"
_NO_LEDGER = Path(os.devnull)  # what people decided on who is who is no merit of an extractor
_NEEDED = "KG_MODEL names a model, and KG_MODEL_URL its server"


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
            UnansweredError: a language model that is to read has not answered on all, and does not.
            KgError: no model is named, or an article cannot be read.
        """
        to = Path(self.settings.data)
        reader = modelled.reader(name, self.settings, to, is_exacting=False)
        order = Order(self.paths, to, self.settings.base, _NO_LEDGER, reader=reader)
        made = build.content(order)
        return Told(name, graph.of(made.graph), json.loads(made.manifest).get("model"))

    def all(self) -> Iterator[Told | str]:
        """Yield what each extractor makes of them; in place of one that cannot be had, why.

        Raises:
            KgError: an article cannot be read, or a server of a model that is named does not answer.
        """
        for name in EXTRACTORS:
            if name != RULES and not self.settings.model:
                yield f"{name}: not measured; it needs a language model: {_NEEDED}"
                continue
            try:
                yield self.told(name)
            except UnansweredError as error:
                if self.settings.model_url:
                    raise
                yield f"{name}: not measured; {error}"
