"""Searches as they stand in a query: `SERVICE dip:search { ?passage dip:words "corridor" }`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import QueryError
from kg.store.blocks import Block
from kg.store.prologue import Prologue
from kg.store.tokens import Token, fault, split, stopped, unquoted, windows
from kg.store.vetting import Vetted
from kg.vocab import DIP

FORM = 'SERVICE dip:search { ?passage dip:words "…" ; dip:relevance ?score ; dip:limit 10 }'
SERVICE = str(DIP.search)
MOST = 10_000  # finds without a limit: the engine joins as many in a fifth of a second
HIGHEST = 100_000  # of what may be set as a limit: so many take two seconds
# What the object of each property is, as a kind of token.
_KINDS = {DIP.words: "string", DIP.named: "string", DIP.relevance: "variable", DIP.limit: "number"}
_SEARCHED = {str(DIP.words), str(DIP.named)}


@dataclass(frozen=True, slots=True)
class Search:
    """A search for passages, or for things by their names.

    Attributes:
        thing: variable that is bound to what is found, without its mark.
        words: what is looked for.
        is_named: whether in names, and not in passages.
        score: variable that is bound to the relevance; None where it is not asked for.
        limit: so many of the best; None for all.
        place: first code point of the words in the query.
    """

    thing: str
    words: str
    is_named: bool
    score: str | None
    limit: int | None
    place: int


def read_all(vetted: Vetted) -> dict[Block, Search]:
    """Return the searches of a query, each with its block.

    Raises:
        QueryError: one has another form, or words are searched outside of a block.
    """
    if re.search(r"words|named", vetted.text):
        _stray(vetted)
    found = (block for block in vetted.blocks if block.iri == SERVICE)
    return {block: read(block, vetted.text, vetted.names) for block in found}


def read(block: Block, text: str, names: Prologue) -> Search:
    """Return the search that a block of a query asks for.

    Raises:
        QueryError: the block has another form.
    """
    told: dict[str, Token] = {}
    subjects: dict[str, Token] = {}
    for subject, verb, found in _triples(block, text):
        subjects[_variable(subject, text)] = subject
        term = names.iri(verb) if verb.kind in {"iri", "name"} else ""
        expected = next((kind for known, kind in _KINDS.items() if str(known) == term), None)
        if expected is None:
            names_ = "dip:words, dip:named, dip:relevance or dip:limit"
            raise fault(text, verb.start, f"expected {names_}, found {verb.text}")
        if found.kind != expected:
            raise fault(text, found.start, f"expected a {expected} for {verb.text}, found {found.text}")
        if term in told:
            raise fault(text, verb.start, f"expected {verb.text} once, found it twice")
        told[term] = found
    return _search(block, text, told, subjects)


def _stray(vetted: Vetted) -> None:
    """Refuse a search without its block: the data hold no such triple, so that it would find nothing."""
    for _, token, after in windows(tuple(split(vetted.text))):
        is_verb = token.kind in {"iri", "name"} and after[:1] in {"'", '"'}
        is_inside = any(block.start < token.start < block.end for block in vetted.blocks)
        if is_verb and not is_inside and vetted.names.iri(token) in _SEARCHED:
            reason = f"expected {token.text} in a block of its own, found it outside; write {FORM}"
            raise fault(vetted.text, token.start, reason)


def _search(block: Block, text: str, told: dict[str, Token], subjects: dict[str, Token]) -> Search:
    found = [told[term] for term in (str(DIP.words), str(DIP.named)) if term in told]
    if len(found) != 1 or len(subjects) != 1:
        reason = f"expected one thing with dip:words or dip:named in a search: {FORM}"
        raise fault(text, block.inside, reason)
    [thing], [words] = subjects, found
    score = told.get(str(DIP.relevance))
    if score is not None and score.text[1:] == thing:
        raise fault(text, score.start, f"expected another variable for the relevance, found {score.text}")
    return Search(
        thing=thing,
        words=unquoted(words),
        is_named=str(DIP.named) in told,
        score=None if score is None else score.text[1:],
        limit=_limit(told.get(str(DIP.limit)), text),
        place=words.start,
    )


def _limit(token: Token | None, text: str) -> int | None:
    if token is None:
        return None
    if not token.text.isdecimal() or not 1 <= int(token.text) <= HIGHEST:
        raise fault(text, token.start, f"expected a limit from 1 to {HIGHEST:,}, found {token.text}")
    return int(token.text)


def _variable(token: Token, text: str) -> str:
    if token.kind != "variable":
        raise fault(text, token.start, f"expected a variable for what is searched, found {token.text}")
    return token.text[1:]


def _triples(block: Block, text: str) -> Iterator[tuple[Token, Token, Token]]:
    """Yield the triples of a block, which is nothing but statements of the form `?a b c ; d e .`."""
    rest = list(stopped(block.tokens))[::-1]
    subject: Token | None = None
    while rest:
        if subject is None:
            subject = rest.pop()
        if len(rest) < 2:
            raise _odd(block, text)
        yield subject, rest.pop(), rest.pop()
        if rest and rest[-1].text not in {".", ";"}:
            raise fault(text, rest[-1].start, f"expected . or ; in a search, found {rest[-1].text}")
        while rest and rest[-1].text in {".", ";"}:
            subject = None if rest.pop().text == "." else subject


def _odd(block: Block, text: str) -> QueryError:
    return fault(text, block.end - 1, f"expected more before the end of the search: {FORM}")
