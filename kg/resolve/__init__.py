"""Resolve the corpus, once: who is who, which event is told twice, what each is called and its IRI."""

from collections.abc import Callable, Iterable, Mapping

from kg.iris import segment, slug
from kg.model import Decision, Extraction, Node, Resolution
from kg.resolve import (
    actors,
    agreements,
    consequences,
    copies,
    events,
    facts,
    labels,
    sayings,
    settle,
    sources,
    tenures,
)
from kg.resolve.facts import Facts
from kg.resolve.ledger import Ledger
from kg.resolve.merging import Merges
from kg.resolve.minting import Minted
from kg.vocab import DIP, classes, superclasses

_RECORDS = tuple(sorted(segment(kind) for kind in classes() if DIP.Record in superclasses(kind)))

Stage = Callable[[Facts, Mapping[Node, str], Ledger], tuple[Minted, Merges]]
# States first, for others are told apart by them; statements last, for they tell of all the others.
_STAGES: tuple[Stage, ...] = (
    actors.states_of,
    actors.others,
    tenures.same,
    events.same,
    agreements.same,
    agreements.points,
    sayings.same,
)


def run(extractions: Iterable[Extraction], ledger: Ledger, base: str) -> Resolution:
    """Return who and what all nodes of a corpus are, and all that is claimed of them.

    The order of the extractions does not matter; the same extractions and ledger give the same resolution.
    """
    told = facts.gather(map(sources.described, extractions))
    paths, decisions, merges = _identified(told, ledger)
    claims = (
        *(c for about in told.claims.values() for c in about),
        *tenures.attested(told, paths),
        *consequences.reported(told),
        *copies.found(told),
    )
    claims = (*claims, *consequences.denied(told), *sayings.echoes(told, paths))
    gained, void = consequences.only(told, paths)
    claims = tuple(dict.fromkeys(c for c in (*claims, *gained) if c not in void))
    settled = settle.winners(claims, paths, told.articles)
    names = labels.make(told, paths, settled)
    gone, leads, rows = _former(ledger, frozenset(paths.values()), decisions)
    return Resolution(
        iris={node: base + path for node, path in paths.items()},
        labels={base + path: name for path, name in sorted(names.items())},
        claims=claims,
        redirects=tuple((base + old, base + new) for old, new in leads.items()),
        merges=tuple((node, base + paths[node], reason) for node, reason in merges),
        settled={(base + path, term): value for (path, term), value in settled.items()},
        gone=tuple((base + path, words) for path, words in gone),
        decisions=rows,
    )


def _identified(
    told: Facts, ledger: Ledger
) -> tuple[dict[Node, str], tuple[Decision, ...], tuple[tuple[Node, str], ...]]:
    """Return the paths of all nodes; each stage knows those of the stages before it."""
    articles = (sources.node(a) for a in told.articles.values())
    paths = {n: f"{segment(DIP.Article)}/{slug(n.key)}" for n in articles}
    decisions: list[Decision] = []
    merges: list[tuple[Node, str]] = []
    for stage in _STAGES:
        minted, joined = stage(told, paths, ledger)
        paths |= minted.paths
        decisions += minted.decisions
        merges += joined
    return paths, tuple(decisions), tuple(merges)


def _former(
    ledger: Ledger, minted: frozenset[str], decisions: Iterable[Decision]
) -> tuple[tuple[tuple[str, str], ...], dict[str, str], tuple[Decision, ...]]:
    """Return IRIs that no source tells of now, those that lead elsewhere, and all that the ledger gains.

    A record that only changed its class keeps the rest of its address: its old IRI leads to the new one.
    """
    rows = list(decisions)
    leads = {d.iri: d.other for d in rows if d.relation == "same as"}
    leads |= {old: leads.get(new, new) for old, new in ledger.successors.items()}
    words = {ledger.current(d.iri): d.other for d in ledger.decisions if d.relation == "names"}
    lost = [path for path in words if path not in minted and path not in leads]
    for path in [p for p in lost if p.partition("/")[0] in _RECORDS]:
        now = [f"{s}/{path.partition('/')[2]}" for s in _RECORDS]
        heirs = [p for p in now if p in minted]
        if len(heirs) == 1:
            leads[path] = heirs[0]
            rows.append(Decision(path, "same as", heirs[0], note="told as another kind of record"))
    gone = tuple(sorted((path, words[path]) for path in lost if path not in leads))
    return gone, dict(sorted(leads.items())), tuple(rows)
