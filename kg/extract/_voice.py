"""Texts in which somebody speaks without a verb of saying: transcripts, official texts in their own voice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract import _speech as speech
from kg.extract._act import span
from kg.extract._lexicon import frame
from kg.model import Node, Span
from kg.text import home
from kg.text.reading import Mention, Reading, Sentence
from kg.text.sentences import paragraphs
from kg.text.tokens import Token
from kg.vocab import DIP

_STOP = re.compile(r"[.!?…][”’\"']?[\s*#•]*$")
_LETTER = re.compile(r"[^\W\d_]")
_SIGNATURE = 8  # words of a line that may sign a text
_ADDRESSED = ("memorandum for", "to:", "for:", "subject:")
_EDGE = 3  # paragraphs at the head of a text in which its author may stand
# A name before a colon, with the full stops of "MR." and of initials, with what stands in brackets behind it.
_TURN = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_](?:[^:.!?\n“\"()]|(?<=\b[A-Z])\.|(?<=\b[MDS][RSTrst])\.|(?<=\bM[Rr][Ss])\.){2,120})"
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
        spans = tuple(s.span for s in reading.touched(Span(start, end)))
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
        # The parser may hang the subject of "is committed" on "is".
        verbs = (root, *(c for c in root.children if c.dep_ == "auxpass"))
        found = (speech.child(verb, "nsubj", "nsubjpass") for verb in verbs)
        subject = next((s for s in found if s is not None), None)
        if subject is None or not _is_position(root):
            continue
        who = reading.who(subject)
        if who:
            yield Turn(span(root), who, sentence.span, (sentence.span,), "statement.position")


def _is_position(root: Token) -> bool:
    """Say whether a verb takes a position now: in the present, in the passive only as "is committed"."""
    aux = {speech.lemma(c) for c in root.children if c.dep_ in {"aux", "auxpass"}}
    past = root.tag_ == "VBD" or (root.tag_ == "VBN" and "have" in aux)
    past |= any(c.tag_ == "VBD" for c in root.children if c.dep_ == "auxpass")
    is_done = root.tag_ == "VBN" and "be" in aux and not frame("standing").match(root)
    is_wish = speech.lemma(root) == "like" and "would" in {c.lower_ for c in root.children}
    is_now = speech.is_asserted(root) or (is_wish and speech.child(root, "neg") is None)
    return not past and not is_done and is_now and frame("position").match(root)


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
    """Return who signs the text, else the persons or states that its heading names, else its own state."""
    text = reading.article.text
    blocks = [b for b in paragraphs(text) if _LETTER.search(text, b.start, b.end)]
    foot = [b for b in blocks[-1:] if len(text[b.start : b.end].split()) <= _SIGNATURE]
    head = [b for b in blocks[:_EDGE] if not _STOP.search(text[b.start : b.end])]
    head = [b for b in head if not text[b.start : b.end].casefold().startswith(_ADDRESSED)]
    for lines in (foot, head):
        nodes = dict.fromkeys(
            n for m in reading.mentions if any(b.covers(extent(reading, m)) for b in lines) for n in m.actors
        )
        # The last one: a name on a line of its own signs, a title above it may name others too.
        persons = [n for n in nodes if n.kind == DIP.Person][-1:]
        states = [n for n in nodes if n.kind == DIP.State and lines is head]
        if persons or states:
            return tuple(persons or states)
    own = home.state(reading.article)
    return tuple(a.node for a in reading.actors if own is not None and a.node.key == f"state:{own}")


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
    if ":" not in reading.article.text[block.start : block.end]:
        return  # most paragraphs: the pattern looks far ahead at each word
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
