"""Gold files: what articles tell as people annotated it, one JSON file for each article, named as it is."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from kg.errors import GoldError
from kg.evaluating.annotations import Gold
from kg.evaluating.faults import faults
from kg.evaluating.finds import Finds
from kg.evaluating.sentences import Sentences

SUFFIX = ".json"
MOST = 20  # faults of a file that are told at once: a screen


def files(path: Path) -> tuple[Path, ...]:
    """Return the gold files of a folder, sorted by name; or the one that is named.

    Raises:
        GoldError: there is none.
    """
    found = tuple(sorted(path.glob(f"*{SUFFIX}"))) if path.is_dir() else (path,) if path.exists() else ()
    if not found:
        raise GoldError(f"{path}: expected gold files ({SUFFIX}), found none")
    return found


def read(path: Path, sentences: Sentences) -> Finds:
    """Return what a gold file tells of a text.

    Raises:
        GoldError: it cannot be read or is broken; the message names the file and each field that is wrong.
    """
    try:
        gold = Gold.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: expected a file that can be read, found: {error.strerror}") from error
    except ValidationError as error:
        raise _error(path, [f"{_field(one['loc'])}: {one['msg']}" for one in error.errors()]) from error
    if found := list(faults(gold, sentences.text)):
        raise _error(path, found)
    return gold.finds(sentences)


def _error(path: Path, found: Sequence[str]) -> GoldError:
    more = [f"… and {len(found) - MOST} more"] if len(found) > MOST else []
    return GoldError("\n".join(f"{path}: {fault}" for fault in (*found[:MOST], *more)))


def _field(place: tuple[int | str, ...]) -> str:
    """Return the place of a value as people write it ("events[3].status")."""
    parts = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return parts.removeprefix(".") or "file"
