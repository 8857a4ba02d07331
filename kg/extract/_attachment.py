"""Which times a clause gives to a word: the syntax between expressions of time and what they date."""

from collections.abc import Iterator

from kg.extract._lexicon import frame
from kg.text.calendar import Shift
from kg.text.reading import Reading
from kg.text.times import Time
from kg.text.tokens import Token

_CLAUSES = frozenset({"VERB", "AUX"})
_ATTRIBUTES = frozenset({"nummod", "compound", "poss", "amod", "nmod"})
_SAYING = frozenset({"ccomp", "parataxis"})
_BELOW = frozenset({"acl", "relcl", "appos"})
_DAYS = frozenset({Shift("day", 0), Shift("day", -1), Shift("day", 1)})
_LEANING = frozenset({"during", "after", "following", "before", "throughout"})


def attached(reading: Reading, trigger: Token) -> tuple[Time, ...]:
    """Return the times that a sentence gives to a word, the nearest first; empty where it gives none.

    A time dates the words above it in the syntax up to the verb of its clause; a word has the times of the
    words above it up to the clause that reports it, and those of the clauses that hang on it.
    """
    sentence = reading.sentence(trigger.i)
    if sentence is None:
        return ()
    dateline = [o.span for o in reading.article.origins if o.field == "published"]
    times = [t for t in reading.times if sentence.start <= t.start < sentence.end and t.span not in dateline]
    kept = tuple(t for t in times if _is_kept(reading, t, trigger))
    if kept:
        return kept
    places = [(t, frozenset(x.i for x in sites(reading, t))) for t in times]
    found: dict[Time, None] = {}
    for words in (_own(trigger), _climb(trigger), _purposes(trigger)):
        for token in words:
            near = [t for t, at in places if token.i in at]
            found |= dict.fromkeys(sorted(near, key=lambda t: abs(t.start - trigger.i)))
    return tuple(found) or _stranded(reading, trigger, times)


def _stranded(reading: Reading, trigger: Token, times: list[Time]) -> tuple[Time, ...]:
    """Return "today" for a main verb that the syntax cuts off from it ("met a team, led by Weber, today")."""
    if trigger.dep_ != "ROOT" or len(times) != 1 or times[0].sense not in _DAYS:
        return ()
    root = reading.doc[times[0].start : times[0].end].root
    return () if any(t.dep_ in _SAYING for t in (root, *root.ancestors)) else tuple(times)


def _is_kept(reading: Reading, time: Time, trigger: Token) -> bool:
    """Say whether an anniversary dates a word: the anniversary itself, or what it is the anniversary of."""
    root = reading.doc[time.start : time.end].root
    inside = time.start <= trigger.i < time.end
    return inside or (_is_anniversary(time) and root in trigger.ancestors and trigger.i > root.i)


def _is_anniversary(time: Time) -> bool:
    return "anniversary" in time.phrase.casefold()


def is_of(reading: Reading, time: Time, noun: Token) -> bool:
    """Say whether a time hangs on a noun itself ("the treaty of 2016"), or its anniversary is told."""
    root = reading.doc[time.start : time.end].root
    return root.head == noun or (_is_anniversary(time) and _is_kept(reading, time, noun))


def sites(reading: Reading, time: Time) -> Iterator[Token]:
    """Yield the words that a time dates: those above it in the syntax, up to the verb of its clause."""
    root = reading.doc[time.start : time.end].root
    token, below = root.head, root
    while token != below and not _is_anniversary(time):
        if root.lower_ != "on" or not _is_told(token):  # "welcomed the talks on Monday" dates the welcome
            yield token
        if token.pos_ in _CLAUSES or token.dep_ in {"nsubj", "nsubjpass"}:
            return
        if below.dep_ in _ATTRIBUTES and token.pos_ == "NOUN":
            return
        token, below = token.head, token


def is_below(reading: Reading, time: Time, trigger: Token, frame_name: str) -> bool:
    """Say whether a time stands in a clause that hangs on a word and has a verb of a frame."""
    root = reading.doc[time.start : time.end].root
    return any(frame(frame_name).match(t) for t in root.ancestors if trigger in t.ancestors)


def leaned_on(trigger: Token) -> Iterator[tuple[Token, str]]:
    """Yield the nouns by which a clause is placed in time ("after the meeting"), with their preposition."""
    for token in dict.fromkeys((*_own(trigger), *_climb(trigger))):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _LEANING:
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun != trigger and _is_definite(noun):
                        yield noun, child.lower_


def _is_definite(noun: Token) -> bool:
    articles = {"the", "this", "that"}
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in articles) for c in noun.children)


def _own(trigger: Token) -> Iterator[Token]:
    """Yield a word and the verbs of the clauses that hang on it."""
    yield trigger
    for child in trigger.children:
        if child.dep_ in _BELOW and trigger.pos_ not in _CLAUSES:
            yield child
            yield from (c for c in child.conjuncts if c in child.subtree)


def _purposes(trigger: Token) -> Iterator[Token]:
    """Yield the verbs of what is done to an end ("hosted her to open talks on 2 May")."""
    for child in trigger.children:
        if child.dep_ in {"advcl", "xcomp"} and any(
            c.dep_ == "aux" and c.lower_ == "to" for c in child.children
        ):
            yield child


def _climb(trigger: Token) -> Iterator[Token]:
    """Yield the words above a trigger whose time is its own too, itself first."""
    token = trigger
    while True:
        yield token
        above = token.head
        if above == token or token.dep_ in _SAYING:
            return
        if _is_told(token):
            return
        token = above


def _is_told(noun: Token) -> bool:
    """Say whether a noun is what a verb tells of at a time of its own."""
    is_object = noun.pos_ not in _CLAUSES and noun.dep_ in {"dobj", "nsubjpass"}
    return is_object and frame("telling").match(noun.head)
