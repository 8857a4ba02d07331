"""Titles of office as phrases: "Deputy Minister of Foreign Affairs of the Czech Republic"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.registry.titles import Title, titles
from kg.text.gazetteer import Hit
from kg.text.language import pipeline

_BODY = frozenset(
    """academy administration agency alliance army assembly association authority bank board bureau cabinet
    center centre chamber club commission committee community company conference confederation congress corporation
    council court delegation department directorate division embassy federation forces force foundation fund government group
    headquarters house institute institution inspectorate league legislature mission movement navy network office
    organisation organization parliament party police secretariat senate service society staff state territory tribunal union university
    ministry consulate branch section bloc cooperation""".split()
)
_LINK = frozenset({"of", "for", "to", "at", "in", "and", "on", "with", "&", "the", ","})
_LONGEST = 14  # tokens that a body or a field of duty runs on at most


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title as it stands in the text.

    Attributes:
        start: index of the first token of the phrase, the state before it included.
        end: index after its last token, the body after it included.
        title: indices of the title's own words, half-open ("Minister of Foreign Affairs").
        head: index of the title's main word.
        state: key of the state that stands with it.
        body: indices of the body that stands with it, half-open.
        entry: the row of the registry.
    """

    start: int
    end: int
    title: tuple[int, int]
    head: int
    state: str | None
    body: tuple[int, int] | None
    entry: Title


@cache
def _index() -> dict[tuple[str, ...], Title]:
    """Return the titles by their words in small letters."""
    found: dict[tuple[str, ...], Title] = {}
    for title in titles():
        for wording in (title.office, *title.wordings):
            found.setdefault(tuple(t.lower_ for t in pipeline().make_doc(wording)), title)
    return found


def longest_title(words: tuple[str, ...]) -> tuple[Title, int] | None:
    """Return the title that words begin with and how many of them it takes; the longest of several."""
    for length in range(len(words), 0, -1):
        title = _index().get(words[:length])
        if title is not None:
            return title, length
    return None


def find(doc: Doc, hits: Mapping[int, Hit]) -> Iterator[TitlePhrase]:
    """Yield the titles of a text, in its order; none overlaps another."""
    i = 0
    while i < len(doc):
        phrase = _at(doc, hits, i)
        if phrase is None:
            i += 1
        else:
            yield phrase
            i = max(phrase.end, i + 1)


def _at(doc: Doc, hits: Mapping[int, Hit], i: int) -> TitlePhrase | None:
    if i in hits and hits[i].kind in {"organisation", "outlet"}:
        return None
    match = longest_title(tuple(t.lower_ for t in doc[i : i + 8]))
    if match is None or doc[i].pos_ == "VERB" or "-" in doc[i].text[:1]:
        return None
    entry, length = match
    start, state = _before(doc, hits, _modified(doc, hits, i))
    own, end, body, after = _after(doc, hits, i + length)
    title_start = next(j for j in range(start, i + 1) if j not in _state_tokens(doc, hits, start, i))
    head = i + length - 1 if "of" not in doc[i : i + length].text.split() else i
    return TitlePhrase(start, end, (title_start, own), head, state or after, body, entry)


def _modified(doc: Doc, hits: Mapping[int, Hit], i: int) -> int:
    """Return where the title's own words begin: "Energy" of "Energy Minister"."""
    capital = doc[i].text[0].isupper()
    j = i
    while j > 0 and doc[j - 1].sent == doc[i].sent:
        before = doc[j - 1]
        named = any(h.start <= before.i < h.end and h.kind != "topic" for h in _around(hits, before.i))
        if named or before.is_punct or not before.text[0].isalpha():
            break
        field = (
            capital
            and before.text[0].isupper()
            and before.pos_ in {"PROPN", "ADJ", "NOUN"}
            and not before.ent_type_ == "PERSON"
        )
        linked = (
            capital
            and before.lower_ == "and"
            and before.i > 0
            and doc[before.i - 1].text[0].isupper()
            and j < i
        )
        loose = (
            not capital
            and before.pos_ in {"NOUN", "ADJ", "PROPN"}
            and before.dep_ in {"compound"}
            and before.head.i in range(j, i + 1)
        )
        if not (field or linked or loose) or before.is_sent_start and before.lower_ in {"the", "a"}:
            break
        j -= 1
    return j


def _around(hits: Mapping[int, Hit], i: int) -> Iterator[Hit]:
    for start in range(max(0, i - 6), i + 1):
        hit = hits.get(start)
        if hit and hit.end > i:
            yield hit


