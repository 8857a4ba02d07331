"""What an instrument is about, in the article's words, and whether a plural means one for each theme."""

from collections.abc import Iterator

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_LIGHT = frozenset({"establishment", "creation", "conclusion", "launch", "introduction", "signing"})
_CLAUSES = frozenset({"VERB", "AUX"})


def about(reading: Reading, noun: Token, enacting: Token | None) -> tuple[Token, ...]:
    """Return the words for what an instrument is about, in the order of the text, each once."""
    found: dict[Token, None] = {}
    for word in _bound(noun, enacting):
        for each in (word, *(c for c in word.conjuncts if c.i > word.i)):
            if _is_theme(reading, each):
                # An agreement "on the establishment of a partnership" is about the partnership.
                own = tuple(_clause.after(each, "of")) if each.lemma_.lower() in _LIGHT else ()
                found |= dict.fromkeys(own or (each,))
    return tuple(sorted(found, key=lambda t: t.i))


def is_apart(noun: Token, number: int) -> bool:
    """Say whether a plural means an instrument for each of so many themes: not "two on A, B and C"."""
    told = next((_count(t) for t in noun.lefts if t.dep_ == "nummod"), None)
    return told is None or told >= number


def _count(token: Token) -> int | None:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    if token.text.isdecimal():
        return int(token.text)
    return words.index(token.lower_) + 1 if token.lower_ in words else None


def _bound(noun: Token, enacting: Token | None) -> Iterator[Token]:
    """Yield what prepositions and participles bind to an instrument: "on trade", "covering trade"."""
    themes = frame("theme")
    for child in _hanging(noun, enacting):
        if child.dep_ in {"prep", "prt"} and child.lower_ in themes.cues:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
        elif child.dep_ in {"acl", "advcl", "relcl", "prep"} and themes.match(child):
            yield from (c for c in child.children if c.dep_ in {"dobj", "pobj"})
            yield from _clause.after(child, "to")
        elif child.dep_ == "prep" and child.lower_ == "in":
            yield from _fields(child)


def _hanging(noun: Token, enacting: Token | None) -> Iterator[Token]:
    """Yield what hangs on an instrument, on the rest of its name, or behind it on the verb that enacts it."""
    yield from noun.rights
    for rest in _clause.after(noun, "of"):  # "a memorandum of understanding on trade"
        yield from rest.rights
    is_clause = enacting is not None and enacting.pos_ in _CLAUSES
    if enacting is not None and is_clause and (noun.dep_ in {"dobj", "nsubjpass"} or enacting.dep_ == "acl"):
        yield from (c for c in enacting.rights if c.i > noun.i)


def _fields(preposition: Token) -> Iterator[Token]:
    """Yield the fields that are told: "in the field of energy", "in energy and trade"."""
    for word in preposition.children:
        if word.dep_ != "pobj":
            continue
        if word.lemma_.lower() in frame("theme").nouns:
            is_example = any(t.lower_ in frame("theme-example").cues for t in word.lefts)
            yield from () if is_example else _clause.after(word, "of")
        elif preposition.head.pos_ == "NOUN" and word.pos_ == "NOUN" and not any(word.lefts):
            yield word


def _is_theme(reading: Reading, word: Token) -> bool:
    """Say whether a word is no time, place or person: "on Monday", "for 2024-2026", "for France"."""
    mention = reading.mention(word)
    meant = mention.actors if mention is not None and mention.form in {"name", "place"} else ()
    is_actor = any(n.kind in {DIP.Person, DIP.State, DIP.Place} for n in meant)
    return not is_actor and not any(t.start <= word.i < t.end for t in reading.times)
