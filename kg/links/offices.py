"""Offices by the one name that the table of titles has for all wordings of each.

Our own table, CC0 1.0, 2026-11-22: its head says what it was compiled from. A title that tells of an office
held before or not yet held ("former", "elect") names none, for nobody held it when these words were said.
"""

from rdflib import URIRef

from kg.model import Claim, Node, Resolution, Value
from kg.registry.titles import FILE, office
from kg.vocab import DIP

RULE = "registry"
_NOT_HELD = ("former", "elect")


def claims(resolution: Resolution) -> tuple[Claim, ...]:
    """Return the office of each tenure whose title the table has, one claim for each, sorted by tenure."""
    found: dict[tuple[str, str], Node] = {}
    for claim in resolution.claims:
        if claim.predicate == DIP.title and isinstance(claim.object, Value) and (name := named(claim.object)):
            key = resolution.iris[claim.subject], name
            found[key] = min(claim.subject, found.get(key, claim.subject))
    return tuple(_claim(node, name) for (_, name), node in sorted(found.items()))


def named(title: Value) -> str | None:
    """Return the office that a title names; None where the table lacks it or nobody holds it.

    >>> named(Value("Deputy Foreign Minister")), named(Value("former president")), named(Value("Wizard"))
    ('deputy minister of foreign affairs', None, None)
    """
    known = office(title.text)
    is_held = known and not any(word.effect in _NOT_HELD for word in known.modifiers)
    return known.name if known and is_held else None


def _claim(node: Node, name: str) -> Claim:
    basis, term = f"kg/registry/{FILE}: {name}", URIRef(DIP.office)
    return Claim(node, term, Value(name), spans=(), rule=RULE, basis=basis, confidence=1.0)
