"""What the claims of a graph tell of an article: those of other articles, and rejected ones, tell nothing."""

from pathlib import Path

import pytest
from annotated import DIP, Example, gold, iri, term
from annotations import MET, PEOPLE, claims, pair

from kg.errors import StoreError
from kg.evaluating import graph, told
from kg.evaluating.finds import Finds
from kg.model import Span

THINGS = {
    **PEOPLE,
    "meeting/m": ("Meeting", "M"),
    "statement/s": ("Statement", "S"),
    "statement/t": ("Statement", "T"),
}


def lines(*rows: tuple[str, str, str, str]) -> str:
    """Return a graph that tells of one article."""
    return "".join(f"{line}\n" for line in Example(MET, gold(), THINGS, rows).lines("a.txt"))


def finds(text: str, file: str = "a.txt") -> Finds:
    """Return what N-Triples tell of an article."""
    return told.finds(graph.of(text.encode()), file)


def test_event() -> None:
    """An event is told with all who take part, its days, its place and the names of its actors."""
    found = finds(
        lines(*pair("meeting/m", MET, "status Planned", "earliest 2025-04-07", "latest 2025-04-09"))
    )
    event = found.events[0]

    assert (event.kind, event.status, event.dates) == ("Meeting", "Planned", ("2025-04-07", "2025-04-09"))
    assert event.at == (Span(0, len(MET)),)
    assert {(actor.kind, *actor.names) for actor in found.actors} == {
        ("Person", "ann lee"),
        ("Person", "bo ray"),
    }


def test_other_articles() -> None:
    """Claims that rest on another article tell nothing of this one."""
    assert finds(lines(*pair("meeting/m", MET)), "b.txt") == Finds((), (), (), (), ())


def test_rejected() -> None:
    """A claim that people rejected tells nothing; what is left without anybody is no event."""
    text = lines(*claims("meeting/m", MET, "participant person/lee"))
    claim = next(line.split()[0] for line in text.splitlines() if line.endswith(f"<{DIP}Claim> ."))

    assert len(finds(text).events) == 1
    assert finds(f"{text}{claim} {term('review')} {term('Rejected')} .\n").events == ()


def test_value_that_won() -> None:
    """Of several values that an article tells, that which is part of the flat layer counts."""
    text = lines(*pair("meeting/m", MET, "status Occurred", "status Planned"))
    flat = f"{iri('meeting/m')} {term('status')} {term('Occurred')} .\n"

    assert flat in text
    assert finds(text.replace(flat, "")).events[0].status == "Planned"
    assert finds(text.replace(flat.replace("Occurred", "Planned"), "")).events[0].status == "Occurred"


def test_report() -> None:
    """One who only reports what another says makes no statement, but is whose word it stands on."""
    found = finds(
        lines(
            *claims("statement/s", MET, "speaker person/lee", "text words"),
            *claims("statement/t", MET, "speaker person/ray", "reports statement/s"),
        )
    )

    assert [list(statement.chains) for statement in found.statements] == [[(f"{DIP[:-9]}person/ray",)]]


def test_circle() -> None:
    """Two who report one another make chains that end."""
    rows = (
        *claims("statement/s", MET, "speaker person/lee", "text words", "reports statement/t"),
        *claims("statement/t", MET, "speaker person/ray", "text words", "reports statement/s"),
    )

    assert [len(chain) for s in finds(lines(*rows)).statements for chain in s.chains] == [10, 10]


def test_misquoted() -> None:
    """Claims on words that do not stand at their place are counted."""
    read = graph.of(lines(*pair("meeting/m", MET)).encode())

    assert told.misquoted(read, "a.txt", MET) == 0
    assert told.misquoted(read, "a.txt", MET.lower()) == 2


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.nt", "<a:b> <c:d>", "expected a graph in N-Triples, found"),
        ("a.ttl", "@prefix", "expected a graph in Turtle, found"),
        (
            "a.nt",
            f"<a:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{DIP}Claim> .",
            "a:b: expected a value of",
        ),
    ],
    ids=["broken", "broken turtle", "empty claim"],
)
def test_broken_graph(tmp_path: Path, name: str, content: str, expected: str) -> None:
    """A graph that cannot be read is named."""
    (tmp_path / name).write_text(content)
    with pytest.raises(StoreError, match=expected):
        graph.read(tmp_path / name)


def test_no_graph(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(StoreError, match=r"a\.nt: expected a graph"):
        graph.read(tmp_path / "a.nt")
