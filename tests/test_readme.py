"""What the README says is so: commands run, queries have the answers shown, links lead somewhere."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import live
import pytest

from kg import readers
from kg.config import read as settings
from kg.vocab import ONTOLOGY

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text()
BASE = settings({}).base


@dataclass(frozen=True)
class Example:
    """A query of the tour and the answer below it, each row a tuple of cells."""

    query: str
    answer: tuple[tuple[str, ...], ...]


def blocks(language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def examples() -> list[Example]:
    """Return the queries with the tables that follow them, header first."""
    found = re.findall(r"^```sparql\n(.*?)^```\n\n((?:\|[^\n]*\n)+)", README, re.MULTILINE | re.DOTALL)
    return [Example(query, tuple(_cells(row) for row in _rows(table))) for query, table in found]


def _rows(table: str) -> list[str]:
    header, _, *rows = table.splitlines()
    return [header, *rows]


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip("|").split("|"))


@pytest.fixture(scope="module")
def service(data: Path) -> Iterator[live.Service]:
    """Yield the service on the project's own articles."""
    with live.serve(data) as running:
        yield running


def shown(term: dict[str, str] | None) -> str:
    """Return a term as the tables show it: IRIs by their path below the base, our terms with prefix."""
    value = term["value"] if term else ""
    return value.replace(str(ONTOLOGY), "dip:").removeprefix(BASE)


def test_the_queries() -> None:
    """The tour shows five queries, searching one more, the metadata one, each with its answer."""
    assert len(examples()) == len(blocks("sparql")) == 7


@pytest.mark.parametrize("number", range(7))
def test_query_has_its_answer(number: int, service: live.Service) -> None:
    """A query of the README, asked of the service as it stands, has the answer that is shown below it."""
    example = examples()[number]
    found = json.loads(service.ask(example.query, format="json")[2])
    columns = tuple(found["head"]["vars"])
    rows = [tuple(shown(row.get(column)) for column in columns) for row in found["results"]["bindings"]]

    assert [columns, *rows] == list(example.answer)


def test_commands() -> None:
    """The commands are these three: the first is run by `fresh.sh`, the second runs this, the third below."""
    first, second, third = blocks("sh")

    assert first.rstrip().endswith(".venv/bin/pip install . && .venv/bin/kg serve")
    assert second == "bash tests/check.sh\n"
    assert third == ".venv/bin/kg build\n"
    assert [line.count("\n") for line in blocks("sh")] == [1, 1, 1]
    assert "exec bash tests/check.sh" in (HOME / ".ci" / "run").read_text()
    assert "bash tests/fresh.sh" in (HOME / "tests" / "check.sh").read_text()


def test_adding_an_article(sources: Path, tmp_path: Path) -> None:
    """An article that is added as the README says, with its description, is in the next build."""
    shutil.copytree(sources, tmp_path / "sources")
    (tmp_path / "sources" / "envoys.txt").write_text("The envoys of Japan and Kenya met on Monday.\n")
    (tmp_path / "sources" / "envoys.toml").write_text(blocks("toml")[0])
    subprocess.run([sys.executable, "-m", "kg", "build"], cwd=tmp_path, check=True, capture_output=True)
    graph = (tmp_path / "data" / "current" / "graph.nt").read_text()

    assert f'<{BASE}article/envoys> <http://purl.org/dc/terms/title> "Envoys meet in Strelsau"' in graph


def test_description_has_every_field(tmp_path: Path) -> None:
    """The example of a description shows every field there is."""
    (tmp_path / "envoys.txt").write_text("The envoys met.")
    (tmp_path / "envoys.toml").write_text(blocks("toml")[0])
    known = {origin.field for origin in readers.read(tmp_path / "envoys.txt").origins}

    assert known == {"title", "url", "publisher", "author", "published", "language", "licence"}


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?://)([^)]+)\)", README))
def test_link(link: str) -> None:
    """A link within the project leads to a file of it."""
    assert (HOME / link).is_file()
