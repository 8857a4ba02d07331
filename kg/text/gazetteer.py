"""Names that the registry knows, found in a text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from kg.registry.organisations import organisations
from kg.registry.outlets import outlets
from kg.registry.places import places
from kg.registry.states import states
from kg.registry.topics import topics
from kg.registry.words import words
from kg.text.language import pipeline
from kg.text.tokens import Doc, Token

Forms = dict[str, tuple[str, str]]  # kind and key that a form means


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the registry in a text.

    Attributes:
        start: index of its first token.
        end: index after its last token (half-open).
        kind: "state", "demonym", "capital", "organisation", "outlet", "place" or "topic".
        key: row of the registry; of the state, for a demonym or a capital.
    """

    start: int
    end: int
    kind: str
    key: str

    @property
    def is_state(self) -> bool:
        """Whether it names a state, by its own name, its people's or its capital's."""
        return self.kind in {"state", "demonym", "capital"}

    @property
    def is_body(self) -> bool:
        """Whether it names an organisation or an outlet."""
        return self.kind in {"organisation", "outlet"}


@dataclass(frozen=True)  # no slots: the indices below are computed once and kept
class Hits:
    """The names of the registry in one text.

    Attributes:
        all: sorted by start; none overlaps another.
    """

    all: tuple[Hit, ...]

    @cached_property
    def _over(self) -> dict[int, Hit]:
        return {i: hit for hit in self.all for i in range(hit.start, hit.end)}

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.all)

    def over(self, token: int) -> Hit | None:
        """Return the name that a token is part of."""
        return self._over.get(token)

    def at(self, token: int) -> Hit | None:
        """Return the name that begins at a token."""
        hit = self._over.get(token)
        return hit if hit is not None and hit.start == token else None

    def where(self, is_wanted: Callable[[Hit], bool]) -> "Hits":
        """Return those that a test lets pass."""
        return Hits(tuple(hit for hit in self.all if is_wanted(hit)))


def hits(doc: Doc) -> Hits:
    """Return the names of the registry in a text; of several at one place the longest.

    A name that is an ordinary word too ("Trend") counts only where it does what outlets do.
    """
    matcher, forms = _matcher()
    found = filter_spans(matcher(doc.parsed, as_spans=True))
    named = (Hit(s.start, s.end, *forms[s.label_]) for s in sorted(found, key=lambda s: s.start))
    return Hits(tuple(hit for hit in named if _is_meant(doc, hit)))


@cache
def _matcher() -> tuple[PhraseMatcher, Forms]:
    forms = _forms()
    matcher = PhraseMatcher(pipeline().vocab, attr="ORTH")
    for form in forms:
        matcher.add(form, [pipeline().make_doc(form)])
    return matcher, forms


def _forms() -> Forms:
    """Return what each form means, the likeliest where it may mean several."""
    found: Forms = {}
    for kind, key, names in _rows():
        for name in names:
            for form in {name, name.replace("'", "’"), name.replace("’", "'")}:  # texts have either mark
                found.setdefault(form, (kind, key))
    return found


def _rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield kind, key and forms; a form means the first that has it, hence states come first."""
    for state in states():
        yield "state", state.key, (state.label, *state.names)
        yield "capital", state.key, state.capitals
        yield "demonym", state.key, state.demonyms
    tables = (
        ("organisation", organisations()),
        ("outlet", outlets()),
        ("place", places()),
        ("topic", topics()),
    )
    for kind, table in tables:
        yield from ((kind, row.key, (row.label, *row.names)) for row in table)


def _is_meant(doc: Doc, hit: Hit) -> bool:
    ordinary = hit.is_body and doc[hit.start : hit.end].text in words("ordinary name")
    return not ordinary or _publishes(doc, hit)


def _publishes(doc: Doc, hit: Hit) -> bool:
    """Say whether words stand where an outlet does: it reports, is told or cited, or is a newspaper."""
    beside = (doc[i].lower_ for i in (hit.start - 1, hit.end) if 0 <= i < len(doc))
    if any(word in words("outlet noun") for word in beside):
        return True
    root: Token = doc[hit.start : hit.end].root
    if root.dep_ == "pobj":
        return root.head.lower_ in {"to", "by"} and root.head.head.lemma_.lower() in words("publishing")
    # The parser takes "…, Trend reports." at the end for one name.
    is_beside = root.dep_ in {"nsubj", "dobj", "dative"} or (
        root.dep_ == "compound"
        and (root.head.tag_ == "VBZ" or any(c.dep_ == "ccomp" for c in root.head.children))
    )
    return is_beside and root.head.lemma_.lower() in words("publishing")
