"""Nouns that name instruments: which do, by which words, and which verb tells that it was made."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import _parties, _syntax
from kg.extract._lexicon import frame
from kg.model import Span
from kg.text.reading import Reading
from kg.vocab import DIP

_LIGHT = frozenset({"establishment", "creation", "conclusion", "launch", "introduction", "signing"})
_TOPICS = ("on", "for", "regarding", "concerning", "about")
_BELOW = frozenset({"acl", "relcl"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"of", "on", "for", "between", "with", "regarding", "concerning"})
# Words of a name that do not tell one instrument from another.
_PLAIN = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "new", "bilateral", "said", "such", "same", "joint"}
)


def is_instrument(reading: Reading, noun: Token) -> bool:
    """Say whether a noun names an instrument, and not a body called after one."""
    if noun.pos_ not in _NOUNS or (noun.dep_ in {"compound", "nmod"} and noun.head.pos_ in _NOUNS):
        return False
    mention = reading.mention(noun)
    if mention is not None and any(n.kind in _parties.BODIES | {DIP.Person} for n in mention.actors):
        return False
    if (
        noun.dep_ == "conj"
        and noun.head.lemma_.lower() in frame("agreement").nouns
        and not list(noun.children)
    ):
        return False  # "memoranda and agreements" are the same ones
    lemma = noun.lemma_.lower()
    if lemma in frame("agreement").nouns or noun.lower_ in frame("agreement").nouns:
        return lemma != "declaration" or _is_marked(noun)
    before = " ".join(t.lower_ for t in noun.lefts if t.dep_ in {"amod", "compound"})
    near = noun.doc[noun.left_edge.i : min(noun.i + 3, len(noun.doc))]
    phrases = (near.text.casefold(), " ".join(t.lemma_.lower() for t in near))  # "letters of intent"
    if any(_head(cue) == lemma and any(cue in p for p in phrases) for cue in frame("agreement").cues):
        return True
    return lemma in frame("paper").nouns and (enacting(noun) is not None or "joint" in before)


def _head(cue: str) -> str:
    """Return the word that heads a phrase: "letter of intent" is a letter, "joint statement" a statement."""
    return cue.partition(" of ")[0].split()[-1]


def _is_marked(noun: Token) -> bool:
    return (
        noun.text[0].isupper() or any(t.lower_ == "joint" for t in noun.lefts) or enacting(noun) is not None
    )


def is_bilateral(noun: Token) -> bool:
    return any(t.lower_ in {"bilateral", "joint", "trilateral"} for t in noun.lefts)


def words(noun: Token) -> frozenset[str]:
    """Return the words that tell an instrument from others: the noun and what stands before it."""
    found = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i] if t.is_alpha}
    return frozenset(found - _PLAIN)


def is_plural(noun: Token) -> bool:
    """Say whether a noun means several instruments."""
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "memoranda"


def is_bare(noun: Token) -> bool:
    """Say whether a noun only refers to what was told: "the agreement", "the joint statement"."""
    is_definite = any(c.lower_ in {"the", "this", "that"} for c in noun.lefts)
    hanging = (c for c in noun.rights if c.dep_ in {"acl", "relcl", "appos", "prep"})
    return (
        is_definite
        and not words(noun)
        and all(c.text == "of" and noun.lemma_ == "memorandum" for c in hanging)
    )


def name(noun: Token) -> Span:
    """Return the words that name an instrument, up to the first clause or other phrase that hangs on it."""
    start, end = noun.left_edge, noun
    while start.i < noun.i and (start.is_punct or start.dep_ in {"det", "poss", "case"}):
        start = noun.doc[start.i + 1]
    for child in noun.rights:
        if child.dep_ != "prep" or child.lower_ not in _NAMING:
            break
        for token in child.subtree:
            if token.dep_ in _BELOW or token.lower_ in {"as", "which"}:
                break
            end = token
        if end != child.right_edge:
            break
    while end.i > noun.i and (end.is_punct or end.dep_ in {"cc", "det", "prep"}):
        end = noun.doc[end.i - 1]
    return Span(start.idx, end.idx + len(end))


def span(token: Token) -> Span:
    """Return a noun with what stands before it."""
    start = token.left_edge
    while start.i < token.i and start.dep_ in {"det", "poss", "punct", "case"}:
        start = token.doc[start.i + 1]
    return Span(start.idx, token.idx + len(token))


def about(noun: Token) -> Iterator[Token]:
    for preposition in _TOPICS:
        for word in _syntax.after(noun, preposition):
            for each in (word, *word.conjuncts):
                # An agreement "on the establishment of a partnership" is about the partnership.
                own = tuple(_syntax.after(each, "of")) if each.lemma_.lower() in _LIGHT else ()
                yield from own or (each,)
    for word in _syntax.after(noun, "in"):
        if word.lemma_ in {"field", "area", "sphere", "sector"}:
            for inner in _syntax.after(word, "of"):
                yield inner
                yield from inner.conjuncts


def enacting(noun: Token) -> Token | None:
    """Return the verb or noun that tells that an instrument comes into being."""
    enactment = frame("enactment")
    for child in _hanging(noun):
        if enactment.match(child):
            return child
    head = noun
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    if head.dep_ in {"dobj", "nsubjpass", "nsubj"}:
        verbs = (head.head, *(c for c in head.head.children if c.dep_ == "xcomp"))  # "is to be signed"
        found = next((v for v in verbs if enactment.match(v)), None)
        if found is not None:
            return found
    if head.dep_ == "pobj":
        above = head.head.head
        if above.lemma_.lower() in enactment.nouns or enactment.match(above):
            return above
    return None


def _hanging(noun: Token) -> Iterator[Token]:
    """Yield the clauses that hang on an instrument's name, or on the last word of it."""
    for token in noun.subtree:
        if (
            token.dep_ in _BELOW
            and token.i > noun.i
            and not any(t.dep_ in _BELOW for t in token.ancestors if t.i > noun.i)
        ):
            yield token


def has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
