"""Files of GDELT, ICEWS and POLECAT are read line by line; a line that is odd is told with its number."""

import gzip
import zipfile
from pathlib import Path

import coded
import pytest

from kg.comparing import files, formats
from kg.comparing.coded import Aside, Coded, OddLineError
from kg.errors import ImportedError

MET = coded.gdelt(1180000001, "20250423", "CHN-AZE", "042")


def read(name: str, *lines: str) -> list[Coded | Aside]:
    """Return what the lines of a format tell."""
    return list(formats.named(name).read(enumerate(lines, 1)))


def reason(name: str, *lines: str) -> str:
    """Return why the last of some lines is not taken."""
    found = read(name, *lines)[-1]
    assert isinstance(found, Aside)
    assert found.line == len(lines)
    return found.reason


def changed(line: str, column: int, cell: str) -> str:
    """Return a line with another cell."""
    cells = line.split("\t")
    return "\t".join([*cells[:column], cell, *cells[column + 1 :]])


def test_gdelt() -> None:
    """A line of GDELT 2.0 has day, code, the states on both sides, and the address of its article."""
    [event] = read("gdelt", MET)

    assert event == Coded(
        "1180000001", "2025-04-23", "CAMEO:042", ("CHN",), ("AZE",), url="https://post.example/a"
    )
    assert event.dyads == (("AZE", "CHN"),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (MET.rpartition("\t")[0], "expected 61 columns with tabs between, found 60"),
        (MET + "\tmore", "expected 61 columns with tabs between, found 62"),
        (changed(MET, 6, '"THE\tPRESIDENT"'), "expected 61 columns with tabs between, found 62"),
        (changed(MET, 1, "20250431"), "SQLDATE: expected a day as YYYYMMDD, found '20250431'"),
        (changed(MET, 1, "2025-04-23"), "SQLDATE: expected a day as YYYYMMDD, found '2025-04-23'"),
        (changed(MET, 1, "2025042\u0663"), "SQLDATE: expected a day as YYYYMMDD, found '2025042\u0663'"),
        (changed(MET, 26, "13y"), "EventCode: expected a code of CAMEO, found '13y'"),
        (changed(MET, 26, "42"), "EventCode: expected a code of CAMEO, found '42'"),
        (changed(MET, 26, "---"), "EventCode: expected a code of CAMEO, found '---'"),
        (changed(MET, 7, "QQQ"), "Actor1CountryCode: expected a country code, found 'QQQ'"),
        (changed(MET, 0, "> <x:y> <x:z> ."), "GLOBALEVENTID: expected a number, found '> <x:y> <x:z> .'"),
        ("\x00", "expected 61 columns with tabs between, found 1"),
    ],
)
def test_gdelt_odd_lines(line: str, expected: str) -> None:
    """A line that is short, long, or has an odd day, code or country is set aside; others are taken."""
    assert reason("gdelt", MET, line) == expected


def test_gdelt_without_an_actor() -> None:
    """An actor without a country, or of a region, is no state: the event is taken, between no two."""
    alone, region, home = read(
        "gdelt",
        coded.gdelt(1, "20250423", "CHN-", "010"),
        coded.gdelt(2, "20250423", "CHN-EUR", "010"),
        coded.gdelt(3, "20250423", "CHN-CHN", "010"),
    )

    assert [event.targets for event in (alone, region, home)] == [(), (), ("CHN",)]
    assert [event.dyads for event in (alone, region, home)] == [(), (), ()]


def test_gdelt_1() -> None:
    """Files of GDELT 1.0 have 58 columns, without those of a second division, and earlier ones no address."""
    cells = MET.split("\t")
    older = [cell for column, cell in enumerate(cells) if column not in (39, 47, 55)]
    found = read("gdelt", "\t".join(older), "\t".join(older[:-1]))

    assert [event.url for event in found if isinstance(event, Coded)] == ["https://post.example/a", ""]


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("RUS", "20250101", "RUS"),
        ("RUS", "19850101", "SUN"),
        ("SRB", "20000101", "SCG"),
        ("ROM", "20250101", "ROU"),
        ("TMP", "20250101", "TLS"),
        ("TWN", "20250101", "TWN"),
    ],
)
def test_codes_at_the_day(code: str, day: str, expected: str) -> None:
    """A code means the state that it stood for at the day of the event; older codes of CAMEO are known."""
    [event] = read("gdelt", coded.gdelt(1, day, f"{code}-USA", "042"))

    assert isinstance(event, Coded)
    assert event.sources == (expected,)


HEAD = "\t".join(coded.ICEWS)
VISIT = coded.icews(20718170, "2025-04-23", "China-Azerbaijan", "043")


def test_icews() -> None:
    """A line of ICEWS has its states by name; its identifier is unique with its day."""
    [event] = read("icews", HEAD, VISIT)

    assert event == Coded(
        "20718170-2025-04-23",
        "2025-04-23",
        "CAMEO:043",
        ("CHN",),
        ("AZE",),
        ("Government (China)", "Citizen (Azerbaijan)"),
    )


def test_icews_as_csv() -> None:
    """Commas may stand between the cells, in quotation marks; tabs too, in cells that are quoted."""
    tabbed = VISIT.replace("Government (China)", '"Li\tQiang"')
    comma = ",".join(f'"{cell}"' for cell in VISIT.replace("Government (China)", "Qiang, Li").split("\t"))
    [one] = read("icews", HEAD, tabbed)
    [other] = read("icews", "\ufeff" + HEAD.replace("\t", ","), comma)

    assert isinstance(one, Coded)
    assert isinstance(other, Coded)
    assert (one.names[0], other.names[0]) == ("Li\tQiang", "Qiang, Li")


