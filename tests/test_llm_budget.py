"""What may be spent is held back before a question is asked: no answer ever goes beyond the budget."""

import asyncio

import pytest
from loops import awaited

from kg.errors import BudgetError
from kg.llm.asking.budget import Budget, Prices


async def spend(budget: Budget, most: tuple[int, int], cost: tuple[int, int]) -> None:
    """Ask a question that may cost so much, and costs so much."""
    async with budget.held(most) as bill:
        bill.tokens = cost


def test_without_bounds() -> None:
    """Without bounds anything may be spent, and is counted."""
    budget = Budget()
    awaited(spend(budget, (10**9, 10**9), (3, 4)))

    assert (budget.tokens, budget.spent, budget.told) == ((3, 4), 0.0, "0 answers, 7 tokens")


def test_tokens() -> None:
    """A question that may take more tokens than are left is not asked; one that fits still is."""
    budget = Budget(most=100)
    awaited(spend(budget, (50, 50), (40, 20)))

    with pytest.raises(
        BudgetError, match=r"^KG_MODEL_TOKENS: the next question may take 41, left are 40 of 100$"
    ):
        awaited(spend(budget, (21, 20), (0, 0)))
    awaited(spend(budget, (20, 20), (1, 1)))
    assert budget.tokens == (41, 21)


def test_money() -> None:
    """Money is counted by the two prices of a million tokens."""
    budget = Budget(money=1.0, prices=Prices(2.0, 10.0))
    awaited(spend(budget, (0, 100_000), (100_000, 50_000)))

    assert budget.spent == pytest.approx(0.7)
    assert budget.told == "0 answers, 150,000 tokens, 0.70 in money"
    with pytest.raises(BudgetError, match=r"may cost 0\.4000, left are 0\.3000 of 1$"):
        awaited(spend(budget, (0, 40_000), (0, 0)))


def test_who_waits() -> None:
    """What others hold back may be left when they are answered: so a question waits for them."""
    budget = Budget(most=100)

    async def both() -> None:
        begun = asyncio.Event()

        async def first() -> None:
            async with budget.held((40, 40)) as bill:
                begun.set()
                bill.tokens = (10, 10)

        async def second() -> None:
            await begun.wait()
            await spend(budget, (40, 40), (5, 5))

        await asyncio.gather(first(), second())

    awaited(both())

    assert budget.tokens == (15, 15)


def test_question_that_fails() -> None:
    """What a question held back is free again when it fails."""
    budget = Budget(most=100)

    async def fail() -> None:
        async with budget.held((60, 0)) as bill:
            bill.tokens = (0, 0)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        awaited(fail())
    awaited(spend(budget, (60, 0), (60, 0)))
    assert budget.tokens == (60, 0)
