"""Nouns that name instruments: which do, by which words, and which verb tells that it was made."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract import _clause, _parties
from kg.extract._lexicon import frame
from kg.model import Node, Span
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_NUMBERS = frozenset(
    {"text", "number", "series", "set", "package", "range", "raft", "host", "batch", "dozen", "bundle"}
)
_REACH = 6  # tokens behind an instrument within which "known as" begins
_BELOW = frozenset({"acl", "relcl"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"of", "on", "for", "between", "with", "regarding", "concerning"})
# Words of a name that do not tell one instrument from another.
_PLAIN = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "new", "bilateral", "said", "such", "same", "joint"}
)


def is_instrument(reading: Reading, noun: Token) -> bool:
    """Say whether a noun names an instrument, and not a body called after one."""
    is_before = noun.dep_ in {"compound", "nmod"} and noun.head.pos_ in _NOUNS
    lemma = noun.lemma_.lower()
    if lemma in frame("exchanged").nouns:
        return _is_exchanged(noun)
    if noun.pos_ not in _NOUNS or is_before or _is_second(noun) or _is_actor(reading, noun):
        return False
    if lemma in frame("agreement").nouns or noun.lower_ in frame("agreement").nouns:
        return lemma != "declaration" or _is_marked(noun)
    if lemma in frame("signing").nouns and _is_signed(noun):
        return True
    return _is_phrase(noun) or (lemma in frame("paper").nouns and _is_made(reading, noun))


def _is_second(noun: Token) -> bool:
    """Say whether a noun calls the same papers by a second word: "memoranda and agreements"."""
    return (
        noun.dep_ == "conj" and noun.head.lemma_.lower() in frame("agreement").nouns and not any(noun.lefts)
    )


def _is_actor(reading: Reading, noun: Token) -> bool:
    """Say whether a noun ends the name of somebody: who only looks like a body is none where it is signed."""
    mention = reading.mention(noun)
    actors = [n for n in (mention.actors if mention is not None else ()) if n.kind != DIP.Place]
    known = any(n.kind == DIP.Person or n.registry is not None for n in actors)
    return known or (bool(actors) and not _is_signed(noun))


def _is_signed(noun: Token) -> bool:
    """Say whether a name is that of a paper for all that it looks like a body's: bodies are not signed."""
    verb = enacting(noun)
    return verb is not None and verb.lemma_.lower() in frame("signing").cues


def _is_phrase(noun: Token) -> bool:
    """Say whether a noun heads a phrase that is an instrument as a whole: "letters of intent"."""
    cues = _phrases().get(noun.lemma_.lower())
    if cues is None:
        return False
    near = noun.doc[noun.left_edge.i : min(noun.i + 3, len(noun.doc))]
    phrases = (near.text.casefold(), " ".join(t.lemma_.lower() for t in near))
    return any(cue in p for cue in cues for p in phrases)


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases that are instruments by the lemma that heads each: most nouns head none."""
    found: dict[str, tuple[str, ...]] = {}
    for cue in sorted(frame("agreement").cues):
        found[_head(cue)] = (*found.get(_head(cue), ()), cue)
    return found


def _is_made(reading: Reading, noun: Token) -> bool:
    """Say whether a paper is an instrument: it was signed or the like, is joint, or names who it binds."""
    if _is_frame(noun):
        return False
    is_joint = any(t.lower_ == "joint" for t in noun.lefts) and not is_plural(noun)
    is_paired = noun.lemma_.lower() in frame("paper").cues and _is_between(reading, noun)
    is_paired = is_paired or (noun.text[0].isupper() and len(_parties.named(reading, noun)) > 1)
    return is_joint or is_paired or enacting(noun) is not None


def _is_frame(noun: Token) -> bool:
    """Say whether a noun only opens an adjunct: "within the framework of the programme"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "within"} and any(_clause.after(noun, "of"))


def _is_exchanged(noun: Token) -> bool:
    """Say whether notes or prisoners are what two sides give each other: "exchanged notes"."""
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"}:
        return frame("exchanged").match(verb)
    return noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in frame("exchanged").cues


def _is_between(reading: Reading, noun: Token) -> bool:
    """Say whether its phrase names who a contract binds: "with France", "the Russian-Turkish", "Iran's"."""
    return any(n.kind in _parties.BODIES and n.registry is not None for n in _parties.named(reading, noun))


