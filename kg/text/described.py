"""Whom descriptions mean: somebody told before, else someone known by the words alone."""

import re
from collections.abc import Iterator

from kg.model import Node
from kg.registry.organisations import organisation_keys
from kg.registry.outlets import outlet_keys
from kg.registry.references import references
from kg.registry.words import words
from kg.text import joined, sides
from kg.text.context import Context
from kg.text.descriptions import Description, is_plural, noun_of
from kg.text.material import Material
from kg.text.reading import Mention
from kg.text.tokens import Token
from kg.vocab import DIP, local


def mention(context: Context, material: Material, each: Description) -> Mention | None:
    """Return whom a description means; None where that is nobody who was told, nor told by it."""
    noun = material.doc[each.head]
    apposed = any(child.dep_ == "appos" and child.i in material.named for child in noun.children)
    apposed |= noun.dep_ == "appos" and noun.head.i in material.named
    if _means_two(each, noun) and not apposed:
        who = sides.several(context, noun)
        if len(who) > 1:
            return Mention(each.start, each.end, each.head, who, "title")
    is_alone = each.told == each.head + 1 and each.start == each.head and noun.tag_ in {"NNS", "NNPS"}
    if is_alone and noun_of(noun) in words("relational noun") | words("side noun"):
        return None  # the sides of nothing told before
    if apposed or each.head in material.named:
        return None  # "the agency, Xinhua", "Xinhua, the agency", "Peru's Ministry of Trade": a name tells it
    if each.kind == DIP.State:
        return _state(context, each, noun)
    bodies = joined.bodies(material, each)
    if bodies:
        return _mention(each, bodies, "name", None)
    node = _force(context, material, each) or _node(context, material, each, noun)
    return _mention(each, (node,), "description", each.told) if node is not None else None


def _mention(each: Description, nodes: tuple[Node, ...], form: str, told: int | None) -> Mention:
    described = (each.start, told) if told is not None else None
    return Mention(each.start, each.end, each.head, nodes, form, described)


def _means_two(each: Description, noun: Token) -> bool:
    """Say whether a description may mean two told before: "both sides", not "two officials"."""
    before = {token.lower_ for token in noun.lefts}
    if not is_plural(noun) or each.state is not None:
        return False
    lemma = noun_of(noun)
    of_two = lemma in words("noun of two")
    if before & {"two", "three", "four"}:
        return each.is_definite or of_two
    opens = lemma in words("party noun") and bool(noun.is_sent_start)  # "Participants agreed"
    bare = of_two and (bool(before & {"the", "these", "those"}) or opens)
    return "both" in before or (bare and not _is_told_more(noun, lemma))


def _is_told_more(noun: Token, lemma: str) -> bool:
    """Say whether more words tell which ones a noun means: "the countries that signed", "the union leaders".

    Words before the noun of a title tell the title: "the foreign ministers".
    """
    behind = any(c.dep_ in {"relcl", "acl"} or (c.dep_ == "prep" and c.lower_ == "of") for c in noun.rights)
    is_wide = lemma in references() or lemma not in words("person noun")
    return behind or (is_wide and any(t.dep_ in {"amod", "compound", "nmod"} for t in noun.lefts))


def _state(context: Context, each: Description, noun: Token) -> Mention | None:
    """Return the states that a description means; of "the government" the one that the text tells most of."""
    if each.states:
        who = tuple(context.state(key) for key in each.states)
        one = who if noun.tag_ == "NNS" and len(who) > 1 else who[:1]
        return _mention(each, one, "name", each.end)
    if not each.is_definite or noun.lower_ != "government":
        if noun.tag_ not in {"NNS", "NNPS"} or noun_of(noun) == "side":
            return None
        told = noun.doc[each.start : each.end].text.casefold()  # "local authorities" are nobody's told
        return _mention(each, (context.unnamed(told, DIP.Group, "group:"),), "description", each.told)
    foremost = sides.foremost(context, noun)
    return _mention(each, foremost, "name", None) if foremost else None


def _force(context: Context, material: Material, each: Description) -> Node | None:
    """Return the police or army of a state or place, a body of its own: "Hong Kong police"."""
    noun = material.doc[each.head]
    owners = (material.node_at.get(i) for i in range(each.start, each.head))
    is_owned = bool(each.states) or any(n is not None and n.kind == DIP.Place for n in owners)
    if not is_owned or noun_of(noun) not in words("force noun"):
        return None
    told = material.doc[each.start : each.head + 1].text.casefold()
    return context.unnamed(told, DIP.Organization, "organization:")


def _node(context: Context, material: Material, each: Description, noun: Token) -> Node | None:
    """Return a body or group told before that a description means, else a new one."""
    told = material.doc[each.start : each.told].text.casefold()
    if each.start == each.head and (each.kind == DIP.Organization or noun.tag_ == "NN"):
        body = _body_before(context, noun) if each.is_definite else None
        if body is not None or each.kind == DIP.Organization:
            return body or _described_before(context, noun)
    if each.kind == DIP.Group and each.is_definite:
        before = [n for key, n in context.described.items() if n.kind == DIP.Group and _like(key, told)]
        if before:
            return before[-1]
    return context.unnamed(told, each.kind, f"{local(each.kind).lower()}:")


def _body_before(context: Context, noun: Token) -> Node | None:
    """Return the body met last that a noun may mean ("the ministry", "the bank").

    Of a ministry, embassy or parliament that was not told before one is known by the noun alone.
    """
    lemma = noun_of(noun)
    bodies = [n for s in context.seen for n in s.nodes if n.kind == DIP.Organization]
    named = [n for n in bodies if lemma in _nouns(n)]
    if named:
        return named[-1]
    if lemma not in words("body noun in small letters"):
        return None
    return context.unnamed(noun.text.casefold(), DIP.Organization, "organization:")


def _described_before(context: Context, noun: Token) -> Node | None:
    """Return the group that was described by the noun before ("an Iranian firm … the firm")."""
    heads = ((re.split(r" (?:of|from|led|headed) ", key)[0].split()[-1], n) for key, n in _newest(context))
    return next((n for head, n in heads if head == noun.lower_), None)


def _newest(context: Context) -> Iterator[tuple[str, Node]]:
    return reversed(context.described.items())


def _nouns(body: Node) -> frozenset[str]:
    """Return the nouns by which a body may be meant: the words of its name, and those of its kind."""
    own = frozenset(body.key.partition(":")[2].replace("-", " ").split())
    if body.registry is None:
        return own
    row = outlet_keys().get(body.registry) or organisation_keys().get(body.registry)
    return own | words(f"noun of kind {row.kind}") if row is not None else own


def _like(one: str, other: str) -> bool:
    """Say whether one of two descriptions may stand for the other: all its words are among the other's."""
    large, small = set(one.split()), set(other.split())
    return small <= large or (large <= small and len(large) > 1)
