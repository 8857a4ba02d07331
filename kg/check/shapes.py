"""The graph conforms to `ontology/shapes/`: article by article, for the engine's cost is not linear."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, Graph
from rdflib.namespace import SH

from kg import vocab
from kg.check.index import TYPE, Index
from kg.vocab import DIP


def faults(index: Index) -> Iterator[str]:
    """Yield a line for each violation of a shape."""
    incoming = _incoming(index)
    for subjects in _groups(index):
        part = "\n".join(sorted(set(_part(index, subjects, incoming))))
        graph = Graph().parse(data=part, format="nt")
        conforms, report, _ = pyshacl.validate(graph, shacl_graph=vocab.shapes())
        if not conforms and isinstance(report, Graph):
            yield from _violations(report, subjects)


def _groups(index: Index) -> Iterable[set[str]]:
    """Return the things of the graph, each in the group of the first article that claims something of it."""
    group: dict[str, str] = {}
    for passage in index.of_class(DIP.Passage):
        group[passage] = index.one(passage, DIP.article) or ""
    for claim in index.of_class(DIP.Claim):
        article = group.get(index.one(claim, DIP.passage) or "", "")
        group[claim] = article
        group.setdefault(index.one(claim, str(RDF.subject)) or "", article)
    groups: dict[str, set[str]] = {}
    for subject in index.triples:
        groups.setdefault(group.get(subject, ""), set()).add(subject)
    return groups.values()


def _part(index: Index, subjects: Iterable[str], incoming: dict[str, list[str]]) -> Iterator[str]:
    """Yield all triples of some things, the classes of what they lead to, and what shapes look back on."""
    for subject in subjects:
        yield from incoming.get(subject, ())
        for predicate, value in index.about(subject):
            yield f"<{subject}> <{predicate}> {value} ."
            if isinstance(value, ox.NamedNode):
                for kind in index.values(value.value, TYPE):
                    yield f"{value} <{TYPE}> <{kind}> ."


def _incoming(index: Index) -> dict[str, list[str]]:
    """Return, by the thing they lead to, the triples of the properties that shapes follow backwards."""
    backward = {str(term) for term in vocab.shapes().objects(None, SH.inversePath)}
    found: dict[str, list[str]] = {}
    for subject, predicate, value in index:
        if predicate in backward and isinstance(value, ox.NamedNode):
            found.setdefault(value.value, []).append(f"<{subject}> <{predicate}> {value} .")
    return found


def _violations(report: Graph, subjects: set[str]) -> list[str]:
    """Return the violations by some things, sorted; the others stand there in part only."""
    lines = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = str(report.value(result, SH.focusNode))
        if focus in subjects:
            messages = sorted(str(m) for m in report.objects(result, SH.resultMessage))
            value = report.value(result, SH.value)
            lines.add(f"{focus}: {' '.join(messages)}" + (f" Found {value}." if value is not None else ""))
    return sorted(lines)
