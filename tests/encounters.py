"""Meetings and calls of small texts, for the tests that look at who took part in them."""

from kg import text
from kg.extract import events
from kg.model import Article, Node, Record
from kg.vocab import DIP, local

A, B, C = "Foreign Minister Anna Berg", "President Omar Haddad", "Ambassador Carl Lund"
CITIZENS = "Anna Berg, the foreign minister of Norway, and Omar Haddad, the president of Egypt, spoke. "
ROLES = frozenset({DIP.participant, DIP.host, DIP.initiator, DIP.headOfDelegation})


def records(words: str) -> list[Record]:
    """Return the meetings and calls that a text tells of."""
    found = events.records(text.read(Article("a.txt", words)))
    return [r for r in found if r.node.kind in {DIP.Meeting, DIP.Call}]


def told(words: str) -> list[str]:
    """Return the meetings and calls of a text, each as its class, its status and who took part."""
    return sorted({_shown(r) for r in records(words)})


def _shown(record: Record) -> str:
    who = {c.object for c in record.claims if c.predicate in ROLES and isinstance(c.object, Node)}
    names = (n.registry or n.key.partition(":")[2].split()[-1] for n in who)
    [status] = {local(c.object) for c in record.claims if c.predicate == DIP.status}
    return f"{local(record.node.kind)} {status}: {' '.join(sorted(names))}"
