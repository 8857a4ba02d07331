"""The table of weights is whole, and a broken one is named."""

import pytest

from kg.errors import RegistryError
from kg.registry import confidence
from kg.registry.tables import Row, preface


def test_every_family_has_its_line() -> None:
    """Each family has a slope, which keeps the order of claims, and a shift."""
    known = confidence.weights()
    families = ("actor", "agreement", "event", "statement", "tenure")

    assert [f for f in families if not {f"slope {f}", f"shift {f}"} <= set(known)] == []
    assert all(known[f"slope {f}"] > 0 for f in families)


def test_weights_are_small() -> None:
    """No single feature decides: the penalty keeps weights small."""
    assert max(abs(weight) for weight in confidence.weights().values()) < 4


def test_table_is_told() -> None:
    """The head of the table says what made it and what the columns are."""
    actual = " ".join(preface(confidence.FILE))

    assert all(word in actual for word in ("CC0", "tests/bench/confidence.py", "feature:", "weight:"))


def test_broken_weight_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A weight that is no number is an error that names file and line."""
    row = Row("confidence.tsv", 7, ("any", "much"), confidence.COLUMNS)
    monkeypatch.setattr(confidence, "rows", lambda *_: (row,))

    with pytest.raises(
        RegistryError, match=r"confidence\.tsv:7: expected a number under 'weight', found 'much'"
    ):
        confidence.weights.__wrapped__()
