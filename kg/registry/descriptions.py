"""Nouns that describe actors without naming them: "officials", "the ministry", "a source"."""

from dataclasses import dataclass
from functools import cache

from kg.registry.tables import rows

FILE = "descriptions.tsv"
COLUMNS = ("head", "singular", "plural")


@dataclass(frozen=True, slots=True)
class Description:
    """One row of `descriptions.tsv`: the class that a noun describes in each number, None for none."""

    head: str
    singular: str | None
    plural: str | None


@cache
def descriptions() -> dict[str, Description]:
    """Return all rows by lemma.

    Raises:
        RegistryError: where the table is broken.
    """
    return {
        r.need("head"): Description(r.need("head"), r.one("singular"), r.one("plural"))
        for r in rows(FILE, COLUMNS)
    }
