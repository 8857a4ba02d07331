"""Articles are read with what is known of them; a file that is broken is named."""

import datetime as dt
from pathlib import Path

import pytest

from kg import readers
from kg.errors import SourceError
from kg.model import Origin, Span


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files, each named by its key with `_` for the dot, and return the folder."""
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(raw)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        "One line.\r\nAnother.\rA third.\n",
        "\ufeffThe mark before the first word is kept.",
        "  Leading and trailing space \t\n\n",
        "Cafe\u0301 and café, 𝄞 and 中国.",
    ],
    ids=["line ends", "byte order mark", "white space", "composed and not"],
)
def test_text_is_kept(tmp_path: Path, words: str) -> None:
    """A text is what its bytes say, no character changed."""
    folder = write(tmp_path, a_txt=words)

    assert readers.read(folder / "a.txt").text == words


def test_description_goes_first(tmp_path: Path) -> None:
    """The `.toml` beside an article goes before what the article tells; the rest is kept."""
    folder = write(
        tmp_path,
        a_txt=" date 2025-04-03 They met.\n\nhttps://a.example/\n",
        a_toml='published = 2025-04-04\npublisher = "RNA"\nlicence = "CC BY 4.0"\n',
    )
    article = readers.read(folder / "a.txt")

    assert (article.published, article.publisher) == (dt.date(2025, 4, 4), "RNA")
    assert (article.licence, article.url) == ("CC BY 4.0", "https://a.example/")
    assert article.origins == (
        Origin("publisher", "a.toml: publisher"),
        Origin("published", "a.toml: published"),
        Origin("licence", "a.toml: licence"),
        Origin("url", "trailing URL", Span(28, 46)),
    )


def test_date_as_text(tmp_path: Path) -> None:
    """A day of publication may be written as text in ISO 8601."""
    folder = write(tmp_path, a_txt="They met.", a_toml='published = "2025-04-04"')

    assert readers.read(folder / "a.txt").published == dt.date(2025, 4, 4)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title = \n", r"a\.toml: expected TOML, found: .*line 1"),
        ("title = 'x'\npublished = 2025-13-01", r"a\.toml: expected TOML, found: .*line 2"),
        ("published = 'soon'", r"a\.toml: published: expected a date such as 2025-04-03, found 'soon'"),
        ("published = 2025-04-03T10:00:00", r"a\.toml: published: expected a date .* found '2025-04-03 10"),
        ("title = 3", r"a\.toml: title: expected text, found 3"),
        ("title = ' '", r"a\.toml: title: expected text, found ' '"),
        ("titel = 'x'", r"a\.toml: expected only title, url, .* found titel"),
        (b"title = '\xff'", r"a\.toml: expected UTF-8, found byte 9"),
    ],
)
def test_broken_description(tmp_path: Path, content: str | bytes, message: str) -> None:
    """A `.toml` that cannot be used is an error which says where and what."""
    folder = write(tmp_path, a_txt="They met.", a_toml=content)

    with pytest.raises(SourceError, match=message):
        readers.read(folder / "a.txt")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"They met\xff.", r"a\.txt: expected UTF-8, found byte 0xff at offset 8"),
        ("They met.".encode("utf-16"), r"a\.txt: expected UTF-8, found byte 0xff at offset 0"),
        (b"", r"a\.txt: expected text, found none"),
        (b"\xef\xbb\xbf \r\n\t", r"a\.txt: expected text, found none"),
        (b"They\x00met.", r"a\.txt: expected text, found control character U\+0000 at 4"),
        ("They\x85met.".encode(), r"a\.txt: expected text, found control character U\+0085 at 4"),
    ],
    ids=["latin", "utf-16", "empty", "blank", "nul", "control"],
)
def test_broken_text(tmp_path: Path, content: bytes, message: str) -> None:
    """A text that cannot be read is an error which names the file and what was found."""
    folder = write(tmp_path, a_txt=content)

    with pytest.raises(SourceError, match=message):
        readers.read(folder / "a.txt")


def test_files_of_a_folder(tmp_path: Path) -> None:
    """Articles are texts and pages of a folder and those in it; ledger, `.toml`, hidden files are none."""
    write(tmp_path, b_txt="b", a_html="a", b_toml="", identities_tsv="", _hidden="")
    for folder in ("more", ".git", "data"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, c_txt="c", c_toml="")
    (tmp_path / "more" / "around").symlink_to(tmp_path)
    found = (tmp_path / "a.html", tmp_path / "b.txt", tmp_path / "more" / "c.txt")

    assert readers.files([tmp_path], tmp_path / "data") == found


def test_files_given_twice(tmp_path: Path) -> None:
    """A file that is given by itself and by its folder is taken once."""
    write(tmp_path, a_txt="a")

    assert readers.files([tmp_path, tmp_path / "a.txt"]) == (tmp_path / "a.txt",)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["a.toml"], r"a\.toml: expected an article beside it \(such as a\.txt\), found none"),
        (["a.doc"], r"a\.doc: expected a file ending in \.html, \.htm, .*\.zip, found \.doc"),
        (["a"], r"a: expected a file ending in .*, found no ending"),
    ],
)
def test_files_that_cannot_be_taken(tmp_path: Path, names: list[str], message: str) -> None:
    """A folder with a file that no reader takes is an error which names it."""
    for name in names:
        (tmp_path / name).touch()

    with pytest.raises(SourceError, match=message):
        readers.files([tmp_path])


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A path where nothing lies is an error which names it."""
    with pytest.raises(SourceError, match=r"nowhere: expected a file or a folder, found nothing"):
        readers.files([tmp_path / "nowhere"])


def test_file_that_vanished(tmp_path: Path) -> None:
    """A file that cannot be opened is an error which names it."""
    with pytest.raises(SourceError, match=r"gone\.txt: expected a file that can be read, found: No"):
        readers.read(tmp_path / "gone.txt")
