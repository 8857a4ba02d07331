"""The flat layer and the claims agree: each fact is claimed, each claim that stands is a fact."""

from collections.abc import Iterator

from kg.check.index import RDF, Index, Term, words
from kg.vocab import DIP

Triple = tuple[str, str, Term]

CLAIMED = (DIP.Record, DIP.Tenure, DIP.Actor)  # the classes whose every flat triple has a claim
# One value wins for each of these; the claims of the others stay.
SINGLE = {str(term) for term in (DIP.status, DIP.rank, DIP.earliest, DIP.latest, DIP.when)}


def faults(index: Index) -> Iterator[str]:
    """Yield a line for each flat triple without a claim, and each standing claim without its triple."""
    claims = {claim: _triple(index, claim) for claim in index.of_class(DIP.Claim)}
    claimed = {triple for triple in claims.values() if triple is not None}
    for subject in index.of_class(*CLAIMED):
        for predicate, value in index.about(subject):
            if (subject, predicate, value) not in claimed:
                yield f"{subject} {predicate} {value}: expected a claim of it, found none"
    flat = set(index)
    for claim, triple in claims.items():
        if triple is not None and triple not in flat and not _is_overruled(index, claim, triple):
            yield f"{claim}: expected its triple among the facts, found none: {' '.join(map(str, triple))}"


def _triple(index: Index, claim: str) -> Triple | None:
    """Return what a claim claims; None where a part lacks, which the shapes tell."""
    parts = dict(index.about(claim))
    subject, predicate = parts.get(f"{RDF}subject"), parts.get(f"{RDF}predicate")
    value = parts.get(f"{RDF}object")
    if subject is None or predicate is None or value is None:
        return None
    return words(subject), words(predicate), value


def _is_overruled(index: Index, claim: str, triple: Triple) -> bool:
    """Say whether a person rejected a claim, or another value won."""
    subject, predicate, _ = triple
    if index.one(claim, DIP.review) == str(DIP.Rejected):
        return True
    return predicate in SINGLE and index.one(subject, predicate) is not None
