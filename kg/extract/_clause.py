"""Who does what a verb says: its subjects, told or shared, its objects, and what prepositions bind to it."""

from collections.abc import Iterable, Iterator

from kg.extract._lexicon import frame
from kg.text.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"WDT", "WP"})
_LANDS = frozenset({"country", "state", "nation", "government"})  # "was the first country to recognise"
_BESIDE = frozenset({"together", "along", "including"})  # before "with"
_RANKED = frozenset({"first", "last", "latest", "only", "second", "third"})  # "was the last premier to visit"


def subjects(verb: Token) -> tuple[Token, ...]:
    """Return the subjects of a verb: its own, else those it shares with the verb or noun it hangs on."""
    own = _own(verb)
    if not own:  # the parser hangs some on the auxiliary ("Egypt are mediating")
        own = tuple(c for a in verb.children if a.dep_ == "aux" for c in a.children if c.dep_ in _SUBJECTS)
    own = tuple(s for t in own for s in (_own(t) if whole(t) == verb else (t,)))  # of "co-chaired"
    own = _told_by(verb, _guest(verb, own))
    if verb.dep_ == "ROOT" and not is_passive(verb):
        return (*_headlined(verb), *own)
    if own or is_passive(verb):
        return own
    if verb.i > 1 and verb.doc[verb.i - 2] == verb.head and whole(verb.head) == verb:
        return subjects(verb.head)
    return _bidden(verb) or _shared(verb)


def _own(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ in _SUBJECTS)


def _guest(verb: Token, own: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the subjects of a verb without who invites: "at the invitation of the King, A, Minister B".

    The parser runs the two together, as a second subject or as one long apposition.
    """
    nouns = (n for word in ("at", "on", "upon") for n in after(verb, word) if n.i < verb.i)
    noun = next((n for n in nouns if n.lemma_.lower() == "invitation"), None)
    if noun is None or own:
        return own if noun is None else own[-1:]
    named = [t for t in noun.subtree if t.dep_ in {"appos", "conj"}]
    return tuple(named[-1:]) if len(named) > 1 else ()


def _told_by(verb: Token, own: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the subjects of a verb without who says it before a colon: "Mao Ning: The minister visited"."""
    colon = max((t.i for t in verb.doc[verb.sent.start : verb.i] if t.text == ":"), default=-1)
    behind = tuple(t for t in own if t.i > colon)
    return behind or own


def _headlined(verb: Token) -> tuple[Token, ...]:
    """Return the names that a headline joins by a comma before its verb: "Silva, Berg meet in Oslo"."""
    start = verb.sent.start
    comma = next((t.i for t in verb.doc[start : verb.i] if t.text == ","), verb.i)
    rest = verb.doc[comma + 1 : verb.i]
    if verb.tag_ not in {"VBP", "VB"} or not rest or any(t.pos_ not in {"PROPN", "PUNCT"} for t in rest):
        return ()
    odd = (c for c in verb.children if c.i < verb.i and c.pos_ == "PROPN" and c.dep_ not in _SUBJECTS)
    return tuple(c for c in odd if c.dep_ in {"npadvmod", "dep", "compound", "nmod"})


def _shared(verb: Token) -> tuple[Token, ...]:
    """Return the subject that a verb shares with the verb or noun it hangs on."""
    if verb.dep_ in {"conj", "xcomp", "pcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        is_bidden = verb.dep_ == "xcomp" or (verb.head.lemma_ == "invite" and has_to(verb))
        moves = frame("crossing").match(verb.head)  # "left Kyiv to meet", but "asked him to visit"
        objects = direct(verb.head) if is_bidden and not moves else ()
        return objects or subjects(verb.head) or (passive(verb.head) if is_passive(verb.head) else ())
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":  # "is ready to mediate"
        return subjects(verb.head.head)
    if (
        verb.dep_ in {"advcl", "pcomp"}
        and verb.head.dep_ == "prep"
        and verb.head.head.pos_ in {"VERB", "AUX"}
    ):
        # "thanked him for attending", but "met her before leaving"
        thanked = direct(verb.head.head) if verb.head.lower_ == "for" else ()
        return thanked or subjects(verb.head.head)
    if verb.dep_ in {"relcl", "acl"} and (verb.tag_ != "VBN" or is_misread(verb)):
        return _minded(verb.head) if has_to(verb) else (verb.head,)
    return ()


def clause(word: Token) -> Token:
    """Return the verb that heads the clause of a word: itself, the nearest above it, or else the root."""
    head = word
    while head.pos_ not in {"VERB", "AUX"} and head.head is not head:
        head = head.head
    return head


def whole(verb: Token) -> Token:
    """Return the verb that a token is or begins: of "co-chaired" the parser makes two."""
    ahead = verb.i + 2
    return verb.doc[ahead] if verb.lower_ == "co" and ahead < len(verb.doc) else verb


def is_verbal(word: Token) -> bool:
    """Say whether a word is a verb; the parser takes the noun of "makes first visit" for one."""
    if word.pos_ not in {"VERB", "AUX"}:
        return any(c.tag_ == "MD" and c.dep_ == "aux" for c in word.children)  # "will next travel to"
    has_own = any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "dobj", "neg"} for c in word.children)
    return word.dep_ not in {"dobj", "pobj"} or has_own or word.tag_ in {"VBG", "VBD", "VBN"}


