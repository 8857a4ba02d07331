"""Readable IRIs made from content: no offsets, no counters, no clocks."""

import hashlib
import re
import unicodedata
from functools import cache

from rdflib import URIRef

from kg.vocab import local

METADATA = "graphs/metadata"  # below the base: the graph that tells what the data hold
LONGEST = 80  # code points of a slug: an address stays readable in a browser's bar


def slug(*words: str) -> str:
    """Return words as lower-case Latin letters and digits joined by hyphens.

    Letters that have no Latin base keep their own script; an over-long slug is cut at a word and closed
    with a hash of the whole, so that different words never share a slug by being cut.

    >>> slug("Ihor Zhovkva", "2025-04-02")
    'ihor-zhovkva-2025-04-02'
    >>> slug("Türkiye’s")
    'turkiyes'
    """
    # Folded between two decompositions: taking a letter apart can bring a capital out (U+2102 holds a "C").
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", " ".join(words)).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "’'‘`")
    found = "-".join(re.findall(r"\w+", plain.replace("_", " ")))
    if len(found) <= LONGEST:
        return found or "unnamed"
    mark = hashlib.sha256(found.encode()).hexdigest()[:8]
    kept = found[: LONGEST - len(mark) - 1]
    return f"{kept.rpartition('-')[0] or kept}-{mark}"


@cache
def segment(kind: URIRef) -> str:
    """Return the path segment of a class.

    >>> from kg.vocab import DIP
    >>> segment(DIP.EmbassyOpened)
    'embassy-opened'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", local(kind)).lower()


def iri(base: str, kind: URIRef, *words: str) -> str:
    """Return the IRI of a thing of a class that is known by the words.

    >>> from kg.vocab import DIP
    >>> iri("https://w3id.org/communique/", DIP.Person, "Liu Jianchao")
    'https://w3id.org/communique/person/liu-jianchao'
    """
    return f"{base}{segment(kind)}/{slug(*words)}"
