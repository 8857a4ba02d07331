"""Nouns that stand for holders of many offices: "the leader", "the diplomat", "the official"."""

from functools import cache

from kg.registry.tables import rows

FILE = "references.tsv"
COLUMNS = ("head", "ranks")


@cache
def references() -> dict[str, frozenset[str]]:
    """Return for the lemma of each noun the local names of the ranks whose holders it may stand for.

    Raises:
        RegistryError: where the table is broken.
    """
    return {row.need("head"): frozenset(row.many("ranks")) for row in rows(FILE, COLUMNS)}
