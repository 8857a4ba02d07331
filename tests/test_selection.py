"""What a build had to select from is counted: what was read, what told nothing, what was left unread."""

from rdflib import RDF, URIRef

from kg.build import selection
from kg.model import Article, Claim, Extraction, Node, Span
from kg.store.articles import Sentence
from kg.vocab import DIP

TEXT = "They met. It rained. Share this"
MET, RAINED, SHARE = Span(0, 9), Span(10, 20), Span(21, 31)


def told(*finds: tuple[URIRef, Span]) -> Extraction:
    """Return what the text tells when things of these classes rest on these sentences."""
    claims = tuple(
        Claim(Node("a.txt", kind, str(number)), RDF.type, kind, (span,), "by.hand")
        for number, (kind, span) in enumerate(finds)
    )
    return Extraction(Article("a.txt", TEXT), claims, (("share", SHARE),), (), (MET, RAINED))


def test_nothing_found() -> None:
    """An article that tells nothing counts in every row."""
    assert selection.count([told()]) == {
        "articles": 1,
        "articles without any event": 1,
        "articles without any record": 1,
        "sentences": 3,
        "sentences left unread": {"share": 1},
        "sentences without any find": 2,
    }


def test_a_statement_is_no_event() -> None:
    """A statement is a record and a find, and no event; a meeting is all three."""
    said, met = (selection.count([told((kind, MET))]) for kind in (DIP.Statement, DIP.Meeting))

    assert (said["articles without any event"], said["articles without any record"]) == (1, 0)
    assert (met["articles without any event"], met["articles without any record"]) == (0, 0)
    assert said["sentences without any find"] == met["sentences without any find"] == 1


def test_an_office_is_a_find_and_no_record() -> None:
    """A sentence that tells an office tells something; a name alone is no find."""
    office, name = (selection.count([told((kind, MET))]) for kind in (DIP.Tenure, DIP.Person))

    assert (office["sentences without any find"], office["articles without any record"]) == (1, 1)
    assert name["sentences without any find"] == 2


def test_several_articles() -> None:
    """Counts and reasons are sums."""
    actual = selection.count([told((DIP.Meeting, MET)), told()])

    assert (actual["articles"], actual["articles without any event"]) == (2, 1)
    assert actual["sentences left unread"] == {"share": 2}


def test_part_of_a_sentence_that_was_read() -> None:
    """A sentence of which a part was read was not left unread."""
    part = Extraction(Article("a.txt", "They met. Share"), (), (("share", Span(5, 15)),), (), (Span(0, 4),))

    assert selection.count([part])["sentences left unread"] == {"share": 1}


def test_marks_alone() -> None:
    """What holds no words is left unread without a kind of its own."""
    marks = Extraction(Article("a.txt", "They met.\n***"), (), (), (), (Span(0, 9),))

    assert selection.count([marks])["sentences left unread"] == {"no words": 1}


def test_no_articles() -> None:
    """Nothing read is nothing counted."""
    assert selection.count([]) == {
        "articles": 0,
        "articles without any event": 0,
        "articles without any record": 0,
        "sentences": 0,
        "sentences left unread": {},
        "sentences without any find": 0,
    }


def test_lines() -> None:
    """Each count is a line; reasons stand behind their sum."""
    assert list(selection.lines({"sentences": 1234, "sentences left unread": {"byline": 1, "share": 2}})) == [
        "   1,234 sentences",
        "       3 sentences left unread (byline 1, share 2)",
    ]
    assert list(selection.lines({"sentences left unread": {}})) == ["       0 sentences left unread"]


def test_what_became_of_each_sentence() -> None:
    """Found, nothing, or the reason for which it was left unread, in the order of the text."""
    assert selection.sentences(told((DIP.Meeting, MET), (DIP.Person, RAINED))) == (
        Sentence(0, 9, "found"),
        Sentence(10, 20, "nothing"),
        Sentence(21, 31, "share"),
    )
