"""Terms and lines of N-Triples, as an engine reads them."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.emit import ntriples
from kg.errors import CheckError
from kg.model import Value


def read(line: str) -> ox.Triple:
    """Return the one triple that an engine reads from a line."""
    (quad,) = ox.parse(f"{line}\n".encode(), format=ox.RdfFormat.N_TRIPLES)
    return quad.triple


@given(st.text(st.characters(blacklist_categories=["Cs"])), st.sampled_from([None, "az", "en-GB"]))
def test_any_text_is_read_back(text: str, language: str | None) -> None:
    """Whatever stands in an article is read back from the line to the character."""
    triple = read(ntriples.line("<a:b>", "<c:d>", ntriples.literal(Value(text, language=language))))

    assert triple.object.value == text
    assert (triple.object.language or "") == (language or "").lower()


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_one_form(text: str) -> None:
    """A literal is written as the engine writes it, so that lines can be compared."""
    line = ntriples.line("<a:b>", "<c:d>", ntriples.literal(Value(text)))

    assert ox.serialize([read(line)], format=ox.RdfFormat.N_TRIPLES).decode() == f"{line}\n"


@pytest.mark.parametrize(
    ("value", "datatype"),
    [(Value("007"), "string"), (Value("18", "integer"), "integer"), (Value("2025-04-02", "date"), "date")],
)
def test_datatype(value: Value, datatype: str) -> None:
    """A literal keeps its form and its datatype."""
    found = read(ntriples.line("<a:b>", "<c:d>", ntriples.literal(value))).object

    assert (found.value, found.datatype.value) == (value.text, f"http://www.w3.org/2001/XMLSchema#{datatype}")


@pytest.mark.parametrize("text", ["a b", "a<b", "a>b", 'a"b', "a{b", "a|b", "a^b", "a`b", "a\\b", "a\nb"])
def test_bad_iri(text: str) -> None:
    """An IRI with a character that would break its line is refused."""
    with pytest.raises(CheckError, match="expected no space, bracket or quotation mark"):
        ntriples.iri(f"https://w3id.org/{text}")


def test_iri_in_any_script() -> None:
    """An IRI may hold letters of any script."""
    iri = "https://w3id.org/communique/person/əli-əsədov"

    assert read(ntriples.line(ntriples.iri(iri), "<c:d>", '"e"')).subject.value == iri
