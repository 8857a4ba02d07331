"""Messages that stand in queries and in the ontology, for `pybabel extract`; `pyproject.toml` names these."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from rdflib import OWL, RDF, RDFS, Graph

from kg.web.kinds import plural
from kg.web.panels import HIDDEN
from kg.web.values import english

Found = Iterator[tuple[int, str | None, str, list[str]]]  # line, function, message, comments

_TITLE = re.compile(r"# (?:title|topic): (\S.*)")
_UNIT = re.compile(r"^# unit: (\S.*)", re.MULTILINE)
_SPARE = re.compile(r"\w+(?:Label|Note)")  # words of another column
_NAME = re.compile(r"\?(\w+)")


def query(file: BinaryIO, *_given: object, **_options: object) -> Found:
    """Yield the title of a query, and its topic."""
    for number, line in enumerate(file.read().decode().splitlines(), start=1):
        if told := _TITLE.fullmatch(line):
            yield number, None, told[1], []


def panel(file: BinaryIO, *_given: object, **_options: object) -> Found:
    """Yield the title of a query, the names of the columns that a page may show, and what it counts."""
    yield from query(file)
    file.seek(0)
    text = file.read().decode()
    for name in sorted(set(_NAME.findall(text.partition("WHERE")[0])) - HIDDEN):
        if not _SPARE.fullmatch(name):
            yield 1, None, english(name), []
            if "\n# form: counts\n" in text:  # of one, its name has no s
                yield 1, None, english(name).removesuffix("s"), []
    for told in _UNIT.findall(text):
        yield from ((1, None, unit, []) for unit in (told, f"{told}s"))


def terms(file: BinaryIO, *_given: object, **_options: object) -> Found:
    """Yield the labels of the terms of an ontology; of a class, its name for many things too."""
    graph = Graph().parse(file, format="turtle")
    for term, label in sorted(graph.subject_objects(RDFS.label)):
        yield 1, None, str(label), []
        if (term, RDF.type, OWL.Class) in graph:
            yield 1, None, plural(str(label)), []
