"""Titles of office as phrases: "Deputy Minister of Foreign Affairs of the Czech Republic"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.registry.titles import Title, title_words, titles
from kg.text.gazetteer import Hit
from kg.text.language import pipeline

_BODY = frozenset(
    """academy administration agency alliance army assembly association authority bank board bureau cabinet center
    centre chamber club commission committee community company conference confederation congress corporation council
    court delegation department directorate division embassy federation force forces foundation fund group
    headquarters house institute institution inspectorate league legislature mission movement navy network office
    organisation organization parliament party police secretariat section senate service society staff tribunal
    union university ministry consulate branch bloc presidency directorate-general""".split()
)
_TAILS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_STATES = frozenset({"state", "demonym", "capital"})
_BODIES = frozenset({"organisation", "outlet"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_LONGEST = 14  # tokens that a body or a field of duty runs on at most
_WORDING = 8  # tokens of the longest wording that the registry has


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title as it stands in the text.

    Attributes:
        start: index of the first token of the phrase, the state or body before it included.
        end: index after its last token, the state and body after it included.
        title: indices of the title's own words, half-open ("Minister of Foreign Affairs", "Ambassador to Cuba").
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


@dataclass(frozen=True, slots=True)
class _Tail:
    """What is read after a title's core: ends of its own words and of the phrase, its body and state."""

    own: int
    end: int
    body: tuple[int, int] | None = None
    state: str | None = None


@cache
def _index() -> dict[tuple[str, ...], Title]:
    """Return the titles by their words in small letters."""
    found: dict[tuple[str, ...], Title] = {}
    for title in titles():
        for wording in (title.office, *title.wordings):
            tokens = [t.lower_ for t in pipeline().make_doc(wording)]
            while tokens and tokens[-1] in _TAILS:  # what follows is read as the tail of the phrase
                tokens.pop()
            if not _BODY & set(tokens[1:]) or "of" not in tokens:  # a body is read as tail too
                found.setdefault(tuple(tokens), title)
    return found


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(part for w in title_words() if w.kind == "modifier" for part in w.word.split())


def longest_title(doc: Doc, i: int) -> tuple[Title, int] | None:
    """Return the title that begins at a token and how many tokens it takes; the longest of several."""
    lower = tuple(t.lower_ for t in doc[i : i + _WORDING])
    for length in range(len(lower), 0, -1):
        title = _index().get(lower[:length])
        if title is not None:
            return title, length
    return None


def find(doc: Doc, hits: Mapping[int, Hit]) -> Iterator[TitlePhrase]:
    """Yield the titles of a text, in its order; none overlaps another."""
    i = 0
    while i < len(doc):
        phrase = _at(doc, hits, i)
        if phrase is not None:
            yield phrase
        i = i + 1 if phrase is None else max(phrase.end, i + 1)


def _at(doc: Doc, hits: Mapping[int, Hit], i: int) -> TitlePhrase | None:
    if i in hits and hits[i].kind in _BODIES:
        return None
    match = longest_title(doc, i)
    if match is None or doc[i].pos_ == "VERB":
        return None
    first = _first(doc, hits, i)
    # "First Deputy Minister" ends sooner than the "minister of foreign affairs" that begins inside it.
    starts = ((j, m) for j in range(i, i + match[1]) if (m := longest_title(doc, j)) is not None)
    core, (entry, length) = max(starts, key=lambda s: s[0] + s[1][1])
    start, state, before = _owner(doc, hits, first)
    tail = _tail(doc, hits, core + length)
    inner = [t.lower_ for t in doc[core : core + length]]
    head = core if "of" in inner else core + length - 1
    title = (first, tail.own)
    return TitlePhrase(start, tail.end, title, head, state or tail.state, tail.body or before, entry)


def _covering(hits: Mapping[int, Hit], i: int) -> Hit | None:
    """Return the name of the registry that a token is part of."""
    found = (hits.get(start) for start in range(max(0, i - _WORDING), i + 1))
    return next((h for h in found if h is not None and h.end > i), None)


def _first(doc: Doc, hits: Mapping[int, Hit], i: int) -> int:
    """Return where the title's own words begin: "Energy" of "Energy Minister", "former" of "former president"."""
    j = i
    while j > 0 and not doc[j].is_sent_start and _modifies(doc, hits, j - 1, i):
        j -= 1
    while j < i and doc[j].lower_ in {"and", "&"}:
        j += 1
    return j


