"""When to come again is read as servers tell it."""

import pytest

from kg import retrying


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (None, None),
        (" 7 ", 7.0),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10.0),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0.0),
        ("soon", None),
        ("-1", None),
    ],
)
def test_after(told: str | None, seconds: float | None) -> None:
    """Seconds and dates are read; what is past means at once, what is neither means nothing."""
    assert retrying.after(told, 784_111_777.0) == seconds
