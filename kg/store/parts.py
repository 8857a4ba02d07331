"""The parts of a query: the patterns of its groups, and what else a group holds, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rdflib import RDF

from kg.store.tokens import Token

CLASS, PROPERTY = "class", "property"
TYPES = frozenset({"a", "rdf:type", f"<{RDF.type}>"})  # how the property that names a class is written


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a group.

    Attributes:
        kind: "triple", or the word that it begins with, in lower case: "filter", "optional", "minus",
            "graph", "service", "lateral", "bind", "values"; "union", "group", "select" for those that begin
            with a brace.
        tokens: what it consists of; of a triple its subject, verb and object.
        statement: of a triple, the statement that tells it, and its place there; None of others.
        groups: the groups in it.
    """

    kind: str
    tokens: tuple[Token, ...]
    statement: "tuple[Statement, int, int] | None" = None
    groups: "tuple[Group, ...]" = ()

    @property
    def start(self) -> int:
        """Return its first code point; of a triple that shares its subject, that of its own first word."""
        if self.statement is None:
            return self.tokens[0].start
        statement, verb, thing = self.statement
        if not statement.verbs or not verb + thing:
            return statement.start
        found = statement.verbs[verb]
        return found.things[thing][0] if thing else found.start

    @property
    def variables(self) -> frozenset[str]:
        """Return the variables that stand in it, without their marks."""
        return frozenset(token.text[1:] for token in self.tokens if token.kind == "variable")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its objects; places are code points.

    Attributes:
        start: its first.
        end: the one after its last.
        things: of each object the first, and the one after the last.
    """

    start: int
    end: int
    things: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject with its verbs.

    Attributes:
        start: its first code point.
        subject: the code point after its subject.
        end: the code point after it, and after its full stop where it has one.
        has_stop: whether it has one.
        verbs: its verbs; none where it is not taken apart.
    """

    start: int
    subject: int
    end: int
    has_stop: bool
    verbs: tuple[Verb, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between two braces.

    Attributes:
        start: code point of the opening brace.
        end: the code point after the closing one.
        parts: its parts in their order.
        stops: code points of the full stops after parts that are no triples, by the parts' first code points.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    stops: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Outline:
    """A query, taken apart.

    Attributes:
        group: what is looked for; None where the query tells no pattern.
        tail: the tokens behind it: how its rows are grouped, ordered, and cut.
        head: the tokens from the form up to it.
        roles: of names and IRIs by their first code points: `CLASS` after "a", `PROPERTY` as a verb.
    """

    group: Group | None
    head: tuple[Token, ...]
    tail: tuple[Token, ...]
    roles: Mapping[int, str]


def every(group: Group) -> Iterator[Part]:
    """Yield the parts of a group and of the groups in it."""
    for part in group.parts:
        yield part
        for each in part.groups:
            yield from every(each)
