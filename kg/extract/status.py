"""Whether what a text tells has taken place, is planned, proposed, called off or denied."""

from collections.abc import Iterator
from functools import cache

from rdflib import URIRef

from kg.extract import _mood, _occasions
from kg.extract._clause import has_to, is_verbal
from kg.extract._lexicon import Frame, frame
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_VERBAL = frozenset({"VERB", "AUX"})
_WOULD = frozenset({"would", "'d", "’d"})
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"}) | _WOULD
_URGED = frozenset({"should", "must", "ought"})
_DOUBTED = frozenset({"may", "might", "could", "can"})
_IF = frozenset({"if", "unless", "whether", "lest", "as if", "in case"})
# Adjuncts share the status of the clause they stand in; a verb lends its own to its complements only.
_COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "dobj", "nsubjpass", "oprd", "attr", "acomp", "pcomp", "prep", "dative", "csubjpass"}
)
_GOVERNING = frozenset({"to", "for", "on", "with", "of", "about"})
_GOVERNED = frozenset(
    {"ccomp", "conj", "acl"}
)  # not csubj: what a parser takes for one is mostly a clause of its own
_SUBJECTS = frozenset({"nsubj", "csubj"})
_SIDES = frozenset({"conj", "appos", "compound", "nmod"})
# Words by which a text tells again of what its headline names.
_FAMILIES = (
    frozenset({"visit", "travel", "trip", "tour", "depart", "arrive", "go", "pay"}),
    frozenset({"meeting", "meet", "talk", "talks", "summit", "hold"})
    | {"receive", "host", "dialogue", "discuss", "forum"},
    frozenset({"call", "speak", "phone", "conversation"}),
)
_LENGTH = 12  # steps up a sentence: deeper ones tell of something else


def status(reading: Reading, trigger: Token) -> URIRef | None:
    """Return the status of what a word evokes, None where nothing is claimed (wishes, conditions, habits).

    Args:
        reading: the article.
        trigger: the verb or noun that evokes it.
    """
    verdict = _verdict(trigger)
    if verdict is None and not any(_is_finite(t) for t in trigger.sent):
        verdict = next((v for t in _retold(reading, trigger) if (v := _verdict(t)) is not None), None)
        verdict = verdict or _headed_ahead(trigger)
    if verdict is None:
        return DIP.Occurred
    return None if verdict == DIP.Status else verdict


def headed(reading: Reading, trigger: Token) -> URIRef | None:
    """Return what the last heading in capitals says of the entries below it ("WITHDRAWALS")."""
    before = (s for s in reading.sentences if s.end <= trigger.i)
    words = (reading.doc[s.start : s.end] for s in before)
    heading = next((w for w in reversed(list(words)) if w.text.isupper()), ())
    nouns = {t.lower_.removesuffix("s") for t in heading}
    return next((f.kind for f in _frames() if nouns & f.nouns), None)


def _headed_ahead(noun: Token) -> URIRef | None:
    """Return what a title without a verb says: "A and B before their meeting"."""
    leading = _occasions.framing(noun)
    is_ahead = leading is not None and leading.lower_ in {"before", "ahead", "prior"}
    return DIP.Planned if is_ahead else None


def _verdict(trigger: Token) -> URIRef | None:
    """Return the innermost verdict, but what was planned and then called off, or only wished for, is that."""
    found = [v for v in _verdicts(trigger) if v is not None]
    is_ahead = found[:1] in ([DIP.Planned], [DIP.Proposed])
    is_undone = is_ahead and found[1:2] in (
        [DIP.Cancelled],
        [DIP.Status],
        [DIP.Denied],
    )  # "hope that she will"
    verdict = found[1] if is_undone else next(iter(found), None)
    return DIP.Cancelled if verdict == DIP.Planned and _mood.is_given_up(trigger) else verdict


def _retold(reading: Reading, trigger: Token) -> Iterator[Token]:
    """Yield the first sentence's words of one kind with a headline's, which has no tense of its own."""
    family = next((f for f in _FAMILIES if trigger.lemma_.lower() in f), frozenset())
    own = reading.sentence(trigger.i)
    for sentence in reading.sentences:
        if own is not None and sentence.start >= own.end:
            told = [t for t in reading.doc[sentence.start : sentence.end] if t.lemma_.lower() in family]
            if told:
                yield told[0]
                return


