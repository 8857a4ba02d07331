"""What users install has all that the code reads: ontology, tables, queries, templates."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

HOME = Path(__file__).parent.parent
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the files in the wheel."""
    place = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(place)], cwd=HOME, capture_output=True, text=True, check=True
    )
    with ZipFile(place / done.stdout.split()[-1]) as wheel:
        return set(wheel.namelist())


def test_code_and_what_it_reads(files: set[str]) -> None:
    """Each file of the house that is no byte code is in the wheel."""
    there = {str(p.relative_to(HOME)) for p in (HOME / "kg").rglob("*") if p.is_file()}

    assert {file for file in there if "__pycache__" not in file} - files == set()


def test_ontology(files: set[str]) -> None:
    """Each file of the ontology is in the wheel, inside the package."""
    there = {f"kg/{p.relative_to(HOME)}" for p in (HOME / "ontology").rglob("*.ttl")}

    assert "kg/ontology/communique.ttl" in there
    assert there - files == set()


def test_nothing_else(files: set[str]) -> None:
    """The wheel holds one package and what tells of it; no tests, no sources."""
    assert {Path(file).parts[0] for file in files} == {"kg", "communique-0.1.0.dist-info"}


def test_command(files: set[str]) -> None:
    """The wheel offers the command `kg`."""
    assert "communique-0.1.0.dist-info/entry_points.txt" in files
