"""One mention of an instrument or commitment, as the modules that find agreements pass it on."""

from dataclasses import dataclass

from rdflib import URIRef

from kg.extract.when import Dated
from kg.model import Node, Span
from kg.text.reading import Sentence
from kg.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Instrument:
    """One mention of an instrument or commitment.

    Attributes:
        trigger: the noun, or for a commitment the verb.
        sentence: where it stands.
        name: the words that name it; None for a commitment.
        parties: states and bodies that it binds.
        signatories: persons who signed or adopted it.
        topics: what it is about, in the article's words.
        status: its status.
        dated: when it was made.
        points: the stated number of its points.
        acts: for a commitment, the words of each act.
        is_concrete: whether an act is one that a party could be held to.
        is_made: whether the text tells here that it was signed, concluded or the like.
        is_near: whether its parties are but those spoken of nearest.
        aliases: other names that stand beside it.
    """

    trigger: Token
    sentence: Sentence
    name: Span | None
    parties: tuple[Node, ...]
    signatories: tuple[Node, ...]
    topics: tuple[Span, ...]
    status: URIRef
    dated: Dated | None
    points: int | None = None
    acts: tuple[Span, ...] = ()
    is_concrete: bool = True
    is_made: bool = False
    is_near: bool = False
    aliases: tuple[Span, ...] = ()
