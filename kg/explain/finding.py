"""What is found in an article, and what is dropped: by the rules, by a language model, or by both."""

from dataclasses import dataclass

from kg import extract
from kg.errors import UnansweredError
from kg.llm import verifying
from kg.llm.asking.questions import Answers
from kg.llm.verifying import both
from kg.model import Dropped, Extraction, Span
from kg.text.reading import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """A model beside the rules, or in their place.

    Attributes:
        answers: those of the model that are kept; nobody is asked.
        with_rules: whether the rules read too.
    """

    answers: Answers
    with_rules: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in an article, and what is dropped.

    Attributes:
        extraction: what is found.
        dropped: words that were considered and left out, with the reason, sorted.
        elsewhere: finds of a model that were rejected and have no place in the text.
    """

    extraction: Extraction
    dropped: tuple[Dropped, ...]
    elsewhere: tuple[Dropped, ...] = ()


def find(reading: Reading, asked: Asked | None) -> Found:
    """Return what is found.

    Raises:
        UnansweredError: the model has not answered on all of the article.
    """
    if asked is None:
        return Found(extract.run(reading), extract.dropped(reading))
    gathered = asked.answers.gather(reading.article)
    if gathered.open:
        model, place = asked.answers.model, asked.answers.shelf.place
        raise UnansweredError(
            f"{reading.article.file}: expected answers of {model} in {place}, found none on"
            f" {len(gathered.open)} parts; `kg build --extractor both` asks for them"
        )
    verified = verifying.read(reading, gathered.answered)
    shown = {answered.part for answered in gathered.answered}
    placed = tuple(d for d in verified.rejected if d.span not in shown)
    elsewhere = tuple(d for d in verified.rejected if d.span in shown)
    if not asked.with_rules:
        return Found(verified.extraction, placed, elsewhere)
    dropped = tuple(sorted((*extract.dropped(reading), *placed)))
    return Found(both.join(extract.run(reading), verified.extraction), dropped, elsewhere)


def is_in(dropped: Dropped, sentence: Span) -> bool:
    """Say whether words that were dropped begin in a sentence."""
    return sentence.start <= dropped.span.start < sentence.end
