"""What rules and a language model find is told side by side: both, each alone, and whose values are right."""

import json
from pathlib import Path

import pytest
from annotated import Example, Row, event, gold, saying
from annotations import DENIED, FLEW, FOX, LEE, MET, MONDAY, ON_MONDAY, PEOPLE, RAY, claims, pair
from answering import actor as answered_actor
from answering import event as answered_event
from click.testing import CliRunner, Result
from modelled import Asked, Reply, Server, good, modelled

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


WORDS = "On Wednesday, President Ilham Aliyev met Liu Jianchao in Baku."
PEOPLE_ANSWERED = [answered_actor("Person", "Ilham Aliyev"), answered_actor("Person", "Liu Jianchao")]
ANSWERED = answered_event("Meeting", "met", ["Ilham Aliyev", "Liu Jianchao"], WORDS, place=["Baku"])


def answer(_: Asked) -> Reply:
    """Tell of the meeting."""
    return good(actors=PEOPLE_ANSWERED, events=[ANSWERED])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with an article and its gold."""
    names = {"aliyev": "Ilham Aliyev", "liu": "Liu Jianchao"}
    actors = [{"id": id_, "type": "Person", "names": [name]} for id_, name in names.items()]
    day = {"earliest": "2025-04-02", "latest": "2025-04-02"}
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lima.txt").write_text(WORDS)
    (tmp_path / "articles" / "lima.toml").write_text("published = 2025-04-03\n")
    (tmp_path / "gold").mkdir()
    told = gold(actors=actors, events=[event("e", "Meeting", "aliyev liu", WORDS, place=["Baku"], **day)])
    (tmp_path / "gold" / "lima.json").write_text(json.dumps(told))
    return tmp_path


def kg(home: Path, command: str, *more: str, stub: Server | None = None, model: str = "m") -> Result:
    """Run a command on the folder."""
    words = [command, str(home / "articles"), *more, "--data", str(home / "data")]
    return CliRunner().invoke(
        main, words, env={"KG_MODEL": model, "KG_MODEL_URL": stub.address if stub else ""}
    )


def test_commands(home: Path) -> None:
    """Rules, model and both are evaluated and compared; the model is asked once for all of it."""
    with modelled(answer) as stub:
        evaluated = kg(home, "evaluate", str(home / "gold"), stub=stub)
    again = kg(home, "evaluate", str(home / "gold"), "--extractor", "model", "--json")
    against = kg(home, "compare-extractors", str(home / "gold"))

    assert len(stub.asked) == 1
    lines = evaluated.stdout.splitlines()
    assert "F1                            rules    model     both" in lines
    assert [line.split() for line in lines if line.startswith("events ")][-1] == [
        "events",
        "1.000",
        "1.000",
        "1.000",
    ]
    assert any(line.startswith("model      m, prompt ") for line in lines)
    told = json.loads(again.stdout)
    assert list(told["figures"]) == ["model"]
    assert told["models"]["model"]["answers"] == 1
    assert (
        "Meeting                       1 (1 of 1)          0 (0 of 0)          0 (0 of 0)" in against.stdout
    )
    assert (
        json.loads(kg(home, "compare-extractors", "--json").stdout)["found"]["Meeting"]["both"]["number"] == 1
    )


def test_no_model(home: Path) -> None:
    """Where no model is named the rules are evaluated, and it is told what the others need."""
    evaluated = kg(home, "evaluate", str(home / "gold"), model="")
    against = kg(home, "compare-extractors", model="")

    assert "\nmodel: not measured; it needs a language model: KG_MODEL names a model" in evaluated.stdout
    assert "\nboth: not measured; " in evaluated.stdout
    assert (against.exit_code, against.stderr) == (
        1,
        "Error: KG_MODEL: expected the name of a model, found none\n",
    )


def test_no_answers(home: Path) -> None:
    """Where a model is named, nothing of it is kept and nobody is there to ask, that is told."""
    evaluated = kg(home, "evaluate", str(home / "gold"))
    demanded = kg(home, "evaluate", str(home / "gold"), "--extractor", "both")

    assert evaluated.exit_code == 0
    assert "\nmodel: not measured; 1 of 1 articles have no answer of m" in evaluated.stdout
    assert demanded.exit_code == 75
    assert "KG_MODEL_URL names nobody to ask: lima.txt" in demanded.stderr
