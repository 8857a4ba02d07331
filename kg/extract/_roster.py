"""Lists of people, one after another, titles before or behind their names, in which the parser errs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.model import Node, Span
from kg.text.reading import Mention, Reading, Sentence
from kg.text.tokens import Token, Tokens
from kg.vocab import DIP

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"})  # words that open another clause
_MARKS = frozenset({",", ";", ":", "(", ")", "-", "–", "—", "•", "*", "·", "&"})
_BETWEEN = _MARKS | {"and", "by", "with", "as", "plus", "alongside"}
# Words behind which another person's office, wish or meeting is told, not one who is on the list.
_OUTSIDE = frozenset({"during", "after", "before", "following", "between", "about", "regarding", "behalf"})
_LEADING = frozenset({"ADP", "SCONJ", "ADV", "PRON"})
_OWN = frozenset({"from", "on"})  # of a side, not of another person: "from Oman Minister A"


@dataclass(slots=True)
class _List:
    """A list as far as it is read.

    Attributes:
        item: index of the token where the item read now begins.
        part: how many semicolons stand before it.
        led: index of the first preposition in it, None where none was read.
        is_joined: whether "and" or the like stands before it.
        found: who is listed, each once, with the part that tells it.
        offices: those told by an office alone, with their parts.
        last: who was listed last, None at the beginning.
        heading: those whom the words before names tell: "Members of the Council A and B".
        headings: those found to be only what names behind them are called.
    """

    item: int
    part: int = 0
    led: int | None = None
    is_joined: bool = False
    found: dict[Node, int] = field(default_factory=dict)
    offices: dict[Node, int] = field(default_factory=dict)
    last: Node | None = None
    heading: Node | None = None
    headings: set[Node] = field(default_factory=set)

    def begin(self, token: Token) -> None:
        """Begin an item behind a mark or a word that stands between two."""
        joins = token.pos_ in {"CCONJ", "ADP", "ADV"}
        self.is_joined = joins or (self.is_joined and self.item == token.i)
        self.item, self.led = token.i + 1, None
        self.part += token.text == ";"
        is_one = self.heading is not None and self.heading.kind == DIP.Person
        if is_one or token.lower_ not in {"and", "&"}:
            self.heading = None

    def add(self, nodes: tuple[Node, ...]) -> None:
        """Add those whom a mention means."""
        self.found |= {n: self.part for n in nodes if n not in self.found}
        self.last = nodes[-1]

    def open(self, token: Token) -> None:
        """Begin the names of those who were told as unnamed people before."""
        if self.last is not None and self.last.kind == DIP.Group:
            self.headings.add(self.last)
        self.begin(token)

    def close(self) -> None:
        """Take for headings, where semicolons part the items, the offices beside names."""
        named = {p for n, p in self.found.items() if n.kind == DIP.Person and n not in self.offices}
        self.headings |= {n for n, p in self.offices.items() if self.part and p in named}


def people(reading: Reading, start: int, end: int, known: Iterable[Node] = ()) -> tuple[Node, ...]:
    """Return those known to be on a list, and those told one after another among its tokens (half-open).

    The list goes up to the next clause; on it are persons and unnamed people. Who only stands in another's
    title ("adviser to President A"), or is only what names behind are called ("Members of the Council A"), is
    none of them.
    """
    listed = _read(reading, start, end)
    return tuple(n for n in dict.fromkeys((*known, *listed.found)) if n not in listed.headings)


def _read(reading: Reading, start: int, end: int) -> _List:
    listed = _List(start)
    for token in reading.doc[start:end]:
        mention = reading.mention(token)
        if _ends(token, mention):
            break
        if token.lower_ in _BETWEEN or token.is_space:
            listed.begin(token)
        elif token.lower_ in frame("company").cues:  # "members of her delegation, including A"
            listed.open(token)
        elif mention is not None and mention.head == token.i:
            _take(reading, listed, mention)
        elif listed.led is None and _leads(token):
            listed.led = token.i
    listed.close()
    return listed


def _take(reading: Reading, listed: _List, mention: Mention) -> None:
    """Add whom a mention means to a list, if it is one of its items."""
    first = mention.actors[0]
    if mention.form == "name" and first.kind == DIP.Person:
        _take_name(reading, listed, mention)
    elif listed.led is None and mention.form == "description" and not _is_part(reading.doc[mention.head]):
        if first.kind == DIP.Person:
            listed.offices.setdefault(first, listed.part)
        if _is_told(reading, listed, mention):
            listed.add(mention.actors)
        listed.heading = first if reading.doc[mention.start].text[0].isupper() else None


def _take_name(reading: Reading, listed: _List, mention: Mention) -> None:
    heading = listed.heading if _is_bare(reading.doc[mention.start]) else None
    nodes = mention.actors
    if heading is not None:
        listed.headings.add(heading)
    elif listed.led is not None:
        nodes = tuple(n for n in nodes if _is_titled(reading, n, listed.item, listed.led))
    if nodes:
        listed.add(nodes)


def _is_bare(name: Token) -> bool:
    """Say whether no preposition or article stands before a name."""
    return name.i == 0 or name.nbor(-1).pos_ not in {"ADP", "DET", "PRON", "PART"}


def _is_part(head: Token) -> bool:
    """Say whether words only belong to others: "the minister's adviser"."""
    owns = head.i + 1 < len(head.doc) and head.nbor().tag_ == "POS"
    return owns or head.dep_ in {"poss", "compound", "nmod"}


def _is_told(reading: Reading, listed: _List, mention: Mention) -> bool:
    """Say whether words tell of another item: unnamed people, or behind "and" somebody by an office alone.

    Elsewhere an office is that of the one named before: "A, the ambassador, and B".
    """
    node = mention.actors[0]
    if node.kind != DIP.Person:
        return node.kind == DIP.Group
    is_any = any(t.lower_ in {"a", "an"} for t in reading.doc[mention.head].lefts)
    return listed.is_joined and reading.actor(node).country is not None and not is_any


def _leads(token: Token) -> bool:
    """Say whether a preposition leads to what an item belongs to: not "a number of", "from Oman"."""
    if token.lower_ == "of" and token.i and token.nbor(-1).lemma_ in frame("quantity").nouns:
        return False
    return (token.pos_ == "ADP" or token.tag_ == "TO") and token.lower_ not in _OWN


def along(reading: Reading, trigger: Token, *, is_met: bool) -> tuple[Node, ...]:
    """Return those who went along in the clause of an event, wherever the parser hangs them.

    They stand behind "accompanied by" or "along with"; of an encounter (`is_met`) those "in the presence of"
    whom it was took part too.
    """
    sentence, verb = reading.sentence(trigger.i), _clause.clause(trigger)
    if sentence is None:
        return ()
    opened = (_opened(t) or (_witnessed(t) if is_met else None) for t in verb.subtree)
    starts = [t.i + 1 for t in opened if t is not None]
    return tuple(dict.fromkeys(n for i in starts for n in people(reading, i, sentence.end)))


def _opened(word: Token) -> Token | None:
    """Return the preposition behind which those stand who go along: "accompanied by", "along with"."""
    if word.tag_ == "VBN" and word.lemma_ in {"accompany", "flank"}:
        return next((c for c in word.children if c.lower_ == "by"), None)
    if word.lower_ in {"along", "together"} and word.i + 1 < len(word.doc):
        return word.nbor() if word.nbor().lower_ == "with" else None
    return None


def _witnessed(word: Token) -> Token | None:
    """Return the preposition behind which those stand in whose presence somebody met."""
    is_led = word.lemma_ in frame("company").nouns and word.dep_ == "pobj" and word.head.lower_ == "in"
    return next((c for c in word.children if c.lower_ == "of"), None) if is_led else None


def is_open(reading: Reading, start: int, end: int) -> bool:
    """Say whether tokens (half-open) may all be of a list: no other clause or phrase begins among them."""
    run = reading.doc[start:end]
    return all(not _ends(t, reading.mention(t)) for t in run) and (
        not len(run) or run[0].pos_ not in _LEADING
    )


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


def _is_titled(reading: Reading, node: Node, start: int, end: int) -> bool:
    """Say whether somebody's own title begins among tokens: "Special Assistant to the Prime Minister A".

    In small letters it is that of the one before: "A, adviser to Prime Minister B".
    """
    words = reading.doc[start:end]
    titles = (t for o in reading.offices if o.holder == node and (t := _words(words, o.span)))
    return any(t[0].isupper() for title in titles for t in title.split())


def _words(run: Tokens, span: Span) -> str:
    """Return the words of a title that stand in a run of tokens which has its beginning; else none."""
    start = span.start - run.start_char
    return run.text[start : span.end - run.start_char] if 0 <= start < len(run.text) else ""
