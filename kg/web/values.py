"""What stands in one cell of a query's result, made ready for a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from pyoxigraph import Literal, NamedNode
from rdflib import DCTERMS, OWL, RDFS, SKOS, XSD, URIRef

from kg.store.builds import Row
from kg.vocab import DIP, ONTOLOGY, TERMS, local
from kg.web.addresses import Addresses
from kg.web.dates import bounds, day
from kg.web.wording import gettext, mark


@dataclass(frozen=True, slots=True)
class Value:
    """One value on a page.

    Attributes:
        text: what is read.
        link: where it leads; None for plain words.
        note: what is said after it in a softer voice; empty where nothing is.
        language: tag of BCP 47 where one is told; empty else.
    """

    text: str
    link: str | None = None
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """How sure a fact is, in words and in form.

    Attributes:
        text: the words.
        form: name of the form in the style sheet.
        link: the actor on whose word it stands or falls; None where nobody is named.
    """

    text: str
    form: str
    link: str | None = None


_STATUS = {
    DIP.Occurred: Badge(mark("took place"), "occurred"),
    DIP.Planned: Badge(mark("announced"), "planned"),
    DIP.Proposed: Badge(mark("proposed"), "proposed"),
    DIP.Cancelled: Badge(mark("cancelled"), "cancelled"),
    DIP.Denied: Badge(mark("denied"), "denied"),
}
# An agreement does not take place: the same terms in the words that fit it.
_AGREED = _STATUS | {DIP.Occurred: Badge(mark("made"), "occurred")}
# What a step is in the way of a claim, by the property that leads from it to the claim.
_STEP = {
    DIP.speaker: Badge(mark("said by"), "said"),
    DIP.reports: Badge(mark("reported by"), "reported"),
    DIP.denies: Badge(mark("denied by"), "denied"),
    DIP.retracts: Badge(mark("withdrawn by"), "withdrawn"),
    DIP.sameContentAs: Badge(mark("also said by"), "said"),
}


# What the terms of others are called on our pages.
NAMES_OF_OTHERS = {
    DCTERMS.creator: mark("author"),
    DCTERMS.issued: mark("published"),
    DCTERMS.license: mark("licence"),
    DCTERMS.publisher: mark("publisher"),
    DCTERMS.title: mark("title"),
    OWL.sameAs: mark("the same as"),
    RDFS.label: mark("name"),
    SKOS.altLabel: mark("also called"),
    SKOS.broader: mark("part of the topic"),
    SKOS.broadMatch: mark("part of"),
    SKOS.closeMatch: mark("close to"),
    SKOS.exactMatch: mark("matches"),
    SKOS.narrowMatch: mark("wider than"),
    SKOS.relatedMatch: mark("related to"),
}


def text(row: Row, name: str) -> str | None:
    """Return the words of a cell; None where it is empty."""
    term = row.get(name)
    return term.value if isinstance(term, NamedNode | Literal) else None


def first_text(rows: Iterable[Row], name: str) -> str | None:
    """Return the words of a column's first cell that holds some; None where none does."""
    return next((found for row in rows if (found := text(row, name)) is not None), None)


def value(row: Row, name: str, addresses: Addresses) -> Value | None:
    """Return the cell `name` with its `nameLabel` and `nameNote`; None where it is empty."""
    term = row.get(name)
    if isinstance(term, NamedNode):
        label = text(row, f"{name}Label") or name_of(term.value)
        return Value(label, _link(term.value, addresses), _note(row, name))
    if isinstance(term, Literal):
        return Value(_read(term), None, _note(row, name), term.language or "")
    return None


def badges(row: Row, addresses: Addresses) -> tuple[Badge, ...]:
    """Return how sure a row says that its fact is; nothing where it says nothing."""
    told = ((text(row, "step"), _STEP), (text(row, "status"), _STATUS), (text(row, "agreed"), _AGREED))
    status = tuple(_told(words[URIRef(term)]) for term, words in told if term is not None)
    only, denier = value(row, "only", addresses), value(row, "denier", addresses)
    hearsay = (Badge(only_word(only.text), "hearsay", only.link),) if only else ()
    denied = (Badge(denied_by(denier.text), "denied", denier.link),) if denier else ()
    return status + hearsay + denied


def only_word(actor: str) -> str:
    """Return the words for what is told on one actor's word alone.

    >>> only_word("Mara Voss")
    'only on Mara Voss’s word'
    """
    return gettext("only on %(actor)s’s word", actor=actor)


def denied_by(actor: str) -> str:
    """Return the words for what an actor denies.

    >>> denied_by("Mara Voss")
    'denied by Mara Voss'
    """
    return gettext("denied by %(actor)s", actor=actor)


def _told(badge: Badge) -> Badge:
    return replace(badge, text=gettext(badge.text))


def status_words(status: URIRef, *, agreed: bool) -> str:
    """Return what a status says, in words: of an agreement, or of an event.

    >>> status_words(DIP.Occurred, agreed=True)
    'made'
    """
    return gettext((_AGREED if agreed else _STATUS)[status].text)


def outcome(status: str, earliest: str | None = None, latest: str | None = None, arrow: str = "") -> Badge:
    """Return how a status is shown, with the days of what took place.

    >>> outcome(DIP.Occurred, "2025-04-22", "2025-04-23", "→ ").text
    '→ took place 22–23 Apr 2025'
    """
    found = _told(_STATUS[URIRef(status)])
    when = bounds(earliest, latest) if URIRef(status) == DIP.Occurred else ""
    return Badge(f"{arrow}{found.text} {when}".strip(), found.form)


def name_of(iri: str) -> str:
    """Return what an IRI without a label in the result is called: the term's label, else its last part.

    >>> name_of("https://w3id.org/communique/ontology#Minister")
    'minister'
    >>> name_of("http://www.wikidata.org/entity/Q148")
    'Q148'
    """
    if iri.startswith(ONTOLOGY):
        return name_of_term(iri.removeprefix(ONTOLOGY))
    if (known := NAMES_OF_OTHERS.get(URIRef(iri))) is not None:
        return gettext(known)
    return local(URIRef(iri)) or iri


def name_of_term(name: str) -> str:
    """Return what a term of the ontology, or a column, is called in the language of the page."""
    return gettext(english(name))


@cache
def english(name: str) -> str:
    """Return the label of a term of the ontology, else the words of the name.

    >>> english("reportedBy")
    'reported by'
    >>> english("firstMet")
    'first met'
    """
    found = TERMS.value(ONTOLOGY[name], RDFS.label)
    return str(found) if found else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _note(row: Row, name: str) -> str:
    term = row.get(f"{name}Note")
    if isinstance(term, NamedNode):
        return name_of(term.value)
    return term.value if isinstance(term, Literal) else ""


def _link(iri: str, addresses: Addresses) -> str | None:
    """Return where an IRI leads; None where a browser would run it or cannot open it."""
    return addresses.path(iri) or (iri if iri.startswith(("https://", "http://")) else None)


def _read(literal: Literal) -> str:
    return day(literal.value) if literal.datatype.value == str(XSD.date) else literal.value
