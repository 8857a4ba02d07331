"""The W3C's tests of SPARQL over the running service; what does not pass is listed, with its reason."""

import csv
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import live
import pytest
from conformance import answers, runner, suites
from conformance.fetch import PLACE
from conformance.servers import Builds, Server
from conformance.suites import Data
from rdflib import BNode, Literal

pytestmark = pytest.mark.skipif(
    not PLACE.is_dir(),
    reason="expected the tests of the W3C, found none: python tests/conformance/fetch.py brings them",
)
LIST = Path(__file__).parent / "conformance" / "expected.tsv"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Yield the service, whose current build holds the data of one test after the other."""
    builds = Builds(tmp_path_factory.mktemp("data"))
    builds.load(Data())
    # One process for queries: a spare one would be started for each build, and hardly ever asked.
    with live.serve(builds.folder, query_places="1") as service:
        yield Server(service.port, builds.load)


def listed() -> list[tuple[str, str]]:
    """Return the tests that are not expected to pass, as patterns, and how each ends."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return [(row["test"], row["state"]) for row in csv.DictReader(file, dialect="excel-tab")]


def expected(case: suites.Case) -> str:
    """Return how a test is expected to end."""
    if case.kind.startswith("Negative"):  # wrong updates are to be refused, and are
        return next((state for name, state in listed() if name == case.name), runner.PASSED)
    return next((state for name, state in listed() if fnmatchcase(case.name, name)), runner.PASSED)


@pytest.mark.parametrize("folder", [folder for part in suites.FOLDERS.values() for folder in part])
def test_folder(server: Server, folder: str) -> None:
    """Each test of a folder ends as expected: what is not listed passes, and what is listed does not."""
    by_data = sorted(suites.cases(folder), key=lambda case: repr(case.data))
    verdicts = [(case, runner.run(case, server)) for case in by_data]
    surprises = {case.name: verdict for case, verdict in verdicts if verdict.state != expected(case)}

    assert surprises == {}


# The reader of JSON-LD makes a graph of a class that rdflib will drop.
@pytest.mark.filterwarnings(
    "ignore:.*(ConjunctiveGraph|default_context|Dataset.identifier):DeprecationWarning"
)
@pytest.mark.parametrize(
    ("folder", "forms"),
    [
        ("sparql11/functions", 2),
        ("sparql11/csv-tsv-res", 2),
        ("dawg-data-r2/i18n", 2),
        ("sparql11/construct", 4),
    ],
)
def test_forms(server: Server, folder: str, forms: int) -> None:
    """A result says the same in every form: rows in two, graphs in four."""
    cases = [case for case in suites.cases(folder) if case.result is not None]
    found = {case.name: runner.results(case, server) for case in cases}
    others = {name: r for name, r in found.items() if len(r) != forms and not all(e is r[0] for e in r)}
    differing = [name for name, r in found.items() if not all(answers.same(r[0], each) for each in r)]

    assert (others, differing) == ({}, [])


def test_the_list() -> None:
    """Each pattern of the list fits a test."""
    names = [case.name for part in suites.FOLDERS.values() for f in part for case in suites.cases(f)]
    idle = [pattern for pattern, _ in listed() if not any(fnmatchcase(name, pattern) for name in names)]

    assert idle == []


@pytest.mark.parametrize(
    ("query", "is_ordered"),
    [
        ("SELECT * {} ORDER BY ?x", True),
        ("SELECT * {}\norder\nby ?x LIMIT 1", True),
        ("SELECT * { { SELECT * {} ORDER BY ?x } }", False),
        ("SELECT * {}", False),
    ],
)
def test_order(query: str, is_ordered: bool) -> None:
    """The rows of a query are ordered where the query itself says so, not a part of it."""
    assert answers.is_ordered(query) == is_ordered


def table(*values: str) -> answers.Table:
    """Return a table of one column of blank nodes and words."""
    nodes = {value: BNode() for value in values}
    rows = tuple({"x": nodes[v] if v.startswith("_") else Literal(v)} for v in values)
    return answers.Table(frozenset({"x"}), rows)


@pytest.mark.parametrize(
    ("one", "other", "ordered", "lax", "same"),
    [
        pytest.param(("a", "b"), ("b", "a"), False, False, True, id="another order"),
        pytest.param(("a", "b"), ("b", "a"), True, False, False, id="another order where it counts"),
        pytest.param(("a", "a"), ("a",), False, False, False, id="a row twice"),
        pytest.param(("a", "a"), ("a",), False, True, True, id="a row twice where that may be"),
        pytest.param(("_1", "_2"), ("_2", "_1"), False, False, True, id="other names of blank nodes"),
        pytest.param(("_1", "_1"), ("_1", "_2"), False, False, False, id="one blank node and two"),
        pytest.param(("a",), ("a", "b"), False, False, False, id="a row more"),
    ],
)
def test_tables(one: tuple[str, ...], other: tuple[str, ...], ordered: bool, lax: bool, same: bool) -> None:
    """Tables are the same with the same rows as often, whatever their blank nodes are called."""
    assert answers.same(table(*one), table(*other), ordered=ordered, lax=lax) == same


def number(kind: str, value: str) -> answers.Answer:
    """Return a result of one literal, as it is read from TSV."""
    typed = f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'
    return answers.read(f"?x\n{typed}\n".encode(), "text/tab-separated-values", "")


def test_forms_of_numbers() -> None:
    """Numbers are the same by their value and type, whatever the form; text is so only as it stands."""
    assert answers.same(number("decimal", "1.0"), number("decimal", "1"))
    assert answers.same(number("double", "1.0E6"), number("double", "1000000"))
    assert not answers.same(number("decimal", "1"), number("integer", "1"))
    assert not answers.same(number("string", "1.0"), number("string", "1"))
