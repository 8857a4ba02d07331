"""How the weights of a model's finds are fitted, once answers are there; until then they are a prior."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "bench"))

import answers
from gold import Judged

from kg.llm.verifying import surety
from kg.model import Claim, Node
from kg.vocab import DIP

NODE = Node("one.txt", DIP.Meeting, "meeting:0")
CLAIM = Claim(NODE, DIP.status, DIP.Occurred, (), "model.event (stub, prompt x)", confidence=0.5)


def test_prior() -> None:
    """No weight is told as measured: no answers of a real model were at hand."""
    assert {name: w.source for name, w in surety.weights().items()} == {
        "alone": "prior",
        "agreed": "prior",
        "disputed": "prior",
    }
    assert surety.weights()["agreed"].weight > 0 > surety.weights()["disputed"].weight


@pytest.mark.parametrize(
    ("told", "right", "weight"),
    [([0.5] * 4, [True, False, True, False], 0.0), ([0.9] * 10, [True] * 9 + [False], 0.0)],
)
def test_nothing_to_add(told: list[float], right: list[bool], weight: float) -> None:
    """Where as many are right as is told, agreement adds nothing."""
    assert answers.shift(told, right) == pytest.approx(weight, abs=1e-6)


def test_shift() -> None:
    """Where more are right than is told the weight is positive, where fewer negative; both are finite."""
    assert answers.shift([0.5] * 20, [True] * 20) > 1
    assert answers.shift([0.9] * 20, [False] * 20) < -1
    assert answers.of([Judged("a", ("agreed", "1.0"), True, CLAIM)], "agreed") == ([0.98], [True])


def test_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A weight that was measured is told as such, the others stay a prior, and the head stays."""
    table = tmp_path / "surety.tsv"
    table.write_bytes(answers.TABLE.read_bytes())
    monkeypatch.setattr(answers, "TABLE", table)
    answers.write({"agreed": 1.234})
    lines = table.read_text().splitlines()

    assert lines[0] == answers.TABLE.read_text().splitlines()[0]
    assert lines[-3:] == ["alone\t0.00\tprior", "agreed\t1.23\tmeasured", "disputed\t-0.70\tprior"]
