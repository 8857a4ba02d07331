"""The texts of a build's articles, as kept: every offset of the graph counts on them.

They lie beside the store as `articles/<file>.txt`, one for each `dip:file`; and as `articles/<file>.tsv` what
became of each sentence: first code point, the one after the last, and `found`, `nothing`, or why it was left
unread.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

FOLDER = "articles"
FOUND, NOTHING = "found", "nothing"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, and what became of it.

    Attributes:
        start: first code point in the article's text.
        end: the code point after its last.
        told: `FOUND` where an event, statement, agreement or office rests on it, `NOTHING` where it was read
            and none does, else why it was left unread ("byline").
    """

    start: int
    end: int
    told: str


def keep(folder: Path, file: str, text: str) -> None:
    """Write the text of an article into the folder of a build."""
    path = _path(folder, file, "txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    # As bytes: no ending of a line may change on its way, for offsets count them.
    path.write_bytes(text.encode())


def keep_sentences(folder: Path, file: str, sentences: Iterable[Sentence]) -> None:
    """Write what became of each sentence of an article into the folder of a build."""
    path = _path(folder, file, "tsv")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{s.start}\t{s.end}\t{s.told}\n" for s in sentences), encoding="utf-8")


def read(folder: Path, file: str) -> str | None:
    """Return the text of an article from the folder of a build; None where the build keeps none.

    Raises:
        StoreError: the text is there but cannot be read, or the file's name leads elsewhere.
    """
    path = _path(folder, file, "txt")
    return _read(path) if path.is_file() else None


def sentences(folder: Path, file: str) -> tuple[Sentence, ...]:
    """Return what became of each sentence of an article, in order; nothing where the build does not tell.

    Raises:
        StoreError: it is told but cannot be read, or the file's name leads elsewhere.
    """
    path = _path(folder, file, "tsv")
    rows = (line.split("\t") for line in _read(path).splitlines()) if path.is_file() else ()
    try:
        return tuple(Sentence(int(start), int(end), told) for start, end, told in rows)
    except ValueError as error:
        raise StoreError(f"{path.name}: expected sentences, three columns each, found: {error}") from error


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path.name}: expected the text of an article in UTF-8, found: {error}") from error


def _path(folder: Path, file: str, suffix: str) -> Path:
    if Path(file).name != file or file in ("", ".."):
        raise StoreError(f"expected the name of a file, found {file!r}")
    return folder / FOLDER / f"{file}.{suffix}"
