"""The stance of a statement towards what it is about, where cue words and their objects tell it."""

from collections.abc import Iterable, Iterator
from functools import cache

from rdflib import RDF, URIRef

from kg.extract import _speech as speech
from kg.extract._aims import sides
from kg.extract._lexicon import frame
from kg.model import Claim, Node, Record, Span
from kg.registry.topics import topic_keys
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP, superclasses

_RULE = "statement.stance"
_FRAMES = ("supports", "opposes")
_WHO = frozenset({"name", "description", "group"})
_OWN = frozenset({"i", "we"})
_LIGHT = frozenset(
    {
        "express",
        "voice",
        "reiterate",
        "reaffirm",
        "convey",
        "declare",
        "announce",
        "stress",
        "confirm",
        "affirm",
        "offer",
        "extend",
        "emphasise",
        "emphasize",
        "state",
    }
)
_STEM = 5  # letters by which a noun is looked for in the label of a topic
_ON = frozenset({"for", "of", "to", "against", "with"})


def claims(reading: Reading, record: Record, records: Iterable[Record]) -> Iterator[Claim]:
    """Yield the stance of a statement, and the event, agreement or actor towards which it is.

    Nothing where its cue words tell both stances, or where it is about more topics than those they govern:
    the stance is towards all that the statement is about.
    """
    if record.scope is None or record.node.kind != DIP.Statement:
        return
    told = list(_told(reading, record))
    found = [(kind, noun) for kind, thing in told for noun in _reached(thing)]
    topics = [(n, s) for n, s in reading.topics if record.scope.covers(s)]
    named = [
        k
        for k, noun in found
        for n, s in topics
        if s.meets(_at(noun)) and _is_head(n, noun, _count(reading, s))
    ]
    things = [(k, r.node) for k, noun in found for r in records if _is_thing(r, record, noun)]
    things += [(k, n) for k, noun in told for n in _named(reading, noun) if record.scope.covers(_at(noun))]
    kinds = {*named, *(k for k, _ in things)}
    governed = [speech.extent(noun) for _, noun in found]
    if len(kinds) != 1 or any(not any(g.meets(s) for g in governed) for _, s in topics):
        return
    spans = _spans(record)
    yield Claim(record.node, DIP.stance, kinds.pop(), spans, _RULE)
    for node in dict.fromkeys(n for _, n in things):
        yield Claim(record.node, DIP.about, node, spans, _RULE)


def _named(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return the actors that a noun itself names or describes: "support for Ukraine"."""
    mention = reading.mention(noun)
    return mention.actors if mention is not None and mention.head == noun.i and mention.form in _WHO else ()


def _told(reading: Reading, record: Record) -> Iterator[tuple[URIRef, Token]]:
    """Yield stances with the words that they are towards, in the sentences of a statement."""
    own = sides(
        reading,
        [c.object for c in record.claims if c.predicate == DIP.speaker and isinstance(c.object, Node)],
    )
    said = {s.start: s for c in _spans(record) for s in reading.touched(c)}
    for _, sentence in sorted(said.items()):
        for word in reading.doc[sentence.start : sentence.end]:
            for kind, thing in _cued(word):
                verb = word if word.pos_ == "VERB" else word.head
                if _is_own(reading, verb, own):
                    yield kind, thing


def _spans(record: Record) -> tuple[Span, ...]:
    return next((c.spans for c in record.claims if c.predicate == RDF.type), ())


def _cued(word: Token) -> Iterator[tuple[URIRef, Token]]:
    """Yield the stance that a word tells of its objects: a verb, or a noun beside a verb of saying."""
    for name in _FRAMES:
        if word.pos_ == "VERB" and frame(name).match(word) and _is_meant(word):
            for thing in _objects(word, name):
                yield _stance(name), thing
        elif (
            speech.lemma(word) in frame(name).nouns
            and word.dep_ == "dobj"
            and speech.lemma(word.head) in _LIGHT
        ):
            for preposition, thing in speech.phrases(word):
                if preposition in _ON and speech.is_asserted(word.head):
                    yield from ((_stance(name), t) for t in (thing, *thing.conjuncts))


def _objects(verb: Token, name: str) -> Iterator[Token]:
    direct = [c for c in verb.children if c.dep_ == ("nsubjpass" if speech.is_passive(verb) else "dobj")]
    bound = {words[1] for words in frame(name).verbs if words[0] == speech.lemma(verb) and len(words) > 1}
    governed = [noun for preposition, noun in speech.phrases(verb) if preposition in bound]
    for noun in (*direct, *governed):
        yield from (noun, *noun.conjuncts)


def _is_meant(verb: Token) -> bool:
    """Say whether a verb tells a stance that is held, now or in future: not negated, wished or asked for."""
    if verb.dep_ == "pcomp" and verb.head.lower_ != "to":  # "its role in supporting …" is told of, not held
        return False
    if speech.is_asserted(verb):
        return True
    will = any(c.lower_ in {"will", "shall"} for c in verb.children if c.dep_ == "aux")
    goes_on = verb.dep_ == "xcomp" and speech.lemma(verb.head) in {"continue", "remain"}
    return (will and not any(c.dep_ == "neg" for c in verb.children)) or goes_on


def _is_own(reading: Reading, verb: Token, own: set[Node]) -> bool:
    """Say whether the stance is the speaker's: his own verb, "we", or his state."""
    subject = speech.agent(verb) if speech.is_passive(verb) else speech.subject(verb)
    if subject is None:
        return False
    return subject.lower_ in _OWN or bool(own & set(reading.who(subject)))


def _reached(noun: Token) -> Iterator[Token]:
    """Yield a noun, and what hangs on it where it lets a stance through: "the policy of sanctions"."""
    yield noun
    if speech.lemma(noun) in frame("transparent").cues:
        for preposition, below in speech.phrases(noun):
            if preposition in {"of", "on", "for"}:
                yield from _reached(below)


def _is_head(topic: Node, noun: Token, words: int) -> bool:
    """Say whether a noun names a topic itself: "sanctions", not "the lifting of sanctions".

    A name may tell more than the topic that it stands for: who opposes Taiwan's independence takes no stance
    towards the issue as such.
    """
    row = topic_keys().get(topic.registry or "")
    is_called = row is not None and noun.lower_[:_STEM] in row.label.casefold()
    return is_called or words == 1 or speech.lemma(noun) in frame("transparent").cues


def _count(reading: Reading, span: Span) -> int:
    return len(reading.article.text[span.start : span.end].split())


def _at(noun: Token) -> Span:
    return Span(noun.idx, noun.idx + len(noun))


def _is_thing(other: Record, record: Record, noun: Token) -> bool:
    """Say whether an event or agreement is told by a noun: "welcomed the visit"."""
    kinds = superclasses(other.node.kind)
    is_thing = DIP.Event in kinds or other.node.kind == DIP.Agreement
    return is_thing and other is not record and other.trigger.meets(_at(noun))


@cache
def _stance(name: str) -> URIRef:
    return frame(name).kind
