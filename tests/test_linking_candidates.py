"""Items are described as ours are, from what an endpoint tells in Wikidata's own model."""

from pathlib import Path

import pytest
from endpoints import oxigraph
from slices import WD, Held, Item, Post, wikidata

from kg.linking import cache, candidates
from kg.linking.candidates import Candidate
from kg.linking.endpoint import Endpoint, Manners
from kg.linking.questions import Questions
from kg.linking.sought import Sought
from kg.matching import Office, Profile
from kg.vocab import DIP

MINISTER = Post("Q8001000", "Minister of Foreign Affairs of Azerbaijan", "AZE")
PROP, RANK = "http://www.wikidata.org/prop/", "http://wikiba.se/ontology#rank"


def sought(name: str, **told: object) -> Sought:
    """Return a person of ours."""
    profile = Profile((name,), DIP.Person, **told)  # type: ignore[arg-type]
    return Sought("ours", name, profile, ((name, ""),), None)


def find(folder: Path, lines: str, one: Sought) -> tuple[Candidate, ...]:
    """Return the candidates of one of ours in a slice."""
    with oxigraph(lines) as address, cache.opened(folder, address) as kept:
        return candidates.find(Questions(Endpoint(address, Manners("test", pause=0)), kept), [one])["ours"]


def test_a_description(tmp_path: Path) -> None:
    """A candidate has names in all languages, class, states by code, and days as sure as they are."""
    item = Item(
        "Q1",
        (("Ceyhun Bayramov", "az"), ("Jeyhun Bayramov", "en"), ("Джейхун Байрамов", "ru")),
        states=("AZE",),
        held=(Held(MINISTER, "2020-07-16"), Held(MINISTER, "2010", "2012-05")),
        others=(
            ("P569", "1973-09-26"),
            ("P106", "Q2"),
            ("P102", "Q3"),
            ("P214", "123"),
            ("P214", "junk/../x"),
        ),
    )
    others = (
        Item("Q2", (("diplomat", "en"),), kind="Q28640"),
        Item("Q3", (("New Azerbaijan Party", "en"),), kind="Q7278"),
    )
    (found,) = find(tmp_path, wikidata((item, *others)), sought("Jeyhun Bayramov"))

    assert (found.iri, found.label, found.viaf) == (f"{WD}Q1", "Jeyhun Bayramov", ("123",))
    assert found.profile == Profile(
        ("Ceyhun Bayramov", "Jeyhun Bayramov", "Джейхун Байрамов"),
        DIP.Person,
        ("AZE",),
        (
            Office("minister of foreign affairs", ("Azerbaijan", "AZE"), "2020-07-16", None),
            Office("minister of foreign affairs", ("Azerbaijan", "AZE"), "2010", "2012-05"),
        ),
        company=("New Azerbaijan Party",),
        first="1973-09-26",
        occupations=("diplomat",),
        has_terms=True,
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Q5", DIP.Person),
        ("Q7278", DIP.Organization),
        ("Q515", DIP.Place),
        ("Q3624078", DIP.State),
        ("Q9", None),
    ],
)
def test_classes(tmp_path: Path, kind: str, expected: object) -> None:
    """The class of an item is the widest one above its own that we know; of another one none."""
    (found,) = find(tmp_path, wikidata([Item("Q1", (("Anna Holm", "en"),), kind)]), sought("Anna Holm"))

    assert found.profile.kind == expected


def test_holders_of_offices(tmp_path: Path) -> None:
    """Who held an office of the state, at whatever time, is found by a name that nobody lists."""
    items = (
        Item("Q1", (("Ceihun Bayramow", "en"),), held=(Held(MINISTER, "2020"),)),
        Item("Q2", (("Ceihun Bayramow", "en"),), held=(Held(MINISTER, "1990", "1995"),)),
        Item("Q3", (("Elmar Mammadyarov", "en"),), held=(Held(MINISTER, "2004"),)),
    )
    one = sought("Ceyhun Bayramov", states=("AZE",), day="2025-04-02")
    found = find(tmp_path, wikidata(items), one)

    assert [each.iri for each in found] == [f"{WD}Q1", f"{WD}Q2"]


def test_persons_by_calling(tmp_path: Path) -> None:
    """Whose calling is to serve the state is found by a name that nobody lists."""
    name = (("Ceihun Bayramow", "en"),)
    items = (
        Item("Q1", name, states=("AZE",), others=(("P106", "Q82955"),)),
        Item("Q3", name, states=("AZE",), others=(("P106", "Q33999"),)),
        Item("Q4", name, states=("TUR",), others=(("P106", "Q82955"),)),
    )
    one = sought("Ceyhun Bayramov", states=("AZE",), day="2025-04-02")

    assert [each.iri for each in find(tmp_path, wikidata(items), one)] == [f"{WD}Q1"]


def test_a_deprecated_statement(tmp_path: Path) -> None:
    """A statement that is marked as wrong tells nothing."""
    lines = wikidata([Item("Q1", (("Anna Holm", "en"),), held=(Held(MINISTER, "2020"),))])
    lines = lines.replace("NormalRank", "DeprecatedRank")
    (found,) = find(tmp_path, lines, sought("Anna Holm"))

    assert found.profile.offices == ()


def test_what_is_no_item(tmp_path: Path) -> None:
    """What has the name and is no item, a property or something foreign, is no candidate."""
    label = '<http://www.w3.org/2000/01/rdf-schema#label> "Anna Holm"@en .\n'
    lines = f"<{WD}P1> {label}<http://example.org/Q1> {label}<{WD}Q0> {label}_:b {label}"

    assert find(tmp_path, lines, sought("Anna Holm")) == ()


@pytest.mark.parametrize("value", ["not a day", "-0300-01-01", "99999", "", "2020-13-45"], ids=repr)
def test_odd_days(tmp_path: Path, value: str) -> None:
    """A day that is none breaks nothing."""
    lines = wikidata([Item("Q1", (("Anna Holm", "en"),))])
    lines += f'<{WD}Q1> <{PROP}direct/P569> "{value}" .\n'
    (found,) = find(tmp_path, lines, sought("Anna Holm"))

    assert found.profile.first in (None, "2020-13-45")
