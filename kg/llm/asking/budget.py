"""What asking may cost in one run: an answer that could cost more than is left is not asked for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from kg.errors import BudgetError

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in whatever money the prices are told in.

    Attributes:
        asked: of questions.
        answered: of answers.
    """

    asked: float = 0.0
    answered: float = 0.0

    def money(self, tokens: tuple[int, int]) -> float:
        """Return what tokens of a question and its answer cost."""
        return (tokens[0] * self.asked + tokens[1] * self.answered) / _MILLION


@dataclass(slots=True)
class Bill:
    """What one question may cost at most, and, once that is known, what it did cost."""

    tokens: tuple[int, int]


@dataclass(slots=True)
class Budget:
    """What may be spent, and what is.

    Attributes:
        most: most tokens of questions and answers together; 0: any number.
        money: most money; 0: any sum.
        prices: what tokens cost.
        answers: how many were paid for.
        tokens: spent so far, for questions and for answers.
    """

    most: int = 0
    money: float = 0.0
    prices: Prices = Prices()
    answers: int = 0
    tokens: tuple[int, int] = (0, 0)
    _open: list[Bill] = field(default_factory=list)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def spent(self) -> float:
        """Return the money that is spent."""
        return self.prices.money(self.tokens)

    @property
    def told(self) -> str:
        """Return what is spent, in words."""
        cost = f", {self.spent:.2f} in money" if self.prices != Prices() else ""
        return f"{self.answers:,} answers, {sum(self.tokens):,} tokens{cost}"

    @asynccontextmanager
    async def held(self, tokens: tuple[int, int]) -> AsyncIterator[Bill]:
        """Hold back what a question may cost at most while it is asked; the bill tells what it did cost.

        What others hold back may be left when they are answered: so it is waited for.

        Raises:
            BudgetError: it may cost more than is left.
        """
        bill = Bill(tokens)
        async with self._changed:
            await self._changed.wait_for(lambda: self._fits(bill) or not self._open)
            if not self._fits(bill):
                raise BudgetError(self._told(bill))
            self._open.append(bill)
        try:
            yield bill
        finally:
            async with self._changed:
                self._open = [each for each in self._open if each is not bill]
                self.tokens = _sum(self.tokens, bill.tokens)
                self._changed.notify_all()

    def _fits(self, bill: Bill) -> bool:
        tokens = self.tokens
        for each in (*self._open, bill):
            tokens = _sum(tokens, each.tokens)
        dear = bool(self.money) and self.prices.money(tokens) > self.money
        return not dear and not (self.most and sum(tokens) > self.most)

    def _told(self, bill: Bill) -> str:
        if self.money:
            left, next_one = f"{self.money - self.spent:.4f}", f"{self.prices.money(bill.tokens):.4f}"
            return f"KG_MODEL_MONEY: the next question may cost {next_one}, left are {left} of {self.money:g}"
        rest = max(0, self.most - sum(self.tokens))
        told = f"the next question may take {sum(bill.tokens):,}, left are {rest:,} of {self.most:,}"
        return f"KG_MODEL_TOKENS: {told}"


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]
