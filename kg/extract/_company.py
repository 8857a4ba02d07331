"""Those who are added to the encounters told before: present, accompanying, at the head of a delegation."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import _delegations, _lists, _openings, _presence, _roster, status
from kg.extract._fill import PAIRS
from kg.extract._told import AHEAD, Told
from kg.model import Claim, Node, Record, Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_NEWS = dt.timedelta(days=21)  # before the day of publication: what an article of today tells at length
_TAKING = frozenset({DIP.participant, DIP.host, DIP.initiator, DIP.headOfDelegation})


def join(reading: Reading, sentence: Sentence, number: int, found: list[Told]) -> tuple[Token, ...]:
    """Add those whom a sentence tells as present to encounters told before, and return the verbs that do.

    Who was present at a meeting was so at the last one, who accompanied somebody at all that he had.
    """
    places = [
        i for i in range(len(found)) if found[i].filled.frame.kind in PAIRS and found[i].number < number
    ]
    used = []
    nouns = {t.lemma_.lower() for t in reading.doc[sentence.start : sentence.end]}
    settled = [i for i in places if not found[i].is_ahead]
    for place in dict.fromkeys((*_main(found, places, nouns), *_main(found, settled, nouns))):
        last = found[place]
        for verb in _presence.verbs(reading, sentence, last.filled, number - _latest(reading, last)):
            theirs = _main(found, _alike(reading, verb, found, places), nouns)
            if theirs == [place] and _add(reading, found, theirs, verb):
                used.append(_telling(reading, sentence, verb))
    for verb, escorted in _presence.escorts(reading, sentence):
        visit = _last_visit(found, escorted)
        near = _alike(reading, verb, found, places)
        met = [i for i in near if escorted & _there(found[i])]
        theirs = [*_recent(reading, found, met), *visit]
        if not theirs and _presence.is_of_pronoun(verb):  # the parser takes "he" for the spokesman
            theirs = _near_visits(reading, found, number)
        if _add(reading, found, theirs, verb):
            used.append(_telling(reading, sentence, verb))
    for verb, groups in _delegations.comprising(reading, sentence):
        visits = _near_visits(reading, found, number)
        _add(reading, found, [i for i in visits if groups & set(found[i].filled.actors)], verb)
    return tuple(used)


def _near_visits(reading: Reading, found: Sequence[Told], number: int) -> list[int]:
    """Return the place of the visit told last, if that was shortly before a sentence."""
    visits = [i for i, t in enumerate(found) if t.filled.frame.kind == DIP.Visit and t.number < number]
    return [i for i in visits[-1:] if number - _latest(reading, found[i]) <= _presence.NEAR]


def _telling(reading: Reading, sentence: Sentence, verb: Token) -> Token:
    """Return the word below which all is told again: of "Also present were A and B" the whole sentence."""
    is_turn = _openings.turn(reading, sentence) == verb
    return reading.doc[sentence.start : sentence.end].root if is_turn else verb


def _latest(reading: Reading, told: Told) -> int:
    """Return the number of the last sentence so far that tells of an event."""
    spans = {span for claim in told.record.claims for span in claim.spans}
    return max(reading.number(s) for span in spans for s in reading.touched(span))


def _main(found: Sequence[Told], places: Sequence[int], nouns: set[str]) -> list[int]:
    """Return the place of the encounter told last: of a sentence that tells of several, the main one.

    Who met "on the sidelines of the summit" had a meeting; what "the summit" was is said by that noun.
    """
    near = [i for i in places if found[i].number == found[places[-1]].number]
    main = [i for i in near if not found[i].is_of_many or found[i].filled.trigger.lemma_.lower() in nouns]
    return (main or near)[-1:]


def _recent(reading: Reading, found: Sequence[Told], places: list[int]) -> list[int]:
    """Leave out encounters of long before the article, where others are told: "They last met in May 2019"."""
    published = reading.article.published
    if published is None:
        return places
    bound = (published - _NEWS).isoformat()
    return [i for i in places if (found[i].last_day or bound) >= bound] or places


def _alike(reading: Reading, verb: Token, found: Sequence[Told], places: list[int]) -> list[int]:
    """Return the places of the encounters that are as a verb is, past or to come; all where none is."""
    is_ahead = status.status(reading, verb) in AHEAD
    return _recent(reading, found, [i for i in places if found[i].is_ahead == is_ahead] or places)


def _add(reading: Reading, found: list[Told], places: Sequence[int], verb: Token) -> bool:
    """Add those whom a verb of presence names to some of the events, and say whether it tells of these.

    It does where it names somebody new, or none but those known to have taken part in "the meeting".
    """
    number = next(i for i, s in enumerate(reading.sentences) if s.start <= verb.i < s.end)
    sentence, nodes = reading.sentences[number], _presence.present(reading, verb)
    is_new = _added(reading, found, places, nodes, (sentence.span,))
    for line in _roster.below(reading, number):
        listed = _roster.people(reading, line.start, line.end)
        is_new = _added(reading, found, places, listed, (sentence.span, line.span)) or is_new
    return is_new or (bool(places) and bool(nodes) and _presence.is_again(verb))


def _there(told: Told) -> set[Node]:
    """Return those who took part, by the sentence that tells of the event or by later ones."""
    more = (c.object for c in told.record.claims if c.predicate in _TAKING)
    return {*told.filled.actors, *(n for n in more if isinstance(n, Node))}


def _last_visit(found: Sequence[Told], escorted: set[Node]) -> list[int]:
    """Return the place of the last visit of somebody, if there is any."""
    visits = [i for i, t in enumerate(found) if t.filled.frame.kind == DIP.Visit]
    return [i for i in visits if escorted & set(found[i].filled.actors)][-1:]


def with_heads(found: Sequence[Told]) -> tuple[Told, ...]:
    """Return the encounters with those who head the delegations that take part."""
    heads: dict[Node, list[Node]] = {}
    for told in found:
        groups = [n for n in told.filled.actors if n.kind == DIP.Group]
        leaders = [n for r, n in told.filled.roles if r == DIP.headOfDelegation]
        if len(groups) == 1:
            heads.setdefault(groups[0], []).extend(leaders)
    return tuple(_headed(t, heads) for t in found)


def _headed(told: Told, heads: dict[Node, list[Node]]) -> Told:
    if told.filled.frame.kind not in PAIRS:
        return told
    known = {c.object for c in told.record.claims if c.predicate in _TAKING}
    more = dict.fromkeys(h for n in told.filled.actors for h in heads.get(n, ()) if h not in known)
    spans = told.record.claims[0].spans
    claims = (Claim(told.record.node, DIP.headOfDelegation, h, spans, "event.delegation") for h in more)
    return replace(told, record=replace(told.record, claims=(*told.record.claims, *claims)))


def _added(
    reading: Reading, found: list[Told], places: Sequence[int], nodes: Sequence[Node], spans: tuple[Span, ...]
) -> bool:
    """Add participants to some of the events, and say whether any was new."""
    is_new = False
    for place in places:
        told = found[place]
        claims = tuple(_claims(told, nodes, spans))
        if claims:
            record = replace(told.record, claims=(*told.record.claims, *claims))
            found[place] = replace(told, record=_without_states(reading, record))
            is_new = True
    return is_new


def _claims(told: Told, nodes: Sequence[Node], spans: tuple[Span, ...]) -> Iterator[Claim]:
    known = {c.object for c in told.record.claims if c.predicate in {*_TAKING, DIP.visitor}}
    role = DIP.visitor if told.filled.frame.kind == DIP.Visit else DIP.participant
    for node in nodes:
        if node not in known:
            yield Claim(told.record.node, role, node, spans, "event.presence")


def _without_states(reading: Reading, record: Record) -> Record:
    """Return an encounter without the states for which the persons met whom it names."""
    taking = [c.object for c in record.claims if c.predicate in _TAKING and isinstance(c.object, Node)]
    states = _lists.represented(reading, taking)
    kept = tuple(c for c in record.claims if c.predicate not in _TAKING or c.object not in states)
    return replace(record, claims=kept)
