"""What the claims of a graph tell of one article, in the form in which it is compared with gold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.evaluating.finds import ACTORS, DENIAL, EVENTS, Actor, Agreement, Dates, Event, Finds, Role, Statement
from kg.evaluating.graph import Cited, Graph
from kg.model import Span
from kg.vocab import DIP, ONTOLOGY

DEEPEST = 9  # sayings in one another: longer chains are circles


def finds(graph: Graph, file: str) -> Finds:
    """Return what the claims that cite an article tell."""
    return _Article(graph, graph.cited(file)).finds()


def misquoted(graph: Graph, file: str, text: str) -> int:
    """Return how many claims rest on words that do not stand at their place."""
    return sum(text[c.span.start : c.span.end] != c.quote for c in graph.cited(file))


class _Article:
    """The claims of one article, by what they are about."""

    def __init__(self, graph: Graph, claims: Iterable[Cited]) -> None:
        self._graph = graph
        # Dictionaries for sets that keep their order.
        self._said: defaultdict[str, defaultdict[str, dict[str, None]]]
        self._said = defaultdict(lambda: defaultdict(dict))
        self._at: defaultdict[str, dict[Span, None]] = defaultdict(dict)
        self._reports: defaultdict[str, set[str]] = defaultdict(set)
        self._actors: dict[str, Actor] = {}
        for claim in claims:
            self._said[claim.subject][claim.term][claim.value] = None
            self._at[claim.subject][claim.span] = None
            if claim.term == "reports":
                self._reports[claim.value].add(claim.subject)

    def finds(self) -> Finds:
        """Return all of it, in the order of the IRIs; the actors as they come up."""
        roles: list[Role] = []
        events: list[Event] = []
        statements: list[Statement] = []
        agreements: list[Agreement] = []
        for node in sorted(self._said):
            kinds = self._graph.kinds(node)
            if "Tenure" in kinds:
                roles.extend(self._roles(node))
            elif "Statement" in kinds:
                statements.extend(self._statements(node, kinds))
            elif "Agreement" in kinds:
                agreements.append(self._agreement(node))
            elif kinds & EVENTS and self._said[node]["participant"]:
                events.append(self._event(node, kinds))
        actors = tuple(self._actors.values())
        return Finds(actors, tuple(roles), tuple(events), tuple(statements), tuple(agreements))

    def _roles(self, node: str) -> Iterator[Role]:
        said = self._said[node]
        bodies = frozenset(name for body in said["of"] for name in self._graph.names(body))
        for person in sorted(self._cast(said["holder"])):
            yield Role(id=node, person=person, titles=tuple(said["title"]), bodies=bodies)

    def _statements(self, node: str, kinds: frozenset[str]) -> Iterator[Statement]:
        """Yield the saying, but for one without words of its own that only reports another."""
        said = self._said[node]
        only_reports = said["reports"] and not self._graph.values(node, DIP.text)
        if only_reports or not said["speaker"]:
            return
        yield Statement(
            id=node,
            kind=DENIAL if DENIAL in kinds else "Statement",
            who=self._cast(said["speaker"]),
            at=tuple(self._at[node]),
            chains=frozenset(self._chains(node)),
            denies=frozenset(said["denies"]),
        )

    def _agreement(self, node: str) -> Agreement:
        said = self._said[node]
        return Agreement(
            id=node,
            who=self._cast(said["party"]) | self._cast(said["signatory"]),
            at=tuple(self._at[node]),
            dates=self._dates(node),
            status=self._status(node),
            provisions=tuple(tuple(self._at[point]) for point in said["provision"]),
        )

    def _event(self, node: str, kinds: frozenset[str]) -> Event:
        said = self._said[node]
        return Event(
            id=node,
            kind=min(kinds & EVENTS),
            who=self._cast(said["participant"]),
            at=tuple(self._at[node]),
            dates=self._dates(node),
            status=self._status(node),
            places=frozenset(name for place in said["place"] for name in self._graph.names(place)),
        )

    def _cast(self, nodes: Iterable[str]) -> frozenset[str]:
        """Return the nodes, and count them among the actors."""
        for node in nodes:
            kind = min(self._graph.kinds(node) & ACTORS, default="?")
            self._actors[node] = Actor(id=node, kind=kind, names=self._graph.names(node))
        return frozenset(nodes)

    def _chains(self, node: str, depth: int = 0) -> set[tuple[str, ...]]:
        """Return by whose word the article has a saying, each chain the outermost first."""
        found: set[tuple[str, ...]] = set()
        for outer in sorted(self._reports[node]):
            heads = self._chains(outer, depth + 1) if depth < DEEPEST else set()
            for speaker in sorted(self._cast(self._said[outer]["speaker"])):
                found |= {(*head, speaker) for head in heads or {()}}
        return found

    def _dates(self, node: str) -> Dates:
        return self._one(node, "earliest")[:10] or None, self._one(node, "latest")[:10] or None

    def _status(self, node: str) -> str:
        return self._one(node, "status").removeprefix(ONTOLOGY)

    def _one(self, node: str, term: str) -> str:
        """Return the value that the article tells; where it tells several, that which won."""
        told = self._said[node][term]
        won = [value for value in told if value in self._graph.values(node, DIP[term])]
        return next(iter(won or told), "")
