"""Ask a model many questions: several at a time, again after what passes, within a budget; keep answers."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from kg.errors import KgError, RemoteError, UnansweredError
from kg.llm.asking import kept
from kg.llm.asking.budget import Budget
from kg.llm.asking.dialect import Dialect, Message
from kg.llm.asking.kept import Kept
from kg.llm.asking.questions import Answers, Question
from kg.llm.asking.replies import CUT, MisunderstoodError, PassingError, Reply, TooLongError
from kg.llm.prompting import SCHEMA, VERSION

_FEW = 3  # questions in a row without an answer, after which nobody is taken to be there
_SCHEMA = len(json.dumps(SCHEMA))


class Client(Protocol):
    """Who sends a question to a server."""

    async def ask(self, model: str, messages: tuple[Message, ...], dialect: Dialect) -> Reply:
        """Return the reply of a model.

        Raises:
            PassingError: there is none now; later there may be one.
            MisunderstoodError: the question is not taken in this dialect.
            TooLongError: the question is too long for the model.
            RemoteError: the server will not answer, however often it is asked.
        """


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, which tests have their own of."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is asked.

    Attributes:
        places: questions that are under way at a time.
        answer: most tokens of an answer.
        attempts: times that one question is sent before it counts as not answered.
        useless: answers that are no use, after which the last one is kept.
        patience: most seconds to wait before another attempt, be it what the server asks for.
    """

    places: int = 4
    answer: int = 8_000
    attempts: int = 5
    useless: int = 2
    patience: float = 300.0


@dataclass(slots=True)
class Asking:
    """One run of questions to one server.

    Attributes:
        client: who sends them.
        answers: where what comes back is kept.
        budget: what may be spent.
        manners: how the server is asked.
        clock: when.
        tell: called when there is something new to show.
        failed: articles on which a question was not answered, each with why.
    """

    client: Client
    answers: Answers
    budget: Budget
    manners: Manners = Manners()
    clock: Clock = Clock()
    tell: Callable[[], object] = lambda: None
    failed: dict[str, str] = field(default_factory=dict)
    _dialect: Dialect = field(default_factory=Dialect)
    _is_decided: bool = False
    _deciding: asyncio.Lock = field(default_factory=asyncio.Lock)
    _again_at: float = 0.0
    _in_row: int = 0
    _begun: set[str] = field(default_factory=set)
    _stopped: KgError | None = None

    async def run(self, questions: Iterator[Question]) -> None:
        """Ask all questions, and keep what is answered; those that cannot be answered are in `failed`.

        Raises:
            BudgetError: the budget is used up.
            RemoteError: the server is not there, or refuses.
            KgError: what an iterator of questions raises.
        """
        self._begun.clear()
        # In a group, so that a slip of ours in one place ends the others too.
        async with asyncio.TaskGroup() as places:
            for _ in range(self.manners.places):
                places.create_task(self._work(questions))
        if self._stopped is not None:
            raise self._stopped

    async def _work(self, questions: Iterator[Question]) -> None:
        """Ask one question after the other, until there is none left or somebody stops."""
        while self._stopped is None:
            try:
                question = next(questions, None)
                if question is None:
                    return
                await self._settle(question)
            except KgError as error:
                self._stopped = self._stopped or error

    async def _settle(self, question: Question) -> None:
        """Ask a question, and where its answer would be too long, its halves; of two alike the first."""
        if question.key in self._begun:
            return
        self._begun.add(question.key)
        halves = self.answers.halves(question)
        try:
            answer = await self._answer(question)
        except (PassingError, MisunderstoodError) as error:
            self._give_up(question, error)
            return
        except TooLongError as error:
            if not halves:
                self._give_up(question, error)
                return
            answer = self._kept(question, Reply("", CUT, "", None))
        self._in_row = 0
        self.answers.shelf.keep(question.key, answer)
        self.tell()
        for half in halves if answer.is_cut else ():
            await self._settle(half)

    def _give_up(self, question: Question, error: RemoteError) -> None:
        """Leave a question unanswered; stop where nobody seems to be there."""
        self.failed[question.article.file] = str(error)
        self._in_row += 1
        if not self.budget.answers or self._in_row >= _FEW:
            raise UnansweredError(str(error)) from error

    async def _answer(self, question: Question) -> Kept:
        """Return an answer, if possible one that is of use."""
        for _ in range(self.manners.useless):
            answer = self._kept(question, await self._patiently(question))
            if answer.is_usable or answer.is_cut:
                break
        return answer

    def _kept(self, question: Question, reply: Reply) -> Kept:
        return Kept(
            content=reply.content,
            finish=reply.finish,
            model=self.answers.model,
            served=reply.served,
            version=VERSION,
            form=self._dialect.form,
            article=question.article.file,
            part=kept.where(question.part),
            tokens=reply.tokens,
            answered=kept.now(),
        )

    async def _patiently(self, question: Question) -> Reply:
        """Return a reply, asked for again after what passes."""
        for attempt in range(1, self.manners.attempts + 1):
            await self._hold_back()
            try:
                return await self._paid(question)
            except PassingError as error:
                if attempt == self.manners.attempts:
                    raise PassingError(f"{error}, at {attempt} attempts") from error
                self._back_off(error, attempt)
        raise AssertionError("there is one attempt at least")

    async def _hold_back(self) -> None:
        """Wait as long as the server asked any of us to."""
        while (rest := self._again_at - self.clock.now()) > 0:
            await self.clock.wait(rest)

    def _back_off(self, error: PassingError, attempt: int) -> None:
        """Have all wait as long as the server asks for, else twice as long each time.

        Raises:
            UnansweredError: it asks for more than our patience.
        """
        seconds = 2.0**attempt if error.after is None else error.after
        if seconds > self.manners.patience:
            raise UnansweredError(f"{error}: it asks to come again in {seconds:.0f} seconds") from error
        self._again_at = max(self._again_at, self.clock.now() + seconds)

    async def _paid(self, question: Question) -> Reply:
        # No token is less than a byte: what the model reads cannot be more than this.
        length = sum(len(each["content"].encode("utf-8", "replace")) for each in question.messages)
        async with self.budget.held((length + _SCHEMA, self.manners.answer)) as bill:
            try:
                reply = await self._reply(question.messages)
            except PassingError as error:
                bill.tokens = bill.tokens if error.is_charged else (0, 0)
                raise
            except RemoteError:
                bill.tokens = (0, 0)
                raise
            bill.tokens = reply.tokens or bill.tokens
            self.budget.answers += 1
            return reply

    async def _reply(self, messages: tuple[Message, ...]) -> Reply:
        """Return a reply; with the first one it is decided, for all, what the server understands."""
        if not self._is_decided:
            async with self._deciding:
                if not self._is_decided:
                    return await self._decide(messages)
        return await self.client.ask(self.answers.model, messages, self._dialect)

    async def _decide(self, messages: tuple[Message, ...]) -> Reply:
        while True:
            try:
                reply = await self.client.ask(self.answers.model, messages, self._dialect)
            except MisunderstoodError as error:
                simpler = self._dialect.simpler(str(error))
                if simpler is None:
                    raise RemoteError(f"{error}; also without JSON asked for") from error
                self._dialect = simpler
            else:
                self._is_decided = True
                return reply
