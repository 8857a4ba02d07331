"""The machine accepts one clear candidate, and leaves the rest to people, whose decisions stay."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import SKOS
from slices import BASE, WD

from kg import sssom
from kg.errors import MappingError, SourceError
from kg.linking import asking, decisions
from kg.linking.asking import Person
from kg.linking.candidates import Candidate
from kg.linking.decisions import Decisions
from kg.linking.judging import Bounds, Verdict, judge, posterior, settled, weights
from kg.linking.sought import Sought
from kg.matching import WEIGHTS, Profile
from kg.sssom import Mapping
from kg.vocab import DIP

DAY, LATER = dt.date(2026, 1, 1), dt.date(2026, 2, 2)
SAME = str(SKOS.exactMatch)
NONE: frozenset[str] = frozenset()
BOUNDS = Bounds(accept=0.8, ask=0.5, lead=1.0)
LIU = Profile(("Liu Jianchao",), DIP.Person, ("CHN",))


def ours(path: str = "person/liu-jianchao", profile: Profile = LIU) -> Sought:
    """Return one of ours."""
    return Sought(BASE + path, "Liu Jianchao", profile, (("Liu Jianchao", ""),), "Liu\nspoke.")


def item(number: int, profile: Profile = LIU, viaf: tuple[str, ...] = ()) -> Candidate:
    """Return an item."""
    return Candidate(f"{WD}Q{number}", "Liu Jianchao", profile, viaf)


def judged(*candidates: Candidate, refused: frozenset[str] = frozenset()) -> Verdict:
    """Return the verdict on one of ours."""
    return judge(ours(), candidates, refused, BOUNDS)


NAMESAKE = replace(LIU, states=())
OTHER = replace(LIU, states=("JPN",))


def test_one_clear_candidate() -> None:
    """One that fits and leads is accepted, whatever the order."""
    found = judged(item(1, OTHER), item(2), item(3, NAMESAKE))

    assert found.accepted is not None
    assert found.accepted.candidate.iri == f"{WD}Q2"
    assert found.open == ()


@pytest.mark.parametrize(
    ("candidates", "items", "doubt"),
    [
        ((item(12), item(2)), ["Q2", "Q12"], "two candidates are nearly as good"),
        ((item(1, NAMESAKE),), ["Q1"], "no candidate reaches 0.8"),
        ((item(1, OTHER),), [], ""),
        ((), [], ""),
    ],
    ids=["two", "weak", "too weak", "none"],
)
def test_what_is_not_clear(candidates: tuple[Candidate, ...], items: list[str], doubt: str) -> None:
    """Nothing is accepted that is weak or does not lead; people see what is likely, the best first."""
    found = judged(*candidates)

    assert found.accepted is None
    assert [each.candidate.iri.removeprefix(WD) for each in found.open] == items
    assert found.doubt == doubt


def test_what_people_refused() -> None:
    """What people refused is no candidate, and does not stand in the way of another one."""
    found = judged(item(1), item(2), refused=frozenset({f"{WD}Q1"}))

    assert found.accepted is not None
    assert found.accepted.candidate.iri == f"{WD}Q2"


def test_scores_of_all_candidates() -> None:
    """Scores are shares of one whole, with "none of them": of two that are equal each has less than half."""
    one, two, three = posterior([2.0]), posterior([2.0, 2.0]), posterior([900.0, -900.0, 2.0])

    assert one == pytest.approx([0.8808], abs=1e-4)
    assert two == pytest.approx([0.4683, 0.4683], abs=1e-4)
    assert three == pytest.approx([1.0, 0.0, 0.0])
    assert posterior([]) == ()


def test_weights() -> None:
    """Each feature has its weights; what speaks against never adds, what speaks for never takes away."""
    table = dict(weights())
    prior = table.pop("prior")

    assert table.keys() == WEIGHTS.keys()
    assert prior[0] == prior[1]
    assert all(low <= 0 <= high for low, high in table.values())


def test_no_more_than_a_person_can_read() -> None:
    """Five candidates are shown."""
    assert len(judged(*map(item, range(1, 20))).open) == 5


def test_an_item_is_one_of_ours() -> None:
    """An item that fits two of ours goes to whom it fits clearly better, else to nobody."""
    low = replace(BOUNDS, accept=0.5)
    sure, weak = judged(item(1)), judge(ours("person/other", NAMESAKE), [item(1)], frozenset(), low)
    twin = judge(ours("person/twin"), [item(1)], frozenset(), BOUNDS)

    assert [v.accepted is not None for v in settled((sure, weak), frozenset(), BOUNDS)] == [True, False]
    assert [v.accepted is not None for v in settled((sure, twin), frozenset(), BOUNDS)] == [False, False]
    assert [v.doubt for v in settled((sure,), frozenset({f"{WD}Q1"}), BOUNDS)] == [
        "another of ours is that item, or may be"
    ]


def file(folder: Path) -> Decisions:
    """Return what the file holds."""
    return decisions.read(folder / decisions.FILE, BASE)


def test_an_equal_row_keeps_its_day(tmp_path: Path) -> None:
    """A link that is found again keeps the day of its decision; another score is another decision."""
    first = file(tmp_path).judged([judged(item(1, viaf=("7",)))], DAY)
    decisions.write(tmp_path / decisions.FILE, first)
    again = file(tmp_path).judged([judged(item(1, viaf=("7",)))], LATER)
    weaker = file(tmp_path).judged([judged(item(1, replace(LIU, kind=None)))], LATER)

    assert [row.date for row in again.rows] == [DAY, DAY]
    assert [row.date for row in weaker.rows] == [LATER]


def test_nothing_of_the_machine_beside_people(tmp_path: Path) -> None:
    """Where a person gives another item or refuses ours, the machine's rows go, also those to VIAF."""
    made = file(tmp_path).judged([judged(item(1, viaf=("7",)))], DAY)
    own = Mapping(ours().iri, made.rows[0].predicate, f"{WD}Q9", sssom.MANUAL, authors=("Jane Doe",))
    given = made.decided([own]).judged([], LATER)
    refused = made.decided([replace(own, object=f"{WD}Q1", is_rejected=True)]).judged([], LATER)

    assert [row.object for row in given.rows] == [f"{WD}Q9"]
    assert [(row.object, row.is_rejected) for row in refused.rows] == [(f"{WD}Q1", True)]
    assert given.given == {ours().iri}
    assert refused.refused == {ours().iri: frozenset({f"{WD}Q1"})}


