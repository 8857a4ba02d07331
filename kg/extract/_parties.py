"""Who is bound by an agreement: those it names, and beside a single one the state spoken of nearest."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.model import Node
from kg.registry import states
from kg.registry.places import place_names
from kg.registry.words import words
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

BODIES = frozenset({DIP.State, DIP.Organization, DIP.Group})
_NEAR, _TWO = 3, 2  # sentences back in which the states stand that an instrument binds untold, and how many
_PARTIES = frozenset({"between", "with", "among", "by", "from"})


def named(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return the actors that the phrase of a noun names as parties, in the order of the text."""
    own = reading.mention(noun)  # "the Deserts Initiative" is no party of itself
    told = [
        t
        for t in noun.doc[noun.left_edge.i : noun.i]
        if not t.is_punct
        and (own is None or reading.mention(t) != own)
        and not (_is_broker(t) or _is_city(noun, t))
    ]
    for preposition in _leading(noun):
        told += _led_to(reading, preposition)
    found = (n for w in told for n in (*reading.who(w), *_behind(reading, w), *_by_demonym(reading, w)))
    return tuple(dict.fromkeys(n for n in found if n.kind in BODIES | {DIP.Person}))


def _leading(noun: Token) -> tuple[Token, ...]:
    """Return the prepositions that lead to the parties of an instrument, not of the next of a list."""
    others = {t for c in noun.children if c.dep_ == "conj" for t in c.subtree}
    leading = (t for t in noun.subtree if t.i > noun.i and t.lower_ in _PARTIES)
    found = [t for t in leading if t.dep_ in {"prep", "agent"} and (t.head == noun or t.lower_ == "between")]
    return tuple(t for t in found if t not in others) or tuple(found)


def _is_city(noun: Token, word: Token) -> bool:
    """Say whether a word only names an instrument by where it was made: "the Oslo Declaration"."""
    place = place_names().get(word.text)
    is_named = word.i == noun.i - 1 and noun.text[0].isupper()
    return is_named and place is not None and states.by_name(word.text) is None


def _is_broker(word: Token) -> bool:
    """Say whether a name is that of who brought others together: "a Kenyan-brokered deal"."""
    verb = word.head
    return verb.tag_ == "VBN" and verb.dep_ == "amod" and word.i < verb.i and word.text[0].isupper()


def _led_to(reading: Reading, preposition: Token) -> Iterator[Token]:
    """Yield the words that a preposition binds; where "between" has but one of them, all names behind it."""
    bound = tuple(t for t in preposition.children if t.dep_ == "pobj")
    yield from bound
    if preposition.lower_ == "between" and len({n for t in bound for n in reading.who(t)}) < _TWO:
        yield from _outside_brackets(preposition)


def _outside_brackets(preposition: Token) -> Iterator[Token]:
    """Yield the names that follow, but for those in brackets: "between ASEAN (10 states) and Chile"."""
    depth = 0
    for token in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and (token.pos_ in {"VERB", "AUX", "ADP"} or token.text in {";", ":", "."}):
            return
        if depth == 0 and token.pos_ == "PROPN":
            yield token


def has_stranger(reading: Reading, noun: Token) -> bool:
    """Say whether it was made with somebody whom nobody knows: "an agreement with its creditors"."""
    others = tuple(t for p in ("with", "between") for t in _clause.after(noun, p))
    return bool(others) and not any((*reading.who(t), *_behind(reading, t)) for t in others)


def signers(reading: Reading, noun: Token, enacting: Token) -> tuple[Node, ...]:
    """Return who is told to have made an instrument; who brokered it is not bound by it."""
    told: list[Token] = []
    if frame("mediated").match(enacting):
        return ()
    verb = enacting.head if enacting.dep_ == "dobj" else enacting  # "cancelled the signing"
    if verb.pos_ in {"VERB", "AUX"}:
        within = set(noun.subtree)
        told += [t for t in _clause.subjects(verb) if t not in within]
    for preposition in ("by", "between", "with"):
        told += _clause.after(enacting, preposition)
    found = (n for w in told if w != noun for n in (*reading.who(w), *_behind(reading, w)))
    return tuple(dict.fromkeys(n for n in found if n.kind in BODIES | {DIP.Person}))


