"""Which frames a word evokes: by its lemma, the words it needs beside it, and those that it must not have."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract import _clause, _occasions, _syntax
from kg.extract._frames import Frame, carriers, event_frames
from kg.text.tokens import Token

_PARTICLES = frozenset({"prep", "prt", "advmod", "dobj", "agent"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
_COMPLEMENTS = frozenset({"oprd", "ccomp", "acomp", "attr"})
_CARRIED = frozenset({"prep", "advmod"})
_MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "advmod", "acomp", "xcomp", "appos", "nummod", "npadvmod"}
)


def evoked(token: Token) -> Iterator[Frame]:
    """Yield the frames that a word evokes, the most special first."""
    if token.pos_ in {"VERB", "NOUN", "PROPN"} or token.lemma_ == "be":
        is_verbal = _clause.is_verbal(token)
        form = _frames()[is_verbal].get(_lemma(token), ())
        if form and not is_verbal and _names_another(token):
            return
        yield from (frame for frame in form if _is_evoked(frame, token))


def _lemma(token: Token) -> str:
    """Return the lemma of a word; the model keeps plurals that have a capital ("Summits")."""
    lemma = token.lemma_.lower()
    is_known = token.pos_ != "PROPN" or lemma in _frames()[False]
    return lemma if is_known else lemma.removesuffix("s")


def _names_another(noun: Token) -> bool:
    """Say whether a noun only tells of what kind the event behind it is: "the consultation meeting"."""
    head = noun.head
    is_before = noun.dep_ in {"compound", "nmod"} and not _clause.is_verbal(head)
    return is_before and (_lemma(head) in _frames()[False] or _names_another(head))


@cache
def _frames() -> tuple[Mapping[str, tuple[Frame, ...]], Mapping[str, tuple[Frame, ...]]]:
    """Return the frames by the lemmas of their nouns, and by those of their verbs."""
    nouns: dict[str, tuple[Frame, ...]] = {}
    verbs: dict[str, tuple[Frame, ...]] = {}
    for frame in event_frames():
        for lemma in {words[-1] for words in frame.nouns}:
            nouns[lemma] = (*nouns.get(lemma, ()), frame)
        for lemma in {words[0] for words in frame.verbs}:
            verbs[lemma] = (*verbs.get(lemma, ()), frame)
    return nouns, verbs


def _is_evoked(frame: Frame, token: Token) -> bool:
    if not _has_form(frame, token):
        return False
    if frame.subjects and not any(t.lemma_.lower() in frame.subjects for t in _clause.doers(token)):
        return False
    near = _near(token)
    if frame.wanted and not frame.wanted & near:
        return False
    if frame.unless and any(t.lemma_.lower() in frame.unless for t in token.doc[: token.sent.end]):
        return False
    return not (frame.barred & near or any(w in frame.barred and _bars(token) for w, _bars in _BARS.items()))


def _is_ranked(verb: Token) -> bool:
    """Say whether a verb only ranks who did something: "became the first minister to visit"."""
    named = (c for c in verb.children if c.dep_ == "attr")
    return any(c.dep_ in {"relcl", "acl"} and _clause.has_to(c) for t in named for c in t.children)


def _is_naming(verb: Token) -> bool:
    """Say whether a verb calls its object something: "called him a friend"."""
    named = (c for o in _clause.direct(verb) for c in o.children if c.dep_ == "appos")
    is_joined = any(c.left_edge.nbor(-1).text != "," for c in named)  # the parser takes it for a name
    return is_joined or any(c.dep_ in _COMPLEMENTS for c in verb.children)


def _has_form(frame: Frame, token: Token) -> bool:
    lemma = token.lemma_.lower()
    if _clause.is_verbal(token):
        return any(v[0] == lemma and _has_particles(token, v[1:]) for v in frame.verbs)
    lemma = _lemma(token)
    return any(n[-1] == lemma and _has_modifiers(token, n[:-1]) for n in frame.nouns)


def _has_particles(verb: Token, words: tuple[str, ...]) -> bool:
    following = {c.lower_ for c in verb.children if c.dep_ in _PARTICLES}
    return all(w in following for w in words)


def _has_modifiers(noun: Token, words: tuple[str, ...]) -> bool:
    before = {c.lower_ for c in noun.lefts}
    return all(w in before for w in words)


def _near(token: Token) -> frozenset[str]:
    """Return the lemmas of a trigger's modifiers, of its objects, and of the phrases that hang on both.

    A noun has those of the verb that carries it too: "held talks via videoconference".
    """
    heads = [token]
    carrying = None if _clause.is_verbal(token) else _syntax.carrier(token, carriers())
    carried = (w for c in carrying.children if c.dep_ in _CARRIED for w in _words(c)) if carrying else ()
    if _clause.is_verbal(token):
        heads += [c for c in token.children if c.dep_ in _OBJECTS]
        heads += [t for t in _clause.direct(token) if t not in heads]
        heads += [t for t in _clause.passive(token) if t not in heads]  # "the aid provided by Norway"
        heads += [t for h in tuple(heads[1:]) for t in h.conjuncts]
        heads += [c for h in tuple(heads[1:]) for c in h.children if c.dep_ == "appos"]
    words = {*carried, *(t.lemma_.lower() for t in heads[1:])}
    heads += [] if _clause.is_verbal(token) else _occasions.held(token)  # "the summit, held virtually,"
    for head in heads:
        for child in head.children:
            words |= _words(child)
    return frozenset(words)


def _words(child: Token) -> set[str]:
    # "ordered them to leave", "declared them personae non gratae"
    is_bidden = child.dep_ == "ccomp" and (_clause.has_to(child) or _clause.is_verbless(child))
    if child.dep_ in _MODIFIERS or is_bidden or child.lower_ == "no":
        return {child.lemma_.lower(), child.lower_}
    if child.dep_ in {"prep", "agent", "prt"}:
        inner = (t for c in child.children for t in (c, *c.lefts))
        return {child.lower_, *(t.lemma_.lower() for t in inner)}
    return set()


def _has_aim(verb: Token) -> bool:
    return any(c.dep_ in {"xcomp", "ccomp", "advcl"} for c in verb.children)


# Among the words that are barred: what the object is called, what one is to do, what comes first to do it.
_BARS = {"complement": _is_naming, "to-clause": _has_aim, "rank": _is_ranked}
