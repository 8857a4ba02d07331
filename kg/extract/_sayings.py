"""Acts of saying, sentence by sentence: what evokes one, who speaks, and which words are the content."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract import _content
from kg.extract import _speech as speech
from kg.extract._addressees import told
from kg.extract._deeds import is_deed
from kg.extract._lexicon import frame
from kg.extract._outlets import publishes
from kg.extract._rules import learned, points_back, rule_of, saying_of, source_of
from kg.extract._speakers import Memory, by_words, speakers
from kg.model import Node, Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token

_THAT = frozenset({"claiming", "saying", "alleging", "stating"})
_ABOUT = frozenset({"of", "about", "on", "regarding", "against"})
_DENYING = frozenset({"deny", "reject"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying as one sentence tells it.

    Attributes:
        trigger: the verb, noun or cue.
        head: head of the clause that is its content; None where the content is no clause.
        sentence: where it stands.
        speakers: who says it.
        content: the words of the content.
        rule: what found it.
        is_denial: whether what another said is called untrue.
        told: to whom it is said.
        sources: whom the speaker cites for it.
        above: sentences before its own that hold the content.
    """

    trigger: Token
    head: Token | None
    sentence: Sentence
    speakers: tuple[Node, ...]
    content: Span
    rule: str
    is_denial: bool = False
    told: tuple[Node, ...] = ()
    sources: tuple[Node, ...] = ()
    above: tuple[Span, ...] = ()


def find(reading: Reading, sentence: Sentence, memory: Memory) -> Iterator[Saying]:
    """Yield the acts of saying that a sentence tells, in the order of their triggers."""
    memory.here = ()
    for token in reading.doc[sentence.start : sentence.end]:
        saying = _by_cue(reading, sentence, token, memory)
        if saying is None and _is_verb(token):
            saying = _by_verb(reading, sentence, token, memory)
        elif saying is None and speech.lemma(token) in frame("report").nouns:
            saying = _by_noun(reading, sentence, token)
        if saying is not None and saying.content.start < saying.content.end:
            memory.here += (saying.speakers,)
            yield saying


def speaking(reading: Reading, verb: Token, memory: Memory) -> tuple[Node, ...]:
    """Return who says what a verb tells: its subject, the agent of a passive verb."""
    if frame("drawn").match(verb) and not frame("stress").match(verb):
        sent = next((n for word, n in _given(verb) if word == "from"), None)
        return () if sent is None else speakers(reading, sent, memory)
    if speech.is_passive(verb):
        by = speech.agent(verb)
        return () if by is None else speakers(reading, by, memory)
    subject = speech.subject(verb)
    return () if subject is None else speakers(reading, subject, memory)


