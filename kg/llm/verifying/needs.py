"""What a record needs: which of its arguments it cannot be without, and of which classes they may be."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDFS, URIRef

from kg.precedence import ONE
from kg.registry.tables import Row, rows
from kg.vocab import DIP, local, superclasses

FILE = "arguments.tsv"
COLUMNS = ("argument", "term", "kinds", "least")
_ALL = "all"
# Properties of which a record has one value within an article.
SINGLE = ONE | {DIP.text, DIP.mode, DIP.title, DIP.visitKind}


@dataclass(frozen=True, slots=True)
class Need:
    """One row of `arguments.tsv`; the head of that file says what each column means.

    Attributes:
        argument: family or class of records, and field of the answer ("Meeting.participants").
        term: property that it becomes.
        kinds: classes that it may have; empty where it is no actor or place.
        least: so many must be borne out; None where all must.
    """

    argument: str
    term: URIRef
    kinds: tuple[URIRef, ...]
    least: int | None

    def allows(self, kind: URIRef) -> bool:
        """Say whether an argument may be of a class."""
        return not self.kinds or not set(self.kinds).isdisjoint(superclasses(kind))

    def is_met(self, named: int, found: int) -> bool:
        """Say whether of so many arguments that an answer names enough are borne out."""
        return found >= (named if self.least is None else min(self.least, named))


@cache
def needs() -> dict[str, Need]:
    """Return all rows by their argument.

    Raises:
        RegistryError: where the table is broken.
    """
    found = (_need(row) for row in rows(FILE, COLUMNS, Path(__file__).parent))
    return {need.argument: need for need in found}


def need(family: str, field: str, kind: URIRef | None = None) -> Need:
    """Return what an argument of a family needs; of a class of it, where the table has a row for that."""
    own = None if kind is None else needs().get(f"{local(kind)}.{field}")
    return own or needs()[f"{family}.{field}"]


def _need(row: Row) -> Need:
    term, least = row.need("term"), row.need("least")
    return Need(
        argument=row.need("argument"),
        term=RDFS.label if term == "label" else DIP[term],
        kinds=tuple(DIP[kind] for kind in row.many("kinds")),
        least=None if least == _ALL else int(least),
    )
