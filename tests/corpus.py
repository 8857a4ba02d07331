"""Articles in miniature: what extraction would find in them, written by hand."""

import datetime as dt
from dataclasses import dataclass, field

from rdflib import RDF, RDFS, URIRef

from kg.model import Article, Claim, Extraction, Node, Resolution, Span, Value
from kg.resolve import run
from kg.resolve.ledger import Ledger
from kg.vocab import DIP

BASE = "https://w3id.org/communique/"


@dataclass
class Telling:
    """One article and the claims on it; every sentence that is cited is added to its text."""

    file: str
    published: str | None = None
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    def sentence(self, words: str) -> Span:
        """Return where a sentence stands, adding it to the text where it is new."""
        if words not in self.text:
            self.text += f"{words}\n"
        start = self.text.index(words)
        return Span(start, start + len(words))

    def claim(
        self, node: Node, term: URIRef, thing: Node | URIRef | Value, words: str, **more: object
    ) -> None:
        """Claim something on a sentence."""
        self.claims.append(Claim(node, term, thing, (self.sentence(words),), **{"rule": "test", **more}))  # type: ignore[arg-type]

    def actor(self, kind: URIRef, *names: str, of: Node | None = None, registry: str | None = None) -> Node:
        """Return an actor, place or topic that the article knows by these names."""
        node = Node(self.file, kind, f"{kind}:{names[0].casefold()}", registry)
        words = f"There was {names[0]}."
        self.claim(node, RDF.type, kind, words)
        for name in names:
            self.claim(node, RDFS.label, Value(name), words if name in words else f"Then {name}.")
        if of is not None:
            self.claim(node, DIP.country, of, words)
        return node

    def person(self, *names: str, of: Node | None = None) -> Node:
        """Return a person."""
        return self.actor(DIP.Person, *names, of=of)

    def state(self, key: str, name: str) -> Node:
        """Return a state of the registry."""
        return self.actor(DIP.State, name, registry=key)

    def event(self, kind: URIRef, words: str, *who: Node, when: str = "", **more: Node | URIRef) -> Node:
        """Return an event told in a sentence; `when` is a day, or two with a slash between them."""
        node = Node(self.file, kind, f"{kind}:{len(self.claims)}")
        self.claim(node, RDF.type, kind, words)
        for actor in who:
            self.claim(node, DIP.visitor if kind == DIP.Visit else DIP.participant, actor, words)
        if when:
            first, _, last = when.partition("/")
            self.claim(node, DIP.earliest, Value(first, "date"), words)
            self.claim(node, DIP.latest, Value(last or first, "date"), words)
            self.claim(node, DIP.when, Value(when), words)
        for term, value in {"status": DIP.Occurred, **more}.items():
            self.claim(node, DIP[term], value, words)
        return node

    def tenure(self, holder: Node, title: str, of: Node, words: str, rank: URIRef | None = None) -> Node:
        """Return an office that a sentence tells."""
        node = Node(self.file, DIP.Tenure, f"tenure:{len(self.claims)}")
        told = (
            (RDF.type, DIP.Tenure),
            (DIP.holder, holder),
            (DIP.title, Value(title)),
            (DIP.of, of),
            (DIP.rank, rank),
        )
        for term, thing in told:
            if thing is not None:
                self.claim(node, term, thing, words)
        return node

    def statement(
        self, words: str, *who: Node, kind: URIRef = DIP.Statement, text: str = "", **more: Node
    ) -> Node:
        """Return a statement told in a sentence."""
        node = Node(self.file, kind, f"{kind}:{len(self.claims)}")
        self.claim(node, RDF.type, kind, words)
        for actor in who:
            self.claim(node, DIP.speaker, actor, words)
        if text:
            self.claim(node, DIP.text, Value(text), words)
        for term, value in more.items():
            self.claim(node, DIP[term], value, words)
        return node

    def extraction(self, **known: object) -> Extraction:
        """Return what was found in the article."""
        day = dt.date.fromisoformat(self.published) if self.published else None
        return Extraction(Article(self.file, self.text, published=day, **known), tuple(self.claims))  # type: ignore[arg-type]


def resolved(*tellings: Telling | Extraction, ledger: Ledger | None = None) -> Resolution:
    """Return what the articles tell together."""
    found = (t if isinstance(t, Extraction) else t.extraction() for t in tellings)
    return run(found, ledger or Ledger(), BASE)


def path(resolution: Resolution, node: Node) -> str:
    """Return the path of a node's IRI."""
    return resolution.iris[node].removeprefix(BASE)
