"""The words of a parsed text, held in memory: the stages ask each of them dozens of times.

The language model keeps words in C: each question to it makes the word anew, decodes its text, or walks to
the ends of its sentence. That took half of the time of our stages, and grew faster than a sentence does.
What is held here bears spaCy's own names and answers as spaCy does.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import overload

from spacy import tokens as spacy


@dataclass(
    slots=True, eq=False
)  # one is itself alone; not frozen: words that hold each other are tied once made
class Token:
    """A word or mark, as `spacy.tokens.Token` has it.

    Attributes:
        doc: the text it stands in.
        i: its index there, counted from 0.
        idx: its offset there, in code points.
        is_sent_start: whether it begins a sentence; None where that is not known.
        head: the word that it depends on; the root of a sentence depends on itself.
        lefts: the words before it that depend on it, in the order of the text.
        rights: those after it.
        children: all of them.
        left_edge: the first of all that depends on it in any number of steps, itself included.
        right_edge: the last.
        sent: the sentence it stands in.

    The rest is described at https://spacy.io/api/token.
    """

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_alpha: bool
    is_bracket: bool
    is_lower: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_stop: bool
    is_sent_start: bool | None
    head: "Token" = field(init=False)
    lefts: tuple["Token", ...] = field(init=False)
    rights: tuple["Token", ...] = field(init=False)
    children: tuple["Token", ...] = field(init=False)
    left_edge: "Token" = field(init=False)
    right_edge: "Token" = field(init=False)
    sent: "Tokens" = field(init=False)

    def __len__(self) -> int:
        """Return the length in code points."""
        return len(self.text)

    def __lt__(self, other: "Token") -> bool:
        """Say whether it stands before another word."""
        return self.i < other.i

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The word that it depends on, that one's, and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: "Token") -> bool:
        """Say whether another word depends on it, in any number of steps."""
        return any(word is self for word in other.ancestors)

    @property
    def subtree(self) -> Iterator["Token"]:
        """All that depends on it, itself included: each word between those before it and those after it."""
        ahead = [(self, False)]  # no recursion: a list of 1,000 items hangs each on the one before
        while ahead:
            word, is_next = ahead.pop()
            if is_next or not word.children:
                yield word
            else:
                ahead += ((c, False) for c in reversed(word.rights))
                ahead.append((word, True))
                ahead += ((c, False) for c in reversed(word.lefts))

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The words that it is joined to by "and", in the order in which they hang on each other."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:  # grows while it is gone through
            found += (c for c in word.rights if c.dep_ == "conj")
        return tuple(word for word in found if word is not self)

    def nbor(self, step: int = 1) -> "Token":
        """Return the word so many places behind it.

        Raises:
            IndexError: the text ends before.
        """
        if self.i + step < 0:
            raise IndexError(f"word {self.i + step}: expected one of 0 to {len(self.doc) - 1}")
        return self.doc[self.i + step]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Some words in a row, as `spacy.tokens.Span` has it.

    Attributes:
        doc: the text they stand in.
        start: index of the first.
        end: index after the last (half-open).
        label_: what the language model takes them to name ("PERSON"); empty where it is not asked.
    """

    doc: "Doc"
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        """Return the number of words."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Return the words in their order."""
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Tokens": ...
    def __getitem__(self, at: int | slice) -> "Token | Tokens":
        """Return the word at an index within them, or some of them."""
        if isinstance(at, int):
            return self.doc.words[self.start : self.end][at]
        start, end = _bounds(at, len(self))
        return Tokens(self.doc, self.start + start, self.start + end)

    @property
    def start_char(self) -> int:
        """Offset of the first word in the text."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset after the last word."""
        last = self.doc[self.end - 1]
        return last.idx + len(last)

    @property
    def text(self) -> str:
        """The words as they stand, without the white space around them."""
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def sent(self) -> "Tokens":
        """The sentence that the first word stands in."""
        return self.doc[self.start].sent

    @property
    def ents(self) -> tuple["Tokens", ...]:
        """The names among them, as the language model sees names."""
        first, last = (bisect_left(self.doc.ents, i, key=_start) for i in (self.start, self.end))
        return tuple(e for e in self.doc.ents[first:last] if e.end <= self.end)

    @property
    def root(self) -> Token:
        """The word that heads them: the root of a sentence, else the first of those nearest to the root."""
        root = next((t for t in self if t.head is t), None)
        if root is not None:
            return root
        heads = [t for t in self if not self.start <= t.head.i < self.end]
        return min(heads, key=_depth, default=self.doc[self.start])


