"""By which rule a verb tells of an act of saying, if it does."""

from kg.extract import _speech as speech
from kg.extract import _verdicts
from kg.extract._lexicon import frame
from kg.text.tokens import Token

_SAYING = frozenset({"saying", "telling"})
_POINTING = frozenset({"this", "that"})
_MORE = frozenset({"prep", "acl", "relcl", "poss", "amod", "compound"})
_WHERE = frozenset(
    {
        "in",
        "at",
        "on",
        "to",
        "during",
        "after",
        "before",
        "while",
        "following",
        "via",
        "through",
        "ahead",
        "amid",
    }
)
_NAMED = frozenset({"oprd", "appos"})


def rule_of(verb: Token) -> str | None:
    """Return the rule by which a verb tells of a saying: what is said stands otherwise in each."""
    denies = _verdicts.rule(verb)
    if denies is not None:
        return denies
    if speech.lemma(verb) in frame("quote").cues and saying_of(verb) is not None:
        return "quote"
    if frame("spread").match(verb) and _object_lemmas(verb) & frame("spread").cues:
        return "spread"
    named = _object_lemmas(verb)
    if frame("drawn").match(verb):
        named -= frame("call-with").nouns  # who "received a call" was rung up
    if any(frame(f).match(verb) and named & frame(f).cues for f in ("express", "rebuff")):
        return "express"
    is_named = frame("name").match(verb) and _is_named(verb)
    if is_named or (frame("stress").match(verb) and not _is_visit(verb)):
        return "stress"
    return "say" if frame("say").match(verb) or opinion(verb) is not None else None


def saying_of(verb: Token) -> Token | None:
    """Return the second verb of "quoted Liu as saying"."""
    return next((t for t in verb.subtree if t.lower_ in _SAYING and t.i > verb.i), None)


def source_of(word: Token) -> Token | None:
    """Return whom "citing the ministry", "with reference to the ministry" or "referring to it" names."""
    if word.lower_ in {"citing", "quoting"}:
        return speech.child(word, "dobj")
    if word.lower_ == "with" and word.dep_ == "prep":
        noun = speech.child(word, "pobj")
        return None if noun is None or noun.lower_ not in {"reference", "link"} else _to(noun)
    return _to(word) if word.lower_ == "referring" else None


def learned(verb: Token) -> Token | None:
    """Return from whom somebody "has learned" something, or whom "Xinhua cites" behind what it tells."""
    if speech.lemma(verb) == "learn":
        return next((n for word, n in speech.phrases(verb) if word == "from"), None)
    is_behind = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    return speech.child(verb, "dobj") if is_behind and frame("quote").match(verb) else None


def _to(word: Token) -> Token | None:
    return next((n for preposition, n in speech.phrases(word) if preposition == "to"), None)


def opinion(verb: Token) -> Token | None:
    """Return the clause of "was of the view that …"."""
    nouns = (n for w, n in speech.phrases(verb) if w == "of" and speech.lemma(n) in frame("opinion").nouns)
    noun = next(nouns, None) if speech.lemma(verb) == "be" else None
    return None if noun is None else speech.child(noun, "acl", "ccomp", "relcl")


def points_back(verb: Token) -> bool:
    """Say whether what is said stands before: "this was stated by", "said this", "made the remarks"."""
    said = speech.child(verb, "nsubjpass") if speech.is_passive(verb) else speech.child(verb, "dobj")
    if speech.clause(verb) is not None:
        return False
    if said is None:
        return any(c.lower_ == "so" and c.dep_ == "advmod" and c.i == verb.i + 1 for c in verb.children)
    if said.lower_ in _POINTING and said.tag_ == "DT":
        return True
    more = (c for c in said.children if c.dep_ in _MORE and c.lower_ not in _WHERE)
    bare = next(more, None) is None
    pointed = any(c.lower_ in {"the", "these", "those", "this"} for c in said.children)
    return bare and pointed and speech.lemma(said) in frame("report").nouns


def _is_visit(verb: Token) -> bool:
    """Say whether one "called on the minister", which asks for nothing: no "to" with a verb follows."""
    called = speech.lemma(verb) == "call" and any(w in {"on", "upon"} for w, _ in speech.phrases(verb))
    return called and not any(t.tag_ == "VB" or t.lower_ == "for" for t in verb.subtree if t.i > verb.i)


def _is_named(verb: Token) -> bool:
    """Say whether something is called something: "called the decision a mistake"."""
    said = speech.child(verb, "dobj")
    return said is not None and any(c.dep_ in _NAMED for c in (*verb.children, *said.children))


def _object_lemmas(verb: Token) -> set[str]:
    found: set[str] = set()
    for each in verb.children:
        if each.dep_ in {"dobj", "nsubjpass"}:
            found |= {speech.lemma(each), *(speech.lemma(c) for c in each.conjuncts)}
    return found
