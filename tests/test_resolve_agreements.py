"""Which agreement, which of its points and which office is told twice."""

import pytest
from corpus import BASE, Telling, path, resolved
from rdflib import RDF, RDFS

from kg.model import Node, Value
from kg.vocab import DIP

SIGNED = "The two leaders signed an agreement on a strategic partnership."


def agreement(
    telling: Telling, name: str, *parties: Node, when: str = "2025-04-23", words: str = SIGNED
) -> Node:
    """Return an agreement that a sentence tells."""
    node = telling.event(DIP.Agreement, words, when=when)
    telling.claim(node, RDFS.label, Value(name), words)
    for party in parties:
        telling.claim(node, DIP.party, party, words)
    return node


def point(telling: Telling, owner: Node, text: str) -> Node:
    """Return a provision of an agreement."""
    node = Node(telling.file, DIP.Provision, f"point:{len(telling.claims)}")
    telling.claim(node, RDF.type, DIP.Provision, text)
    telling.claim(node, DIP.text, Value(text), text)
    telling.claim(owner, DIP.provision, node, text)
    return node


def parties(telling: Telling) -> tuple[Node, Node]:
    """Return China and Azerbaijan."""
    return telling.state("CHN", "China"), telling.state("AZE", "Azerbaijan")


def test_agreement_in_two_articles() -> None:
    """The same parties, name and time are one agreement."""
    a, b = Telling("a.txt", "2025-04-24"), Telling("b.txt", "2025-05-01")
    one = agreement(a, "agreement on a strategic partnership", *parties(a))
    other = agreement(b, "Agreement on a Strategic Partnership", *parties(b), when="2025-04-22/2025-04-23")
    found = resolved(a, b)

    assert path(found, one) == path(found, other)
    assert path(found, one) == ("agreement/2025-04-23-azerbaijan-china-agreement-on-a-strategic-partnership")
    # The later article tells a wider time, and its time wins.
    assert found.labels[found.iris[one]] == (
        "Agreement on a strategic partnership (Azerbaijan and China), 22–23 April 2025"
    )


@pytest.mark.parametrize(
    ("name", "when", "others"),
    [
        ("memorandum on energy", "2025-04-23", False),
        ("agreement on a strategic partnership", "2024-07-03", False),
        ("agreement on a strategic partnership", "2025-04-23", True),
    ],
    ids=["name", "date", "parties"],
)
def test_other_agreement(name: str, when: str, *, others: bool) -> None:
    """Another name, time or party is another agreement."""
    a, b = Telling("a.txt", "2025-04-24"), Telling("b.txt", "2025-05-01")
    one = agreement(a, "agreement on a strategic partnership", *parties(a))
    bound = (b.state("ARM", "Armenia"), b.state("CHN", "China")) if others else parties(b)
    other = agreement(b, name, *bound, when=when)
    found = resolved(a, b)

    assert path(found, one) != path(found, other)


def test_mentions_in_one_article() -> None:
    """A shorter name in the same article means the agreement that it can only mean."""
    a = Telling("a.txt", "2025-04-24")
    bound = parties(a)
    one = agreement(a, "18-point agreement on a strategic partnership", *bound)
    other = agreement(a, "the agreement", *bound, words="The agreement was long.")
    found = resolved(a)

    assert path(found, one) == path(found, other)


def test_shorter_name_that_may_mean_either() -> None:
    """A shorter name that fits two agreements means neither."""
    a = Telling("a.txt", "2025-04-24")
    bound = parties(a)
    one = agreement(a, "memorandum on energy", *bound)
    other = agreement(a, "memorandum on trade", *bound)
    either = agreement(a, "memorandum", *bound, words="The memorandum was long.")
    found = resolved(a)

    assert len({path(found, n) for n in (one, other, either)}) == 3


def test_label_that_names_the_parties() -> None:
    """The label of an agreement does not name parties twice."""
    a = Telling("a.txt", "2025-04-24")
    node = agreement(a, "joint statement of China and Azerbaijan", *parties(a))

    assert resolved(a).labels[resolved(a).iris[node]] == (
        "Joint statement of China and Azerbaijan, 23 April 2025"
    )


