"""Templates say nothing but through the message catalogues."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parent.parent / "kg" / "web" / "templates"
ENGLISH = {"evidence.html"}  # taken away, and the same for all
PAGES = sorted(p for p in TEMPLATES.rglob("*.html") if p.name not in ENGLISH)
SAID = ("_", "gettext", "ngettext")
# What stands the same in all languages: names, and the abbreviations of forms.
NAMES = {
    *("BibTeX", "CSL", "CSV", "Communiqué", "JSON", "OpenRefine", "SPARQL", "SVG", "id", "ltr", "pandas"),
    *("AZE", "CHN", "Chinese", "Jianchao", "Liu", "president", "Алиев", "Ильхам"),  # examples in fields
}
# Attributes that are read to somebody.
READ = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')
UNREAD = re.compile(r"<(script|style|code|pre|kbd)\b.*?</\1>|<!doctype html>", re.DOTALL)
ADDRESS = re.compile(r"[?#&;=\w]*[?#&;=][?#&;=\w]*")  # a part of one
ATTRIBUTE = re.compile(r'\b[\w-]+=""')  # that a macro writes
WORD = re.compile(r"[^\W\d_]{2,}")
# Texts that are looked up though they are no literals: each is a message by `mark`, or by the extraction.
LOOKED_UP = {
    "example.title",
    "facet.title",
    "field.name",
    "field.name.removesuffix",
    "form.name",
    "group",
    "group.name",
    "kind",
    "name",
    "page.title",
    "panel.facts.lead.name",
    "picture.unit",
    "section.anchor",
    "topic.name",
    "why",
}


def tree(path: Path) -> nodes.Template:
    """Return the syntax of a template."""
    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(path.read_text())


def name(path: Path) -> str:
    """Return the path of a template below their folder."""
    return str(path.relative_to(TEMPLATES))


def is_said(node: nodes.Node) -> bool:
    """Say whether a node looks a text up."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in SAID


def literals(node: nodes.Node) -> Iterator[str]:
    """Yield the literal texts of expressions that are not looked up, in the order of the template."""
    for each in node.iter_child_nodes():
        if is_said(each) or isinstance(node, nodes.Getitem):  # a key
            continue
        if isinstance(each, nodes.Const) and isinstance(each.value, str):
            yield each.value
        yield from literals(each)


def spelt(node: nodes.Node) -> str:
    """Return an expression by its names."""
    if isinstance(node, nodes.Getattr):
        return f"{spelt(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else spelt(next(iter(node.iter_child_nodes())))


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_bare_words(path: Path) -> None:
    """What is read on a page is written `_("…")`, `ngettext(…)` or `{% trans %}`, then put into catalogues.

    How catalogues take it in, the test of `test_wording.py` says that then fails.
    """
    parts = (each.data for each in tree(path).find_all(nodes.TemplateData))
    data = UNREAD.sub(" ", "".join(part for part in parts if not ADDRESS.fullmatch(part)))
    read = " ".join((*READ.findall(data), ATTRIBUTE.sub(" ", re.sub(r"<[^>]*>", " ", data))))

    assert {word for word in WORD.findall(read) if word not in NAMES} == set()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_words_in_expressions(path: Path) -> None:
    """Nor does an expression hold a phrase that is not looked up."""
    assert [text for text in literals(tree(path)) if re.search(r"[a-z] [a-z]", text)] == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_only_our_own_words_are_looked_up(path: Path) -> None:
    """What is looked up stands as markup: no text of a reader, an article or a query may be."""
    calls = (call for call in tree(path).find_all(nodes.Call) if is_said(call))
    told = {spelt(call.args[0]) for call in calls if not isinstance(call.args[0], nodes.Const)}

    assert told - LOOKED_UP == set()
