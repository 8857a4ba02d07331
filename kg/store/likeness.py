"""What somebody may have meant by a word that is not known: "did you mean …?"."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz, process
from rdflib import Graph

from kg.errors import QueryError

MOST = 3  # guesses for one word: more are no help
# Of 100: "Meetings" for "Meeting" has 93, "FILTRE" for "FILTER" 83; "word" for "work", which is another, 75.
ENOUGH = 78.0
# Namespaces that researchers join with ours, and that rdflib does not list.
_OTHERS = {
    "cito": "http://purl.org/spar/cito/",
    "dbo": "http://dbpedia.org/ontology/",
    "dbr": "http://dbpedia.org/resource/",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A guess.

    Attributes:
        found: what stands in the query.
        meant: what may be meant, as it would stand there.
        label: what that is called, or what to do with it; empty where nothing is to be said.
    """

    found: str
    meant: str
    label: str = ""

    @property
    def is_name(self) -> bool:
        """Say whether what is meant may take the place of what is found as it is."""
        return not any(c.isspace() for c in self.meant)

    @property
    def told(self) -> dict[str, str]:
        """Return it as programs are told it."""
        return {"found": self.found, "meant": self.meant, "label": self.label}


def nearest(word: str, known: Iterable[str], enough: float = ENOUGH) -> tuple[str, ...]:
    """Return at most `MOST` known words that are like a word, the likest first; capitals count for little.

    >>> nearest("FILTRE", ("FILTER", "FROM", "BIND"))
    ('FILTER',)
    """
    found = process.extract(
        word, tuple(known), scorer=fuzz.ratio, processor=str.casefold, limit=MOST, score_cutoff=enough
    )
    return tuple(each for each, _, _ in found)


def hinted(error: QueryError, suggestions: Iterable[Suggestion]) -> QueryError:
    """Return an error that also tells what may have been meant."""
    if told := [each.told for each in suggestions]:
        error.members["suggestions"] = told
    return error


@cache
def namespaces() -> MappingProxyType[str, str]:
    """Return the namespaces that prefixes usually stand for."""
    listed = {prefix: str(iri) for prefix, iri in Graph(bind_namespaces="rdflib").namespaces()}
    return MappingProxyType(_OTHERS | listed)
