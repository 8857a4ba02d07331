"""Values of the formats that no pattern tells; schemathesis reads this module (`SCHEMATHESIS_HOOKS`)."""

import schemathesis
from hypothesis import strategies as st

BASE = "https://w3id.org/communique/"
QUERIES = (
    "ASK {}",
    "SELECT ?s WHERE { ?s ?p ?o } LIMIT 3",
    "SELECT ?s ?n WHERE { ?s rdfs:label ?n } ORDER BY ?n LIMIT 3",
    "SELECT ?c WHERE { GRAPH <graphs/metadata> { ?c a ?d } } LIMIT 2",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s a dip:Person }",
    'SELECT ?p WHERE { SERVICE dip:search { ?p dip:words "strait" ; dip:limit 2 } }',
)
FORMS = ("", "json", "xml", "csv", "tsv", "html", "text/csv", "application/sparql-results+json")

schemathesis.openapi.format("sparql-query", st.sampled_from(QUERIES))
schemathesis.openapi.format("graph-iri", st.just(f"{BASE}graphs/metadata"))
schemathesis.openapi.format("build-name", st.just(""))
schemathesis.openapi.format("result-form", st.sampled_from(FORMS))
