"""`kg explain` with a model's kept answers: what both found, and what was rejected and why."""

import json
from pathlib import Path

import pytest
from answering import actor, event, quote
from click import unstyle
from click.testing import CliRunner

from kg import explain, readers
from kg.cli import main
from kg.errors import UnansweredError
from kg.explain import Asked
from kg.llm import prompting
from kg.llm.asking import kept
from kg.llm.asking.kept import Kept, Shelf
from kg.llm.asking.questions import Answers
from kg.llm.asking.replies import WHOLE

MET = "Lee Hill met Ada Weber in Oslo on Monday."
TEXT = f"{MET}\n\nIt rained. They went home."
PEOPLE = [actor("Person", "Lee Hill"), actor("Person", "Ada Weber")]
ANSWER = {
    "actors": PEOPLE,
    "events": [
        event("Meeting", "met", ["Lee Hill", "Ada Weber"], MET, when="on Monday", place=["Paris"]),
        event("Visit", "went", ["Lee Hill"], "They went home.", status="Planned", cue="will"),
        event("Meeting", "met", ["Lee Hill", "Ada Weber"], "They met again in Rome."),
    ],
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a short article beside which an answer on it is kept."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.with_suffix(".toml").write_text("published = 2024-05-08")
    return path


def answers(path: Path, content: str | None) -> Answers:
    """Return the answers of a model, with one on an article where it has content."""
    found = Answers(Shelf(path.parent / kept.FOLDER), "stub", 6000)
    for question in found.gather(readers.read(path)).open if content is not None else ():
        answer = Kept(
            content=content or "",
            finish=WHOLE,
            model="stub",
            served="stub",
            version=prompting.VERSION,
            form="json_schema",
            article="a.txt",
            part=kept.where(question.part),
            tokens=None,
            answered="2026-11-22T00:00:00+00:00",
        )
        found.shelf.keep(question.key, answer)
    return found


def test_both(article: Path) -> None:
    """Each find names who found it; what was rejected stands at its words, or behind where it has none."""
    asked = Asked(answers(article, json.dumps(ANSWER)), with_rules=True)
    told = explain.explain(article, asked)
    lines = "\n".join(map(unstyle, explain.lines(told, 110)))
    rules = [f.rule for f in told.parts[0].finds if f.kind == "Meeting"]

    assert rules == [f"event.meet and model.event (stub, prompt {prompting.VERSION})"]
    assert [(d.words, d.rule) for d in told.parts[0].dropped] == [("met", "model.event")]
    assert "place: “Paris” does not stand in the text" in told.parts[0].dropped[0].reason
    assert "nothing in the evidence says that it is planned" in lines
    assert lines.endswith("[model.event] the evidence “They met again in Rome.” does not stand in the text")
    assert "They met again in Rome." in explain.page(told)


def test_model_alone(article: Path) -> None:
    """Without the rules, what they find and drop is not told."""
    asked = Asked(answers(article, json.dumps(replace_events(ANSWER))), with_rules=False)
    told = explain.explain(article, asked)

    assert [f.kind for part in told.parts for f in part.finds] == []
    assert {d.rule for part in told.parts for d in part.dropped} | {d.rule for d in told.elsewhere} == {
        "model.event"
    }


def replace_events(answer: dict[str, object]) -> dict[str, object]:
    """Return an answer whose only event is not in the text."""
    return answer | {"events": [event("Meeting", "met", ["Lee Hill"], "x") | {"evidence": [quote("No.")]}]}


def test_no_answers(article: Path) -> None:
    """Where the model has not answered, nobody is asked, and the error says who would."""
    asked = Asked(answers(article, None), with_rules=True)

    with pytest.raises(
        UnansweredError, match=r"a\.txt: expected answers of stub in .*answers, found none on 1 parts"
    ):
        explain.explain(article, asked)


def test_command(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command reads kept answers below the folder of the data; no server is needed."""
    answers(article, json.dumps(ANSWER))
    monkeypatch.setenv("KG_MODEL", "stub")
    found = CliRunner().invoke(
        main, ["explain", str(article), "--extractor", "both", "--data", str(article.parent)]
    )
    rules = CliRunner().invoke(main, ["explain", str(article)])

    assert "event.meet and model.event (stub" in found.output
    assert (found.exit_code, rules.exit_code) == (0, 0)
    assert "model." not in rules.output