def members(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return who is told to join, leave or break an instrument, and so is, or was, bound by it."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in {"dobj", "pobj"} or not frame("membership").match(verb):
        return ()
    return bodies(reading, (n for t in _clause.subjects(verb) for n in reading.who(t)))


def _behind(reading: Reading, noun: Token) -> Iterator[Node]:
    """Yield the states for which several unnamed act: "the ministers of Norway and Kenya"."""
    acting = words("person noun") | words("state noun") | words("side noun") | {"member"}
    if noun.tag_ in {"NNS", "NNPS"} and noun.lemma_.lower() in acting:
        behind = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
        for token in (t for c in behind for t in c.subtree):
            yield from (n for n in reading.who(token) if n.kind in {DIP.State, DIP.Organization})
            yield from _by_name(reading, token)


def bodies(reading: Reading, actors: Iterable[Node]) -> tuple[Node, ...]:
    """Return the bodies among actors, and the states that the persons among them act for."""
    found: dict[Node, None] = {}
    for node in actors:
        country = reading.actor(node).country
        if node.kind in {DIP.Person, DIP.Group}:
            found |= {country: None} if country is not None else dict.fromkeys(_employers(reading, node))
        else:
            found[node] = None
    known = {a.node for a in reading.actors}
    return tuple(n for n in found if n in known)


def states_of(reading: Reading, told: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return parties with the states for which bodies of theirs publish what was said together."""
    return tuple(dict.fromkeys(reading.actor(n).country or n for n in told))


def _employers(reading: Reading, person: Node) -> Iterator[Node]:
    """Yield the body that a person without a state signs for: "the fund's director"."""
    yield from (o.body for o in reading.offices if o.holder == person and o.body is not None)


def completed(reading: Reading, told: tuple[Node, ...], sentence: Sentence) -> tuple[Node, ...]:
    """Return two parties where fewer are told: the others are the states spoken of nearest before.

    A company has no state beside it; where it is told, nothing is added.
    """
    if len(told) > 1 or any(n.kind != DIP.State and n.registry is None for n in told):
        return told
    return (*told, *beside(reading, told, sentence, 2 - len(told)))


def around(reading: Reading, sentence: Sentence) -> tuple[Node, ...]:
    """Return the two states that a sentence and those right before it speak of; empty where it is not two."""
    place = reading.number(sentence)
    near = reading.sentences[max(place - _NEAR, 0) : place + 1]
    found = dict.fromkeys(
        n for s in near for n in bodies(reading, _states(reading, s)) if n.kind == DIP.State
    )
    return tuple(found) if len(found) == _TWO else ()


def within(reading: Reading, sentence: Sentence) -> tuple[Node, ...]:
    """Return the first two states or bodies that a sentence speaks of, fewer where there are no two."""
    return tuple(dict.fromkeys(bodies(reading, _states(reading, sentence))))[:_TWO]


def beside(reading: Reading, told: tuple[Node, ...], sentence: Sentence, number: int = 1) -> tuple[Node, ...]:
    """Return so many that are not told: those its sentence speaks of, then states that the text does most."""
    near = (n for n in bodies(reading, _states(reading, sentence)) if n not in told)
    counts = Counter(n for m in reading.mentions for n in m.actors if n.kind == DIP.State)
    often = (n for n, _ in counts.most_common() if n not in told)
    return tuple(dict.fromkeys((*near, *often)))[:number]


def after(reading: Reading, noun: Token, preposition: str) -> tuple[Node, ...]:
    """Return the actors that a preposition binds to a noun."""
    return tuple(dict.fromkeys(n for t in _clause.after(noun, preposition) for n in reading.who(t)))


def _states(reading: Reading, sentence: Sentence) -> Iterator[Node]:
    """Yield the states, and the bodies that stand beside states, of which a sentence speaks."""
    for token in reading.doc[sentence.start : sentence.end]:
        mention = reading.mention(token)
        is_place = token.dep_ == "pobj" and token.head.lower_ in {"in", "near"}
        for node in mention.actors if mention is not None and not is_place else ():
            country = reading.actor(node).country
            if node.kind == DIP.State or (
                node.kind == DIP.Organization and node.registry is not None and country is None
            ):
                yield node
            elif node.kind == DIP.Person and country is not None:
                yield country
        yield from _by_demonym(reading, token)


def _by_demonym(reading: Reading, token: Token) -> Iterator[Node]:
    """Yield the state that an adjective means, where the article names that state elsewhere."""
    state = states.by_demonym(token.text) if token.text[:1].isupper() else None
    yield from _known(reading, state)


def _by_name(reading: Reading, token: Token) -> Iterator[Node]:
    """Yield the state that a name means, where the article names that state elsewhere."""
    state = states.by_name(token.text) if token.text[:1].isupper() else None
    yield from _known(reading, state)


def _known(reading: Reading, state: states.State | None) -> Iterator[Node]:
    if state is not None:
        yield from (
            a.node for a in reading.actors if a.node.kind == DIP.State and a.node.registry == state.key
        )
