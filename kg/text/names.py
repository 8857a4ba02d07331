"""Names of persons, states, organisations and places as they stand in a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import URIRef
from spacy.tokens import Doc, Token

from kg.registry.places import place_names
from kg.registry.titles import title_words
from kg.text.gazetteer import Hit
from kg.text.titles import TitlePhrase, longest_title
from kg.vocab import DIP

_PARTICLES = frozenset(
    "de del della der den di da dos das do la le el al bin ben ibn van von zu ul ur abu af".split()
)
_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december photo image mr mrs ms dr today the this his her and he she it i we they in on
    at also as but for after during""".split()
)
_LONGEST = 6  # tokens of a person's name


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    Attributes:
        start: index of its first token.
        end: index after its last token (half-open).
        kind: class of what it names.
        registry: row of the registry, where it is known.
        title: the title that stands right before or after it.
    """

    start: int
    end: int
    kind: URIRef
    registry: str | None = None
    title: TitlePhrase | None = None


@cache
def honorifics() -> frozenset[str]:
    """Return the words of address, without full stops."""
    return frozenset(w.word.rstrip(".") for w in title_words() if w.kind in {"honorific", "military"})


_OF_HIT = {
    "state": DIP.State,
    "capital": DIP.Place,
    "organisation": DIP.Organization,
    "outlet": DIP.Organization,
    "place": DIP.Place,
}


def find(doc: Doc, hits: Mapping[int, Hit], titles: Iterable[TitlePhrase]) -> tuple[Name, ...]:
    """Return the names of a text in its order, none overlapping another.

    A name that a title introduces comes before what the registry knows, that before what the language
    model took for a name.
    """
    taken: set[int] = set()
    found: list[Name] = []
    candidates = (
        *_titled(doc, hits, tuple(titles)),
        *_known(doc, hits),
        *_bodies(doc, hits),
        *(n for n in _guessed(doc, hits) if not _is_title(n, titles)),
    )
    for name in candidates:
        span = set(range(name.start, name.end))
        if span and not span & taken:
            taken |= span
            found.append(name)
    return tuple(sorted(found, key=lambda n: n.start))


def _is_title(name: Name, titles: Iterable[TitlePhrase]) -> bool:
    """Say whether a guessed body or place is but the words of a title ("Chargé d'Affaires")."""
    own = (range(*t.title) for t in titles)
    return name.kind != DIP.Person and any(name.start in words and name.end - 1 in words for words in own)


def _titled(doc: Doc, hits: Mapping[int, Hit], titles: Iterable[TitlePhrase]) -> Iterator[Name]:
    """Yield the persons whose names stand right after a title, and the bodies that stand with it."""
    for title in titles:
        start = after_honorifics(doc, title.end)
        end = person_end(doc, hits, start)
        if end > start and longest_title(doc, start) is None:
            yield Name(start, end, DIP.Person, title=title)
        if title.body is not None and title.body[0] not in hits:
            yield Name(*title.body, DIP.Organization)


def after_honorifics(doc: Doc, i: int) -> int:
    """Return the index after words of address ("H.E. Dr") that begin at a token."""
    j = i
    while j < len(doc) and (
        doc[j].lower_.rstrip(".") in _ADDRESS or doc[j].lower_.rstrip(".") in honorifics()
    ):
        j += 1
        j += j < len(doc) and doc[j].text == "."
    return j


_ADDRESS = frozenset({"h", "e", "h.e", "he"})  # "H.E." comes in one to four tokens


def person_end(doc: Doc, hits: Mapping[int, Hit], start: int) -> int:
    """Return where a person's name that begins at a token ends; the token's own index where none begins."""
    j = start
    while j < len(doc) and j - start < _LONGEST and not (j > start and doc[j].is_sent_start):
        if _is_name_word(doc[j]) and not _is_known(doc, hits, j):
            j += 1
        elif doc[j].lower_ in _PARTICLES and _leads(doc, j + 1):
            j += 1
        elif j > start and doc[j].text in {"-", "‑"} and j + 1 < len(doc) and doc[j + 1].text[:1].isupper():
            j += 1
        else:
            break
    return j if any(_is_name_word(t) for t in doc[start:j]) else start


def _leads(doc: Doc, i: int) -> bool:
    """Say whether a particle before a token leads to a name: "el-Sisi", "van der Bellen"."""
    words = doc[i : i + 3]
    return any(t.text[:1].isupper() for t in words) and all(
        t.text[:1].isupper() or t.text == "-" or t.lower_ in _PARTICLES for t in words[:1]
    )


def _is_name_word(token: Token) -> bool:
    return token.text[0].isupper() and token.text[0].isalpha() and token.lower_ not in _NO_NAME


def _is_known(doc: Doc, hits: Mapping[int, Hit], i: int) -> bool:
    """Say whether the registry knows the word as a state, body or outlet, and the model does not take it for a person."""
    found = (hits.get(start) for start in range(max(0, i - _LONGEST), i + 1))
    hit = next((h for h in found if h is not None and h.end > i), None)
    return (
        hit is not None and hit.kind in {"state", "demonym", "organisation"} and doc[i].ent_type_ != "PERSON"
    )


def _known(doc: Doc, hits: Mapping[int, Hit]) -> Iterator[Name]:
    for hit in hits.values():
        kind = _OF_HIT.get(hit.kind)
        if kind is not None and not _inside_person(doc, hit):
            # A capital is a place as well: as such it has its own row.
            place = place_names().get(doc[hit.start : hit.end].text) if hit.kind == "capital" else None
            key = hit.key if hit.kind != "capital" else place.key if place else None
            yield Name(hit.start, hit.end, kind, key)


def _inside_person(doc: Doc, hit: Hit) -> bool:
    """Say whether the words are part of a longer name of a person ("Jordan Smith", "Paris Hilton")."""
    return (
        any(
            e.label_ == "PERSON"
            and e.start <= hit.start
            and hit.end <= e.end
            and len(e) > hit.end - hit.start
            for e in doc[hit.start].sent.ents
        )
        and hit.kind != "organisation"
    )


_BODY_HEADS = frozenset(
    """ministry embassy parliament secretariat department committee commission council agency assembly bureau
    directorate senate consulate mission delegation office administration university bank chamber federation institute association party court authority
    foundation organization organisation union centre center presidency congress""".split()
)


def _bodies(doc: Doc, hits: Mapping[int, Hit]) -> Iterator[Name]:
    """Yield named bodies: "Ministry of Foreign Affairs of Ukraine", "Azerbaijani parliament", "Foreign Ministry"."""
    for token in doc:
        if token.lower_ in _BODY_HEADS and (
            token.text[0].isupper() or token.lower_ in {"ministry", "embassy", "parliament"}
        ):
            start, end = _body_start(doc, token.i), _body_end(doc, hits, token.i)
            if end - start > 1 or (token.lower_ == "parliament"):
                yield Name(start, end, DIP.Organization)


def _body_start(doc: Doc, i: int) -> int:
    j = i
    while (
        j > 0
        and not doc[j].is_sent_start
        and (
            (
                doc[j - 1].text[0].isupper()
                and doc[j - 1].text[0].isalpha()
                and doc[j - 1].lower_ not in _NO_NAME
                and doc[j - 1].ent_type_ != "PERSON"
            )
            or (
                doc[j - 1].dep_ in {"compound", "amod"}
                and doc[j - 1].head.i == i
                and doc[j - 1].lower_
                in {"foreign", "defence", "defense", "finance", "interior", "justice", "health"}
            )
            or (
                doc[j - 1].lower_ in {"and", "&"}
                and j > 1
                and doc[j - 2].text[0].isupper()
                and doc[j].text[0].isupper()
                and doc[j - 2].ent_type_ == "ORG"
            )
        )
    ):
        j -= 1
    return j


def _body_end(doc: Doc, hits: Mapping[int, Hit], i: int) -> int:
    j = i + 1
    while j < len(doc) - 1 and not doc[j].is_sent_start:
        token, after = doc[j], doc[j + 1]
        if (
            token.text[0].isupper()
            and token.text[0].isalpha()
            and token.lower_ not in _NO_NAME
            and j == i + 1
            and doc[i].text[0].isupper()
        ):
            j += 1
        elif token.lower_ in {"of", "for", "in", "to", "on"}:
            first = j + 1 + (after.lower_ == "the")
            if (
                first < len(doc)
                and doc[first].text[0].isupper()
                and doc[first].ent_type_ not in {"DATE", "PERSON"}
                and (
                    token.lower_ in {"of", "for", "on"}
                    or doc[i].lower_ in {"embassy", "mission", "consulate", "delegation", "office"}
                )
            ):
                j = _capitals(doc, first)
            elif token.lower_ == "of" and doc[first].lower_ in {
                "foreign",
                "external",
                "defence",
                "defense",
                "finance",
                "interior",
                "internal",
                "justice",
                "health",
                "trade",
                "energy",
                "economy",
                "education",
                "agriculture",
                "environment",
            }:
                j = first + 1 + (first + 1 < len(doc) and doc[first + 1].pos_ == "NOUN")
            else:
                break
        else:
            break
    return j


def _capitals(doc: Doc, i: int) -> int:
    j = i
    while j < len(doc) and not (j > i and doc[j].is_sent_start):
        token = doc[j]
        capital = token.text[0].isupper() and token.text[0].isalpha() and token.lower_ not in _NO_NAME
        linking = (
            token.lower_ in {"and", "&", ","}
            and j + 1 < len(doc)
            and doc[j + 1].text[0].isupper()
            and token.ent_type_ == "ORG"
            and doc[j + 1].ent_type_ == "ORG"
            and doc[j + 1].ent_iob_ == "I"
        )
        if not (capital or linking):
            break
        j += 1
    return j


def _guessed(doc: Doc, hits: Mapping[int, Hit]) -> Iterator[Name]:
    """Yield what the language model took for persons, organisations and places."""
    kinds = {
        "PERSON": DIP.Person,
        "ORG": DIP.Organization,
        "GPE": DIP.Place,
        "LOC": DIP.Place,
        "FAC": DIP.Place,
    }
    for entity in doc.ents:
        kind = kinds.get(entity.label_)
        start, end = entity.start, entity.end
        while start < end and (
            doc[start].lower_ in {"the", "a", "an"}
            or doc[start].lower_.rstrip(".") in honorifics()
            or not doc[start].text[0].isalnum()
        ):
            start += 1
        while start < end and (
            doc[end - 1].lower_ in {"’s", "'s", "’", "'"} or not doc[end - 1].text[-1].isalnum()
        ):
            end -= 1
        if kind is None or start >= end or not doc[start].text[0].isupper():
            continue
        if any(start <= h.start and h.kind == "demonym" and h.end == end for h in hits.values()):
            continue
        if kind == DIP.Person:
            end = max(end, person_end(doc, hits, start)) if end - start == 1 else end
        yield Name(start, end, kind)
