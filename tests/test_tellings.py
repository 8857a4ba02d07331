"""Who tells of each thing is counted with the build: facts, outlets, groups, days; what a reading tells."""

import sqlite3
from pathlib import Path

import pytest

from kg.store import claimed, tellings
from kg.store.tellings import Kept, Summary, Telling

PLACE, TYPE = "<a:place>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
VISIT, OSLO, ROME = "<a:visit>", "<a:oslo>", "<a:rome>"
GRAPH = """\
<c:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <a:oslo> .
<c:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <a:place> .
<c:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <a:visit> .
<c:1> <https://w3id.org/communique/ontology#accordingTo> <s:1> .
<c:1> <https://w3id.org/communique/ontology#passage> <p:1> .
<c:1> <https://w3id.org/communique/ontology#passage> <p:2> .
<c:1> <https://w3id.org/communique/ontology#passage> <p:3> .
<c:2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> "a \\"b\\" . c" .
<c:2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <a:text> .
<c:2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <a:visit> .
<c:2> <https://w3id.org/communique/ontology#passage> <p:9> .
<p:1> <https://w3id.org/communique/ontology#article> <a:one> .
<p:2> <https://w3id.org/communique/ontology#article> <a:one> .
<p:3> <https://w3id.org/communique/ontology#article> <a:two> .
<p:9> <https://w3id.org/communique/ontology#article> <a:two> .
"""


class Voices:
    """An article `a:post-2031-03-05` is one of the outlet `post`; what is on a word is the word's."""

    def of(self, article: str, telling: str | None) -> frozenset[str]:
        """Return the outlets."""
        return frozenset((telling or article.split("-", maxsplit=1)[0],))

    def groups(self, outlet: str) -> tuple[str, ...]:
        """Return one group for all but one."""
        return () if outlet == "a:mirror" else ("ownership/free",)

    def day(self, article: str) -> str | None:
        """Return what stands behind the outlet."""
        return article.partition("-")[2] or None


def written(*told: Telling) -> sqlite3.Connection:
    """Return tellings in memory."""
    return tellings.write(":memory:", told, Voices())


@pytest.fixture
def index() -> sqlite3.Connection:
    """Return four tellings of a visit."""
    return written(
        (VISIT, PLACE, OSLO, "a:post-2031-03-05", None),
        (VISIT, "<a:about>", OSLO, "a:wire-2031-03-06", None),
        (VISIT, PLACE, ROME, "a:mirror", None),
        (VISIT, PLACE, '"the port"', "a:post-2031-03-07", "a:wire"),
        (VISIT, TYPE, "<a:Visit>", "a:post-2031-03-05", None),
    )


def test_summary_counts_each_fact_once(index: sqlite3.Connection) -> None:
    """By outlet and group, the most first; a class is no fact; what only undated articles tell is counted."""
    assert tellings.summary(index, "a:visit") == Summary(
        facts=3,
        undated=1,
        outlets=(("a:wire", 2), ("a:mirror", 1), ("a:post", 1)),
        groups=(("ownership/free", 2),),
        days=("2031-03-07", "2031-03-06", "2031-03-05"),
        published=3,
    )


def test_object_has_a_summary_too(index: sqlite3.Connection) -> None:
    """A visit is a fact of the place; a value has no page."""
    oslo = tellings.summary(index, "a:oslo")

    assert oslo is not None
    assert (oslo.facts, oslo.outlets) == (1, (("a:post", 1), ("a:wire", 1)))
    assert tellings.summary(index, "the port") is None
    assert tellings.summary(index, "a:Visit") is None


def test_days_are_bounded() -> None:
    """The last ones are kept, and how many there are."""
    days = [f"2031-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]
    found = tellings.summary(written(*((VISIT, PLACE, OSLO, f"a:post-{d}", None) for d in days)), "a:visit")

    assert found is not None
    assert (len(found.days), found.days[0], found.published) == (tellings.SHOWN, "2031-03-28", 84)


READINGS = {
    "all": ((), None, {OSLO, ROME, '"the port"'}, ()),
    "an outlet": (("a:wire",), None, {OSLO, '"the port"'}, (('"the port"', "a:place"),)),
    "two outlets": (("a:post", "a:mirror"), None, {OSLO, ROME}, ((ROME, "a:place"),)),
    "a day": ((), "2031-03-06", {OSLO}, ()),
    "both": (("a:wire",), "2031-03-06", {OSLO}, ()),
    "nobody": (("a:none",), None, set(), ()),
    "injection": (("x') OR 1=1 --",), None, set(), ()),
}


@pytest.mark.parametrize("case", READINGS.values(), ids=READINGS)
def test_what_a_reading_tells(
    index: sqlite3.Connection, case: tuple[tuple[str, ...], str | None, set[str], tuple[tuple[str, str], ...]]
) -> None:
    """Of some outlets, until a day; what they alone tell comes with the first property that tells it."""
    outlets, known, facts, alone = case

    assert tellings.kept(index, "a:visit", outlets, known) == Kept(frozenset(facts), alone)


def test_claims_are_read_from_the_file_of_the_graph(tmp_path: Path) -> None:
    """Once for each article; the words of a literal stand as they are written."""
    (tmp_path / "graph.nt").write_text(GRAPH)

    assert list(claimed.tellings(tmp_path / "graph.nt")) == [
        (VISIT, PLACE, OSLO, "a:one", "s:1"),
        (VISIT, PLACE, OSLO, "a:two", "s:1"),
        (VISIT, "<a:text>", '"a \\"b\\" . c"', "a:two", None),
    ]


def test_same_tellings_make_the_same_rows() -> None:
    """A thing without claims has nothing; two files of the same claims have the same rows."""
    told = (VISIT, PLACE, OSLO, "a:post-2031-03-05", None)
    rows = [list(written(told).execute("SELECT * FROM tellings")) for _ in range(2)]

    assert rows[0] == rows[1]
    assert len(rows[0]) == 2
    assert tellings.summary(written(), "a:visit") is None
