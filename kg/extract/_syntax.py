"""Which words stand to a trigger in which syntactic function."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract import _clause
from kg.extract._lexicon import frame


def carrier(noun: Token, verbs: frozenset[str]) -> Token | None:
    """Return the verb that carries an event noun ("held" of "held talks", "took part in a meeting")."""
    head = noun
    for _ in range(4):
        if head.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "oprd"}:
            above = head.head.head if head.head.dep_ in {"aux", "auxpass"} else head.head
            return verb if (verb := _clause.whole(above)).lemma_ in verbs else None
        if head.dep_ == "pobj" and head.head.dep_ in {"prep", "agent"}:
            verb = head.head.head
            if verb.pos_ in {"VERB", "AUX"}:
                return verb if verb.lemma_ in verbs else None
            head = verb
        elif head.dep_ in {"conj", "compound", "nmod"}:
            head = head.head
        else:
            return None
    return None


def company(word: Token) -> tuple[Token, ...]:
    """Return those who go along: "joined by A", "officials, including B", "officials such as C"."""
    found: list[Token] = []
    for child in word.children:
        if _is_participle(child) and frame("company").match(_clause.whole(child)):
            found += _clause.after(_clause.whole(child), "by")
        elif child.lower_ in frame("company").cues:
            found += [c for c in child.children if c.dep_ in {"pobj", "dobj"}]
        elif child.lower_ == "as" and any(c.lower_ == "such" for c in child.children):
            found += [c for c in child.children if c.dep_ == "pobj"]
    return tuple(found)


def leaders(word: Token) -> tuple[Token, ...]:
    """Return those who lead someone: "a delegation led by A"."""
    led = (c for c in word.children if _is_participle(c) and frame("leading").match(c))
    return tuple(t for c in led for t in _clause.after(c, "by"))


def _is_participle(word: Token) -> bool:
    return word.dep_ in {"acl", "advcl", "relcl"} or (word.lower_ == "co" and word.dep_ in {"oprd", "conj"})


def escort(verb: Token) -> tuple[Token, ...]:
    """Return those who accompany the subject of a verb: "accompanied by C, the minister visited"."""
    participles = (c for c in verb.children if _is_participle(c) and frame("company").match(c))
    return tuple(t for p in participles for t in _clause.after(p, "by"))


def beside(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that an encounter stands in: "in talks with A, B said"."""
    owned = any(c.dep_ == "poss" for c in noun.children) or any(_clause.after(noun, "between"))
    if owned or not any(t for word in (noun, *_held(noun)) for t in _clause.after(word, "with")):
        return ()
    if noun.dep_ == "dobj" and frame("beside").match(noun.head):
        return _clause.subjects(noun.head)
    return _framed(noun, frame("beside").cues)


