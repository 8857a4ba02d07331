"""What rules and a language model find is told side by side: both, each alone, and whose values are right."""

import json
from pathlib import Path

import pytest
from annotated import Example, Row, event, gold, saying
from annotations import DENIED, FLEW, FOX, LEE, MET, MONDAY, ON_MONDAY, PEOPLE, RAY, claims, pair
from click.testing import CliRunner

from kg.cli import main
from kg.evaluating import contrasts, graph
from kg.evaluating.cases import Case
from kg.evaluating.comparison import Comparison, Difference, Share, compared
from kg.evaluating.evaluation import taken
from kg.evaluating.extractors import Told
from kg.evaluating.gold import read
from kg.evaluating.sentences import Sentences

TEXT = f"{MET} {FLEW} {DENIED}"
THINGS = {
    **PEOPLE,
    "meeting/m": ("Meeting", "M"),
    "visit/v": ("Visit", "V"),
    "statement/s": ("Statement", "S"),
    "denial/d": ("Statement Denial", "D"),
    "place/oslo": ("Place", "Oslo"),
}
SAYS = ("speaker person/ray", "text that")
RULES = (
    *pair("meeting/m", MET, *ON_MONDAY, "status Planned", "place place/oslo"),
    *claims("visit/v", FLEW, "participant person/fox", "status Occurred"),
    *claims("statement/s", DENIED, *SAYS),
)
MODEL = (
    *pair("meeting/m", MET, *ON_MONDAY, "status Occurred"),
    *claims("meeting/m", MET, "participant person/fox"),
    *claims("denial/d", DENIED, *SAYS),
)
GOLD = gold(
    actors=[LEE, RAY, FOX],
    events=[
        event("e", "Meeting", "lee ray", MET, place=["Oslo"], **MONDAY),
        event("f", "Visit", "fox", FLEW, optional=True),
    ],
    statements=[saying("d", "ray", DENIED, kind="Denial")],
)


def told(name: str, *rows: Row) -> Told:
    """Return what an extractor made of the article."""
    lines = Example(TEXT, GOLD, THINGS, rows).lines("a.txt")
    return Told(name, graph.of("".join(f"{line}\n" for line in lines).encode()))


@pytest.fixture
def comparison(tmp_path: Path) -> Comparison:
    """Return a comparison with gold."""
    (tmp_path / "a.json").write_text(json.dumps(GOLD))
    case = Case(Path("a.txt"), Sentences(TEXT), read(tmp_path / "a.json", Sentences(TEXT)))
    return compared(
        taken(Path(), Path(), 1, "2026-01-01"), (case,), (told("rules", *RULES), told("model", *MODEL))
    )


def test_kinds(comparison: Comparison) -> None:
    """A record of one kind at one place is found by both; what is optional is judged neither way."""
    kinds = comparison.kinds()

    assert list(kinds) == ["Person", "Meeting", "Visit", "Statement"]
    assert kinds["Person"]["both"] == Share(3, 3, 3)
    assert kinds["Meeting"] == {"both": Share(1, 1, 1), "one": Share(0, 0, 0), "other": Share(0, 0, 0)}
    assert kinds["Visit"] == {"both": Share(0, 0, 0), "one": Share(1, 0, 0), "other": Share(0, 0, 0)}
    assert kinds["Statement"]["both"] == Share(1, 1, 1)


def test_values(comparison: Comparison) -> None:
    """Of values that differ it is told whose is right: here the rules on who met, the model on the rest."""
    values = comparison.values()

    assert values["actors"] == Difference(1, 1, 1, (1, 0))
    assert values["dates"] == Difference(1, 0, 0, (0, 0))
    assert values["status"] == Difference(0, 1, 1, (0, 1))
    assert values["place"] == Difference(0, 1, 1, (1, 0))
    assert values["attribution"] == Difference(1, 0, 0, (0, 0))
    assert values["denial or not"] == Difference(0, 1, 1, (0, 1))


def test_lines(comparison: Comparison) -> None:
    """The tables have at most 80 columns, and examples show what each found."""
    lines = list(contrasts.lines(comparison, 5))

    assert "found                            by both      by rules alone      by model alone" in lines
    assert "Meeting                       1 (1 of 1)          0 (0 of 0)          0 (0 of 0)" in lines
    assert "values                      same      differ      judged rules right model right" in lines
    assert "status                         0           1           1           0           1" in lines
    assert "events found by rules alone: 1" in lines
    assert "  a.txt: Visit person/fox “Cy Fox flew to Rome.”" in lines
    assert "other status: 1" in lines
    assert "  a.txt: person/lee, person/ray: rules Planned, model Occurred (right)" in lines
    assert "  a.txt: person/lee, person/ray: rules oslo (right), model nothing" in lines
    assert max(len(line) for line in lines if "a.txt" not in line) <= 80


def test_without_gold() -> None:
    """Without gold it is told who found what, and nothing of who is right."""
    case = Case(Path("a.txt"), Sentences(TEXT), None)
    made = compared(
        taken(Path(), None, 1, "2026-01-01"), (case,), (told("rules", *RULES), told("model", *MODEL))
    )
    lines = list(contrasts.lines(made))

    assert made.kinds()["Meeting"]["both"] == Share(1, 0, 0)
    assert lines[0] == "articles   1 of ."
    assert "Visit                                  0                   1                   0" in lines
    assert "status                         0           1" in lines


def test_graphs(tmp_path: Path) -> None:
    """Two graphs that are there already are compared, such as those of two builds."""
    for name, rows in (("one", RULES), ("other", MODEL)):
        lines = Example(TEXT, GOLD, THINGS, rows).lines("a.txt")
        (tmp_path / f"{name}.nt").write_text("".join(f"{line}\n" for line in lines))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT)
    graphs = (str(tmp_path / "one.nt"), str(tmp_path / "other.nt"))
    words = ["compare-extractors", str(tmp_path / "articles"), "--graphs", *graphs]
    shown = CliRunner().invoke(main, words).stdout.splitlines()
    told = json.loads(CliRunner().invoke(main, [*words, "--json"]).stdout)

    assert "found                            by both      by first alone     by second alone" in shown
    assert "Visit                                  0                   1                   0" in shown
    assert told["found"]["Visit"]["one"] == {"number": 1, "judged": 0, "right": 0}
    assert told["values"]["status"]["differ"] == 1


def test_no_model(tmp_path: Path) -> None:
    """Where no build asks a model, that is told in one line."""
    (tmp_path / "a.txt").write_text("It rained.")
    told = CliRunner().invoke(main, ["compare-extractors", str(tmp_path), "--data", str(tmp_path / "data")])

    assert (told.exit_code, told.stderr.splitlines()[-1][:13]) == (1, "Error: model:")
