"""Who else took part, where a sentence of its own tells it ("The meeting was attended by A and B")."""

from collections.abc import Iterator

from kg.extract import _clause, _delegations, _occasions, _openings, _roster, _syntax
from kg.extract._evoke import evoked
from kg.extract._fill import MET, PAIRS, Filled
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

NEAR = 3  # sentences after an encounter in which "also present" and "accompanied by" mean its company
_WITHIN = 6  # sentences after it that tell who headed its delegations


def verbs(reading: Reading, sentence: Sentence, told: Filled, distance: int) -> Iterator[Token]:
    """Yield the verbs by which a sentence tells who else took part in an event told before.

    Args:
        reading: the article.
        sentence: the sentence.
        told: the event.
        distance: sentences between the event and the sentence.
    """
    turn = _openings.turn(reading, sentence)
    if turn is not None:
        if distance <= NEAR or any(_is_event(t) for t in reading.doc[sentence.start : turn.i]):
            yield turn
        return
    for token in reading.doc[sentence.start : sentence.end]:
        is_verb = token.pos_ in {"VERB", "AUX"} and not _is_there_only(token)
        if is_verb and _is_presence(reading, token, told, distance):
            yield token


def escorts(reading: Reading, sentence: Sentence) -> Iterator[tuple[Token, set[Node]]]:
    """Yield the verbs by which a sentence tells who accompanied somebody, with whom that was."""
    turn = _openings.turn(reading, sentence)
    if turn is not None and (others := _openings.escorted(reading, sentence, turn)):
        yield turn, set(others)
        return
    for token in reading.doc[sentence.start : sentence.end]:
        if token.pos_ != "VERB" or _is_there_only(token):
            continue
        words: tuple[Token, ...] = ()
        if (token.lemma_ in {"accompany", "flank"} or _is_backed(token)) and (
            not _hangs(token) or (token.tag_ == "VBN" and _is_apart(sentence, reading))
        ):
            words = tuple(_attended(token))
        elif _opens(token) and frame("travel").match(token):  # "Travelling with the President are A, B"
            words = tuple(_clause.after(token, "with"))
        elif frame("assembling").match(token):  # "Officials accompanying the President included A"
            inner = (c for s in _clause.subjects(token) for c in s.children if c.lemma_ == "accompany")
            words = tuple(t for c in inner for t in _clause.direct(c))
        whom = {n for t in words for n in reading.who(t) if n.kind != DIP.Place}
        if whom:
            yield token, whom


def is_of_pronoun(verb: Token) -> bool:
    """Say whether a verb tells who accompanied somebody whom only "he" or "she" means."""
    return verb.lemma_ == "accompany" and any(t.lower_ in {"he", "she"} for t in _clause.passive(verb))


def is_again(verb: Token) -> bool:
    """Say whether a verb of presence names the encounter told before: "The meeting was chaired by"."""
    return frame("attendance").match(verb) and any(_is_event(t) for t in _attended(verb))


def _is_there_only(verb: Token) -> bool:
    """Say whether a clause tells of one stop: "Bergen, where she was accompanied by"."""
    return any(c.lower_ == "where" for c in verb.children)


def _is_backed(verb: Token) -> bool:
    """Say whether somebody came with others who helped: "Berg was assisted by A", not "in the vote"."""
    if not frame("backing").match(verb) or not _clause.is_passive(verb):
        return False
    within = (t for c in verb.subtree for t in _clause.after(c, "in"))
    others = (t for t in (*within, *_clause.after(verb, "for")) if t.pos_ == "NOUN")
    is_there = all(t.lemma_.lower() in frame("encounter").nouns for t in others)
    return is_there and any(_clause.after(verb, "by"))


def _hangs(verb: Token) -> bool:
    return verb.dep_ in {"acl", "relcl", "advcl"}


