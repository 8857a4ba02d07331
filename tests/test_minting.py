"""How things get their IRIs: from the ledger, else the shortest words that tell them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.iris import LONGEST
from kg.model import Decision, Node
from kg.resolve import ledger, minting
from kg.resolve.ledger import Ledger
from kg.resolve.minting import Thing, brief, fingerprint, mint, slugs, unique
from kg.vocab import DIP

WORDS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3), max_size=6)


def thing(*words: str, key: str = "1", **more: object) -> Thing:
    """Return a person with words from short to long."""
    return Thing((Node("a.txt", DIP.Person, key),), DIP.Person, words, **more)  # type: ignore[arg-type]


def paths(*things: Thing, known: Ledger | None = None) -> list[str]:
    """Return the paths that things get, in their order."""
    given = known or Ledger()
    looked_up = minting.known(things, given)
    minted = mint(looked_up, given)
    return [minted.paths[each.nodes[0]] for each in looked_up]


@pytest.mark.parametrize(
    ("candidates", "taken", "expected"),
    [
        pytest.param([], set(), (), id="nothing"),
        pytest.param([["a"]], set(), ("a",), id="one"),
        pytest.param([["a", "a-b"], ["c"]], set(), ("a", "c"), id="the shortest where it is free"),
        pytest.param([["a", "a-b"], ["a", "a-c"]], set(), ("a-b", "a-c"), id="longer words for both"),
        pytest.param([["a", "a-b"]], {"a"}, ("a-b",), id="longer words where another has them"),
        pytest.param([["a"], ["a"]], set(), ("a", "a-2"), id="a number where no words tell"),
        pytest.param([["a"], ["a"], ["a"]], {"a-2"}, ("a", "a-3", "a-4"), id="no number twice"),
        pytest.param([["a", "b"], ["a", "b"], ["a", "c"]], set(), ("b", "b-2", "c"), id="some words tell"),
    ],
)
def test_unique(candidates: list[list[str]], taken: set[str], expected: tuple[str, ...]) -> None:
    """Each gets the shortest of its forms that no other wants and that is not taken."""
    assert unique(candidates, frozenset(taken)) == expected


@given(WORDS, st.frozensets(st.sampled_from(["a", "b", "a-2"])))
def test_unique_gives_no_form_twice(candidates: list[list[str]], taken: frozenset[str]) -> None:
    """Whatever the words, as many forms come out as things went in, none taken and no two alike."""
    found = unique(candidates, taken)

    assert len(found) == len(candidates)
    assert len(set(found)) == len(found)
    assert taken.isdisjoint(found)


@given(st.permutations([("a", "a-b"), ("a", "a-c"), ("d",), ("e", "e-f"), ("e", "e-f", "e-g")]))
def test_unique_does_not_hang_on_the_order(candidates: list[tuple[str, ...]]) -> None:
    """Things whose last words differ get the same ones in any order."""
    found = dict(zip(candidates, unique(candidates, frozenset()), strict=True))

    assert found == {
        ("a", "a-b"): "a-b",
        ("a", "a-c"): "a-c",
        ("d",): "d",
        ("e", "e-f"): "e-f",
        ("e", "e-f", "e-g"): "e-g",
    }


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [
        pytest.param(["one", "two"], 80, "one-two", id="all"),
        pytest.param(["one", "two", "three"], 8, "one-two", id="what has room"),
        pytest.param(["talks", "of", "the", "two"], 12, "talks", id="not ending in what only joins"),
        pytest.param(["talks", "of"], 80, "talks-of", id="all, though the last only joins"),
        pytest.param(["incomprehensibilities"], 5, "incomprehensibilities", id="one word is never cut"),
        pytest.param(["18-point", "plan"], 80, "18-point-plan", id="a hyphen parts words"),
        pytest.param([], 80, "unnamed", id="nothing"),
    ],
)
def test_brief(words: list[str], room: int, expected: str) -> None:
    """An address has as many whole words as there is room for."""
    assert brief(words, room) == expected


@given(st.lists(st.text("abcü -", max_size=12), max_size=40))
def test_brief_fits(words: list[str]) -> None:
    """An address of many words is never so long that it is cut and closed with a hash."""
    assert len(brief(words)) <= LONGEST


def test_slugs_leave_out_what_is_unknown() -> None:
    """Forms that come to the same words are one; empty words tell nothing."""
    assert slugs(("Liu", ""), ("Liu",), ("Liu", "China")) == ("liu", "liu-china")


def test_fingerprint_stands_for_its_words() -> None:
    """The same words have the same eight letters; where one word ends counts."""
    assert fingerprint("a", "b") == fingerprint("a", "b")
    assert fingerprint("a", "b") != fingerprint("ab")
    assert len(fingerprint("a")) == 8


def test_new_thing_is_entered() -> None:
    """What the ledger does not know gets the path of its words, and a row that says so."""
    minted = mint(minting.known([thing("liu-jianchao", aliases=("Liu Jianchao",))], Ledger()), Ledger())

    assert minted.decisions == (Decision("person/liu-jianchao", "names", "Liu Jianchao"),)


def test_known_thing_is_not_entered_again() -> None:
    """What the ledger knows keeps its path, and the ledger gains nothing."""
    known = ledger.of([Decision("person/minister-liu", "names", "Liu Jianchao")])
    minted = mint(minting.known([thing("liu-jianchao")], known), known)

    assert list(minted.paths.values()) == ["person/minister-liu"]
    assert minted.decisions == ()


def test_row_of_a_person_stands_above_the_machines() -> None:
    """Where a person entered another form of the name, that row names the thing."""
    known = ledger.of(
        [
            Decision("person/liu", "names", "Liu Jianchao"),
            Decision("person/liu-the-minister", "names", "Minister Liu", by="Jane Doe"),
        ]
    )

    assert paths(thing("liu-jianchao", aliases=("Minister Liu",)), known=known) == ["person/liu-the-minister"]


def test_alias_that_the_machine_entered_names_nobody() -> None:
    """A row of the machine counts for its own words only: another form may be another's."""
    known = ledger.of([Decision("person/liu-2", "names", "Minister Liu")])

    assert paths(thing("liu-jianchao", aliases=("Minister Liu",)), known=known) == ["person/liu-jianchao"]


