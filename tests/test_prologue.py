"""Names of a query stand for IRIs as its prologue says."""

import pytest

from kg.errors import QueryError
from kg.store.prologue import Prologue, read
from kg.store.tokens import Token, split

BASE = "https://example.org/data/"


def prologue(query: str) -> Prologue:
    """Return what the names of a query stand for."""
    return read(tuple(split(query)), query, BASE)


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("ASK {}", "<a>", "https://example.org/data/a"),
        ("ASK {}", "<x:y>", "x:y"),
        ("BASE <http://b/> ASK {}", "</a>", "http://b/a"),
        ("BASE <../> BASE <b/> ASK {}", "<a>", "https://example.org/b/a"),
        ("ASK {}", "rdfs:label", "http://www.w3.org/2000/01/rdf-schema#label"),
        ("PREFIX : <x:> ASK {}", ":a", "x:a"),
        ("PREFIX e: <e#> PREFIX rdfs: <x:> ASK {}", "e:a", "https://example.org/data/e#a"),
        ("PREFIX rdfs: <x:> ASK {}", "rdfs:a", "x:a"),
        ("PREFIX e: <https://other.example/o#> ASK {}", "e:a", "https://other.example/o#a"),
        ("PREFIX e: <x:> ASK {}", r"e:a\/b\~", "x:a/b~"),
    ],
)
def test_an_iri(query: str, name: str, expected: str) -> None:
    """Relative IRIs hang on the base, prefixed names on what was declared last; escapes are undone."""
    kind = "iri" if name.startswith("<") else "name"

    assert prologue(query).iri(Token(kind, name, 0)) == expected


def test_what_tokens_need() -> None:
    """A part of a query is given the prefixes that it uses, and the base where it needs it."""
    names = prologue("PREFIX e: <x:> PREFIX f: <y:> ASK {}")

    assert names.of(tuple(split("?s e:a 1"))) == "PREFIX e: <x:>\n"
    assert names.of(tuple(split("<a> a <x:y>, dip:Visit"))) == (
        f"BASE <{BASE}>\nPREFIX dip: <https://w3id.org/communique/ontology#>\n"
    )
    assert names.of(tuple(split("?s ?p <x:y>"))) == ""


def test_a_prefix_that_is_not_declared() -> None:
    """It is told with its place, by line and column."""
    with pytest.raises(QueryError, match="line 2, column 1: expected a declared prefix") as caught:
        prologue("ASK {\ne:a a e:b }")

    assert caught.value.members == {"line": 2, "column": 1}
