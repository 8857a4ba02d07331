"""The rules of the house that no linter knows."""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.config import SETTINGS, read
from kg.web import create_app

HOME = Path(__file__).parent.parent
HOUSE = HOME / "kg"
CODE = sorted([*HOUSE.rglob("*.py"), HOME / "server.py"])
TESTS = sorted((HOME / "tests").rglob("*.py"))
QUERIES = sorted(HOUSE.rglob("*.rq"))
TEMPLATES = sorted(p for p in (HOUSE / "web" / "templates").rglob("*") if p.is_file())
STATIC = HOUSE / "web" / "static"
SCRIPTS = sorted(path for path in STATIC.glob("*/*.js") if path.parent.name != "vendor")
README = (HOME / "README.md").read_text()

TOP = {
    ".ci",
    ".gitignore",
    "README.md",
    "kg",
    "ontology",
    "pyproject.toml",
    "server.py",
    "sources",
    "tests",
}
VAGUE = {"utils", "helpers", "common", "misc", "manager", "util", "helper", "tools"}
SPARQL = re.compile(
    r"^\s*(PREFIX\s+\w*:\s*<|(SELECT|CONSTRUCT|ASK|DESCRIBE)\b[^\n]*(\?\w|\{)|INSERT\s+DATA)", re.M
)
MACHINE = re.compile(r"(?<![\w.:/<>)}-])/(?:home|root|Users|work)/\w")


def name(path: Path) -> str:
    """Return a file's path below the project, for the names of tests."""
    return str(path.relative_to(HOME))


