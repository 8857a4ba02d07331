"""The line that an error points at."""

import pytest

from kg.web.excerpts import Excerpt, excerpt

TEXT = "ASK {\n  ?a FILTRE(?b) }"


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        pytest.param(TEXT, 2, 6, Excerpt(2, "?a ", "FILTRE", "(?b) }"), id="a word"),
        pytest.param(TEXT, 1, 5, Excerpt(1, "ASK ", "{", ""), id="a sign"),
        pytest.param(TEXT, 1, 6, Excerpt(1, "ASK {", "", ""), id="the end of a line"),
        pytest.param(TEXT, 1, 99, Excerpt(1, "ASK {", "", ""), id="past the end of a line"),
        pytest.param(TEXT, 3, 1, None, id="past the last line"),
        pytest.param(TEXT, None, None, None, id="no place"),
        pytest.param(
            f"{'a' * 80}!{'b' * 80}", 1, 81, Excerpt(1, f"…{'a' * 60}", "!", f"{'b' * 60}…"), id="a long line"
        ),
    ],
)
def test_excerpt(text: str, line: int | None, column: int | None, expected: Excerpt | None) -> None:
    """A line is shown in three parts, cut where it is long; a place that is none has none."""
    assert excerpt(text, {"line": line, "column": column}) == expected
