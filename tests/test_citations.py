"""Citations as programs for references read them."""

import json
import re

import bibtexparser
import pytest
import rispy

from kg.web.citations import Citation

CITATION = Citation(
    "abc", "https://data.example/q/abc", "Who met whom", "0123456789abcdef", "2026-01-02", "2026-03-04"
)


def test_bibtex() -> None:
    """An entry names the service, the query, the build with its day, the address and the day of access."""
    assert CITATION.bibtex == (
        "@misc{communique-abc,\n"
        "  author  = {{Communiqué}},\n"
        "  title   = {{Who met whom}},\n"
        "  note    = {Query of a knowledge graph of diplomatic events},\n"
        "  version = {0123456789abcdef},\n"
        "  year    = {2026},\n"
        "  date    = {2026-01-02},\n"
        "  url     = {https://data.example/q/abc},\n"
        "  urldate = {2026-03-04},\n"
        "}\n"
    )


def test_csl() -> None:
    """The same stands in CSL JSON, with dates in their parts."""
    [item] = json.loads(CITATION.csl)

    assert item["author"] == [{"literal": "Communiqué"}]
    assert (item["type"], item["title"], item["version"]) == ("dataset", "Who met whom", "0123456789abcdef")
    assert item["issued"] == {"date-parts": [[2026, 1, 2]]}
    assert item["accessed"] == {"date-parts": [[2026, 3, 4]]}
    assert item["URL"] == "https://data.example/q/abc"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("A & B_c #1 100% $x", r"A \& B\_c \#1 100\% \$x"),
        ("SELECT * { ?a ^<b> ?c }", r"SELECT * \{ ?a \textasciicircum{}<b> ?c \}"),
        ("a\\b~c", r"a\textbackslash{}b\textasciitilde{}c"),
    ],
)
def test_signs_of_tex_are_words(title: str, told: str) -> None:
    """What means something to TeX is written as itself."""
    entry = Citation("abc", "u", title, "v", "2026-01-02", "2026-03-04").bibtex

    assert re.search(r"title   = \{\{(.*)\}\},", entry)[1] == told  # type: ignore[index] # it is there


ARTICLE = Citation(
    "article-a",
    "https://a.example",
    "A & B",
    "",
    "2031-03-05",
    "2031-04-01",
    "",
    ("Nora Quist", "X"),
    "The Post",
)


def test_ris() -> None:
    """A reader of RIS finds the same."""
    [entry] = rispy.loads(CITATION.ris)

    assert (entry["type_of_reference"], entry["authors"], entry["title"]) == (
        "DATA",
        ["Communiqué"],
        "Who met whom",
    )
    assert (entry["year"], entry["date"], entry["access_date"]) == ("2026", "2026/01/02", "2026/03/04")
    assert (entry["edition"], entry["urls"]) == ("0123456789abcdef", ["https://data.example/q/abc"])
    assert "\r\n" in CITATION.ris


def test_article() -> None:
    """An article is cited as one: its authors and outlet, its day, and no build."""
    [ris] = rispy.loads(ARTICLE.ris)
    [csl] = json.loads(ARTICLE.csl)
    [bib] = bibtexparser.loads(ARTICLE.bibtex).entries

    assert (ris["type_of_reference"], ris["authors"]) == ("NEWS", ["Nora Quist", "X"])
    assert ris["secondary_title"] == "The Post"
    assert (csl["type"], csl["container-title"], csl.get("version")) == (
        "article-newspaper",
        "The Post",
        None,
    )
    assert (bib["ENTRYTYPE"], bib["journaltitle"], bib["author"]) == (
        "article",
        "The Post",
        "{Nora Quist} and {X}",
    )


def test_what_is_unknown_is_left_out() -> None:
    """An article without a day or an author has no empty fields."""
    bare = Citation("a", "https://a.example", "A", "", "", "2031-04-01", "", (), "")

    assert bare.ris.split("\r\n")[:2] == ["TY  - NEWS", "TI  - A"]
    assert set(json.loads(bare.csl)[0]) == {"id", "type", "title", "accessed", "URL"}
    assert "{}" not in bare.bibtex
    assert bare.words == "“A”. https://a.example"


def test_a_line_of_a_bibliography() -> None:
    """A citation can be read: who, when, what, which build, where."""
    assert CITATION.words == (
        "Communiqué (2026). “Who met whom”. "
        "Query of a knowledge graph of diplomatic events, build 0123456789abcdef. https://data.example/q/abc"
    )
    assert ARTICLE.words == "Nora Quist, X (2031). “A & B”. The Post. https://a.example"


def test_no_line_of_ris_breaks() -> None:
    """A title of several lines stands on one: a line of its own could be another tag."""
    told = Citation("a", "u", "A\r\nER  - \nTY  - JOUR", "v", "2026-01-02", "2026-03-04").ris

    assert "TI  - A ER - TY - JOUR\r\n" in told
