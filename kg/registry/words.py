"""Lists of common words that tell names, titles and bodies apart in a text."""

from functools import cache

from kg.errors import RegistryError
from kg.registry.tables import rows

FILE = "words.tsv"
COLUMNS = ("list", "words")


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list, each as the table has it.

    >>> sorted(words("pronoun of states and bodies"))
    ['it', 'its', 'itself']

    Raises:
        RegistryError: where the table is broken or has no such list.
    """
    found = _lists().get(name)
    if found is None:
        raise RegistryError(f"{FILE}: expected a list {name!r}, found none")
    return found


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {row.need("list"): frozenset(row.many("words")) for row in rows(FILE, COLUMNS)}
