"""The tools: each finds claims, and answers with their facts, a page at a time."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import pyoxigraph
from pydantic import Field
from pyoxigraph import NamedNode

from kg.errors import NotFoundError, QueryError
from kg.mcp.asking import Asking, Row
from kg.mcp.facts import Fact, Facts, cited, cut
from kg.store import queries, texts
from kg.store.queries import Query
from kg.store.texts import Name
from kg.vocab import DIP
from kg.web import addresses, dyad, hits
from kg.web.service import Graph

PAGE = 20  # facts of one answer: some 3,000 tokens
DEEPEST = 10_000  # facts that pages lead through; who needs more asks a narrower question
NAMESAKES = 20  # things whose names begin with the words, among which one has them as its whole name
THINGS = 5  # things of one page of names, each with all the forms of its name
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

After = Annotated[int, Field(ge=0, le=DEEPEST, description="`next` of the page before; 0 for the first.")]
Thing = Annotated[str, Field(max_length=500, description="IRI, its path (/person/…), or a name.")]
State = Annotated[str, Field(max_length=100, description="A state: its name, or its code of ISO 3166-1.")]
Day = Annotated[str, Field(max_length=10, description="Day, month or year (ISO 8601); empty for any.")]
Kind = Literal[
    "", "Person", "State", "Organization", "Group", "Place", "Topic", "Meeting", "Visit", "Agreement"
]
Words = Annotated[str, Field(max_length=500, description="Words of a name, or how they begin.")]


class Toolset:
    """What a model may ask; every method but `all` is a tool, its docstring what the model reads of it."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._queries = {query.name: query for query in queries.folder(Path(__file__).parent / "queries")}

    def all(self) -> tuple[Callable[..., Facts], ...]:
        """Return the tools."""
        return self.search_names, self.describe, self.events, self.statements, self.contested, self.query

    def search_names(self, words: Words, kind: Kind = "", after: After = 0) -> Facts:
        """Find persons, states, organisations, places, topics and events by name; of one kind or any.

        Begin here: other tools take the IRI that stands as `subject` in the facts.
        """
        graph = self._asking.graph()
        found = graph.build.names(words, THINGS, {str(DIP[kind])} if kind else None)
        if not found:
            raise _unknown(graph, words)
        things = (NamedNode(iri) for iri in dict.fromkeys(name.iri for name in found))
        return self._page(graph, self._queries["names"].bound("entity", *things), after)

    def describe(self, thing: Thing, after: After = 0) -> Facts:
        """Tell all that sources tell of one thing: first of itself, then of what it takes part in."""
        graph = self._asking.graph()
        return self._page(graph, self._queries["about"].bound("entity", _named(graph, thing)), after)

    def events(self, state: State, other: State, first: Day = "", last: Day = "", after: After = 0) -> Facts:
        """Tell the meetings, visits, calls and actions between two states and their people, the latest first.

        A `status` of Planned or Proposed means that no source tells that it took place.
        """
        graph = self._asking.graph()
        pair = NamedNode(graph.addresses.iri(dyad.found(graph, state, other)))
        query = self._queries["between"].bound("dyad", pair)
        query = query.bound("first", pyoxigraph.Literal(_day("first", first, "0000")))
        return self._page(graph, query.bound("last", pyoxigraph.Literal(_day("last", last, "9999"))), after)

    def statements(self, topic: Thing, speaker: Thing = "", after: After = 0) -> Facts:
        """Tell who said what on a topic, the latest first; of all speakers, or of one."""
        graph = self._asking.graph()
        query = self._queries["said"].bound("topic", _named(graph, topic, {str(DIP.Topic)}))
        if speaker:
            query = query.bound("speaker", _named(graph, speaker))
        return self._page(graph, query, after)

    def contested(self, thing: Thing = "", after: After = 0) -> Facts:
        """Tell what is denied, withdrawn, or told differently by sources; of everything, or of one thing.

        That something is denied does not make it false: give both sides with their words.
        """
        graph = self._asking.graph()
        if not thing:
            return self._page(graph, self._queries["contested"], after)
        return self._page(graph, self._queries["contested-of"].bound("entity", _named(graph, thing)), after)

    def query(
        self, sparql: Annotated[str, Field(max_length=20_000, description="SELECT.")], after: After = 0
    ) -> Facts:
        """Run a SPARQL 1.1 SELECT that has a column ?claim: each row is answered with the fact of that claim.

        Example: SELECT ?claim ?day WHERE { ?m a dip:Meeting ; dip:earliest ?day . ?claim rdf:subject ?m ;
        rdf:predicate dip:participant ; rdf:object <https://w3id.org/communique/person/liu-jianchao> }
        ORDER BY ?day. To count, add SAMPLE(?c) AS ?claim. Other columns stand in `values`. Prefixes
        dip:, rdf:, rdfs:, skos:, xsd: are known.
        """
        graph = self._asking.graph()
        return self._page(graph, sparql, after)

    def _page(self, graph: Graph, query: Query | str, after: int) -> Facts:
        words = query.text if isinstance(query, Query) else query
        found = self._asking.rows(words, graph.build, after + PAGE)
        if "claim" not in found.columns:
            had = ", ".join(f"?{name}" for name in found.columns)
            raise QueryError(f"query: expected a column ?claim, for nothing is told without one; found {had}")
        facts = self._facts(graph, found.rows[after:])
        is_last = not found.more or after + PAGE > DEEPEST
        return Facts(
            facts=_once(facts) if isinstance(query, Query) else facts,
            next=None if is_last else after + PAGE,
            build=graph.build.hash,
        )

    def _facts(self, graph: Graph, rows: Sequence[Row]) -> list[Fact]:
        """Return a fact for each row, with the other values of the row beside it.

        Raises:
            QueryError: what a row has as its claim is none.
        """
        claims = [row["claim"] or "" for row in rows]
        base = graph.addresses.base
        known = cited(self._asking, graph, [claim for claim in claims if claim.startswith(base)])
        if (wrong := next((claim for claim in claims if claim not in known), None)) is not None:
            raise QueryError(f"query: expected the IRI of a claim as ?claim, found {wrong[:200]!r}")
        return [known[c].model_copy(update={"values": _values(r)}) for c, r in zip(claims, rows, strict=True)]


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """Return each fact once, without the values that put it in its place."""
    return list({fact.claim: fact.model_copy(update={"values": {}}) for fact in facts}.values())


