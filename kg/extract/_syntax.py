"""Which words stand to a trigger in which syntactic function."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_BESIDE = frozenset({"in", "during", "at", "after", "following", "before", "on"})


def subjects(verb: Token) -> tuple[Token, ...]:
    """Return the subjects of a verb: its own, else those it shares with the verb or noun it hangs on."""
    own = tuple(c for c in verb.children if c.dep_ in _SUBJECTS)
    if own or verb.dep_ == "ROOT" or is_passive(verb):
        return own
    if verb.dep_ in {"conj", "xcomp", "pcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        objects = direct(verb.head) if verb.dep_ == "xcomp" else ()  # "asked him to visit"
        return objects or subjects(verb.head) or (passive(verb.head) if is_passive(verb.head) else ())
    if (
        verb.dep_ in {"advcl", "pcomp"}
        and verb.head.dep_ == "prep"
        and verb.head.head.pos_ in {"VERB", "AUX"}
    ):
        return subjects(verb.head.head)
    if verb.dep_ in {"relcl", "acl"} and verb.tag_ != "VBN":
        return (verb.head,)
    return ()


def is_passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def passive(verb: Token) -> tuple[Token, ...]:
    """Return what undergoes a verb in the passive."""
    own = tuple(c for c in verb.children if c.dep_ == "nsubjpass")
    if not own and verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
        return (verb.head,)
    if not own and verb.dep_ == "conj" and is_passive(verb.head):
        return passive(verb.head)
    return own


def direct(verb: Token) -> tuple[Token, ...]:
    """Return the objects of a verb."""
    return tuple(c for c in verb.children if c.dep_ in {"dobj", "dative", "obj"} and c.pos_ != "ADP")


def after(word: Token, preposition: str) -> Iterator[Token]:
    """Yield what a preposition binds to a word."""
    for child in word.children:
        if child.dep_ in {"prep", "agent", "dative", "prt"} and child.lower_ == preposition:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield inner
        elif child.dep_ == "prep" and child.lower_ == "together" and preposition == "with":
            yield from after(child, "with")


def carrier(noun: Token, verbs: frozenset[str]) -> Token | None:
    """Return the verb that carries an event noun ("held" of "held talks", "took part in a meeting")."""
    head = noun
    for _ in range(4):
        if head.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "oprd"}:
            return head.head if head.head.lemma_ in verbs else None
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
    """Return those who go along with someone: "a delegation led by A", "officials, including B"."""
    found: list[Token] = []
    for child in word.children:
        if child.dep_ in {"acl", "advcl", "relcl"} and child.lemma_ in {
            "lead",
            "head",
            "accompany",
            "join",
            "comprise",
            "chair",
        }:
            found += after(child, "by")
        elif child.lower_ in {"including", "comprising"}:
            found += [c for c in child.children if c.dep_ in {"pobj", "dobj"}]
        elif (
            child.dep_ == "prep" and child.lower_ == "as" and any(c.lower_ == "such" for c in child.children)
        ):
            found += [c for c in child.children if c.dep_ == "pobj"]
    return tuple(found)


def escort(verb: Token) -> tuple[Token, ...]:
    """Return those who accompany the subject of a verb: "accompanied by C, the minister visited"."""
    participles = (c for c in verb.children if c.dep_ in {"advcl", "acl"} and c.lemma_ == "accompany")
    return tuple(t for p in participles for t in after(p, "by"))


def beside(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that an encounter stands in: "in talks with A, B said"."""
    preposition = noun.head
    owned = any(c.dep_ == "poss" for c in noun.children) or any(after(noun, "between"))
    if noun.dep_ != "pobj" or owned or not any(after(noun, "with")) or preposition.lower_ not in _BESIDE:
        return ()
    verb = preposition.head
    return subjects(verb) if verb.pos_ in {"VERB", "AUX"} else ()


def clause(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that a stay frames: "A met B during a visit to C"."""
    # "during the visit" means one told before, "during a state visit" tells of one.
    told = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that"} for c in noun.children)
    owned = told or any(after(noun, "of")) or any(after(noun, "by"))
    if noun.dep_ != "pobj" or owned or noun.head.lower_ not in {"during", "on", "amid"}:
        return ()
    verb = noun.head.head
    return subjects(verb) if verb.pos_ in {"VERB", "AUX"} else ()


def function(name: str, trigger: Token, carrying: Token | None) -> tuple[Token, ...]:
    """Return the words that stand to a trigger in a function that a frame names.

    A name is a function ("subject", "object", "agent", "poss", "compound", "dative") or a preposition
    ("with"), or two joined by a hyphen: "object-to" is what "to" binds to the object, "carrier-with" what
    "with" binds to the verb that carries a noun.
    """
    first, _, second = name.partition("-")
    if first == "carrier":
        return _carried(second, trigger, carrying)
    found = _step(first, trigger)
    return found if not second else tuple(t for word in found for t in _step(second, word))


def _step(name: str, word: Token) -> tuple[Token, ...]:
    return _FUNCTIONS[name](word) if name in _FUNCTIONS else tuple(after(word, name))


def _carried(name: str, trigger: Token, carrying: Token | None) -> tuple[Token, ...]:
    if carrying is None:
        return ()
    if name == "subject":
        found = subjects(carrying) or tuple(after(carrying, "by"))
        return tuple(t for t in found if t != trigger and trigger not in t.subtree)
    return tuple(t for t in after(carrying, name) if t != trigger)


def _children(*labels: str) -> Callable[[Token], tuple[Token, ...]]:
    return lambda word: tuple(c for c in word.children if c.dep_ in labels)


def _agent(verb: Token) -> tuple[Token, ...]:
    return tuple(after(verb, "by")) if verb.pos_ == "VERB" else ()


def _subject(verb: Token) -> tuple[Token, ...]:
    return subjects(verb)


def _object(verb: Token) -> tuple[Token, ...]:
    return direct(verb) or passive(verb)


def _compound(noun: Token) -> tuple[Token, ...]:
    """Return the modifiers of a noun with those hyphened to them ("Putin-Biden call")."""
    return tuple(
        t
        for c in noun.children
        if c.dep_ in {"compound", "nmod", "amod"}
        for t in (c, *c.children)
        if t.pos_ == "PROPN"
    )


_FUNCTIONS: dict[str, Callable[[Token], tuple[Token, ...]]] = {
    "subject": _subject,
    "object": _object,
    "agent": _agent,
    "poss": _children("poss"),
    "compound": _compound,
    "dative": _children("dative"),
    "beside": beside,
    "clause": clause,
    "escort": escort,
}
