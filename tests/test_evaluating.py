"""`kg evaluate` prints on what it was taken, the figures, and what went wrong."""

import json
from pathlib import Path

from annotated import Example, actor, event, gold, write
from annotations import CASES, FLEW, LEE, MET, MONDAY, PEOPLE, RAY, claims, pair
from click.testing import CliRunner, Result

from kg.cli import main
from kg.evaluating import cases, graph, told
from kg.evaluating.misses import misses
from kg.evaluating.scoring import score
from kg.version import VERSION

HOME = Path(__file__).parent.parent


def kg(*words: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], env={"KG_DATA": "nowhere"})


def evaluated(folder: Path, *more: str) -> Result:
    """Evaluate the graph of all cases."""
    articles, annotated, graph_ = write({name: example for name, (example, _) in CASES.items()}, folder)
    return kg("evaluate", articles, annotated, "--graph", graph_, *more)


def test_table(tmp_path: Path) -> None:
    """A table of at most 80 columns has a row for each layer; above it stands on what it was taken."""
    result = evaluated(tmp_path)
    lines = result.output.splitlines()

    assert result.exit_code == 0
    assert lines[0] == f"articles   {len(CASES)} of {tmp_path}/articles, with gold in {tmp_path}/gold"
    assert f", kg {VERSION}, graph " in lines[1]
    assert "graph.nt                    right    gold   found  precision   recall       F1" in lines
    assert "roles                           1       2       2      0.500    0.500    0.500" in lines
    assert "denials                         1       2       1      1.000    0.500    0.667" in lines
    assert max(map(len, lines[2:])) <= 80


def test_errors(tmp_path: Path) -> None:
    """What is missed and what is false is told on demand, so many of each kind."""
    output = evaluated(tmp_path, "--errors", "1").output

    assert (
        "events missed: 3\n  another-kind.txt: Call lee, ray “Ann Lee met Bo Ray in Oslo on Monday.”\n"
        in output
    )
    assert output.count("  another-kind.txt: ") == 2


def test_json(tmp_path: Path) -> None:
    """A program gets the figures by the names of the published scoring, and on what they were taken."""
    told = json.loads(evaluated(tmp_path, "--json").output)

    assert told["taken"]["number"] == len(CASES)
    assert told["figures"]["graph.nt"]["denials"] == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.667,
        "hit": 1,
        "gold": 2,
        "found": 1,
    }


def test_broken_gold(tmp_path: Path) -> None:
    """A broken gold file is told with its field, before anything is read."""
    (tmp_path / "a.txt").write_text(MET)
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "gold").mkdir()
    (tmp_path / "a.json").rename(tmp_path / "gold" / "a.json")
    result = kg("evaluate", tmp_path, tmp_path / "gold")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == f"Error: {tmp_path}/gold/a.json: actors: Field required"


def test_rules(data: Path, tmp_path: Path) -> None:
    """Without a graph the articles are read by the rules; nothing is built, what was read before is used."""
    told = gold(actors=[actor("liu", "Person", "Liu Jianchao")])
    (tmp_path / "004_f8d07c2c344a404b.json").write_text(json.dumps(told))
    before = sorted(data.rglob("*"))
    result = kg("evaluate", HOME / "sources", tmp_path, "--data", data)

    assert "actors                          1       1 " in result.output
    assert "\nmodel: not measured; " in result.output
    assert sorted(data.rglob("*")) == before


def test_what_differs(tmp_path: Path) -> None:
    """Of what is found, participants, days and status that differ are told with both values."""
    example = Example(
        f"{MET} {FLEW}",
        gold(actors=[LEE, RAY], events=[event("e", "Meeting", "lee ray", MET, **MONDAY)]),
        {**PEOPLE, "meeting/m": ("Meeting", "M")},
        pair("meeting/m", MET, "status Planned") + claims("meeting/m", MET, "participant person/fox"),
    )
    articles, annotated, file = write({"a": example}, tmp_path)
    case = cases.read(articles, annotated)[0]
    found = told.finds(graph.read(file), "a.txt")
    kinds = dict(misses(score("a.txt", case.gold, found, case.sentences), example.text))

    assert kinds["other participants"] == "lee, ray: found lee, person/fox, ray, gold has lee, ray"
    assert kinds["other dates"] == "lee, ray: found unknown, gold has 2025-04-07"
    assert kinds["other status"] == "lee, ray: found Planned, gold has Occurred"
    assert kinds["actors false"] == "Person person/fox (cy fox)"
