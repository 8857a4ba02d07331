"""What `kg link` does beside what it is told: opens, asks, shows, and says what came of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from tqdm import tqdm

from kg.errors import RemoteError
from kg.linking import Order, Report, asking, cache, decisions, run
from kg.linking.asking import Person
from kg.linking.endpoint import Endpoint, Manners
from kg.linking.judging import ACCEPT, Bounds
from kg.linking.questions import Questions
from kg.linking.sought import KINDS
from kg.store.builds import Build

AGAIN = 75  # exit code: a temporary failure, after which the same command goes on (sysexits.h, EX_TEMPFAIL)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the operator asks for.

    Attributes:
        address: endpoint.
        folder: where the files of decisions lie.
        cache: folder of what was answered.
        manners: how the endpoint is asked.
        kinds: classes of ours, none for all.
        accept: score from which the machine decides.
        most: of ours to look at, None for all.
        by: name of who decides on what is left open; empty: it is asked for.
        is_offline: nobody elsewhere is asked: what is kept must do.
        asks: whether somebody is there to be asked.
    """

    address: str
    folder: Path
    cache: Path
    manners: Manners
    kinds: tuple[str, ...] = ()
    accept: float = ACCEPT
    most: int | None = None
    by: str = ""
    is_offline: bool = False
    asks: bool = False


class StoppedError(click.ClickException):
    """The endpoint could not be asked to the end; the same command goes on where it was."""

    exit_code = AGAIN


def carry_out(build: Build, wish: Wish) -> None:
    """Link, and ask a person about what is left open.

    Raises:
        StoppedError: the endpoint cannot be reached or answers with something else.
    """
    day = dt.datetime.now(tz=dt.UTC).date()
    order = Order(build, wish.folder, day, wish.kinds or KINDS, Bounds(wish.accept), wish.most)
    # disable=None: shown on a terminal only.
    with cache.opened(wish.cache, wish.address) as kept, tqdm(desc="answers", disable=None) as bar:
        endpoint = None if wish.is_offline else Endpoint(wish.address, wish.manners)
        questions = Questions(endpoint, kept, done=bar.update)
        try:
            report = run(order, questions, lambda done, of: bar.set_postfix_str(f"{done} of {of} judged"))
        except RemoteError as error:
            told = f"{error}; what was answered and decided so far is kept: `kg link` goes on from there"
            raise StoppedError(told) from error
    for line in _summary(report, questions, wish.folder):
        click.echo(line)
    if wish.asks and report.open:
        _ask(wish.by, order, report)


def _ask(by: str, order: Order, report: Report) -> None:
    """Ask about what is open, and write each decision as it is made."""
    name = by or click.prompt(
        "Your name, to decide on them now (empty: later)", default="", show_default=False
    )
    if not name:
        return
    path = order.folder / decisions.FILE
    person = Person(name, click.echo, lambda text, answers: click.prompt(text, type=click.Choice(answers)))
    waiting = {verdict.sought.iri: verdict for verdict in report.open}
    for rows in asking.decide(person, report.open, order.day):
        decisions.write(path, decisions.read(path, order.build.base).decided(rows))
        waiting.pop(rows[0].subject, None)
        decisions.write_review(order.folder, order.build.base, waiting.values(), order.day)
    click.echo(f"{len(report.open) - len(waiting)} decided by {name}; {len(waiting)} wait")


def _summary(report: Report, questions: Questions, folder: Path) -> Iterator[str]:
    yield f"{len(report.verdicts)} looked for: {report.accepted} linked, {len(report.open)} wait for a person"
    if report.settled:
        yield f"{report.settled} not looked for: people have decided"
    if report.unnamed:
        yield f"{report.unnamed} not looked for: no name of theirs tells them from others"
    for query, thing, reason in questions.failed:
        yield f"not answered: {query} of {thing}: {reason}"
    yield f"{folder / decisions.FILE}: read by the next `kg build`"
    if report.open:
        yield f"{folder / decisions.REVIEW}: candidates, for people to decide on"
