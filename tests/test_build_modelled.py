"""A language model takes part in a build: what it says enters as far as the words bear it out."""

import json
import os
import pty
import signal
import subprocess
import sys
import termios
import threading
from pathlib import Path

import pytest
from answering import actor, event
from click.testing import CliRunner, Result
from modelled import EMPTY, Asked, Reply, Server, each, good, malformed, modelled, said, slow

from kg.cli import main

KEY = "sk-0123456789abcdef"
TEXTS = {
    "lima": "On Wednesday, President Ilham Aliyev met Liu Jianchao in Baku.",
    "oslo": "The envoys of Japan and Kenya met in Oslo on Monday.",
    "rome": "It rained in Rome.",
}
PEOPLE = [actor("Person", "Ilham Aliyev"), actor("Person", "Liu Jianchao")]
MET = event("Meeting", "met", ["Ilham Aliyev", "Liu Jianchao"], TEXTS["lima"], place=["Baku"])
INVENTED = event("Meeting", "met", ["Ilham Aliyev"], "President Ilham Aliyev met Xi Jinping in Moscow.")


def answer(asked: Asked) -> Reply:
    """Tell one meeting that the words bear out, and one that they do not."""
    return good(actors=PEOPLE, events=[MET, INVENTED]) if "Liu" in asked.text else good()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with articles."""
    (tmp_path / "sources").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "sources" / f"{name}.txt").write_text(text)
        (tmp_path / "sources" / f"{name}.toml").write_text("published = 2025-04-03\n")
    return tmp_path


def environment(stub: Server | None, **settings: str) -> dict[str, str]:
    """Return the settings of a build that asks a server, or nobody."""
    named = {"KG_MODEL": "m", "KG_MODEL_KEY": KEY, "KG_MODEL_URL": stub.address if stub else ""}
    return named | {f"KG_MODEL_{name.upper()}": value for name, value in settings.items()}


def build(
    home: Path, extractor: str | None, stub: Server | None = None, *more: str, **settings: str
) -> Result:
    """Build the articles of a folder."""
    words = ["build", str(home / "sources"), "--to", str(home / "data"), *more]
    named = ["--extractor", extractor] if extractor else []
    return CliRunner().invoke(main, [*words, *named], env=environment(stub, **settings))


def place(built: Result) -> Path:
    """Return the folder of a build."""
    assert (built.exit_code, built.stderr) == (0, "")
    return Path(built.stdout.splitlines()[0])


def triples(built: Path) -> set[str]:
    """Return the triples of a build."""
    return set((built / "graph.nt").read_text().splitlines())


def test_model_alone(home: Path) -> None:
    """The graph holds the meeting that the words bear out and nothing that was invented; that is counted."""
    with modelled(answer) as stub:
        built = build(home, "model", stub)
    graph = "\n".join(triples(place(built)))
    told = json.loads((place(built) / "manifest.json").read_text())["model"]

    assert sorted(asked.text for asked in stub.asked) == sorted(TEXTS.values())
    assert (
        graph.count(
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/communique/ontology#Meeting>"
        )
        == 1
    )
    assert "model.event (m, prompt" in graph
    assert "Moscow" not in graph
    assert (told["extractor"], told["model"], told["answers"], told["useless"]) == ("model", "m", 3, 0)
    assert told["rejected"] == {"model.event": 1}
    assert (
        "       3 answers of m, 0 of them no use\n       1 finds rejected (model.event 1)\n" in built.stdout
    )


def test_both(home: Path) -> None:
    """Joined with the rules, all stays that they find; what both find is told by both."""
    rules = triples(place(build(home, None)))
    with modelled(answer) as stub:
        both = triples(place(build(home, "both", stub)))

    def flat(graph: set[str]) -> set[str]:
        return {line for line in graph if "/claim/" not in line.split(" ", 1)[0]}

    assert flat(rules) <= flat(both)
    assert any(
        "event.meeting and model.event (m, prompt" in line or " and model.event (m" in line for line in both
    )


def test_repeat_without_a_call(home: Path) -> None:
    """A second build asks nothing and is the first, also where nobody is there to be asked."""
    with modelled(answer) as stub:
        first = place(build(home, "both", stub))
        second = place(build(home, "both", stub))
    third = place(build(home, "both"))

    assert len(stub.asked) == 3
    assert first == second == third


def test_replayed_elsewhere(home: Path) -> None:
    """A folder of answers, copied, makes the same build without a server; what it lacks is named."""
    with modelled(answer) as stub:
        first = place(build(home, "both", stub))
    (home / "data" / "answers").rename(home / "answers")
    (home / "other").mkdir()
    (home / "data").rename(home / "former")
    lacking = build(home, "both")
    (home / "answers").rename(home / "data" / "answers")
    second = place(build(home, "both"))

    assert lacking.exit_code == 75
    assert "3 of 3 articles have no answer of m" in lacking.stderr
    assert "lima.txt, oslo.txt, rome.txt" in lacking.stderr
    assert second.name == first.name


def test_rules_alone(home: Path) -> None:
    """Without a word on it the rules read alone: nobody is asked, and nothing of the build is another."""
    with modelled(answer) as stub:
        settled = place(build(home, None, stub))
        build(home, "both", stub)
        asked = len(stub.asked)
        again = place(build(home, "rules", stub))

    manifest = json.loads((settled / "manifest.json").read_text())
    assert (len(stub.asked), asked) == (3, 3)
    assert again == settled
    assert "model" not in manifest


def test_answers_of_no_use(home: Path) -> None:
    """Answers without JSON make no build fail; they are counted, and asked for again on demand."""
    with modelled(lambda asked: malformed() if "Liu" in asked.text else good()) as stub:
        first = place(build(home, "model", stub))
        assert len(stub.asked) == 4
        stub.answers = answer
        assert place(build(home, "model", stub)) == first
        second = place(build(home, "model", stub, "--again"))

    assert len(stub.asked) == 5
    assert json.loads((first / "manifest.json").read_text())["model"]["useless"] == 1
    assert "model.event" not in "".join(triples(first))
    assert "model.event" in "".join(triples(second))


def test_budget_stops_and_resumes(home: Path) -> None:
    """A budget that is used up ends the build cleanly; the former one stays, and the next goes on."""
    former = place(build(home, None))
    with modelled(each(said(EMPTY, tokens=(5_000, 0)))) as stub:
        stopped = build(home, "both", stub, tokens="20000", places="1", answer="100")
        so_far, current = len(stub.asked), (home / "data" / "current").resolve()
        whole = place(build(home, "both", stub))

    assert stopped.exit_code == 75
    assert "KG_MODEL_TOKENS: the next question may take" in stopped.stderr
    assert "This run had 2 answers, 10,000 tokens" in stopped.stderr
    assert (so_far, current) == (2, former)
    assert (len(stub.asked), (home / "data" / "current").resolve()) == (3, whole)


def process(home: Path, stub: Server, terminal: int) -> subprocess.Popen[str]:
    """Start a build as a user does, on a terminal."""
    command = [sys.executable, "-m", "kg", "build", str(home / "sources"), "--to", str(home / "data")]
    named = environment(stub, places="1") | {"OPENAI_LOG": "debug"}
    return subprocess.Popen(
        [*command, "--extractor", "model"],
        env={**os.environ, **named},
        stdout=subprocess.PIPE,
        stderr=terminal,
        text=True,
    )


def test_killed_and_resumed(home: Path) -> None:
    """A build that is killed while it waits goes on with the next one: nothing is asked again.

    A bar tells how far it went. The key stands in no file, no output and no command line meanwhile.
    """
    until, waiting = threading.Event(), threading.Event()

    def third_is_slow(asked: Asked) -> Reply:
        if asked.number == 3:
            waiting.set()
            return slow(until, good())
        return answer(asked)

    with modelled(third_is_slow) as stub:
        terminal, end = pty.openpty()
        termios.tcsetwinsize(end, (24, 100))
        running = process(home, stub, end)
        assert waiting.wait(60)
        lines = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
        running.send_signal(signal.SIGKILL)
        shown = os.read(terminal, 100_000).decode()
        output = running.communicate()[0] + shown
        os.close(end)
        os.close(terminal)
        until.set()
        answered = [asked.text for asked in stub.asked[:2]]
        built = build(home, "model", stub)

    assert "asked: " in shown
    assert "2 answers, " in shown
    files = [path for path in home.rglob("*") if path.is_file()]
    assert [asked.text for asked in stub.asked[3:]] == [asked.text for asked in stub.asked[2:3]]
    assert set(answered).isdisjoint(asked.text for asked in stub.asked[2:])
    assert place(built).exists()
    assert [path for path in files if KEY.encode() in path.read_bytes()] == []
    assert KEY not in output + built.output
    assert KEY.encode() not in b"\n".join(lines)