def test_path_that_leads_elsewhere_is_followed() -> None:
    """Words that would make a former path give the path that it leads to."""
    known = ledger.of([Decision("person/liu", "same as", "person/liu-jianchao", by="Jane Doe")])

    assert paths(thing("liu"), known=known) == ["person/liu-jianchao"]


def test_taken_path_is_not_given_twice() -> None:
    """A new thing of the same words as a known one gets more words."""
    known = ledger.of([Decision("person/liu", "names", "Liu Wei")])
    found = paths(thing("liu-wei", key="1"), thing("liu", "liu-china", key="2"), known=known)

    assert found == ["person/liu", "person/liu-china"]


def test_path_of_what_nobody_tells_any_more_is_not_given_away() -> None:
    """An IRI that was once somebody's is not given to another, though no source tells of the first now."""
    known = ledger.of([Decision("person/liu", "names", "Liu Wei")])

    assert paths(thing("liu", "liu-china"), known=known) == ["person/liu-china"]


def test_record_of_an_article_that_is_gone_may_be_told_again() -> None:
    """A file under another name gives its records the IRIs that they had."""
    known = ledger.of([Decision("meeting/2025-04-02-liu", "names", "2025-04-02-liu", "old.txt")])
    node = Node("new.txt", DIP.Meeting, "1")
    told = Thing((node,), DIP.Meeting, ("2025-04-02-liu", "2025-04-02-liu-new"), "new.txt")

    assert paths(told, known=known) == ["meeting/2025-04-02-liu"]


def test_paths_of_others_are_left_alone() -> None:
    """What things of the same run got before is taken."""
    minted = mint(minting.known([thing("liu", "liu-china")], Ledger()), Ledger(), before=["person/liu"])

    assert list(minted.paths.values()) == ["person/liu-china"]


def test_two_rows_of_one_thing() -> None:
    """A thing that two rows name keeps the elder path, and the other leads to it."""
    rows = [Decision(f"person/{n}", "names", n) for n in ("liu", "jianchao")]
    known = ledger.of(rows)
    both = minting.join(*minting.known([thing("jianchao", key="1"), thing("liu", key="2")], known))
    minted = mint([both], known)

    assert set(minted.paths.values()) == {"person/liu"}
    assert minted.decisions == (Decision("person/jianchao", "same as", "person/liu", note="told as one"),)


def test_join_keeps_the_words_of_the_first() -> None:
    """Two things made one are known by the first's words and by all of both's aliases, each once."""
    one = thing("liu", aliases=("Liu", "L"), words="liu")
    joined = minting.join(one, thing("jianchao", key="2", aliases=("L", "Jianchao")))

    assert (joined.slugs, joined.words) == (("liu",), "liu")
    assert joined.aliases == ("Liu", "L", "Jianchao")
    assert [n.key for n in joined.nodes] == ["1", "2"]
