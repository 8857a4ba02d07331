"""One rotten article is set aside with its reason, and the rest is built; what is done is not done again."""

import hashlib
import json
import multiprocessing
import signal
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from stages import STAGES, converted
from test_cli import kg

from kg import build
from kg.build import Order, report
from kg.errors import KgError, RegistryError
from kg.readers import Aside

SUFFERING = replace(STAGES, converter="stages:suffer")


ENDINGS = (
    *(".html", ".htm", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".parquet", ".tar", ".tar.bz2"),
    *(".tar.gz", ".tar.xz", ".tgz", ".txt", ".warc", ".warc.gz", ".zip"),
)


def reasons(place: Path) -> dict[str, str]:
    """Return why each article was set aside when a build was made, without the place before it."""
    head, *rows = (row.split("\t") for row in (place / report.FILE).read_text().splitlines())
    assert head == ["file", "reason"]
    return {file: reason.removeprefix(f"{file}: ") for file, reason in rows}


@pytest.fixture
def tolerant(order: Order) -> Order:
    """Return an order to build two articles that keeps going, with a second and a gigabyte for each."""
    return replace(order, keeps_going=True, seconds=20.0, memory=10**9)


@pytest.mark.parametrize("jobs", [1, 2])
def test_rotten_articles_are_set_aside(tolerant: Order, jobs: int) -> None:
    """Whatever befalls an article, the others are built, and the report says why it lacks."""
    sources = tolerant.sources[0]
    for word in ("die", "stumble", "swell"):
        (sources / f"{word}.txt").write_text(word)
    (sources / "c.pdf").write_bytes(b"%PDF")
    for number in range(12):
        (sources / f"{number}.txt").write_text(f"They met {number} times.")
    place = build.run(replace(tolerant, jobs=jobs), SUFFERING)

    ends = "expected a converter that ends well, found"

    assert len(list((place / "articles").glob("*.txt.txt"))) == 14
    assert reasons(place) == {
        "sources/c.pdf": f"expected a file ending in {', '.join(ENDINGS)}, found .pdf",
        "sources/die.txt": f"{ends} its process killed (memory?)",
        "sources/stumble.txt": f"{ends} ZeroDivisionError: stumble.txt",
        "sources/swell.txt": f"{ends} MemoryError",
    }


def test_article_that_never_ends(tolerant: Order) -> None:
    """A converter that does not end in time is ended."""
    (tolerant.sources[0] / "c.txt").write_text("stay")
    place = build.run(replace(tolerant, seconds=0.5), SUFFERING)

    assert reasons(place) == {
        "sources/c.txt": "expected a converter that ends in time, found it at work after the deadline"
    }


def test_broken_sources_are_set_aside(tolerant: Order) -> None:
    """What cannot be read is set aside, also in archives, and where it has the name of another."""
    sources = tolerant.sources[0]
    (sources / "blank.txt").write_text(" \n")
    (sources / "latin.txt").write_bytes(b"caf\xe9")
    (sources / "alone.toml").write_text("")
    (sources / "broken.tar.gz").write_bytes(b"PK")
    with zipfile.ZipFile(sources / "z.zip", "w") as archive:
        archive.writestr("a.txt", "They wrote.")
        archive.writestr("good.txt", "They wrote.")
    place = build.run(tolerant, replace(STAGES, converter="stages:read"))
    found = reasons(place)

    assert list(found) == [
        "sources/alone.toml", "sources/blank.txt", "sources/broken.tar.gz", "sources/latin.txt",
        "sources/z.zip: a.txt",
    ]  # fmt: skip
    assert found["sources/blank.txt"] == "blank.txt: expected text, found none"
    assert found["sources/z.zip: a.txt"] == (
        "expected a name of its own, found that sources/a.txt has the same address"
    )
    assert sorted(p.name for p in (place / "articles").glob("*.txt.txt")) == [
        "a.txt.txt", "b.txt.txt", "good.txt.txt",
    ]  # fmt: skip


