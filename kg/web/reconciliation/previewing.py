"""A thing in a few lines, as clients show it beside a cell of a table."""

from dataclasses import dataclass

from kg.web.reconciliation import profiles
from kg.web.reconciliation.extending import office
from kg.web.reconciliation.finding import iri
from kg.web.reconciliation.properties import every
from kg.web.service import Graph
from kg.web.values import name_of

NAMES, OFFICES = 6, 4  # that are shown


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What the template `preview.html` shows.

    Attributes:
        title: display name.
        kind: what it is.
        link: path of its page.
        names: other names.
        offices: offices with their days.
        codes: identifiers in other data sets, each with what it is called.
    """

    title: str
    kind: str
    link: str
    names: tuple[str, ...]
    offices: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]


def preview(graph: Graph, name: str) -> PreviewPage | None:
    """Return what is shown of a thing by its id; None where there is none."""
    known = profiles.of(graph.build).of(iri(graph, name))
    if known is None:
        return None
    return PreviewPage(
        title=known.label,
        kind=name_of(known.kind),
        link=graph.addresses.path(known.iri) or "",
        names=tuple(each for each in known.profile.names if each != known.label)[:NAMES],
        offices=tuple(map(office, known.profile.offices[:OFFICES])),
        codes=tuple((every()[kind].name, value) for kind, value in known.codes),
    )
