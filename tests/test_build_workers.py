"""Several processes convert articles as one does; what goes wrong in one of them is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from stages import STAGES, converted

from kg import build
from kg.build import Order, workers
from kg.build.catalogue import Source
from kg.build.workers import Way
from kg.errors import KgError, SourceError
from kg.readers import Item


def test_many_articles_by_several_processes(order: Order) -> None:
    """Several processes convert what one process converts."""
    for number in range(20):
        (order.sources[0] / f"{number}.txt").write_text(f"They met {number} times.")
    alone = build.run(order, STAGES)
    names = converted(order)
    together = build.run(replace(order, to=order.to.parent / "other", jobs=2), STAGES)

    assert together.name == alone.name
    assert converted(order) == names


def test_each_process_computes_on_one_core() -> None:
    """Several processes have a core each."""
    items = (Item(f"{number}.txt", "here", b"They met.") for number in range(12))
    articles = ((Source(Path("here"), item.file, "", None), item) for item in items)

    actual = {found.article.text for _, found in workers.run(articles, Way("stages:lane", 2, 60, 10**9))}

    assert actual == {"1"}


def test_process_that_dies(order: Order) -> None:
    """A converting process that is killed stops the build, and the article is named."""
    for number in range(20):
        (order.sources[0] / f"{number}.txt").write_text("They met.")

    with pytest.raises(KgError, match=r"\.txt: expected a converter that ends well, found its process"):
        build.run(replace(order, jobs=2), replace(STAGES, converter="stages:die"))


def test_source_broken_among_many(order: Order) -> None:
    """A source that one of several processes cannot read is named."""
    for number in range(20):
        (order.sources[0] / f"{number}.txt").write_text("They met.")
    (order.sources[0] / "7.txt").write_bytes(b"\xff")

    with pytest.raises(SourceError, match=r"7\.txt: expected UTF-8, found byte 0xff at offset 0"):
        build.run(replace(order, jobs=2), replace(STAGES, converter="stages:read"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_slip_of_a_converter(order: Order, jobs: int) -> None:
    """An error that is no user's tells which article it came from."""
    for number in range(20):
        (order.sources[0] / f"{number}.txt").write_text("They met.")

    with pytest.raises(ZeroDivisionError) as caught:
        build.run(replace(order, jobs=jobs), replace(STAGES, converter="stages:stumble"))

    assert caught.value.__notes__ == [f"while converting {order.sources[0] / caught.value.args[0]}"]
