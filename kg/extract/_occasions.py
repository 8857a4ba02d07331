"""How the noun of an event stands in its clause: who frames it, owns it, holds it, and takes part in it."""

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.text.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})


def beside(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that an encounter stands in: "in talks with A, B said"."""
    poss = (c for c in noun.children if c.dep_ == "poss" and c.ent_type_ != "DATE")  # "yesterday's talks"
    if any(poss) or any(_clause.after(noun, "between")):
        return ()
    if any(t for word in held(noun) for t in _clause.after(word, "by")):
        return _hosted(noun)
    if not any(t for word in (noun, *held(noun)) for t in _clause.after(word, "with")):
        return _addressed(noun)
    if noun.dep_ == "dobj" and frame("beside").match(noun.head):
        return _clause.subjects(noun.head)
    return framed(noun, frame("beside").cues) or _within(noun)


def _hosted(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that talks at a third one's stand in: "in talks hosted by A"."""
    leading = framing(noun)
    if leading is None or leading.lower_ not in frame("attending").cues | {"in"}:
        return ()
    verb = next((t for t in leading.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return _clause.subjects(verb) if verb is not None else ()


def _within(noun: Token) -> tuple[Token, ...]:
    """Return the subject of a clause within which an encounter hangs on a noun.

    That is the subject ("A in a call with B said"), or one that the parser takes a time to hang on.
    """
    leading = framing(noun)
    if leading is None or leading.head.pos_ not in _NOUNS or leading.lower_ not in frame("beside").cues:
        return ()
    if leading.head.dep_ in {"nsubj", "nsubjpass"}:
        return (leading.head,)
    verb = next((t for t in leading.head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return _clause.subjects(verb) if verb is not None and leading.lower_ == "during" else ()


def _addressed(noun: Token) -> tuple[Token, ...]:
    """Return who spoke to whom in an encounter of which no more is told: "In a phone call, A told B …"."""
    verb = noun.head.head
    is_new = any(c.lower_ in {"a", "an"} for c in noun.children) or (
        noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in noun.children)
    )
    if not is_new or noun.dep_ != "pobj" or not frame("addressing").match(verb):
        return ()
    people = _clause.direct(verb)
    return (*framed(noun, frame("beside").cues), *people) if people else ()


def attending(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that a gathering of many frames: "at the summit, B said"."""
    leading = framing(noun)
    aside = leading is not None and leading != noun.head  # "on the sidelines of the summit"
    return framed(noun, frame("aside" if aside else "attending").cues)


def participation(noun: Token) -> tuple[Token, ...]:
    """Return whose presence at a gathering a noun tells of: "the participation of A in the summit"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "at"}:
        return ()
    word = noun.head.head
    if word.lemma_.lower() not in frame("company").nouns:
        return ()
    return owner(word) or tuple(_clause.after(word, "of"))


def clause(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that a stay frames: "A met B during a visit to C"."""
    # "during the visit" means one told before, "during a state visit" tells of one.
    told = any(c.lower_ in {"the", "this", "that"} for c in noun.children)
    owned = told or any(t for p in ("of", "by") for t in _clause.after(noun, p))
    if owned or any(c.dep_ == "poss" for c in noun.children):
        return ()
    if noun.dep_ == "dobj" and frame("beside").match(noun.head):
        return _clause.subjects(noun.head)  # "cancelled a visit to A"
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and verb.pos_ in {"NOUN", "PROPN"}:
        return (verb,)  # "the minister, on a visit to A, said"
    if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "for"} and frame("reception").match(verb):
        return _clause.direct(verb) or _clause.passive(verb)  # who is received "on a visit" has come
    return framed(noun, frame("stay").cues)


def owner(noun: Token) -> tuple[Token, ...]:
    """Return whose a noun is; "during her visit, A said" speaks of A's."""
    own = tuple(c for c in noun.children if c.dep_ == "poss")
    if not any(c.lower_ in {"his", "her", "its"} for c in own) or noun.head.i > noun.i:
        return own
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    return tuple(s for s in _clause.subjects(verb) if s.i > noun.i and s.pos_ != "PRON") or own


def framed(noun: Token, prepositions: frozenset[str]) -> tuple[Token, ...]:
    """Return the subject of the clause that a noun stands in by one of some prepositions."""
    leading = framing(noun)
    if leading is None or leading.lower_ not in prepositions:
        return ()
    verb = leading.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return ()
    undergone = _clause.passive(verb)
    if undergone and all(t.lower_ in {"this", "it", "that"} for t in undergone):
        return tuple(_clause.after(verb, "by"))  # "This was stated by A at the meeting"
    return _clause.subjects(verb) or undergone


def framing(noun: Token) -> Token | None:
    """Return the preposition by which a noun frames a clause: "on" of "on the sidelines of the summit"."""
    token = _first(noun)
    while token.dep_ == "pobj" and token.head.lower_ in {"of", "to"}:
        outer = token.head.head
        if outer.lemma_.lower() not in frame("framing").nouns:
            break
        if outer.dep_ != "pobj":
            return outer  # "ahead of", "prior to"
        token = outer
    return token.head if token.dep_ == "pobj" else None


def _first(noun: Token) -> Token:
    """Return the first of joined nouns: of "talks with A and a meeting with B" the parser joins A too."""
    while noun.dep_ == "conj":
        noun = noun.head
        above = noun.head.head
        is_met = noun.dep_ == "pobj" and noun.head.lower_ == "with"
        if is_met and above.lemma_.lower() in frame("encounter").nouns:
            noun = above
    return noun


def presence(word: Token) -> tuple[Token, ...]:
    """Return those in whose presence or with whose participation something is done."""
    nouns = tuple(n for p in ("in", "with", "under") for n in _clause.after(word, p))
    present = (t for n in nouns if n.lemma_.lower() in frame("company").nouns for t in _clause.after(n, "of"))
    partners = (
        t for n in nouns if n.lemma_.lower() in frame("partners").nouns for t in _clause.after(n, "with")
    )
    return (*present, *partners)


def invited(noun: Token) -> tuple[Token, ...]:
    """Return who is invited to a gathering."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"to", "for"} or verb.lemma_ != "invite":
        return ()
    return _clause.direct(verb) or _clause.passive(verb)


def placing(noun: Token) -> tuple[Token, ...]:
    """Return those between whom a call is made or received."""
    verb = noun.head
    if noun.dep_ != "dobj" or not frame("placing").match(verb):
        return ()
    return (*_clause.subjects(verb), *_clause.after(verb, "from"), *_clause.after(verb, "to"))


def itself(noun: Token) -> tuple[Token, ...]:
    """Return a noun that names the body which meets ("the General Assembly")."""
    return (noun,)


def honoured(word: Token) -> tuple[Token, ...]:
    """Return in whose honour something is given."""
    nouns = (n for n in _clause.after(word, "in") if n.lower_ in {"honour", "honor"})
    return tuple(t for n in nouns for t in _clause.after(n, "of"))


def held(noun: Token) -> tuple[Token, ...]:
    """Return the clauses that tell that a gathering was held ("a meeting, held in Oslo, with A")."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"})
    return tuple(c for c in clauses if c.lemma_ in frame_verbs("carrier"))


def frame_verbs(name: str) -> frozenset[str]:
    """Return the lemmas of the verbs of a frame."""
    return frozenset(words[0] for words in frame(name).verbs)


def titled(noun: Token) -> tuple[Token, ...]:
    """Return those of whose encounter a title without a verb tells: "A and B before their meeting"."""
    leading = framing(noun)
    if leading is None or leading.head.pos_ != "PROPN" or not any(c.lower_ == "their" for c in noun.children):
        return ()
    return (leading.head,)
