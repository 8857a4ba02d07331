"""The ways to keep a result."""

import pytest

from kg.web import downloads


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("SELECT", ["JSON", "XML", "CSV", "TSV"]),
        ("ASK", ["JSON", "XML", "CSV", "TSV"]),
        ("CONSTRUCT", ["Turtle", "N-Triples", "RDF/XML", "JSON-LD", "TriG"]),
        ("DESCRIBE", ["Turtle", "N-Triples", "RDF/XML", "JSON-LD", "TriG"]),
    ],
)
def test_all_forms_are_offered(kind: str, names: list[str]) -> None:
    """Each form of a kind of result can be had."""
    assert [each.name for each in downloads.of("…", kind)] == names


def test_a_short_query_is_a_link() -> None:
    """The link holds the query, the build, the form, and that a file is wanted."""
    link = downloads.of("ASK {}", "ASK", "abc")[2].link

    assert link == "/sparql?query=ASK+%7B%7D&build=abc&format=csv&download=1"


def test_a_long_query_is_a_form() -> None:
    """A query that no address holds is sent, and asks for the same."""
    query = "ASK {}" + " " * 2_000
    found = downloads.of(query, "ASK")[0]

    assert found.link is None
    assert found.fields == (("query", query), ("format", "json"), ("download", "1"))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("# title: Who met whom, and when?\nASK {}", "who-met-whom-and-when"),
        ('# title: ../../etc/passwd"\r\nASK {}', "etc-passwd"),
        ("SELECT * {}", "result"),
        ("# title: Переговоры\nASK {}", "result"),
        ("# title: " + "word " * 30 + "\nASK {}", "-".join(["word"] * 12)),
    ],
    ids=["words", "signs", "no title", "no plain letter", "many words"],
)
def test_names_of_files(query: str, name: str) -> None:
    """A file is called as its query, in few plain letters."""
    assert downloads.name(query) == name
