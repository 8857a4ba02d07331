"""Which words stand to a trigger in which syntactic function."""

from collections.abc import Callable

from kg.extract import _clause, _occasions, _relief
from kg.extract._lexicon import frame
from kg.text.tokens import Token


def carrier(noun: Token, verbs: frozenset[str]) -> Token | None:
    """Return the verb that carries an event noun ("held" of "held talks", "took part in a meeting")."""
    relative = next((c for c in noun.children if c.dep_ == "relcl" and _lends(c, verbs)), None)
    if relative is not None:
        return relative
    head = noun
    for _ in range(4):
        is_late = head.dep_ == "npadvmod" and head.i > head.head.i  # "co-chaired with her the third session"
        if is_late or head.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "oprd"}:
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


def _lends(clause: Token, verbs: frozenset[str]) -> bool:
    """Say whether a clause tells who held what it hangs on: "the talks that A and B held"."""
    told = [c.dep_ for c in clause.children if c.tag_ not in {"WDT", "WP"}]
    return clause.lemma_ in verbs and "nsubj" in told and "dobj" not in told


def company(word: Token) -> tuple[Token, ...]:
    """Return those who go along: "joined by A", "officials, including B", "officials such as C"."""
    found: list[Token] = []
    for child in word.children:
        if child.dep_ == "acl" and child.lower_ in frame("company").cues:  # "a delegation, comprising A,"
            found += _clause.direct(child)
        elif _is_participle(child) and frame("company").match(_clause.whole(child)):
            found += _clause.after(_clause.whole(child), "by")
        elif child.lower_ == "with" and any(c.lower_ in {"together", "along"} for c in child.children):
            found += [c for c in child.children if c.dep_ == "pobj"]
        elif child.lower_ in frame("company").cues:
            found += [c for c in child.children if c.dep_ in {"pobj", "dobj"}]
        elif child.lower_ == "as" and any(c.lower_ == "such" for c in child.children):
            found += [c for c in child.children if c.dep_ == "pobj"]
    return tuple(found)


def leaders(word: Token) -> tuple[Token, ...]:
    """Return those who lead someone: "a delegation led by A"."""
    # The parser hangs some on the body that a delegation is of: "a delegation of the Senate led by A".
    bodies = (t for p in ("of", "from") for t in _clause.after(word, p))
    near = (c for w in (word, *bodies) for c in w.children)
    led = (c for c in near if _is_participle(c) and frame("leading").match(c))
    return tuple(t for c in led for t in _clause.after(c, "by"))


def _is_participle(word: Token) -> bool:
    return word.dep_ in {"acl", "advcl", "relcl"} or (word.lower_ == "co" and word.dep_ in {"oprd", "conj"})


def escort(verb: Token) -> tuple[Token, ...]:
    """Return those who accompany the subject of a verb: "accompanied by C, the minister visited"."""
    participles = (c for c in verb.children if _is_participle(c) and frame("company").match(c))
    return tuple(t for p in participles for t in _clause.after(p, "by"))


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
    if name == "attender" and not frame("attender").match(carrying):
        return ()
    if name in {"subject", "attender"}:
        if frame("reception").match(carrying) and trigger.dep_ == "pobj":
            return ()  # who hosts someone "on a visit" makes none
        found = tuple(t for t in _clause.subjects(carrying) if t != trigger and trigger not in t.subtree)
        return found or tuple(_clause.after(carrying, "by"))
    return tuple(t for t in function(name, carrying, None) if t != trigger)


def _children(*labels: str) -> Callable[[Token], tuple[Token, ...]]:
    return lambda word: tuple(c for c in word.children if c.dep_ in labels)


def _agent(verb: Token) -> tuple[Token, ...]:
    return tuple(_clause.after(verb, "by")) if verb.pos_ == "VERB" else ()


def _object(verb: Token) -> tuple[Token, ...]:
    return _clause.direct(verb) or _clause.passive(verb)


def _modified(participle: Token) -> tuple[Token, ...]:
    """Return what a participle before a noun describes ("the visiting minister")."""
    return (participle.head,) if participle.dep_ == "amod" and participle.tag_ == "VBG" else ()


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
    before = (t for c in noun.lefts if c.dep_ in labels for t in c.subtree)
    return tuple(t for t in before if t.text[0].isupper())


def _complement(verb: Token) -> tuple[Token, ...]:
    """Return the infinitives that hang on a verb, and what it calls another: "told to leave"."""
    bidden = (c for c in verb.children if c.dep_ in {"xcomp", "ccomp"})
    return tuple(c for c in bidden if _clause.has_to(c) or _clause.is_verbless(c))