def _verdicts(trigger: Token) -> Iterator[URIRef | None]:
    """Yield what each word above a trigger says, from the inside out, up to the verb that has a tense."""
    token, below, is_adjunct = trigger, None, False
    for _ in range(_LENGTH):
        # The verb that another is joined to governs nothing of that one's ("called on A and held talks").
        if below is not None and below.head == token and not is_adjunct:
            yield _governed(token, below)
        yield _verbal(token, below) if _is_verb(token) else _nominal(token)
        if (
            token.head == token
            or _is_parted(token)
            or token.dep_ == "relcl"
            or (_is_finite(token) and token.dep_ not in _GOVERNED)
        ):
            return
        if token.dep_ in _SIDES:  # "will visit Oslo and meet": the first of a list speaks for the others
            token = token.head
        else:
            is_adjunct = is_adjunct or _is_adjunct(token)
            token, below = token.head, token


def _is_verb(token: Token) -> bool:
    return token.pos_ in _VERBAL or is_verbal(token)


def _is_parted(token: Token) -> bool:
    """Say whether a semicolon stands between a word and its head: what is behind it is told for itself."""
    first, last = sorted((token.i, token.head.i))
    return token.pos_ in _VERBAL and any(t.text == ";" for t in token.doc[first:last])


def _is_finite(token: Token) -> bool:
    if token.pos_ not in _VERBAL or has_to(token):
        return False
    helped = any(c.dep_ in {"aux", "auxpass"} and c.lower_ != "to" for c in token.children)
    return token.tag_ in {"VBD", "VBZ", "VBP"} or (helped and not has_to(token))


def _is_adjunct(token: Token) -> bool:
    """Say whether a word opens an adjunct, which shares the tense of its clause and nothing else."""
    return token.dep_ == "prep" and token.lower_ not in _GOVERNING


def _governed(token: Token, below: Token) -> URIRef | None:
    """Return what a governing word makes of its complement."""
    if token.pos_ in _VERBAL:
        return _by_verb(token, below)
    if token.pos_ in {"ADP", "SCONJ"}:
        return None
    if token.pos_ == "ADJ":
        return _cue(token.lower_)
    return _by_noun(token, below)


def _by_verb(verb: Token, below: Token) -> URIRef | None:
    is_bidden = below.dep_ == "advcl" and has_to(below) and (_bids(verb) or verb.lemma_ == "invite")
    if below.dep_ not in _COMPLEMENTS and not is_bidden:
        return None
    if below.dep_ == "prep" and below.lower_ not in _GOVERNING:
        return None
    if verb.lemma_ in {"have", "be"} and any(c.lower_ == "yet" for c in verb.children) and has_to(below):
        return DIP.Status  # "has yet to visit"
    found = next((f.kind for f in _frames() if f.match(verb)), None)
    if found is None and _mood.is_scheduling(verb):
        found = DIP.Planned
    if below.dep_ in {"advcl", "xcomp"} and has_to(below) and _bids(verb):
        found = DIP.Proposed
    if verb.lower_ == "going" and below.dep_ == "xcomp":
        found = DIP.Planned
    is_promise = below.dep_ in {"xcomp", "ccomp"} or any(c.dep_ == "pcomp" for c in below.children)
    if found is None and is_promise and frame("resolved").match(verb):
        found = DIP.Planned
    if found == DIP.Planned and _is_performed(verb, below):
        return None
    if found is None or (found == DIP.Planned and below.dep_ == "ccomp" and _is_finite(below)):
        return None  # a clause has a tense of its own, which counts ("announced that they had met")
    return DIP.Status if _is_negated(verb) else found


def _is_performed(verb: Token, below: Token) -> bool:
    """Say whether a verb does what its object names: "announced the recall of its envoy"."""
    acts = frame("performed")
    return below.dep_ == "dobj" and below.lemma_.lower() in acts.nouns and acts.match(verb)


def _bids(verb: Token) -> bool:
    """Say whether a verb bids, or its object is a bidding: "extended an invitation to A to visit"."""
    return frame("bidding").match(verb) or any(
        c.dep_ == "dobj" and c.lemma_.lower() in frame("bidding").nouns for c in verb.children
    )