def has_to(verb: Token) -> bool:
    """Say whether a verb stands as an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_verbless(clause: Token) -> bool:
    """Say whether a clause is none but for the parser: "declared two envoys personae non gratae"."""
    return clause.dep_ == "ccomp" and clause.lower_ in frame("unwelcome").cues


def _minded(noun: Token) -> tuple[Token, ...]:
    """Return who does what an infinitive after a noun says: "A's offer to mediate", "A voiced a wish to"."""
    above = noun.head
    own = tuple(c for c in noun.children if c.dep_ == "poss")
    if noun.lemma_.lower() not in _LANDS:
        own = own or tuple(after(noun, "of"))  # "the decision of A to open"
    if own or above.pos_ not in {"VERB", "AUX"}:
        return own or (noun,)
    is_one = noun.lemma_.lower() in _LANDS or any(c.lower_ in _RANKED for c in noun.lefts)
    is_lent = noun.dep_ == "dobj" or (noun.dep_ == "attr" and is_one)
    return (subjects(above) if is_lent else ()) or (noun,)


def _bidden(infinitive: Token) -> tuple[Token, ...]:
    """Return who is called on, or holds an invitation, to do what an infinitive says."""
    if not has_to(infinitive):
        return ()
    head, bidding = infinitive.head, frame("bidding")
    if head.pos_ == "VERB" and bidding.match(head):
        return tuple(t for p in ("on", "upon") for t in after(head, p))
    nouns = (head, *direct(head)) if head.pos_ == "VERB" else (head,)
    noun = next((n for n in nouns if n.lemma_.lower() in bidding.nouns), None)
    if noun is None:
        return ()
    verb = noun.head
    told = (t for holder in (noun, verb) for p in ("to", "for", "on") for t in after(holder, p))
    accepts = noun.dep_ == "dobj" and verb.lemma_.lower() in bidding.cues
    others = (c for c in direct(verb) if c != noun) if verb.pos_ == "VERB" else ()
    return tuple(told) or tuple(others) or (subjects(verb) if accepts else passive(verb))


def _begun(verb: Token) -> Token:
    """Return the token that a verb begins with: "co" of "co-chaired", on which its clause hangs."""
    first = verb.doc[verb.i - 2] if verb.i > 1 else verb
    return first if verb.head == first and whole(first) == verb else verb


def is_misread(verb: Token) -> bool:
    """Say whether what the parser takes for a participle is the only verb: "Minister A, received at B C."."""
    is_alone = not any(
        t.pos_ in {"VERB", "AUX"} and t != verb for t in (verb.sent.root, *verb.sent.root.children)
    )
    is_text = verb.sent[-1].text == "." and not any(after(verb, "by"))
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and is_alone and is_text and verb.i > verb.head.i


def is_passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive."""
    verb = _begun(verb)
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def passive(verb: Token) -> tuple[Token, ...]:
    """Return what undergoes a verb in the passive."""
    verb = _begun(verb)
    own = tuple(c for c in verb.children if c.dep_ == "nsubjpass")
    if not own:  # the parser hangs some on the auxiliary ("was co-chaired")
        own = tuple(
            c for a in verb.children if a.dep_ == "auxpass" for c in a.children if c.dep_ in _SUBJECTS
        )
    if not own and verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN" and not is_misread(verb):
        return _parted(verb) or (verb.head,)
    if not own and verb.dep_ == "conj" and is_passive(verb):  # "visited Cairo and was received"
        return passive(verb.head) or (() if is_passive(verb.head) else subjects(verb.head))
    if not own and verb.dep_ == "conj" and is_passive(verb.head):
        return passive(verb.head)
    if not own and verb.dep_ == "xcomp" and has_to(verb):  # "is expected to be recalled"
        return passive(verb.head) or subjects(verb.head)
    return own


def _parted(participle: Token) -> tuple[Token, ...]:
    """Return what undergoes a verb that a time parts from its auxiliary: "was on the same day received"."""
    time, above = participle.head, participle.head.head.head
    is_parted = time.dep_ == "pobj" and time.ent_type_ == "DATE" and above.pos_ == "AUX"
    return subjects(above) if is_parted and above.lemma_ == "be" else ()


def doers(verb: Token) -> tuple[Token, ...]:
    """Return who does or undergoes what a verb says; of "a delegation which included A" the delegation."""
    return referred(verb, subjects(verb) or passive(verb))


def referred(verb: Token, words: Iterable[Token]) -> tuple[Token, ...]:
    """Return words of a clause, for "which" or "who" the noun that the relative clause hangs on."""
    return tuple(verb.head if t.tag_ in _RELATIVE and verb.dep_ == "relcl" else t for t in words)


def direct(verb: Token) -> tuple[Token, ...]:
    """Return the objects of a verb."""
    found = tuple(c for c in verb.children if c.dep_ in {"dobj", "dative", "obj"} and c.pos_ != "ADP")
    return found or _worth(verb)


def _worth(verb: Token) -> tuple[Token, ...]:
    """Return the object that the parser takes for a clause: "announced a package worth a million"."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp" and c.lower_ == "worth")
    return tuple(t for c in clauses for t in c.children if t.dep_ == "nsubj")


def _is_again(word: Token) -> bool:
    """Say whether a preposition is told twice: "with A and with B"."""
    return word.dep_ == "conj" and word.lower_ == word.head.lower_


def after(word: Token, preposition: str) -> Iterator[Token]:
    """Yield what a preposition binds to a word."""
    for child in word.children:
        if child.dep_ in {"prep", "agent", "dative", "prt"} and child.lower_ == preposition:
            for inner in (
                t for c in (child, *child.children) for t in c.children if c == child or _is_again(c)
            ):
                if inner.dep_ == "pcomp" and inner.lower_ == "visiting":  # "a lunch for visiting Minister A"
                    yield from direct(inner)
                elif inner.dep_ in {"pobj", "pcomp"}:
                    yield inner
                elif inner.text == "Under":  # the parser takes an Under Secretary for what is under him
                    yield from (c for c in inner.children if c.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ in _BESIDE and preposition == "with":
            yield from after(child, "with")
