"""A page of one panel of an entity alone, fact after fact: what the page of all panels has no room for."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import render_template
from pyoxigraph import NamedNode

from kg.errors import NotFoundError
from kg.store.lists import Run
from kg.web.panels import BOUND, SUMMARY, Panel
from kg.web.retelling import Retelling
from kg.web.service import Graph
from kg.web.values import Value


@dataclass(frozen=True, slots=True)
class PanelPage:
    """What the template `alone.html` shows.

    Attributes:
        thing: the entity, leading to its page of all panels, in the same telling.
        panel: the facts of this page.
        first: where the first page is; None where this is it.
        following: where the next page is; None where this is the last.
        telling: whose telling it is, and of when, where that is not all.
    """

    thing: Value
    panel: Panel
    first: str | None
    following: str | None
    telling: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which panel is asked for.

    Attributes:
        name: the name of its place in a page.
        after: path of the fact after which it goes on.
        part: whose telling it is a part of; None where nothing is left out.
    """

    name: str
    after: str | None
    part: Retelling | None


def page(graph: Graph, thing: Value, folders: tuple[str, ...], wanted: Wanted) -> str:
    """Return the page of a panel of an entity.

    Raises:
        NotFoundError: a page of its class has no such panel.
    """
    listed = (each for each in graph.catalogue.panels(*folders) if each.pick and each.form not in SUMMARY)
    source = next((each for each in listed if each.anchor == wanted.name), None)
    if source is None:
        raise NotFoundError(f"There is no list {wanted.name!r} of {thing.text}")
    after = graph.addresses.iri(f"/{wanted.after}") if wanted.after else None
    entity = NamedNode(graph.addresses.iri(str(thing.link)))
    panel = graph.panel(source, Run(BOUND, after), entity=entity)
    reading = wanted.part.query if wanted.part else ""
    thing = replace(thing, link=f"{thing.link}.html{reading}")
    start = f"{thing.link}{'&' if reading else '?'}{urlencode({'panel': wanted.name})}"
    shown = PanelPage(
        thing=thing,
        panel=panel,
        first=start if after else None,
        following=f"{start}&{urlencode({'after': panel.last})}" if panel.more else None,
        telling=wanted.part.title if wanted.part else "",
    )
    return render_template("alone.html", page=shown)
