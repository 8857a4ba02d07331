"""Sentences that begin with being present and end with who was: "Also present were A", "Attendees: A"."""

from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_LEAD = 16  # tokens of "Taking part in the talks from the Omani side were"


def turn(reading: Reading, sentence: Sentence) -> Token | None:
    """Return the "were" or colon between being present and those who were, None in any other sentence."""
    words = reading.doc[sentence.start : sentence.end][:_LEAD]
    end = next((t for t in words if t.lower_ in {"were", "was", "are", "is", ":"}), None)
    if end is None:
        return None
    lead = reading.doc[sentence.start : end.i]
    is_told = any(_is_presence(t, sentence) for t in lead) or _is_beside(reading, sentence, end)
    return end if is_told else None


def escorted(reading: Reading, sentence: Sentence, end: Token) -> tuple[Node, ...]:
    """Return whom those listed were with: "Accompanying the minister were A and B"."""
    lead = reading.doc[sentence.start : end.i]
    if not _is_beside(reading, sentence, end) and not any(_form(t) == "accompany" for t in lead):
        return ()
    told = (reading.who(t) for t in lead if (m := reading.mention(t)) is not None and m.head == t.i)
    return tuple(n for nodes in told for n in nodes if n.kind == DIP.Person)


def _is_beside(reading: Reading, sentence: Sentence, end: Token) -> bool:
    """Say whether a sentence begins with somebody at whose side others were: "With the King were A, B"."""
    lead = reading.doc[sentence.start : end.i]
    people = (m for t in lead if (m := reading.mention(t)) is not None)
    is_with = len(lead) > 1 and lead[0].lower_ == "with" and end.lower_ in {"were", "was"}
    is_short = not any(t.text == "," or t.pos_ == "VERB" for t in lead)
    return is_with and is_short and any(n.kind == DIP.Person for m in people for n in m.actors)


def _is_presence(word: Token, sentence: Sentence) -> bool:
    """Say whether a word tells of being present: the parser takes many that open a sentence for names."""
    attendance = frame("attendance")
    if word.lower_ in attendance.cues:
        return word.nbor().pos_ != "NOUN" and _opens(word, sentence)
    if any(v[0] == _form(word) for v in attendance.verbs) and word.lower_.endswith("ing"):
        return _opens(word, sentence)
    return word.lemma_.lower() in frame("assembling").nouns and _opens(word, sentence)


def _opens(word: Token, sentence: Sentence) -> bool:
    """Say whether nothing but small words stand before a word in its sentence."""
    return all(t.lower_ in frame("opening").cues for t in word.doc[sentence.start : word.i])


def _form(word: Token) -> str:
    """Return the verb that a participle is a form of, whatever the parser takes it for."""
    stem = word.lower_.removesuffix("ing")
    known = {v[0] for v in frame("attendance").verbs}
    return next(iter(sorted(known & {stem, f"{stem}e", word.lemma_.lower()})), "")