def _values(row: Row) -> dict[str, str]:
    return {name: cut(value) for name, value in row.items() if name != "claim" and value is not None}


def _named(graph: Graph, thing: str, kinds: Collection[str] | None = None) -> NamedNode:
    """Return the thing that an IRI, a path or a whole name stands for; of several the likeliest.

    Raises:
        NotFoundError: the graph has none.
    """
    iri = graph.addresses.iri(thing) if thing.startswith("/") else thing
    if iri.startswith(graph.addresses.base):
        if not graph.build.knows(addresses.named(iri).value):
            raise NotFoundError(f"{thing[:200]}: expected a thing of this graph, found no triple about it")
        return NamedNode(iri)
    found = graph.build.names(thing, NAMESAKES, kinds)
    called = next((n for n in found if texts.fold(n.name) == texts.fold(thing)), None)
    if called is None:
        raise _unknown(graph, thing, found)
    return NamedNode(called.iri)


def _unknown(graph: Graph, words: str, begun: Iterable[Name] = ()) -> NotFoundError:
    """Return the error that names what may be meant: what begins with the words, else what is like them."""
    found = tuple(hits.hit(name, graph) for name in begun)[:THINGS] or hits.nearest(graph, words)
    near = ", ".join(f"{h.thing.text} ({h.thing.link})" for h in found)
    told = f"the nearest: {near}" if near else "none is like it"
    return NotFoundError(f"{words[:80]}: expected a name in this graph; {told}")


def _day(name: str, day: str, default: str) -> str:
    """Return a bound that days are compared with as words.

    Raises:
        QueryError: it is no day, month or year.
    """
    if day and not _DAY.fullmatch(day):
        raise QueryError(f"{name}: expected a day, month or year as YYYY-MM-DD, found {day!r}")
    # A month or year that bounds from above holds all its days: "~" stands behind every digit.
    return day + "~" if day and name == "last" else day or default
