"""Where files of a build are damaged, what is answered is right, or an error that says so."""

from pathlib import Path

import damage
import pytest
import strait
from damage import Answers

from kg.store import soundness


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sound build."""
    return (strait.make(tmp_path_factory.mktemp("strait")) / "current").resolve()


@pytest.fixture(scope="module")
def right(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return what is answered from it."""
    place = tmp_path_factory.mktemp("right")
    (place / "builds").mkdir()
    (place / "builds" / build.name).symlink_to(build)
    (place / "current").symlink_to(place / "builds" / build.name)
    return damage.answers(place)


def test_sound(right: Answers) -> None:
    """A sound build answers everything."""
    assert {status for status, _ in right.values()} == {200}


@pytest.mark.parametrize(
    ("kind", "ready"), [("a bit", 200), ("16 bytes", 503), ("cut in half", 503), ("empty", 503)]
)
def test_store(build: Path, right: Answers, tmp_path: Path, kind: str, ready: int) -> None:
    """A damaged file of the store is never answered from: its blocks have sums."""
    largest = max(damage.files(build, "store/*.sst"), key=lambda path: (build / path).stat().st_size)
    found = damage.answers(damage.damaged(build, largest, kind, tmp_path))

    assert set(damage.judged(found, right)) <= {"right", "clear error"}
    assert found["/readyz"][0] == ready


@pytest.mark.parametrize("name", soundness.NAMES)
def test_index_that_is_cut(build: Path, right: Answers, tmp_path: Path, name: str) -> None:
    """An index that was cut short is never answered from."""
    found = damage.answers(damage.damaged(build, Path(name), "cut in half", tmp_path))

    assert set(damage.judged(found, right)) <= {"right", "clear error"}
    assert found["/readyz"][0] == 503


@pytest.mark.parametrize("kind", ["16 bytes", "cut in half"])
def test_manifest(build: Path, right: Answers, tmp_path: Path, kind: str) -> None:
    """A damaged manifest is told of."""
    found = damage.answers(damage.damaged(build, Path("manifest.json"), kind, tmp_path))

    assert set(damage.judged(found, right)) <= {"right", "clear error"}
    assert found["/readyz"][0] == 503


def test_sentences(build: Path, tmp_path: Path) -> None:
    """A damaged table of an article's sentences is told of, where the article is read."""
    file = Path("articles/northern-wire.txt.tsv")
    data = damage.damaged(build, file, "16 bytes", tmp_path)
    with damage.opened() as apps:
        answer = apps.client(data, log="none").get("/article/northern-wire.html")

    assert answer.status_code == 503
    assert "northern-wire.txt.tsv: expected" in answer.text