def test_icews_quotation_marks_that_do_not_close() -> None:
    """A mark without its like is a letter: it takes no other line with it."""
    first, second = read("icews", HEAD, VISIT.replace("Government", '"Government'), VISIT)

    assert isinstance(first, Coded)
    assert first.names[0] == '"Government (China)'
    assert second == read("icews", HEAD, VISIT)[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1\t2025-04-23", "expected 20 columns, found 2"),
        (
            coded.icews(1, "23/04/2025", "China-Iran", "043"),
            "Event Date: expected a day",
        ),
        (
            coded.icews(1, "2025-04-23", "China-Iran", "13y"),
            "CAMEO Code: expected a code of",
        ),
        (
            coded.icews(1, "2025-04-23", "Ruritania-Iran", "043"),
            "Source Country: expected the name",
        ),
        (
            coded.icews(1, "2025-04-23", "China-Iran", "043", **{"Event ID": "a b"}),
            "Event ID: expected a num",
        ),
    ],
)
def test_icews_odd_lines(line: str, expected: str) -> None:
    """An odd line is set aside with its number, counted with the first."""
    assert reason("icews", HEAD, line).startswith(expected)


def test_icews_empty_actor() -> None:
    """A side without a country, as international bodies have it, is no state."""
    [event] = read("icews", HEAD, coded.icews(1, "2025-04-23", "China-", "043"))

    assert isinstance(event, Coded)
    assert (event.targets, event.dyads) == ((), ())


def test_columns_are_found_by_name() -> None:
    """A file without a column that is needed is told so, by its name."""
    with pytest.raises(OddLineError, match="found none called 'CAMEO Code'"):
        read("icews", HEAD.replace("CAMEO Code", "Code"), VISIT)
    with pytest.raises(OddLineError, match="found none called 'Event ID'"):
        read("icews")


WORDS = "\t".join(coded.POLECAT)


def test_polecat() -> None:
    """A line of POLECAT has an event type of PLOVER; of several states on a side each pair is a dyad."""
    line = coded.polecat("20250423-0001-a_b.c", "2025-04-23", "CHN-AZE; ARM; None", "CONSULT")
    [event] = read("polecat", WORDS, line + "\t\t")

    assert isinstance(event, Coded)
    assert (event.id, event.code, event.names) == (
        "20250423-0001-a_b.c",
        "PLOVER:CONSULT",
        ("Li Qiang", "Ali Asadov"),
    )
    assert (event.sources, event.targets) == (("CHN",), ("AZE", "ARM"))
    assert event.dyads == (("ARM", "CHN"), ("AZE", "CHN"))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Event Type": "MEET"}, "Event Type: expected an event type of PLOVER, found 'MEET'"),
        ({"Actor Country": "CHN; QQQ"}, "Actor Country: expected a country code, found 'QQQ'"),
        ({"Event ID": "a> <b"}, "Event ID: expected letters, digits and hyphens, found 'a> <b'"),
        ({"Event Date": "None"}, "Event Date: expected a day as YYYY-MM-DD, found 'None'"),
    ],
)
def test_polecat_odd_lines(cells: dict[str, str], expected: str) -> None:
    """An odd line is set aside with the reason."""
    assert (
        reason("polecat", WORDS, coded.polecat("1", "2025-04-23", "CHN-AZE", "CONSULT", **cells)) == expected
    )


def test_each_format_is_told() -> None:
    """Each says its edition, where that is told, and its licence; an unknown one is told which are known."""
    for form in formats.known().values():
        assert form.edition
        assert form.source.startswith("http")
        assert form.licence
    with pytest.raises(ImportedError, match="format: expected one of gdelt, icews, polecat, found 'acled'"):
        formats.named("acled")


def test_files_as_they_are_published(tmp_path: Path) -> None:
    """A file may be packed; a line that is no UTF-8 is Latin-1; empty lines are left out."""
    raw = "Köln\r\n\nÀ\n".encode() + "Köln\n".encode("latin-1")
    (tmp_path / "plain.csv").write_bytes(raw)
    (tmp_path / "packed.gz").write_bytes(gzip.compress(raw))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("inside.csv", raw)

    expected = [(1, "Köln"), (3, "À"), (4, "Köln")]
    assert [list(files.lines(path)) for path in sorted(tmp_path.iterdir())] == [expected] * 3


def test_lines_that_are_too_long_are_cut(tmp_path: Path) -> None:
    """Of a line without an end only the beginning is held; the next one has its own number."""
    path = tmp_path / "long.csv"
    path.write_bytes(b"x" * (files.LONGEST * 3) + b"\nnext\n")

    assert [(number, len(line)) for number, line in files.lines(path)] == [(1, files.LONGEST), (2, 4)]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.zip", b"no zip", "expected a file that can be read, found: File is not a zip file"),
        ("a.gz", b"no gzip", "expected a file that can be read, found: Not a gzipped file"),
        ("a.gz", gzip.compress(b"a\n" * 999, mtime=0)[:-12], "expected a file that can be read"),
    ],
)
def test_files_that_are_broken(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    """A file that cannot be read is named with the reason."""
    (tmp_path / name).write_bytes(content)

    with pytest.raises(ImportedError, match=expected):
        list(files.lines(tmp_path / name))


def test_archives_of_several_files(tmp_path: Path) -> None:
    """Which of several files is meant is not guessed."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one", "a")
        archive.writestr("two", "b")

    with pytest.raises(ImportedError, match="expected one file in it, found 2"):
        list(files.lines(tmp_path / "a.zip"))