def attending(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that a gathering of many frames: "at the summit, B said"."""
    leading = framing(noun)
    aside = leading is not None and leading != noun.head  # "on the sidelines of the summit"
    return _framed(noun, frame("aside" if aside else "attending").cues)


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
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "for"} and frame("reception").match(verb):
        return _clause.direct(verb) or _clause.passive(verb)  # who is received "on a visit" has come
    return _framed(noun, frame("stay").cues)


def owner(noun: Token) -> tuple[Token, ...]:
    """Return whose a noun is; "during her visit, A said" speaks of A's."""
    own = tuple(c for c in noun.children if c.dep_ == "poss")
    if not any(c.lower_ in {"his", "her", "its"} for c in own) or noun.head.i > noun.i:
        return own
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    return tuple(s for s in _clause.subjects(verb) if s.i > noun.i and s.pos_ != "PRON") or own


def _framed(noun: Token, prepositions: frozenset[str]) -> tuple[Token, ...]:
    """Return the subject of the clause that a noun stands in by one of some prepositions."""
    leading = framing(noun)
    if leading is None or leading.lower_ not in prepositions:
        return ()
    verb = leading.head
    return _clause.subjects(verb) or _clause.passive(verb) if verb.pos_ in {"VERB", "AUX"} else ()


def framing(noun: Token) -> Token | None:
    """Return the preposition by which a noun frames a clause: "on" of "on the sidelines of the summit"."""
    token = noun
    while token.dep_ == "pobj" and token.head.lower_ in {"of", "to"}:
        outer = token.head.head
        if outer.lemma_.lower() not in frame("framing").nouns:
            break
        if outer.dep_ != "pobj":
            return outer  # "ahead of", "prior to"
        token = outer
    return token.head if token.dep_ == "pobj" else None


def presence(word: Token) -> tuple[Token, ...]:
    """Return those in whose presence or with whose participation something is done."""
    nouns = (n for p in ("in", "with", "under") for n in _clause.after(word, p))
    return tuple(
        t for n in nouns if n.lemma_.lower() in frame("company").nouns for t in _clause.after(n, "of")
    )


def _placing(noun: Token) -> tuple[Token, ...]:
    """Return those between whom a call is made or received."""
    verb = noun.head
    if noun.dep_ != "dobj" or not frame("placing").match(verb):
        return ()
    return (*_clause.subjects(verb), *_clause.after(verb, "from"), *_clause.after(verb, "to"))


def _honoured(word: Token) -> tuple[Token, ...]:
    """Return in whose honour something is given."""
    nouns = (n for n in _clause.after(word, "in") if n.lower_ in {"honour", "honor"})
    return tuple(t for n in nouns for t in _clause.after(n, "of"))


def _held(noun: Token) -> tuple[Token, ...]:
    """Return the clauses that tell that a gathering was held ("a meeting, held in Oslo, with A")."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"})
    return tuple(c for c in clauses if c.lemma_ in frame_verbs("carrier"))


def frame_verbs(name: str) -> frozenset[str]:
    """Return the lemmas of the verbs of a frame."""
    return frozenset(words[0] for words in frame(name).verbs)


def function(name: str, trigger: Token, carrying: Token | None) -> tuple[Token, ...]:
    """Return the words that stand to a trigger in a function that a frame names.

    A name is a function ("subject", "object", "agent", "poss", "compound", "dative") or a preposition
    ("with"), or several joined by hyphens: "object-to" is what "to" binds to the object, "carrier-with" what
    "with" binds to the verb that carries a noun.
    """
    first, *others = name.split("-")
    if first == "carrier":
        return _carried("-".join(others), trigger, carrying)
    found = _step(first, trigger)
    for step in others:
        found = tuple(t for word in found for t in _step(step, word))
    return found


def _step(name: str, word: Token) -> tuple[Token, ...]:
    return FUNCTIONS[name](word) if name in FUNCTIONS else tuple(_clause.after(word, name))


def _carried(name: str, trigger: Token, carrying: Token | None) -> tuple[Token, ...]:
    if carrying is None:
        return ()
    if name == "subject":
        if frame("reception").match(carrying) and trigger.dep_ == "pobj":
            return ()  # who hosts someone "on a visit" makes none
        found = tuple(t for t in _clause.subjects(carrying) if t != trigger and trigger not in t.subtree)
        return found or tuple(_clause.after(carrying, "by"))
    return tuple(t for t in _step(name, carrying) if t != trigger)


def _children(*labels: str) -> Callable[[Token], tuple[Token, ...]]:
    return lambda word: tuple(c for c in word.children if c.dep_ in labels)


def _agent(verb: Token) -> tuple[Token, ...]:
    return tuple(_clause.after(verb, "by")) if verb.pos_ == "VERB" else ()


def _object(verb: Token) -> tuple[Token, ...]:
    return _clause.direct(verb) or _clause.passive(verb)


def _modified(participle: Token) -> tuple[Token, ...]:
    """Return what a participle before a noun describes ("the visiting minister")."""
    return (participle.head,) if participle.dep_ == "amod" else ()


def _compound(noun: Token) -> tuple[Token, ...]:
    """Return the modifiers of a noun with those hyphened to them ("Putin-Biden call")."""
    return tuple(
        t
        for c in noun.children
        if c.dep_ in {"compound", "nmod", "amod"}
        for t in (c, *c.children)
        if t.text[0].isupper()
    )


def _nation(noun: Token) -> tuple[Token, ...]:
    """Return the names and their adjectives before a noun: "Kenyan aid", "EU sanctions"."""
    labels = {"amod", "compound", "nmod", "poss"}
    return tuple(c for c in noun.lefts if c.dep_ in labels and c.text[0].isupper())


def _complement(verb: Token) -> tuple[Token, ...]:
    """Return the infinitives that hang on a verb: "told to leave"."""
    return tuple(c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and _clause.has_to(c))


def _entry(verb: Token) -> tuple[Token, ...]:
    """Return the name that opens an entry without a finite verb: "Lena Holm, to be Ambassador"."""
    root = verb.sent.root
    is_finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in verb.doc[verb.sent.start : verb.i])
    return (root,) if _clause.has_to(verb) and not is_finite and root.i < verb.i else ()


def _holder(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the verb that a noun is the object of: "A marked the anniversary"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return _clause.subjects(noun.head) if noun.dep_ == "dobj" else ()


def _auspices(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that someone's doing frames: "under Qatari mediation, A met B"."""
    return _framed(noun, frame("auspices").cues)


def _arrival(noun: Token) -> tuple[Token, ...]:
    """Return the verb that tells that something sent has come: "the aid arrived in"."""
    verb = noun.head
    return (verb,) if noun.dep_ in {"nsubj", "nsubjpass"} and frame("delivery").match(verb) else ()


def _done(noun: Token) -> tuple[Token, ...]:
    """Return the participles after a noun that tell what is done with it: "aid provided to A"."""
    return tuple(c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")


def _acting(noun: Token) -> tuple[Token, ...]:
    """Return the participles after a noun that tell what it does: "a delegation visiting A"."""
    return tuple(c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG")


FUNCTIONS: dict[str, Callable[[Token], tuple[Token, ...]]] = {
    "subject": _clause.subjects,
    "object": _object,
    "agent": _agent,
    "poss": owner,
    "compound": _compound,
    "dative": _children("dative"),
    "oprd": _children("oprd"),
    "nation": _nation,
    "complement": _complement,
    "entry": _entry,
    "holder": _holder,
    "auspices": _auspices,
    "arrival": _arrival,
    "acting": _acting,
    "done": _done,
    "acomp": _children("acomp"),
    "beside": beside,
    "clause": clause,
    "attending": attending,
    "company": company,
    "modified": _modified,
    "escort": escort,
    "presence": presence,
    "participation": participation,
    "honour": _honoured,
    "placing": _placing,
    "held": _held,
}
