"""A query as code: each language asks just the query, whatever it holds, and finds the same rows."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import live
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.web import snippets

# All marks of the four languages, line ends, and what is beyond plain letters.
MARKS = [
    "'",
    '"',
    '"""',
    "\\",
    "`",
    "${x}",
    ')"',
    ')-"',
    "QUERY",
    "QUERY\n",
    "\n",
    "\r",
    "\t",
    "\0",
    "$HOME",
    "é",
    "𝄞",
]
TEXTS = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=3)), max_size=12).map("".join)
# The same in a query that is answered: words within quotation marks that the engine reads.
ODD = """# it's a "test" `x` ${y} $HOME \\\\ )" QUERY
SELECT ?name ?words
{
  VALUES (?name ?words) {
    ("it's" "a \\"quoted\\" \\\\ `word` ${x} $HOME \\u00e9")
    ('''three \"""''' UNDEF)
    ("031" ")\\"")
  }
}
ORDER BY ?name"""
ROWS = [["031", ')"'], ["it's", 'a "quoted" \\ `word` ${x} $HOME é'], ['three """', None]]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service over a build of two triples, with one of three beside it."""
    data = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(3), "older")
    live.build(data, live.numbers(2), "newer")
    with live.serve(data) as service:
        yield service


def code(service: live.Service, language: str, query: str = ODD, build: str = "") -> str:
    """Return a query as code, as the service tells it."""
    path = f"/sparql/code?build={build}" if build else "/sparql/code"
    status, _, body = service.send("POST", path, query.encode(), {"Content-Type": "application/sparql-query"})
    assert status == 200
    return str(json.loads(body)[language])


def run(*command: str, code: str) -> str:
    """Return what code prints when it is run from its standard input."""
    return subprocess.run(command, input=code, capture_output=True, text=True, check=True, timeout=60).stdout


PYTHON = (sys.executable, "-W", "ignore", "-")
NODE = (shutil.which("node") or "node", "--input-type=module", "-")
has_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")


def test_python_finds_the_rows(service: live.Service) -> None:
    """The code in Python makes a table of pandas, in which codes keep their zeros."""
    shown = 'print(table.astype(object).where(table.notna(), None).to_json(orient="values"))'
    code_ = code(service, "Python").replace("print(table)", shown)

    assert json.loads(run(*PYTHON, code=code_)) == ROWS


@has_node
def test_javascript_finds_the_rows(service: live.Service) -> None:
    """The code in JavaScript makes a table of the same rows."""
    code_ = code(service, "JavaScript").replace("console.table(table)", "console.log(JSON.stringify(table))")

    assert json.loads(run(*NODE, code=code_)) == ROWS


def test_shell_finds_the_rows(service: live.Service) -> None:
    """The command for a shell prints the rows as CSV, just as the endpoint gives them."""
    _, _, expected = service.send(
        "POST", "/sparql", ODD.encode(), {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    )

    assert run("sh", code=code(service, "curl")) == expected.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("language", ["Python", "curl", pytest.param("JavaScript", marks=has_node)])
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { <n/2> ?p ?o }", "true"),
        ("CONSTRUCT WHERE { <n/2> ?p ?o }", "number 2"),
        ("SELECT ?o { <n/2> ?p ?o }", "number 2"),
    ],
    ids=["ASK", "CONSTRUCT", "SELECT"],
)
def test_code_asks_the_build_that_is_named(
    service: live.Service, language: str, query: str, shown: str
) -> None:
    """Each form of query has code for its result; with a build, that one is asked."""
    command = {"Python": PYTHON, "curl": ("sh",), "JavaScript": NODE}[language]
    older, newer = (
        run(*command, code=code(service, language, query, build)).lower() for build in ("older", "newer")
    )

    assert shown in older
    assert shown not in newer


@given(TEXTS)
def test_python_literal_is_the_query(query: str) -> None:
    """Python reads the very query."""
    assert ast.literal_eval(snippets.python(query)) == query


@given(TEXTS)
def test_r_literal_is_the_query(query: str) -> None:
    """A raw string of R ends with its first mark of the same dashes: there is none before its end."""
    literal = snippets.r(query)
    found = re.match(r'r"(-*)\((.*?)\)\1"', literal, re.DOTALL)

    assert found
    assert (found[0], found[2]) == (literal, query.replace("\0", snippets.NUL))


@given(TEXTS)
def test_shell_document_is_the_query(query: str) -> None:
    """A document of the shell ends with the first line that is its mark: there is none before its end."""
    head, _, rest = snippets.shell(query).partition("\n")
    lines = rest.split("\n")
    mark = head.strip("'")

    assert lines.index(mark) == len(lines) - 1
    assert rest.removesuffix(mark) == query.replace("\0", snippets.NUL).removesuffix("\n") + "\n"


@has_node
def test_javascript_literals_are_the_queries() -> None:
    """JavaScript reads the very queries; all are read at once, for each start takes long."""
    texts = ["".join(pair) for one in MARKS for pair in ((one, other) for other in MARKS)]
    literals = ", ".join(snippets.javascript(text) for text in texts)
    read = run(*NODE, code=f"console.log(JSON.stringify([{literals}]))")

    assert json.loads(read) == texts


def test_page_with_code(service: live.Service) -> None:
    """A reader gets a page, in which code is no markup."""
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/html"}
    _, told, body = service.send("POST", "/sparql/code", b'ASK { BIND("</pre>" AS ?x) }', headers)

    assert told["Content-Type"] == "text/html; charset=utf-8"
    assert [
        body.decode().count(f"<summary>{name}</summary>") for name in ("Python", "R", "curl", "JavaScript")
    ] == [1] * 4
    assert "&lt;/pre&gt;" in body.decode()


@pytest.mark.parametrize(("query", "status"), [("SELECT", 200), ("", 400), ("LOAD <a>", 403)])
def test_only_queries_have_code(service: live.Service, query: str, status: int) -> None:
    """What is no query has no code."""
    headers = {"Content-Type": "application/sparql-query"}
    found, _, _ = service.send("POST", "/sparql/code", query.encode(), headers)

    assert found == status


def test_endpoint_is_where_the_client_found_it(service: live.Service) -> None:
    """Code asks the host that was asked, for nobody knows the others; none of its marks ends the text."""
    assert f'SPARQLWrapper("http://127.0.0.1:{service.port}/sparql")' in code(service, "Python")
