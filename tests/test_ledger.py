"""The ledger: what its rows mean, how a build adds to it, and what it refuses."""

import pytest

from kg.errors import LedgerError
from kg.model import Decision
from kg.resolve import ledger
from kg.resolve.ledger import Ledger

HEAD = "iri\trelation\twords or iri\tarticle\tdecided by\tnote\n"
BUDAQOV = Decision("person/tahir-budaqov", "names", "Tahir Budaqov")


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing yet\n", HEAD], ids=["empty", "blank", "remark", "header"]
)
def test_no_rows(text: str) -> None:
    """A ledger without rows decides nothing."""
    assert ledger.parse(text) == Ledger()


def test_row() -> None:
    """A row has an IRI, a relation, words or another IRI, an article, who decided, and perhaps a note."""
    text = f"{HEAD}person/tahir-budaqov\tnames\tBudagov\ta.txt\tJane Doe\tthe chair\n"

    assert ledger.parse(text).decisions == (
        Decision("person/tahir-budaqov", "names", "Budagov", "a.txt", "Jane Doe", "the chair"),
    )


def test_remarks_blank_lines_and_windows_line_ends() -> None:
    """Remarks and blank lines are passed over, and lines may end as Windows has them."""
    text = "# by hand\r\n" + HEAD.replace("\n", "\r\n") + "\r\nperson/a\tnames\tA B\t*\tmachine\r\n"

    assert ledger.parse(text).decisions == (Decision("person/a", "names", "A B"),)


def test_name_is_found_however_it_is_spelt() -> None:
    """Words are found by their slug: case, accents and marks do not matter."""
    found = ledger.of([Decision("person/recep-tayyip-erdogan", "names", "Recep Tayyip Erdoğan")])

    assert found.find("person", "a.txt", ["RECEP TAYYIP ERDOGAN"]) == found.decisions[0]
    assert found.find("organization", "a.txt", ["Recep Tayyip Erdoğan"]) is None
    assert found.find("person", "a.txt", ["Erdoğan"]) is None


def test_name_of_one_article() -> None:
    """A name that a row gives for one article is not found in another."""
    found = ledger.of([Decision("person/tahir-budaqov", "names", "Budagov", "a.txt", "Jane Doe")])

    assert found.find("person", "a.txt", ["Budagov"]) == found.decisions[0]
    assert found.find("person", "b.txt", ["Budagov"]) is None


def test_person_stands_above_the_machine() -> None:
    """What a person decided about a name holds, wherever the row stands."""
    by_hand = Decision("person/li-wei-envoy", "names", "Li Wei", "*", "Jane Doe")
    by_machine = Decision("person/li-wei", "names", "Li Wei")

    for rows in ([by_hand, by_machine], [by_machine, by_hand]):
        assert ledger.of(rows).find("person", "a.txt", ["Li Wei"]) == by_hand


def test_successor_of_a_successor() -> None:
    """An IRI leads to where its successor leads; one without a successor to itself."""
    rows = [Decision("person/a", "same as", "person/b"), Decision("person/b", "same as", "person/c")]
    found = ledger.of(rows)

    assert [found.current(f"person/{x}") for x in "abcd"] == [
        "person/c",
        "person/c",
        "person/c",
        "person/d",
    ]


def test_apart_goes_both_ways() -> None:
    """Two that are kept apart are apart in both orders."""
    found = ledger.of([Decision("meeting/a", "not", "meeting/b", "*", "Jane Doe")])

    assert found.apart == {("meeting/a", "meeting/b"), ("meeting/b", "meeting/a")}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("person/a\tnames\tA", "line 2: expected 6 columns (the note may be empty), found 3"),
        ("person/a\tis\tA\t*\tme", "line 2: expected one of names, same as, not, found 'is'"),
        ("Liu Jianchao\tnames\tLiu\t*\tme", "expected an IRI path such as person/liu-jianchao"),
        ("https://x.org/person/a\tnames\tA\t*\tme", "found 'https://x.org/person/a'"),
        ("person/a\tsame as\tMr A\t*\tme", "found 'Mr A'"),
        ("person/a\tnames\t\t*\tme", "expected words or iri, article and decided by, found an empty cell"),
        ("person/a\tnames\tA\t*\t", "found an empty cell"),
    ],
    ids=["short", "relation", "name for iri", "whole iri", "name for other", "no words", "nobody"],
)
def test_bad_row(row: str, message: str) -> None:
    """A row that cannot be read is named by its line, with what was expected and found."""
    with pytest.raises(LedgerError) as caught:
        ledger.parse(f"{HEAD}{row}\n", "identities.tsv")

    assert str(caught.value).startswith("identities.tsv, line 2: ")
    assert message in str(caught.value)


def test_other_header() -> None:
    """A file with another header is no ledger."""
    with pytest.raises(LedgerError, match=r"line 1: expected the header iri \| relation \| words or iri"):
        ledger.parse("old\tnew\nperson/a\tperson/b\n")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [("person/a", "names", "A B", "*", "Jane"), ("person/b", "names", "A B", "*", "Jane")],
            "line 3: expected one IRI for 'A B' in *, found person/a before",
        ),
        (
            [("person/a", "same as", "person/b"), ("person/a", "same as", "person/c")],
            "line 3: expected one successor of person/a, found person/b before",
        ),
        (
            [("person/a", "same as", "person/b"), ("person/b", "same as", "person/a")],
            "found a circle: person/a → person/b",
        ),
        (
            [("person/a", "same as", "person/b"), ("person/b", "not", "person/a")],
            "expected person/a and person/b to be the same or not, found both",
        ),
    ],
    ids=["two names", "two successors", "circle", "same and not"],
)
def test_contradiction(rows: list[tuple[str, ...]], message: str) -> None:
    """Rows that contradict each other are refused."""
    with pytest.raises(LedgerError) as caught:
        ledger.of(Decision(*row) for row in rows)

    assert message in str(caught.value)


def test_append_to_nothing() -> None:
    """The first rows come with the header."""
    assert ledger.append("", [BUDAQOV]) == (f"{HEAD}person/tahir-budaqov\tnames\tTahir Budaqov\t*\tmachine\n")


def test_append_keeps_what_stands() -> None:
    """Nothing that stands in the file changes, not even an odd line end; a missing last one is added."""
    before = f"# by hand\n{HEAD}\nperson/a\tnames\tA B\t*\tJane Doe\twho knows"
    after = ledger.append(before, [BUDAQOV])

    assert after == f"{before}\nperson/tahir-budaqov\tnames\tTahir Budaqov\t*\tmachine\n"
    assert ledger.parse(after).decisions == (
        Decision("person/a", "names", "A B", "*", "Jane Doe", "who knows"),
        BUDAQOV,
    )


def test_append_to_blanks() -> None:
    """A file of blank lines gets its header behind them."""
    assert ledger.append("\n\n", [BUDAQOV]).startswith(f"\n\n{HEAD}")


def test_cells_stay_in_their_columns() -> None:
    """A tab or line break in words does not break the table."""
    row = Decision("person/a", "names", "A\tB\nC")

    assert ledger.parse(ledger.append("", [row])).decisions == (Decision("person/a", "names", "A B C"),)
