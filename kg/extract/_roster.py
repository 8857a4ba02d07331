"""Lists of persons, one name after another, titles before or behind them, in which the parser errs."""

from collections.abc import Iterator

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Mention, Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"})  # words that open another clause
_MARKS = frozenset({",", ";", ":", "(", ")", "-", "–", "—", "•", "*", "·", "&"})
_BETWEEN = _MARKS | {"and", "by", "with", "as", "plus", "alongside"}
# Words behind which another person's office, wish or meeting is told, not one who is on the list.
_OUTSIDE = frozenset({"during", "after", "before", "following", "between", "about", "regarding", "behalf"})
_OWN = frozenset({"from", "on"})  # of a side, not of another person: "from Oman Minister A"


def persons(reading: Reading, start: int, end: int) -> tuple[Node, ...]:
    """Return the persons named one after another among tokens (half-open), up to the next clause.

    Who only stands in another's title ("adviser to President A") is none of them.
    """
    found: dict[Node, None] = {}
    item, led = start, None  # where an item of the list begins, and the first preposition in it
    for token in reading.doc[start:end]:
        mention = reading.mention(token)
        if _ends(token, mention):
            break
        if token.lower_ in _BETWEEN or token.is_space:
            item, led = token.i + 1, None
        elif mention is not None and mention.head == token.i and _is_person(mention):
            head = led if led is not None else token.i
            found |= {n: None for n in mention.actors if led is None or _is_titled(reading, n, item, head)}
        elif led is None and (token.pos_ == "ADP" or token.tag_ == "TO") and token.lower_ not in _OWN:
            led = token.i
    return tuple(found)


def along(reading: Reading, trigger: Token) -> tuple[Node, ...]:
    """Return the persons who went along in the clause of an event, wherever the parser hangs them.

    They stand behind "accompanied by" or "along with".
    """
    sentence, verb = reading.sentence(trigger.i), _clause.clause(trigger)
    if sentence is None:
        return ()
    opened = (_opened(t) for t in verb.subtree)
    starts = [t.i + 1 for t in opened if t is not None]
    return tuple(dict.fromkeys(n for i in starts for n in persons(reading, i, sentence.end)))


def _opened(word: Token) -> Token | None:
    """Return the preposition behind which those stand who go along: "accompanied by", "along with"."""
    if word.tag_ == "VBN" and word.lemma_ in {"accompany", "flank"}:
        return next((c for c in word.children if c.lower_ == "by"), None)
    if word.lower_ in {"along", "together"} and word.i + 1 < len(word.doc):
        return word.nbor() if word.nbor().lower_ == "with" else None
    return None


def below(reading: Reading, number: int) -> Iterator[Sentence]:
    """Yield the lines of the list that a sentence opens by a colon at its end, given its number."""
    if reading.article.text[reading.sentences[number].span.end - 1] != ":":
        return
    for sentence in reading.sentences[number + 1 :]:
        if any(_ends(t, reading.mention(t)) for t in reading.doc[sentence.start : sentence.end]):
            return
        yield sentence


def _ends(token: Token, mention: Mention | None) -> bool:
    if mention is not None and token.tag_ not in {"WP", "WDT"}:
        return False
    is_doing = token.tag_ == "VBG" and token.dep_ not in {"amod", "compound"}
    is_open = is_doing and token.lower_ not in frame("company").cues
    return token.tag_ in _FINITE or token.lower_ in _OUTSIDE or is_open


def _is_person(mention: Mention) -> bool:
    return mention.form == "name" and mention.actors[0].kind == DIP.Person


def _is_titled(reading: Reading, node: Node, start: int, end: int) -> bool:
    """Say whether somebody's own title begins among tokens: "Special Assistant to the Prime Minister A".

    In small letters it is that of the one before: "A, adviser to Prime Minister B".
    """
    words = reading.doc[start:end]
    own = (o.span.start - words.start_char for o in reading.offices if o.holder == node)
    return any(0 <= i < len(words.text) and words.text[i].isupper() for i in own)
