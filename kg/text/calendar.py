"""What words for days, weeks, months and years mean: values between the words and the calendar."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which something lies.

    Attributes:
        earliest: first possible day, for a stay its first.
        latest: last possible day, for a stay its last.
    """

    earliest: dt.date
    latest: dt.date

    @property
    def edtf(self) -> str:
        """The bounds in EDTF level 0 (ISO 8601-2:2019): a year, a month or a day where they are one.

        >>> Bounds(dt.date(2024, 1, 1), dt.date(2024, 12, 31)).edtf
        '2024'
        """
        first, last = self.earliest, self.latest
        if first == last:
            return first.isoformat()
        if (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
            return f"{first:%Y}"
        after = last + dt.timedelta(days=1)
        if first.day == after.day == 1 and (after - first).days <= 31:
            return f"{first:%Y-%m}"
        return f"{first.isoformat()}/{last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year as written; what is not written is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A date or a range of dates as written.

    Attributes:
        first: where it begins.
        last: where it ends, the same as `first` where one is written.
        part: "early", "mid", "late" third, or "earlier", "later" (than publication), or None.
        months: length in months of a part of the year that is counted from `first` (3 for a quarter), else 0.
    """

    first: Point
    last: Point
    part: str | None = None
    months: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, or several ("Tuesday and Wednesday").

    Attributes:
        first: 0 for Monday.
        last: the last of several, else the same.
        turn: -1 for "last", 0 for "this" or nothing, 1 for "next".
    """

    first: int
    last: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """A day, week, month, quarter or year counted from the day of publication.

    Attributes:
        unit: "day", "week", "weekend", "month", "quarter", "half", "season" or "year".
        count: 0 for the present one, -1 for the last.
        part: as for `Written`.
        turn: number within the year of the month, half, quarter or season, where one is named ("last May").
    """

    unit: str
    count: int
    part: str | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A day counted from the day that the text speaks of ("the previous day": -1, "the same day": 0).

    Attributes:
        days: how many days later.
        stay: whether they are counted from the first day of a stay ("the second day of the visit": 1).
    """

    days: int
    stay: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """A length without a beginning ("a three-day visit")."""

    days: int


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that has no bounds on the calendar ("in recent weeks", "the coming years")."""


Sense = Written | Weekday | Shift | Step | Stay | Vague


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time is counted from.

    Attributes:
        published: day of publication, None where it is not known.
        inferred: whether that is only the day which publication cannot precede.
        focus: the days that the text speaks of at that place.
    """

    published: dt.date | None
    inferred: bool = False
    focus: Bounds | None = None
