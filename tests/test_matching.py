"""What speaks for and against two descriptions being of one thing."""

from dataclasses import replace

import pytest

from kg.matching import Feature, Office, Profile, match
from kg.vocab import DIP

DAY = "2025-04-23"
OURS = Profile(
    ("Ilham Aliyev",),
    DIP.Person,
    ("AZE",),
    (Office("President", ("AZE",), DAY, DAY),),
    DAY,
    ("Liu Jianchao", "Ali Asadov"),
)
THEIRS = Profile(
    ("Ilham Əliyev", "Ильхам Гейдар оглы Алиев"),
    DIP.Person,
    ("AZE",),
    (Office("President of Azerbaijan", ("Azerbaijan", "AZE"), "2003-10-31"),),
    company=("Әли Асадов",),
    first="1961-12-24",
)


def scores(sought: Profile, candidate: Profile) -> dict[str, float]:
    """Return the score of each feature by its name."""
    return {feature.name: feature.score for feature in match(sought, candidate).features}


def reasons(sought: Profile, candidate: Profile) -> dict[str, str]:
    """Return the reason of each feature by its name."""
    return {feature.name: feature.reason for feature in match(sought, candidate).features}


def test_all_that_agrees() -> None:
    """Where all agrees the score is nearly 1, and each feature tells why in words."""
    found = match(OURS, THEIRS)

    assert found.score > 0.999
    assert found.features == (
        Feature("name", 1.0, "Ilham Aliyev is Ilham Əliyev there"),
        Feature("class", 1.0, "both Person"),
        Feature("time", 1.0, "exists 1961-12-24 to …"),
        Feature("state", 1.0, "both of AZE"),
        Feature("office", 1.0, "President of Azerbaijan 2003-10-31 to …, sought for 2025-04-23"),
        Feature("company", 0.5, "both with Ali Asadov"),
    )


def test_what_is_unknown_adds_nothing() -> None:
    """A side that tells a name alone has the feature of the name alone."""
    found = match(OURS, Profile(("Ilham Aliyev",)))

    assert [feature.name for feature in found.features] == ["name"]
    assert 0.8 < found.score < 0.95


@pytest.mark.parametrize(
    ("changed", "feature"),
    [
        ({"names": ("Ilham Mammadov",)}, "name"),
        ({"names": ()}, "name"),
        ({"kind": DIP.Organization}, "class"),
        ({"states": ("TUR",)}, "state"),
        ({"first": "1700", "last": "1760"}, "time"),
        ({"first": "2025-05"}, "time"),
        ({"offices": (Office("President", ("AZE",), "1993-10-10", "2003-10-31"),)}, "office"),
    ],
    ids=["another name", "no name", "another class", "another state", "dead", "unborn", "before him"],
)
def test_what_speaks_against(changed: dict[str, object], feature: str) -> None:
    """One feature that disagrees makes the candidate worse, and says so with a low score of its own."""
    other = replace(THEIRS, **changed)  # type: ignore[arg-type]

    assert match(OURS, other).score < match(OURS, THEIRS).score
    assert scores(OURS, other)[feature] < 0.5


@pytest.mark.parametrize(
    ("changed", "most"),
    [
        ({"kind": DIP.Organization}, 0.5),
        ({"states": ("TUR",), "offices": (), "company": ()}, 0.5),
        ({"first": "1700", "last": "1760", "offices": (), "company": ()}, 0.1),
        ({"names": ("Heydar Mammadov",)}, 0.5),
    ],
    ids=["class", "state", "time", "name"],
)
def test_what_rules_out(changed: dict[str, object], most: float) -> None:
    """No name makes up for another class, state or century, nor all the rest for another name."""
    assert match(OURS, replace(THEIRS, **changed)).score < most  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ours", "theirs", "of"),
    [
        ("foreign minister", "Minister of Foreign Affairs of Azerbaijan", "AZE"),
        ("Minister for Foreign Affairs", "minister of foreign affairs", "AZE"),
        ("President", "President of the Republic of Azerbaijan", "Republic of Azerbaijan"),
        ("deputy minister", "Deputy Minister", "AZE"),
        ("chair", "Chair", "State Statistical Committee"),
    ],
)
def test_one_office(ours: str, theirs: str, of: str) -> None:
    """An office is known by its title without the state, however its words are joined."""
    found = scores(
        Profile(("A B",), offices=(Office(ours, (of,)),), day=DAY),
        Profile(("A B",), offices=(Office(theirs, ("Azerbaijan", of), "2020", "2025"),)),
    )

    assert found["office"] == 1.0


def test_a_body_in_the_title() -> None:
    """An office of a body is that of its state whose title names the body."""
    ours = Office("chair", ("State Statistical Committee",))
    theirs = Office("Chair of the State Statistical Committee", ("AZE",), "2016")

    assert scores(Profile(("A B",), offices=(ours,)), Profile(("A B",), offices=(theirs,)))["office"] == 0.8


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Office("editor of the gazette", ("Star",)), Office("editor of the gazette", ("AZE",))),
        (Office("deputy minister", ("AZE",)), Office("minister", ("AZE",))),
        (Office("president", ("AZE",)), Office("vice president", ("AZE",))),
        (Office("president", ("AZE",)), Office("president", ("TUR",))),
        (Office("president"), Office("president of the national assembly")),
        (Office("ambassador", ("AZE",)), Office("minister", ("AZE",))),
        (Office("", ("AZE",)), Office("minister", ("AZE",))),
    ],
    ids=["a code in a word", "deputy", "vice", "another state", "another body", "another title", "no title"],
)
def test_two_offices(ours: Office, theirs: Office) -> None:
    """A deputy, another state's or another body's holds another office; that says little against."""
    found = scores(Profile(("A B",), offices=(ours,)), Profile(("A B",), offices=(theirs,)))

    assert found["office"] == 0.3


