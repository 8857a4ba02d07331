"""The parts of pages that all templates share, with hand-written HTML."""

from typing import Any

import pytest
from flask import Flask

from kg.web.sentences import Citation
from kg.web.values import Badge, Value

SENTENCE = Citation(
    "They met.", "/article/post.html#p-7-16", "Post", "5 Mar 2031", "https://p.example#:~:text=a"
)


@pytest.fixture
def macros(app: Flask) -> Any:  # noqa: ANN401 # a module of macros has no type
    """Return the macros."""
    return app.jinja_env.get_template("macros.html").module


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(Value("Liu", "/person/liu"), '<a href="/person/liu" dir="auto">Liu</a>', id="link"),
        pytest.param(Value("سامح شكري"), "<bdi>سامح شكري</bdi>", id="words that run to the left"),
        pytest.param(Value("מ", "/x", "", "he"), '<a href="/x" dir="auto" lang="he">מ</a>', id="language"),
        pytest.param(
            Value("a", None, "or later"),
            '<bdi>a</bdi> <span class="note-of">or later</span>',
            id="with a note",
        ),
        pytest.param(Value("<b>"), "<bdi>&lt;b&gt;</bdi>", id="markup"),
    ],
)
def test_value_runs_in_its_own_direction(macros: Any, value: Value, expected: str) -> None:  # noqa: ANN401
    """Names stand apart from what is around them, so that their letters never turn it."""
    assert str(macros.show(value)) == expected


def test_badge_leads_to_the_actor(macros: Any) -> None:  # noqa: ANN401
    """Words and form; the link where somebody is named."""
    assert str(macros.sure([Badge("denied by L", "denied", "/person/l")])) == (
        ' <span class="badge denied"><a href="/person/l" dir="auto">denied by L</a></span>'
    )


def test_sentence_leads_to_both_of_its_places(macros: Any) -> None:  # noqa: ANN401
    """First to the words in the article here, then to where they were published."""
    shown = str(macros.cite(SENTENCE))
    here = '<a href="/article/post.html#p-7-16">Post, 5 Mar 2031</a>'
    there = '<a class="original" href="https://p.example#:~:text=a" rel="external">original</a>'

    assert '<p dir="auto" lang="en">They met.</p>' in shown
    assert f"<footer>{here} {there}</footer>" in shown


def test_value_without_a_sentence_has_no_mark(macros: Any) -> None:  # noqa: ANN401
    """There is nothing to open."""
    assert str(macros.behind([], "x", "k")).strip() == ""
