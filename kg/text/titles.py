"""Titles of office as phrases: "Deputy Minister of Foreign Affairs of the Czech Republic"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.registry.states import by_name
from kg.registry.titles import Title
from kg.registry.words import words
from kg.text import bodies, tails, untitled
from kg.text.bodies import is_field, is_short_form, is_tell
from kg.text.gazetteer import Hit, Hits
from kg.text.persons import honorifics, is_name_word, start_of_name
from kg.text.tokens import Doc
from kg.text.wordings import longest_plural, longest_title, modifiers

_ADDRESS = frozenset({"majesty", "highness", "excellency", "eminence", "holiness", "beatitude"})
_LATELY = frozenset({"newly", "recently", "just", "-"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_NEAR = 3  # words between a modifier and the title that it changes
_JOINTS = frozenset({"and", "&", ","})
_PORTFOLIO = 8  # tokens that a portfolio in brackets takes at most


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title as it stands in the text.

    Attributes:
        start: index of the first token of the phrase, the state or body before it included.
        end: index after its last token, the state and body after it included.
        title: tokens of the title's own words, half-open ("Minister of Trade", "Ambassador to Cuba").
        head: index of the title's main word.
        state: key of the state that stands with it.
        body: tokens of the body that stands with it, half-open.
        entry: the row of the registry.
        lead: tokens of the modifiers before the state or body, half-open ("former Italian president").
        more: tokens behind the state or body that belong to the title ("Ambassador of Peru to Cuba").
        is_plural: whether several hold it ("Presidents A and B"); it then stands right before the first.
    """

    start: int
    end: int
    title: tuple[int, int]
    head: int
    state: str | None
    body: tuple[int, int] | None
    entry: Title
    lead: tuple[int, int]
    is_plural: bool
    more: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Owner:
    """What stands before a title: where the phrase and the title's own words begin, its state and body."""

    start: int
    first: int
    state: str | None = None
    body: tuple[int, int] | None = None


def find(doc: Doc, hits: Hits) -> Iterator[TitlePhrase]:
    """Yield the titles of a text, in its order; none overlaps another."""
    i, last = 0, 0
    named = dict(_bodies(doc, hits))
    while i < len(doc):
        phrase = _at(doc, hits, i, last)
        if phrase is not None and phrase.body is None:
            phrase = _of_body(doc, named, phrase, last)
        if phrase is not None:
            yield phrase
            last = phrase.end
        i = i + 1 if phrase is None else max(phrase.end, i + 1)


def _at(doc: Doc, hits: Hits, i: int, after: int) -> TitlePhrase | None:
    """Return the title whose wording begins at a token; it takes no token before `after`."""
    hit = hits.over(i)
    match, is_plural = _wording(doc, i)
    if match is None or doc[i].pos_ == "VERB" or (match[1] == 1 and _only_modifies(doc, hits, i)):
        return None
    state = _state_before(doc, hit, (i, i + match[1]))
    if hit is not None and hit.is_body and not state and (hit.start < i or hit.end > i + match[1]):
        return None  # "Office of the President of Ukraine"
    if untitled.is_part(doc, i, match[1]):
        return None
    # "First Deputy Minister" ends sooner than the "minister of foreign affairs" that begins inside it.
    starts = ((j, m) for j in range(i, i + match[1]) if (m := longest_title(doc, j)) is not None)
    core, (entry, length) = max(starts, key=lambda s: s[0] + s[1][1], default=(i, match))
    if length == 1 and untitled.is_given_name(doc, i, after):
        return None
    end = _portfolio_end(doc, _chosen_end(doc, core + length))
    tail = tails.read(doc, hits, end, is_of_state=entry.of == "state")
    is_bare = entry.office == "member" and not untitled.is_member(doc, i, tail)
    if is_bare or (is_plural and not _is_person(doc, start_of_name(doc, tail.end))):
        return None
    if hit is not None and state is not None:
        owner = _Owner(hit.start, i, state)
    elif hit is not None and hit.is_body and hit.end < core + length:  # "EU Ambassador"
        owner = _Owner(hit.start, hit.end, None, (hit.start, hit.end))
    else:
        owner = _named_owner(doc, _owner(doc, hits, _first(doc, hits, i, after), after), core, entry)
    inner = [token.lower_ for token in doc[core : core + length]]
    head = core if "of" in inner else core + length - 1
    state, body = owner.state or tail.state, tail.body or owner.body
    lead = (_lead(doc, owner, after), owner.start)
    title = (owner.first, tail.own)
    return TitlePhrase(lead[0], tail.end, title, head, state, body, entry, lead, is_plural, tail.more)


