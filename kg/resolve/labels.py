"""Display names: of actors as the sources spell them, of records made from what they are."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from rdflib import RDFS, URIRef

from kg.model import Node, Value
from kg.resolve import known, names
from kg.resolve.facts import Facts
from kg.vocab import DIP, local, superclasses

Settled = Mapping[tuple[str, URIRef], Node | URIRef | Value]
_WORDS = 12  # of a statement or a point that its label shows
_NAMED = (DIP.Actor, DIP.Topic, DIP.Place, DIP.Article)
# What each kind of event is called in front of those who took part; others are called by their class.
_CALLED = {
    DIP.Credentials: "Credentials presented",
    DIP.RelationsEstablished: "Relations established",
    DIP.RelationsSevered: "Relations severed",
    DIP.EmbassyOpened: "Embassy opened",
    DIP.EmbassyClosed: "Embassy closed",
}


def make(facts: Facts, paths: Mapping[Node, str], settled: Settled) -> dict[str, str]:
    """Return the display name of each path: of actors first, since those of records are made from them."""
    nodes: dict[str, list[Node]] = {}
    for node in facts.nodes:
        nodes.setdefault(paths[node], []).append(node)
    labels = {p: _name(facts, group) for p, group in nodes.items() if _is(group[0], *_NAMED)}
    writer = _Writer(facts, paths, settled, nodes, labels)
    for kinds in ((DIP.Tenure, DIP.Event, DIP.Agreement), (DIP.Provision,)):
        labels.update({p: writer.record(p) for p, group in nodes.items() if _is(group[0], *kinds)})
    for path, group in nodes.items():
        if _is(group[0], DIP.Statement):
            labels[path] = writer.statement(path)
    return {p: labels.get(p) or p.partition("/")[2].replace("-", " ") for p in nodes}


def _is(node: Node, *kinds: URIRef) -> bool:
    return any(kind in superclasses(node.kind) for kind in kinds)


def _name(facts: Facts, nodes: Iterable[Node]) -> str:
    """Return the registry's name, else the fullest one; of several spellings the most frequent."""
    counts: Counter[str] = Counter()
    for node in nodes:
        row = known.row(node)
        if row and row.label:
            return row.label
        for claim in facts.about(node, RDFS.label):
            if isinstance(claim.object, Value):
                counts[claim.object.text] += len(claim.spans) or 1
    return max(counts, key=lambda name: (len(name.split()), counts[name]), default="")


