"""What stands behind a title: fields of duty, the body, the state, the place of an envoy."""

from dataclasses import dataclass, replace
from itertools import takewhile

from kg.registry.states import state_names
from kg.registry.words import words
from kg.text.bodies import field_end, is_field, is_short_form, is_tell
from kg.text.gazetteer import Hit, Hits
from kg.text.persons import address, is_headline, is_name_word, is_small
from kg.text.tokens import Doc, Token
from kg.text.wordings import TAILS, longest_title, modifiers

_HERE = tuple(["of", which, "country"] for which in ("the", "this", "that"))
_NAME = 8  # tokens behind a state's name in which a body's noun may close the name
_LONGEST = 28  # tokens that all that stands behind a title takes at most
_SEATED = frozenset({"in", "at", "on", "with", "from"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What is read behind the wording of a title.

    Attributes:
        own: index after the last token of the title's own words, which fields of duty belong to.
        end: index after the last token of all.
        body: tokens of the body that it is an office of, half-open.
        state: key of the state that it is an office of.
        more: tokens behind the state or body that are the title's own words, half-open.
    """

    own: int
    end: int
    body: tuple[int, int] | None = None
    state: str | None = None
    more: tuple[int, int] | None = None


def read(doc: Doc, hits: Hits, i: int, *, is_of_state: bool) -> Tail:
    """Return what stands behind a title that ends at a token.

    `is_of_state` says that the title is an office of states alone: what follows "of" is then no body's name
    unless a word tells so.
    """
    own = max(i, field_end(doc, i - 1)) if is_field(doc[i - 1]) else i
    tail = _beside(doc, own) or Tail(own, own)
    while tail.end + 1 < len(doc) and tail.end - i < _LONGEST and _goes_on(doc, tail.end):
        longer = _charge(doc, tail) or _task(doc, tail) or _longer(doc, hits, tail, is_of_state=is_of_state)
        if longer is None:
            break
        tail = longer
    return tail


def _beside(doc: Doc, i: int) -> Tail | None:
    """Take in fields or a body that stand right behind a title, before a rank or another title.

    "Director General Consular Affairs Ambassador Weber", "Commander Royal Naval Forces Vice Admiral Weber".
    """
    if not doc[i - 1].text[0].isupper() or is_headline(doc, i - 1):
        return None
    near = (t for t in doc[i : i + _NAME] if not t.is_sent_start)
    run = [*takewhile(lambda t: is_name_word(t) and not _leads(t), near)]
    told = [*takewhile(is_tell, run)]
    if told and told[-1].lower_ in words("body word") and len(told) < len(run):
        return Tail(i, i + len(told), (i, i + len(told)))  # "Speaker National Assembly Ada Weber"
    end = i + len(run)
    if not run or end >= len(doc) or not _leads(doc[end]):
        return None
    if all(map(is_field, run)):
        return Tail(end, end)
    is_body = run[-1].lower_ in words("body word") or is_short_form(run[-1])
    return Tail(i, end, (i, end)) if is_body and all(t.ent_type_ != "PERSON" for t in run) else None


def _leads(token: Token) -> bool:
    """Say whether a rank, a word of address or a title begins at a word with a capital."""
    doc, i = token.doc, token.i
    return token.text[0].isupper() and bool(address(doc, i) or longest_title(doc, i))


def _goes_on(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in TAILS and not is_small(doc, i)


def _charge(doc: Doc, tail: Tail) -> Tail | None:
    """Take in what somebody is in charge of: "Adviser in charge of Trade and Energy"."""
    told = [token.lower_ for token in doc[tail.end : tail.end + 3]]
    if told[:2] != ["in", "charge"] or tail.body is not None:
        return None
    end = tail.end + 2
    if told[2:] == ["of"] and end + 1 < len(doc):
        first = end + 1 + (doc[end + 1].lower_ == "the")
        end = _phrase_end(doc, first) if first < len(doc) else end
    return replace(tail, own=end, end=end) if tail.state is None else replace(tail, end=end)


def _task(doc: Doc, tail: Tail) -> Tail | None:
    """Take in a task told as a verb: "Special Envoy to Prevent and Combat Piracy"."""
    first = tail.end + 1
    if doc[tail.end].lower_ != "to" or doc[first].text not in words("task"):
        return None
    run = takewhile(lambda t: is_name_word(t) or t.lower_ in {"and", "&"}, doc[first : first + _NAME])
    end = first + len([*run])
    return Tail(end, end, tail.body, tail.state)


def _longer(doc: Doc, hits: Hits, tail: Tail, *, is_of_state: bool) -> Tail | None:
    """Return the tail with one more phrase, None where none follows."""
    first = tail.end + 1 + (doc[tail.end + 1].lower_ in {"the", "our", "its"})
    if first >= len(doc) or doc[first].is_sent_start:
        return None
    if [t.lower_ for t in doc[tail.end : tail.end + 3]] in _HERE:
        return replace(tail, end=tail.end + 3)  # "of this country": of the one told before
    hit = hits.over(first)
    if hit is not None and hit.kind in {"state", "capital"} and not _names_body(doc, hit.end):
        owns = hit.end + 1 < len(doc) and doc[hit.end].lower_ in _POSSESSIVE
        return _of_owned(doc, hits, tail, hit.end + 1) if owns else _of_state(doc, tail, hit)
    if tail.body is not None and doc[tail.end].lower_ == "for" and _is_ministry(doc, tail):
        end = field_end(doc, first) if is_field(doc[first]) else first
        return replace(tail, end=end, more=(tail.end, end)) if end > first else None
    return _of_phrase(doc, hits, tail, (first, is_of_state))


def _is_ministry(doc: Doc, tail: Tail) -> bool:
    """Say whether the body is a ministry with its portfolio, so that a field behind it is the title's."""
    run = doc[tail.body[0] : tail.end] if tail.body is not None else ()
    told = any(is_field(token) and token.lower_ not in modifiers() for token in run)
    return told and any(token.lower_ in {"ministry", "bureau"} for token in run)


def _of_state(doc: Doc, tail: Tail, hit: Hit) -> Tail | None:
    """Take in a state: of the office, of its body, or where an envoy is sent to."""
    preposition = doc[tail.end].lower_
    if tail.body is not None:
        return replace(tail, end=hit.end, body=(tail.body[0], hit.end))
    if preposition == "of" and tail.state is None:
        return replace(tail, end=hit.end, state=hit.key)
    if preposition not in {"to", "for", "in"}:
        return None
    end = hit.end
    while end < len(doc) and preposition == "for" and is_field(doc[end]) and not doc[end].is_sent_start:
        end += 1  # "Special Representative for Afghanistan Reconciliation"
    if tail.state is None:
        return Tail(end, end)  # "Ambassador to Cuba"
    return replace(tail, end=end, more=(tail.more[0] if tail.more else tail.end, end))


def _of_owned(doc: Doc, hits: Hits, tail: Tail, first: int) -> Tail | None:
    """Take in a body that a state has, without the state: "head of Kenya's Ministry of Trade"."""
    known = hits.at(first)
    end = known.end if known is not None and known.is_body else _phrase_end(doc, first)
    is_body = end > first and _is_body(doc, hits, first, end)
    return replace(tail, end=end, body=(first, end)) if is_body and tail.body is None else None


def _of_post(doc: Doc, hits: Hits, tail: Tail, first: int) -> Tail | None:
    """Take in the city where an envoy is: "Consul General in Milan"."""
    hit = hits.at(first)
    end = hit.end if hit is not None and hit.kind == "place" else _place_end(doc, first)
    is_sent = doc[tail.own - 1].lower_ in words("sent abroad")
    is_post = is_sent and doc[tail.end].lower_ == "in" and tail.body is None and end > first
    return _of_sent(tail, end) if is_post else None


def _of_sent(tail: Tail, end: int) -> Tail:
    """Take in a body that somebody is sent to or in charge of, as the title's own words."""
    if tail.state is None:
        return Tail(end, end, tail.body)
    return replace(tail, end=end, more=(tail.more[0] if tail.more else tail.end, end))


def _of_phrase(doc: Doc, hits: Hits, tail: Tail, phrase: tuple[int, bool]) -> Tail | None:
    """Take in a body, or fields of duty, which are the title's own words."""
    first, is_of_state = phrase
    known = hits.at(first)
    end = _whole_end(doc, known.end) if known is not None and known.is_body else _phrase_end(doc, first)
    if end + 1 < len(doc) and doc[end].lower_ in _POSSESSIVE and doc[end + 1].text[0].isupper():
        whole = _phrase_end(doc, end + 1)  # "of the Central Committee's Secretariat"
        end = whole if any(t.lower_ in words("body word") for t in doc[end + 1 : whole]) else end
    if end == first:
        return None
    is_body = _is_body(doc, hits, first, end)
    is_sent = is_body and doc[tail.end].lower_ == "to" and doc[tail.own - 1].lower_ in words("sent abroad")
    is_duty = is_of_state and doc[tail.end].lower_ == "for" and tail.body is None and tail.state is None
    is_duty |= doc[tail.end].lower_ == "on" and any(t.lower_ in words("field") for t in doc[first:end])
    if is_sent or is_duty:  # "Ambassador to the UN", "Assistant Secretary for the Bureau of Energy"
        return _of_sent(tail, end)
    if doc[tail.end].lower_ in _SEATED and not is_body:
        return _of_post(doc, hits, tail, first)
    named = (
        not is_of_state
        and doc[first].text[0].isupper()
        and not all(map(is_field, _capitals(doc, first, end)))
    )
    if tail.body is not None and doc[tail.end].lower_ in _SEATED:
        return None  # "head of the Division at the Secretariat"
    if tail.body is not None or is_body or (named and doc[tail.end].lower_ == "of"):
        return replace(tail, end=end, body=(tail.body[0] if tail.body else first, end))
    return Tail(end, end, None, None) if tail.state is None else None


def _capitals(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    return tuple(token for token in doc[start:end] if token.text[0].isupper())


def _names_body(doc: Doc, i: int) -> bool:
    """Say whether the words after a state's name make it a body's ("U.S. Embassy")."""
    near = doc[i : i + _NAME]
    ends = (n for n, t in enumerate(near) if not t.text[0].isupper() and t.lower_ not in {"and", "&", "-"})
    near = near[: next(ends, _NAME)]
    return bool(near) and near[0].text[0].isupper() and any(t.lower_ in words("body word") for t in near)


def _whole_end(doc: Doc, i: int) -> int:
    """Return the end of a body's name that begins with another one's: "NATO" of "NATO Liaison Office"."""
    run = takewhile(lambda t: is_field(t) or is_tell(t), doc[i : i + _NAME])
    ends = [t.i + 1 for t in run if t.text[0].isupper() and t.lower_ in words("body word")]
    return ends[-1] if ends else i


def _is_body(doc: Doc, hits: Hits, start: int, end: int) -> bool:
    hit = hits.at(start)
    known = hit is not None and hit.is_body and hit.end <= end
    short = end - start == 1 and is_short_form(doc[start])
    return known or short or any(t.lower_ in words("body word") for t in doc[start:end])


def _phrase_end(doc: Doc, start: int) -> int:
    """Return the end of the run of words with capitals, or of small nouns, that begins at a token."""
    place = _place_end(doc, start)
    if place > start and not _names_body(doc, place) and not (place < len(doc) and is_field(doc[place])):
        return place
    return field_end(doc, start) if doc[start].text[0].isupper() else _nouns_end(doc, start)


def _place_end(doc: Doc, start: int) -> int:
    """Return the end of the state or city that begins at a token ("Korea", which two states are called)."""
    if state_names().all(doc[start].text):
        return start + 1
    return next((e.end for e in doc[start].sent.ents if e.start == start and e.label_ == "GPE"), start)


def _nouns_end(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and (end == start or not doc[end].is_sent_start):
        joins = end > start and (doc[end].text in {"-", *_POSSESSIVE} or _joins(doc, end))
        if not joins and not _is_noun(doc[end]):
            break
        end += 1
    return end


def _joins(doc: Doc, i: int) -> bool:
    joined = doc[i].lower_ in {"and", "&"} and i + 1 < len(doc)
    return joined and longest_title(doc, i + 1) is None and _is_noun(doc[i + 1])


def _is_noun(token: Token) -> bool:
    is_noun = token.pos_ in {"NOUN", "ADJ"} or token.lower_ in words("body word") | words("field")
    return is_noun and token.text[0].islower()
