"""Where in an article which actors are meant."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.model import Node
from kg.text import coreference
from kg.text.actors import Cluster
from kg.text.coreference import Context
from kg.text.descriptions import Description
from kg.text.gazetteer import Hit
from kg.text.names import Name
from kg.text.offices import Held
from kg.text.reading import Mention
from kg.text.titles import TitlePhrase
from kg.vocab import DIP

_PRONOUN = 3  # place of pronouns among what the sweep goes through
_AGENT = frozenset({"nsubj", "nsubjpass", "poss", "agent"})
_WITH = frozenset({"with", "between", "by", "from", "to"})


@dataclass(frozen=True, slots=True)
class Material:
    """What the sweep goes through: names by cluster, titles, who holds them, descriptions."""

    article: str
    doc: Doc
    hits: Mapping[int, Hit]
    clusters: tuple[Cluster, ...]
    titles: tuple[TitlePhrase, ...]
    held: tuple[Held, ...]
    descriptions: tuple[Description, ...]


def find(material: Material) -> tuple[Mention, ...]:
    """Return the mentions of an article, sorted by start; none overlaps another."""
    context = Context(material.article)
    node_of = {n: c.node(material.article) for c in material.clusters for n in c.names}
    _learn(context, material, node_of)
    found: list[Mention] = []
    taken: set[int] = set()
    for each in _sweep(material, node_of):
        mention = _mention(context, material, node_of, each)
        if mention is None or set(range(mention.start, mention.end)) & taken:
            continue
        taken |= set(range(mention.start, mention.end))
        found.append(mention)
        context.add(material.doc[mention.head], mention.actors if mention.form != "place" else ())
    return tuple(sorted(found, key=lambda m: m.start))


def _learn(context: Context, material: Material, node_of: Mapping[Name, Node]) -> None:
    for held in material.held:
        words = _words(material.doc, held.title)
        context.titles.setdefault(node_of[held.holder], []).append((words, held.title.state))


def _words(doc: Doc, title: TitlePhrase) -> frozenset[str]:
    return frozenset(
        t.lemma_.lower() for t in doc[title.title[0] : title.title[1]] if t.is_alpha and not t.is_stop
    )


def _sweep(material: Material, node_of: Mapping[Name, Node]) -> Iterator[object]:
    """Yield names, titles, descriptions and pronouns sentence by sentence, pronouns last; names first at a place."""
    items: list[tuple[int, int, object]] = [(n.start, 0, n) for n in node_of]
    items += [(t.title[0], 1, t) for t in material.titles]
    items += [(d.start, 2, d) for d in material.descriptions]
    items += [
        (t.i, _PRONOUN, t)
        for t in material.doc
        if t.pos_ == "PRON" or t.tag_ in {"PRP$", "WP"} or t.lower_ == "latter"
    ]
    doc = material.doc
    order = sorted(items, key=lambda x: (doc[x[0]].sent.start, x[1] == _PRONOUN, x[0], x[1]))
    yield from (item for _, _, item in order)


def _mention(
    context: Context, material: Material, node_of: Mapping[Name, Node], item: object
) -> Mention | None:
    if isinstance(item, Name):
        return _named(context, material, item, node_of[item])
    if isinstance(item, TitlePhrase):
        return _titled(context, material, item, node_of)
    if isinstance(item, Description):
        return _described(context, material, item)
    if isinstance(item, Token):
        who = context.last((DIP.Person,)) if item.lower_ == "latter" else coreference.pronoun(context, item)
        return Mention(item.i, item.i + 1, item.i, who, "pronoun") if who else None
    return None


def _root(doc: Doc, start: int, end: int) -> int:
    return int(doc[start:end].root.i)


def _named(context: Context, material: Material, name: Name, node: Node) -> Mention:
    head = _root(material.doc, name.start, name.end)
    hit = material.hits.get(name.start)
    if hit is not None and hit.kind == "capital" and hit.end == name.end and _acts(material.doc[head]):
        node = context.state(hit.key)
    form = "place" if node.kind == DIP.Place else "name"
    return Mention(name.start, name.end, head, (node,), form, (name.start, name.end))


def _acts(token: Token) -> bool:
    """Say whether a place name stands where an actor does ("Baku said", "between Baku and Yerevan")."""
    if token.dep_ == "conj":
        return _acts(token.head)
    if token.dep_ in _AGENT:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in {"with", "between", "by"}


def _titled(
    context: Context, material: Material, phrase: TitlePhrase, node_of: Mapping[Name, Node]
) -> Mention | None:
    start, end = phrase.title
    held = next((h for h in material.held if h.title == phrase), None)
    if held is not None:
        return Mention(start, end, phrase.head, (node_of[held.holder],), "title")
    words, head = _words(material.doc, phrase), material.doc[phrase.head].lemma_.lower()
    person = coreference.title(context, phrase, words, head)
    if (
        person is None
        and phrase.state is None
        and phrase.body is None
        and material.doc[phrase.head].dep_ == "compound"
    ):
        return None
    if person is None:
        person = _unnamed(context, material, phrase)
        return Mention(start, end, phrase.head, (person,), "description", (phrase.start, phrase.end))
    return Mention(start, end, phrase.head, (person,), "title")


def _unnamed(context: Context, material: Material, phrase: TitlePhrase) -> Node:
    """Return the person known by title alone: the same for the same words throughout the article."""
    words = material.doc[phrase.start : phrase.end].text.casefold()
    return context.described.setdefault(words, Node(material.article, DIP.Person, f"person:{words}"))


def _described(context: Context, material: Material, description: Description) -> Mention | None:
    doc, token = material.doc, material.doc[description.head]
    both = any(t.lower_ in {"two", "both"} for t in token.lefts) or (
        description.definite and token.lower_ == "sides" and not description.state
    )
    if both or (
        description.definite
        and token.tag_ in {"NNS"}
        and description.state is None
        and token.lemma_ in {"leader", "party", "president", "minister", "country"}
    ):
        who = coreference.several(context, description, token)
        if len(who) > 1:
            return Mention(description.start, description.end, description.head, who, "title")
    if description.kind == DIP.State:
        state = (context.state(description.state),) if description.state else ()
        if not state and description.definite and token.lower_ == "government":
            state = context.last((DIP.State,))
        words = (description.start, description.end) if description.state else None
        return (
            Mention(description.start, description.end, description.head, state, "name", words)
            if state
            else None
        )
    node = _described_node(context, doc, description, token)
    if node is None:
        return None
    words = (description.start, description.end)
    return Mention(*words, description.head, (node,), "description", words)


def _described_node(context: Context, doc: Doc, description: Description, token: Token) -> Node | None:
    words = doc[description.start : description.end].text.casefold()
    if description.kind == DIP.Organization:
        if not description.definite and description.start == description.head:
            return None
        named = [
            n
            for s in context.seen
            for n in s.nodes
            if n.kind == DIP.Organization and token.lemma_.lower() in n.key.split(":")[-1].split()
        ]
        if description.definite and named and description.start == description.head:
            return named[-1]
    if description.kind == DIP.Group and description.definite:
        before = [
            n
            for key, n in context.described.items()
            if n.kind == DIP.Group and _like(key, words, token.lemma_.lower(), doc)
        ]
        if before:
            return before[-1]
    key = f"{description.kind.rpartition('#')[2].lower()}:{words}"
    return context.described.setdefault(words, Node(context.article, description.kind, key))


def _like(one: str, other: str, lemma: str, doc: Doc) -> bool:
    """Say whether a description with an article may mean a former one: its words are among those of the other."""
    small, large = set(other.split()), set(one.split())
    return small <= large or (large <= small and len(large) > 1)
