"""The forms that are taken away, besides RDF: one table, read by pages, addresses and headers."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import Request
from werkzeug.wrappers import Response

from kg.store.forms import Form
from kg.vocab import DIP
from kg.web import citations, negotiation
from kg.web.negotiation import Alternate
from kg.web.outward import agenda, evidence, feeds, schema
from kg.web.outward.citing import cite
from kg.web.outward.subject import Subject
from kg.web.wording import mark


@dataclass(frozen=True, slots=True)
class Outward:
    """One form.

    Attributes:
        form: its suffix, media type and name.
        group: what it is good for, in words.
        write: makes it.
    """

    form: Form
    group: str
    write: Callable[[Subject], str | bytes]


@dataclass(frozen=True, slots=True)
class Group:
    """Forms that are good for the same."""

    name: str
    forms: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class Away:
    """What stands at the foot of a page, under "Take it away".

    Attributes:
        iri: its name everywhere.
        cited: how it is cited; empty for what is not.
        canonical: the address of its page below the base, whatever host shows it.
        groups: the forms.
    """

    iri: str
    cited: str
    canonical: str
    groups: tuple[Group, ...]


DATA, CITE, FOLLOW, KEEP = mark("As data"), mark("To cite"), mark("To follow"), mark("To keep")
GROUPS = (DATA, CITE, FOLLOW, KEEP)
SCHEMA = Outward(
    Form("schema.jsonld", "application/ld+json", "JSON-LD, schema.org", DATA), DATA, schema.write
)
CITING = (
    Outward(Form("bib", citations.BIBTEX, "BibTeX", CITE), CITE, lambda s: cite(s).bibtex),
    Outward(Form("ris", citations.RIS, "RIS", CITE), CITE, lambda s: cite(s).ris),
    Outward(Form("csl.json", citations.CSL, "CSL JSON", CITE), CITE, lambda s: cite(s).csl),
)
FOLLOWING = (
    Outward(Form("atom", "application/atom+xml", mark("Atom feed"), FOLLOW), FOLLOW, feeds.atom),
    Outward(Form("feed.json", "application/feed+json", mark("JSON feed"), FOLLOW), FOLLOW, feeds.json_feed),
    Outward(Form("ics", "text/calendar", mark("Calendar"), FOLLOW), FOLLOW, agenda.write),
)
EVIDENCE = Outward(Form("evidence.html", "text/html", mark("Evidence, one page"), KEEP), KEEP, evidence.write)
# What there is of a thing, and of a search.
THING = (SCHEMA, *CITING, *FOLLOWING, EVIDENCE)
SEARCH = FOLLOWING


def split(path: str, offered: tuple[Outward, ...]) -> tuple[str, Outward | None]:
    """Return a path without the suffix of a form that is offered, and that form.

    >>> split("/place/beijing.csl.json", THING)[0]
    '/place/beijing'
    """
    for outward in offered:
        if path.endswith(f".{outward.form.suffix}"):
            return path.removesuffix(f".{outward.form.suffix}"), outward
    return path, None


def document(request: Request, outward: Outward, subject: Subject) -> Response:
    """Return a form of a subject."""
    form = outward.form
    answer = negotiation.document(
        request, outward.write(subject), form, subject.path, subject.graph.build.hash
    )
    if outward is EVIDENCE:
        answer.headers["Content-Security-Policy"] = evidence.policy()
    return answer


def away(subject: Subject, offered: tuple[Outward, ...], reading: str = "") -> Away:
    """Return the forms of a subject as its page offers them; things have those of RDF too.

    `reading` is what follows the path in the address of a page that tells a part of its thing.
    """
    query = f"?{subject.query}" if subject.query else reading
    found: dict[str, list[Alternate]] = {name: [] for name in GROUPS}
    if SCHEMA in offered:
        others = negotiation.others(subject.path)
        found[DATA] += (replace(each, path=f"{each.path}{query}") for each in others)
    if subject.kind == DIP.Dyad:
        found[DATA].append(Alternate(mark("Table (CSV)"), f"{subject.path}.csv", "text/csv"))
    for outward in offered:
        form = outward.form
        found[outward.group].append(Alternate(form.name, f"{subject.path}.{form.suffix}{query}", form.media))
    groups = tuple(Group(name, tuple(shown)) for name, shown in found.items() if shown)
    cited = cite(subject).words if CITING[0] in offered else ""
    return Away(subject.iri, cited, f"{subject.graph.addresses.iri(subject.path)}.html", groups)
