"""Syntax of acts of saying: who is the subject, whether it is asserted, which words are the content."""

from collections.abc import Iterator

from kg.extract._lexicon import frame
from kg.model import Span
from kg.text.tokens import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_HUNG = frozenset({"relcl", "acl", "ccomp"})
_UNSURE = frozenset(
    {"will", "would", "shall", "should", "may", "might", "can", "must", "could", "'ll", "’ll"}
)
_CONDITIONS = frozenset({"if", "unless", "whether"})
_CLOSING = frozenset(",”’\"'“»")
_SHARING = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "parataxis", "prep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def lemma(token: Token) -> str:
    """Return a token's lemma in lower case."""
    return token.lemma_.lower()


def child(token: Token, *functions: str) -> Token | None:
    """Return the first word that stands in one of the syntactic functions to a token."""
    return next((c for c in token.children if c.dep_ in functions), None)


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb, also one that it shares with the verb that it is joined to.

    The antecedent for a relative pronoun; for "…, recalled the Minister" the words after the verb.
    """
    own = _nearest(verb) or _inverted(verb)
    if own is not None:
        return verb.head if own.lower_ in _RELATIVE and verb.dep_ == "relcl" else own
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ not in _SHARING or (verb.dep_ == "ccomp" and verb.tag_ != "VBG"):
        return None
    above = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if above is not None and above.dep_ == "ccomp" and _goes_with(verb, above, above.head):
        above = above.head
    return None if above is None else subject(above) or child(above, "nsubjpass")


def _goes_with(verb: Token, told: Token, telling: Token) -> bool:
    """Say whether a verb hung on what is told goes on with the telling: "said that trade grew, adding …"."""
    if telling.i > told.i or telling.tag_ not in _FINITE:
        return False
    has_comma = any(t.text == "," for t in verb.doc[told.i : verb.i])
    is_aside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and has_comma
    is_past = verb.tag_ == telling.tag_ == "VBD" and verb.dep_ == "conj"
    return is_aside or (is_past and told.tag_ != "VBD")


def _nearest(verb: Token) -> Token | None:
    """Return the subject that stands nearest before a verb ("the outlet Sputnik reported"), else after it."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    if not found and verb.tag_ in {"VBZ", "NNS"}:  # "…, Trend reports", which the parser takes for one name
        return next((c for c in verb.children if c.dep_ == "compound" and c.i == verb.i - 1), None)
    return next((c for c in reversed(found) if c.i < verb.i), found[0] if found else None)


def _inverted(verb: Token) -> Token | None:
    if verb.i == verb.sent.start or verb.nbor(-1).text[-1] not in _CLOSING or verb.tag_ not in _FINITE:
        return None
    after = child(verb, "dobj", "nsubj")
    if after is None or after.left_edge.i != verb.i + 1:
        return None
    is_joined = verb.dep_ == "conj" and any(c.dep_ == "cc" for c in verb.head.children)
    return None if is_joined else after


def is_passive(verb: Token) -> bool:
    """Say whether a verb stands in the passive."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    is_joined = verb.dep_ == "conj" and child(verb, "agent") is not None
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or is_joined)


def agent(verb: Token) -> Token | None:
    """Return by whom what a passive verb tells is done."""
    by = child(verb, "agent") or next(
        (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by"), None
    )
    return None if by is None else child(by, "pobj")


def is_asserted(verb: Token) -> bool:
    """Say whether a verb is told as done: not negated, not future, not conditional, not wished for."""
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _UNSURE) for c in verb.children):
        return False
    if any(c.lower_ == "neither" or (c.dep_ == "mark" and c.lower_ in _CONDITIONS) for c in verb.children):
        return False
    if verb.tag_ == "VB" and not any(lemma(c) == "do" for c in verb.children if c.dep_ == "aux"):
        # The parser takes "to say" after "he went on" for a purpose.
        is_purpose = verb.dep_ in {"xcomp", "advcl"}
        return is_purpose and frame("occasion").match(verb.head) and is_asserted(verb.head)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.head.pos_ == "NOUN":
        return False  # "the process of requesting", "the risk of saying"
    is_part = verb.dep_ in {"conj", "advcl", "xcomp", "pcomp"} and verb.head.pos_ in {"VERB", "AUX"}
    has_subject = child(verb, "nsubj", "nsubjpass") is not None
    return has_subject or not is_part or is_asserted(verb.head)


def clause(verb: Token) -> Token | None:
    """Return the head of the clause that a verb of saying takes as its content."""
    for each in verb.children:
        if each.dep_ in _CLAUSES and not (each.dep_ == "xcomp" and each.tag_ == "VBG"):
            return each
    return next(_misplaced(verb), None)


def _misplaced(verb: Token) -> Iterator[Token]:
    """Yield clauses that the parser hangs on a noun between: "said in an interview with A that it rained"."""
    for preposition in verb.children if child(verb, "dobj") is None else ():
        if preposition.dep_ == "prep" and preposition.i > verb.i:
            hung = (c for c in preposition.subtree if c.dep_ in _HUNG and c.head.pos_ in _NOUNS)
            yield from (c for c in hung if _is_that(child(c, "mark")))


def _is_that(mark: Token | None) -> bool:
    return mark is not None and mark.lower_ == "that"


def extent(token: Token) -> Span:
    """Return the range of the words that depend on a token, itself included, without commas at the edges."""
    left, right = token.left_edge, token.right_edge
    while (
        right.i > left.i
        and (right.is_punct or right.is_space)
        and not right.is_quote
        and not right.is_bracket
    ):
        right = right.nbor(-1)
    while left.i < right.i and (left.is_space or left.text in {",", ";", ":", "-", "–", "—"}):
        left = left.nbor(1)
    return Span(left.idx, right.idx + len(right))


def phrases(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the objects of the prepositions that depend on a verb, each with its preposition."""
    for each in verb.children:
        if each.dep_ in {"prep", "dative", "agent"}:
            for below in each.children:
                if below.dep_ == "pobj":
                    yield each.lower_, below