class _Writer:
    """Makes the labels of records from the labels of what they lead to."""

    def __init__(
        self,
        facts: Facts,
        paths: Mapping[Node, str],
        settled: Settled,
        nodes: Mapping[str, list[Node]],
        labels: dict[str, str],
    ) -> None:
        self.facts, self.paths, self.settled, self.nodes, self.labels = facts, paths, settled, nodes, labels

    def record(self, path: str) -> str:
        """Return the label of a tenure, an event, an agreement or a provision."""
        kind = self.nodes[path][0].kind
        if kind == DIP.Tenure:
            return ", ".join(
                (*self._at(path, DIP.holder), *self._texts(path, DIP.title)[:1], *self._at(path, DIP.of))
            )
        if kind == DIP.Provision:
            return f"“{self._opening(path)}”"
        if kind == DIP.Agreement:
            return self._dated(path, self._agreement(path))
        return self._dated(path, self._event(path, kind))

    def statement(self, path: str) -> str:
        """Return the label of a statement: who, and the first words; of a report, whose words."""
        speakers = _listed(self._at(path, DIP.speaker)) or "Somebody"
        if self._texts(path, DIP.text):
            verb = " denied" if self.nodes[path][0].kind == DIP.Denial else ""
            return f"{speakers}{verb}: “{self._opening(path)}”"
        for term, verb in ((DIP.denies, "denied"), (DIP.reports, "reported")):
            for inner in self._paths(path, term):
                told = _listed(self._at(inner, DIP.speaker))
                return (
                    f"{speakers} {verb} {told}: “{self._opening(inner)}”" if told else f"{speakers} {verb} it"
                )
        return f"{speakers}: “{self._opening(path)}”"

    def _event(self, path: str, kind: URIRef) -> str:
        who = self._at(path, DIP.participant)
        called = _CALLED.get(kind, local(kind))
        if kind == DIP.Visit:
            places = self._paths(path, DIP.place)
            states = [p for p in places if self.nodes[p][0].kind == DIP.State]
            where = _listed(self.labels[p] for p in states or places)
            visitors = _listed(self._at(path, DIP.visitor) or who)
            return " ".join(filter(None, (called, visitors and f"of {visitors}", where and f"to {where}")))
        if kind in (DIP.Meeting, DIP.Call):
            return f"{called} of {_listed(sorted(who))}" if who else called
        if kind == DIP.Retraction:
            told = [f": “{self._opening(p)}”" for p in self._paths(path, DIP.retracts)]
            return f"Retraction by {_listed(who)}{''.join(told[:1])}" if who else called
        first = self._at(path, DIP.initiator)
        return f"{called}: {', '.join((*first, *(w for w in who if w not in first)))}" if who else called

    def _agreement(self, path: str) -> str:
        told_names = self._texts(path, RDFS.label)
        parties = _listed(sorted(self._at(path, DIP.party)))
        if not told_names:
            acts = [f": {self._opening(p)}" for p in self._paths(path, DIP.provision)]
            return (
                f"Agreement of {parties}{''.join(acts[:1])}" if parties else f"Agreement{''.join(acts[:1])}"
            )
        name = max(told_names, key=lambda n: len(n.split()))
        title = name[:1].upper() + name[1:]
        told = all(p.casefold() in name.casefold() for p in self._at(path, DIP.party))
        return title if told else f"{title} ({parties})"

    def _dated(self, path: str, label: str) -> str:
        when = [self.settled.get((path, term)) for term in (DIP.earliest, DIP.latest, DIP.when)]
        first, last, exact = (v.text if isinstance(v, Value) else None for v in when)
        told = period(first, last, stay="/" in (exact or ""))
        return f"{label}, {told}" if told else label

    def _opening(self, path: str) -> str:
        texts = self._texts(path, DIP.text) or (self.facts.words(self.nodes[path][0]),)
        words = names.content(texts[0])
        return names.unquoted(" ".join(words[:_WORDS])) + ("…" if len(words) > _WORDS else "")

    def _paths(self, path: str, term: URIRef) -> tuple[str, ...]:
        found = (self.paths[n] for node in self.nodes[path] for n in self.facts.nodes_at(node, term))
        return tuple(dict.fromkeys(found))

    def _at(self, path: str, term: URIRef) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.labels.get(p, "") for p in self._paths(path, term)))

    def _texts(self, path: str, term: URIRef) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for node in self.nodes[path] for t in self.facts.texts(node, term)))


def period(first: str | None, last: str | None, *, stay: bool) -> str:
    """Return ISO bounds in words, empty where one is unknown; `stay`: they are first and last day, no bounds.

    >>> period("2025-04-22", "2025-04-23", stay=True), period("2025-04-03", "2025-04-30", stay=False)
    ('22–23 April 2025', 'between 3 and 30 April 2025')
    """
    if not first or not last:
        return ""
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if start == end:
        return _day(start)
    if (start, end) == (dt.date(start.year, 1, 1), dt.date(start.year, 12, 31)):
        return str(start.year)
    if (
        start.day == 1
        and (start.year, start.month) == (end.year, end.month)
        and (end + dt.timedelta(1)).day == 1
    ):
        return f"{start:%B %Y}"
    from_day = _day(start).removesuffix(f" {end:%B %Y}") if start.month == end.month else _day(start)
    if from_day.endswith(f" {end.year}"):
        from_day = from_day.removesuffix(f" {end.year}")
    return f"{from_day}–{_day(end)}" if stay else f"between {from_day} and {_day(end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them."""
    *most, last = [n for n in names if n] or [""]
    return f"{', '.join(most)} and {last}" if most else last
