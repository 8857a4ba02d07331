"""Names of persons, states, organisations and places as they stand in a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.registry.places import place_names
from kg.registry.states import by_name
from kg.registry.words import words as listed
from kg.text import bodies, entitled
from kg.text.gazetteer import Hit, Hits
from kg.text.persons import (
    end_of_name,
    honorifics,
    is_headline,
    is_honour,
)
from kg.text.titles import TitlePhrase
from kg.text.tokens import Doc, Tokens
from kg.text.wordings import longest_plural, longest_title
from kg.vocab import DIP

_OF_HIT = {
    "state": DIP.State,
    "capital": DIP.Place,
    "organisation": DIP.Organization,
    "outlet": DIP.Organization,
    "place": DIP.Place,
}
_OF_ENTITY = {
    "PERSON": DIP.Person,
    "ORG": DIP.Organization,
    "GPE": DIP.Place,
    "LOC": DIP.Place,
    "FAC": DIP.Place,
}
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    Attributes:
        start: index of its first token.
        end: index after its last token (half-open).
        kind: class of what it names.
        registry: row of the registry, where it is known.
        title: the title that stands right before it.
    """

    start: int
    end: int
    kind: URIRef
    registry: str | None = None
    title: TitlePhrase | None = None


def find(doc: Doc, hits: Hits, titles: Iterable[TitlePhrase]) -> tuple[Name, ...]:
    """Return the names of a text in its order, none overlapping another.

    A name that a title introduces comes before what the registry knows, that before what the language
    model took for a name; what is told by one word alone comes last.
    """
    phrases = tuple(titles)
    own = {i for t in phrases for i in range(t.title[0], t.head + 1)}  # "Cabinet" of "Cabinet Secretary"
    known = tuple(n for n in _known(doc, hits) if n.kind != DIP.Organization or n.end - 1 not in own)
    bodies_told = tuple(n for n in _bodies(doc, hits) if n.start not in own)
    longer = tuple(b for b in bodies_told if any(_holds(b, name) for name in known))
    told = (
        *_titled(doc, hits, phrases),
        *longer,
        *known,
        *bodies_told,
        *_beside(doc, hits, phrases),
    )
    guessed = tuple(n for n in _guessed(doc, hits) if not any(_is_within(hits, n, t.title) for t in phrases))
    full = _apart((*told, *(n for n in guessed if n.end - n.start > 1)))
    full = tuple(_in_headline(doc, full))
    again = _again(doc, full)
    return tuple(sorted(_apart((*full, *again, *guessed)), key=lambda n: n.start))


def _holds(body: Name, name: Name) -> bool:
    """Say whether a body's name has another one within it: "Sri Lanka" in "Parliament of Sri Lanka"."""
    return body.start <= name.start and name.end <= body.end and body.end - body.start > name.end - name.start


def _is_within(hits: Hits, name: Name, title: tuple[int, int]) -> bool:
    """Say whether a name is but words of a title, with the people before it: "Chinese State Councilor"."""
    hit = hits.at(name.start)
    first = name.start + (hit is not None and hit.kind == "demonym" and hit.end == name.start + 1)
    return title[0] <= first and name.end <= title[1]


