"""Who speaks: the actors that a phrase means, those who issued a document, the one who spoke before."""

from dataclasses import dataclass, field

from rdflib import URIRef

from kg.extract import _speech as speech
from kg.extract._lexicon import frame
from kg.model import Node, Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_FROM = frozenset({"by", "of", "from", "in", "at", "between"})
_ISSUED = frozenset(
    {
        "issue",
        "release",
        "publish",
        "sign",
        "make",
        "write",
        "give",
        "adopt",
        "post",
        "carry",
        "pass",
        "approve",
        "send",
    }
)
_TOGETHER = frozenset({"side", "party", "leader", "interlocutor", "participant"})
_PERSONS = frozenset({"leader", "interlocutor", "participant"})
_RECENT = 8  # mentions before "the two sides" among which they are looked for
_ONE, _MANY = frozenset({"he", "she"}), frozenset({"they", "both"})
_BODIES = (DIP.Organization, DIP.State)
_ANSWERS = frozenset({"reply", "respond", "answer", "retort", "counter"})  # it is another who answers
_APART = 3  # tokens of white space that may stand between two sentences
_CLOSING = frozenset(",”’\"'“»")


@dataclass(slots=True)
class Memory:
    """Who spoke last while an article is gone through in the order of its text.

    Attributes:
        speakers: of the last act of saying.
        spoke: of the last sentence that tells of sayings, for each of them who speaks, the outermost first.
        end: index of the token after that sentence.
        here: the same of the sentence that is being read, in the order of its words.
        above: the sentences before, of this paragraph or all of the last one, that tell of no saying.
        issuers: of the documents told of last, by the noun for each.
        interviewers: outlets to which the last interview was given.
    """

    speakers: tuple[Node, ...] = ()
    spoke: tuple[tuple[Node, ...], ...] = ()
    end: int = 0
    here: tuple[tuple[Node, ...], ...] = ()
    above: tuple[Span, ...] = ()
    issuers: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    interviewers: tuple[Node, ...] = ()


def speakers(reading: Reading, token: Token, memory: Memory) -> tuple[Node, ...]:
    """Return who is meant by a phrase that stands as the speaker; empty where none is known."""
    found = _ordinal(reading, token) or _goes_on(reading, token, memory)
    if found:
        return found
    if speech.lemma(token) in frame("document").nouns | frame("report").nouns:
        own, named = by_words(reading, token), reading.who(token)
        who = (named or own if token.pos_ == "PROPN" else own or named) or _issued(reading, token)
        return who or _issuers(reading, token, memory)
    found = reading.who(token) or outlet(reading, token)
    if speech.lemma(token) in _TOGETHER and token.tag_ == "NNS" and not _are_named(found):
        return _parties(reading, token) or found
    return found or (memory.speakers if token.lower_ in _ONE | _MANY | {"it"} else ())


def _issuers(reading: Reading, noun: Token, memory: Memory) -> tuple[Node, ...]:
    """Return who issued a document that was told of before; of a joint one the two who did it together."""
    known = memory.issuers.get(speech.lemma(noun))
    if known is None and any(c.lower_ == "joint" for c in noun.children):
        known = _parties(reading, noun)
    return known or next(reversed(memory.issuers.values()), ()) or memory.speakers


def note(reading: Reading, memory: Memory, sentence: Sentence, who: tuple[Node, ...]) -> None:
    """Remember who issued the documents that a sentence tells of: who is named with each, else who speaks."""
    for token in reading.doc[sentence.start : sentence.end]:
        if speech.lemma(token) in frame("document").nouns and token.pos_ in {"NOUN", "PROPN"}:
            issuers = by_words(reading, token) or _issued(reading, token) or who
            if issuers:
                memory.issuers.pop(speech.lemma(token), None)
                memory.issuers[speech.lemma(token)] = issuers


def _issued(reading: Reading, document: Token) -> tuple[Node, ...]:
    """Return the subject of "issued a statement", the agent of "the resolution was adopted by …"."""
    verb = document.head
    if speech.lemma(verb) not in _ISSUED or document.dep_ not in {"dobj", "nsubjpass"}:
        return ()
    by = speech.agent(verb) if speech.is_passive(verb) else speech.subject(verb)
    return () if by is None else reading.who(by)


def _are_named(nodes: tuple[Node, ...]) -> bool:
    return any(n.kind != DIP.Group for n in nodes)


def _goes_on(reading: Reading, token: Token, memory: Memory) -> tuple[Node, ...]:
    """Return who spoke in the sentence before, where a pronoun tells that he, she, it or they go on.

    After its words ("…, he said") a pronoun means nobody who is named within these, so that one who spoke
    further above may be meant.
    """
    sentence = reading.sentence(token.i)
    if sentence is None or speech.lemma(token.head) in _ANSWERS:
        return ()
    if _is_within(token.head):
        return next((w for w in reversed(memory.here) if _is_own(token, w)), ())
    above = token.head.head if token.head.dep_ == "parataxis" else token.head
    if above.dep_ in {"relcl", "acl"}:  # "projects which, it believed, …"
        return ()
    before = memory.here if _is_behind(token) else ()
    spoke = (w for w in (*before, *memory.spoke) if _fits(token, w, memory))
    fitting = next((w for w in spoke if _is_of_gender(reading, token, w)), ())
    is_next = sentence.start - memory.end <= _APART
    return fitting if is_next or (_is_behind(token) and _is_named_inside(reading, token)) else ()


