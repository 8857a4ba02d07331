"""Articles are known by name and hashes wherever they lie; no more than one is held at a time."""

import zipfile
from pathlib import Path

import pytest

from kg.build.catalogue import articles, catalogue
from kg.errors import SourceError
from kg.readers import Aside


def packed(path: Path, **files: str) -> Path:
    """Write an archive of files, each named by its key with `_` for the dot, and return it."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"2024/{name.replace('_', '.')}", content)
    return path


def test_articles_of_all_places(tmp_path: Path) -> None:
    """Files of their own and files in archives are listed together, by name."""
    (tmp_path / "b.txt").write_text("They parted.")
    archive = packed(tmp_path / "z.zip", c_txt="They wrote.", a_txt="They met.", a_toml="title = 'A'")
    found = catalogue([tmp_path])

    assert [(s.path, s.file, s.described is None) for s in found] == [
        (archive, "a.txt", False),
        (tmp_path / "b.txt", "b.txt", True),
        (archive, "c.txt", True),
    ]
    assert found[0].place == f"{archive}: a.txt"
    # The hash of "They met.", as `sha256sum` tells it.
    assert found[0].sha256 == "ab226026642c9001f40223f6e7948b96f1d470fc0a362d6a94834bd235bc9e07"


def test_content_comes_later(tmp_path: Path) -> None:
    """Of a catalogue the articles that are asked for are read, and no others."""
    packed(tmp_path / "z.zip", a_txt="They met.", b_txt="They parted.", c_txt="They wrote.")
    found = [(source.file, item.content) for source, item in articles(catalogue([tmp_path])[1:])]

    assert found == [("b.txt", b"They parted."), ("c.txt", b"They wrote.")]


@pytest.mark.parametrize(
    ("one", "other"), [("a.html", "a.txt"), ("A b.txt", "a_b.txt")], ids=["ending", "letters"]
)
def test_two_with_one_address(tmp_path: Path, one: str, other: str) -> None:
    """Two articles that would have the same address are an error which names both."""
    (tmp_path / one).write_text("a")
    (tmp_path / other).write_text("a")

    with pytest.raises(SourceError, match=rf"{other}: expected a name of its own, found that .*{one} has"):
        catalogue([tmp_path])


def test_one_name_in_two_places(tmp_path: Path) -> None:
    """An article that lies in two places is one; where they differ, the second is set aside."""
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "b.txt").write_text("They parted.")
    packed(tmp_path / "z.zip", a_txt="They met.", b_txt="They stayed.")
    aside: list[Aside] = []
    found = catalogue([tmp_path], aside=aside.append)

    assert [(s.path.name, s.file) for s in found] == [("a.txt", "a.txt"), ("b.txt", "b.txt")]
    assert [each.place for each in aside] == [f"{tmp_path}/z.zip: 2024/b.txt"]


def test_article_that_changed_meanwhile(tmp_path: Path) -> None:
    """An article that is no longer what the catalogue says is never taken for it."""
    (tmp_path / "a.txt").write_text("They met.")
    found = catalogue([tmp_path])
    (tmp_path / "a.txt").write_text("They stayed.")

    with pytest.raises(SourceError, match=r"a\.txt: expected it as it was a moment ago"):
        tuple(articles(found))


def test_description_of_a_row_is_known_by_its_file(tmp_path: Path) -> None:
    """What a table tells of an article is cited under the table's name: in another table it is another."""
    row = '{"name": "a", "text": "They met.", "title": "A"}\n'
    (tmp_path / "one.jsonl").write_text(row)
    (one,) = catalogue([tmp_path])
    (tmp_path / "one.jsonl").rename(tmp_path / "two.jsonl")
    (two,) = catalogue([tmp_path])

    assert (one.sha256, one.described == two.described) == (two.sha256, False)
