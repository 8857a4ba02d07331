"""The texts of a build's articles, as kept: every offset of the graph counts on them.

They lie beside the store as `articles/<file>.txt`, one for each `dip:file`.
"""

from pathlib import Path

from kg.errors import StoreError

FOLDER = "articles"


def keep(folder: Path, file: str, text: str) -> None:
    """Write the text of an article into the folder of a build."""
    path = _path(folder, file)
    path.parent.mkdir(parents=True, exist_ok=True)
    # As bytes: no ending of a line may change on its way, for offsets count them.
    path.write_bytes(text.encode())


def read(folder: Path, file: str) -> str | None:
    """Return the text of an article from the folder of a build; None where the build keeps none.

    Raises:
        StoreError: the text is there but cannot be read, or the file's name leads elsewhere.
    """
    path = _path(folder, file)
    if not path.is_file():
        return None
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path.name}: expected the text of an article in UTF-8, found: {error}") from error


def _path(folder: Path, file: str) -> Path:
    if Path(file).name != file or file in ("", ".."):
        raise StoreError(f"expected the name of a file, found {file!r}")
    return folder / FOLDER / f"{file}.txt"