def test_agreement_without_a_name() -> None:
    """What has no name is called by its first point."""
    a = Telling("a.txt", "2025-04-24")
    node = a.event(DIP.Agreement, "They agreed to it.", when="2025-04-23")
    point(a, node, "begin a visa-free regime")
    found = resolved(a)

    assert path(found, node) == "agreement/2025-04-23-begin-a-visa-free-regime"
    assert found.labels[found.iris[node]] == "Agreement: begin a visa-free regime, 23 April 2025"


def test_points() -> None:
    """Points of one agreement with the same wording are one, others are not."""
    a, b = Telling("a.txt", "2025-04-24"), Telling("b.txt", "2025-05-01")
    names = "agreement on a strategic partnership"
    one, other = agreement(a, names, *parties(a)), agreement(b, names, *parties(b))
    nodes = [
        point(a, one, "continue mutual student exchanges through various channels"),
        point(a, one, "begin a visa-free regime"),
        point(b, other, "continue mutual student exchanges by various channels"),
    ]
    found = resolved(a, b)

    assert [path(found, n) for n in nodes] == [
        "provision/continue-mutual-student-exchanges-through-various-channels",
        "provision/begin-a-visa-free-regime",
        "provision/continue-mutual-student-exchanges-through-various-channels",
    ]
    assert found.labels[f"{BASE}provision/begin-a-visa-free-regime"] == "“begin a visa-free regime”"


def test_office_in_two_wordings() -> None:
    """One office of one body in two wordings is one tenure, attested from the first to the last article."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    words = "He is the minister."
    one = a.tenure(a.person("Jeyhun Bayramov"), "Minister of Foreign Affairs", parties(a)[1], words)
    other = b.tenure(b.person("Jeyhun Bayramov"), "Foreign Minister", parties(b)[1], words)
    found = resolved(a, b)
    dates = {
        (c.predicate, c.object.text)
        for c in found.claims
        if c.predicate in (DIP.attestedFrom, DIP.attestedTo) and isinstance(c.object, Value)
    }

    assert path(found, one) == path(found, other)
    assert path(found, one) == "tenure/jeyhun-bayramov-minister-of-foreign-affairs-azerbaijan"
    assert found.labels[found.iris[one]] == "Jeyhun Bayramov, Minister of Foreign Affairs, Azerbaijan"
    assert dates == {(DIP.attestedFrom, "2025-04-03"), (DIP.attestedTo, "2025-04-24")}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("Chairman", None), ("Chair", None), True),
        (("Prime Minister", DIP.HeadOfGovernment), ("PM", DIP.HeadOfGovernment), True),
        (("Prime Minister", DIP.HeadOfGovernment), ("former PM", DIP.HeadOfGovernment), False),
        (("Minister of Energy", DIP.Minister), ("Minister of Trade", DIP.Minister), False),
    ],
    ids=["chair", "one at a time", "former", "portfolio"],
)
def test_same_office(first: tuple[str, Node | None], second: tuple[str, Node | None], *, same: bool) -> None:
    """Offices are one by their words, or by a rank that only one person has at a time."""
    a, b = Telling("a.txt", "2025-04-03"), Telling("b.txt", "2025-04-24")
    tenures = [
        t.tenure(t.person("Ali Asadov"), title, parties(t)[1], "He holds it.", rank)
        for t, (title, rank) in ((a, first), (b, second))
    ]
    found = resolved(a, b)

    assert (path(found, tenures[0]) == path(found, tenures[1])) is same


def test_former_office_is_not_attested() -> None:
    """Who is told to have held an office before is not told to hold it."""
    a = Telling("a.txt", "2025-04-03")
    a.tenure(a.person("Ali Asadov"), "former Prime Minister", parties(a)[1], "He was it once.")

    assert [c for c in resolved(a).claims if c.predicate == DIP.attestedFrom] == []
