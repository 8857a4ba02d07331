"""What is told of one article, by its gold file or by a graph, in the form in which both are compared.

Two finds are the same only where they are one object: a text may tell two records of the same values.
"""

from dataclasses import dataclass

from kg.model import Span

LAYERS = ("actors", "roles", "events", "statements", "agreements")
DENIAL, OCCURRED = "Denial", "Occurred"
ENCOUNTERS = frozenset({"Meeting", "Call"})
DEEDS = frozenset(
    {
        "Expulsion",
        "Summons",
        "Recall",
        "Recognition",
        "Sanction",
        "Credentials",
        "Appointment",
        "Mediation",
        "Aid",
        "RelationsEstablished",
        "RelationsSevered",
        "EmbassyOpened",
        "EmbassyClosed",
    }
)
EVENTS = ENCOUNTERS | {"Visit"} | DEEDS
ACTORS = frozenset({"Person", "State", "Organization", "Group"})
Dates = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Find:
    """One thing told.

    Attributes:
        id: its name where it was found: of a gold file, or an IRI.
        is_optional: counts neither way.
    """

    id: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Actor(Find):
    """Who acts.

    Attributes:
        kind: local name of the class.
        names: every name, as `wordings.plain` leaves it.
    """

    kind: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Role(Find):
    """A person's office.

    Attributes:
        person: id of the actor.
        titles: each wording of the title.
        bodies: each name of the state or body.
    """

    person: str
    titles: tuple[str, ...]
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Record(Find):
    """What sentences tell.

    Attributes:
        who: ids of those who take part, speak or are bound.
        at: the places of the words it rests on.
    """

    who: frozenset[str]
    at: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Dated(Record):
    """What has a time and a status.

    Attributes:
        dates: first and last day it may have been, ISO 8601.
        status: local name; empty where none is told.
    """

    dates: Dates
    status: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Event(Dated):
    """What happened or is to happen.

    Attributes:
        kind: local name of the class.
        places: names of places, as `wordings.plain` leaves them.
    """

    kind: str
    places: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Statement(Record):
    """An act of saying.

    Attributes:
        kind: "Statement" or `DENIAL`.
        chains: ids of those by whose word the article has it, each chain the outermost first.
        denies: ids of the statements that it denies.
    """

    kind: str
    chains: frozenset[tuple[str, ...]]
    denies: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Agreement(Dated):
    """An instrument or a commitment.

    Attributes:
        provisions: the places of the words of each undertaking.
    """

    provisions: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Finds:
    """All that is told of one article, each layer in an order that is the same each time."""

    actors: tuple[Actor, ...]
    roles: tuple[Role, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]

    def layer(self, name: str) -> tuple[Find, ...]:
        """Return the finds of one of the `LAYERS`."""
        found: tuple[Find, ...] = getattr(self, name)
        return found
