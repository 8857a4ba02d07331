"""The points of an agreement that an article tells."""

from collections.abc import Iterable, Iterator, Sequence

from rdflib import RDF

from kg.extract import _clause, _commitments, _parties
from kg.extract._instrument import Instrument
from kg.extract._lexicon import frame
from kg.model import Claim, Node, Span, Value
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_RULE = "agreement.provision"
_UNDER = frozenset({"under", "by", "according", "per"})
_LENGTH = 20  # code points: shorter words tell no point


def find(mentions: Sequence[Instrument]) -> Iterator[tuple[Span, Span]]:
    """Yield the words of each point that is told, with the sentence it stands in."""
    for mention in mentions:
        if mention.name is None:
            continue
        for words in _points(mention.trigger):
            if words.end - words.start >= _LENGTH:
                yield words, mention.sentence.span


def undertaken(reading: Reading, parties: Iterable[Node], after: int) -> Iterator[tuple[Span, Span]]:
    """Yield what the parties of a joint paper will do by its own words, with the sentence of each.

    Args:
        reading: the article, which is the paper.
        parties: those who speak in it.
        after: token behind which it begins to speak.
    """
    bound = frozenset(parties)
    for sentence in reading.sentences:
        verb = reading.doc[sentence.start : sentence.end].root
        who = {n for t in _clause.subjects(verb) for n in reading.who(t)}
        will = any(c.dep_ == "aux" and c.lower_ in {"will", "shall"} for c in verb.children)
        if sentence.start > after and will and len(bound & set(_parties.bodies(reading, who))) > 1:
            for act in (verb, *(c for c in verb.conjuncts if c.pos_ == "VERB")):
                yield _commitments.words(act), sentence.span


def claims(reading: Reading, node: Node, words: Span, sentence: Span) -> Iterator[Claim]:
    """Yield the claims of one point."""
    text = reading.article.text[words.start : words.end]
    provision = Node(reading.article.file, DIP.Provision, f"provision:{words.start}-{words.end}")
    yield Claim(node, DIP.provision, provision, (sentence,), _RULE)
    yield Claim(provision, RDF.type, DIP.Provision, (sentence,), _RULE)
    yield Claim(provision, DIP.text, Value(text), (words,), _RULE)


def _points(noun: Token) -> Iterator[Span]:
    """Yield what an instrument says: its clause, the object of its verb, or the point that is named."""
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and _is_infinitive(child):
            yield _words(child)
        if (
            child.dep_ in {"acl", "relcl"}
            and child.tag_ in {"VBG", "VBZ", "VBD"}
            and frame("provide").match(child)
        ):
            yield from _told(child)
    head = noun.head
    if noun.dep_ == "nsubj" and frame("provide").match(head):
        yield from _told(head)
    if (
        noun.dep_ == "pobj"
        and head.lower_ in _UNDER
        and head.head.pos_ in {"VERB", "AUX"}
        and head.i < head.head.i
    ):
        yield _main_clause(head.head)
    if noun.dep_ == "pobj" and head.head.lemma_.lower() in frame("provide").nouns:
        yield from _named(head.head)


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _told(verb: Token) -> Iterator[Span]:
    for child in verb.children:
        if child.dep_ in {"dobj", "ccomp", "xcomp"}:
            yield _words(child)
            yield from (_words(c) for c in child.conjuncts if c.i > child.i and child.dep_ != "dobj")
    yield from (_words(word) for word in _clause.after(verb, "for"))  # "provides for the training of nurses"


def _named(noun: Token) -> Iterator[Span]:
    """Yield what "among the points of the agreement was …" names."""
    copula = next((t for t in noun.ancestors if t.lemma_ in {"be", "include"}), None)
    if copula is not None:
        for child in copula.children:
            if child.dep_ in {"nsubj", "attr"} and child.i > copula.i:
                yield _words(child)


def _main_clause(verb: Token) -> Span:
    """Return a main clause after "under the treaty"."""
    subject = next(iter(_clause.subjects(verb) or _clause.passive(verb)), verb)
    return _between(subject.left_edge if subject.left_edge.i < verb.i else verb, verb.right_edge)


def _words(head: Token) -> Span:
    start = head.left_edge if head.pos_ not in {"VERB"} else head
    return _between(start, head.right_edge)


def _between(start: Token, end: Token) -> Span:
    while end.i > start.i and _is_loose(end):
        end = end.doc[end.i - 1]
    return Span(start.idx, end.idx + len(end))


def _is_loose(token: Token) -> bool:
    """Say whether a last word belongs to what follows: a comma, "and", "as well as"."""
    if token.is_punct:
        return token.text not in {"’", "'", "”", '"', ")"}
    behind = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return token.dep_ == "cc" or (token.lower_ in {"as", "well"} and behind in {"well", "as", "‘", "“"})
