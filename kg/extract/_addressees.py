"""To whom something is said: persons who are told, outlets that are given an interview or a comment."""

from collections.abc import Iterator

from kg.extract import _speech as speech
from kg.extract._lexicon import frame
from kg.extract._outlets import is_outlet
from kg.extract._speakers import Memory, outlet
from kg.model import Node
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.text.tokens import Tokens as SpanOfTokens

_TELLING = frozenset(
    {
        "tell",
        "inform",
        "brief",
        "assure",
        "thank",
        "remind",
        "warn",
        "notify",
        "urge",
        "congratulate",
        "advise",
    }
)
_TALKS = frozenset({"interview", "statement", "comment", "remark", "speak", "talk"})
_NEAR = 12  # tokens within which "interview" and the outlet that it was given to stand


def told(reading: Reading, verb: Token, memory: Memory) -> tuple[Node, ...]:
    """Return to whom the content of a verb of saying is said; empty where the sentence does not tell."""
    found = dict.fromkeys(_objects(reading, verb)) | dict.fromkeys(_outlets(reading, verb))
    given = interviewers(reading, verb.sent)
    if not given and any(t.lower_ == "interview" and t.nbor(-1).lower_ == "the" for t in verb.sent if t.i):
        given = memory.interviewers
    return tuple(found | dict.fromkeys(given))


def _objects(reading: Reading, verb: Token) -> Iterator[Node]:
    if speech.lemma(verb) in _TELLING:
        for each in verb.children:
            if each.dep_ in {"dobj", "dative"}:
                yield from reading.who(each) or outlet(reading, each)
    for preposition, each in speech.phrases(verb):
        if preposition == "to" and speech.lemma(verb) not in {"refer", "point", "allude"}:
            yield from reading.who(each)


def _outlets(reading: Reading, verb: Token) -> Iterator[Node]:
    """Yield outlets after "to", wherever the parser hangs them: "refuted the reports to the media"."""
    for token in verb.sent:
        is_told = token.dep_ == "prep" and token.lower_ in {"to", "with"} and token.head.i >= verb.sent.start
        if is_told and (token.head == verb or speech.lemma(token.head) in _TALKS | frame("report").nouns):
            head = speech.child(token, "pobj")
            if head is not None:
                yield from (n for n in reading.who(head) if is_outlet(reading, n))


def interviewers(reading: Reading, sentence: SpanOfTokens) -> tuple[Node, ...]:
    """Return the outlets to which a sentence tells that an interview was given."""
    talk = next((t for t in sentence if t.lower_ in {"interview", "interviewed"}), None)
    if talk is None:
        return ()
    near = [m for m in reading.mentions if talk.i < m.start <= talk.i + _NEAR and m.end <= sentence.end]
    return tuple(n for m in near for n in m.actors if is_outlet(reading, n))