def _before(doc: Doc, hits: Mapping[int, Hit], i: int) -> tuple[int, str | None]:
    """Return where the phrase begins and the state that stands before the title."""
    j = i
    while j > 0 and doc[j - 1].lower_ in {
        "'s",
        "’s",
        "’",
        "'",
        "former",
        "new",
        "current",
        "-",
        "newly",
        "acting",
        "interim",
        "elected",
        "then",
    }:
        j -= 1
    for hit in _around(hits, j - 1):
        if (
            hit.end == j
            and hit.kind in {"state", "demonym", "capital"}
            and doc[hit.start].sent == doc[i].sent
        ):
            return hit.start, hit.key
    return i, None


def _state_tokens(doc: Doc, hits: Mapping[int, Hit], start: int, i: int) -> set[int]:
    """Return the tokens before a title that belong to its state, or are marks."""
    taken = {
        j
        for h in hits.values()
        if start <= h.start < i and h.kind in {"state", "demonym", "capital"}
        for j in range(h.start, h.end)
    }
    return taken | {j for j in range(start, i) if doc[j].lower_ in {"'s", "’s", "’", "'", "the"}}


def _after(doc: Doc, hits: Mapping[int, Hit], i: int) -> tuple[int, int, tuple[int, int] | None, str | None]:
    """Return the end of the title's own words, of the phrase, its body and its state, read after the title."""
    own = end = i
    body, state = None, None
    while end < len(doc) - 1 and end - i < 2 * _LONGEST and doc[end].lower_ in {"of", "for", "to", "at"}:
        first = end + 1 + (doc[end + 1].lower_ in {"the", "our", "its"})
        if first >= len(doc):
            break
        hit = hits.get(first)
        if hit is None and doc[first].lower_ in {"republic", "kingdom", "state", "federation"}:
            hit = _state_after(doc, hits, first)
        if hit is not None and hit.kind in {"state", "capital"}:
            end, state = hit.end, hit.key
            break
        if hit is not None and hit.kind in {"organisation", "outlet"}:
            end, body = hit.end, (body[0] if body else hit.start, hit.end)
            continue
        stop = _phrase(doc, hits, first)
        if stop == first:
            break
        if doc[end].lower_ != "to" and not _is_body(doc, hits, first, stop):
            own = stop
        elif doc[end].lower_ == "to" and hit is None:
            own = stop
        else:
            body = (body[0] if body else first, stop)
        end = stop
    return own, max(end, own), body, state


def _state_after(doc: Doc, hits: Mapping[int, Hit], first: int) -> Hit | None:
    hit = hits.get(first + 2) if first + 2 < len(doc) and doc[first + 1].lower_ == "of" else None
    return hit if hit is not None and hit.kind == "state" else None


def _is_body(doc: Doc, hits: Mapping[int, Hit], start: int, end: int) -> bool:
    hit = hits.get(start)
    known = hit is not None and hit.kind in {"organisation", "outlet"} and hit.end <= end
    return (
        known
        or any(t.lower_ in _BODY for t in doc[start:end])
        or (end - start == 1 and doc[start].text.isupper())
    )


def _phrase(doc: Doc, hits: Mapping[int, Hit], i: int) -> int:
    """Return the end of the run of capitalised words, or of lower-case nouns, that begins at a token."""
    j, capital = i, doc[i].text[:1].isupper()
    while j < len(doc) and j - i < _LONGEST and not (doc[j].is_sent_start and j > i):
        token = doc[j]
        hit = hits.get(j)
        if hit is not None and hit.kind == "state" and j > i and doc[j - 1].lower_ in {"of", "to"}:
            return j - 1 - (doc[j - 1].lower_ == "the")
        if _continues(token, capital=capital) or (token.lower_ in {"-", "’s", "'s"} and j > i):
            j += 1
        elif (
            token.lower_ in {"and", "&"}
            and j > i
            and j + 1 < len(doc)
            and _continues(doc[j + 1], capital=capital)
            and longest_title(tuple(t.lower_ for t in doc[j + 1 : j + 9])) is None
        ):
            j += 1
        else:
            break
    return j


def _continues(token: Token, *, capital: bool) -> bool:
    if capital:
        return token.text[:1].isupper() and token.text[:1].isalpha() and token.ent_type_ != "PERSON"
    return token.pos_ in {"NOUN", "ADJ"} and token.text[0].islower()
