"""Who is meant by titles, descriptions and pronouns, from what was named before (else soon after)."""

from collections.abc import Container

from rdflib import URIRef
from spacy.tokens import Token

from kg.model import Node
from kg.registry.words import words
from kg.text.context import Context, Seen, Title
from kg.text.language import numbers
from kg.vocab import DIP

_NEAR = 3  # sentences back that a pronoun may reach
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_STATE_HEADS = frozenset({"head of state", "president"})


def title(context: Context, phrase: Title, head: str) -> Node | None:
    """Return whom a title without a name means, of several the one met last; `head` is its noun."""
    met = {node: place for place, seen in enumerate(context.seen) for node in seen.nodes}
    fitting = [p for p, own in context.titles.items() if any(_fits(phrase, each, head) for each in own)]
    return max(fitting, key=lambda person: met.get(person, -1), default=None)


def _fits(phrase: Title, own: Title, head: str) -> bool:
    """Say whether a title may stand for another one: the same office, or fewer words of it."""
    same_state = phrase.state is None or own.state is None or phrase.state == own.state
    same = phrase.office == own.office or {phrase.office, own.office} == _STATE_HEADS
    shorter = phrase.words <= own.words or own.words <= phrase.words or len(phrase.words) == 1
    return same_state and (same or (head in own.words and shorter))


def several(context: Context, noun: Token) -> tuple[Node, ...]:
    """Return whom "the two leaders", "both sides" or "the countries" mean; empty where none are known."""
    lemma = noun.lemma_.lower()
    if lemma in words("state noun"):
        return context.last((DIP.State,), 2)
    if lemma in words("person noun"):
        holders = [p for p, own in context.titles.items() if any(lemma in each.words for each in own)]
        return context.last((DIP.Person,), 2) or tuple(holders)
    return _sides(context, noun) if lemma in words("side noun") else ()


def _sides(context: Context, noun: Token) -> tuple[Node, ...]:
    """Return the two persons met in this sentence or the one before, else the last two states."""
    start = noun.sent.start
    near = [s for s in context.seen if s.token.i >= start or s.token.sent.end == start]
    persons = tuple(dict.fromkeys(n for s in near for n in s.nodes if n.kind == DIP.Person))
    return persons if len(persons) == 2 else context.last((DIP.State,), 2) or context.last((DIP.Person,), 2)


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
        near = (s.nodes for s in reversed(context.seen) if _reaches(s, token))
        return next((nodes for nodes in near if len(nodes) > 1 or nodes[0].kind == DIP.Group), ())
    if word in words("pronoun of states and bodies"):
        return _nearest(context, token, {DIP.State, DIP.Organization})
    return ()


def _reaches(seen: Seen, token: Token) -> bool:
    number = numbers(token.doc)
    return number[token.i] - number[seen.token.i] + bool(seen.token.is_sent_start) <= _NEAR


def _nearest(context: Context, token: Token, kinds: Container[URIRef]) -> tuple[Node, ...]:
    """Return the nearest fitting actor: subjects of this and the former sentence come before others."""
    single = (s for s in context.seen if len(s.nodes) == 1 and s.nodes[0].kind in kinds)
    fitting = [s for s in single if _reaches(s, token)]
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


def _is_main(seen: Seen) -> bool:
    return bool(seen.token.head.dep_ == "ROOT")


def _relative(context: Context, token: Token) -> tuple[Node, ...]:
    """Return whom the noun means that a relative clause hangs on."""
    clause = token
    while clause.dep_ not in {"relcl", "acl", "ROOT"} and clause.head is not clause:
        clause = clause.head
    if clause.dep_ not in {"relcl", "acl"}:
        return ()
    return next((s.nodes for s in reversed(context.seen) if abs(s.token.i - clause.head.i) <= 1), ())