@pytest.mark.parametrize("base", [BASE, "https://elsewhere.example/"], ids=["ours", "another"])
def test_a_file_that_people_began(tmp_path: Path, base: str) -> None:
    """A head that lacks a prefix of the machine's rows is given it; what it declares stays."""
    head = sssom.Head(f"{base}links", f"{base}licence", (("communique", base), ("wikidata", WD)))
    path = tmp_path / decisions.FILE
    decisions.write(path, Decisions(head))
    decisions.write(path, file(tmp_path).judged([judged(item(1, viaf=("7",)))], DAY))
    told, rows = sssom.read(path.read_text())

    assert dict(told.prefixes).items() >= dict(head.prefixes).items()
    assert [row.subject for row in rows] == [ours().iri, ours().iri]
    assert [row.object for row in rows] == ["http://viaf.org/viaf/7", f"{WD}Q1"]


ELSEWHERE = "https://elsewhere.example/"


def test_a_build_under_another_base(tmp_path: Path) -> None:
    """Its decisions are those on the published data: people's word holds there, and rows serve all builds."""
    path, here = tmp_path / decisions.FILE, f"{ELSEWHERE}person/liu-jianchao"
    own = Mapping(ours().iri, SAME, f"{WD}Q9", sssom.MANUAL, authors=("Jane Doe",), is_rejected=True)
    decisions.write(path, file(tmp_path).decided([own]))
    there = decisions.read(path, ELSEWHERE)
    verdict = judge(replace(ours(), iri=here), [item(1)], frozenset(), BOUNDS)
    decisions.write(path, there.judged([verdict], DAY))
    decisions.write_review(
        tmp_path, ELSEWHERE, [judge(verdict.sought, [item(1), item(2)], NONE, BOUNDS)], DAY
    )

    assert there.refused == {here: frozenset({f"{WD}Q9"})}
    assert {(row.subject, row.object) for row in file(tmp_path).rows} == {
        (ours().iri, f"{WD}Q1"),
        (ours().iri, f"{WD}Q9"),
    }
    assert ELSEWHERE not in path.read_text() + (tmp_path / decisions.REVIEW).read_text()


