"""Citations as programs for references read them."""

import json
import re

import pytest

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
