"""What is asked of a model on an article, and what of it is answered already."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kg.llm import finding, prompting
from kg.llm.answered import Answered
from kg.llm.asking import cutting, kept
from kg.llm.asking.dialect import Message
from kg.llm.asking.kept import Kept, Shelf
from kg.model import Article, Span

OVERLAP = 0.1  # of a part: a paragraph or two of news
_LEAST = 1_000  # code points of a part that is worth halving: below, the model talks without end


@dataclass(frozen=True, slots=True)
class Question:
    """A part of an article, to be read by a model.

    Attributes:
        article: the article.
        part: what of it the model is shown.
        messages: what it is told.
        key: the name of the answer.
    """

    article: Article
    part: Span
    messages: tuple[Message, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What the answers on an article come to.

    Attributes:
        digest: hash of all of them.
        answers: their number.
        useless: of how many nothing can be verified: refusals, answers that were cut off or hold no JSON.
        days: on which they were given (ISO 8601), sorted.
    """

    digest: str
    answers: int
    useless: int
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of an article from a model.

    Attributes:
        answers: each with the part that it is on, in the order of the text.
        open: what is not answered yet.
    """

    answers: tuple[tuple[Span, Kept], ...]
    open: tuple[Question, ...]

    @property
    def answered(self) -> tuple[Answered, ...]:
        """Return the answers as they are to be verified."""
        return tuple(
            Answered(part, finding.found(each.content) or each.content, each.model, each.version)
            for part, each in self.answers
        )

    @property
    def summary(self) -> Summary:
        """Return what the answers come to."""
        told = (f"{part.start} {part.end} {each.content}" for part, each in self.answers)
        digest = hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()
        useless = sum(not each.is_usable for _, each in self.answers)
        days = tuple(sorted({each.answered[:10] for _, each in self.answers}))
        return Summary(digest, len(self.answers), useless, days)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one model, and how articles are put to it.

    Attributes:
        shelf: where they are kept.
        model: name by which a server knows it.
        size: most code points of a part.
    """

    shelf: Shelf
    model: str
    size: int

    def gather(self, article: Article, *, is_exacting: bool = False) -> Gathered:
        """Return what is answered on an article, and what is not.

        A part whose answer was cut off is asked on in halves, in their place.

        Args:
            article: the article.
            is_exacting: whether an answer that is no use counts as none, so that it is asked for again.
        """
        parts = cutting.parts(article.text, self.size, int(self.size * OVERLAP))
        found = tuple(each for part in parts for each in self._walk(article, part))
        done = tuple((q.part, answer) for q, answer in found if answer is not None)
        missing = (q for q, answer in found if answer is None or (is_exacting and not answer.is_usable))
        return Gathered(done, tuple(missing))

    def halves(self, question: Question) -> tuple[Question, ...]:
        """Return a question in halves; nothing where it is too short for that."""
        if question.part.end - question.part.start < _LEAST:
            return ()
        parts = cutting.halves(question.article.text, question.part, int(self.size * OVERLAP))
        return tuple(self._question(question.article, part) for part in parts)

    def _walk(self, article: Article, part: Span) -> Iterator[tuple[Question, Kept | None]]:
        question = self._question(article, part)
        answer = self.shelf.load(question.key)
        smaller = self.halves(question) if answer is not None and answer.is_cut else ()
        if smaller:
            for half in smaller:
                yield from self._walk(article, half.part)
        else:
            yield question, answer

    def _question(self, article: Article, part: Span) -> Question:
        messages = tuple(prompting.messages(article, part))
        return Question(article, part, messages, kept.key(self.model, messages))
