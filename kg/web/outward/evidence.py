"""A bundle of evidence: one page that stands for itself, with facts, sentences, sources and checksums."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from flask import render_template
from markupsafe import Markup
from pyoxigraph import NamedNode
from rdflib import RDF

from kg.store.builds import Row
from kg.vocab import DIP
from kg.web import rdf
from kg.web.dates import day
from kg.web.outward.citing import cite
from kg.web.outward.subject import Subject
from kg.web.sentences import anchor
from kg.web.values import name_of, text

_HERE = Path(__file__).parent
PROGRAM = (_HERE / "verify.txt").read_text(encoding="utf-8")
THINGS = 30  # of a bundle: what a reviewer may be asked to look at, and some megabyte at the most
CLAIMS, ROWS = 200, 400  # of one thing, as its query bounds them
_HELD = (
    (RDF.subject, "entity"),
    (RDF.predicate, "predicate"),
    (RDF.object, "object"),
    (DIP.passage, "passage"),
)
_WIDER = frozenset(map(str, (DIP.Record, DIP.Event, DIP.Actor)))
_FONT = re.compile(r"@font-face \{[^}]*\}\n?")
_STYLE = _HERE.parent / "static" / "style.css"


@dataclass(frozen=True, slots=True)
class Witness:
    """A sentence, and what it is cited for.

    Attributes:
        quote: its words.
        start: offset of its first character, in code points.
        end: offset after its last.
        article: what the article is called.
        file: its file.
        outlet: who published it; empty where unknown. So the next two.
        published: the day, for readers.
        link: its place in the page of the article, everywhere.
        claims: what it is cited for: property and value, each with its confidence where one is told.
    """

    quote: str
    start: int
    end: int
    article: str
    file: str
    outlet: str
    published: str
    link: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing with all sentences that tell of it."""

    iri: str
    title: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a source.

    Attributes:
        file: its file.
        sha256: of the file's bytes; empty where unknown. So the next three.
        title: what it is called.
        outlet: who published it.
        url: where.
        published: the day, in ISO 8601.
        passages: start, end and words of each passage that is cited.
    """

    file: str
    sha256: str
    title: str
    outlet: str
    url: str
    published: str
    passages: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """What the template `evidence.html` shows.

    Attributes:
        title: of what it is evidence.
        iri: its name.
        cited: how it is cited.
        build: name of the build.
        graph: SHA-256 of its `graph.nt`; empty where the build does not tell.
        facts: the thing, and the records that it has part in.
        sources: the articles.
        is_whole: whether all is there.
        data: the same for programs.
        program: what checks it.
        style: the style sheet, as an element.
    """

    title: str
    iri: str
    cited: str
    build: str
    graph: str
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    is_whole: bool
    data: Markup
    program: str
    style: Markup


def write(subject: Subject) -> str:
    """Return the evidence for what is told of a subject."""
    itself = (subject.iri,) if subject.kind is not None else ()
    things = dict.fromkeys((*itself, *subject.find()))
    rows = {iri: _rows(subject, iri) for iri in islice(things, THINGS)}
    facts = tuple(_fact(iri, found) for iri, found in rows.items() if found)
    sources = _sources(row for found in rows.values() for row in found)
    manifest = subject.graph.build.manifest
    page = EvidencePage(
        title=subject.title,
        iri=subject.iri,
        cited=cite(subject).words,
        build=subject.graph.build.hash,
        graph=manifest.get("graph", ""),
        facts=facts,
        sources=sources,
        is_whole=len(things) <= THINGS and all(map(_is_whole, rows.values())),
        data=_data(subject, (row for found in rows.values() for row in found), sources),
        program=PROGRAM,
        style=style(),
    )
    return render_template("evidence.html", page=page)


@cache
def style() -> Markup:
    """Return the style sheet of all pages as an element, without fonts: these are files."""
    return Markup(f"<style>{_FONT.sub('', _STYLE.read_text(encoding='utf-8'))}</style>")  # noqa: S704 # our own


@cache
def policy() -> str:
    """Return the policy under which the page is sent: nothing is fetched, this style sheet alone holds."""
    body = style().removeprefix("<style>").removesuffix("</style>")
    mark = base64.b64encode(sha256(body.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; frame-ancestors 'none'"


def _rows(subject: Subject, iri: str) -> tuple[Row, ...]:
    return subject.graph.rows("evidence", entity=NamedNode(iri))


def _is_whole(rows: tuple[Row, ...]) -> bool:
    """Say whether a thing has no more claims, and rows, than its query takes."""
    return len(rows) < ROWS and len({text(row, "claim") for row in rows}) < CLAIMS


def _fact(iri: str, rows: tuple[Row, ...]) -> Fact:
    return Fact(iri, text(rows[0], "entityLabel") or iri, _witnesses(rows))


def _witnesses(rows: Iterable[Row]) -> tuple[Witness, ...]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if (passage := text(row, "passage")) is not None:
            groups.setdefault(passage, []).append(row)
    return tuple(_witness(group) for group in groups.values())


def _witness(rows: list[Row]) -> Witness:
    first = rows[0]
    start, end = (int(text(first, name) or 0) for name in ("start", "end"))
    return Witness(
        text(first, "quote") or "",
        start,
        end,
        text(first, "articleLabel") or text(first, "article") or "",
        text(first, "file") or "",
        text(first, "outlet") or "",
        day(text(first, "published") or ""),
        f"{text(first, 'article')}.html#{anchor(start, end)}",
        tuple(dict.fromkeys(_claim(row) for row in rows if not _is_wider(row))),
    )


def _is_wider(row: Row) -> bool:
    """Say whether a claim follows from the class of its thing: it is a record, an actor."""
    return text(row, "predicate") == str(RDF.type) and text(row, "object") in _WIDER


def _claim(row: Row) -> str:
    words = f"{name_of(text(row, 'predicate') or '')}: {_name(row)}"
    sure = text(row, "confidence")
    according = text(row, "onlyLabel")
    notes = [f"according to {according}"] if according else []
    notes += [f"confidence {sure}"] if sure else []
    return f"{words} ({', '.join(notes)})" if notes else words


def _name(row: Row) -> str:
    value = text(row, "object") or ""
    return text(row, "objectLabel") or (name_of(value) if isinstance(row["object"], NamedNode) else value)


def _sources(rows: Iterable[Row]) -> tuple[Source, ...]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if (file := text(row, "file")) is not None:
            found.setdefault(file, []).append(row)
    return tuple(_source(file, group) for file, group in sorted(found.items()))


def _source(file: str, rows: list[Row]) -> Source:
    places = {(int(text(r, "start") or 0), int(text(r, "end") or 0), text(r, "quote") or "") for r in rows}
    names = ("sha256", "articleLabel", "outlet", "url", "published")
    digest, title, outlet, url, published = (text(rows[0], name) or "" for name in names)
    return Source(file, digest, title, outlet, url, published, tuple(sorted(places)))


def _data(subject: Subject, rows: Iterable[Row], sources: Iterable[Source]) -> Markup:
    build = subject.graph.build
    claims: dict[str, list[str]] = {}
    for row in rows:
        lines = claims.setdefault(text(row, "claim") or "", [])
        lines += [line for line in _lines(row) if line not in lines]
    told = {
        "of": subject.iri,
        "build": build.hash,
        "graph": build.manifest.get("graph", ""),
        "claims": [{"claim": claim, "lines": lines} for claim, lines in claims.items()],
        "sources": [
            {"file": s.file, "sha256": s.sha256, "url": s.url, "passages": s.passages} for s in sources
        ],
    }
    return rdf.in_script(json.dumps(told, ensure_ascii=False))


def _lines(row: Row) -> Iterator[str]:
    """Yield the lines of the graph that hold a claim."""
    for term, name in _HELD:
        if (value := row.get(name)) is not None:
            yield f"{row['claim']} <{term}> {value} ."
