"""What the registry knows of a node: its display name and the state it belongs to."""

from dataclasses import dataclass

from kg.model import Node
from kg.registry import states
from kg.registry.organisations import organisation_keys
from kg.registry.outlets import outlet_keys
from kg.registry.places import place_keys
from kg.registry.topics import topic_keys
from kg.vocab import DIP


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the registry.

    Attributes:
        label: display name; None where the row tells of the state alone.
        state: display name of the state it belongs to.
    """

    label: str | None
    state: str | None = None


def row(node: Node) -> Known | None:
    """Return what the registry knows of a node, None where it has no row for it.

    Raises:
        RegistryError: it is a state of a row that the registry lacks.
    """
    if node.registry is None:
        return None
    if node.kind == DIP.State:
        return Known(states.state(node.registry).label)
    if node.kind == DIP.Topic:
        topic = topic_keys().get(node.registry)
        return Known(topic.label) if topic else None
    if node.kind == DIP.Place:
        place = place_keys().get(node.registry)
        # A capital is known by the row of its state, which may name several cities: it has no row of its own.
        return _homed(place.label, place.state) if place else _homed(None, node.registry)
    body = organisation_keys().get(node.registry) or outlet_keys().get(node.registry)
    return _homed(body.label, body.state) if body else None


def _homed(label: str | None, state: str | None) -> Known:
    return Known(label, states.state(state).label if state else None)
