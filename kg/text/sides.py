"""Who is meant by words for several told before: "the two sides", "the interlocutors", "they"."""

from collections.abc import Iterator

from kg.model import Node
from kg.registry.words import words
from kg.text.context import Context, Seen
from kg.text.descriptions import noun_of
from kg.text.tokens import Token
from kg.vocab import DIP

_BACK = 3  # sentences in which those who act together are looked for
_FAR_BACK = 8  # the same where nobody near by fits
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FAR = 60  # tokens after which a state that was told weighs half
_TOPIC = 0.3  # weight of a state told only as where or about what ("in Myanmar", "on Afghanistan")
_TOPICAL = frozenset({"in", "on", "at", "about", "over", "regarding", "concerning", "from", "through"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "trio": 3, "four": 4}


def several(context: Context, noun: Token) -> tuple[Node, ...]:
    """Return whom "the two leaders", "both sides" or "the countries" mean; empty where none are known."""
    lemma = noun_of(noun)
    number = _number(noun)
    if lemma in words("side noun"):
        return (
            _between(context, noun) or _states(context, noun, number) or context.last((DIP.Person,), number)
        )
    if lemma in words("state noun"):
        return _states(context, noun, number)
    if lemma in words("person noun"):
        return _persons(context, noun, number)
    if lemma in words("party noun") and not any(t.dep_ == "amod" for t in noun.lefts):
        together = joint(context, noun)
        return together if len(together) == number else _states(context, noun, number)
    return ()


def joint(context: Context, token: Token, back: int = _BACK) -> tuple[Node, ...]:
    """Return those who act together in the nearest sentence before a token that tells of such.

    They are the joined subjects ("A and B agreed"), a subject of several ("the ministers"), or the subject
    and whom it met ("A received B"): persons with persons, states with states.
    """
    sentence = token.sent
    for _ in range(back):
        seen = [s for s in context.seen if sentence.start <= s.token.i < min(sentence.end, token.i)]
        found = _together(seen)
        if len(found) > 1 or any(n.kind == DIP.Group for n in found):
            return found
        if sentence.start == 0:
            return ()
        sentence = token.doc[sentence.start - 1].sent
    return ()


def _together(seen: list[Seen]) -> tuple[Node, ...]:
    for subject in (s for s in seen if s.token.dep_ in _SUBJECT):
        joined = [s for s in seen if s.token in subject.token.conjuncts]
        nodes = tuple(dict.fromkeys(n for s in (subject, *joined) for n in s.nodes))
        if len(nodes) > 1 or nodes[0].kind == DIP.Group:
            return nodes
        kind = nodes[0].kind
        met = [s for s in seen if _is_met(s.token, subject.token.head) and s.nodes[0].kind == kind]
        if met and kind in {DIP.Person, DIP.State}:
            return tuple(dict.fromkeys((*nodes, *(n for s in met for n in s.nodes))))
    return ()


def _is_met(token: Token, verb: Token) -> bool:
    """Say whether a token is the object of a verb, or joined to it by "with", also through a noun."""
    if token.dep_ in {"conj", "appos"}:
        return _is_met(token.head, verb)
    if token.dep_ == "dobj":
        return token.head == verb
    if token.dep_ != "pobj" or token.head.lower_ not in {"with", "to"}:
        return False
    holder = token.head.head
    return holder == verb or (holder.head == verb and token.head.lower_ == "with")


def _between(context: Context, noun: Token) -> tuple[Node, ...]:
    """Return the persons of "talks between A and B" before a noun in its sentence."""
    here = [
        s for s in context.seen if noun.sent.start <= s.token.i < noun.i and s.nodes[0].kind == DIP.Person
    ]
    for seen in here:
        joined = [s for s in here if s.token in seen.token.conjuncts]
        if joined and seen.token.head.lower_ == "between":
            return tuple(dict.fromkeys(n for s in (seen, *joined) for n in s.nodes))
    return ()


def _number(noun: Token) -> int:
    return next((_NUMBERS[t.lower_] for t in noun.lefts if t.lower_ in _NUMBERS), 2)


def _persons(context: Context, noun: Token, number: int) -> tuple[Node, ...]:
    """Return the persons who acted together last, else those of the title, else those met last."""
    holders = _holders(context, noun)
    together = tuple(n for n in joint(context, noun) if n.kind == DIP.Person)
    told = any(t.lower_ in _NUMBERS for t in noun.lefts)
    # "The ministers" are no advisers.
    others = len(holders) >= number and not set(together) <= set(holders)
    if not others and (len(together) == number or (len(together) > 1 and not told)):
        return together
    met = [n for s in context.seen if s.token.i < noun.i for n in s.nodes if n in holders]
    titled = tuple(reversed(dict.fromkeys(reversed(met))))
    if len(titled) >= number:
        return titled[-number:]
    return context.last((DIP.Person,), number) or (tuple(holders) if len(holders) == number else ())


def _holders(context: Context, noun: Token) -> list[Node]:
    """Return the persons of whose titles a noun is a word: of "the speakers" those who are one."""
    lemma = noun_of(noun)
    return [p for p, own in context.titles.items() if any(lemma in each.words for each in own)]


def foremost(context: Context, noun: Token) -> tuple[Node, ...]:
    """Return the state that "the government" means: the publisher's if named, else that of most weight."""
    weights = _weights(context, noun)
    key = context.home if context.home in weights else max(weights, key=lambda k: weights[k], default=None)
    return (context.state(key),) if key is not None else ()


def _states(context: Context, noun: Token, number: int) -> tuple[Node, ...]:
    """Return the states that weigh most before a noun, in the order in which they were told."""
    weights = _weights(context, noun)
    heaviest = sorted(weights, key=lambda key: -weights[key])[:number]
    if len(heaviest) < number:
        return ()
    return tuple(context.state(key) for key in weights if key in heaviest)


def _weights(context: Context, noun: Token) -> dict[str, float]:
    """Return the weight of each state named before a noun, in the order in which they were told.

    A state weighs by each of its mentions, the nearer the more; so do those that the article begins with.
    """
    weights: dict[str, float] = {}
    for token, key in context.states:
        if token.i >= noun.i:
            break
        weight = 0.5 ** ((noun.i - token.i) / _FAR) + 0.5 * (token.sent.start == 0)
        weights[key] = weights.get(key, 0.0) + weight * (_TOPIC if _is_topic(token) else 1.0)
    return weights


def _is_topic(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in _TOPICAL


def pronoun(context: Context, token: Token) -> tuple[Node, ...]:
    """Return whom "they" means: those who act together near by, else a group that acts, else further back."""
    return joint(context, token) or next(_groups(context, token), ()) or joint(context, token, _FAR_BACK)


def _groups(context: Context, token: Token) -> Iterator[tuple[Node, ...]]:
    for seen in reversed(context.seen):
        is_several = len(seen.nodes) > 1 or seen.nodes[0].kind == DIP.Group
        is_other = seen.token.dep_ != "conj" and seen.token.sent.start != token.sent.start
        fits = is_several and (is_other or seen.token.dep_ in _SUBJECT)
        if fits and seen.token.i < token.i and context.is_near(seen.token, token):
            yield seen.nodes