@pytest.mark.parametrize(
    ("first", "last", "score"),
    [
        ("2003", "2025", 1.0),
        ("2025-04", None, 1.0),
        ("2025-04-23", "2025-04-23", 1.0),
        (None, "2025-04-22", 0.0),
        ("2025-04-24", None, 0.0),
        ("2026", None, 0.0),
        (None, None, 0.8),
    ],
)
def test_time_of_an_office(first: str | None, last: str | None, score: float) -> None:
    """Both ends count; a year or month stands for all its days; an office without days for little less."""
    theirs = replace(THEIRS, offices=(Office("President", ("AZE",), first, last),))

    assert scores(OURS, theirs)["office"] == score


def test_the_best_office_counts() -> None:
    """Who held an office twice, or others too, is judged by the term that fits."""
    terms = (
        Office("Mayor", ("Baku",), "1990", "1992"),
        Office("President", ("AZE",), "1990", "1992"),
        Office("President", ("AZE",), "2020"),
    )

    assert scores(OURS, replace(THEIRS, offices=terms))["office"] == 1.0


PAST = Office("Mayor", ("Baku",), "1990", "1992")


@pytest.mark.parametrize(
    ("offices", "score"),
    [
        ((PAST, Office("Envoy", ("Kenya",), "2020")), 1.0),
        ((PAST,), 0.0),
        ((PAST, Office("Envoy", ("Kenya",))), None),
        ((Office("Envoy", ("Kenya",)),), None),
        ((), None),
    ],
    ids=["in office", "out of office", "one without days", "no days", "none"],
)
def test_in_office_then(offices: tuple[Office, ...], score: float | None) -> None:
    """Whose terms are told was in some office at the time, or in none; an office without days may be held."""
    theirs = replace(THEIRS, offices=offices)

    assert scores(OURS, replace(theirs, has_terms=True)).get("serving") == score
    assert scores(replace(OURS, offices=()), replace(theirs, has_terms=True)).get("serving") == score
    assert "serving" not in scores(OURS, theirs)
    assert "serving" not in scores(replace(OURS, offices=(), day=None), replace(theirs, has_terms=True))


def test_company_only_speaks_for() -> None:
    """No acquaintance in common is no evidence; three, or all of fewer, are all that can be wished for."""
    stranger, friend = replace(THEIRS, company=("Nobody Known",)), replace(THEIRS, company=OURS.company)

    assert match(OURS, stranger).score == match(OURS, replace(THEIRS, company=())).score
    assert scores(OURS, stranger)["company"] == 0.0
    assert scores(OURS, friend)["company"] == 1.0


def test_a_long_name() -> None:
    """A name of three words or more that is shared speaks for more than one of two."""
    long = "Shanghai Cooperation Organisation"

    assert scores(Profile((long,)), Profile((long,))) == {"name": 1.0, "rarity": 0.333}
    assert scores(Profile(("A B C D E F",)), Profile(("A B C D E F",)))["rarity"] == 1.0
    assert scores(Profile((long,)), Profile(("Shanghai",))).keys() == {"name"}


def test_scripts_that_tell_little() -> None:
    """Consonants alone count only where no name in fuller letters is there."""
    ours = Profile(("Liu Chaoxiao",))

    assert scores(ours, Profile(("李晓",)))["name"] == 0.9
    assert scores(ours, Profile(("Li Xiao", "李晓")))["name"] < 0.7
    assert scores(Profile(("李晓", "Li Xiao")), Profile(("Wang Yi", "李晓")))["name"] == 1.0


def test_occupation() -> None:
    """One of the callings that would fit speaks for, others against; without any nothing is said."""
    sought = replace(OURS, occupations=("politician", "diplomat"))
    footballer = replace(THEIRS, occupations=("association football player",))

    assert (
        reasons(sought, replace(THEIRS, occupations=("writer", "Diplomat")))["occupation"] == "Diplomat there"
    )
    assert scores(sought, footballer)["occupation"] == 0.0
    assert match(sought, footballer).score < match(sought, THEIRS).score
    assert "occupation" not in scores(OURS, footballer)


def test_a_class_may_be_narrower() -> None:
    """An actor of any kind is sought: a person fits."""
    found = reasons(Profile(("A B",), DIP.Actor), Profile(("A B",), DIP.Person))

    assert found["class"] == "both Actor"


def test_reasons_tell_what_was_found() -> None:
    """A reason against names both sides."""
    found = reasons(OURS, replace(THEIRS, names=("Ilham Mammadov",), states=("TUR",), kind=DIP.State))

    assert found["name"] == "Ilham Aliyev, the nearest there Ilham Mammadov"
    assert found["state"] == "of AZE here, of TUR there"
    assert found["class"] == "Person here, State there"


@pytest.mark.parametrize("name", ["", "   ", "-", "\u202e", "刘", "x" * 10_000], ids=repr)
def test_hostile_names(name: str) -> None:
    """Whatever stands for a name, a score between 0 and 1 comes."""
    assert 0 <= match(Profile((name,)), Profile((name, "Ilham Aliyev"))).score <= 1
