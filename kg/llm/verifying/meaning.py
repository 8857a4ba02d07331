"""Who is meant by words of an answer: by our own coreference, else by the names that the answer lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.llm import schema
from kg.llm.verifying.case import Case, short
from kg.llm.verifying.needs import Need
from kg.model import Dropped, Node, Span
from kg.registry.foreign import state_of
from kg.registry.states import by_demonym, by_name
from kg.text import foreign
from kg.vocab import DIP, local

_CLOSED = frozenset({"PRON", "DET", "ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "AUX", "SPACE", "NUM"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_STEM = 4  # letters that two forms of one name share at their beginning, at least
_SHARE = 0.6  # of the shorter one
_LONGEST = 160  # letters: ministries have long names, sentences are none


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, and by which words of the evidence."""

    nodes: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of an answer.

    Attributes:
        node: who it is within the article: one of the reading's actors, or a new one.
        actor: what the answer tells of it.
        names: those of its names that stand in the part, with their first places.
        is_new: whether nothing but the answer knows of it.
    """

    node: Node
    actor: schema.Actor
    names: tuple[tuple[str, Span], ...]
    is_new: bool


def named(case: Case, actors: Iterable[schema.Actor]) -> Iterator[Named | Dropped]:
    """Yield the actors of an answer whose names stand in the part."""
    for actor in actors:
        names = tuple((n, at) for n in actor.names if (at := _first(case, n)) is not None)
        called = next(iter(actor.names), "")
        if not names:
            yield case.rejected("actor", f"the name {short(called)} does not stand in the text")
            continue
        found = _node(case, actor, names)
        if isinstance(found, str):
            yield case.rejected("actor", found, names[0][1])
        else:
            yield found


def _first(case: Case, name: str) -> Span | None:
    """Return where a name stands first in sentences that are read."""
    places = case.whole(name, (case.answered.part,))
    return next((at for at in places if case.sentences((at,))), None)


def who(
    case: Case, cast: tuple[Named, ...], words: str, evidence: tuple[Span, ...], need: Need
) -> Meant | str:
    """Return whom words mean within the evidence, or why nobody is told."""
    places = case.whole(words, evidence)
    found = _in_evidence(case, cast, words, places) if places else _tied(case, cast, words, evidence)
    if isinstance(found, str):
        return found
    unfit = next((n for n in found.nodes if not need.allows(n.kind)), None)
    if unfit is not None:
        return f"{short(words)} is a {local(unfit.kind).lower()}, which cannot be {local(need.term)}"
    return found


def _in_evidence(case: Case, cast: tuple[Named, ...], words: str, places: tuple[Span, ...]) -> Meant | str:
    read = tuple((at, nodes) for at in places if (nodes := _read(case, at)))
    if len({nodes for _, nodes in read}) > 1:
        return f"{short(words)} means several in the evidence"
    if read:
        return Meant(read[0][1], read[0][0])
    own = next((n for n in cast if words in (name for name, _ in n.names)), None)
    state = _state(case, words) if own is None else None
    if state is not None:
        return Meant((state,), places[0])
    if own is None:
        return f"{short(words)} is none of the names of the answer, and not known to mean anybody"
    return Meant((own.node,), places[0])


def _state(case: Case, words: str) -> Node | None:
    """Return the state of the reading that words inside a title name: "Portuguese", of a minister."""
    row = by_name(words) or by_demonym(words)
    states = (a.node for a in case.reading.actors if row is not None and a.node.registry == row.key)
    return next((n for n in states if n.kind == DIP.State), None)


def _tied(case: Case, cast: tuple[Named, ...], words: str, evidence: tuple[Span, ...]) -> Meant | str:
    """Return who is named elsewhere, where our coreference finds the same one in the evidence."""
    places = case.whole(words, (case.answered.part,))
    if not places:
        return f"{short(words)} does not stand in the text"
    own = (n.node for n in cast if words in (name for name, _ in n.names))
    nodes = next((found for at in places if (found := _read(case, at))), None) or tuple(own)[:1]
    for mention in case.reading.mentions if nodes else ():
        span = _extent(case, mention.start, mention.end)
        if set(nodes) <= set(mention.actors) and any(e.covers(span) for e in evidence):
            return Meant(nodes, span)
    return f"{short(words)} stands outside the evidence, and nothing there is read as the same"


def _read(case: Case, span: Span) -> tuple[Node, ...]:
    """Return whom our own reading finds at some words: what the word that heads them means."""
    words = case.tokens(span)
    mention = case.reading.mention(words.root) if words is not None else None
    return mention.actors if mention is not None else ()


def _extent(case: Case, start: int, end: int) -> Span:
    last = case.reading.doc[end - 1]
    return Span(case.reading.doc[start].idx, last.idx + len(last))


def _node(case: Case, actor: schema.Actor, names: tuple[tuple[str, Span], ...]) -> Named | str:
    """Return the actor as one of the reading's, where one of its names is read so; else as a new one."""
    kind = DIP[actor.type]
    for name, _ in names:
        for at in case.whole(name, (case.answered.part,)):
            nodes = _read(case, at)
            if len(nodes) == 1 and nodes[0].kind == kind:
                return Named(nodes[0], actor, _alike(names, name), is_new=False)
    fullest, first = names[0]
    if not _is_name(case, actor.type, fullest, first):
        return f"{short(fullest)} is no name, and not known to mean anybody"
    state = state_of(fullest, foreign.language_of(case.article)) if actor.type == "State" else None
    if actor.type == "State" and state is None:
        return f"no state is known by the name {short(fullest)}"
    row = state.key if state is not None else None
    key = f"{actor.type.lower()}:{row or fullest.casefold()}"
    return Named(Node(case.article.file, kind, key, row), actor, _alike(names, fullest), is_new=True)


def _alike(names: tuple[tuple[str, Span], ...], known: str) -> tuple[tuple[str, Span], ...]:
    """Return the names that can be forms of one that is known: that two are one is not believed."""
    return tuple((name, at) for name, at in names if is_form(name, known))


def _is_name(case: Case, kind: str, words: str, at: Span) -> bool:
    """Say whether words can name or describe somebody: pronouns and bare articles cannot."""
    if not any(c.isalpha() for c in words) or len(words) > _LONGEST or "\n" in words:
        return False
    if case.is_foreign:
        is_cased = any(c.title() != c.lower() for c in words)  # Georgian has small letters alone
        return kind == "Group" or not is_cased or any(c.isupper() for c in words)
    tokens = case.tokens(at)
    if tokens is None or tokens.root.pos_ in _CLOSED:
        return False
    return tokens.root.pos_ in _NAMING or tokens.root.text[:1].isupper()  # no verb: "rained", "A met B"


def is_form(one: str, other: str) -> bool:
    """Say whether two names can be forms of one: by a word, the stem of a word, or initials.

    >>> is_form("Əliyevin", "İlham Əliyev"), is_form("CPC", "Communist Party of China")
    (True, True)
    >>> is_form("Xi", "Tokayev")
    False
    """
    left, right = one.casefold().split(), other.casefold().split()
    if set(left) & set(right) or one in other or other in one:
        return True
    return _is_acronym(one, other) or any(_is_stem(a, b) for a in left for b in right)


def _is_acronym(one: str, other: str) -> bool:
    short_form, long = sorted((one, other), key=len)
    letters = "".join(w[0] for w in long.split() if w[0].isupper())
    return len(short_form) > 1 and short_form.isupper() and sorted(short_form) == sorted(letters)


def _is_stem(one: str, other: str) -> bool:
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return shared >= max(_STEM, _SHARE * min(len(one), len(other)))
