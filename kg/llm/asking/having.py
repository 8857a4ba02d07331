"""Have a model's answers on articles: those that are kept, and, where a server is named, others from it."""

import asyncio
from collections.abc import Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from tqdm import tqdm

from kg import plugins
from kg.config import Config
from kg.errors import BudgetError, KgError, UnansweredError
from kg.llm.asking import Asking, Manners, server
from kg.llm.asking.budget import Budget, Prices
from kg.llm.asking.kept import Shelf
from kg.llm.asking.questions import Answers, Question, Summary
from kg.llm.asking.server import Server
from kg.model import Article

EXTRA = "model"  # what `pip install` has the library by
_CLIENT = "kg.llm.asking.client"  # loaded where somebody is asked: only then is its library needed
_NAMED = 20  # articles that an error names
_LEAST = {
    "places": 1,
    "part": 100,
    "answer": 1,
    "seconds": 1,
    "tokens": 0,
    "money": 0,
    "price_in": 0,
    "price_out": 0,
}


@dataclass(frozen=True, slots=True)
class Model:
    """A model, its answers so far, and how to have more.

    Attributes:
        answers: what is kept.
        server: who is asked; None for nobody.
        manners: how.
        tokens: most tokens of a run; 0: any number.
        money: most money of a run; 0: any sum.
        prices: what tokens cost.
        is_exacting: whether answers that are no use are asked for again.
    """

    answers: Answers
    server: Server | None
    manners: Manners
    tokens: int
    money: float
    prices: Prices
    is_exacting: bool


@dataclass(slots=True)
class _Stream:
    """The questions that are open, found as they are asked for: an archive is never held as a whole."""

    answers: Answers
    is_exacting: bool
    articles: Iterator[Article]
    bar: Any
    begun: int = 0
    lacking: list[str] = field(default_factory=list)
    summaries: dict[str, Summary] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Question]:
        for article in self.articles:
            gathered = self.answers.gather(article, is_exacting=self.is_exacting)
            if gathered.open:
                self.lacking.append(article.file)
            else:
                self.summaries[article.file] = gathered.summary
            yield from gathered.open
            self.begun += 1
            self.bar.update()


def of(config: Config, shelf: Shelf, *, is_exacting: bool = False) -> Model:
    """Return the model that the settings name, with the answers of a shelf.

    Raises:
        KgError: no model is named, or settings contradict each other.
    """
    if not config.model:
        raise KgError("KG_MODEL: expected the name of a model, found none")
    for name, least in _LEAST.items():
        if (
            not (told := getattr(config, f"model_{name}")) >= least
        ):  # so that what is no number is refused too
            raise KgError(f"KG_MODEL_{name.upper()}: expected a number from {least}, found {told}")
    prices = Prices(config.model_price_in, config.model_price_out)
    if config.model_money and prices == Prices():
        raise KgError(
            "KG_MODEL_MONEY: expected KG_MODEL_PRICE_IN and KG_MODEL_PRICE_OUT beside it, found none"
        )
    answers = Answers(shelf, config.model, config.model_part)
    manners = Manners(places=config.model_places, answer=config.model_answer)
    most = (config.model_tokens, config.model_money)
    return Model(answers, server.of(config), manners, *most, prices, is_exacting)


def have(model: Model, articles: Iterable[Article], total: int) -> dict[str, Summary]:
    """Have all answers lie on the shelf; return, by file, what those come to that lay there before.

    Args:
        model: the model.
        articles: each is looked at once.
        total: how many there are.

    Raises:
        UnansweredError: some are not to be had; what was answered is kept, and not asked for again.
        MissingError: somebody is to be asked, and the library for it is not installed.
        KgError: an article cannot be read, or an answer cannot be kept.
    """
    # disable=None: shown on a terminal only.
    with tqdm(total=total, desc="asked", disable=None) as bar:
        stream = _Stream(model.answers, model.is_exacting, iter(articles), bar)
        if model.server is None:
            _have_kept(model, stream, total)
        else:
            _ask(model, model.server, stream, total)
    return stream.summaries


def _have_kept(model: Model, stream: _Stream, total: int) -> None:
    for _ in stream:
        pass
    if stream.lacking:
        few = f"{len(stream.lacking):,} of {total:,} articles have no answer of {model.answers.model}"
        where = f"to this prompt in {model.answers.shelf.place}, and KG_MODEL_URL names nobody to ask"
        raise UnansweredError(f"{few} {where}: {_names(stream.lacking)}")


def _ask(model: Model, asked_of: Server, stream: _Stream, total: int) -> None:
    questions = iter(stream)
    first = next(questions, None)
    if first is None:
        return
    client = plugins.optional(_CLIENT, EXTRA)
    budget = Budget(model.tokens, model.money, model.prices)

    async def run() -> dict[str, str]:
        async with client.Client(asked_of) as asked:
            asking = Asking(asked, model.answers, budget, model.manners)
            asking.tell = lambda: stream.bar.set_postfix_str(budget.told)
            await asking.run(_after(first, questions))
            return asking.failed

    try:
        failed = _finished(run())
    except UnansweredError as error:
        told = f"{error}. {_far(budget, stream, total)}"
        raise (BudgetError if isinstance(error, BudgetError) else UnansweredError)(told) from error
    if failed:
        name, reason = min(failed.items())
        found = f"{len(failed):,} of {total:,} articles have no answer: {_names(sorted(failed))}"
        raise UnansweredError(f"{found} ({name}: {reason}). {_far(budget, stream, total)}")


def _finished(asking: Coroutine[Any, Any, dict[str, str]]) -> dict[str, str]:
    """Return what a coroutine returns; in a thread of its own where a loop runs in ours, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(asking)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asking).result()


def _after(first: Question, rest: Iterator[Question]) -> Iterator[Question]:
    yield first
    yield from rest


def _far(budget: Budget, stream: _Stream, total: int) -> str:
    return (
        f"This run had {budget.told}, on {stream.begun:,} of {total:,} articles; all are kept:"
        " the same command goes on from there"
    )


def _names(files: list[str]) -> str:
    more = len(files) - _NAMED
    return ", ".join(files[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
