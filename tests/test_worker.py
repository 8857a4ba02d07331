"""What the process that asks a query writes: whole frames, and results that any reader takes."""

import csv
import io
import json
import struct
import time
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import live
import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.store import worker
from kg.store.processes import Process
from kg.store.worker import ERROR, LAST, MORE, PAGE, Request

# Values that break what is careless: quotes, line ends, tags, marks of rows, control characters, all scripts.
HOSTILE = (
    'a "quoted" word',
    "two\nlines\r\nand a\ttab",
    "<b>&amp;</b>]]>",
    '{"s":{"type":"uri"}},{"s":1}',
    "</result><result>",
    "form\x0cfeed and bell\x07\uffff",
    "İstanbul, 北京, \U0001f600",
    "",
    "a,b;c",
    "'",
)
ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s"
TABLES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
XML = "{http://www.w3.org/2005/sparql-results#}"


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """Yield a process on a build of the hostile values."""
    triples = (
        Triple(NamedNode(f"{live.BASE}n/{i}"), NamedNode(f"{live.BASE}p"), Literal(value))
        for i, value in enumerate(HOSTILE)
    )
    lines = "".join(f"{triple} .\n" for triple in triples)
    one = Process(live.build(tmp_path_factory.mktemp("data"), lines), 1_000_000_000)
    yield one
    one.end()


def ask(process: Process, text: str, media: str, **changed: object) -> tuple[bytes, bytes]:
    """Return the kind of the last frame, and all that was sent."""
    plain = Request(text, media, live.BASE, {}, None, None, 1_000, 1_000_000, 60.0)
    process.send(plain._replace(**changed))
    sent = b""
    kind = MORE
    while kind == MORE:
        kind, payload = process.frame(time.monotonic() + 60, lambda: False)
        sent += payload
    return kind, sent


def of_json(data: bytes) -> list[str]:
    """Return the values of the column `o`."""
    return [row["o"]["value"] for row in json.loads(data)["results"]["bindings"]]


def of_xml(data: bytes) -> list[str]:
    """Return the values of the column `o`."""
    found = ElementTree.fromstring(data).iter(f"{XML}binding")
    return [each.findtext(f"{XML}literal") or "" for each in found if each.get("name") == "o"]


def of_csv(data: bytes) -> list[str]:
    """Return the values of the column `o`."""
    return [row["o"] for row in csv.DictReader(io.StringIO(data.decode(), newline=""))]


def of_tsv(data: bytes) -> list[str]:
    """Return the values of the column `o`, which are terms of Turtle."""
    lines = data.decode().split("\n")[1:-1]
    turtle = "".join(f"<x:s> <x:p> {line.partition(chr(9))[2]} .\n" for line in lines)
    return [quad.object.value for quad in pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)]


@pytest.mark.parametrize(
    ("form", "read"),
    [("json", of_json), ("csv", of_csv), ("tsv", of_tsv)],
    ids=["json", "csv", "tsv"],
)
def test_values_come_as_they_are(process: Process, form: str, read: Callable[[bytes], list[str]]) -> None:
    """Another program's reader finds each value to the letter."""
    kind, data = ask(process, ALL, TABLES[form])

    assert kind == LAST
    assert read(data) == list(HOSTILE)


def test_values_come_in_xml(process: Process) -> None:
    """XML has no control characters: a question mark stands for each, and the rest is to the letter."""
    kind, data = ask(process, ALL, TABLES["xml"])
    found = of_xml(data)

    assert kind == LAST
    assert found[5] == "form?feed and bell?\ufffd"
    # A reader of XML makes the ends of lines one (XML 1.0, section 2.11) where they are not escaped.
    assert [each.replace("\r", "") for each in found[:5] + found[6:]] == [
        each.replace("\r", "") for each in HOSTILE[:5] + HOSTILE[6:]
    ]


@pytest.mark.parametrize("media", TABLES.values(), ids=TABLES)
def test_hostile_values_are_no_rows(process: Process, media: str) -> None:
    """As many rows as there are may be asked for: nothing within a value counts as one."""
    query = "SELECT ?s ?o { ?s ?p ?o }"

    assert ask(process, query, media, rows=len(HOSTILE))[0] == LAST
    assert ask(process, query, media, rows=len(HOSTILE) - 1)[0] == ERROR