def _is_apart(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a sentence tells of no encounter itself, with which its company would go."""
    return not any(f.kind in PAIRS for t in reading.doc[sentence.start : sentence.end] for f in evoked(t))


def present(reading: Reading, verb: Token) -> tuple[Node, ...]:
    """Return those whom such a verb names, each once; of a list its persons, whatever its syntax."""
    if _is_turn(reading, verb):
        return _listed(reading, verb)
    named = (*_named(verb), *_occasions.presence(verb))
    people = [n for word in named for t in (word, *_syntax.company(word)) for n in _who(reading, t)]
    if frame("leading").match(verb):
        groups = [n for t in _delegations.led(verb) for n in reading.who(t) if n.kind == DIP.Group]
        people = [*groups, *(n for n in people if n.kind == DIP.Person)]
        return tuple(dict.fromkeys(people))
    return _roster.people(reading, *_stretch(reading, verb), people)


def _listed(reading: Reading, turn: Token) -> tuple[Node, ...]:
    """Return those listed behind "Also present were": the persons, else whoever is."""
    persons = _roster.people(reading, *_stretch(reading, turn))
    others = (n for t in turn.children if t.i > turn.i for n in _who(reading, t))
    return tuple(dict.fromkeys((*persons, *(n for n in others if not persons or n.kind == DIP.Group))))


def _stretch(reading: Reading, verb: Token) -> tuple[int, int]:
    """Return the tokens (half-open) among which a verb of presence has its list."""
    sentence = reading.sentence(verb.i)
    end = sentence.end if sentence is not None else verb.sent.end
    if verb.text == ":" or _is_turn(reading, verb) or frame("assembling").match(verb):
        return verb.i + 1, end
    if _is_held(verb):
        cues = frame("attendance").cues
        return next(t.i + 1 for t in verb.doc[verb.i : end] if t.lower_ in cues), end
    if _delegations.is_undergone(verb):
        return next((t.i + 1 for t in verb.doc[verb.i : end] if t.lower_ == "by"), end), end
    nouns = [n for p in ("in", "with") for n in _clause.after(verb, p) if n.lemma_ in frame("company").nouns]
    if nouns:
        return nouns[0].i + 1, end
    subjects = [t for t in _named(verb) if any(n.kind == DIP.Person for n in reading.who(t))]
    start = min((t.left_edge.i for t in subjects), default=verb.i)
    is_whole = sentence is not None and bool(subjects) and _roster.is_open(reading, sentence.start, start)
    return sentence.start if sentence is not None and is_whole else start, verb.i


def _is_turn(reading: Reading, verb: Token) -> bool:
    sentence = reading.sentence(verb.i)
    return sentence is not None and _openings.turn(reading, sentence) == verb


def _who(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return whom a phrase means, with those whom the parser takes for other names of the one before."""
    listed = (
        n for t in (word, *word.conjuncts) for c in t.children if c.dep_ == "appos" for n in reading.who(c)
    )
    return (*reading.who(word), *(n for n in listed if n.kind == DIP.Person))


def _is_presence(reading: Reading, token: Token, told: Filled, distance: int) -> bool:
    is_hosted = frame("hosting").match(token) and any(map(_is_event, _attended(token)))
    if frame("attendance").match(token):
        near = distance <= NEAR or told.frame.kind == DIP.Call
        attended = tuple(_attended(token))
        if not attended:  # "A and B also attended", "For Norway, A and B took part"
            is_more = any(c.lower_ in frame("attendance-too").cues for c in token.subtree)
            return near and (is_more or token.lemma_ in {"take", "attend", "participate"})
        return any(
            _is_event(t) or _is_same(reading, t, told) or (near and (_is_it(t) or _is_told(reading, t, told)))
            for t in attended
        )
    if frame("assembling").match(token):
        return any(_is_event(t) or _is_company(t) for t in _clause.doers(token))
    if frame("leading").match(token):
        is_represented = distance <= NEAR and _delegations.is_represented(reading, token)
        sides = any(_delegations.is_side(t) for t in _delegations.led(token))
        return is_represented or (distance <= _WITHIN and sides)
    if token.lemma_ in {"be", "have"}:
        return _is_held(token) or (token.lemma_ == "be" and distance <= NEAR and _is_there(token))
    return is_hosted or (distance <= NEAR and _is_witnessed(reading, token, told))


def _is_witnessed(reading: Reading, verb: Token, told: Filled) -> bool:
    """Say whether those who met do something in the presence of others: "With A present, they talked"."""
    told_anew = (f for t in (verb, *_clause.direct(verb)) for f in evoked(t) if t.lemma_ not in f.weak)
    if not _occasions.presence(verb) or any(f.kind in MET for f in told_anew):
        return False  # "held talks with A in the presence of B" tells of its own
    meant = {n for t in _clause.subjects(verb) for n in reading.who(t)}
    lands = {reading.actor(n).country for n in told.actors}
    return bool(meant) and meant <= {*told.actors, *lands}


def _is_held(verb: Token) -> bool:
    """Say whether an encounter has those who follow: "The meeting had in attendance A and B"."""
    near = verb.doc[verb.i + 1 : verb.i + 3]
    is_cued = verb.lemma_ == "have" and any(t.lower_ in frame("attendance").cues for t in near)
    return is_cued and any(_is_event(t) for t in _clause.subjects(verb))


def _opens(verb: Token) -> bool:
    """Say whether a verb opens a sentence whose subject ends it: "Travelling with A were B and C"."""
    first = next((t for t in verb.sent if t.lower_ != "also"), verb)
    return verb.tag_ == "VBG" and verb == first and any(t.lemma_ == "be" for t in verb.sent)


def _is_there(verb: Token) -> bool:
    """Say whether somebody was present at what was told before: "A was also present at the talks"."""
    words = (*verb.children, *_clause.after(verb, "in"), *_clause.after(verb, "among"))
    near = (t for w in words for t in (w, *w.children))
    # "The present minister is A" tells of no presence.
    cued = any(
        t.lower_ in frame("attendance").cues and not (t.dep_ == "amod" and t.i < t.head.i) for t in near
    )
    if any(_is_company(t) for p in ("in", "among") for t in _clause.after(verb, p)):
        return True  # "also in the delegation are A and B"
    places = [t for c in verb.subtree for t in _clause.after(c, "at")]
    return cued and (not places or any(_is_event(t) for t in places))


def _attended(verb: Token) -> Iterator[Token]:
    """Yield what a verb of presence is about: the meeting, or who was accompanied."""
    if _clause.is_passive(verb):
        yield from _clause.passive(verb)
        return
    objects = (t for t in _clause.direct(verb) if t.lower_ != "part")  # of "took part"
    # Of "the meeting, which A also attended," it is the noun that the clause hangs on.
    yield from _clause.referred(verb, objects)
    for preposition in ("in", "at"):
        for holder in (verb, *_clause.direct(verb)):
            yield from _clause.after(holder, preposition)


def _named(verb: Token) -> tuple[Token, ...]:
    """Return those whom a verb of presence names."""
    if verb.lemma_ == "be":
        return tuple(c for c in verb.children if c.dep_ in {"nsubj", "attr"})
    if frame("assembling").match(verb):
        return _clause.direct(verb) or tuple(_clause.after(verb, "of"))
    return tuple(_clause.after(verb, "by")) if _delegations.is_undergone(verb) else _clause.subjects(verb)


def _is_told(reading: Reading, word: Token, told: Filled) -> bool:
    return bool(set(reading.who(word)) & set(told.actors))


def _is_same(reading: Reading, noun: Token, told: Filled) -> bool:
    """Say whether a noun means what was told before by one who was in it: "joined the call with the King"."""
    whom = {n for t in _clause.after(noun, "with") for n in reading.who(t)}
    is_known = any(c.lower_ == "the" for c in noun.children)
    return is_known and bool(whom) and whom <= set(told.actors) and told.trigger.lemma_ == noun.lemma_


def _is_it(word: Token) -> bool:
    """Say whether a pronoun means what was attended, or those who were joined, whatever the parser thinks.

    "From the Omani side, it was attended by A", "They were joined by B".
    """
    told = {"it": "attend", "they": "join"}
    return word.dep_ == "nsubjpass" and told.get(word.lower_) == word.head.lemma_


def _is_company(word: Token) -> bool:
    is_member = word.lemma_ == "member" and any(
        _delegations.is_delegation(t) for t in _clause.after(word, "of")
    )
    return is_member or word.lemma_.lower() in frame("assembling").nouns or _delegations.is_delegation(word)


def _is_event(noun: Token) -> bool:
    """Say whether a noun means an encounter told before: "the meeting", "the bilateral talks"."""
    definite = any(c.lower_ in {"the", "this", "these", "both"} for c in noun.children)
    owned = any(
        c.dep_ in {"poss", "prep"} or (c.dep_ in {"compound", "amod"} and c.text[0].isupper())
        for c in noun.children
    )
    nouns = frame("encounter").nouns | frame("attendance").nouns
    return definite and not owned and noun.lemma_.lower() in nouns
