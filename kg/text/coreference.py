"""Who is meant by titles, descriptions and pronouns, from what was named before (else soon after)."""

from collections.abc import Container

from rdflib import URIRef

from kg.model import Node
from kg.registry.references import references
from kg.registry.words import words
from kg.text import sides
from kg.text.context import Context, Seen, Title
from kg.text.tokens import Token
from kg.vocab import DIP

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "any", "every", "each", "no", "some"})
_DEFINITE = frozenset({"the", "this", "that", "same"})
_STATE_HEADS = frozenset({"head of state", "president"})
# Nobody calls a prime minister "the minister", or a vice-president "the president".
_WHOLE = frozenset({"HeadOfGovernment", "DeputyHeadOfState", "DeputyHeadOfGovernment"})


def title(context: Context, phrase: Title, noun: Token) -> Node | None:
    """Return whom a title without a name means; `noun` is its main word. "A minister" is nobody told before.

    Those of the same state come first, then those of the publisher's, then those of just that office ("the
    president" is no vice president), then the one who last did something, then the one met last.
    """
    if any(t.lower_ in _INDEFINITE for t in noun.lefts):
        return None
    met, acted = context.last_seen, context.last_acting
    for fits in (_fits, _stands_for):
        fitting = [(p, o) for p, own in context.titles.items() for o in own if fits(phrase, o, noun)]
        if fits is _stands_for:
            fitting = [(p, o) for p, o in fitting if p in met and _is_definite(noun)]
        if fitting:
            wanted = phrase.state or context.home
            return max(
                fitting,
                key=lambda f: (
                    f[1].state == wanted is not None,
                    f[1].office == phrase.office,
                    acted.get(f[0], -1),
                    met.get(f[0], -1),
                ),
            )[0]
    return None


def _fits(phrase: Title, own: Title, noun: Token) -> bool:
    """Say whether a title may stand for another one: the same office, or fewer words of it."""
    same = phrase.office == own.office or {phrase.office, own.office} == _STATE_HEADS
    shorter = phrase.words <= own.words or own.words <= phrase.words or len(phrase.words) == 1
    part = own.rank not in _WHOLE and noun.lemma_.lower() in own.words and shorter
    return _may_be_one(phrase, own) and (same or part)


def _may_be_one(phrase: Title, own: Title) -> bool:
    if phrase.body is not None and own.body is not None and phrase.body != own.body:
        return False
    return phrase.state is None or own.state is None or phrase.state == own.state


def _stands_for(phrase: Title, own: Title, noun: Token) -> bool:
    """Say whether a noun for holders of many offices may stand for one: "leader" for "president"."""
    return own.rank in references().get(noun.lemma_.lower(), ()) and _may_be_one(phrase, own)


def _is_definite(noun: Token) -> bool:
    return any(t.lower_ in _DEFINITE for t in noun.lefts)


def pronoun(context: Context, token: Token) -> tuple[Node, ...]:
    """Return whom a pronoun of the third person or a relative pronoun means."""
    word = token.lower_
    if word == "latter":
        return context.last((DIP.Person,))
    if token.tag_ in {"WP", "WDT"}:
        return _relative(context, token)
    if word in words("pronoun of persons"):
        return _nearest(context, token, {DIP.Person})
    if word in words("pronoun of several"):
        return sides.pronoun(context, token)
    if word in words("pronoun of states and bodies"):
        return _nearest(context, token, {DIP.State, DIP.Organization})
    return ()


def _nearest(context: Context, token: Token, kinds: Container[URIRef]) -> tuple[Node, ...]:
    """Return the nearest fitting actor: subjects of this and the former sentence come before others."""
    single = (s for s in context.seen if len(s.nodes) == 1 and s.nodes[0].kind in kinds)
    near = [s for s in single if context.is_near(s.token, token)]
    fitting = [s for s in near if _is_of_gender(context, s.nodes[0], token)]
    start = token.sent.start
    later = [s for s in fitting if s.token.i > token.i and s.token.dep_ == "nsubj" and _is_main(s)]
    if later and token.dep_ == "poss":  # "After his meeting with Aliyev, Liu met …"
        return later[0].nodes
    before = [s for s in fitting if s.token.i < token.i]
    here = [s for s in before if s.token.i >= start]
    for candidates in (here, [s for s in before if s.token.i < start]):
        subjects = [s for s in candidates if s.token.dep_ in _SUBJECT]
        if subjects:
            return ([s for s in subjects if _is_main(s)] or subjects)[-1].nodes
    return before[-1].nodes if before else ()


def _is_of_gender(context: Context, node: Node, pronoun: Token) -> bool:
    told = context.gender.get(node)
    return told is None or pronoun.lower_ not in words("she") | words("he") or pronoun.lower_ in words(told)


def _is_main(seen: Seen) -> bool:
    return bool(seen.token.head.dep_ == "ROOT")


def _relative(context: Context, token: Token) -> tuple[Node, ...]:
    """Return whom the noun means that a relative clause hangs on."""
    clause = token
    while clause.dep_ not in {"relcl", "acl", "ROOT"} and clause.head is not clause:
        clause = clause.head
    if clause.dep_ not in {"relcl", "acl"}:
        return ()
    heads = [clause.head, *(c for c in clause.head.children if c.dep_ == "appos" and c.i < token.i)]
    near = [s for s in reversed(context.seen) if s.token.dep_ != "poss"]  # "his counterpart Berg, who came"
    for distance in (0, 1):
        for head in heads:
            found = next((s.nodes for s in near if abs(s.token.i - head.i) == distance), ())
            if found:
                return found
    return ()
