"""The researchers' questions, asked of the sources and of a third article for another publisher."""

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import build, readers
from kg.build import Order

HOME = Path(__file__).parent
SOURCES = HOME.parent / "sources"
BASE = "https://w3id.org/communique/"
QUERIES = sorted((HOME.parent / "kg" / "web" / "examples").glob("*.rq"))
EXPECTED = sorted((HOME / "queries").glob("*.tsv"))


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """Return the order to build the sources and the third article."""
    place = tmp_path_factory.mktemp("queries")
    ledger = place / readers.LEDGER
    if (SOURCES / readers.LEDGER).exists():
        shutil.copy(SOURCES / readers.LEDGER, ledger)  # the rows of the third article are not for the sources
    return Order((SOURCES, HOME / "articles"), place / "data", BASE, ledger, jobs=1)


@pytest.fixture(scope="module")
def built(order: Order) -> Path:
    """Return the build, made as `kg build` makes it."""
    return build.run(order)


@pytest.fixture(scope="module")
def store(built: Path) -> ox.Store:
    """Return the graph of the build."""
    found = ox.Store()
    found.bulk_load(path=built / "graph.nt", format=ox.RdfFormat.N_TRIPLES)
    return found


def rows(store: ox.Store, path: Path) -> list[str]:
    """Return the rows of a query as the tables of expected rows have them: short IRIs, tabs between."""
    found = store.query(path.read_text(), base_iri=BASE)
    assert isinstance(found, ox.QuerySolutions)
    head = "\t".join(v.value for v in found.variables)
    return [head, *("\t".join(_cell(value) for value in row) for row in found)]


def _cell(value: ox.NamedNode | ox.Literal | None) -> str:
    if value is None:
        return ""
    return value.value.removeprefix(f"{BASE}ontology#").removeprefix(BASE)


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_answer(store: ox.Store, path: Path) -> None:
    """A question has the rows that its table has, in their order."""
    query = HOME.parent / "kg" / "web" / "examples" / f"{path.stem}.rq"

    assert rows(store, query) == path.read_text().splitlines()


def test_every_table_has_a_question() -> None:
    """A table of expected rows belongs to a query."""
    assert {p.stem for p in EXPECTED} - {p.stem for p in QUERIES} == set()


def test_building_again_changes_nothing(order: Order, built: Path) -> None:
    """With the rows that the first build appended to the ledger a second one is the same, byte for byte."""
    before = order.ledger.read_text() if order.ledger else ""

    assert build.run(order) == built
    assert order.ledger
    assert order.ledger.read_text() == before
