"""Who tells of each thing is counted with the build: facts, outlets, groups, days; what a reading tells."""

import sqlite3
from pathlib import Path

import pytest

from kg.store import claimed, tellings
from kg.store.tellings import Asked, Kept, Latest, Summary

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

    def age(self, thing: str) -> int | None:
        """Return that of visits, the one with the highest number first."""
        return -int(thing[-1]) if thing.startswith("a:visit-") else None


Told = tuple[str, str, str, str, str | None]


def written(*told: Told) -> sqlite3.Connection:
    """Return tellings in memory, the claims numbered."""
    return tellings.write(":memory:", ((*each, f"c:{n}") for n, each in enumerate(told)), Voices())


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
    "all": ((), None, 3, ()),
    "an outlet": (("a:wire",), None, 2, (('"the port"', "a:place"),)),
    "two outlets": (("a:post", "a:mirror"), None, 2, ((ROME, "a:place"),)),
    "a day": ((), "2031-03-06", 1, ()),
    "both": (("a:wire",), "2031-03-06", 1, ()),
    "nobody": (("a:none",), None, 0, ()),
    "injection": (("x') OR 1=1 --",), None, 0, ()),
}


@pytest.mark.parametrize("case", READINGS.values(), ids=READINGS)
def test_what_a_reading_tells(
    index: sqlite3.Connection, case: tuple[tuple[str, ...], str | None, int, tuple[tuple[str, str], ...]]
) -> None:
    """Of some outlets, until a day; what they alone tell comes with the first property that tells it."""
    outlets, known, facts, alone = case

    assert tellings.kept(index, "a:visit", Asked(outlets, known)) == Kept(facts, len(alone), alone)


def test_facts_that_one_tells_alone_are_bounded() -> None:
    """The first are named, all are counted."""
    told = ((VISIT, PLACE, f"<a:{n:03}>", "a:post", None) for n in range(60))
    found = tellings.kept(written(*told), "a:visit", Asked(("a:post",), None))

    assert (found.facts, found.only, len(found.alone), found.alone[-1]) == (
        60,
        60,
        50,
        ("<a:049>", "a:place"),
    )


def test_latest_records_of_several_things() -> None:
    """Each once, by age, as many as are asked for; how many there are is told. What is no record is left."""
    near = [
        ("<a:voss>", 1, "a:post"),
        ("<a:voss>", 2, "a:post"),
        ("<a:lind>", 2, "a:post"),
        ("<a:lind>", 3, "a:wire"),
    ]
    told = [(f"<a:visit-{n}>", PLACE, who, f"{outlet}-2031-03-0{n}", None) for who, n, outlet in near]
    index = written(*told, ("<a:voss>", PLACE, OSLO, "a:post", None))
    both, post = ("a:voss", "a:lind"), ("a:post",)

    assert tellings.latest(index, both, Asked((), None), 2) == Latest(("a:visit-3", "a:visit-2"), 3)
    assert tellings.latest(index, both, Asked(post, "2031-03-01"), 9) == Latest(("a:visit-1",), 1)
    assert tellings.latest(index, ("a:oslo",), Asked((), None), 9) == Latest((), 0)


def test_claims_of_a_thing_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each fact the latest of the reading, and one of another; none of a thing of few, or of no record."""
    monkeypatch.setattr(tellings, "MANY", 2)
    monkeypatch.setattr(tellings, "SENTENCES", 1)
    one, few, days = "<a:visit-1>", "<a:visit-2>", ("post-2031-03-01", "post-2031-03-02", "wire-2031-03-03")
    told = [(one, PLACE, OSLO, f"a:{day}", None) for day in days]
    index = written(*told, (one, PLACE, ROME, "a:wire", None), (few, PLACE, OSLO, "a:post-2031-03-01", None))

    assert tellings.cited(index, "a:visit-1", Asked(("a:post",), None)) == ("c:1", "c:2", "c:3")
    assert tellings.cited(index, "a:visit-1", Asked((), "2031-03-01")) == ("c:0", "c:2", "c:3")
    assert tellings.cited(index, "a:visit-2", Asked((), None)) == ()
    assert tellings.cited(index, "a:oslo", Asked((), None)) == ()


def test_claims_of_a_thing_of_many_by_triple_and_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each property of one value, and on each word; classes and what follows from the rest too."""
    monkeypatch.setattr(tellings, "MANY", 2)
    monkeypatch.setattr(tellings, "SENTENCES", 1)
    one, early, late, day = "<a:visit-1>", "a:post-2031-03-01", "a:post-2031-03-02", '"2031-04-01"'
    index = written(
        (one, "<a:first>", day, early, None),
        (one, "<a:last>", day, late, None),
        (one, "<a:last>", day, late, "a:lind"),
        (one, TYPE, "<a:Visit>", early, None),
    )

    assert tellings.cited(index, "a:visit-1", Asked((), None)) == ("c:0", "c:1", "c:2", "c:3")


def test_claims_are_read_from_the_file_of_the_graph(tmp_path: Path) -> None:
    """Once for each article; the words of a literal stand as they are written."""
    (tmp_path / "graph.nt").write_text(GRAPH)

    assert list(claimed.tellings(tmp_path / "graph.nt")) == [
        (VISIT, PLACE, OSLO, "a:one", "s:1", "c:1"),
        (VISIT, PLACE, OSLO, "a:two", "s:1", "c:1"),
        (VISIT, "<a:text>", '"a \\"b\\" . c"', "a:two", None, "c:2"),
    ]


def test_same_tellings_make_the_same_rows() -> None:
    """A thing without claims has nothing; two files of the same claims have the same rows."""
    told = (VISIT, PLACE, OSLO, "a:post-2031-03-05", None)
    rows = [list(written(told).execute("SELECT * FROM tellings")) for _ in range(2)]

    assert rows[0] == rows[1]
    assert len(rows[0]) == 2
    assert tellings.summary(written(), "a:visit") is None
