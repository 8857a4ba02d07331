"""IRIs are readable and made from content alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef
from rdflib.plugins.parsers.ntriples import W3CNTriplesParser

from kg.iris import LONGEST, iri, segment, slug
from kg.vocab import DIP, classes

BASE = "https://example.org/"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(("Liu Jianchao",), "liu-jianchao", id="name"),
        pytest.param(
            ("2025-04-02", "Ilham Aliyev", "Liu Jianchao"),
            "2025-04-02-ilham-aliyev-liu-jianchao",
            id="several",
        ),
        pytest.param(("Türkiye’s",), "turkiyes", id="accent and apostrophe"),
        pytest.param(("İstanbul",), "istanbul", id="dotted capital"),
        pytest.param(("Straße",), "strasse", id="sharp s"),
        pytest.param(("Heydər Əliyev",), "heydər-əliyev", id="letter without a Latin base"),
        pytest.param(("Владимир",), "владимир", id="another script"),
        pytest.param(("U.S. State Dept.",), "u-s-state-dept", id="full stops"),
        pytest.param(("004_f8d0",), "004-f8d0", id="underscore"),
        pytest.param(("AC/DC\\.. ?#%",), "ac-dc", id="marks with a meaning in addresses"),
        pytest.param(("",), "unnamed", id="nothing"),
        pytest.param(("—", "…"), "unnamed", id="marks only"),
    ],
)
def test_slug_is_readable(words: tuple[str, ...], expected: str) -> None:
    """Words become lower-case letters and digits joined by hyphens."""
    assert slug(*words) == expected


def test_long_slug_is_cut_at_a_word_and_marked() -> None:
    """What is too long keeps whole words of its beginning, and a hash of the whole."""
    actual = slug("alpha " * 20)

    assert len(actual) <= LONGEST
    assert re.fullmatch(r"(alpha-)+[0-9a-f]{8}", actual)


def test_long_word_keeps_its_beginning() -> None:
    """One over-long word has no place to cut at, and is still not lost."""
    actual = slug("a" * 200)

    assert re.fullmatch(r"a{71}-[0-9a-f]{8}", actual)


def test_long_slugs_differ_by_their_ends() -> None:
    """Two that differ only beyond the cut stay two."""
    assert slug("alpha " * 20 + "one") != slug("alpha " * 20 + "two")


@given(st.text())
def test_slug_holds_no_mark_of_addresses(text: str) -> None:
    """A full stop names the form of a page, a slash a segment, so a slug holds neither, and is not empty."""
    actual = slug(text)

    assert actual
    assert not set(actual) & set("./?#%\\:&= <>\"{}|^`'_")
    assert len(actual) <= LONGEST


@given(st.text())
def test_slug_is_lower_case(text: str) -> None:
    """Case and a second pass change nothing: addresses typed by hand are found."""
    actual = slug(text)

    assert actual == actual.casefold()
    assert slug(actual) == actual


@given(st.lists(st.text()))
def test_slug_joins_words_as_spaces_do(words: list[str]) -> None:
    """How a caller parts the words makes no difference."""
    assert slug(*words) == slug(" ".join(words))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (DIP.Person, "person"),
        (DIP.EmbassyOpened, "embassy-opened"),
        (DIP.RelationsSevered, "relations-severed"),
        (DIP.Claim, "claim"),
    ],
    ids=["one word", "two words", "two other words", "claim"],
)
def test_segment_is_the_name_of_the_class(kind: URIRef, expected: str) -> None:
    """A class is written in lower case with hyphens in the path."""
    assert segment(kind) == expected


def test_segments_differ() -> None:
    """No two classes share a segment, so a path tells the class."""
    found = [segment(c) for c in classes()]

    assert len(set(found)) == len(found)


def test_iri_is_base_segment_and_slug() -> None:
    """The address of a thing names its class, then the words it is known by."""
    actual = iri(BASE, DIP.Meeting, "2025-04-02", "Ilham Aliyev", "Liu Jianchao")

    assert actual == "https://example.org/meeting/2025-04-02-ilham-aliyev-liu-jianchao"


@given(st.text())
def test_iri_can_be_written_in_n_triples(text: str) -> None:
    """Whatever the words, the IRI is one that a parser takes."""
    address = iri(BASE, DIP.Topic, text)

    found: list[object] = []

    class _Sink:
        def triple(self, *triple: object) -> None:
            found.append(triple[0])

    W3CNTriplesParser(_Sink()).parsestring(f"<{address}> <urn:p> <urn:o> .\n")  # type: ignore[arg-type]

    assert found == [URIRef(address)]