def _apart(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names of which none overlaps one that comes before it in the order given."""
    taken: set[int] = set()
    found: list[Name] = []
    for name in names:
        tokens = set(range(name.start, name.end))
        if tokens and not tokens & taken:
            taken |= tokens
            found.append(name)
    return tuple(found)


def _titled(doc: Doc, hits: Hits, titles: Iterable[TitlePhrase]) -> Iterator[Name]:
    """Yield the persons whose names stand right after a title, and the bodies that stand with it."""
    for title in titles:
        name = entitled.behind(doc, hits, title)
        if name is not None:
            yield Name(*name, DIP.Person, title=title)
        if title.body is not None and not _covers(hits.at(title.body[0]), title.body):
            yield Name(*title.body, DIP.Organization)


def _beside(doc: Doc, hits: Hits, titles: Iterable[TitlePhrase]) -> Iterator[Name]:
    """Yield the persons whom a title behind a comma, or a word of address, tells."""
    for name in (*entitled.apposed(doc, hits, titles), *entitled.addressed(doc, hits)):
        yield Name(*name, DIP.Person)


def _covers(hit: Hit | None, tokens: tuple[int, int]) -> bool:
    return hit is not None and hit.is_body and hit.end >= tokens[1]


def _known(doc: Doc, hits: Hits) -> Iterator[Name]:
    for hit in hits:
        kind = _OF_HIT.get(hit.kind)
        if kind is not None and not _is_in_person(doc, hit):
            yield Name(hit.start, hit.end, kind, _row(doc, hit))


def _row(doc: Doc, hit: Hit) -> str | None:
    """Return the row of what a name means: a capital that is no actor is a place with a row of its own."""
    if hit.kind != "capital":
        return hit.key
    place = place_names().get(doc[hit.start : hit.end].text)
    return place.key if place is not None else None


def _is_in_person(doc: Doc, hit: Hit) -> bool:
    """Say whether the words are part of a longer name of a person ("Jordan Smith", "Paris Hilton")."""
    longer = (e for e in doc[hit.start].sent.ents if e.label_ == "PERSON" and len(e) > hit.end - hit.start)
    return hit.kind != "organisation" and any(e.start <= hit.start and hit.end <= e.end for e in longer)


def _bodies(doc: Doc, hits: Hits) -> Iterator[Name]:
    """Yield the bodies that their head noun tells, each with the short form in brackets behind it."""
    ends = [h.end for h in hits if h.kind == "organisation"]
    for start, end in bodies.find(doc, hits):
        if _is_instrument(doc, end):
            continue
        yield Name(start, end, DIP.Organization)
        ends.append(end)
    ends += [e.end for e in doc.ents if e.label_ == "ORG"]
    for end in ends:
        short = bodies.short_form(doc, end)
        if short is not None and hits.at(short) is None:
            yield Name(short, short + 1, DIP.Organization)


def _guessed(doc: Doc, hits: Hits) -> Iterator[Name]:
    """Yield what the language model took for persons, organisations and places."""
    for entity in doc.ents:
        kind = _OF_ENTITY.get(entity.label_)
        start, end = _bare(doc, entity)
        if kind is None or start >= end or not doc[start].text[0].isupper():
            continue
        if _is_taken(hits.over(end - 1), start, end) or _is_instrument(doc, end):
            continue
        if kind == DIP.Organization and _is_no_body(doc, start, end):
            continue
        if kind == DIP.Person:
            start = _behind_title(doc, start, end)
            end -= end - start > 1 and is_honour(doc, end - 1)
            kind, end = _as_person(doc, hits, start, end)
        state = by_name(doc[start:end].text) if kind == DIP.Place else None
        if state is not None:  # "US" of "US Treasury Secretary"
            yield Name(start, end, DIP.State, state.key)
        elif kind != DIP.Person or not entitled.is_of_fields(doc, start, end):
            yield Name(start, end, kind)


def _behind_title(doc: Doc, start: int, end: int) -> int:
    """Return where a name begins that the model took with the title before it."""
    title = longest_title(doc, start)
    is_told = title is not None and doc[start].lower_ not in listed("given name too")
    return start + title[1] if title is not None and is_told and start + title[1] < end else start


def _as_person(doc: Doc, hits: Hits, start: int, end: int) -> tuple[URIRef, int]:
    """Return what the model's person is: a body where it is a short form; and where the name ends."""
    if end - start == 1 and bodies.is_short_form(doc[start]) and any(t.is_lower for t in doc[start].sent):
        return DIP.Organization, end
    goes_on = end < len(doc) and (doc[end].ent_type_ == "PERSON" or doc[end].text == "-")
    return DIP.Person, max(end, end_of_name(doc, hits, start)) if goes_on or end - start == 1 else end


def _is_taken(last: Hit | None, start: int, end: int) -> bool:
    """Say whether what ends an entity shows that it is no name: a people's, or part of a longer topic."""
    if last is None:
        return False
    is_people = last.kind == "demonym" and last.start >= start
    return is_people or (last.kind == "topic" and last.start <= start and last.end - last.start > end - start)


def _is_instrument(doc: Doc, end: int) -> bool:
    """Say whether a name is that of a treaty or the like, which acts as little as a book does."""
    return doc[end - 1].lower_ in listed("instrument noun")


def _is_no_body(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is that of an occasion, a title of several, or no name ("Sanctions Against")."""
    plural, last = longest_plural(doc, start), doc[end - 1]
    is_title = plural is not None and plural[1] == end - start
    is_honour = end - start == 1 and last.text.isupper() and last.lower_ in listed("post-nominal")
    is_cut = last.is_stop and last.is_alpha and not bodies.is_short_form(last) and last.pos_ == "ADP"
    return last.lower_ in listed("gathering noun") or is_title or is_cut or is_honour


def _bare(doc: Doc, entity: Tokens) -> tuple[int, int]:
    """Return the tokens of an entity without articles, words of address and marks at its ends."""
    start, end = entity.start, entity.end
    outside = {"the", "a", "an"} | honorifics()
    while start < end and (doc[start].lower_.rstrip(".") in outside or not doc[start].text[0].isalnum()):
        start += 1
    while start < end and (doc[end - 1].lower_ in _POSSESSIVE or not doc[end - 1].text[-1].isalnum()):
        end -= 1
    return start, end


def _in_headline(doc: Doc, names: tuple[Name, ...]) -> Iterator[Name]:
    """Yield the names, those of persons in headlines cut to what the text below calls them.

    Where all words have capitals, a verb looks like part of the name: "Weber Returns".
    """
    below = {_forms(doc, n) for n in names if n.kind == DIP.Person and not is_headline(doc, n.start)}
    known = {words[i:] for words in below for i in range(len(words))}
    for name in names:
        if name.kind == DIP.Person and is_headline(doc, name.start):
            words = _forms(doc, name)
            longest = next((i for i in range(len(words), 0, -1) if words[:i] in known), len(words))
            yield replace(name, end=name.start + longest)
        else:
            yield name


def _forms(doc: Doc, name: Name) -> tuple[str, ...]:
    return tuple(token.text for token in doc[name.start : name.end])


def _again(doc: Doc, names: tuple[Name, ...]) -> Iterator[Name]:
    """Yield full names of persons told with a title, then last words and short forms that stand alone."""
    told = {_forms(doc, n) for n in names if n.title is not None and n.kind == DIP.Person}
    firsts = {words[0] for words in told if len(words) > 1}
    for token in doc:
        if token.text in firsts:
            found = (w for w in told if _forms(doc, Name(token.i, token.i + len(w), DIP.Person)) == w)
            yield from (Name(token.i, token.i + len(w), DIP.Person) for w in found)
    kinds = {
        doc[n.end - 1].text: n.kind
        for n in names
        if n.registry is None
        and (
            (n.kind == DIP.Person and n.end - n.start > 1)
            or (n.kind == DIP.Organization and n.end - n.start == 1 and bodies.is_short_form(doc[n.start]))
        )
    }
    for token in doc:
        if token.text in kinds and token.text[0].isupper():
            yield Name(token.i, token.i + 1, kinds[token.text])
