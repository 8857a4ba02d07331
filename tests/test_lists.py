"""What pages list is picked when the build is made, and reads as the queries tell it."""

from pathlib import Path

import live
import pytest
from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.store import lists, loading, queries
from kg.store.builds import Build
from kg.store.lists import Run
from kg.web import catalogue

BASE = live.BASE
DIP = f"{BASE}ontology#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
QUERY = """# title: People
# One row for each person of the state.
PREFIX dip: <https://w3id.org/communique/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?entity ?fact ?factLabel
WHERE {
  {
    SELECT ?entity ?fact (COALESCE(STR(MIN(?name)), "none") AS ?least)
    WHERE {
      ?fact dip:country ?entity .
      ?fact rdfs:label ?name .
    }
    GROUP BY ?entity ?fact
    ORDER BY DESC(?least) ?fact
    LIMIT 3
  }
  ?fact rdfs:label ?factLabel .
}
ORDER BY DESC(?factLabel) ?fact
"""
SOURCES = tuple(source for folder in catalogue.read().folders.values() for source in folder if source.pick)


@pytest.fixture
def picked(tmp_path: Path) -> lists.Pick:
    """Return what the query above picks by."""
    (tmp_path / "people.rq").write_text(QUERY)
    found = lists.pick(queries.read(tmp_path / "people.rq"))
    assert found is not None
    return found


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a build of five persons of one state."""
    lines = (
        f'<{BASE}person/{n}> <{DIP}country> <{BASE}state/s> .\n<{BASE}person/{n}> <{LABEL}> "P{n}" .\n'
        for n in range(5)
    )
    return Build(live.build(tmp_path / "data", "".join(lines)), BASE)


def test_pick_is_read_from_its_query(picked: lists.Pick) -> None:
    """Its columns but for the thing, its order, and how many it picks."""
    assert picked.columns == ("fact", "least")
    assert picked.keys == (("least", True), ("fact", False))
    assert picked.limit == 3
    assert "LIMIT" not in picked.whole.text


def test_query_without_a_pick_has_none(tmp_path: Path) -> None:
    """A query that picks nothing first is asked as it is."""
    (tmp_path / "all.rq").write_text("# title: All\nSELECT ?s\nWHERE {\n  ?s a ?c .\n}\nLIMIT 5\n")

    assert lists.pick(queries.read(tmp_path / "all.rq")) is None


def test_facts_stand_in_place_of_what_picks_them(picked: lists.Pick) -> None:
    """The rest of the query stays as it is written."""
    asked = picked.among(['<a:b> "B"']).text

    assert 'VALUES (?fact ?least) {\n      (<a:b> "B")\n    }' in asked
    assert "GROUP BY" not in asked
    assert asked.endswith("ORDER BY DESC(?factLabel) ?fact\n")


@pytest.mark.parametrize("kept", [True, False], ids=["made with the build", "made when asked for"])
def test_list_is_read_run_by_run(build: Build, picked: lists.Pick, *, kept: bool) -> None:
    """A run goes on after a fact; it tells how many stand before it and how many there are."""
    file = build.folder / lists.FILE
    if kept:
        file.unlink()
        lists.write(file, build.each, {"people": picked}).close()
    first = build.listed("people", picked, f"{BASE}state/s", Run(2))
    second = build.listed("people", picked, f"{BASE}state/s", Run(9, f"{BASE}person/3"))

    assert first.rows == (f'<{BASE}person/4> "P4"', f'<{BASE}person/3> "P3"')
    assert (first.before, first.total, first.more, first.last) == (0, 5, True, f"{BASE}person/3")
    assert (len(second.rows), second.before, second.more) == (3, 2, False)
    assert build.listed("people", picked, f"{BASE}state/other", Run(2)).rows == ()


def test_lists_lie_with_the_build(build: Build) -> None:
    """They are those of the panels."""
    source = catalogue.read().source("state/55-people")
    assert source is not None
    assert source.pick is not None
    found = build.listed(source.name, source.pick, f"{BASE}state/s", Run(50))

    assert (build.folder / lists.FILE).is_file()
    assert found.total == 5
    assert source.name in loading._picks()


def test_broken_lists_are_named(build: Build, picked: lists.Pick, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file."""
    (build.folder / "broken.sqlite").write_text("no list " * 200)
    monkeypatch.setattr(lists, "FILE", "broken.sqlite")

    with pytest.raises(StoreError, match=r"broken\.sqlite: expected the lists of a build"):
        build.listed("state/people", picked, f"{BASE}state/s", Run(2))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_what_picks_is_the_same_wherever_it_stands(source: catalogue.Source) -> None:
    """A branch that picks otherwise would tell of other facts: all picks are put in place."""
    assert source.pick is not None
    asked = source.pick.among(["UNDEF"]).text

    assert len(source.pick.keys) <= 3
    assert (
        f"ORDER BY {source.query.text.partition('ORDER BY ')[2].splitlines()[0]}\n"
        not in asked.rpartition("ORDER BY")[0]
    )


def test_query_of_some_facts_finds_what_the_whole_finds(build: Build, picked: lists.Pick) -> None:
    """The rows of the first facts are those of the query as it is written."""
    thing = {"entity": NamedNode(f"{BASE}state/s")}
    listed = build.listed("people", picked, f"{BASE}state/s", Run(3))
    asked = picked.among(listed.rows)

    assert build.select(asked, thing).rows == build.select(picked.query, thing).rows


@pytest.mark.parametrize(("whole", "rows"), [(4, 2), (5, 5), (0, 2)], ids=["longer", "as long", "none"])
def test_short_list_is_read_whole(build: Build, picked: lists.Pick, whole: int, rows: int) -> None:
    """A list of no more rows than that has no rest that a page would have to lead to."""
    found = build.listed("people", picked, f"{BASE}state/s", Run(2, whole=whole))

    assert (len(found.rows), found.more) == (rows, rows == 2)