def _given(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositions that hang on a verb or on its object, each with the noun it leads to."""
    for word in (verb, *(c for c in verb.children if c.dep_ == "dobj")):
        yield from speech.phrases(word)


def _is_verb(token: Token) -> bool:
    """Say whether a word is a verb, also one that the model took for a noun: "…, Sputnik reports"."""
    if token.dep_ == "amod":  # "the claimed attack" tells of no saying
        return False
    is_taken = token.tag_ == "NNS" and speech.child(token, "nsubj", "ccomp") is not None
    return token.tag_.startswith("VB") or is_taken


def _by_verb(reading: Reading, sentence: Sentence, verb: Token, memory: Memory) -> Saying | None:
    rule = rule_of(verb)
    if rule is None or not speech.is_asserted(verb) or _is_reception(reading, verb):
        return None
    named = source_of(verb) if verb.tag_ == "VBG" else None
    if (named is not None and reading.who(named)) or (verb.dep_ == "pcomp" and verb.head.lower_ == "as"):
        return None  # "citing the ministry", "quoted as saying": parts of the saying beside them
    if rule == "quote":
        return _quoted(reading, sentence, verb, memory)
    who = speaking(reading, verb, memory)
    if who and rule not in _DENYING and points_back(verb):
        return _pointing(reading, sentence, verb, who, memory)
    content = _content.of_verb(reading, sentence, verb, rule)
    if not who or content is None or is_deed(reading, verb, rule, content):
        return None
    return Saying(
        verb,
        speech.clause(verb),
        sentence,
        who,
        content,
        f"statement.{rule}",
        is_denial=rule in _DENYING,
        told=told(reading, verb, memory),
        sources=_cited(reading, verb, memory) or _sent(reading, verb, who),
    )


def _pointing(
    reading: Reading, sentence: Sentence, verb: Token, who: tuple[Node, ...], memory: Memory
) -> Saying | None:
    """Return what "this was stated by the president" says of the sentences above, where nobody else does."""
    above = memory.above
    if not above:
        return None
    content, to = Span(above[0].start, above[-1].end), told(reading, verb, memory)
    return Saying(verb, None, sentence, who, content, "statement.this", told=to, above=above)


def _is_reception(reading: Reading, verb: Token) -> bool:
    """Say whether "welcome" tells of guests who are received, not of something that is said to be good."""
    if speech.lemma(verb) not in frame("receive").cues:
        return False
    guest = speech.child(verb, "nsubjpass") if speech.is_passive(verb) else speech.child(verb, "dobj")
    if guest is None or guest == speech.subject(verb):
        return False
    return bool(reading.who(guest)) or speech.lemma(guest) in frame("receive").nouns


def _quoted(reading: Reading, sentence: Sentence, verb: Token, memory: Memory) -> Saying | None:
    """Return what "Sputnik quoted Liu as saying …" or "Liu was quoted as saying …" tells."""
    saying = saying_of(verb)
    who = speech.child(verb, "nsubjpass", "dobj")
    if saying is None or who is None:
        return None
    content = _content.of_verb(reading, sentence, saying, "say") or _content.of_verb(
        reading, sentence, verb, "say"
    )
    by = next((n for word, n in speech.phrases(verb) if word in {"by", "in"}), None)
    outlet = by if speech.is_passive(verb) else speech.child(verb, "nsubj")
    found = speakers(reading, who, memory)
    through = speakers(reading, outlet, memory) if outlet is not None else ()
    if not found or content is None:
        return None
    head = speech.clause(saying)
    if through:
        return Saying(verb, head, sentence, through, content, "statement.quote", sources=found)
    return Saying(verb, head, sentence, found, content, "statement.quote")


def _cited(reading: Reading, verb: Token, memory: Memory) -> tuple[Node, ...]:
    """Return whom the subject names as its source: "APA, citing the Ministry, reported"."""
    subjects = (t for c in verb.children if c.dep_ == "nsubj" for t in c.children)
    sources = (s for each in (*verb.children, *subjects) if (s := source_of(each)) is not None)
    found = next(sources, None) or learned(verb)
    if found is None or (not _is_reporting(reading, verb) and found.head.lower_ == "to"):
        return ()  # "he said, referring to the minister", passes on nothing
    return speakers(reading, found, memory)


def _is_reporting(reading: Reading, verb: Token) -> bool:
    subject = speech.subject(verb)
    return subject is not None and any(publishes(reading, n) for n in reading.who(subject))


def _sent(reading: Reading, verb: Token, who: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return whose greetings or message the subject conveys: "conveyed the greetings of President Xi"."""
    if not frame("convey").match(verb):
        return ()
    for each in verb.children:
        if each.dep_ == "dobj" and speech.lemma(each) in frame("convey").cues:
            hung = (n for word, n in speech.phrases(verb) if word == "from")
            found = by_words(reading, each) or tuple(x for n in hung for x in reading.who(n))
            return found if not set(found) & set(who) else ()
    return ()


def _by_noun(reading: Reading, sentence: Sentence, noun: Token) -> Saying | None:
    """Return what "reports by Sputnik that …" tells."""
    head = next(
        (c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _is_that(c)), None
    ) or _far(noun)
    who = by_words(reading, noun)
    content = head or _matter(noun)
    if content is None or not who:
        return None
    return Saying(noun, head, sentence, who, speech.extent(content), "statement.noun")


def _matter(noun: Token) -> Token | None:
    """Return what "claims of fraud" or "allegations about the talks" tells without a clause."""
    if speech.lemma(noun) not in frame("accuse").nouns:
        return None
    return next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in _ABOUT), None)


def _far(noun: Token) -> Token | None:
    """Return the clause after "reports, by A and by B, that …", which the parser hangs elsewhere."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.dep_ == "mark" and token.lower_ == "that":
            return token.head if token.nbor(-1).text == "," else None
        if token.tag_ in _FINITE:
            return None
    return None


def _is_that(clause: Token) -> bool:
    mark = speech.child(clause, "mark")
    return clause.lower_ in _THAT or (mark is not None and mark.lower_ == "that")


def _by_cue(reading: Reading, sentence: Sentence, token: Token, memory: Memory) -> Saying | None:
    """Return what "according to the ministry, …" tells."""
    if not token.lower_.startswith(_cue_words()):
        return None
    words = reading.doc[token.i : token.i + 4].text.casefold()
    cue = next((c for c in frame("according-to").cues if words.startswith(c)), None)
    if cue is None:
        return None
    last = reading.doc[token.i + len(cue.split()) - 1]
    source = speech.child(last, "pobj")
    if source is None:
        return None
    who = speakers(reading, source, memory)
    if not who:
        return None
    after = next((t for t in source.doc[source.right_edge.i + 1 : sentence.end] if not t.is_punct), None)
    citing = None if after is None else source_of(after)
    cited = _cited(reading, source, memory) or (
        speakers(reading, citing, memory) if citing is not None else ()
    )
    content = _content.around(sentence, token, source, is_last=citing is not None)
    is_text = speech.lemma(source) in frame("document").nouns
    is_named = bool(reading.who(source) or by_words(reading, source))
    rule = "statement.document" if is_text and not is_named else "statement.according-to"
    return Saying(token, _governor(token), sentence, who, content, rule, sources=cited)


@cache
def _cue_words() -> tuple[str, ...]:
    """Return the first word of each cue: most words begin none, and need no more looking at."""
    return tuple(sorted({c.split()[0] for c in frame("according-to").cues}))


def _governor(token: Token) -> Token | None:
    return next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
