"""What the things of one article are called where no corpus has named them yet."""

from collections.abc import Iterable

from rdflib import RDFS, URIRef

from kg.model import Claim, Node, Value
from kg.resolve import known
from kg.vocab import DIP, local, superproperties

_LONG = 60  # letters of a statement by which it is told from others
_WHO = (DIP.participant, DIP.speaker, DIP.party, DIP.holder)


class Names:
    """Names of an article's things: of actors the registry's, else the fullest; of records who is in them."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._labels: dict[Node, str] = {}
        self._who: dict[Node, list[Node]] = {}
        self._texts: dict[Node, str] = {}
        for claim in claims:
            self._note(claim)

    def _note(self, claim: Claim) -> None:
        node, value = claim.subject, claim.object
        if isinstance(value, Value):
            if claim.predicate == RDFS.label:
                self._name(node, value.text)
            if claim.predicate == DIP.text:
                self._texts[node] = value.text
        elif isinstance(value, Node) and not set(_WHO).isdisjoint(superproperties(claim.predicate)):
            self._who.setdefault(node, []).append(value)

    def _name(self, node: Node, told: str) -> None:
        if len(told) > len(self._labels.get(node, "")):
            self._labels[node] = told

    def knows(self, node: Node) -> bool:
        """Say whether something is named in the claims."""
        return node in self._labels

    def of(self, value: Node | URIRef | Value) -> str:
        """Return what a value is called."""
        if isinstance(value, Value):
            return value.text
        if isinstance(value, URIRef):
            return local(value)
        row = known.row(value)
        return (
            (row and row.label)
            or self._labels.get(value)
            or f"{local(value.kind).lower()} {self.about(value)}".rstrip()
        )

    def about(self, node: Node) -> str:
        """Return who is in a record and the first words of what is said; empty where neither is told."""
        who = ", ".join(dict.fromkeys(map(self.of, self._who.get(node, ()))))
        said = " ".join(self._texts.get(node, "").split())
        short = said if len(said) <= _LONG else f"{said[:_LONG].rstrip()}…"
        return " ".join(filter(None, (f"of {who}" if who else "", f"“{short}”" if short else "")))
