"""Archives of files: each article keeps its name and its `.toml`; what is broken is set aside and named."""

import io
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import readers
from kg.errors import SourceError
from kg.readers import Aside, Item, _containers

Files = dict[str, bytes]
Write = Callable[[Path, Files], Path]


def zipped(path: Path, files: Files) -> Path:
    """Write an archive in the ZIP format."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, files: Files) -> Path:
    """Write a packed archive in the tar format."""
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            told = tarfile.TarInfo(name)
            told.size = len(content)
            archive.addfile(told, io.BytesIO(content))
    return path


WAYS = [pytest.param((zipped, "a.zip"), id="zip"), pytest.param((tarred, "a.tar.gz"), id="tar")]


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, while an article has at most 1,000 bytes."""
    monkeypatch.setattr(_containers, "MOST", 1_000)
    return tmp_path


def taken(path: Path) -> tuple[list[Item], list[str]]:
    """Return what a file holds, and why the rest of it was set aside."""
    aside: list[Aside] = []
    return list(readers.items(path, aside.append)), [each.reason for each in aside]


@pytest.mark.parametrize("way", WAYS)
def test_articles(tmp_path: Path, way: tuple[Write, str]) -> None:
    """Articles are found in all folders, each with the `.toml` beside it, before or behind."""
    files = {
        "b.toml": b"title = 'B'",
        "b.txt": b"They parted.",
        "2024/a.txt": b"They met.",
        "2024/a.toml": b"title = 'A'",
        "__MACOSX/2024/._a.txt": b"\0",
        ".git/config": b"",
        "identities.tsv": b"",
    }
    write, name = way
    found, aside = taken(write(tmp_path / name, files))

    assert [(item.file, readers.article(item).title) for item in found] == [("b.txt", "B"), ("a.txt", "A")]
    assert found[1].place == f"{tmp_path}/{name}: 2024/a.txt"
    assert aside == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("member", "content", "reason"),
    [
        ("../../etc/a.txt", b"They met.", "expected a path within the archive"),
        ("/etc/a.txt", b"They met.", "expected a path within the archive"),
        ("b/../a.txt", b"They met.", "expected a path within the archive"),
        ("..\\a.txt", b"They met.", "expected a path within the archive"),
        ("C:\\a.txt", b"They met.", "expected a path within the archive"),
        ("a.exe", b"MZ", r"expected a file ending in \.html, .*, found \.exe"),
        ("a", b"", r"expected a file ending in \.html, .*, found no ending"),
        ("more.zip", b"PK", "expected an article, found a file that holds others"),
        ("a\tb.txt", b"They met.", "expected a file name of at most 200 bytes"),
        ("a" * 300 + ".txt", b"They met.", "expected a file name of at most 200 bytes"),
        ("a.toml", b"", "expected an article beside it, found none"),
        ("a.txt", b" " * 1_001, "expected at most 1,000 bytes, found more"),
    ],
    ids=[
        "way up", "from the root", "up and down", "backslash", "drive", "ending", "no ending", "archive",
        "control character", "long name", "description alone", "large",
    ],
)  # fmt: skip
def test_member_that_is_set_aside(
    few: Path, way: tuple[Write, str], member: str, content: bytes, reason: str
) -> None:
    """What cannot be taken for an article is named with the reason; the others are read."""
    write, name = way
    path = write(few / name, {"0.txt": b"They met.", member: content, "1.txt": b"They parted."})
    found, aside = taken(path)

    assert ([item.file for item in found], len(aside)) == (["0.txt", "1.txt"], 1)
    with pytest.raises(SourceError, match=reason):
        list(readers.items(path))


def test_bomb(few: Path) -> None:
    """A member that tells a small size and unpacks to a large one is never unpacked beyond what may be."""
    path = zipped(few / "a.zip", {"a.txt": b"a" * 1_000_000})
    content = bytearray(path.read_bytes())
    central = content.index(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<I", 10)
    path.write_bytes(bytes(content))
    found, aside = taken(path)

    assert (found, len(aside)) == ([], 1)


def test_member_whose_bytes_are_broken(tmp_path: Path) -> None:
    """A member of an archive that does not have its checksum is set aside."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "They met.")
        archive.writestr("b.txt", "They parted.")
    path.write_bytes(path.read_bytes().replace(b"They met.", b"They ate."))
    found, aside = taken(path)

    assert [item.file for item in found] == ["b.txt"]
    assert "a.txt: expected a file that can be unpacked, found: Bad CRC-32" in aside[0]


def test_member_behind_a_password(tmp_path: Path) -> None:
    """A member that only a password opens is set aside."""
    path = zipped(tmp_path / "a.zip", {"a.txt": b"They met."})
    content = path.read_bytes()
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.index(mark) + place
        content = content[:start] + b"\x01\x00" + content[start + 2 :]
    path.write_bytes(content)

    assert "password required" in taken(path)[1][0]


def test_link_in_an_archive(tmp_path: Path) -> None:
    """A link is not followed."""
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        told = tarfile.TarInfo("a.txt")
        told.type, told.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(told)

    assert taken(tmp_path / "a.tar")[1] == [
        f"{tmp_path}/a.tar: a.txt: expected a file, found a link or a device"
    ]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.jsonl.gz", "a.parquet"])
def test_no_archive(tmp_path: Path, name: str) -> None:
    """A file that is not what its ending says is an error which names it."""
    (tmp_path / name).write_bytes(b"They met.")

    with pytest.raises(SourceError, match=f"{name}: expected a"):
        list(readers.items(tmp_path / name))


def test_archive_that_is_cut_short(tmp_path: Path) -> None:
    """Of an archive that ends too early nothing is taken in silence: it is told."""
    path = tarred(tmp_path / "a.tar.gz", {"a.txt": b"They met.", "b.txt": random.Random(1).randbytes(10**5)})
    path.write_bytes(path.read_bytes()[:-1_000])

    with pytest.raises(SourceError, match=r"a\.tar\.gz: expected a"):
        list(readers.items(path))


def test_broken_description(tmp_path: Path) -> None:
    """An article whose `.toml` cannot be unpacked is set aside with it, for it would be another."""
    path = zipped(tmp_path / "a.zip", {"a.txt": b"They met.", "a.toml": b" " * 100_001})
    found, aside = taken(path)

    assert (found, len(aside)) == ([], 1)
    assert "a.toml: expected at most 100,000 bytes, found more" in aside[0]