class Doc:
    """A parsed text, as `spacy.tokens.Doc` has it.

    Attributes:
        parsed: the text as the language model gives it.
        text: its letters.
        words: all words in the order of the text.
        ents: the names among them, as the language model sees names.
        numbers: for each word the number of its sentence, counted from 1.
    """

    __slots__ = ("ents", "numbers", "parsed", "text", "words")

    def __init__(self, parsed: spacy.Doc) -> None:
        """Take the words over from the language model."""
        self.parsed = parsed
        self.text = parsed.text
        self.words = tuple(_word(self, token) for token in parsed)
        self.ents = tuple(Tokens(self, e.start, e.end, e.label_) for e in parsed.ents)
        self.numbers = tuple(accumulate(bool(word.is_sent_start) for word in self.words))
        _tie(self.words, parsed)
        starts = (t.i for t in self.words if t.is_sent_start or t.i == 0)
        for start, end in pairwise((*starts, len(self.words))):
            sentence = Tokens(self, start, end)
            for token in sentence:
                token.sent = sentence

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        """Return the words in the order of the text."""
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        """Return the word at an index, or those between two."""
        if isinstance(at, int):
            return self.words[at]
        return Tokens(self, *_bounds(at, len(self.words)))

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Tokens | None:
        """Return the words between two offsets; `alignment_mode` says what becomes of those they cut."""
        found = self.parsed.char_span(start, end, alignment_mode=alignment_mode)
        return None if found is None else Tokens(self, found.start, found.end)


def _start(tokens: Tokens) -> int:
    return tokens.start


def _depth(token: Token) -> int:
    """Return how far a word is from the root; a mark that nothing hangs on is farther than any word."""
    is_mark = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) - 1 if is_mark else sum(1 for _ in token.ancestors)


def _bounds(at: slice, length: int) -> tuple[int, int]:
    start, end, _ = at.indices(length)
    return start, max(start, end)


def _word(doc: Doc, token: spacy.Token) -> Token:
    """Return a word that is not tied to others yet."""
    return Token(
        doc=doc,
        i=token.i,
        idx=token.idx,
        text=token.text,
        lower_=token.lower_,
        lemma_=token.lemma_,
        pos_=token.pos_,
        tag_=token.tag_,
        dep_=token.dep_,
        ent_type_=token.ent_type_,
        ent_iob_=token.ent_iob_,
        whitespace_=token.whitespace_,
        is_alpha=token.is_alpha,
        is_bracket=token.is_bracket,
        is_lower=token.is_lower,
        is_punct=token.is_punct,
        is_quote=token.is_quote,
        is_space=token.is_space,
        is_stop=token.is_stop,
        is_sent_start=token.is_sent_start,
    )


def _tie(words: tuple[Token, ...], parsed: spacy.Doc) -> None:
    """Tell each word what it depends on, and what depends on it."""
    below: list[list[Token]] = [[] for _ in words]
    for word, token in zip(words, parsed, strict=True):
        word.head = words[token.head.i]
        word.left_edge, word.right_edge = words[token.left_edge.i], words[token.right_edge.i]
        if word.head is not word:
            below[word.head.i].append(word)
    for word, children in zip(words, below, strict=True):
        word.children = tuple(children)
        word.lefts = tuple(c for c in children if c.i < word.i)
        word.rights = word.children[len(word.lefts) :]