@pytest.mark.parametrize(
    "media", ["application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json"]
)
def test_triples_come_in_each_form(process: Process, media: str) -> None:
    """Every form of a graph has every triple."""
    kind, data = ask(process, "CONSTRUCT WHERE { ?s ?p ?o }", media)
    form = pyoxigraph.RdfFormat.from_media_type(media)

    assert kind == LAST
    assert len(list(pyoxigraph.parse(data, form))) == len(HOSTILE)


def test_graph_in_xml_is_xml(process: Process) -> None:
    """Any reader of XML takes a graph, whatever its texts hold."""
    _, data = ask(process, "CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml")

    assert "form?feed and bell?\ufffd" in {each.text for each in ElementTree.fromstring(data).iter()}


@pytest.mark.parametrize(
    ("query", "kind", "words"),
    [
        pytest.param("SELECT", "syntax", "expected", id="no query"),
        pytest.param("SELECT ?s { ?s ?p ?o } LIMIT 3", "rows", "2 rows", id="too many rows"),
        pytest.param(
            "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "refused", "", id="another service"
        ),
    ],
)
def test_failure_says_why(process: Process, query: str, kind: str, words: str) -> None:
    """An error frame has a kind and a reason; the process answers on."""
    frame, data = ask(process, query, TABLES["csv"], rows=2)
    told = json.loads(data)

    assert frame == ERROR
    assert told["kind"] == kind
    assert words in told["reason"]
    assert ask(process, "ASK {}", TABLES["json"])[0] == LAST


def test_bytes_are_bounded(process: Process) -> None:
    """A result of more bytes than may be is refused before it is sent."""
    frame, data = ask(process, ALL, TABLES["json"], bytes=100)

    assert (frame, json.loads(data)["reason"]) == (ERROR, "the result has more than 100 bytes")


def test_prefixes_are_known(process: Process) -> None:
    """A query may use the prefixes that come with it, and relative IRIs."""
    query = "ASK { <n/0> x:p 'a \"quoted\" word' }"

    assert b"true" in ask(process, query, TABLES["json"], prefixes={"x": live.BASE})[1]


def test_page_has_kinds(process: Process) -> None:
    """A page is told what each term is; what is not bound is nothing."""
    query = """SELECT ?iri ?number ?tagged ?blank ?none ?triple {
      VALUES (?iri ?number ?tagged) { (<n/0> 7 "Pékin"@fr) } BIND(BNODE("b") AS ?blank)
    }"""
    told = json.loads(ask(process, query, PAGE)[1])
    row = dict(zip(told["columns"], told["rows"][0], strict=True))

    assert row["iri"] == ["iri", f"{live.BASE}n/0", ""]
    assert row["number"] == ["literal", "7", "http://www.w3.org/2001/XMLSchema#integer"]
    assert row["tagged"] == ["literal", "Pékin", "fr"]
    assert row["blank"][0] == "blank"
    assert (row["none"], row["triple"]) == (None, None)
    assert told["more"] is False


def test_page_is_cut_and_says_so(process: Process) -> None:
    """A page with as many rows as are shown has no more; with one more it says so."""
    assert json.loads(ask(process, ALL, PAGE, rows=len(HOSTILE))[1])["more"] is False
    assert json.loads(ask(process, ALL, PAGE, rows=len(HOSTILE) - 1)[1])["more"] is True


def test_truth_on_a_page(process: Process) -> None:
    """The page of an ASK is one word."""
    assert json.loads(ask(process, "ASK {}", PAGE)[1]) == {"boolean": True}


def test_head_of_a_frame() -> None:
    """A frame begins with its kind in one byte and its length in four, the highest first."""
    assert worker.HEAD.pack(LAST, 258) == b"L\x00\x00\x01\x02"
    assert struct.calcsize(worker.HEAD.format) == 5


def test_blank_nodes_are_told(process: Process) -> None:
    """A node without a name is told as one, in every form that has rows."""
    query = "SELECT ?b { BIND(BNODE('x') AS ?b) }"

    assert b'"type":"bnode"' in ask(process, query, TABLES["json"])[1]
    assert ask(process, query, TABLES["csv"])[1].splitlines()[1].startswith(b"_:")
