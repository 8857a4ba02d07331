"""What `kg explain` tells: each sentence, what was found by which rule, who is meant, what was dropped."""

from pathlib import Path

import pytest
from click import unstyle
from rdflib import RDFS

from kg import explain
from kg.errors import SourceError
from kg.explain.naming import Names
from kg.explain.parts import Explanation, Find, Left, Meant, Part, Told
from kg.model import Article, Claim, Node, Value
from kg.vocab import DIP

TEXT = """Lee Hill met Ada Weber in Oslo on Monday. It rained. He said that the talks were good.

Share this article
"""
HOSTILE = "<script>alert(1)</script> \x1b[31m met \u202e & Co."


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Explanation:
    """Return a short article explained."""
    path = tmp_path_factory.mktemp("explain") / "a.txt"
    path.write_text(TEXT)
    path.with_suffix(".toml").write_text("title = 'Talks in Oslo'\npublished = 2024-05-08")
    return explain.explain(path)


def hostile() -> Explanation:
    """Return an explanation whose every word is hostile."""
    find = Find(HOSTILE, HOSTILE, HOSTILE, 0.5, HOSTILE, (Told(HOSTILE, HOSTILE, HOSTILE),))
    meant, left = Meant(HOSTILE, (HOSTILE,), HOSTILE, is_used=False), Left(HOSTILE, HOSTILE, HOSTILE)
    parts = (Part(HOSTILE, HOSTILE), Part(HOSTILE, None, (find,), (meant,), (left,)))
    return Explanation(Article(HOSTILE, HOSTILE, title=HOSTILE), parts, (Left("", HOSTILE, HOSTILE),))


def test_every_part_stands_in_order(told: Explanation) -> None:
    """Sentences and what is not read follow each other as in the text."""
    assert [(part.words, part.unread) for part in told.parts] == [
        ("Lee Hill met Ada Weber in Oslo on Monday.", None),
        ("It rained.", None),
        ("He said that the talks were good.", None),
        ("Share this article", "share"),
    ]
    assert (told.sentences, told.silent) == (3, 1)


def test_finds_of_a_sentence(told: Explanation) -> None:
    """An event stands with its rule, its claims, and the words of its date."""
    meeting = told.parts[0].finds[0]

    assert (meeting.kind, meeting.name, meeting.rule, meeting.on_word_of) == ("Meeting", "", "event.meet", "")
    assert Told("participant", "Ada Weber, Lee Hill") in meeting.claims
    assert Told("when", "2024-05-06", "“on Monday”") in meeting.claims
    assert {t.term for t in meeting.claims}.isdisjoint({"earliest", "latest"})


def test_what_is_joined_tells_its_own_rule(told: Explanation) -> None:
    """A claim that another rule made says which."""
    saying = told.parts[2].finds[0]

    assert (saying.kind, saying.rule) == ("Statement", "statement.say")
    assert Told("speaker", "Lee Hill") in saying.claims


def test_sentence_without_find(told: Explanation) -> None:
    """A sentence that tells nothing has no finds, no actors, and nothing dropped."""
    assert told.parts[1] == Part("It rained.")


def test_who_is_meant(told: Explanation) -> None:
    """Each word for an actor stands with the name of who is meant."""
    assert Meant("He", ("Lee Hill",), "pronoun", is_used=True) in told.parts[2].meant


def test_what_was_dropped(told: Explanation) -> None:
    """Words that evoke a meeting of nobody stand with the rule and the reason."""
    assert Left("talks", "event.talks", "too few are found who take part") in told.parts[2].dropped


def test_names() -> None:
    """An actor has its longest name; a record its kind, who is in it and its first words."""
    ada, said = Node("a.txt", DIP.Person, "ada"), Node("a.txt", DIP.Statement, "1")
    names = Names(
        Claim(node, term, value, (), "by.hand")
        for node, term, value in (
            (ada, RDFS.label, Value("Ada")),
            (ada, RDFS.label, Value("Ada Weber")),
            (said, DIP.speaker, ada),
            (said, DIP.text, Value("word " * 20)),
        )
    )

    assert names.of(ada) == "Ada Weber"
    assert names.of(said) == f"statement of Ada Weber “{'word ' * 11}word…”"
    assert names.of(Node("a.txt", DIP.Meeting, "2")) == "meeting"
    assert names.of(DIP.Occurred) == "Occurred"
    assert (names.knows(ada), names.knows(said)) == (True, False)


def test_terminal(told: Explanation) -> None:
    """Sentences are numbered; each find, drop and mention has its line."""
    shown = [unstyle(line) for line in explain.lines(told, 80)]

    assert shown[:2] == ["Talks in Oslo", "3 sentences read, 1 without any find"]
    assert "  1  Lee Hill met Ada Weber in Oslo on Monday." in shown
    assert any(line.startswith("     Meeting [event.meet") for line in shown)
    assert "     nothing found" in shown
    assert "     dropped: “talks” [event.talks] too few are found who take part" in shown
    assert "     meant: “He” Lee Hill (pronoun)" in shown
    assert "  -  share: Share this article" in shown


@pytest.mark.parametrize(("width", "widest"), [(0, 40), (60, 60), (300, 110)])
def test_terminal_of_any_width(told: Explanation, width: int, widest: int) -> None:
    """Lines are broken to the width, within what can be read."""
    assert max(len(unstyle(line)) for line in explain.lines(told, width)) <= widest


def test_hostile_words_do_not_steer_a_terminal() -> None:
    """Marks that steer a terminal or turn the writing are shown as unknown."""
    shown = unstyle("\n".join(explain.lines(hostile(), 80)))

    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\ufffd[31m met \ufffd & Co." in shown


def test_page(told: Explanation) -> None:
    """The page tells all of it, fetches nothing and runs nothing."""
    page = explain.page(told)

    assert "<title>Talks in Oslo · Communiqué</title>" in page
    assert "3 sentences read, 1 without any find" in page
    assert '<b>Meeting</b> <span class="rule">event.meet' in page
    assert "<dt>participant</dt> <dd>Ada Weber, Lee Hill</dd>" in page
    assert "Not read: share" in page
    assert "url(" not in page
    assert "<script" not in page
    assert "prefers-color-scheme: dark" in page


def test_hostile_words_are_escaped_in_the_page() -> None:
    """No word of an article becomes markup."""
    page = explain.page(hostile())

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&amp; Co." in page


def test_article_that_is_not_there(tmp_path: Path) -> None:
    """The error of the reader is passed on."""
    with pytest.raises(SourceError, match=r"b\.txt"):
        explain.explain(tmp_path / "b.txt")


def test_registry_names_a_state() -> None:
    """A state is called as the registry calls it, however long the words are by which the article does."""
    state = Node("a.txt", DIP.State, "state", "AZE")
    names = Names([Claim(state, RDFS.label, Value("the Azerbaijani government"), (), "actor.name")])

    assert names.of(state) == "Azerbaijan"
