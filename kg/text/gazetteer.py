"""Names that the registry knows, found in a text."""

from dataclasses import dataclass
from functools import cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from kg.registry.organisations import organisations
from kg.registry.outlets import outlets
from kg.registry.places import places
from kg.registry.states import states
from kg.registry.topics import topics
from kg.text.language import pipeline


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


def _forms() -> dict[str, list[tuple[str, str]]]:
    """Return what each form may mean, as pairs of kind and key, the likeliest first."""
    table: dict[str, list[tuple[str, str]]] = {}

    def add(kind: str, key: str, forms: tuple[str, ...]) -> None:
        for form in forms:
            table.setdefault(form, []).append((kind, key))

    for state in states():
        add("state", state.key, (state.label, *state.names))
        add("capital", state.key, state.capitals)
        add("demonym", state.key, state.demonyms)
    for organisation in organisations():
        add("organisation", organisation.key, (organisation.label, *organisation.names))
    for outlet in outlets():
        add("outlet", outlet.key, (outlet.label, *outlet.names))
    for place in places():
        add("place", place.key, (place.label, *place.names))
    for topic in topics():
        add("topic", topic.key, (topic.label, *topic.names))
    return table


@cache
def _matcher() -> tuple[PhraseMatcher, dict[str, list[tuple[str, str]]]]:
    table = _forms()
    matcher = PhraseMatcher(pipeline().vocab, attr="ORTH")
    for form in table:
        matcher.add(form, [pipeline().make_doc(form)])
    return matcher, table


def hits(doc: Doc) -> dict[int, Hit]:
    """Return the names of the registry in a text by the index of their first token; the longest wins."""
    matcher, table = _matcher()
    found = filter_spans(matcher(doc, as_spans=True))
    return {s.start: Hit(s.start, s.end, *table[s.label_][0]) for s in found}
