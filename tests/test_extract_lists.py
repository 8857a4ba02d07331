"""Lists of those who were met: one by one, or together; and words that only look like somebody."""

from kg import text
from kg.extract import events
from kg.model import Article, Node
from kg.vocab import DIP

A, B, C = "Foreign Minister Anna Berg", "President Omar Haddad", "Ambassador Carl Lund"
ROLES = (DIP.participant, DIP.host)


def met(words: str) -> list[set[str]]:
    """Return the surnames of those in each meeting of a text, in its order."""
    found = [r for r in events.records(text.read(Article("a.txt", words))) if r.node.kind == DIP.Meeting]
    nodes = [{c.object for c in r.claims if c.predicate in ROLES} for r in found]
    return [{n.key.split()[-1] for n in who if isinstance(n, Node)} for who in nodes]


def test_calls_of_courtesy_on_several() -> None:
    """Calls in the plural on two persons are two calls, each by the one who paid them."""
    actual = met(f"{A} paid courtesy calls on {B} and {C} in Cairo.")

    assert actual == [{"berg", "haddad"}, {"berg", "lund"}]


def test_one_call_on_two() -> None:
    """One call on two persons is one."""
    assert met(f"{A} paid a courtesy call on {B} and {C} in Cairo.") == [{"berg", "haddad", "lund"}]


def test_official_talks_name_no_official() -> None:
    """An adjective that is spelt like a title names nobody."""
    actual = met(f"{A} flew to Egypt. Official talks with {B} are scheduled for Monday.")

    assert actual == [{"berg", "haddad"}]
