"""What is kept of an article from one build to the next hangs on all that reads it."""

from pathlib import Path

import grimp
import pytest

import kg
from kg.build import cache

HOUSE = Path(kg.__file__).parent
# What tells what is asked, shown or raised, and nothing of what an article tells.
APART = {"kg", "kg.build.catalogue", "kg.build.modelled", "kg.config", "kg.errors"}


@pytest.mark.parametrize(
    ("reader", "parts"),
    [
        ("kg.build.conversion", cache.PARTS),
        ("kg.build.verified", (*cache.PARTS, *cache.VERIFIERS)),
    ],
)
def test_parts(reader: str, parts: tuple[str, ...]) -> None:
    """Each module that a reader of articles imports, at however many removes, is one of the parts."""
    read = {reader, *grimp.build_graph("kg").find_upstream_modules(reader)} - APART
    held = {path for part in parts for path in (HOUSE / part, *(HOUSE / part).rglob("*"))}
    files = {HOUSE.joinpath(*module.split(".")[1:]) for module in read}

    assert [file for file in sorted(files) if not held & {file, file.with_suffix(".py")}] == []


def test_parts_are_there() -> None:
    """Each part is a file or folder of the house."""
    parts = (*cache.PARTS, *cache.VERIFIERS)

    assert [part for part in parts if not (HOUSE / part).exists()] == []