def test_report_is_part_of_the_build(tolerant: Order, tmp_path: Path) -> None:
    """The same sources elsewhere give the same report; the manifest tells of it, if there is one."""
    without = build.run(tolerant, STAGES)
    (tolerant.sources[0] / "c.pdf").touch()
    one = build.run(tolerant, STAGES)
    other = build.run(replace(tolerant, to=tmp_path / "other"), STAGES)
    content = (one / "report.tsv").read_bytes()

    assert (one.name == other.name, one.name == without.name) == (True, False)
    assert json.loads((one / "manifest.json").read_text())["aside"] == {
        "count": 1,
        "file": "report.tsv",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert "aside" not in json.loads((without / "manifest.json").read_text())


def test_what_is_sound_builds_the_same(order: Order) -> None:
    """Where nothing is set aside, a build that keeps going is the one that does not."""
    first = build.run(order, STAGES)

    assert build.run(replace(order, keeps_going=True), STAGES) == first


def test_fault_of_the_house_stops_the_build(tolerant: Order) -> None:
    """A table that is broken for all articles is no reason to set them aside one by one."""
    (tolerant.sources[0] / "c.txt").write_text("registry")

    with pytest.raises(RegistryError, match=r"states\.tsv"):
        build.run(tolerant, SUFFERING)


def test_nothing_left(tolerant: Order) -> None:
    """Where all articles are set aside there is no build, and the message says why the first was."""
    for path in tolerant.sources[0].iterdir():
        path.write_text("stumble")

    with pytest.raises(KgError, match=r"expected articles, found none; the first .* ZeroDivisionError"):
        build.run(tolerant, SUFFERING)


def build_until_killed(order: Order) -> None:
    """Build with two processes."""
    build.run(order, SUFFERING)


def test_killed_run_goes_on(order: Order) -> None:
    """A build that is killed midway goes on where it was: no article is converted twice."""
    names = [f"{number:02}.txt" for number in range(30)]
    for name in names:
        (order.sources[0] / name).write_text(f"They met, says {name}.")
    (order.sources[0] / "zz.txt").write_text("stay")
    two = replace(order, jobs=2)
    process = multiprocessing.get_context("spawn").Process(target=build_until_killed, args=(two,))
    process.start()
    kept = order.to / "cache"
    while len(list(kept.rglob("*.pickle"))) < 20:
        process.join(0.05)
        assert process.is_alive()
    process.kill()
    process.join()
    before = len(list(kept.rglob("*.pickle")))
    done = converted(order)
    (order.sources[0] / "zz.txt").unlink()
    build.run(order, SUFFERING)
    after = converted(order)

    assert process.exitcode == -signal.SIGKILL
    assert before >= 20
    assert len(after) == len(names) + 2 - before  # two articles that every order has
    assert len([name for name in after if name in done]) <= 2 * 4  # done, and killed before they were kept


def test_cells_are_cells() -> None:
    """Whatever a name or a message holds, a row of the report is a row."""
    told = report.text([Aside("a\tb\u2028\x00", "no\n\nsuch thing" + "!" * 2_000)], [Path("sources")])

    assert told == f"file\treason\na b \N{REPLACEMENT CHARACTER}\tno such thing{'!' * 987}…\n"


def test_command(tmp_path: Path) -> None:
    """`--keep-going` ends well and says how much was set aside; without it the build stops with the name."""
    (tmp_path / "a.txt").write_text("Brazil met Peru in Lima.")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    stopped = kg("build", tmp_path, "--to", tmp_path / "data")
    done = kg("build", tmp_path, "--to", tmp_path / "data", "--keep-going")
    place = (tmp_path / "data" / "current").resolve()

    assert (stopped.exit_code, stopped.stderr) == (
        1,
        "Error: b.txt: expected UTF-8, found byte 0xff at offset 0\n",
    )
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (
        0,
        f"       1 set aside; {tmp_path}/data/builds/{place.name}/report.tsv tells why",
    )
