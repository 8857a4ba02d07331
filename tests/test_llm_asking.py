"""Many questions are asked at a time, again after what passes, never twice, and never beyond the budget."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from loops import awaited

from kg.errors import BudgetError, KgError, RemoteError, SourceError, UnansweredError
from kg.llm.asking import Asking, Clock, Manners
from kg.llm.asking.budget import Budget
from kg.llm.asking.dialect import Dialect, Message
from kg.llm.asking.kept import Shelf
from kg.llm.asking.questions import Answers
from kg.llm.asking.replies import CUT, REFUSED, WHOLE, MisunderstoodError, PassingError, Reply, TooLongError
from kg.model import Article

GOOD = Reply("{}", WHOLE, "served", (100, 10))
BUSY = PassingError("busy")
Answer = Reply | KgError


@dataclass
class Stub:
    """Who answers as a test tells it, by the text of the part and how often anything was asked."""

    answer: Callable[[str, int], Answer]
    asked: list[tuple[str, Dialect]] = field(default_factory=list)
    under_way: int = 0
    most: int = 0

    async def ask(self, model: str, messages: tuple[Message, ...], dialect: Dialect) -> Reply:
        """Answer."""
        assert model == "m"
        text = messages[-1]["content"].split("\n", 2)[2].rsplit("\n", 1)[0]
        self.asked.append((text, dialect))
        found = self.answer(text, len(self.asked))
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        if isinstance(found, KgError):
            raise found
        return found


@dataclass
class Watch:
    """A clock that stands still but for what is waited, which it keeps."""

    waited: list[float] = field(default_factory=list)

    async def _wait(self, seconds: float) -> None:
        self.waited.append(seconds)

    def clock(self) -> Clock:
        """Return it as a run takes it."""
        return Clock(now=lambda: 1000.0 + sum(self.waited), wait=self._wait)


def each(*answers: Answer) -> Callable[[str, int], Answer]:
    """Return what gives one answer after the other, the last one for ever."""
    return lambda _text, number: answers[min(number, len(answers)) - 1]


def articles(count: int) -> list[Article]:
    """Return articles of a sentence each."""
    return [Article(f"{number}.txt", f"They met {number} times.") for number in range(count)]


def asking(place: Path, stub: Stub, budget: Budget | None = None, **manners: int) -> Asking:
    """Return a run that asks one question at a time, if not told otherwise."""
    answers = Answers(Shelf(place), "m", 4_000)
    given = Manners(**{"places": 1, "attempts": 3, **manners})  # type: ignore[arg-type]
    return Asking(stub, answers, budget or Budget(), given, Watch().clock())


def run(run: Asking, given: list[Article], *, is_exacting: bool = False) -> None:
    """Ask what is open on articles."""
    gather = run.answers.gather
    awaited(run.run(q for article in given for q in gather(article, is_exacting=is_exacting).open))


def test_asked_once(tmp_path: Path) -> None:
    """Each article is asked on once; a second run finds all answers, with model, version and tokens."""
    stub = Stub(each(GOOD))
    made = asking(tmp_path, stub, places=3)
    run(made, articles(10))
    run(made, articles(10))
    found = made.answers.gather(articles(1)[0])

    assert sorted(text for text, _ in stub.asked) == [f"They met {n} times." for n in range(10)]
    assert stub.most == 3
    assert (made.budget.answers, made.budget.tokens) == (10, (1000, 100))
    assert [(a.model, a.content) for a in found.answered] == [("m", "{}")]
    assert found.open == ()


def test_texts_alike(tmp_path: Path) -> None:
    """Articles of one text, as agencies spread them, are asked on once."""
    stub = Stub(each(GOOD))
    made = asking(tmp_path, stub, places=3)
    copies = [Article(f"{number}.txt", "They met.") for number in range(5)]
    run(made, copies)

    assert len(stub.asked) == 1
    assert [len(made.answers.gather(article).answered) for article in copies] == [1] * 5


@pytest.mark.parametrize(
    ("failures", "waited"),
    [([BUSY, BUSY], [2.0, 4.0]), ([PassingError("busy", after=7.0)], [7.0])],
    ids=["back-off", "told when"],
)
def test_again_after_what_passes(tmp_path: Path, failures: list[Answer], waited: list[float]) -> None:
    """What passes is waited for: as long as the server says, else twice as long each time."""
    stub, watch = Stub(each(*failures, GOOD)), Watch()
    made = asking(tmp_path, stub)
    made.clock = watch.clock()
    run(made, articles(1))

    assert watch.waited == waited
    assert made.answers.gather(articles(1)[0]).open == ()
    assert made.failed == {}


def test_all_wait(tmp_path: Path) -> None:
    """When the server asks one to wait, the others hold back too."""
    stub, watch = Stub(each(GOOD, PassingError("busy", after=9.0), GOOD)), Watch()
    made = asking(tmp_path, stub, places=2)
    made.clock = watch.clock()
    run(made, articles(4))

    assert watch.waited[0] == 9.0
    assert len(stub.asked) == 5


def test_more_than_our_patience(tmp_path: Path) -> None:
    """Who is told to come again in an hour stops, and says so."""
    made = asking(tmp_path, Stub(each(PassingError("busy", after=3600.0))))

    with pytest.raises(UnansweredError, match="busy: it asks to come again in 3600 seconds"):
        run(made, articles(2))


def test_nobody_there(tmp_path: Path) -> None:
    """Where the first question is never answered, no other is asked."""
    stub = Stub(each(BUSY))

    with pytest.raises(UnansweredError, match=r"^busy, at 3 attempts$"):
        run(asking(tmp_path, stub), articles(5))
    assert len(stub.asked) == 3


def test_one_that_fails_among_many(tmp_path: Path) -> None:
    """A question that is never answered stops nothing: it is named, and the others are answered."""
    stub = Stub(lambda text, _: BUSY if " 2 " in text else GOOD)
    made = asking(tmp_path, stub)
    run(made, articles(5))

    assert made.failed == {"2.txt": "busy, at 3 attempts"}
    assert [len(made.answers.gather(a).open) for a in articles(5)] == [0, 0, 1, 0, 0]


def test_server_that_goes_away(tmp_path: Path) -> None:
    """After three questions in a row without an answer nobody is asked any more."""
    stub = Stub(lambda text, _: GOOD if " 0 " in text else BUSY)
    made = asking(tmp_path, stub)

    with pytest.raises(UnansweredError, match="busy"):
        run(made, articles(50))
    assert len(stub.asked) == 1 + 3 * 3
    assert made.answers.gather(articles(1)[0]).open == ()


def test_refusal_of_the_server(tmp_path: Path) -> None:
    """What does not pass, as a wrong key, ends the run at once."""
    stub = Stub(each(RemoteError("wrong key")))

    with pytest.raises(RemoteError, match="wrong key"):
        run(asking(tmp_path, stub, places=3), articles(9))
    assert len(stub.asked) <= 3


@pytest.mark.parametrize(
    ("reply", "finish"),
    [(Reply("no", REFUSED, "", None), "refused"), (Reply("nothing", WHOLE, "", None), "whole")],
    ids=["refused", "malformed"],
)
def test_no_use(tmp_path: Path, reply: Reply, finish: str) -> None:
    """What is no use is asked once more, then kept as it is, so that it is not asked for for ever."""
    stub = Stub(each(reply))
    made = asking(tmp_path, stub)
    run(made, articles(1))
    run(made, articles(1))

    assert len(stub.asked) == 2
    assert [kept.finish for _, kept in made.answers.gather(articles(1)[0]).answers] == [finish]


def test_again_on_demand(tmp_path: Path) -> None:
    """On demand what was no use is asked again, and nothing else."""
    stub = Stub(lambda text, _: Reply("no", REFUSED, "", None) if " 0 " in text else GOOD)
    made = asking(tmp_path, stub)
    run(made, articles(2))
    stub.answer, stub.asked = each(GOOD), []
    run(made, articles(2), is_exacting=True)

    assert [text for text, _ in stub.asked] == ["They met 0 times."]


LONG = Article("a.txt", "\n".join(f"They met for the {n}th time in Lima; that is all." for n in range(40)))


@pytest.mark.parametrize(
    "short", [Reply("{", CUT, "", None), TooLongError("too long")], ids=["cut", "too long"]
)
def test_halves(tmp_path: Path, short: Answer) -> None:
    """A part that is too long, for its answer too, is asked on in halves, which count in its place."""
    stub = Stub(lambda text, _: short if len(text) > 1_500 else GOOD)
    made = asking(tmp_path, stub)
    run(made, [LONG])
    asked = len(stub.asked)
    run(made, [LONG])
    found = made.answers.gather(LONG)

    assert len(stub.asked) == asked
    assert found.open == ()
    assert [a.content for a in found.answered] == ["{}"] * len(found.answered)
    assert all(a.part.end - a.part.start <= 1_500 for a in found.answered)
    assert (found.answered[0].part.start, found.answered[-1].part.end) == (0, len(LONG.text))


def test_cut_for_ever(tmp_path: Path) -> None:
    """A model that talks without end is not halved without end."""
    stub = Stub(each(Reply("{", CUT, "", None)))
    made = asking(tmp_path, stub)
    run(made, [LONG])

    assert len(stub.asked) < 20
    assert made.answers.gather(LONG).open == ()


def test_always_too_long(tmp_path: Path) -> None:
    """Where even a short part is too long for the model, nothing is taken for answered."""
    made = asking(tmp_path, Stub(each(TooLongError("too long"))))

    with pytest.raises(UnansweredError, match="too long"):
        run(made, [LONG])
    assert made.answers.gather(LONG).open != ()


def test_dialect_is_decided_once(tmp_path: Path) -> None:
    """What the server understands is decided with the first answer, also when many are asked at a time."""
    made = asking(tmp_path, stub := Stub(lambda *_: GOOD), places=4)
    stub.answer = lambda _text, number: MisunderstoodError("response_format") if number < 3 else GOOD
    run(made, articles(8))

    assert [dialect.form for _, dialect in stub.asked] == ["json_schema", "json_object", *["text"] * 8]
    assert {kept.form for a in articles(8) for _, kept in made.answers.gather(a).answers} == {"text"}


def test_not_understood_at_all(tmp_path: Path) -> None:
    """A server that takes the question in no form is told as such."""
    with pytest.raises(RemoteError, match=r"^no; also without JSON asked for$"):
        run(asking(tmp_path, Stub(each(MisunderstoodError("no")))), articles(2))


def test_budget_stops_and_resumes(tmp_path: Path) -> None:
    """The budget stops a run before it is exceeded; the next one goes on and asks nothing twice."""
    stub = Stub(each(GOOD))
    most = asking(tmp_path, stub)
    run(most, articles(1))
    reserve = len(str(most.answers.gather(articles(2)[1]).open)) * 4 + 20_000
    first = asking(tmp_path, stub, Budget(most=reserve), places=3, answer=10)

    with pytest.raises(BudgetError, match="KG_MODEL_TOKENS: the next question may take"):
        run(first, articles(2_000))
    so_far = len(stub.asked)
    assert 1 < so_far < 2_000
    assert sum(first.budget.tokens) <= reserve
    run(asking(tmp_path, stub), articles(so_far + 5))
    assert sorted(text for text, _ in stub.asked) == sorted(a.text for a in articles(so_far + 5))


def test_article_that_cannot_be_read(tmp_path: Path) -> None:
    """An article that cannot be read stops the run, as it stops a build."""
    made = asking(tmp_path, Stub(each(GOOD)))

    def broken() -> object:
        yield from made.answers.gather(articles(1)[0]).open
        raise SourceError("b.txt: broken")

    with pytest.raises(SourceError, match="broken"):
        awaited(made.run(broken()))  # type: ignore[arg-type]
    assert made.answers.gather(articles(1)[0]).open == ()
