"""Bring the W3C's test suites onto this machine: they lie in the source distribution of rdflib.

`python tests/conformance/fetch.py` does so once; it asks the package index through pip, as an installation
does.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

SOURCE = "rdflib==7.6.0"
PLACE = Path(sys.prefix) / "share" / "w3c-suites" / SOURCE.partition("==")[2]
_WITHIN = "test/data/suites/w3c/"


def main() -> None:
    """Fetch the suites, where they are not there yet."""
    if PLACE.is_dir():
        return
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE.parent) as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "rdflib"]
        told = subprocess.run(
            [*command, "--dest", folder, SOURCE], capture_output=True, text=True, check=False
        )
        archive = next(Path(folder).glob("*.tar.gz"), None)
        if archive is None:
            expected = "expected its source distribution, which holds the W3C's tests"
            sys.exit(f"{SOURCE}: {expected}, found none: {told.stderr}")
        _unpack(archive, Path(folder) / "suites").rename(PLACE)


def _unpack(archive: Path, to: Path) -> Path:
    with tarfile.open(archive) as file:
        for member in file:
            _, _, path = member.name.partition(_WITHIN)
            if path:
                file.extract(member.replace(name=path), to, filter="data")
    return to


if __name__ == "__main__":
    main()