def _modifies(doc: Doc, hits: Mapping[int, Hit], j: int, i: int) -> bool:
    token = doc[j]
    hit = _covering(hits, j)
    if token.lower_ in _modifiers():
        return True
    if (hit is not None and hit.kind != "topic") or not token.text[0].isalpha():
        return token.text == "-" and j > 0 and doc[j - 1].text[0].isupper()
    if not doc[i].text[0].isupper():
        return token.dep_ in {"compound", "nmod"} and token.pos_ in {"NOUN", "ADJ"} and token.head.i >= j
    named = (
        token.text[0].isupper()
        and token.ent_type_ not in {"PERSON", "DATE"}
        and token.lower_ not in {"the", "a"}
    )
    linked = (
        token.lower_ == "and" and j > 0 and doc[j - 1].text[0].isupper() and doc[j - 1].ent_type_ != "PERSON"
    )
    return (named and token.pos_ in {"PROPN", "ADJ", "NOUN"}) or (linked and doc[j + 1].ent_type_ == "ORG")


def _owner(doc: Doc, hits: Mapping[int, Hit], i: int) -> tuple[int, str | None, tuple[int, int] | None]:
    """Return where the phrase begins, and the state or body that stands before the title."""
    j = i
    while j > 0 and doc[j - 1].lower_ in _POSSESSIVE:
        j -= 1
    hit = _covering(hits, j - 1) if j > 0 and not doc[i].is_sent_start else None
    if hit is None or hit.end != j:
        return i, None, None
    if hit.kind in _STATES:
        return hit.start, hit.key, None
    return (hit.start, None, (hit.start, hit.end)) if hit.kind in _BODIES else (i, None, None)


def _tail(doc: Doc, hits: Mapping[int, Hit], i: int) -> _Tail:
    """Read what follows a title: fields of duty are its own words, then come its body and its state."""
    tail = _Tail(i, i)
    while tail.end + 1 < len(doc) and tail.end - i < 2 * _LONGEST and doc[tail.end].lower_ in _TAILS:
        after = _longer(doc, hits, tail)
        if after is None:
            break
        tail = after
    return tail


def _longer(doc: Doc, hits: Mapping[int, Hit], tail: _Tail) -> _Tail | None:
    """Return the tail with one more phrase, None where none follows."""
    preposition = doc[tail.end].lower_
    first = tail.end + 1 + (doc[tail.end + 1].lower_ in {"the", "our", "its"})
    if first >= len(doc):
        return None
    hit = hits.get(first)
    if hit is not None and hit.kind in {"state", "capital"} and not _names_body(doc, hit.end):
        if preposition == "of" and tail.state is None:
            return _Tail(tail.own, hit.end, tail.body, hit.key)
        if tail.body is not None:
            return _Tail(tail.own, hit.end, (tail.body[0], hit.end), tail.state)
        own = (
            hit.end if tail.state is None else tail.own
        )  # "Ambassador to Cuba", "Ambassador of Egypt to Cuba"
        return _Tail(own, hit.end, None, tail.state) if preposition in {"to", "for", "in"} else None
    if preposition in {"in", "on", "with"} and (hit is None or tail.body is None):
        return None
    stop = hit.end if hit is not None and hit.kind in _BODIES else _phrase(doc, hits, first)
    if stop == first:
        return None
    if tail.body is not None or _is_body(doc, hits, first, stop):
        return _Tail(tail.own, stop, (tail.body[0] if tail.body else first, stop), tail.state)
    return _Tail(stop, stop, None, tail.state) if tail.state is None else None


def _names_body(doc: Doc, i: int) -> bool:
    """Say whether the words after a state's name make it a body's ("U.S. Embassy")."""
    return i < len(doc) and doc[i].text[:1].isupper() and any(t.lower_ in _BODY for t in doc[i : i + 4])


def _is_body(doc: Doc, hits: Mapping[int, Hit], start: int, end: int) -> bool:
    hit = hits.get(start)
    known = hit is not None and hit.kind in _BODIES and hit.end <= end
    acronym = end - start == 1 and doc[start].text.isupper()
    return known or acronym or any(t.lower_ in _BODY for t in doc[start:end])


def _phrase(doc: Doc, hits: Mapping[int, Hit], i: int) -> int:
    """Return the end of the run of capitalised words, or of lower-case nouns, that begins at a token."""
    for entity in doc[i].sent.ents:
        if entity.label_ == "ORG" and entity.start <= i < entity.end and " of " not in entity.text:
            return int(entity.end)
    j, capital = i, doc[i].text[:1].isupper()
    while j < len(doc) and j - i < _LONGEST and not (doc[j].is_sent_start and j > i):
        token = doc[j]
        joined = token.lower_ in {"and", "&"} and j + 1 < len(doc) and longest_title(doc, j + 1) is None
        if _continues(token, capital=capital) or (token.text in {"-", *_POSSESSIVE} and j > i):
            j += 1
        elif joined and j > i and _continues(doc[j + 1], capital=capital):
            j += 1
        else:
            break
    return j


def _continues(token: Token, *, capital: bool) -> bool:
    if capital:
        return token.text[:1].isupper() and token.text[:1].isalpha() and token.ent_type_ != "PERSON"
    return token.pos_ in {"NOUN", "ADJ"} and token.text[0].islower()