def tracked() -> list[str]:
    """Return the files that belong to the project."""
    listed = subprocess.run(["git", "ls-files"], cwd=HOME, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def tree(path: Path) -> ast.Module:
    """Return the syntax of a module."""
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions and methods of a module."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return (node for node in ast.walk(tree(path)) if isinstance(node, kinds))


def lines(paths: list[Path]) -> int:
    """Count the lines of files that are not blank."""
    return sum(1 for path in paths for line in path.read_text().splitlines() if line.strip())


@pytest.mark.parametrize("path", CODE + TESTS, ids=name)
def test_module(path: Path) -> None:
    """A module has fewer than 300 lines, a docstring, and a name that tells something."""
    assert len(path.read_text().splitlines()) < 300
    assert ast.get_docstring(tree(path))
    assert path.stem not in VAGUE


@pytest.mark.parametrize("path", CODE, ids=name)
def test_functions(path: Path) -> None:
    """A function has fewer than 50 lines and at most 5 parameters besides `self`."""
    found = list(functions(path))
    long = [f.name for f in found if (f.end_lineno or 0) - f.lineno + 1 >= 50]
    wide = [f.name for f in found if len(_parameters(f)) > 5]

    assert (long, wide) == ([], [])


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    given = function.args
    named = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return [a for a in named if a not in ("self", "cls")]


@pytest.mark.parametrize("path", CODE, ids=name)
def test_imports_stand_at_the_head(path: Path) -> None:
    """No function imports."""
    within = [
        node for f in functions(path) for node in ast.walk(f) if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert within == []


@pytest.mark.parametrize("path", CODE + TESTS, ids=name)
def test_errors_are_caught_by_name(path: Path) -> None:
    """No handler catches everything."""
    handlers = (node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler))
    broad = [h.lineno for h in handlers if h.type is None or "Exception" in ast.unparse(h.type).split(".")]

    assert broad == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_environment_is_read_once(path: Path) -> None:
    """Only the commands and the entry read the environment; modules never do while they are imported."""
    reads = "os.environ" in path.read_text() or "getenv" in path.read_text()

    assert not reads or name(path) in ("kg/cli.py", "server.py")


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_query_in_python(path: Path) -> None:
    """Queries are `.rq` files: no string of a module is one."""
    strings = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    found = [text for text in strings if isinstance(text, str) and SPARQL.search(text)]

    assert found == []


@pytest.mark.parametrize(
    ("package", "offered"), [("extract", "records"), ("links", "claims"), ("readers", "read")]
)
def test_plug_ins_know_nothing_of_each_other(package: str, offered: str) -> None:
    """A module that plugs into a package, by what it offers, imports no other one."""
    modules = [p for p in (HOUSE / package).glob("[!_]*.py") if offered in {f.name for f in functions(p)}]
    names = {f"kg.{package}.{p.stem}" for p in modules}
    imported = {(p.stem, found) for p in modules for found in _imports(p) if found in names}

    assert modules
    assert imported == set()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_query(path: Path) -> None:
    """A query says its title and what a row is; its prefixes are sorted, each used; a SELECT is ordered."""
    text = path.read_text()
    head = text.splitlines()
    prefixes = re.findall(r"^PREFIX (\w*): <", text, re.MULTILINE)
    body = re.sub(r"^(PREFIX|#).*", "", text, flags=re.MULTILINE)

    assert re.fullmatch(r"# title: \S.*", head[0])
    assert re.fullmatch(r"# \S.*", head[1])
    assert prefixes == sorted(set(prefixes))
    assert [p for p in prefixes if f"{p}:" not in body] == []
    assert "\t" not in text
    assert "ORDER BY" in text or not re.search(r"^SELECT", text, re.MULTILINE)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_template(path: Path) -> None:
    """A template holds no query, no script and no style of its own; data blocks are neither."""
    text = path.read_text()
    scripts = re.findall(r"<script(?![^>]*(?:\bsrc=|type=\"application/))[^>]*>", text)
    handlers = re.findall(r"<[^>]+\s(?:style|on[a-z]+)=", text)

    assert not SPARQL.search(text)
    assert (scripts, handlers, "<style" in text) == ([], [], False)


@pytest.mark.parametrize("path", sorted(STATIC.glob("*.css")) + SCRIPTS, ids=name)
def test_static(path: Path) -> None:
    """Our style sheet has fewer than 400 lines, a script fewer than 150; neither leads elsewhere."""
    text = path.read_text()

    assert len(text.splitlines()) < (400 if path.suffix == ".css" else 150)
    assert not re.search(r"(?:@import|url\(|import |fetch\()\s*[\"']?(?:https?:)?//", text)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_setting_is_documented(setting: object) -> None:
    """Each setting stands in the README with its default and its line of help."""
    row = f"| `{setting.name}` | `{setting.default}` | {setting.help} |"

    assert row in README


def test_address_is_described() -> None:
    """Each address of the service, with its methods, stands in `kg/web/openapi.json`, and no other does."""
    rules = [rule for rule in create_app(read({})).url_map.iter_rules() if rule.methods]
    asked = {(_template(rule.rule), each.lower()) for rule in rules for each in rule.methods or ()}
    described = json.loads((HOUSE / "web" / "openapi.json").read_text())["paths"]
    # HEAD and OPTIONS are answered everywhere; a graph is not changed, and a batch has a body.
    implied = {(path, each) for path, each in asked if each in ("head", "options")}
    refused = {(path, each) for path, each in asked if path.startswith("/graphs") and each != "get"}
    refused |= {(f"/reconcile/1.0/{each}", "get") for each in ("match", "extend")}
    refused |= {(f"/crosswalk/{each}", "get") for each in ("table.csv", "decisions.sssom.tsv")}

    assert asked - implied - refused == {(path, each) for path, of in described.items() for each in of}


def _template(rule: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)


def test_top_of_the_house() -> None:
    """At the top lies what the design names, and nothing else."""
    assert {Path(file).parts[0] for file in tracked()} <= TOP


def test_no_path_of_a_machine() -> None:
    """No file names a folder of the machine it was written on."""
    texts = ((file, (HOME / file).read_bytes().decode(errors="ignore")) for file in tracked())
    found = [(file, hit.group()) for file, text in texts for hit in MACHINE.finditer(text)]

    assert found == []


def test_tests_outweigh_the_code() -> None:
    """There are at least as many lines of tests as of code."""
    assert lines(TESTS) >= lines(CODE)


@pytest.mark.parametrize("path", [p for p in TESTS if p.stem.startswith("test_")], ids=name)
def test_tests_state_what_holds(path: Path) -> None:
    """Each test has a docstring that states what holds; its assertions carry no message."""
    tests = [f for f in functions(path) if f.name.startswith("test_")]
    asserts = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Assert)]

    assert [f.name for f in tests if not (ast.get_docstring(f) or "").endswith(".")] == []
    assert [node.lineno for node in asserts if node.msg is not None] == []
