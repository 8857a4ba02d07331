"""The facets of a search as pages show them: each value a link that narrows by it, or takes it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from rdflib import URIRef

from kg.store.facets import FACETS, Count
from kg.store.finding import Asked
from kg.vocab import ONTOLOGY
from kg.web.values import name_of
from kg.web.wording import mark

SHOWN = 8  # values of a facet that are seen at once
MOST = 60  # that can be opened: further ones are found by words
TITLES = {
    "class": mark("Class"),
    "state": mark("State"),
    "outlet": mark("Outlet"),
    "year": mark("Year"),
    "status": mark("Status"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet.

    Attributes:
        label: what it is called.
        link: the search narrowed by it too; of a value that is chosen, the search without it.
        number: how much it holds for.
        is_chosen: whether the search is narrowed by it.
    """

    label: str
    link: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """By what a search can be narrowed.

    Attributes:
        name: which facet, for addresses.
        title: what it is called, a message.
        choices: values that are chosen, and those that hold for most.
        others: further ones.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    others: tuple[Choice, ...]


def pairs(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield the values that are chosen with their facets, in the order of the facets."""
    return ((facet, value) for facet in FACETS for value in sorted(asked.chosen.get(facet, ())))


def query(asked: Asked) -> str:
    """Return what follows the question mark in the address of a search."""
    return urlencode([("q", asked.words), *pairs(asked)])


def facets(counts: Iterable[Count], asked: Asked) -> tuple[Facet, ...]:
    """Return the facets that have more than one value, or one that is chosen."""
    found: dict[str, list[Count]] = {facet: [] for facet in FACETS}
    for count in counts:
        found[count.aspect.facet].append(count)
    shown = (_facet(name, values, asked) for name, values in found.items())
    return tuple(
        facet for facet in shown if len(facet.choices) > 1 or any(c.is_chosen for c in facet.choices)
    )


def chosen(counts: Iterable[Count], asked: Asked) -> tuple[Choice, ...]:
    """Return the values that are chosen; each link takes one back."""
    return tuple(choice for count in counts if (choice := _choice(count, asked)).is_chosen)


def _facet(name: str, counts: Iterable[Count], asked: Asked) -> Facet:
    order = sorted(counts, key=lambda count: (-count.number, count.aspect.label))
    if name == "year":
        order.sort(key=lambda count: count.aspect.value, reverse=True)
    every = sorted((_choice(count, asked) for count in order[:MOST]), key=lambda choice: not choice.is_chosen)
    return Facet(name, TITLES[name], tuple(every[:SHOWN]), tuple(every[SHOWN:]))


def _choice(count: Count, asked: Asked) -> Choice:
    aspect = count.aspect
    pair = (aspect.facet, aspect.value)
    is_chosen = pair in pairs(asked)
    others = [each for each in pairs(asked) if each != pair]
    query = urlencode([("q", asked.words), *others, *(() if is_chosen else (pair,))])
    label = name_of(URIRef(aspect.term)) if aspect.term.startswith(ONTOLOGY) else aspect.label
    return Choice(label, f"/search?{query}", count.number, is_chosen)
