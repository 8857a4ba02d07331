"""Who else took part, where a sentence of its own tells it ("The meeting was attended by A and B")."""

from collections.abc import Iterator

from kg.extract import _clause, _syntax
from kg.extract._evoke import evoked
from kg.extract._fill import PAIRS, Filled
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_NEAR = 3  # sentences after an encounter in which "also present" and "accompanied by" mean its company
_MET = frozenset({DIP.Visit, *PAIRS})
_LONG = 4  # commas and semicolons of a list whose syntax is not to be trusted
_WITHIN = 6  # sentences after it that tell who headed its delegations


def verbs(reading: Reading, sentence: Sentence, told: Filled, distance: int) -> Iterator[Token]:
    """Yield the verbs by which a sentence tells who else took part in an event told before.

    Args:
        reading: the article.
        sentence: the sentence.
        told: the event.
        distance: sentences between the event and the sentence.
    """
    for token in reading.doc[sentence.start : sentence.end]:
        if token.pos_ in {"VERB", "AUX"} and _is_presence(reading, token, told, distance):
            yield token


def escorts(reading: Reading, sentence: Sentence) -> Iterator[tuple[Token, set[Node]]]:
    """Yield the verbs by which a sentence tells who accompanied somebody, with whom that was."""
    for token in reading.doc[sentence.start : sentence.end]:
        if token.pos_ != "VERB":
            continue
        words: tuple[Token, ...] = ()
        if token.lemma_ == "accompany" and token.dep_ not in {"acl", "relcl", "advcl"}:
            words = tuple(_attended(token))
        elif _is_inverted(token) and frame("travel").match(token):  # "Travelling with the President are A, B"
            words = tuple(_clause.after(token, "with"))
        elif frame("assembling").match(token):  # "Officials accompanying the President included A"
            inner = (c for s in _clause.subjects(token) for c in s.children if c.lemma_ == "accompany")
            words = tuple(t for c in inner for t in _clause.direct(c))
        whom = {n for t in words for n in reading.who(t) if n.kind != DIP.Place}
        if whom:
            yield token, whom


def present(reading: Reading, verb: Token) -> tuple[Node, ...]:
    """Return those whom such a verb names, each once."""
    people = [n for word in _named(verb) for t in (word, *_syntax.company(word)) for n in _who(reading, t)]
    people += _listed(reading, verb)
    if frame("leading").match(verb):
        groups = [n for t in _led(verb) for n in reading.who(t) if n.kind == DIP.Group]
        people = [*groups, *(n for n in people if n.kind == DIP.Person)]
    return tuple(dict.fromkeys(people))


def _listed(reading: Reading, verb: Token) -> list[Node]:
    """Return the persons named in a long or inverted list behind a verb, in which the parser goes astray."""
    rest = verb.doc[verb.i : verb.sent.end]
    if not _is_inverted(verb) and sum(t.text in {",", ";"} for t in rest) < _LONG:
        return []
    told = (m for t in rest if (m := reading.mention(t)) is not None and m.form == "name")
    return [n for m in told for n in m.actors if n.kind == DIP.Person]


def _is_inverted(verb: Token) -> bool:
    """Say whether a verb opens a sentence whose subject ends it: "Taking part in the talks were A and B"."""
    first = next((t for t in verb.sent if t.lower_ != "also"), verb)
    return verb.tag_ == "VBG" and verb == first and any(t.lemma_ == "be" for t in verb.sent)


