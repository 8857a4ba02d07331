"""What is right, missed and false comes out as it was counted by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from annotated import Example, write
from annotations import CASES, Expected

from kg.config import read
from kg.evaluating import evaluation
from kg.evaluating.evaluation import Wish
from kg.evaluating.scoring import BESIDE, HEADLINE

HOME = Path(__file__).parent.parent


def counts(told: Mapping[str, Any]) -> Expected:
    """Return right, gold and found of each layer that is not empty."""
    rows = {name: told[name] for name in (*HEADLINE, *BESIDE) if isinstance(told[name], dict)}
    found = {name: (row["hit"], row["gold"], row["found"]) for name, row in rows.items()}
    return {name: row for name, row in found.items() if any(row)}


def ours(articles: Path, gold: Path, graph: Path) -> dict[str, Any]:
    """Return our figures of a graph."""
    wish = Wish(articles, gold, read({}), "2026-01-01", graph=graph)
    return evaluation.evaluate(wish).measured[graph.name].figures.told()


@pytest.mark.parametrize(("example", "expected"), CASES.values(), ids=CASES.keys())
def test_counts(tmp_path: Path, example: Example, expected: Expected) -> None:
    """Each decision comes out as it was counted by hand."""
    told = ours(*write({"a": example}, tmp_path))
    status = expected.get("status")

    assert counts(told) == {name: row for name, row in expected.items() if name != "status"}
    assert told["status"] == (round(status[0] / status[1], 3) if status else None)
