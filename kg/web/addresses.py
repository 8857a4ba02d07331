"""IRIs of the data and paths of this service: the same name on whatever host."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg.errors import NotFoundError

SAFE = "/-._~!$&'()*+,;=:@"  # what RFC 3986, section 3.3, allows in a path as it stands


@dataclass(frozen=True, slots=True)
class Addresses:
    """The base of the IRIs, against the root of the service.

    Attributes:
        base: base of the IRIs of all data, with its last slash.
    """

    base: str

    def path(self, iri: str) -> str | None:
        """Return the path at which an IRI of the data, or a term of the ontology, is shown; None for others.

        >>> Addresses("https://w3id.org/communique/").path("https://w3id.org/communique/person/liu-jianchao")
        '/person/liu-jianchao'
        """
        if not iri.startswith(self.base):
            return None
        path, mark, term = iri.removeprefix(self.base).partition("#")
        return "/" + quote(path, safe=SAFE) + mark + quote(term, safe=SAFE)

    def iri(self, path: str) -> str:
        """Return the IRI that a path of the service stands for.

        >>> Addresses("https://w3id.org/communique/").iri("/place/beijing")
        'https://w3id.org/communique/place/beijing'
        """
        return self.base + unquote(path).removeprefix("/")


def named(iri: str) -> NamedNode:
    """Return an IRI as the store takes it.

    Raises:
        NotFoundError: it is none.
    """
    try:
        return NamedNode(iri)
    except ValueError:  # a space, a quotation mark, a bracket: no IRI holds them
        raise NotFoundError(f"Nothing in this graph is called {iri}") from None
