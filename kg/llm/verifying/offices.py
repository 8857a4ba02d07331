"""Offices of persons as an answer tells them, where the words bear them out."""

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.llm.schema import Role
from kg.llm.verifying.arguments import Frame
from kg.llm.verifying.case import Case, short
from kg.llm.verifying.meaning import Named, who
from kg.llm.verifying.needs import need
from kg.model import Dropped, Node, Record, Span, Value
from kg.registry.titles import office
from kg.vocab import DIP

FAMILY = "role"


def records(case: Case, cast: tuple[Named, ...]) -> Iterator[Record | Dropped]:
    """Yield the tenures that are borne out, and why others are not."""
    for holder in cast:
        for role in holder.actor.roles:
            yield _role(case, cast, holder, role)


def _role(case: Case, cast: tuple[Named, ...], holder: Named, role: Role) -> Record | Dropped:
    evidence = case.evidence((role.evidence,))
    if isinstance(evidence, str):
        return case.rejected(FAMILY, evidence)
    titles = case.whole(role.title, evidence)
    if not titles:
        return case.rejected(
            FAMILY, f"the title {short(role.title)} does not stand in the evidence", evidence[0]
        )
    frame = Frame(case, cast, FAMILY, DIP.Tenure, evidence, titles[0])
    reason = _refused(frame, holder)
    if reason is not None:
        return frame.rejected(reason)
    body = who(case, cast, role.of, evidence, need(FAMILY, "of"))
    if isinstance(body, str) or len(body.nodes) != 1:
        return frame.rejected(
            f"of: {body}" if isinstance(body, str) else f"of: {short(role.of)} means several"
        )
    return _record(frame, holder.node, body.nodes[0], titles[0])


def _refused(frame: Frame, holder: Named) -> str | None:
    """Return why somebody does not hold the office whose title evokes the record, None where he may."""
    wanted = need(FAMILY, "holder")
    if not wanted.allows(holder.node.kind):
        return "only a person holds an office"
    held = [who(frame.case, frame.cast, name, frame.evidence, wanted) for name in holder.actor.names]
    if not any(not isinstance(each, str) and holder.node in each.nodes for each in held):
        return "who holds it does not stand in the evidence"
    read = [o.holder for o in frame.case.reading.offices if o.span.meets(frame.trigger)]
    return "it is read as the office of another" if read and holder.node not in read else None


def _record(frame: Frame, holder: Node, body: Node, title: Span) -> Record:
    words = " ".join(frame.case.text[title.start : title.end].split())
    known = office(words)
    name = known.name if known is not None else words.casefold()
    node = Node(frame.case.article.file, DIP.Tenure, f"tenure:{holder.key}:{name}:{body.key}")
    values: list[tuple[URIRef, Node | URIRef | Value]] = [
        (RDF.type, DIP.Tenure),
        (DIP.holder, holder),
        (DIP.title, Value(words)),
        (DIP.of, body),
    ]
    if known is not None:
        state = body.registry if body.kind == DIP.State else None
        values.append((DIP.rank, DIP[known.rank_in(state, body=body.kind != DIP.State)]))
    return Record(node, title, None, tuple(frame.claim(node, p, v, frame.evidence) for p, v in values))
