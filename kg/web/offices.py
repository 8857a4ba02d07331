"""Which office words mean, and who is attested in it about a day: what `/resolve` answers from.

"Chinese Foreign Minister Wang" names a state or body, an office of it, and perhaps a person. States go by
label, other names, demonym and codes of ISO 3166, offices by their titles and all wordings that the build
tells of them (`void#offices`), or by their rank ("head of government").

Sources attest an office on days, never through: "on" says that the day lies between the first and the last
day of attestation, "before" and "after" that sources know the holder only before or after it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from pyoxigraph import NamedNode
from rdflib import RDFS, URIRef

from kg.spelling import plain
from kg.store.builds import Row
from kg.vocab import TERMS
from kg.web import dates
from kg.web.service import Graph
from kg.web.values import first_text, text

ON, BEFORE, AFTER = "on", "before", "after"
WORDS = 12  # of a question that are read: every part of them is looked up
_SMALL = frozenset(("the", "of", "for", "to", "s", "a", "an"))

Key = tuple[str, ...]  # words as they are compared: plain letters, small words left out


@dataclass(frozen=True, slots=True)
class Body:
    """A state or body that anyone holds an office of."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's holding of an office.

    Attributes:
        iri: the tenure.
        body: what it is an office of.
        holder: IRI of the person.
        name: the person's name.
        titles: each wording of sources.
        offices: normalised names of the office.
        ranks: names of its ranks.
        first: first day on which a source attests it.
        last: last such day.
    """

    iri: str
    body: Body
    holder: str
    name: str
    titles: tuple[str, ...]
    offices: tuple[str, ...]
    ranks: tuple[str, ...]
    first: dt.date
    last: dt.date

    def attested(self, day: dt.date | None) -> str | None:
        """Return how a day stands to the days of attestation; None for no day."""
        if day is None:
            return None
        return AFTER if day < self.first else BEFORE if day > self.last else ON

    def distance(self, day: dt.date | None) -> int:
        """Return the days between a day and the nearest day of attestation; 0 between two of them."""
        return 0 if day is None else max((self.first - day).days, (day - self.last).days, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """What words were found to mean.

    Attributes:
        bodies: states and bodies that they name, sorted by label.
        tenures: holders of the office, those attested on the day first, then the nearest; of no office
            that is known, all that the bodies have.
        is_known: whether an office was understood.
        unread: words that nothing here goes by.
    """

    bodies: tuple[Body, ...]
    tenures: tuple[Tenure, ...]
    is_known: bool
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a build, by how they are compared.

    Attributes:
        bodies: states and bodies.
        offices: normalised offices by their wordings.
    """

    bodies: Mapping[Key, tuple[Body, ...]]
    offices: Mapping[Key, frozenset[str]]


def key(words: str) -> Key:
    """Return words as they are compared.

    >>> key("Minister of Foreign Affairs of the People's Republic")
    ('minister', 'foreign', 'affairs', 'people', 'republic')
    """
    return tuple(word for word in plain(words).split() if word not in _SMALL)


def names(graph: Graph) -> Names:
    """Return the names of a build."""
    bodies: dict[Key, dict[Body, None]] = {}
    for row in graph.rows("role-names"):
        body = Body(text(row, "body") or "", text(row, "label") or "")
        bodies.setdefault(key(text(row, "name") or ""), {})[body] = None
    offices: dict[Key, set[str]] = {}
    for row in graph.rows("role-offices"):
        offices.setdefault(key(text(row, "wording") or ""), set()).add(text(row, "office") or "")
    return Names(
        {name: tuple(found) for name, found in bodies.items() if name},
        {name: frozenset(found) for name, found in offices.items()},
    )


