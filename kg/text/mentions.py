"""Where in an article which actors are meant."""

from collections.abc import Container, Iterator
from dataclasses import replace

from kg.model import Node
from kg.text import coreference, counterparts, described, pairs
from kg.text.context import Context
from kg.text.descriptions import Description
from kg.text.introductions import title_of
from kg.text.material import Material
from kg.text.names import Name
from kg.text.pairs import Pair
from kg.text.reading import Mention
from kg.text.titles import TitlePhrase
from kg.text.tokens import Token
from kg.vocab import DIP

_AGENT = frozenset({"nsubj", "nsubjpass", "poss", "agent"})
_BESIDE = frozenset({"with", "between", "by"})
_PRONOUN = 3  # place of pronouns among what begins at one token: names, titles and descriptions come first
Item = Name | TitlePhrase | Description | Pair | Token


def find(material: Material, context: Context) -> tuple[Mention, ...]:
    """Return the mentions of an article, sorted by start; none overlaps another."""
    found: list[Mention] = []
    taken: set[int] = set()
    for item in _sweep(material):
        mention = _mention(context, material, item)
        if isinstance(item, Description) and mention is not None:
            mention = _beside_names(material, mention, taken)
        if mention is not None and not taken.intersection(range(mention.start, mention.end)):
            taken.update(range(mention.start, mention.end))
            found.append(mention)
            # A pair before a noun ("U.S.-Japan ties") is not whom "they" means.
            is_actor = mention.form != "place" and not isinstance(item, Pair)
            context.add(material.doc[mention.head], mention.actors if is_actor else ())
    return tuple(replace(m, states=_states(material, m)) for m in sorted(found, key=lambda m: m.start))


def _states(material: Material, mention: Mention) -> tuple[Node, ...]:
    """Return the states that a group or body is of, empty where they are fewer than two."""
    if mention.words is None or any(n.kind not in {DIP.Group, DIP.Organization} for n in mention.actors):
        return ()
    if mention.actors[0].kind == DIP.Group:
        keys = _states_behind(material, mention)
    else:
        keys = pairs.keys(material.doc, material.hits, *mention.words)
    return tuple(material.state(k) for k in keys) if len(keys) > 1 else ()


def _states_behind(material: Material, mention: Mention) -> tuple[str, ...]:
    """Return the states whose people a noun describes; "Labour leaders of A and B" do not stand for them."""
    noun = material.doc[mention.head]
    if mention.words is None or any(t.dep_ == "compound" and t.text[0].isupper() for t in noun.lefts):
        return ()
    before = (material.hits.at(i) for i in range(mention.words[0], noun.i))
    peoples = tuple(dict.fromkeys(h.key for h in before if h is not None and h.kind == "demonym"))
    if len(peoples) > 1:  # "Saudi and Iranian officials"
        return peoples
    hits = (material.hits.at(i) for i in range(noun.i, mention.words[1]))
    return tuple(dict.fromkeys(h.key for h in hits if h is not None and h.kind == "state"))


def _beside_names(material: Material, mention: Mention, taken: Container[int]) -> Mention:
    """Return a description without the names in it, mentions themselves: "officials" of "UN officials".

    All its words still describe the actor.
    """
    start = end = mention.head
    while start > mention.start and start - 1 not in taken and start - 1 not in material.named:
        start -= 1
    while start < mention.head and material.doc[start].dep_ in {"case", "punct"}:
        start += 1
    while end < mention.end and end not in taken:
        end += 1
    return replace(mention, start=start, end=max(end, mention.head + 1))


def _sweep(material: Material) -> Iterator[Item]:
    """Yield names, titles, descriptions and pronouns sentence by sentence, in each the pronouns last."""
    doc = material.doc
    paired = {(p.start, p.start + 1) for p in material.pairs}  # the language model takes some for bodies
    items: list[tuple[int, int, Item]] = [
        (n.start, 0, n) for n in material.node_of if (n.start, n.end) not in paired
    ]
    items += [(t.title[0], 1, t) for t in material.titles]
    items += [(d.start, 2, d) for d in material.descriptions]
    items += [(p.start, 2, p) for p in material.pairs]
    items += [(t.i, _PRONOUN, t) for t in doc if _is_pronoun(t)]
    for _, _, item in sorted(items, key=lambda x: (doc.numbers[x[0]], x[1] == _PRONOUN, x[0], x[1])):
        yield item


def _is_pronoun(token: Token) -> bool:
    return token.pos_ == "PRON" or token.tag_ in {"PRP$", "WP"} or token.lower_ == "latter"


def _mention(context: Context, material: Material, item: Item) -> Mention | None:
    if isinstance(item, Name):
        return _named(context, material, item)
    if isinstance(item, TitlePhrase):
        return _titled(context, material, item)
    if isinstance(item, Description):
        return described.mention(context, material, item)
    if isinstance(item, Pair):
        states = tuple(context.state(key) for key in item.keys)
        return Mention(item.start, item.start + 1, item.start, states, "name")
    who = coreference.pronoun(context, item)
    return Mention(item.i, item.i + 1, item.i, who, "pronoun") if who else None


def _named(context: Context, material: Material, name: Name) -> Mention:
    node, head = material.node_of[name], material.doc[name.start : name.end].root
    hit = material.hits.at(name.start)
    if hit is not None and hit.kind == "capital" and hit.end == name.end and _acts(head):
        node = context.state(hit.key)
    form = "place" if node.kind == DIP.Place else "name"
    return Mention(name.start, name.end, head.i, (node,), form, (name.start, name.end))


def _acts(token: Token) -> bool:
    """Say whether a capital stands where an actor does ("Baku said", "between Baku and Yerevan")."""
    if token.dep_ == "conj":
        return _acts(token.head)
    return token.dep_ in _AGENT or (token.dep_ == "pobj" and token.head.lower_ in _BESIDE)


def _titled(context: Context, material: Material, phrase: TitlePhrase) -> Mention | None:
    """Return whom a title means: who holds it beside, else one told before, else someone unnamed."""
    start, end = phrase.title
    holders = tuple(material.node_of[h.holder] for h in material.held if h.title == phrase)
    if holders:
        return Mention(start, end, phrase.head, holders, "title")
    if counterparts.is_counterpart(phrase) and phrase.state is None:
        return None
    head = material.doc[phrase.head]
    person = coreference.title(context, title_of(material, phrase), head)
    if person is not None:
        return Mention(start, end, phrase.head, (person,), "title")
    if phrase.state is None and phrase.body is None and head.dep_ == "compound":
        return None  # "Minister Street": no office without more
    unnamed = _unnamed(context, material, (phrase.start, phrase.end), "person:")
    return Mention(start, end, phrase.head, (unnamed,), "description", (phrase.start, phrase.end))


def _unnamed(context: Context, material: Material, tokens: tuple[int, int], prefix: str) -> Node:
    return context.unnamed(material.doc[tokens[0] : tokens[1]].text.casefold(), DIP.Person, prefix)
