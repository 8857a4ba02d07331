"""What a language model answered on one part of an article."""

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, as it was given: nothing of it is believed yet.

    Attributes:
        part: the words of the article that the model was shown.
        content: the letters it answered with, meant to be JSON of `kg.llm.schema.Answer`.
        model: the model's name.
        version: `kg.llm.prompting.VERSION` when it was asked.
    """

    part: Span
    content: str
    model: str
    version: str