def _by_noun(noun: Token, below: Token) -> URIRef | None:
    if below.dep_ == "prep" and below.lower_ not in _GOVERNING:
        return None
    if below.dep_ not in {"prep", "acl", "ccomp", "xcomp"}:
        return None
    found = next((f.kind for f in _frames() if noun.lemma_.lower() in f.nouns), None)
    is_accepted = noun.dep_ in {"dobj", "nsubjpass"} and frame("accepted").match(noun.head)
    return DIP.Planned if found == DIP.Proposed and is_accepted and not _is_negated(noun.head) else found


def _nominal(noun: Token) -> URIRef | None:
    """Return what the modifiers of a noun say."""
    for child in noun.children:
        if child.dep_ in {"amod", "acl", "advmod", "nmod"} and child.i < noun.i:
            found = _cue(child.lower_)
            if found is not None:
                return found
        if child.dep_ in {"acl", "relcl"} and child.i > noun.i:
            found = _participle(child)
            if found is not None:
                return found
        if child.dep_ == "det" and child.lower_ in {"no", "any", "every"}:
            return DIP.Status
    return None


def _participle(verb: Token) -> URIRef | None:
    """Return what a participle or infinitive after a noun says ("scheduled for May", "to be held")."""
    if verb.tag_ == "VBN":
        if verb.lemma_ in {"aim", "intend"}:  # "an accord aimed at peace" tells what it is for
            return None
        return next((f.kind for f in _frames() if f.match(verb)), None) if not has_to(verb) else DIP.Planned
    if verb.lemma_ in {"hold", "sign", "take", "attend", "convene", "host", "conclude"} and has_to(verb):
        return DIP.Planned
    return None


def _verbal(verb: Token, below: Token | None) -> URIRef | None:
    """Return what a verb's own form says: its auxiliaries, adverbs, negation, and the clause it opens."""
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in verb.children):
        return DIP.Status
    is_subject = below is not None and below.dep_ in _SUBJECTS
    predicate = next((c for c in verb.children if c.dep_ in {"acomp", "oprd"} and c != below), None)
    if is_subject and predicate is not None:  # "the visit is due", "the summit is likely"
        found = _cue(predicate.lower_)
        if found is not None:
            return found
    if below is None and _is_when(verb):
        return _auxiliary(verb.head, is_subject=False)
    if _is_negated(verb) or _mood.is_asked(verb) or _mood.is_counterfactual(verb):
        return DIP.Status
    if any(c.dep_ == "advmod" and _cue(c.lower_) == DIP.Status for c in verb.children):
        return DIP.Status
    return _auxiliary(verb, is_subject=is_subject)


def _auxiliary(verb: Token, *, is_subject: bool) -> URIRef | None:
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if is_subject and words & (_AHEAD | _DOUBTED) and frame("effect").match(verb):
        return DIP.Occurred
    if words & _AHEAD:
        return DIP.Planned
    if words & _URGED:
        return DIP.Proposed
    if words & _DOUBTED:
        return DIP.Status
    if "to" in words:
        return _infinitive(verb)
    return None


def _is_when(verb: Token) -> bool:
    """Say whether a verb in the present tells when something is to be: "will sign it when they meet"."""
    is_clause = verb.dep_ == "advcl" and verb.tag_ in {"VBP", "VBZ"}
    return is_clause and any(c.lower_ in {"when", "once", "before", "until"} for c in verb.children)


def _infinitive(verb: Token) -> URIRef | None:
    """Return what "is to visit" and "Minister to visit Oslo" say; others lean on what governs."""
    head = verb.head
    if head.lower_ in _URGED:  # "ought to" takes the infinitive as a verb does
        return DIP.Proposed
    if not any(_is_finite(t) for t in verb.sent):
        return DIP.Planned
    is_copula = head.lemma_ == "be" and head.pos_ == "AUX" and verb.dep_ == "xcomp" and verb.i - head.i <= 3
    return DIP.Planned if is_copula and any(c.dep_ in _SUBJECTS for c in head.children) else None


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _cue(word: str) -> URIRef | None:
    return next((f.kind for f in _frames() if word in f.cues), None)


@cache
def _frames() -> tuple[Frame, ...]:
    return tuple(frame(name) for name in ("cancelled", "denied", "unreal", "proposed", "planned"))
