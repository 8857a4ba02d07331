"""Texts in which somebody speaks without a verb of saying: transcripts, official texts in their own voice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from kg.extract import _speech as speech
from kg.extract._act import span
from kg.extract._lexicon import frame
from kg.model import Node, Span
from kg.text.reading import Mention, Reading, Sentence
from kg.text.sentences import paragraphs
from kg.vocab import DIP

_STOP = re.compile(r"[.!?…][”’\"']?[\s*#•]*$")
_EDGE = 3  # paragraphs at the head of a text in which its author may stand
# A name before a colon, with the full stops of "MR." and of initials, with what stands in brackets behind it.
_TURN = re.compile(
    r"(?P<name>[^\W\d_](?:[^:.!?\n“\"()]|(?<=\b[A-Z])\.|(?<=\b[MDS][RSTrst])\.|(?<=\bM[Rr][Ss])\.){2,120})"
    r"(?:\s*\([^()\n]{1,60}\))?:\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a speech.

    Attributes:
        trigger: the name before the turn, or the first word of a paragraph that goes on with it.
        speakers: who speaks.
        content: the words spoken.
        spans: their sentences.
        rule: what found it.
    """

    trigger: Span
    speakers: tuple[Node, ...]
    content: Span
    spans: tuple[Span, ...]
    rule: str = "statement.turn"


def turns(reading: Reading) -> Iterator[Turn]:
    """Yield the paragraphs of a transcript; nothing where a text is none.

    A turn that begins within a paragraph, where line breaks were lost, begins a part of its own.
    """
    blocks = paragraphs(reading.article.text)
    heads = {m.start(): (m, s) for b in blocks for m in _heads(reading, b) if (s := _named(reading, m))}
    if not _is_transcript(reading, [m for m, _ in heads.values()]):
        return
    unnamed = {m.start() for b in blocks for m in _heads(reading, b) if m["name"].isupper()} - set(heads)
    speaking: tuple[Node, ...] = ()
    for part in _parts(blocks, sorted({*heads, *unnamed})):
        trigger, start = Span(part.start, part.start + 1), part.start
        if part.start in heads:
            match, speaking = heads[part.start]
            trigger, start = Span(match.start("name"), match.end("name")), match.end()
        elif part.start in unnamed:  # "QUESTION: …" is nobody's whom the text names
            speaking = ()
        end = start + len(reading.article.text[start : part.end].rstrip())
        spans = tuple(s.span for s in reading.sentences if s.span.meets(Span(start, end)))
        if speaking and spans and end > start:
            yield Turn(trigger, speaking, Span(start, end), spans)


def _parts(blocks: Iterable[Span], starts: list[int]) -> Iterator[Span]:
    for block in blocks:
        edges = [block.start, *(s for s in starts if block.start < s < block.end), block.end]
        yield from (Span(a, b) for a, b in pairwise(edges))


def positions(reading: Reading, taken: Iterable[Span]) -> Iterator[Turn]:
    """Yield the sentences of an official text in which an actor takes a position, but those in `taken`."""
    if not is_official(reading):
        return
    others = tuple(taken)
    for sentence in reading.sentences:
        if any(o.meets(sentence.span) for o in others):
            continue
        root = reading.doc[sentence.start : sentence.end].root
        subject = speech.child(root, "nsubj", "nsubjpass")
        if (
            subject is None
            or root.tag_ == "VBD"
            or not speech.is_asserted(root)
            or not frame("position").match(root)
        ):
            continue
        who = reading.who(subject)
        if who:
            yield Turn(span(root), who, sentence.span, (sentence.span,), "statement.position")


def first_person(reading: Reading) -> Iterator[Turn]:
    """Yield the paragraphs in which an official text speaks as "I" or "we"; who signs or heads it speaks."""
    if not is_official(reading):
        return
    who = _author(reading)
    quoted = [q.span for q in reading.quotes if q.depth == 0]
    for block in paragraphs(reading.article.text) if who else ():
        own = [
            s for s in reading.sentences if block.covers(s.span) and not any(q.meets(s.span) for q in quoted)
        ]
        voiced = next((v for s in own if (v := _voiced(reading, s))), None)
        if voiced is not None:
            yield Turn(span(voiced), who, block, tuple(s.span for s in own), "statement.first-person")


def _voiced(reading: Reading, sentence: Sentence) -> Token | None:
    root = reading.doc[sentence.start : sentence.end].root
    subject = speech.child(root, "nsubj")
    return subject if subject is not None and subject.lower_ in {"i", "we"} else None


def _author(reading: Reading) -> tuple[Node, ...]:
    """Return the persons, else the states, named in lines without a full stop above and below the text."""
    text = reading.article.text
    blocks = paragraphs(text)
    edge = [b for i, b in enumerate(blocks) if i < _EDGE or i == len(blocks) - 1]
    lines = [b for b in edge if not text[b.start : b.end].endswith((".", "!", "?", "”", '"'))]
    named = [m for m in reading.mentions if any(b.covers(extent(reading, m)) for b in lines)]
    nodes = dict.fromkeys(n for m in named for n in m.actors)
    persons = [n for n in nodes if n.kind == DIP.Person]
    # The last one: a name on a line of its own signs, a title above it may name others too.
    return tuple(persons[-1:] or [n for n in nodes if n.kind == DIP.State])


def extent(reading: Reading, mention: Mention) -> Span:
    """Return the range of a mention in the text."""
    last = reading.doc[mention.end - 1]
    return Span(reading.doc[mention.start].idx, last.idx + len(last))


def is_official(reading: Reading) -> bool:
    """Say whether a state or body publishes an article, so that the text speaks for it."""
    publisher = (reading.article.publisher or "").casefold()
    return any(cue in publisher for cue in frame("official").cues)


def _heads(reading: Reading, block: Span) -> Iterator[re.Match[str]]:
    """Yield the words before a colon that open a paragraph or follow a full stop, where they hold no verb."""
    for match in _TURN.finditer(reading.article.text, block.start, block.end):
        at = match.start("name")
        words = reading.doc.char_span(at, match.end("name"), alignment_mode="expand")
        if words is None or any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in words):
            continue
        if at == block.start or _STOP.search(reading.article.text[block.start : at]):
            yield match


def _named(reading: Reading, match: re.Match[str]) -> tuple[Node, ...]:
    """Return who is named before a turn, in capitals too ("MINISTER KAMILOV:")."""
    within = Span(match.start("name"), match.end("name"))
    for mention in reading.mentions:
        if (
            within.meets(extent(reading, mention))
            and mention.actors[:1]
            and mention.actors[0].kind == DIP.Person
        ):
            return mention.actors[:1]
    words = match["name"].casefold().split()
    for actor in reading.actors:
        if actor.node.kind == DIP.Person and any(
            name.casefold().split()[-1] == words[-1] for name, _ in actor.names
        ):
            return (actor.node,)
    return ()


def _is_transcript(reading: Reading, heads: list[re.Match[str]]) -> bool:
    """Say whether names open paragraphs that speak in the first person."""
    if not heads:
        return False
    after = reading.article.text[heads[0].end() :]
    return len(heads) > 1 or re.match(r"[\s\S]{0,400}\b(I|we|our|my|you)\b", after) is not None
