"""What is missed, what is false and what differs in one article, in words for a researcher."""

from collections.abc import Iterable, Iterator

from kg.evaluating.finds import LAYERS, Actor, Agreement, Dated, Dates, Event, Find, Record, Role, Statement
from kg.evaluating.matching import Pairs, counted
from kg.evaluating.scoring import Scored

LONGEST = 110  # code points of a quotation: two lines of a terminal
Miss = tuple[str, str]


def misses(scored: Scored, text: str) -> Iterator[Miss]:
    """Yield the kind of each miss ("events missed"), and what it is about."""
    for layer in LAYERS:
        pairs = counted(scored.matching.layer(layer))
        right = {id(one) for pair in pairs for one in pair}
        wanted, got = scored.judged(layer)
        yield from ((f"{layer} missed", shown(one, text)) for one in wanted if id(one) not in right)
        yield from ((f"{layer} false", shown(one, text)) for one in got if id(one) not in right)
    events, agreements = counted(scored.matching.events), counted(scored.matching.agreements)
    for gold, found in events:
        yield from _differ("participants", gold, gold.who, scored.matching.who(found))
    dated: Pairs[Dated] = (*events, *agreements)
    for record, other in dated:
        yield from _differ("dates", record, _days(record.dates), _days(other.dates))
        yield from _differ("status", record, [record.status], [other.status])
    for saying, other_saying in counted(scored.matching.statements):
        chains = _chains(saying.chains), _chains(scored.matching.chains(other_saying))
        yield from _differ("attribution", saying, *chains)
        yield from _differ("kind of statement", saying, [saying.kind], [other_saying.kind])


def names(ids: Iterable[str]) -> str:
    """Return ids as people read them: of an IRI its last two parts, "person/liu-jianchao"."""
    return ", ".join(sorted("/".join(one.split("/")[-2:]) for one in ids)) or "nobody"


def shown(find: Find, text: str) -> str:
    """Return a find in a line: its kind, who takes part, and the first words it rests on."""
    match find:
        case Actor():
            return f"{find.kind} {names([find.id])} ({', '.join(sorted(find.names))})"
        case Role():
            bodies = ", ".join(sorted(find.bodies)) or "no body"
            return f"{names([find.person])}: {', '.join(find.titles) or 'no title'} of {bodies}"
        case Event() | Statement():
            return f"{find.kind} {_told(find, text)}"
        case Agreement():
            return f"Agreement {_told(find, text)}"
    raise TypeError(find)


def _told(record: Record, text: str) -> str:
    words = " ".join(text[record.at[0].start : record.at[0].end].split()) if record.at else ""
    return f"{names(record.who)} “{words if len(words) <= LONGEST else f'{words[:LONGEST]}…'}”"


def _differ(what: str, record: Record, gold: Iterable[str], found: Iterable[str]) -> Iterator[Miss]:
    if set(gold) != set(found):
        yield f"other {what}", f"{names(record.who)}: found {names(found)}, gold has {names(gold)}"


def _days(dates: Dates) -> list[str]:
    first, last = (day or "unknown" for day in dates)
    return [first if first == last else f"{first} to {last}"]


def _chains(chains: Iterable[tuple[str, ...]]) -> list[str]:
    return [" by ".join(names([one]) for one in chain) for chain in chains]
