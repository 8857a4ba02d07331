"""Bodies of several states under one noun: "the Russian and Syrian defence ministries"."""

from kg.model import Node
from kg.registry.organisations import organisation_names
from kg.registry.words import words
from kg.text import wholes
from kg.text.descriptions import Description, noun_of
from kg.text.material import Material
from kg.vocab import DIP


def bodies(material: Material, each: Description) -> tuple[Node, ...]:
    """Return the body of each state that a description names; empty where it describes no such bodies.

    A body is the one that the text names elsewhere, else the registry's, else one known by its words alone.
    """
    noun = material.doc[each.head]
    if len(each.states) < 2 or noun_of(noun) not in words("body noun in small letters"):
        return ()
    hits = [h for h in map(material.hits.at, range(each.start, each.head)) if h is not None]
    peoples = [h for h in hits if h.kind == "demonym"]
    if len(peoples) != len(each.states):
        return ()
    rest = [t.text for t in material.doc[peoples[-1].end : each.head]]
    return tuple(
        _body(material, " ".join((material.doc[h.start : h.end].text, *rest, noun_of(noun)))) for h in peoples
    )


def _body(material: Material, name: str) -> Node:
    own = wholes.core(name)
    for cluster in material.clusters:
        if cluster.kind == DIP.Organization and any(wholes.are_one(own, core) for core in cluster.cores):
            return cluster.node(material.article)
    row = organisation_names().get(name)
    key = row.key if row is not None else name  # which nothing else names: it is shown
    return Node(material.article, DIP.Organization, f"organization:{key}", row.key if row else None)
