"""Run one test of the W3C against a server."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyshacl
from rdflib import Graph, Namespace, URIRef

from conformance import answers
from conformance.answers import Answer
from conformance.servers import Reply, Server
from conformance.suites import Case, Data, File

PASSED, FAILED, REFUSED = "passed", "failed", "refused"
_HERE = Path(__file__).parent
_PROTOCOL: Mapping[str, Any] = tomllib.loads((_HERE / "protocol.toml").read_text(encoding="utf-8"))
_SCHEMA = Graph().parse(_HERE / "description.ttl")
_SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
# Of a table in the form that the expected one lies in, and of graphs.
_MEDIA = {
    ".srj": "application/sparql-results+json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}
_ANY = "application/sparql-results+xml, text/turtle"
# The graphs of the protocol's tests, each of one triple on itself.
_DOCUMENTS = Data(
    named=tuple(
        File(f"http://kasei.us/2009/09/sparql/data/data{i}.rdf", _HERE / "document.ttl") for i in range(4)
    )
)
# Of tables and of graphs. CSV does not tell kinds of values; rdflib reads no negative decimals of TSV.
_FORMS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
)
_DIRECT = {".rq": "application/sparql-query", ".ru": "application/sparql-update"}


class Verdict(NamedTuple):
    """How a test ended.

    Attributes:
        state: `PASSED`, `FAILED`, or `REFUSED` where the server says that it will not do this (403).
        told: what was found where it did not pass.
    """

    state: str
    told: str = ""


def run(case: Case, server: Server) -> Verdict:
    """Run a test."""
    match case.kind:
        case "ProtocolTest":
            return _protocol(case, server)
        case "ServiceDescriptionTest":
            return _description(case, server)
    server.load(case.data)
    is_evaluation = case.result is not None
    reply = _ask(case, server, in_place=is_evaluation)
    if case.kind.startswith("Negative"):
        return _judge(reply, is_right=400 <= reply.status < 500)
    if reply.status != 200 or not is_evaluation:
        # What an update did cannot be seen by a query alone: that it was taken is all that is judged.
        return _judge(reply, is_right=200 <= reply.status < 300)
    return _judge(reply, is_right=_is_right(case, reply))


def results(case: Case, server: Server) -> list[Answer]:
    """Return the result of an evaluation test in each form that tells all of it."""
    assert case.request is not None
    server.load(case.data)
    replies = [_ask(case, server, in_place=True, accept=form) for form in _FORMS]
    return [answers.read(r.body, _media(r), case.request.iri) for r in replies if r.status == 200]


def _ask(case: Case, server: Server, *, in_place: bool, accept: str | None = None) -> Reply:
    """Send the query or update of a test, with the IRI of its file as base where that may matter."""
    assert case.request is not None
    text = case.request.path.read_bytes()
    media = _DIRECT[case.request.path.suffix]
    accept = accept or (_MEDIA.get(case.result.path.suffix, _ANY) if case.result else _ANY)
    base = f"BASE <{case.request.iri}>\n".encode() if in_place else b""
    path = server.update if media.endswith("update") else server.query
    return server.send("POST", path, base + text, {"Content-Type": media, "Accept": accept})


def _is_right(case: Case, reply: Reply) -> bool:
    assert case.request is not None
    assert case.result is not None
    found = answers.read(reply.body, _media(reply), case.request.iri)
    ordered = answers.is_ordered(case.request.path.read_text(encoding="utf-8"))
    return answers.same(answers.expected(case.result), found, ordered=ordered, lax=case.is_lax)


def _judge(reply: Reply, *, is_right: bool) -> Verdict:
    if is_right:
        return Verdict(PASSED)
    told = f"{reply.status} {reply.body[:300].decode(errors='replace')}"
    return Verdict(REFUSED if reply.status == 403 else FAILED, told)


def _media(reply: Reply) -> str:
    return reply.headers.get("Content-Type", "").partition(";")[0]


def _protocol(case: Case, server: Server) -> Verdict:
    server.load(_DOCUMENTS)
    for step in _PROTOCOL[case.name.rpartition("/")[2]]:
        body = step["body"].encode(step.get("charset", "UTF-8")) if "body" in step else None
        method = step.get("method", "POST")
        headers = {"Content-Type": step["type"]} if "type" in step else {}
        path = server.update if step.get("to") == "update" else server.query
        reply = server.send(method, path, body, headers, tuple(map(tuple, step.get("parameters", ()))))
        if not _as_told(step, reply):
            return _judge(reply, is_right=False)
    return Verdict(PASSED)


def _as_told(step: Mapping[str, Any], reply: Reply) -> bool:
    if reply.status // 100 not in ({4} if step.get("status") == 4 else {2, 3}):
        return False
    media = _media(reply)
    if "truth" in step:
        return answers.is_table(media) and answers.read(reply.body, media, "") is step["truth"]
    return {"table": answers.is_table, "graph": answers.is_graph}.get(step.get("form", ""), bool)(
        media or " "
    )


def _description(case: Case, server: Server) -> Verdict:
    reply = server.send("GET", server.query, headers={"Accept": "text/turtle, application/rdf+xml;q=0.9"})
    if reply.status != 200 or not answers.is_graph(_media(reply)):
        return _judge(reply, is_right=False)
    endpoint = URIRef(f"http://127.0.0.1:{server.port}{server.query}")
    graph = answers.read(reply.body, _media(reply), endpoint)
    assert isinstance(graph, Graph)
    match case.name.rpartition("/")[2]:
        case "has-endpoint-triple":
            return _judge(reply, is_right=(None, _SD.endpoint, endpoint) in graph)
        case "conforms-to-schema":
            conforms, _, told = pyshacl.validate(graph, shacl_graph=_SCHEMA)
            return Verdict(PASSED) if conforms else Verdict(FAILED, told)
    return Verdict(PASSED)
