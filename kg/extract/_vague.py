"""Which of two mentions of an encounter tells the same with less: states for the persons who met for them."""

from kg.extract._fill import Filled
from kg.extract._told import Told
from kg.model import Node, Value
from kg.text.reading import Reading
from kg.vocab import DIP

_OTHER = frozenset(
    {"last", "previous", "next", "other", "another", "earlier", "former", "upcoming", "first", "past"}
)
_ENDS = frozenset({".", "!", "?", "”", '"', "’"})


def tells_less(reading: Reading, vague: Told, full: Told) -> bool:
    """Say whether one mention tells of the encounter that another tells of with more persons.

    Each whom the vague one has takes part in the full one too, or is the state of somebody who does; in a
    title, unnamed people ("Somali delegation") may be anybody of the full one, or of that state.
    """
    if _contradict(vague, full) or _is_other(vague.filled) or _is_other(full.filled):
        return False
    shared = set(vague.filled.actors) & set(full.filled.actors)
    rest = [n for n in vague.filled.actors if n not in shared]
    more = [n for n in full.filled.actors if n not in shared]
    others = [n for n in more if n.kind == DIP.Person]
    in_title = is_title(reading, vague)
    if not rest:  # "A-B Summit" in the title, of what the text tells as a call
        return in_title and vague.filled.frame.kind != full.filled.frame.kind
    if not others or (vague.filled.trigger.pos_ == "PROPN" and not in_title):
        return False  # a named dialogue is another one than that which the text is of
    countries = {reading.actor(n).country for n in more} - {None}
    return all(
        n in countries
        or (in_title and _is_unnamed(n) and (bool(shared) or reading.actor(n).country in countries))
        for n in rest
    ) and (bool(shared) or len(rest) > 1)


def is_title(reading: Reading, told: Told) -> bool:
    """Say whether a mention stands in the title of its article, which tells in short what follows."""
    if told.number > 1:
        return False
    span = reading.sentences[told.number].span
    return reading.article.text[: span.end].rstrip()[-1:] not in _ENDS


def _is_unnamed(node: Node) -> bool:
    return node.kind == DIP.Group


def _is_other(filled: Filled) -> bool:
    """Say whether words tell an encounter from the one that the text is of: "their last meeting"."""
    return filled.is_again or any(c.lower_ in _OTHER for c in filled.trigger.children)


def _contradict(one: Told, other: Told) -> bool:
    """Say whether two mentions have days that do not meet, or only one of them is still to come."""
    (first, last), (begin, end) = _days(one), _days(other)
    apart = bool(first and last and begin and end) and (last < begin or end < first)
    return apart or one.is_ahead != other.is_ahead


def _days(told: Told) -> tuple[str, str]:
    """Return the first and the last day as ISO strings, empty where they are not told."""
    found = {c.predicate: c.object.text for c in told.record.claims if isinstance(c.object, Value)}
    return found.get(DIP.earliest, ""), found.get(DIP.latest, "")
