"""`kg link` tells what it did, asks who is there, and loses nothing when it is broken off."""

import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
from click.testing import CliRunner, Result
from endpoints import Reply, Server, oxigraph, server
from slices import BASE, WD, graph, wikidata
from test_linking import ITEMS, OURS

from kg import sssom
from kg.cli import main
from kg.linking.command import AGAIN
from kg.version import VERSION


@pytest.fixture(scope="module")
def wikidata_server() -> Iterator[str]:
    """Yield the address of a server with a slice of Wikidata."""
    with oxigraph(wikidata(ITEMS)) as address:
        yield address


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with sources and a build."""
    (tmp_path / "sources").mkdir()
    live.build(tmp_path / "data", graph(OURS))
    return tmp_path


def words(home: Path, address: str, *more: str) -> list[str]:
    """Return the words of the command."""
    given = ["--to", str(home / "sources"), "--endpoint", address, "--pause", "0", *more]
    return ["link", "--data", str(home / "data"), *given]


def link(home: Path, address: str, *more: str) -> Result:
    """Run the command in this process, where no terminal is."""
    return CliRunner().invoke(main, words(home, address, *more))


def decided(home: Path) -> dict[str, str]:
    """Return the items of the file, by our labels."""
    _, rows = sssom.read((home / "sources" / "links.sssom.tsv").read_text())
    found = [row for row in rows if row.object.startswith(WD) and not row.is_rejected]
    return {str(row.subject_label): row.object.removeprefix(WD) for row in found}


def test_without_a_terminal(home: Path, wikidata_server: str) -> None:
    """What is sure is linked, and what is not waits in a file; both are named."""
    found = link(home, wikidata_server)

    assert found.exit_code == 0
    assert found.stdout.splitlines() == [
        "9 looked for: 4 linked, 3 wait for a person",
        "1 not looked for: no name of theirs tells them from others",
        f"{home}/sources/links.sssom.tsv: read by the next `kg build`",
        f"{home}/sources/links.review.sssom.tsv: candidates, for people to decide on",
    ]
    assert decided(home)["Ilham Aliyev"] == "Q1"


def test_one_class_and_few(home: Path, wikidata_server: str) -> None:
    """Classes and a number bound what is looked for."""
    found = link(home, wikidata_server, "--kind", "Person", "--most", "2")

    assert found.stdout.startswith("2 looked for: 1 linked, 1 wait")


def test_who_asks(home: Path, wikidata_server: str) -> None:
    """We go by the name of the project, with an address where we can be found."""
    with server(behind=wikidata_server) as proxy:
        link(home, proxy.address)

    assert set(proxy.agents) == {f"Communique/{VERSION} (+{BASE})"}


def test_the_setting(home: Path, wikidata_server: str) -> None:
    """The endpoint is a setting."""
    given = [word for word in words(home, "") if word not in ("", "--endpoint")]
    found = CliRunner().invoke(main, given, env={"KG_LINK_ENDPOINT": wikidata_server})

    assert "4 linked" in found.stdout


def test_without_a_network(home: Path) -> None:
    """Nobody there: one line says so, with an exit code for a failure that passes."""
    found = link(home, "http://127.0.0.1:1/sparql")

    assert found.exit_code == AGAIN == 75
    assert found.stdout == ""
    assert found.stderr.startswith(
        "Error: http://127.0.0.1:1/sparql: expected an answer, found no way there: "
    )
    assert found.stderr.endswith("is kept: `kg link` goes on from there\n")
    assert found.stderr.count("\n") == 1


def failing_from(number: int, reply: Reply) -> Server:
    """Return what fails from one question on."""
    return Server(lambda _query, asked: reply if asked >= number else None)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_goes_on_where_it_stopped(home: Path, wikidata_server: str, number: int) -> None:
    """Whenever the endpoint turns away, the next run asks only for what is missing."""
    with server(failing_from(number, Reply(403)).answers, wikidata_server) as proxy:
        broken = link(home, proxy.address)
        proxy.answers, before = lambda _query, _asked: None, proxy.queries[:-1]
        whole = link(home, proxy.address)

    assert (broken.exit_code, whole.exit_code) == (AGAIN, 0)
    assert "found status 403" in broken.stderr
    assert set(before).isdisjoint(proxy.queries[len(before) + 1 :])
    assert len(decided(home)) == 4


def test_killed_midway(home: Path, wikidata_server: str) -> None:
    """A process that is killed while it waits has kept what was answered; files are whole or not there."""
    asked, over = threading.Event(), threading.Event()

    def third_hangs(_query: str, number: int) -> Reply | None:
        if number == 3:
            asked.set()
            over.wait()
        return None

    with server(third_hangs, wikidata_server) as proxy:
        command = [sys.executable, "-m", "kg", *words(home, proxy.address)]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            assert asked.wait(60)
            process.send_signal(signal.SIGKILL)
        over.set()
        before = list(proxy.queries)
        found = link(home, proxy.address)

    assert list((home / "sources").glob(".*")) == []
    assert before[2] in proxy.queries[3:]
    assert set(before[:2]).isdisjoint(proxy.queries[3:])
    assert (found.exit_code, len(decided(home))) == (0, 4)


def test_offline(home: Path, wikidata_server: str) -> None:
    """What was answered before is enough to judge anew."""
    link(home, wikidata_server)
    (home / "sources" / "links.sssom.tsv").unlink()
    found = link(home, wikidata_server, "--offline")

    assert found.exit_code == 0
    assert len(decided(home)) == 4


def test_broken_decisions(home: Path, wikidata_server: str) -> None:
    """A file of decisions that cannot be read stops the command, is named, and stays as it is."""
    file = home / "sources" / "links.sssom.tsv"
    file.write_text("no\tSSSOM\n")
    found = link(home, wikidata_server)

    assert found.exit_code == 1
    assert found.stderr.startswith("Error: links.sssom.tsv")
    assert file.read_text() == "no\tSSSOM\n"


def test_no_build(tmp_path: Path) -> None:
    """Without a build there is nothing to link."""
    (tmp_path / "sources").mkdir()
    found = link(tmp_path, "http://127.0.0.1:1/")

    assert found.exit_code == 1
    assert "expected a build, found none" in found.stderr


def test_on_a_terminal(home: Path, wikidata_server: str) -> None:
    """Who sits at a terminal is shown reasons and our sentence, and their decisions stand in the file."""
    shown = _typed(
        [sys.executable, "-m", "kg", *words(home, wikidata_server)], "Jane Doe\r", "n\r", "9\r", "2\r", "s\r"
    )
    _, rows = sssom.read((home / "sources" / "links.sssom.tsv").read_text())
    own = [row for row in rows if row.decided_by == "Jane Doe"]

    assert "Chen Ming, person: two candidates are nearly as good" in shown
    assert "“Chen Ming spoke to reporters.”" in shown
    assert "state 1.00: both of CHN" in shown
    assert "'9' is not one of '1', '2', 'n', 's', 'q'." in shown
    assert "2 decided by Jane Doe; 1 wait" in shown
    assert [(row.object.removeprefix(WD), row.is_rejected) for row in own] == [("Q7", True), ("Q9", False)]
    assert (home / "sources" / "links.review.sssom.tsv").read_text().count("communique:") == 2


def _typed(command: list[str], *answers: str) -> str:
    """Return what a command shows on a terminal where these answers are typed, each after a question."""
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower) as process:
        os.close(follower)
        shown, answered, waiting = "", 0, list(answers)
        while piece := _read(leader):
            shown += piece
            # What is typed before a question is there may be lost; a question on the line of an answer is
            # one that the terminal shows again.
            if waiting and shown.endswith("): ") and "\n" in shown[answered:]:
                answered = len(shown)
                os.write(leader, waiting.pop(0).encode())
        process.wait()
    os.close(leader)
    return shown


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:  # how a terminal ends
        return ""