def find(graph: Graph, known: Names, words: str, day: dt.date | None) -> Found:
    """Return what words mean, and who is attested in that office about a day."""
    asked = key(words)[:WORDS]
    held: dict[Body, _Held] = {}
    readings: list[tuple[int, int, Body, tuple[Tenure, ...], Key]] = []
    for begin, end in _spans(len(asked)):
        for body in known.bodies.get(asked[begin:end], ()):
            if body not in held:
                held[body] = _Held(_tenures(graph, body))
            for found, left in held[body].read(asked[:begin] + asked[end:], known):
                readings.append((len(left), begin - end, body, found, left))
    if not readings:
        every = tuple(sorted(held, key=lambda body: (body.label, body.iri)))
        holders = (each for body in every for each in held[body].tenures)
        return Found(every, _sorted(holders, day), is_known=False, unread=_unread(asked, known))
    fewest, longest, *_ = min(readings, key=lambda reading: reading[:2])
    best = [reading for reading in readings if reading[:2] == (fewest, longest)]
    bodies = tuple(dict.fromkeys(body for _, _, body, _, _ in best))
    holders = (each for *_, found, _ in best for each in found)
    return _of_name(Found(bodies, _sorted(holders, day), is_known=True, unread=best[0][4]))


class _Held:
    """The holders of the offices of one body, by the words that mean the offices."""

    def __init__(self, tenures: tuple[Tenure, ...]) -> None:
        self.tenures = tenures
        self._by_words: dict[Key, list[Tenure]] = {}
        self._by_office: dict[str, list[Tenure]] = {}
        for each in tenures:
            for wording in {key(words) for words in (*each.titles, *each.offices, *each.ranks)}:
                self._by_words.setdefault(wording, []).append(each)
            for office in each.offices:
                self._by_office.setdefault(office, []).append(each)

    def read(self, words: Key, known: Names) -> Iterator[tuple[tuple[Tenure, ...], Key]]:
        """Yield the holders of each office that a run of words means, with the words around the run."""
        for begin, end in _spans(len(words)):
            run = words[begin:end]
            offices = known.offices.get(run, frozenset())
            found = [*self._by_words.get(run, ()), *(t for o in offices for t in self._by_office.get(o, ()))]
            if found:
                yield tuple(dict.fromkeys(found)), words[:begin] + words[end:]


def _spans(count: int) -> Iterator[tuple[int, int]]:
    """Yield all runs of words, the longest first."""
    for size in range(count, 0, -1):
        yield from ((begin, begin + size) for begin in range(count - size + 1))


def _of_name(found: Found) -> Found:
    """Keep those who go by the words that are left, where any does."""
    left = set(found.unread)
    kept = tuple(each for each in found.tenures if left and left <= set(key(each.name)))
    return replace(found, tenures=kept, unread=()) if kept else found


def _unread(asked: Key, known: Names) -> Key:
    spans = ((b, e) for b, e in _spans(len(asked)) if asked[b:e] in known.bodies)
    read = {word for begin, end in spans for word in asked[begin:end]}
    return tuple(word for word in asked if word not in read)


def _sorted(found: Iterable[Tenure], day: dt.date | None) -> tuple[Tenure, ...]:
    order = (ON, BEFORE, AFTER)

    def place(each: Tenure) -> tuple[int, int, int, str]:
        how = each.attested(day)
        return order.index(how) if how else 0, each.distance(day), -each.last.toordinal(), each.iri

    return tuple(sorted(dict.fromkeys(found), key=place))


def _tenures(graph: Graph, body: Body) -> tuple[Tenure, ...]:
    rows = graph.rows("role-tenures", body=NamedNode(body.iri))
    found = (_tenure(body, tuple(group)) for _, group in groupby(rows, key=itemgetter("tenure")))
    return tuple(each for each in found if each is not None)


def _tenure(body: Body, rows: tuple[Row, ...]) -> Tenure | None:
    first, last = dates.read(first_text(rows, "from")), dates.read(first_text(rows, "to"))
    if first is None or last is None:
        return None
    return Tenure(
        iri=first_text(rows, "tenure") or "",
        body=body,
        holder=first_text(rows, "holder") or "",
        name=first_text(rows, "holderLabel") or "",
        titles=_each(rows, "title"),
        offices=_each(rows, "office"),
        ranks=tuple(str(TERMS.value(URIRef(rank), RDFS.label)) for rank in _each(rows, "rank")),
        first=first,
        last=last,
    )


def _each(rows: tuple[Row, ...], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (text(row, column) for row in rows))))
