"""Answers are kept whole, each under the hash of what was asked; what is broken counts as not there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.llm.asking import kept
from kg.llm.asking.kept import Kept, Shelf

KEY = "ab" + "0" * 62
ANSWER = Kept(
    content='{"events": []}',
    finish="whole",
    model="qwen3:8b",
    served="qwen3:8b-q4",
    version="0123456789ab",
    form="json_schema",
    article="a.txt",
    part=(0, 9),
    tokens=(100, 10),
    answered="2026-11-22T10:00:00+00:00",
)


def test_kept_and_loaded(tmp_path: Path) -> None:
    """What is kept is loaded again; the file can be read by people, and nothing lies beside it."""
    shelf = Shelf(tmp_path / "answers")
    shelf.keep(KEY, ANSWER)

    assert shelf.load(KEY) == ANSWER
    file = tmp_path / "answers" / "ab" / f"{KEY}.json"
    assert json.loads(file.read_text())["model"] == "qwen3:8b"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"content": "a"}', b"\xff", b"[" * 100_000],
    ids=["empty", "cut", "list", "null", "parts", "bytes", "deep"],
)
def test_broken_file(tmp_path: Path, content: bytes) -> None:
    """A file that is no answer, as after a power cut, is none."""
    shelf = Shelf(tmp_path)
    assert shelf.load(KEY) is None
    shelf.keep(KEY, ANSWER)
    (tmp_path / "ab" / f"{KEY}.json").write_bytes(content)

    assert shelf.load(KEY) is None


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is a file is named."""
    (tmp_path / "answers").write_text("")

    with pytest.raises(
        StoreError, match=r"answers/ab/ab0+\.json: expected a file that can be written, found: Not a"
    ):
        Shelf(tmp_path / "answers").keep(KEY, ANSWER)


@pytest.mark.parametrize(
    ("finish", "content", "is_usable"),
    [
        ("whole", "{}", True),
        ("whole", "```\n{}\n```", True),
        ("whole", "[]", False),
        ("cut", "{}", False),
        ("refused", "{}", False),
    ],
)
def test_usable(finish: str, content: str, is_usable: bool) -> None:
    """An answer is of use where it is whole and there is JSON in it."""
    assert replace(ANSWER, finish=finish, content=content).is_usable is is_usable


def test_key() -> None:
    """Model and each message change the key; nothing else does."""
    messages = [{"role": "user", "content": "They met."}]
    key = kept.key("a", messages)

    assert len(key) == 64
    assert kept.key("a", [{"content": "They met.", "role": "user"}]) == key
    others = (kept.key("b", messages), kept.key("a", [*messages, *messages]))
    assert key not in others
