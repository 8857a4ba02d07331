"""The forms in which results are given: the one table of their media types."""

from dataclasses import dataclass

TABLE, GRAPH = "table", "graph"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of results.

    Attributes:
        suffix: short name, as in `?format=`, and ending of addresses, without the dot.
        media: media type, without parameters.
        name: what a reader calls it.
        of: `TABLE` for SELECT and ASK, `GRAPH` for CONSTRUCT and DESCRIBE.
        others: media types that clients ask for when they mean this one.
        names: what clients call it in `?format=`, besides its suffix.
    """

    suffix: str
    media: str
    name: str
    of: str
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """Return the value of the `Content-Type` header."""
        # JSON-LD (RFC 6839) and RDF/XML tell their encoding themselves; the others are text.
        return f"{self.media}; charset=utf-8" if self.media.startswith("text/") else self.media


# In the order of preference where a client takes several equally.
RESULTS = (
    Form("json", "application/sparql-results+json", "JSON", TABLE, ("application/json",)),
    Form("xml", "application/sparql-results+xml", "XML", TABLE, ("application/xml", "text/xml")),
    Form("csv", "text/csv", "CSV", TABLE),
    Form("tsv", "text/tab-separated-values", "TSV", TABLE),
    Form("ttl", "text/turtle", "Turtle", GRAPH, ("text/n3",), ("turtle", "n3")),  # Turtle is N3, too
    Form("nt", "application/n-triples", "N-Triples", GRAPH, ("text/plain",), ("ntriples", "n-triples")),
    Form("rdf", "application/rdf+xml", "RDF/XML", GRAPH, ("application/xml", "text/xml"), ("rdf+xml", "xml")),
    Form("jsonld", "application/ld+json", "JSON-LD", GRAPH, ("application/json",), ("json-ld", "json")),
    Form("trig", "application/trig", "TriG", GRAPH),
)


def offered(kind: str) -> tuple[Form, ...]:
    """Return the forms of a query's results: of tables for SELECT and ASK, else of graphs."""
    of = TABLE if kind in {"SELECT", "ASK"} else GRAPH
    return tuple(form for form in RESULTS if form.of == of)
