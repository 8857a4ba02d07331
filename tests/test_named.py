"""Things are found by their names in any script, and while these are typed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.store import named, texts
from kg.store.texts import Thing

PERSON, TOPIC = "Person", "Topic"
PLACES = {
    "aliyev": ("Ilham Aliyev",),
    "liu": ("Liu Jianchao",),
    "xi": ("习近平",),
    "bayramov": ("Ceyhun Bayramov", "Джейхун Байрамов"),
    "pashinyan": ("Նիկոլ Փաշինյան",),
    "kobakhidze": ("ირაკლი კობახიძე",),
    "lavrov": ("سيرغي لافروف",),
    "olaf": ("Olaf Weber",),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Yield an index of persons, most of whom have a name in one script only, and of many alike."""
    file = tmp_path_factory.mktemp("named") / texts.FILE
    persons = [Thing(key, PERSON, names[0], names, is_sounded=True) for key, names in PLACES.items()]
    alike = [Thing(f"port-{n}", TOPIC, f"Port {n}", (f"Port {n}",), is_sounded=True) for n in range(600)]
    texts.write(file, (*persons, *alike), ())
    with texts.reading(file) as opened:
        yield opened


def found(index: sqlite3.Connection, words: str) -> list[str]:
    """Return the things that are found, the best first."""
    return [name.iri for name in named.find(index, words, 5)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("Алиев", "aliyev", id="Cyrillic to Latin"),
        pytest.param("ალიევი", "aliyev", id="Georgian to Latin"),
        pytest.param("Ալիև", "aliyev", id="Armenian to Latin"),
        pytest.param("Əliyev", "aliyev", id="Azerbaijani to English"),
        pytest.param("İlham ƏLİYEV", "aliyev", id="Azerbaijani capitals"),
        pytest.param("علييف", "aliyev", id="Arabic to Latin"),
        pytest.param("阿利耶夫", "aliyev", id="Chinese to Latin"),
        pytest.param("Али", "aliyev", id="the beginning of a name in Cyrillic"),
        pytest.param("刘建超", "liu", id="Chinese to pinyin"),
        pytest.param("刘建", "liu", id="the beginning of a name in Chinese"),
        pytest.param("Jianchao Liu", "liu", id="family name last"),
        pytest.param("Лю Цзяньчао", "liu", id="Chinese as Russian writes it"),
        pytest.param("Xi Jinping", "xi", id="pinyin to Chinese"),
        pytest.param("Jinping Xi", "xi", id="pinyin to Chinese, family name last"),
        pytest.param("Си Цзиньпин", "xi", id="Russian to Chinese"),
        pytest.param("Jeyhun", "bayramov", id="English to Azerbaijani"),
        pytest.param("ბაირამოვი", "bayramov", id="Georgian to Cyrillic"),
        pytest.param("Pashinyan", "pashinyan", id="Latin to Armenian"),
        pytest.param("Пашинян", "pashinyan", id="Cyrillic to Armenian"),
        pytest.param("Kobakhidze", "kobakhidze", id="Latin to Georgian"),
        pytest.param("Lavrov", "lavrov", id="Latin to Arabic"),
        pytest.param("Лавров", "lavrov", id="Cyrillic to Arabic"),
        pytest.param("拉夫罗夫", "lavrov", id="Chinese to Arabic"),
    ],
)
def test_a_name_is_found_in_any_script(index: sqlite3.Connection, words: str, first: str) -> None:
    """A query in one script leads to a name in another."""
    assert found(index, words)[:1] == [first]


def test_what_only_shares_consonants_is_not_found(index: sqlite3.Connection) -> None:
    """A name that sounds a little alike is another name."""
    assert "olaf" not in found(index, "阿利耶夫")
    assert "aliyev" not in found(index, "Olaf")


def test_equal_name_leads_whatever_is_told_of_it(index: sqlite3.Connection) -> None:
    """Of more names than are ordered, that which equals the words is the first."""
    assert found(index, "port 599")[0] == "port-599"
    assert found(index, "port 5")[0] == "port-5"


def test_all_names_are_counted_once_each(index: sqlite3.Connection) -> None:
    """Without a limit each thing is found once, the equal one first, others by how much is told of them."""
    numbers = named.order(index, "port", None)

    assert len(numbers) == len({number // texts.NAMES for number in numbers}) == 600
    assert [name.iri for name in named.read(index, numbers[:2])] == ["port-0", "port-1"]
    assert named.read(index, named.order(index, "port 7", None)[:1])[0].iri == "port-7"


def test_kinds_narrow(index: sqlite3.Connection) -> None:
    """Only things of the classes are found."""
    assert named.find(index, "port", 5, {PERSON}) == ()
    assert [name.iri for name in named.find(index, "liu", 5, {PERSON})] == ["liu"]


def test_an_index_of_an_older_version_has_no_names(tmp_path: Path) -> None:
    """What was made by another version is read as far as it can be: nothing is found, and nothing fails."""
    file = tmp_path / texts.FILE
    with sqlite3.connect(file) as older:
        older.execute("CREATE VIRTUAL TABLE names USING fts5(iri, kind, label, name, folded)")
        older.execute("INSERT INTO names VALUES ('a', 'Person', 'Ada', 'Ada', 'ada')")
    with texts.reading(file) as opened:
        assert named.find(opened, "ada", 5) == named.order(opened, "ada", None) == ()
    assert named.alike(file, ["ada"]) == ()


HOSTILE = [
    '"',
    "*",
    "a AND",
    "NEAR(",
    "folded:x",
    "{spelt} : a",
    "a\x00b",
    "-",
    "^a",
    "\u202eevil",
    "' OR 1=1 --",
]


@pytest.mark.parametrize("words", [*HOSTILE, "a" * 100_000, "b " * 10_000, "阿" * 5_000])
def test_hostile_words_are_only_words(index: sqlite3.Connection, words: str) -> None:
    """Signs of query languages, marks of direction, NUL and length do no harm."""
    assert len(named.find(index, words[:500], 5)) <= 5


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_words_can_be_asked(index: sqlite3.Connection, words: str) -> None:
    """Whatever is typed is answered."""
    assert len(named.find(index, words, 3)) <= 3