def _who(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return whom a phrase means, with those whom the parser takes for other names of the one before."""
    listed = (
        n for t in (word, *word.conjuncts) for c in t.children if c.dep_ == "appos" for n in reading.who(c)
    )
    return (*reading.who(word), *(n for n in listed if n.kind == DIP.Person))


def _is_presence(reading: Reading, token: Token, told: Filled, distance: int) -> bool:
    if frame("attendance").match(token):
        near = distance <= _NEAR or told.frame.kind == DIP.Call
        return any(
            _is_event(t) or _is_same(reading, t, told) or (near and _is_told(reading, t, told))
            for t in _attended(token)
        )
    if frame("assembling").match(token):
        return any(_is_event(t) or _is_company(t) for t in _clause.subjects(token) or _clause.passive(token))
    if frame("leading").match(token):
        return distance <= _WITHIN and any(_is_side(t) for t in _led(token))
    if token.lemma_ == "be" and distance <= _NEAR:
        return _is_there(token)
    return False


def _is_there(verb: Token) -> bool:
    """Say whether somebody was present at what was told before: "A was also present at the talks"."""
    words = (*verb.children, *_clause.after(verb, "in"), *(t for t in _clause.after(verb, "among")))
    cued = any(
        c.lower_ in frame("attendance").cues for c in (*words, *(r for w in words for r in w.children))
    )
    if any(_is_company(t) for p in ("in", "among") for t in _clause.after(verb, p)):
        return True  # "also in the delegation are A and B"
    places = [t for c in verb.subtree for t in _clause.after(c, "at")]
    return cued and (not places or any(_is_event(t) for t in places))


def _attended(verb: Token) -> Iterator[Token]:
    """Yield what a verb of presence is about: the meeting, or who was accompanied."""
    if _clause.is_passive(verb):
        yield from _clause.passive(verb)
        return
    yield from _clause.direct(verb)
    for preposition in ("in", "at"):
        for holder in (verb, *_clause.direct(verb)):
            yield from _clause.after(holder, preposition)


def _led(verb: Token) -> tuple[Token, ...]:
    return _clause.passive(verb) if _is_undergone(verb) else _clause.direct(verb)


def _is_undergone(verb: Token) -> bool:
    """Say whether a verb stands in the passive: "was led by A", "the delegation, led by A,"."""
    return _clause.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def _is_side(noun: Token) -> bool:
    """Say whether a noun is a side of what was told before, and does not itself meet somebody."""
    if not _is_delegation(noun) or frame("leading").match(noun.head):
        return _is_delegation(noun)
    return noun.dep_ not in {"dobj", "pobj"} and not any(f.kind in _MET for f in evoked(noun.head))


def _named(verb: Token) -> tuple[Token, ...]:
    """Return those whom a verb of presence names."""
    if verb.lemma_ == "be":
        return tuple(c for c in verb.children if c.dep_ in {"nsubj", "attr"})
    if frame("assembling").match(verb):
        return _clause.direct(verb) or tuple(_clause.after(verb, "of"))
    return tuple(_clause.after(verb, "by")) if _is_undergone(verb) else _clause.subjects(verb)


def _is_told(reading: Reading, word: Token, told: Filled) -> bool:
    return bool(set(reading.who(word)) & set(told.actors))


def _is_same(reading: Reading, noun: Token, told: Filled) -> bool:
    """Say whether a noun means what was told before by one who was in it: "joined the call with the King"."""
    whom = {n for t in _clause.after(noun, "with") for n in reading.who(t)}
    is_known = any(c.lower_ == "the" for c in noun.children)
    return is_known and bool(whom) and whom <= set(told.actors) and told.trigger.lemma_ == noun.lemma_


def _is_company(word: Token) -> bool:
    is_member = word.lemma_ == "member" and any(_is_delegation(t) for t in _clause.after(word, "of"))
    return is_member or word.lemma_.lower() in frame("assembling").nouns or _is_delegation(word)


def _is_delegation(word: Token) -> bool:
    return word.lemma_.lower() in frame("leading").nouns


def _is_event(noun: Token) -> bool:
    """Say whether a noun means an encounter told before: "the meeting", "the bilateral talks"."""
    definite = any(c.lower_ in {"the", "this", "these", "both"} for c in noun.children)
    owned = any(
        c.dep_ in {"poss", "prep"} or (c.dep_ in {"compound", "amod"} and c.text[0].isupper())
        for c in noun.children
    )
    return definite and not owned and noun.lemma_.lower() in frame("encounter").nouns
