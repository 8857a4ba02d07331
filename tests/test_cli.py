"""The commands do what they say; what goes wrong is told in one line, without a traceback."""

import os
import pty
import signal
import socket
import subprocess
import sys
import termios
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.version import VERSION

HOME = Path(__file__).parent.parent


def kg(*words: str | Path, **environment: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], env=environment)


@contextmanager
def serving(*command: str, home: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield a service that has said where it listens, and that address; end it at the latest here."""
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=home,
        env={**os.environ, "HOME": str(home), "KG_WORKERS": "1", **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        listening = next(line for line in process.stderr if "Listening at" in line)
        yield process, listening.split("Listening at: ")[1].split()[0]
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def get(address: str) -> tuple[int, str]:
    """Return status and text of a page."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.status, answer.read().decode()


def test_version() -> None:
    """The command tells its version."""
    assert kg("--version").output == f"kg, version {VERSION}\n"


@pytest.mark.parametrize(
    "command", [[], ["build"], ["serve"], ["explain"]], ids=["kg", "build", "serve", "explain"]
)
def test_help(command: list[str]) -> None:
    """Each command explains itself."""
    result = kg(*command, "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_nothing_there(tmp_path: Path) -> None:
    """A path where nothing lies is told in one line."""
    result = kg("build", tmp_path / "nowhere", "--to", tmp_path / "data")

    assert result.exit_code == 1
    assert result.stderr == f"Error: {tmp_path}/nowhere: expected a file or a folder, found nothing\n"


def test_broken_source(tmp_path: Path) -> None:
    """A file that cannot be read is named; nothing is left behind that could be served."""
    (tmp_path / "a.txt").write_bytes(b"They met\xff.")
    result = kg("build", tmp_path / "a.txt", "--to", tmp_path / "data")

    assert result.exit_code == 1
    assert result.stderr == "Error: a.txt: expected UTF-8, found byte 0xff at offset 8\n"
    assert not (tmp_path / "data" / "current").exists()


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A data folder that is a file is told in one line."""
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "data").write_text("")
    result = kg("build", tmp_path / "a.txt", "--to", tmp_path / "data")

    assert result.exit_code == 1
    assert (
        result.stderr
        == f"Error: {tmp_path}/data: expected a folder that can be written, found: File exists\n"
    )


def test_explain(tmp_path: Path) -> None:
    """An article is explained without colours where no terminal reads, and as a page in a file."""
    (tmp_path / "a.txt").write_text("Brazil met Peru in Lima.")
    result = kg("explain", tmp_path / "a.txt")
    page = kg("explain", tmp_path / "a.txt", "--html", tmp_path / "a.page.html")

    assert (result.exit_code, page.exit_code, page.output) == (0, 0, "")
    assert "  1  Brazil met Peru in Lima.\n     Meeting [" in result.output
    assert "\x1b" not in result.output
    assert "Brazil met Peru in Lima." in (tmp_path / "a.page.html").read_text()


def test_explain_what_cannot_be_read_or_written(tmp_path: Path) -> None:
    """A file that is not there, and a page that cannot be written, are told in one line."""
    (tmp_path / "a.txt").write_text("Brazil met Peru in Lima.")
    missing = kg("explain", tmp_path / "b.txt")
    barred = kg("explain", tmp_path / "a.txt", "--html", tmp_path)

    assert (missing.exit_code, barred.exit_code) == (1, 1)
    assert "b.txt: expected" in missing.stderr
    assert barred.stderr == f"Error: {tmp_path}: expected a file that can be written, found: Is a directory\n"


def test_broken_setting(tmp_path: Path) -> None:
    """A setting of another type is named."""
    result = kg("build", tmp_path, KG_PORT="soon")

    assert result.exit_code == 1
    assert result.stderr == "Error: KG_PORT: expected int, found 'soon'\n"


def test_progress_bar(tmp_path: Path) -> None:
    """A bar shows on a terminal, and nowhere else; what was built is told on the standard output."""
    (tmp_path / "a.txt").write_text("They met.")
    command = [sys.executable, "-m", "kg", "build", "a.txt"]
    terminal, end = pty.openpty()
    termios.tcsetwinsize(end, (24, 80))
    first = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=end, text=True, check=True)
    second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    bar = os.read(terminal, 10_000).decode()
    os.close(end)
    os.close(terminal)

    assert "articles: " in bar
    assert "1/1" in bar
    assert second.stderr == ""
    assert second.stdout == first.stdout
    assert second.stdout.startswith("data/builds/")


def test_build_tells_what_it_selects_from(tmp_path: Path) -> None:
    """Below the place of the build stand the counts of what was read without a find."""
    (tmp_path / "a.txt").write_text("Brazil met Peru in Lima. It rained.\n\nShare this article\n")
    shown = kg("build", tmp_path / "a.txt", "--to", tmp_path / "data").stdout.splitlines()

    assert shown[1:] == [
        "       1 articles",
        "       0 articles without any event",
        "       0 articles without any record",
        "       3 sentences",
        "       1 sentences left unread (share 1)",
        "       1 sentences without any find",
    ]


@pytest.mark.parametrize("options", [["--jobs", "0"], ["--port", "70000"]], ids=["jobs", "port"])
def test_numbers_out_of_range(options: list[str]) -> None:
    """A number that makes no sense is refused with the range."""
    result = kg("build" if "--jobs" in options else "serve", *options)

    assert result.exit_code == 2
    assert "range" in result.stderr


def test_serve_without_sources(tmp_path: Path) -> None:
    """Where there is neither a build nor sources, `kg serve` says so and ends."""
    command = [sys.executable, "-m", "kg", "serve", "--data", "data"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == "Error: sources: expected a file or a folder, found nothing\n"


def test_port_in_use(data: Path) -> None:
    """A port that somebody listens on is told in one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = kg("serve", "--data", data, "--port", str(port))

    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: 127.0.0.1:{port}: expected an address to listen on, found: Address already in use\n"
    )


@pytest.mark.parametrize(
    "command",
    [["-m", "kg", "serve"], [str(HOME / "server.py")]],
    ids=["kg serve", "server.py"],
)
def test_serve(data: Path, tmp_path: Path, command: list[str]) -> None:
    """The service answers, leaves nothing in the home folder, and ends well when it is told to."""
    with serving(*command, "--data", str(data), "--port", "0", home=tmp_path) as (process, address):
        status, page = get(f"{address}/")
        process.send_signal(signal.SIGTERM)

        assert process.wait(30) == 0
        assert (status, "Communiqué" in page) == (200, True)
        assert list(tmp_path.iterdir()) == []


def test_serve_builds_first(sources: Path, tmp_path: Path) -> None:
    """Where there is no build yet, `kg serve` builds from `sources/` and then answers."""
    (tmp_path / "sources").mkdir()
    for path in sources.iterdir():
        (tmp_path / "sources" / path.name).write_bytes(path.read_bytes())
    with serving("-m", "kg", "serve", "--port", "0", home=tmp_path) as (_, address):
        assert get(f"{address}/")[0] == 200

    assert (tmp_path / "data" / "current" / "graph.nt").is_file()


def test_export(data: Path, tmp_path: Path) -> None:
    """The table of the current build is written in the form that the file's ending names."""
    done = kg("export", "--data", data, "--unit", "dyad-year", "--to", tmp_path / "years.csv")
    other = kg("export", "--data", data, "--to", tmp_path / "years.xlsx")

    assert (done.exit_code, done.output) == (0, "")
    assert "2025,Azerbaijan,AZE,373,373,China,CHN,710,710," in (tmp_path / "years.csv").read_text()
    assert (other.exit_code, "expected one of csv, parquet, found 'xlsx'" in other.output) == (1, True)
