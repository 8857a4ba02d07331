"""A build with records of ours between two states, and two other data sets of events beside it."""

from pathlib import Path

import coded
import live
from rdflib import Graph

from kg.build import compared

OURS = """
@prefix : <https://w3id.org/communique/> . @prefix dip: <https://w3id.org/communique/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/communique/dyad/AZE/CHN> a dip:Dyad ; rdfs:label "Azerbaijan and China" ;
  dip:between :az , :cn .
:az a dip:State , dip:Actor ; rdfs:label "Azerbaijan" ; dip:iso3 "AZE" ; dip:country :az .
:cn a dip:State , dip:Actor ; rdfs:label "China" ; dip:iso3 "CHN" ; dip:country :cn .
:aliyev a dip:Person , dip:Actor ; rdfs:label "Aliyev" ; dip:country :az .
:visit a dip:Visit , dip:Event , dip:Record ; rdfs:label "Visit <b>of</b> Aliyev" ;
  dip:dyad <https://w3id.org/communique/dyad/AZE/CHN> ; dip:visitor :aliyev ; dip:participant :aliyev ;
  dip:earliest "2025-04-22"^^xsd:date ; dip:latest "2025-04-24"^^xsd:date ; dip:status dip:Occurred ;
  dip:code "CAMEO:042" , "PLOVER:CONSULT" .
:plan a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Meeting planned" ;
  dip:dyad <https://w3id.org/communique/dyad/AZE/CHN> ; dip:participant :az , :cn ;
  dip:earliest "2025-09-01"^^xsd:date ; dip:latest "2025-09-01"^^xsd:date ; dip:status dip:Planned ;
  dip:code "CAMEO:036" .
:undated a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Meeting some day" ;
  dip:dyad <https://w3id.org/communique/dyad/AZE/CHN> ; dip:participant :az , :cn .
<https://w3id.org/communique/dyad/ALB/XKX> a dip:Dyad ; rdfs:label "Albania and Kosovo" ;
  dip:between :al , :xk .
:al a dip:State , dip:Actor ; rdfs:label "Albania" ; dip:iso3 "ALB" ; dip:country :al .
:xk a dip:State , dip:Actor ; rdfs:label "Kosovo" ; dip:country :xk .
:stay a dip:Visit , dip:Event , dip:Record ; rdfs:label "Visit of Kosovo" ;
  dip:dyad <https://w3id.org/communique/dyad/ALB/XKX> ; dip:visitor :xk ; dip:participant :xk , :al ;
  dip:earliest "2025-05-05"^^xsd:date ; dip:latest "2025-05-05"^^xsd:date ; dip:status dip:Occurred ;
  dip:code "CAMEO:042" .
:claim rdf:subject :visit ; rdf:predicate rdf:type ; rdf:object dip:Visit ; dip:passage :words .
:words dip:article :article .
:article a dip:Article ; dip:url "https://post.example/visit" ; dcterms:issued "2025-04-22"^^xsd:date .
"""
GDELT = (
    coded.gdelt(1, "20250423", "AZE-CHN", "042", "https://post.example/visit"),
    coded.gdelt(2, "20250425", "CHN-AZE", "043", "https://other.example/1"),
    coded.gdelt(3, "20250425", "CHN-AZE", "190", "https://other.example/2"),
    coded.gdelt(4, "20250601", "CHN-AZE", "046", "https://other.example/3"),
    coded.gdelt(5, "20250601", "CHN-USA", "046"),
    coded.gdelt(6, "20250505", "ALB-XKX", "042"),
)
POLECAT = (
    "\t".join(coded.POLECAT),
    coded.polecat("a-1", "2025-04-24", "AZE-CHN", "CONSULT", **{"Actor Name": "<i>A</i>"}),
)


def make(to: Path) -> Path:
    """Return a data folder with the build."""
    place = live.build(to, Graph().parse(data=OURS).serialize(format="nt"))
    (place / "metadata.nq").write_text("")
    (place / "manifest.json").write_text("{}")
    for name, lines in (("gdelt", GDELT), ("polecat", POLECAT)):
        file = to / f"{name}.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        compared.bring(compared.Order((file,), name, name, to, live.BASE))
    return to