def _portfolio_end(doc: Doc, i: int) -> int:
    """Return the end of a title with its portfolio in brackets behind it: "Joint Secretary (Consular)"."""
    closing = doc[i - 1 : i + 1]
    if len(closing) > 1 and all(t.lower_ in words("body word") and t.text[0].isupper() for t in closing):
        i += 1  # "Chairman of the Joint Chiefs of Staff Committee"
    close = next((t.i for t in doc[i + 1 : i + 1 + _PORTFOLIO] if t.text == ")"), None)
    if close is None or doc[i].text != "(":
        return i
    run = doc[i + 1 : close]
    is_told = len(run) > 0 and run[0].text[0].isupper() and not run[0].text.isupper()
    is_other = any(t.ent_type_ == "PERSON" or t.lower_.rstrip(".") in words("retired") for t in run)
    return close + 1 if is_told and not is_other else i


def _state_before(doc: Doc, hit: Hit | None, title: tuple[int, int]) -> str | None:
    """Return the state that a body's name begins with, whose rest begins a title: "US Treasury Secretary"."""
    is_part = hit is not None and hit.is_body and hit.start < title[0] <= hit.end < title[1]
    state = by_name(doc[hit.start : title[0]].text) if hit is not None and is_part else None
    return state.key if state is not None else None


def _bodies(doc: Doc, hits: Hits) -> Iterator[tuple[int, int]]:
    """Yield the tokens of bodies' names, half-open: the longer where the model and a noun tell one."""
    yield from bodies.find(doc, hits)
    for entity in doc.ents:
        if entity.label_ == "ORG" and any(token.lower_ in words("body noun") for token in entity):
            yield entity.start + (doc[entity.start].lower_ == "the"), entity.end


def _of_body(doc: Doc, named: dict[int, int], phrase: TitlePhrase, after: int) -> TitlePhrase:
    """Return a title with the body whose name ends before it: "Chamber of Trade President"."""
    core = phrase.head
    while core > phrase.start and doc[core - 1].lower_ in modifiers():
        core -= 1
    first = doc[phrase.head].sent.start
    short = core - 3 if core > 2 and doc[core - 1].text == ")" and doc[core - 3].text == "(" else core
    found = (s for s, e in named.items() if max(after, first) <= s < min(phrase.start, short))
    begin = next((s for s in found if core <= named[s] or named[s] == short < core), None)
    if begin is None or doc[core - 1].lower_ in {"of", "for", "and"}:
        return phrase
    return replace(
        phrase, start=begin, title=(core, phrase.title[1]), body=(begin, short), lead=(begin, begin)
    )


def _chosen_end(doc: Doc, i: int) -> int:
    """Return the end of a title that ends at a token, with what tells that it is not yet held: "-elect"."""
    is_hyphened = i + 1 < len(doc) and doc[i].text == "-" and not doc[i - 1].whitespace_
    j = i + is_hyphened
    return j + 1 if j < len(doc) and doc[j].lower_ in words("chosen") else i


def _named_owner(doc: Doc, owner: _Owner, core: int, entry: Title) -> _Owner:
    """Return what stands before a title that bodies alone have as its body: "Siemens" of "Siemens CEO"."""
    first = core
    while first > owner.first and doc[first - 1].lower_ in modifiers():
        first -= 1
    run = doc[owner.first : first]
    tells = all(is_tell(token) or token.lower_ in modifiers() for token in run)
    is_common = tells or not all(map(is_name_word, run))
    if entry.of != "body" or owner.body or is_common:
        return owner
    return _Owner(owner.start, first, owner.state, (owner.first, first))


def _lead(doc: Doc, owner: _Owner, after: int) -> int:
    """Return where the modifiers before a state or body begin; where these begin if there are none."""
    i = owner.start
    while owner.start < owner.first and i > after and doc[i - 1].lower_ in modifiers():
        i -= 1
    return i


def _only_modifies(doc: Doc, hits: Hits, i: int) -> bool:
    """Say whether a word that may be a title only changes another: "Deputy" of "Deputy Minister"."""
    near = doc[i + 1 : i + 1 + _NEAR]
    run = takewhile(
        lambda t: t.text[0].isalpha() and (is_field(t) or longest_title(doc, t.i) or _is_state(hits, t.i)),
        near,
    )
    if doc[i].pos_ == "ADJ" and doc[i].dep_ == "amod" and doc[i].head.pos_ == "NOUN":
        return longest_title(doc, doc[i].head.i) is None  # "official talks"
    return doc[i].lower_ in modifiers() and any(longest_title(doc, token.i) for token in run)


def _is_state(hits: Hits, i: int) -> bool:
    hit = hits.over(i)
    return hit is not None and hit.is_state


def _wording(doc: Doc, i: int) -> tuple[tuple[Title, int] | None, bool]:
    one, several = longest_title(doc, i), longest_plural(doc, i)
    # "Deputy Prime Ministers A and B" begins like the "deputy" of a parliament.
    is_plural = several is not None and (one is None or one[1] < several[1])
    return (several, True) if is_plural else (one, False)


