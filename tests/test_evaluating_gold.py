"""Gold files are read whole or refused, with the file and the field that is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from annotated import Gold, actor, agreement, event, gold, saying
from annotations import FLEW, FOX, LEE, MET, RAY

from kg.errors import GoldError
from kg.evaluating import cases
from kg.evaluating.gold import MOST, files, read
from kg.evaluating.sentences import Sentences
from kg.model import Span

TEXT = f"{MET} {FLEW}"


def refused(path: Path, told: object) -> str:
    """Return why a gold file is refused."""
    path.write_text(told if isinstance(told, str) else json.dumps(told))
    with pytest.raises(GoldError) as caught:
        read(path, Sentences(TEXT))
    return str(caught.value).replace(f"{path}: ", "")


def test_read(tmp_path: Path) -> None:
    """What a file tells is taken over, names as they are compared, words with their places."""
    told = gold(
        actors=[LEE | {"roles": [{"title": "Minister", "of": "Arland"}]}, RAY, FOX],
        events=[event("e", "Action", "lee ray", MET, action="Aid", place=["Oslo"], earliest="2025-04-07")],
        statements=[saying("s", "lee", FLEW, reporter=[["ray", "fox"]])],
        agreements=[
            agreement("g", "lee", MET, signatories=["ray"], provisions=["flew to Rome"], optional=True)
        ],
    )
    path = tmp_path / "a.json"
    path.write_text(json.dumps(told | {"published": None, "note": "fields that nobody knows are left alone"}))
    found = read(path, Sentences(TEXT))

    assert found.actors[0].names == {"ann lee"}
    assert (found.roles[0].person, found.roles[0].titles, found.roles[0].bodies) == (
        "lee",
        ("Minister",),
        {"Arland"},
    )
    assert (found.events[0].kind, found.events[0].dates) == ("Aid", ("2025-04-07", None))
    assert (found.events[0].at, found.events[0].places) == ((Span(0, 37),), {"oslo"})
    assert found.statements[0].chains == {("ray", "fox")}
    assert found.agreements[0].is_optional
    assert found.agreements[0].who == {"lee", "ray"}
    assert found.agreements[0].provisions == ((Span(45, 57),),)


FAULTS: dict[str, tuple[Gold, str]] = {
    "no such actor": (
        gold(actors=[LEE], events=[event("e", "Meeting", "lee bo", MET)]),
        "e.participants: expected the id of an actor, found 'bo'",
    ),
    "no such reporter": (
        gold(actors=[LEE], statements=[saying("s", "lee", MET, reporter=[["bo"]])]),
        "s.reporter: expected the id of an actor, found 'bo'",
    ),
    "no such party": (
        gold(actors=[LEE], agreements=[agreement("g", "bo", MET)]),
        "g.parties: expected the id of an actor, found 'bo'",
    ),
    "other words": (
        gold(actors=[LEE], events=[event("e", "Meeting", "lee", "Ann Lee  met")]),
        "e.evidence: expected words of the article, found 'Ann Lee  met'",
    ),
    "denies itself": (
        gold(actors=[LEE], statements=[saying("s", "lee", MET, kind="Denial", denies=["s"])]),
        "s.denies: expected the id of another, found 's'",
    ),
    "two of one id": (gold(actors=[LEE, LEE]), "lee: expected an id of its own, found another"),
    "days backwards": (
        gold(
            actors=[LEE], events=[event("e", "Visit", "lee", MET, earliest="2025-04-07", latest="2025-04-06")]
        ),
        "e.latest: expected a day from 2025-04-07 on, found 2025-04-06",
    ),
    "unknown status": (
        gold(actors=[LEE], events=[event("e", "Visit", "lee", MET, status="Happened")]),
        "events[0].status: Input should be 'Occurred', 'Planned', 'Proposed', 'Cancelled' or 'Denied'",
    ),
    "no day": (
        gold(actors=[LEE], events=[event("e", "Visit", "lee", MET, latest="2025-02-30")]),
        (
            "events[0].latest: Input should be a valid date in the format YYYY-MM-DD, "
            "day value is outside expected range"
        ),
    ),
    "number": (
        gold(actors=[actor("lee", "Person") | {"names": ["Lee", 7]}]),
        "actors[0].names[1]: Input should be a valid string",
    ),
    "nobody": (
        gold(events=[event("e", "Visit", "", MET)]),
        "events[0].participants: Tuple should have at least 1 item after validation, not 0",
    ),
}


@pytest.mark.parametrize(("told", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_fault(tmp_path: Path, told: Gold, expected: str) -> None:
    """What is wrong is told with its field, what was expected and what was found."""
    assert refused(tmp_path / "a.json", told) == expected


@pytest.mark.parametrize("told", ["", "[]", "{", '{"actors": []}', "null", '"\\ud800"', "[" * 100_000])
def test_no_gold(tmp_path: Path, told: str) -> None:
    """A file that holds something else is refused, however odd."""
    assert refused(tmp_path / "a.json", told)


def test_action_of_no_known_kind(tmp_path: Path) -> None:
    """An action names its kind, and all kinds are told where it does not."""
    told = refused(tmp_path / "a.json", gold(actors=[LEE], events=[event("e", "Action", "lee", MET)]))

    assert told.startswith("e.action: expected one of Aid, Appointment, ")
    assert told.endswith(", found None")


def test_many_faults(tmp_path: Path) -> None:
    """Of many faults a screen is told, and how many more there are."""
    events = [event(f"e{n}", "Visit", "bo", MET) for n in range(MOST + 5)]

    assert refused(tmp_path / "a.json", gold(events=events)).splitlines()[-1] == "… and 5 more"


def test_missing(tmp_path: Path) -> None:
    """A folder without gold is an error, as is a file that is not there; a file alone may be named."""
    (tmp_path / "a.txt").write_text(TEXT)
    for path in (tmp_path, tmp_path / "a.json"):
        with pytest.raises(GoldError, match=r"expected gold files \(\.json\), found none"):
            files(path)
    (tmp_path / "a.json").mkdir()
    with pytest.raises(GoldError, match="expected a file that can be read, found: Is a directory"):
        read(tmp_path / "a.json", Sentences(TEXT))


def test_cases(tmp_path: Path) -> None:
    """Articles without gold are left alone; gold without its article is told beside all other faults."""
    told: dict[str, Any] = {"a": gold(actors=[LEE]), "b": gold(actors=[FOX]), "c": gold()}
    (tmp_path / "gold").mkdir()
    for stem, content in told.items():
        (tmp_path / "gold" / f"{stem}.json").write_text(json.dumps(content))
    for stem in "abcd":
        (tmp_path / f"{stem}.txt").write_text(TEXT)

    assert [case.file for case in cases.read(tmp_path, tmp_path / "gold")] == ["a.txt", "b.txt", "c.txt"]

    (tmp_path / "a.txt").write_text("Nobody met.")
    (tmp_path / "b.txt").unlink()
    with pytest.raises(GoldError) as caught:
        cases.read(tmp_path, tmp_path / "gold")

    assert str(caught.value).replace(f"{tmp_path}/", "").splitlines() == [
        "gold/a.json: lee.names: expected words of the article, found 'Ann Lee'",
        f"gold/b.json: expected its article in {tmp_path}, found none named b",
    ]


def test_archive(tmp_path: Path) -> None:
    """An article lies in a file of its own, and not among others."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold()))
    (tmp_path / "a.jsonl").write_text(json.dumps({"name": "a.txt", "text": TEXT}))
    with pytest.raises(GoldError, match=r"a\.jsonl: expected an article in a file of its own, found many"):
        cases.read(tmp_path, tmp_path / "gold")
