"""Damaged files of a build, and what the service answers from them."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from applications import opened
from flask.testing import FlaskClient

from kg.errors import StoreError

PATHS = (
    "/readyz",
    "/",
    "/person/mara-voss.html",
    "/person/mara-voss.ttl",
    "/search?q=mara",
    "/person/",
    "/contested",
    "/sparql?query=SELECT+*+{?s+?p+?o}+ORDER+BY+?s+?p+?o&format=csv",
    "/void.ttl",
)
Answers = dict[str, tuple[int, bytes]]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    """Return data with 16 bytes turned around."""
    changed = bytearray(data)
    for _ in range(16):
        changed[chance.randrange(len(data))] ^= 0xFF
    return bytes(changed)


def _one_bit(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


KINDS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "a bit": _one_bit,
    "16 bytes": _flipped,
    "cut in half": lambda data, _: data[: len(data) // 2],
    "empty": lambda *_: b"",
}


def answers(data: Path) -> Answers:
    """Return what the service answers, by the address."""
    with opened() as apps:
        client = apps.client(data, log="none")
        return {path: _answer(client, path) for path in PATHS}


def _answer(client: FlaskClient, path: str) -> tuple[int, bytes]:
    try:
        found = client.get(path)
    except StoreError as error:  # it broke off in its midst, which a client sees
        return 503, str(error).encode()
    return found.status_code, found.data


def files(build: Path, pattern: str) -> list[Path]:
    """Return the files of a build that hold something, below the build."""
    return [
        path.relative_to(build)
        for path in sorted(build.glob(pattern))
        if path.is_file() and path.stat().st_size
    ]


def damaged(build: Path, file: Path, kind: str, place: Path, seed: int = 1) -> Path:
    """Return a data folder whose build is a copy with one file damaged."""
    shutil.rmtree(place, ignore_errors=True)
    copy = place / "builds" / build.name
    shutil.copytree(build, copy)
    (place / "current").symlink_to(copy)
    data = (copy / file).read_bytes()
    (copy / file).write_bytes(KINDS[kind](data, random.Random(f"{file} {kind} {seed}")))
    return place


def judged(found: Answers, right: Answers) -> Counter[str]:
    """Return how many answers are right, are a clear error, and are neither."""
    return Counter(_judged(found, right))


def _judged(found: Answers, right: Answers) -> Iterator[str]:
    for path, answer in found.items():
        if answer == right[path]:
            yield "right"
        else:
            yield {200: f"wrong {path}", 503: "clear error"}.get(answer[0], f"{answer[0]} {path}")
