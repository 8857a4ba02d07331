"""Other data sets lie in the store of a build as graphs of their own, and ours stays as it was."""

import json
from pathlib import Path

import coded
import live
import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode

from kg import build
from kg.build import Order, compared
from kg.cli import main
from kg.errors import ImportedError
from kg.store.builds import Build, Store

GDELT = NamedNode(f"{live.BASE}graphs/gdelt")
MET = coded.gdelt(11, "20250423", "CHN-AZE", "042", 'https://post.example/"a"\\b')
OURS = f"<{live.BASE}meeting/m> <{live.BASE}ontology#dyad> <{live.BASE}dyad/AZE/CHN> .\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with a build of one triple."""
    place = live.build(tmp_path / "data", OURS)
    (place / "metadata.nq").write_text("")
    (place / "manifest.json").write_text('{"graph": "abc"}')
    return tmp_path / "data"


def file(data: Path, *lines: str) -> Path:
    """Return a file with lines, beside a data folder."""
    path = data.parent / "events.csv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def bring(data: Path, *lines: str, name: str = "gdelt", form: str = "gdelt") -> compared.Brought:
    """Import lines."""
    return compared.bring(compared.Order((file(data, *lines),), form, name, data, live.BASE))


def current(data: Path) -> Build:
    """Return the build in service."""
    return Store(data, live.BASE).current()


def triples(data: Path, name: str = "gdelt") -> list[str]:
    """Return the triples of a graph of the build in service, without what all have, sorted."""
    found = map(str, current(data).triples(f"{live.BASE}graphs/{name}"))
    return sorted(each.replace(live.BASE, "").replace("ontology#", "") for each in found)


def test_events_are_a_graph_of_their_own(data: Path) -> None:
    """An event has its code, day, states, dyad and address there; the default graph has none of it."""
    brought = bring(data, MET)

    assert triples(data) == [
        '<graphs/gdelt#11> <code> "CAMEO:042"',
        "<graphs/gdelt#11> <dyad> <dyad/AZE/CHN>",
        '<graphs/gdelt#11> <earliest> "2025-04-23"^^<http://www.w3.org/2001/XMLSchema#date>',
        '<graphs/gdelt#11> <sourceIso3> "CHN"',
        '<graphs/gdelt#11> <targetIso3> "AZE"',
        '<graphs/gdelt#11> <url> "https://post.example/\\"a\\"\\\\b"',
    ]
    assert [str(t.subject) for t in current(data).matching(None, None, None)] == [f"<{live.BASE}meeting/m>"]
    assert (brought.told["events"], brought.told["dyadic"], brought.told["aside"]) == (1, 1, 0)


def test_what_was_imported_stands_in_a_new_build(data: Path) -> None:
    """The former build stays as it was; the new one says of what files the data set was made."""
    before = current(data)
    brought = bring(data, MET)
    after = current(data)
    told = after.manifest["compared"]["gdelt"]

    assert (brought.build, after.hash != before.hash) == (after.folder, True)
    assert (before.graphs, after.graphs) == ((), (GDELT.value,))
    assert (after.folder / "graph.nt").read_text() == OURS
    assert (told["scheme"], told["first"], told["last"]) == ("CAMEO", "2025-04-23", "2025-04-23")
    assert [each["file"] for each in told["files"]] == ["events.csv"]
    assert after.manifest["graph"] == "abc"


def test_same_file_gives_the_same_build(data: Path) -> None:
    """What is imported twice makes no second build."""
    first, second = bring(data, MET), bring(data, MET)

    assert first.build == second.build


def test_lines_that_are_set_aside_are_listed(data: Path) -> None:
    """Each stands with its file, its number and the reason; all others are imported."""
    brought = bring(data, "short\tline", MET, coded.gdelt(12, "20250431", "CHN-AZE", "042"))

    assert brought.told["aside"] == 2
    assert brought.aside.read_text().splitlines() == [
        "file\tline\treason",
        "events.csv\t1\texpected 61 columns with tabs between, found 2",
        "events.csv\t3\tSQLDATE: expected a day as YYYYMMDD, found '20250431'",
    ]


def test_file_without_anything_is_refused(data: Path) -> None:
    """Files of another format are not taken for empty ones; what was there stays."""
    bring(data, MET)
    before = current(data).hash
    with pytest.raises(ImportedError, match=r"events.csv: expected lines of GDELT .* line 1: expected 61"):
        bring(data, "a\tb")
    with pytest.raises(ImportedError, match="no line at all"):
        bring(data)

    assert current(data).hash == before


def test_file_without_a_column_is_named(data: Path) -> None:
    """Of a file whose columns have names, the first line that lacks one is told with the file's name."""
    with pytest.raises(ImportedError, match=r"^events\.csv, line 1: expected the columns .* 'Event ID'$"):
        bring(data, "a\tb", form="icews")


@pytest.mark.parametrize("name", ["../up", "", "a b", "metadata", "é"])
def test_names_are_parts_of_an_address(data: Path, name: str) -> None:
    """A name that would lead elsewhere, or is taken, is refused."""
    with pytest.raises(ImportedError, match="name: expected letters, digits and hyphens"):
        bring(data, MET, name=name)


def test_data_sets_stand_beside_each_other(data: Path) -> None:
    """A second one leaves the first; importing one anew takes the place of what had its name."""
    head = "\t".join(coded.ICEWS)
    bring(data, MET)
    bring(data, head, coded.icews(5, "2025-04-23", "China-Azerbaijan", "043"), form="icews", name="icews")
    bring(data, coded.gdelt(13, "20250424", "CHN-", "010", ""))

    assert current(data).graphs == (GDELT.value, f"{live.BASE}graphs/icews")
    assert sorted(current(data).manifest["compared"]) == ["gdelt", "icews"]
    assert len(triples(data, "icews")) == 7
    assert [line.partition("> ")[0] for line in triples(data)] == ["<graphs/gdelt#13"] * 3
    assert {path.name for path in (data / "compared").iterdir()} >= {"current"}
    assert len(list((data / "compared").iterdir())) == 2


def test_later_builds_have_it_too(order: Order) -> None:
    """What was imported before the first build, or between two, lies in those that follow."""
    path = order.to.parent / "events.csv"
    path.write_text(MET + "\n", encoding="utf-8")
    brought = compared.bring(compared.Order((path,), "gdelt", "gdelt", order.to, order.base))
    place = build.run(order)
    manifest = json.loads((place / "manifest.json").read_text())

    assert brought.build is None
    assert list(manifest["compared"]) == ["gdelt"]
    assert Build(place, order.base).graphs == (GDELT.value, f"{live.BASE}graphs/metadata")
    assert build.run(order) == place


def test_the_command_tells_what_it_did(data: Path) -> None:
    """It counts events, those between two states and lines set aside, and names the graph and the build."""
    words = ["compare", "import", str(file(data, MET, "odd")), "--format", "gdelt", "--to", str(data)]
    done = CliRunner().invoke(main, words)

    assert done.exit_code == 0
    first, second, third, fourth = done.output.splitlines()
    assert first == (
        "GDELT 2.0 Event Database: 1 events, 1 between two states, 1 days from 2025-04-23 to 2025-04-23"
    )
    assert second.startswith("1 lines set aside: ")
    assert third == f"graph <{live.BASE}graphs/gdelt>"
    assert fourth == str(current(data).folder)


def test_file_that_is_not_there(data: Path) -> None:
    """It is named, in one line."""
    words = ["compare", "import", "none.csv", "--format", "gdelt", "--to", str(data)]
    done = CliRunner().invoke(main, words)

    assert done.output == "Error: none.csv: expected a file, found none\n"