def _is_person(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].ent_type_ == "PERSON" and is_name_word(doc[i])


def _first(doc: Doc, hits: Hits, i: int, after: int) -> int:
    """Return where the title's own words begin: "Energy" of "Energy Minister", "former" of the next."""
    j = i
    while j > after and not doc[j].is_sent_start and _modifies(doc, hits, j - 1, i):
        j -= 1
    while j < i and doc[j].lower_ in _JOINTS:
        j += 1
    return j


def _modifies(doc: Doc, hits: Hits, j: int, i: int) -> bool:
    token, hit = doc[j], hits.over(j)
    if token.lower_ in modifiers():
        return token.lower_ != "appointed" or doc[max(j - 1, 0)].lower_ in _LATELY
    if token.text == "-":
        return not token.whitespace_ and j > 0 and is_name_word(doc[j - 1])
    if token.lower_ in _JOINTS:
        return j > 0 and is_field(doc[j - 1]) and is_field(doc[j + 1])
    if hit is not None and hit.kind != "topic":
        return False
    if doc[i].text[0].islower():
        return token.dep_ in {"compound", "nmod"} and token.pos_ in {"NOUN", "ADJ"} and token.head.i >= j
    return is_field(token) and token.ent_type_ not in {"PERSON", "DATE"} and token.lower_ not in _ADDRESS


def _owner(doc: Doc, hits: Hits, first: int, after: int) -> _Owner:
    """Return the state or body that stands before a title's own words, which may begin with other words."""
    j = first
    while j > after and doc[j - 1].lower_ in _POSSESSIVE:
        j -= 1
    if j == after or doc[first].is_sent_start:
        return _Owner(first, first)
    hit = hits.over(j - 1)
    if hit is not None and hit.end == j and (hit.is_state or hit.is_body):
        body = (hit.start, hit.end) if hit.is_body else None
        return _Owner(hit.start, first, None if hit.is_body else hit.key, body)
    start = _run_start(doc, hits, j, after)
    if start == j or (j < first and not (_is_body(doc, start, j) or _is_thing(doc, start, j))):
        return _Owner(first, first)
    return _owner_of_run(doc, hits, (start, j), first)


def _owner_of_run(doc: Doc, hits: Hits, run: tuple[int, int], first: int) -> _Owner:
    """Return the state and body that a run of words with capitals names, else take it into the title."""
    start, end = run
    before = hits.over(start - 1) if start > 0 and not doc[start].is_sent_start else None
    hit = before if before is not None and before.end == start else None
    begin = hit.start if hit is not None and (hit.is_state or hit.is_body) else start
    state = hit.key if hit is not None and hit.is_state else None
    if end < first or _is_body(doc, start, end) or (hit is not None and hit.is_body):
        is_whole = hit is not None and hit.kind != "demonym"  # "Sri Lanka Navy", but "Swiss" and "Army"
        return _Owner(begin, first, state, (begin if is_whole else start, end))
    return _Owner(begin, start, state)


def _run_start(doc: Doc, hits: Hits, end: int, after: int) -> int:
    """Return where the run of words with capitals begins that ends at a token; states and persons end it."""
    j = end
    while j > after and (j == end or not doc[j].is_sent_start):
        token, hit = doc[j - 1], hits.over(j - 1)
        if token.lower_ in _ADDRESS:
            break
        joins = (
            token.lower_ in {"and", "&"} and j < end and is_field(doc[j]) and j > 1 and is_field(doc[j - 2])
        )
        known = hit is not None and hit.kind != "topic"
        if not joins and (not is_name_word(token) or token.ent_type_ in {"PERSON", "DATE"} or known):
            break
        j -= 1
    of = doc[j - 1].lower_ == "of" or (doc[j - 1].lower_ == "the" and j > 1 and doc[j - 2].lower_ == "of")
    return end if j > 0 and j < end and of else j  # what stands behind "of" belongs to what is before it


def _is_thing(doc: Doc, start: int, end: int) -> bool:
    """Say whether a run of several words with capitals, which has a title, is no person's name."""
    return end - start > 1 and doc[end - 1].ent_type_ not in {"PERSON", "GPE", "NORP", "LOC"}


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Say whether a run of words with capitals names a body: by a word in it, in short, or to the model."""
    told = any(token.lower_ in words("body word") for token in doc[start:end])
    short = end - start == 1 and is_short_form(doc[start]) and doc[start].lower_ not in honorifics()
    guessed = doc[end - 1].ent_type_ == "ORG" and doc[end].ent_type_ != "ORG" if end < len(doc) else False
    return told or short or guessed
