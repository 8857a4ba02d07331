"""Events of two data sets are matched by day and kind; each is told once, with reasons."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kg.comparing.matching import BOTH, OURS, THEIRS, Finding, Frame, Ours, Theirs, family, match

DAY = date(2025, 4, 23)
FRAME = Frame(
    window=2,
    scheme="CAMEO",
    covered=frozenset({"CAMEO:04", "CAMEO:05", "PLOVER:CONSULT"}),
    begin=date(2025, 1, 1),
    end=date(2025, 12, 31),
    published=frozenset({DAY}),
)
CODES = ("CAMEO:042", "PLOVER:CONSULT", "PLOVER mode:visit")
OUR = Ours(
    "o", "Visit", "visit", DAY, DAY, "occurred", CODES, ("https://a.example/",), ("AZE",), ("AZE", "CHN")
)
ROW = Theirs("t", DAY, "CAMEO:043", ("AZE",), ("CHN",))


def later(days: int) -> date:
    """Return the day so many days after."""
    return DAY + timedelta(days)


def sides(found: tuple[Finding, ...]) -> list[tuple[str, str | None, list[str]]]:
    """Return who has what."""
    return [(each.side, each.ours and each.ours.iri, [row.iri for row in each.theirs]) for each in found]


def reasons(ours: list[Ours], theirs: list[Theirs], frame: Frame = FRAME) -> list[list[str]]:
    """Return the names of the reasons of each finding, with what is filled in."""
    found = match(ours, theirs, frame)
    return [
        [" ".join([reason.name, *(str(value) for _, value in reason.values)]) for reason in each.reasons]
        for each in found
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (ROW, ["same-day"]),
        (replace(ROW, day=later(2)), ["later 2"]),
        (replace(ROW, day=later(-1)), ["earlier 1"]),
        (replace(ROW, code="CAMEO:0411"), ["same-day"]),
        (replace(ROW, sources=("CHN",), targets=("AZE",)), ["same-day", "reversed"]),
        (replace(ROW, url="https://a.example/"), ["same-day", "same-article"]),
        (replace(ROW, code="PLOVER:CONSULT"), ["same-day"]),
    ],
)
def test_both_have_it(row: Theirs, expected: list[str]) -> None:
    """One of the kind within the window matches; what differs is told."""
    [found] = match([OUR], [row], FRAME)

    assert (found.side, found.ours, found.theirs) == (BOTH, OUR, (row,))
    assert reasons([OUR], [row]) == [expected]


@pytest.mark.parametrize(
    "row",
    [replace(ROW, day=later(3)), replace(ROW, day=later(-3)), replace(ROW, code="CAMEO:190")],
    ids=["late", "early", "kind"],
)
def test_neither_has_the_other(row: Theirs) -> None:
    """Another kind, or a day out of the window, is another event."""
    assert sides(match([OUR], [row], FRAME)) == [(OURS, "o", []), (THEIRS, None, ["t"])]


def test_days_within_a_stay() -> None:
    """Of a stay all days are its own, and days around it are counted from its ends."""
    stay = replace(OUR, last=later(2))

    assert reasons([stay], [replace(ROW, day=later(1))]) == [["within"]]
    assert reasons([stay], [replace(ROW, day=later(4))]) == [["later 2"]]


def test_several_rows_for_one_event() -> None:
    """All that match a record are counted with it; the nearest stands first."""
    rows = [replace(ROW, iri="b", day=later(1)), replace(ROW, iri="a", day=later(2)), replace(ROW, iri="c")]
    [found] = match([OUR], rows, FRAME)

    assert [row.iri for row in found.theirs] == ["c", "b", "a"]
    assert reasons([OUR], rows) == [["same-day", "several 3"]]


def test_each_row_goes_to_its_best() -> None:
    """The same article goes before the nearest day, that before the direction; none is matched twice."""
    near, far = OUR, replace(OUR, iri="far", first=later(2), last=later(2), urls=("https://f.example/",))
    other = replace(OUR, iri="other", acting=("CHN",))

    assert sides(match([near, far], [replace(ROW, url="https://f.example/")], FRAME)) == [
        (BOTH, "far", ["t"]),
        (OURS, "o", []),
    ]
    assert sides(match([near, far], [replace(ROW, day=later(1))], FRAME))[0] == (BOTH, "o", ["t"])
    assert sides(match([near, other], [replace(ROW, sources=("CHN",), targets=("AZE",))], FRAME))[0] == (
        BOTH,
        "other",
        ["t"],
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (OUR, [], ["nothing-theirs 2"]),
        (OUR, [replace(ROW, day=later(9))], ["nothing-theirs 2", "nearest 9"]),
        (
            OUR,
            [
                replace(ROW, code="CAMEO:010"),
                replace(ROW, iri="u", code="CAMEO:010"),
                replace(ROW, code="CAMEO:190"),
            ],
            ["coded-otherwise CAMEO:010 (2), CAMEO:190"],
        ),
        (replace(OUR, codes=("PLOVER:AID",)), [], ["no-code CAMEO", "nothing-theirs 2"]),
        (replace(OUR, sides=("AZE",)), [], ["nothing-theirs 2", "one-side AZE"]),
        (replace(OUR, status="planned"), [], ["nothing-theirs 2", "not-occurred planned"]),
        (
            replace(OUR, first=date(2026, 1, 3), last=date(2026, 1, 3)),
            [],
            ["not-imported 2025-01-01 2025-12-31"],
        ),
        (replace(OUR, first=date(2026, 1, 2), last=date(2026, 1, 2)), [], ["nothing-theirs 2"]),
    ],
)
def test_why_they_lack_it(ours: Ours, theirs: list[Theirs], expected: list[str]) -> None:
    """What we have alone has reasons: nothing there, other kinds or days, what makes it hard to find."""
    assert reasons([ours], theirs)[0] == expected


@pytest.mark.parametrize(
    ("ours", "row", "expected"),
    [
        ([], ROW, ["nothing-ours"]),
        ([], replace(ROW, day=later(-2)), ["nothing-ours"]),
        ([], replace(ROW, day=later(1)), ["no-article 2"]),
        ([], replace(ROW, code="CAMEO:193"), ["not-covered CAMEO:19", "nothing-ours"]),
        ([OUR], replace(ROW, code="CAMEO:057"), ["told-otherwise visit"]),
        (
            [OUR],
            replace(ROW, code="CAMEO:057", url="https://a.example/"),
            ["article-read", "told-otherwise visit"],
        ),
        ([OUR], replace(ROW, day=later(-9)), ["no-article 2", "nearest 9"]),
    ],
)
def test_why_we_lack_it(ours: list[Ours], row: Theirs, expected: list[str]) -> None:
    """What they have alone has reasons: a kind we do not look for, no article, other kinds or days."""
    assert reasons(ours, [row])[-1] == expected


def test_all_is_told_once() -> None:
    """Each record of ours and each event of theirs stands in one finding, whatever the order they come in."""
    ours = [replace(OUR, iri=f"o{n}", first=later(n), last=later(n)) for n in range(0, 30, 3)]
    theirs = [replace(ROW, iri=f"t{n}", day=later(n % 40), code=f"CAMEO:0{n % 9 + 1}0") for n in range(100)]
    found = match(ours, theirs, FRAME)

    assert match(ours[::-1], theirs[::-1], FRAME) == found
    assert sorted(each.ours.iri for each in found if each.ours) == sorted(one.iri for one in ours)
    assert sorted(row.iri for each in found for row in each.theirs) == sorted(row.iri for row in theirs)


def test_many_codes_are_cut() -> None:
    """Of many other kinds the most frequent three are told."""
    rows = [replace(ROW, iri=code, code=f"CAMEO:{code}") for code in ("010", "020", "190", "112")]

    assert reasons([OUR], rows)[0] == ["coded-otherwise CAMEO:010, CAMEO:020, CAMEO:112, …"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CAMEO:1823", "CAMEO:18"),
        ("CAMEO:04", "CAMEO:04"),
        ("PLOVER mode:visit", "PLOVER mode:visit"),
        ("", ""),
    ],
)
def test_families(code: str, expected: str) -> None:
    """The root is the kind of a code of CAMEO; other codes stand for themselves."""
    assert family(code) == expected
