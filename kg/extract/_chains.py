"""Who tells an act of saying on whose word: sayings within sayings, outlets that were told, spokespersons."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract._act import Act, span
from kg.extract._lexicon import frame
from kg.extract._outlets import is_outlet
from kg.extract._verdicts import calls_lies
from kg.model import Span
from kg.text.reading import Reading

_DENIED = frozenset({"statement.noun", "statement.spread"})  # "denied reports that …", "spreads lies that …"
_ASIDE = frozenset({"while", "whereas", "although", "though", "as", "after"})
_ACCORDING = "statement.according-to"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def told(acts: list[Act]) -> list[Act]:
    """Return the acts without what one says that another thinks; what is said ends before an aside."""
    for act in acts:
        for other in acts:
            start = _aside(other)
            if (
                start is not None
                and act is not other
                and act.content is not None
                and act.covers(other.trigger)
            ):
                act.content = Span(act.content.start, max(act.content.start + 1, start))
    outer = [a for a in acts if a.rule != _ACCORDING]
    return [
        a for a in acts if not (_is_attitude(a) and any(o.covers(a.trigger) for o in outer if o is not a))
    ]


def _aside(act: Act) -> int | None:
    """Return where "…, with the minister saying" or "…, while diplomats warned" begins."""
    for verb in act.triggers[:1]:
        is_with = verb.dep_ == "pcomp" and verb.head.lower_ == "with"
        marks = {c.lower_ for c in verb.children if c.dep_ == "mark"} if verb.dep_ == "advcl" else set()
        first = verb.head if is_with else verb.left_edge
        own = any(c.dep_ == "nsubj" for c in verb.children)
        if own and (is_with or marks & _ASIDE) and first.i > verb.sent.start and first.nbor(-1).text == ",":
            return first.nbor(-1).idx
    return None


def _is_attitude(act: Act) -> bool:
    return bool(act.triggers) and all(frame("attitude").match(t) for t in act.triggers)


def nest(acts: list[Act]) -> None:
    """Tie each act to the one in whose content it stands; one that only passes on another has no content."""
    for act in acts:
        outer = [
            a
            for a in acts
            if a is not act and a.content is not None and a.covers(act.trigger) and not a.is_by(act)
        ]
        outer = [a for a in outer if a not in act.reports and not _is_inside(a, act)]
        if not outer:
            continue
        parent = min(outer, key=Act.size)
        if any(act is r for a in acts for r in a.reports):
            continue
        is_lie = any(map(calls_lies, act.triggers))
        parent.is_denial |= is_lie
        if parent.is_denial and (is_lie or act.rule in _DENIED):
            parent.denies.append(act)
            continue
        parent.reports.append(act)
        if any(t in parent.heads for t in act.triggers) or _is_all(parent, act):
            parent.content, parent.is_denial = None, False


def _is_inside(outer: Act, act: Act) -> bool:
    """Say whether of two acts that cover each other's words the second is the one that passes on the first.

    "According to the ministry", behind what it tells, always does.
    """
    if not act.covers(outer.trigger):
        return False
    if outer.rule == _ACCORDING != act.rule and act.content is not None:
        act.content = Span(act.content.start, max(act.content.start + 1, outer.trigger.start))
        return False
    return True


def _is_all(parent: Act, act: Act) -> bool:
    """Say whether what one tells is no more than the other's saying: "…, Liu said, Trend reports"."""
    if parent.content is None or act.content is None or not parent.content.covers(act.content):
        return False
    if not act.triggers or not parent.triggers or parent.triggers[0].idx < parent.content.end:
        return False
    verbs = (t for t in act.triggers[0].sent if t.tag_ in _FINITE and parent.content.covers(span(t)))
    return all(act.content.covers(span(t)) or t in act.triggers for t in verbs)


def parted(acts: Iterable[Act]) -> Iterator[Act]:
    """Yield the acts; reports by several, each of whom published his own, one by one."""
    for act in acts:
        if act.content is None and act.rule == "statement.noun":
            yield from (replace(act, speakers=(node,)) for node in act.speakers)
        else:
            yield act


def passed_on(reading: Reading, acts: Iterable[Act]) -> Iterator[Act]:
    """Yield an act for each outlet that was told something: it is the one who reports it."""
    for act in acts:
        for node in act.told:
            if act.content is not None and is_outlet(reading, node) and node not in act.speakers:
                outer = Act(act.trigger, (node,), None, act.spans[:1], "statement.told")
                outer.reports.append(act)
                yield outer


def attributed(reading: Reading, acts: Iterable[Act]) -> Iterator[Act]:
    """Yield an act for the one to whom a text says that it is attributable: he tells what follows."""
    for cue in frame("attributed").cues:
        at = reading.article.text.casefold().find(cue)
        who = next((m for m in reading.mentions if reading.doc[m.start].idx >= at + len(cue)), None)
        if (
            at < 0
            or who is None
            or not any(s.span.covers(Span(at, at + len(cue))) for s in reading.sentences)
        ):
            continue
        sentence = reading.sentence(who.head)
        told = {id(r) for a in acts for r in a.reports}
        through = [a for a in acts if a.trigger.start > at and a.content is not None and id(a) not in told]
        through = [a for a in through if not set(who.actors) & set(a.speakers)]
        if sentence is not None and through:
            outer = Act(Span(at, at + len(cue)), who.actors, None, [sentence.span], "statement.attributable")
            outer.reports += through
            yield outer
