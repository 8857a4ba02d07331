"""Events as frames declare them: meetings, calls, visits and actions."""

from collections.abc import Iterator, Sequence

from rdflib import RDF, URIRef

from kg.extract import _clause, _company, _dates, _discourse, _retelling, _several, status, when
from kg.extract._evoke import evoked
from kg.extract._fill import MET, PAIRS, Filled, Setting, fill
from kg.extract._frames import Frame
from kg.extract._told import AHEAD, Told
from kg.extract.when import Dated
from kg.model import Claim, Node, Record, Span, Value
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP, local

_UNDONE = frozenset({DIP.Cancelled, DIP.Denied})
_LATER = frozenset({"after", "following"})
_OPEN = frozenset({DIP.Occurred, DIP.Planned})  # what a verb of promise or offer makes its own of
_REACH = 3  # sentences after an event in which who did it may do more


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the events that an article tells of, one for each place where it does."""
    found: list[Told] = []
    for number, sentence in enumerate(reading.sentences):
        told_again = {t for verb in _company.join(reading, sentence, number, found) for t in verb.subtree}
        for token in reading.doc[sentence.start : sentence.end]:
            if token not in told_again:
                for filled, record in _told(reading, token, sentence, (found, number)):
                    _retelling.add(reading, found, Told(number, filled, record))
    return tuple(t.record for t in _company.with_heads(_several.without_leads(reading, found)))


def _leading(found: Sequence[Told], number: int, *, ahead: bool) -> tuple[Node, ...]:
    """Return who did what was told last: the visitor, or the subject of an encounter.

    Of what is to come that is whoever does what is to come, however far back: what was is background.
    """
    near = [t for t in reversed(found) if t.filled.frame.kind in MET]
    planned = [t for t in near if t.is_ahead] if ahead else []
    last = next((t.filled for t in planned or near if planned or number - t.number <= _REACH), None)
    if last is None:
        return ()
    travels = {n for t in near for r, n in t.filled.roles if r == DIP.visitor}
    visitors = tuple(n for r, n in last.roles if r == DIP.visitor)
    return visitors or tuple(n for n in last.actors if n in travels)[:1] or last.actors[:1]


def _last(found: Sequence[Told], *, ahead: bool) -> tuple[tuple[Node, ...], ...]:
    """Return between whom the encounters told so far were, the last first.

    Beside one of the past they need days of their own, for else nothing tells the two apart.
    """
    met = [t for t in reversed(found) if t.filled.frame.kind in PAIRS]
    settled = [t for t in met if not t.is_ahead]
    return tuple(t.filled.actors for t in (settled or met) if ahead or t.is_dated)


def _helped(reading: Reading, found: Sequence[Told], number: int) -> tuple[Node, ...]:
    """Return the states that the help told last went to, where that was told shortly before."""
    near = (t.filled for t in reversed(found) if number - t.number <= _REACH)
    told = next((f for f in near if f.frame.kind == DIP.Aid), None)
    receivers = () if told is None else (n for r, n in told.roles if r == DIP.participant)
    states = (n if n.kind == DIP.State else reading.actor(n).country for n in receivers)
    return tuple(dict.fromkeys(n for n in states if n is not None))


def _told(
    reading: Reading, token: Token, sentence: Sentence, before: tuple[Sequence[Told], int]
) -> Iterator[tuple[Filled, Record]]:
    """Yield what a word tells of, by the first frame that finds all it needs."""
    frames = tuple(evoked(token))
    whether = _whether(reading, token) if frames else None
    if whether is None:
        return
    ahead = whether in AHEAD
    last, unsaid = _last(before[0], ahead=ahead), _discourse.unsaid(reading, token)
    context = Setting(ahead, _leading(*before, ahead=ahead), last, _helped(reading, *before), unsaid)
    for filled in _first(reading, frames, token, context):
        is_now = _discourse.is_present(reading, filled, ahead=ahead)
        if is_now and _dated(reading, token, ahead=ahead) is None:
            continue
        yield filled, _record(reading, filled, sentence, whether)


def _whether(reading: Reading, token: Token) -> URIRef | None:
    """Return whether it took place; in the present tense a day to come makes a plan ("leaves on Friday")."""
    whether, published = status.status(reading, token), reading.article.published
    if whether != DIP.Occurred or published is None or _clause.clause(token).tag_ not in {"VBZ", "VBP"}:
        return whether
    dated = _dated(reading, token, ahead=False)
    return DIP.Planned if dated is not None and dated.earliest > published else whether


def _first(reading: Reading, frames: Sequence[Frame], token: Token, setting: Setting) -> tuple[Filled, ...]:
    """Return the first frame whose roles are filled; who travels and meets may be told as "I" and "we"."""
    met = _discourse.spoken(reading)
    readings = ((met if f.kind in MET else reading, f) for f in frames)
    return next((found for own, f in readings if (found := fill(own, f, token, setting))), ())


def _record(reading: Reading, filled: Filled, sentence: Sentence, whether: URIRef) -> Record:
    frame, trigger = filled.frame, filled.trigger
    if frame.status is not None and whether in _OPEN:
        whether = status.headed(reading, trigger) or frame.status
    others = ":".join(n.key for n in filled.actors)  # a word may evoke several encounters
    node = Node(reading.article.file, frame.kind, f"{local(frame.kind).lower()}:{trigger.idx}:{others}")
    rule = f"event.{frame.name}"
    values: list[tuple[URIRef, Node | URIRef | Value]] = [
        (RDF.type, frame.kind),
        (DIP.status, whether),
        *filled.roles,
        *((DIP.code, Value(code)) for code in _codes(frame, whether)),
        *((DIP.visitKind, Value(kind)) for kind in _kinds(filled)),
    ]
    bases: dict[object, str] = dict(filled.bases)
    said = (sentence.span,)
    claims = [Claim(node, term, value, said, rule, basis=bases.get(value)) for term, value in values]
    dated = _dated(reading, trigger, ahead=whether in AHEAD)
    if dated is not None and not (frame.kind in MET and _is_over(reading, dated, whether)):
        claims += _dates.claims(reading, node, dated, (sentence.span,), rule)
    return Record(node, Span(trigger.idx, trigger.idx + len(trigger)), None, tuple(claims))


def _is_over(reading: Reading, dated: Dated, whether: URIRef) -> bool:
    """Say whether days are past for what is to come: they were told of another encounter."""
    published = reading.article.published
    return whether in AHEAD and published is not None and dated.latest < published


def _codes(frame: Frame, whether: URIRef) -> tuple[str, ...]:
    """Return the codes of what is done, or of the intent; what is called off or denied has none."""
    if whether in _UNDONE:
        return ()
    return frame.ahead if whether in AHEAD else frame.codes


def _kinds(filled: Filled) -> tuple[str, ...]:
    """Return the words before a noun that say of what kind the visit is, as one string, if there are any."""
    told = [t.lower_ for t in filled.trigger.lefts if t.lower_ in filled.frame.told]
    return (" ".join(told),) if told else ()


def _dated(reading: Reading, trigger: Token, *, ahead: bool) -> Dated | None:
    """Return when an event takes place; "the second day of the visit" is no day of its beginning."""
    dated = when.dated(reading, trigger, future=ahead)
    if dated is None:
        return None
    words = reading.doc.char_span(dated.span.start, dated.span.end, alignment_mode="expand")
    if words is None:
        return dated
    counted = any(t.dep_ == "prep" and t.lower_ == "of" for t in words.root.children)
    is_day_of = counted and words.root.is_ancestor(trigger)
    # What is done after a visit dates it on one side only ("returned on Monday after a visit").
    is_later = (
        trigger.dep_ == "pobj" and trigger.head.lower_ in _LATER and trigger not in words.root.ancestors
    )
    is_day_of = is_day_of or (is_later and words.root.sent == trigger.sent)
    return None if is_day_of else dated