def _head(cue: str) -> str:
    """Return the word that heads a phrase: "letter of intent" is a letter, "joint statement" a statement."""
    return cue.partition(" of ")[0].split()[-1]


def _is_marked(noun: Token) -> bool:
    return (
        noun.text[0].isupper() or any(t.lower_ == "joint" for t in noun.lefts) or enacting(noun) is not None
    )


def is_joint(noun: Token) -> bool:
    """Say whether a noun is a paper in which two sides speak together."""
    is_paper = noun.lemma_.lower() in frame("joint-paper").nouns
    return is_paper and any(t.lower_ in frame("joint-paper").cues for t in noun.lefts)


def is_bilateral(noun: Token) -> bool:
    return any(t.lower_ in {"bilateral", "joint", "trilateral"} for t in noun.lefts)


def is_passive(noun: Token, enacting: Token) -> bool:
    """Say whether a common noun's instrument is told as made without who made it: "a protocol was signed"."""
    is_result = noun.dep_ == "nsubjpass" or enacting.lemma_ == "result" or enacting.dep_ == "amod"
    return is_result and not (noun.text[0].isupper() and any(t.pos_ == "PROPN" for t in noun.lefts))


def is_order(noun: Token, parties: tuple[Node, ...]) -> bool:
    """Say whether a memorandum is an office's to its own: without a word of accord, and with one party."""
    is_memorandum = noun.lemma_.lower() in {"memorandum", "memoranda"}
    return is_memorandum and len(parties) < 2 and not any(_clause.after(noun, "of"))


def words(noun: Token) -> frozenset[str]:
    """Return the words that tell an instrument from others: the noun and what stands before it."""
    found = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i] if t.is_alpha}
    return frozenset(found - _PLAIN)


def is_plural(noun: Token) -> bool:
    """Say whether a noun means several instruments."""
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in {"memoranda", "mous"}


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
    while start.i < noun.i and (start.is_punct or start.dep_ in {"det", "poss", "case", "advmod"}):
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


def aliases(noun: Token) -> Iterator[Span]:
    """Yield the other names that a text gives an instrument: "the nuclear deal, formally the Joint Plan"."""
    for child in noun.rights:
        if child.dep_ == "appos" and child.text[0].isupper():
            yield span(child) if len(child.text) > 1 and child.text.isupper() else name(child)
    for verb in noun.doc[noun.i + 1 : noun.i + _REACH]:
        if verb.pos_ == "VERB":
            if verb.tag_ == "VBN" and verb.lemma_ in {"know", "call", "name", "dub", "title", "entitle"}:
                named = (*_clause.after(verb, "as"), *(c for c in verb.children if c.dep_ == "oprd"))
                yield from (name(t) for t in named if t.text[0].isupper())
            return


def enacting(noun: Token) -> Token | None:
    """Return the verb or noun that tells that an instrument comes into being."""
    enactment = frame("enactment")
    for child in _hanging(noun):
        if enactment.match(child):
            return child
    before = next(
        (t for t in noun.lefts if t.dep_ == "amod" and t.tag_ == "VBN" and enactment.match(t)), None
    )
    if before is not None:  # "the recently signed treaty"
        return before
    head = _whole(noun)
    if noun.lemma_.lower() in frame("exchanged").cues and head.dep_ == "dobj":
        return head.head  # "carried out a swap"
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


def _whole(noun: Token) -> Token:
    """Return the word that stands for a noun in its clause: the first of a list, the number it is one of."""
    head = noun
    while True:
        if head.dep_ in {"conj", "appos"}:
            head = head.head
        elif head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in _NUMBERS:
            head = head.head.head
        elif (
            head.dep_ == "pobj" and head.head.lower_ == "including"
        ):  # "signed ten papers, including a treaty"
            head = head.head.head
        else:
            return head


def _hanging(noun: Token) -> Iterator[Token]:
    """Yield the clauses that hang on an instrument's name, or on the last word of it."""
    for token in noun.subtree:
        if (
            token.dep_ in _BELOW
            and token.i > noun.i
            and not any(t.dep_ in _BELOW for t in token.ancestors if t.i > noun.i)
        ):
            yield token