def _entry(verb: Token) -> tuple[Token, ...]:
    """Return the name that opens an entry without a finite verb: "Lena Holm, to be Ambassador"."""
    root = verb.sent.root
    is_finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in verb.doc[verb.sent.start : verb.i])
    if is_finite or not _clause.has_to(verb):
        return ()
    return (root,) if root.i < verb.i else _clause.subjects(verb)


def _holder(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the verb that a noun is the object of: "A marked the anniversary"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return _clause.subjects(noun.head) if noun.dep_ == "dobj" else ()


def _auspices(noun: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that someone's doing frames: "under Qatari mediation, A met B"."""
    return _occasions.framed(noun, frame("auspices").cues)


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


def _announcer(noun: Token) -> tuple[Token, ...]:
    """Return who does what a noun tells by announcing it: "A announced the recall of its envoy"."""
    is_object = noun.dep_ == "dobj" and frame("performed").match(noun.head)
    return _clause.subjects(noun.head) if is_object else ()


def _hyphened(participle: Token) -> tuple[Token, ...]:
    """Return the agent that is hyphened to a participle: "Qatar-brokered talks"."""
    labels = {"npadvmod", "amod", "compound", "nmod", "advmod"}
    before = (c for c in participle.lefts if c.dep_ in labels and c.text[0].isupper())
    return tuple(before) if participle.dep_ == "amod" else ()


def _described(participle: Token) -> tuple[Token, ...]:
    """Return the noun that a participle stands before: "Qatar-brokered talks"."""
    return (participle.head,) if participle.dep_ == "amod" and participle.tag_ == "VBN" else ()


def _defined(verb: Token) -> tuple[Token, ...]:
    """Return the noun that a relative clause tells of: "the relations that began"."""
    return (verb.head,) if verb.dep_ == "relcl" else ()


def _stray(verb: Token) -> tuple[Token, ...]:
    """Return an object that a time keeps apart from its verb: "received on Sunday the Minister"."""
    if _clause.direct(verb) or _clause.is_passive(verb):
        return ()
    times = [c for c in verb.children if c.dep_ == "prep" and c.i > verb.i]
    timed = (t for c in times for t in c.children if any(x.ent_type_ == "DATE" for x in t.lefts))
    return (
        *(c for c in verb.children if c.dep_ == "npadvmod" and c.i > verb.i and c.pos_ == "PROPN"),
        *timed,
        *(t for c in times[:1] if c.i == verb.i + 1 for t in _behind(c)),
    )


def _mutual(verb: Token) -> tuple[Token, ...]:
    """Return those who do something to one another: "A and B recognised each other"."""
    is_mutual = any(t.lower_ in {"other", "another"} and any(t.lefts) for t in _clause.direct(verb))
    return _clause.subjects(verb) if is_mutual else ()


def _behind(preposition: Token) -> tuple[Token, ...]:
    """Return the title that the parser hangs on the place before it: "received in Oslo the Minister"."""
    places = (c for c in preposition.children if c.dep_ == "pobj")
    named = (
        c for p in places for c in p.children if c.dep_ == "appos" and c.doc[c.left_edge.i - 1].text != ","
    )
    return tuple(named)


FUNCTIONS: dict[str, Callable[[Token], tuple[Token, ...]]] = {
    "subject": _clause.subjects,
    "object": _object,
    "agent": _agent,
    "poss": _occasions.owner,
    "compound": _compound,
    "dative": _children("dative"),
    "before": _children("compound"),
    "oprd": _children("oprd"),
    "nation": _nation,
    "complement": _complement,
    "entry": _entry,
    "holder": _holder,
    "auspices": _auspices,
    "arrival": _arrival,
    "acting": _acting,
    "done": _done,
    "defined": _defined,
    "acomp": _children("acomp"),
    "beside": _occasions.beside,
    "clause": _occasions.clause,
    "attending": _occasions.attending,
    "company": company,
    "modified": _modified,
    "escort": escort,
    "presence": _occasions.presence,
    "participation": _occasions.participation,
    "honour": _occasions.honoured,
    "self": _occasions.itself,
    "placing": _occasions.placing,
    "invited": _occasions.invited,
    "mutual": _mutual,
    "held": _occasions.held,
    "titled": _occasions.titled,
    "stray": _stray,
    "announcer": _announcer,
    "bynation": _hyphened,
    "described": _described,
    "benefit": _relief.benefits,
    "bearer": _relief.bearer,
}