def test_a_file_under_another_base_alone(tmp_path: Path) -> None:
    """Who began a file for a build of their own keeps their own names in it."""
    path, here = tmp_path / decisions.FILE, f"{ELSEWHERE}person/liu-jianchao"
    head = sssom.Head(f"{ELSEWHERE}links", f"{ELSEWHERE}licence", (("here", ELSEWHERE), ("wikidata", WD)))
    decisions.write(path, Decisions(head, (), ELSEWHERE))
    verdict = judge(replace(ours(), iri=here), [item(1)], frozenset(), BOUNDS)
    decisions.write(path, decisions.read(path, ELSEWHERE).judged([verdict], DAY))

    assert [row.subject for row in sssom.read(path.read_text())[1]] == [here]


def test_rows_of_others_stay(tmp_path: Path) -> None:
    """What was not judged this time stays as it stands, whoever decided it."""
    made = file(tmp_path).judged([judged(item(1))], DAY)
    other = judge(ours("person/other"), [item(2)], frozenset(), BOUNDS)

    assert {row.object for row in made.judged([other], LATER).rows} == {f"{WD}Q1", f"{WD}Q2"}


def answers(*given: str) -> tuple[Person, list[str]]:
    """Return a person who gives these answers, and what that person is told."""
    told: list[str] = []
    waiting = list(given)
    return Person("Jane Doe", told.append, lambda _text, _answers: waiting.pop(0)), told


def test_asking() -> None:
    """A person takes one, none, puts off, or stops; each decision is theirs."""
    two = judged(item(1, viaf=("7",)), item(2))
    person, told = answers("1", "n", "s", "q")
    rows = list(asking.decide(person, [two, two, two, two, two], DAY))

    assert [[(r.object, r.is_rejected) for r in each] for each in rows] == [
        [(f"{WD}Q1", False), ("http://viaf.org/viaf/7", False)],
        [(f"{WD}Q1", True), (f"{WD}Q2", True)],
    ]
    assert {row.decided_by for each in rows for row in each} == {"Jane Doe"}
    assert [row.predicate.rpartition("#")[2] for row in (rows[0][0], rows[1][0])] == [
        "exactMatch",
        "closeMatch",
    ]
    assert told[:3] == [
        "",
        "[1/5] Liu Jianchao, person: two candidates are nearly as good",
        f"  {ours().iri}",
    ]
    assert "  “Liu spoke.”" in told
    assert f"  1. Liu Jianchao  0.491  {WD}Q1" in told


def test_a_file_that_is_no_sssom(tmp_path: Path) -> None:
    """A file that cannot be read is named."""
    (tmp_path / decisions.FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(SourceError, match=r"links\.sssom\.tsv: expected SSSOM in UTF-8"):
        file(tmp_path)
    (tmp_path / decisions.FILE).write_text("a\tb\n1\t2\n")
    with pytest.raises(MappingError):
        file(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where a file cannot be written, that is told, and nothing is left behind."""
    (tmp_path / decisions.FILE).mkdir()
    with pytest.raises(SourceError, match=r"links\.sssom\.tsv: expected a file that can be written"):
        decisions.write(tmp_path / decisions.FILE, Decisions(decisions.read(tmp_path / "none", BASE).head))

    assert [path.name for path in tmp_path.iterdir()] == [decisions.FILE]
