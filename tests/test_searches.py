"""A search stands in a query as a block of plain triples; whatever else it holds is told with its place."""

import pytest

from kg.errors import QueryError
from kg.store.searches import SERVICE, Search, read, read_all
from kg.store.vetting import vet

BASE = "https://example.org/"


def search(inside: str, head: str = "") -> Search:
    """Return the search of a query that is one block."""
    query = f"{head}ASK {{ SERVICE dip:search {{ {inside} }} }}"
    vetted = vet(query, (), BASE, SERVICE.__eq__)
    [block] = vetted.blocks
    return read(block, vetted.text, vetted.names)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('?p dip:words "port"', Search("p", "port", False, None, None, 40)),
        ('?p dip:words "port" .', Search("p", "port", False, None, None, 40)),
        ("?p dip:relevance ?s ; dip:words 'port'; .", Search("p", "port", False, "s", None, 59)),
        ('?p dip:limit 5. $p dip:named """a "b\\n" c"""', Search("p", 'a "b\n" c', True, None, 5, 56)),
        ('?p dip:named "é"@fr ; dip:limit 5 ; dip:relevance ?s .', None),
    ],
)
def test_a_search(inside: str, expected: Search | None) -> None:
    """Statements may be joined by semicolons or stand for themselves, in any order."""
    if expected is None:
        with pytest.raises(QueryError, match=r"column 44: expected \. or ; in a search, found @fr"):
            search(inside)
    else:
        assert search(inside) == expected


def test_terms_by_any_name() -> None:
    """Terms may be written as whole IRIs, and by a prefix of the query's own."""
    ontology = "https://w3id.org/communique/ontology#"
    found = search(f'?p <{ontology}words> "a" ; o:relevance ?s', f"PREFIX o: <{ontology}> ")

    assert (found.words, found.score) == ("a", "s")


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("", "column 26: expected one thing with dip:words or dip:named in a search: SERVICE dip:search {"),
        ("?p dip:relevance ?s", "expected one thing with dip:words or dip:named"),
        ('?p dip:words "a" . ?q dip:named "b"', "expected one thing with dip:words or dip:named"),
        ('?p dip:words "a" . ?q dip:relevance ?s', "expected one thing"),
        (
            '?p dip:words "a" ; dip:words "b"',
            "column 47: expected dip:words once, found it twice",
        ),
        ('?p dip:words "a" ; dip:quote ?q', "column 47: expected dip:words, dip:named, dip:relevance or"),
        (
            '?p a "a"',
            "column 31: expected dip:words, dip:named, dip:relevance or dip:limit, found a",
        ),
        ("?p dip:words ?w", "column 41: expected a string for dip:words, found ?w"),
        ("?p dip:words 5", "expected a string for dip:words, found 5"),
        ('?p dip:words "a" ; dip:relevance 1', "expected a variable for dip:relevance, found 1"),
        ('?p dip:words "a" ; dip:relevance ?p', "expected another variable for the relevance, found ?p"),
        ('?p dip:words "a" ; dip:limit "5"', "expected a number for dip:limit"),
        ('?p dip:words "a" ; dip:limit 0', "expected a limit from 1 to 100,000, found 0"),
        ('?p dip:words "a" ; dip:limit 1.5', "expected a limit from 1 to 100,000, found 1.5"),
        ('?p dip:words "a" ; dip:limit 100001', "expected a limit from 1 to 100,000"),
        ('<x:y> dip:words "a"', "column 28: expected a variable for what is searched, found <x:y>"),
        ('?p dip:words "a", "b"', "expected . or ; in a search, found ,"),
        ("?p dip:words", "expected more before the end of the search"),
        ("?p", "expected more before the end of the search"),
        ('{ ?p dip:words "a" }', "expected a variable for what is searched, found {"),
        ('?p dip:words "a" FILTER(1)', "expected . or ; in a search, found FILTER"),
    ],
)
def test_what_is_no_search(inside: str, reason: str) -> None:
    """A message names the place, what was expected and what was found."""
    with pytest.raises(QueryError) as caught:
        search(inside)

    assert reason in str(caught.value)
    assert caught.value.members["line"] == 1


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ("ASK { ?p dip:words 'port' }", 10),
        ('ASK { ?p dip:quote ?q ; dip:named """port""" }', 25),
        ("ASK { ?c dip:passage/<https://w3id.org/communique/ontology#words> 'port' }", 22),
        ("ASK { SERVICE dip:search { ?p dip:words 'a' } ?q dip:words 'b' }", 50),
    ],
)
def test_a_search_without_its_block(query: str, column: int) -> None:
    """Words that are searched as if they were in the data are refused, with the form that finds them."""
    with pytest.raises(
        QueryError, match=r"in a block of its own, found it outside; write SERVICE dip:search \{"
    ) as e:
        read_all(vet(query, (), BASE, SERVICE.__eq__))

    assert e.value.members == {"line": 1, "column": column}


@pytest.mark.parametrize(
    "query",
    [
        "DESCRIBE dip:words",
        "ASK { dip:words rdfs:comment 'words' }",
        "ASK { ?p dip:words ?w }",
        "ASK { ?p dip:quote 'in other words' # dip:words 'port'\n }",
        "ASK { SERVICE <x:y> { SERVICE dip:search { ?p dip:words 'port' } } }",
        "ASK { SERVICE dip:search { ?p dip:words 'port' } SERVICE dip:search { ?q dip:named 'b' } }",
    ],
)
def test_what_is_no_search_without_its_block(query: str) -> None:
    """The terms may be asked about, and a block of others is theirs."""
    vetted = vet(query, (), BASE, lambda _: True)

    assert len(read_all(vetted)) == query.count("SERVICE dip:search {") - query.count("<x:y>")