def _fits(token: Token, who: tuple[Node, ...], memory: Memory) -> bool:
    """Say whether a pronoun may mean those who spoke: by number and kind."""
    if token.lower_ in _ONE:
        return len(who) == 1 and who[0].kind == DIP.Person
    if token.lower_ == "it":
        return who in memory.issuers.values() or (len(who) == 1 and who[0].kind in _BODIES)
    return token.lower_ in _MANY and (len(who) > 1 or who[0].kind == DIP.Group)


def _is_of_gender(reading: Reading, token: Token, who: tuple[Node, ...]) -> bool:
    told = reading.actor(who[0]).gender if who[0].kind == DIP.Person else None
    return told is None or token.lower_ not in _ONE or told == token.lower_


def _is_within(verb: Token) -> bool:
    """Say whether a verb stands in what another verb of saying before it tells: "Ruiz said they agreed"."""
    return verb.dep_ == "ccomp" and verb.head.i < verb.i and frame("say").match(verb.head)


def _is_own(token: Token, who: tuple[Node, ...]) -> bool:
    """Say whether a pronoun in what somebody says may mean the speaker: "the chamber said they welcome"."""
    is_person = len(who) == 1 and who[0].kind == DIP.Person
    return is_person if token.lower_ in _ONE else token.lower_ in _MANY | {"it"} and not is_person


def _is_behind(token: Token) -> bool:
    return token.i > token.sent.start and token.nbor(-1).text[-1] in _CLOSING


def _is_named_inside(reading: Reading, token: Token) -> bool:
    """Say whether the reader takes a pronoun to mean one whom only its own sentence or a quotation names."""
    found = reading.who(token)
    near = [m for m in reading.mentions if m.end <= token.i and set(m.actors) & set(found)]
    if not near:
        return not found
    at = reading.doc[near[-1].start].idx
    return near[-1].start >= token.sent.start or any(
        q.inner.start <= at < q.inner.end for q in reading.quotes
    )


def _ordinal(reading: Reading, token: Token) -> tuple[Node, ...]:
    """Return whom "the latter" or "the former" means: of the last two persons named in the sentence."""
    if token.lower_ not in {"latter", "former"}:
        return ()
    before = [
        m for m in reading.mentions if token.sent.start <= m.start and m.end <= token.i and len(m.actors) == 1
    ]
    persons = list(dict.fromkeys(m.actors[0] for m in before if m.actors[0].kind == DIP.Person))
    return tuple(persons[-1:] if token.lower_ == "latter" else persons[-2:-1])


def outlet(reading: Reading, token: Token) -> tuple[Node, ...]:
    """Return the outlet in "Caijing magazine", where the name alone was read as one."""
    if speech.lemma(token) not in frame("outlet").nouns:
        return ()
    before = [c for c in token.children if c.dep_ in {"compound", "nmod"} and c.i == token.i - 1]
    found = [n for c in before for n in reading.who(c)]
    return tuple(n for n in found if n.kind == DIP.Organization)


def _parties(reading: Reading, token: Token) -> tuple[Node, ...]:
    """Return whom "the two sides" means: the two persons of the sentence, else the two states named last.

    "The leaders" and "the interlocutors" are persons first.
    """
    here = _together(reading, token, DIP.Person, start=token.sent.start)
    kinds = (DIP.Person,) if speech.lemma(token) in _PERSONS else (DIP.State, DIP.Person)
    return here or next((found for k in kinds if (found := _together(reading, token, k))), ())


def _together(reading: Reading, token: Token, kind: URIRef, *, start: int = 0) -> tuple[Node, ...]:
    """Return the two actors of a class named last before a token; empty where there are fewer."""
    before = [m for m in reading.mentions if m.end <= token.i and len(m.actors) == 1][-_RECENT:]
    met = (m.actors[0] for m in reversed(before) if m.start >= start and m.actors[0].kind == kind)
    named = tuple(dict.fromkeys(met))[:2]
    return tuple(reversed(named)) if len(named) > 1 else ()


def by_words(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return who made a report or document: "the ministry's statement", "reports by Sputnik"."""
    for each in noun.children:
        if each.dep_ in {"poss", "compound", "nmod", "amod"}:
            found = reading.who(each)
            if found and (each.dep_ != "amod" or speech.lemma(noun) in frame("accuse").nouns):
                return found
    for each in noun.children:
        if each.dep_ in {"prep", "agent"} and each.lower_ in _FROM:
            found = _phrase(reading, each)
            if found:
                return found
        if each.dep_ in {"acl", "relcl"} and speech.lemma(each) in _ISSUED:
            by = speech.agent(each)
            if by is not None and reading.who(by):
                return reading.who(by)
    return ()


def _phrase(reading: Reading, preposition: Token) -> tuple[Node, ...]:
    """Return the actors named in a phrase, also where the parser lost how they are joined."""
    head = speech.child(preposition, "pobj")
    if head is None:
        return ()
    found = dict.fromkeys(reading.who(head))
    joined = any(t.dep_ == "cc" for t in head.subtree)
    if joined and head.right_edge.i - head.left_edge.i < 16:  # tokens: a list of names, not a clause
        for token in head.subtree:
            mention = reading.mention(token)
            if (
                mention is not None
                and mention.head == token.i
                and mention.form in {"name", "group"}
                and token.dep_ in {"conj", "nmod", "pobj", "compound"}
            ):
                found |= dict.fromkeys(mention.actors)
    return tuple(found)
