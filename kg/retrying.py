"""When to come again, as a server that is asked too much tells it."""

from email.utils import parsedate_to_datetime


def after(told: str | None, now: float) -> float | None:
    """Return the seconds that `Retry-After` tells, as a number or a date (RFC 9110, section 10.2.3).

    Args:
        told: the header; None where there is none.
        now: seconds since 1970.

    >>> after("7", 0.0)
    7.0
    """
    if told is None:
        return None
    if told.strip().isdecimal():
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - now)
    except ValueError:
        return None
