"""The text index finds things by the beginnings of their names, and passages by their words."""

from pathlib import Path

import live
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.store import finding, loading, named, texts
from kg.store.excerpts import Part, Passage
from kg.store.finding import Asked
from kg.store.texts import Name, fold
from kg.vocab import ONTOLOGY

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

# A person known by three names, a meeting, a topic, and two passages; as emitted, but by hand.
GRAPH = f"""
<{live.BASE}person/elnur-cavusoglu> <{TYPE}> <{ONTOLOGY}Person> .
<{live.BASE}person/elnur-cavusoglu> <{TYPE}> <{ONTOLOGY}Actor> .
<{live.BASE}person/elnur-cavusoglu> <{LABEL}> "Elnur Çavuşoğlu" .
<{live.BASE}person/elnur-cavusoglu> <http://www.w3.org/2004/02/skos/core#altLabel> "Cavusoghlu" .
<{live.BASE}person/elnur-cavusoglu> <http://www.w3.org/2004/02/skos/core#altLabel> "Элнур"@ru .
<{live.BASE}meeting/m> <{TYPE}> <{ONTOLOGY}Meeting> .
<{live.BASE}meeting/m> <{TYPE}> <{ONTOLOGY}Event> .
<{live.BASE}meeting/m> <{TYPE}> <{ONTOLOGY}Record> .
<{live.BASE}meeting/m> <{LABEL}> "Meeting of Elnur Çavuşoğlu and an envoy" .
<{live.BASE}topic/t> <{TYPE}> <{ONTOLOGY}Topic> .
<{live.BASE}topic/t> <{TYPE}> <http://www.w3.org/2004/02/skos/core#Concept> .
<{live.BASE}topic/t> <{LABEL}> "Xi’an corridor" .
<{live.BASE}passage/p> <{ONTOLOGY}article> <{live.BASE}article/x> .
<{live.BASE}passage/p> <{ONTOLOGY}start> "10"^^<http://www.w3.org/2001/XMLSchema#integer> .
<{live.BASE}passage/p> <{ONTOLOGY}end> "52"^^<http://www.w3.org/2001/XMLSchema#integer> .
<{live.BASE}passage/p> <{ONTOLOGY}quote> "The envoys visited the new port on Monday." .
<{live.BASE}passage/q> <{ONTOLOGY}article> <{live.BASE}article/x> .
<{live.BASE}passage/q> <{ONTOLOGY}start> "60"^^<http://www.w3.org/2001/XMLSchema#integer> .
<{live.BASE}passage/q> <{ONTOLOGY}end> "85"^^<http://www.w3.org/2001/XMLSchema#integer> .
<{live.BASE}passage/q> <{ONTOLOGY}quote> "Çavuşoğlu praised the port." .
"""
PERSON = f"{live.BASE}person/elnur-cavusoglu"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the index of the graph."""
    return live.build(tmp_path_factory.mktemp("data"), GRAPH) / texts.FILE


def find(index: Path, words: str, limit: int = 10) -> tuple[Name, ...]:
    """Return the things that are found by name."""
    with texts.reading(index) as opened:
        return named.find(opened, words, limit)


def passages(index: Path, words: str) -> tuple[Passage, ...]:
    """Return the passages that hold words."""
    return finding.find(index, Asked(words, 10)).passages


def names(index: Path, words: str) -> list[str]:
    """Return the last part of the IRI of each thing that is found by name."""
    return [name.iri.rpartition("/")[2] for name in find(index, words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Elnur Çavuşoğlu", ["elnur-cavusoglu", "m"]),
        ("cavusoglu", ["elnur-cavusoglu", "m"]),
        ("CAVUS eln", ["elnur-cavusoglu", "m"]),
        ("cavusogh", ["elnur-cavusoglu", "m"]),
        ("элнур", ["elnur-cavusoglu", "m"]),
        ("xian", ["t"]),
        ("xi'an cor", ["t"]),
        ("avusoglu", []),
        ("elnur nobody", []),
        ("", []),
        (' "*() OR ', []),
        ("_", []),
    ],
)
def test_names(index: Path, words: str, expected: list[str]) -> None:
    """Each word must begin a word of the name; marks on letters, case and apostrophes do not count."""
    assert names(index, words) == expected


def test_a_name_tells_what_it_names(index: Path) -> None:
    """A name found tells the thing, its most specific class, its label, and the name that was found."""
    found = find(index, "cavusoghlu")

    assert found[0] == Name(PERSON, f"{ONTOLOGY}Person", "Elnur Çavuşoğlu", "Cavusoghlu")


@pytest.mark.parametrize(
    ("words", "expected"), [("meeting", "Meeting"), ("xian", "Topic"), ("elnur", "Person")]
)
def test_the_most_specific_class(index: Path, words: str, expected: str) -> None:
    """Of the classes of a thing, our most specific one is told."""
    assert find(index, words)[0].kind == f"{ONTOLOGY}{expected}"


def test_passages(index: Path) -> None:
    """A passage holds all the words, in whatever form of the word, and shows them marked."""
    found = passages(index, "envoy visits")

    assert [(p.iri, p.article, p.start, p.end) for p in found] == [
        (f"{live.BASE}passage/p", f"{live.BASE}article/x", 10, 52)
    ]
    assert found[0].parts == (
        Part("The ", is_found=False),
        Part("envoys", is_found=True),
        Part(" ", is_found=False),
        Part("visited", is_found=True),
        Part(" the new port on Monday.", is_found=False),
    )


def test_passages_without_marks(index: Path) -> None:
    """Marks on letters do not count in passages."""
    assert [p.start for p in passages(index, "cavusoglu")] == [60]


def test_the_limit(index: Path) -> None:
    """No more is found than asked for."""
    found = finding.find(index, Asked("port", 1))

    assert [name.iri for name in find(index, "cavusoglu", 1)] == [PERSON]
    assert (len(found.passages), found.cited) == (1, 2)


def test_folding() -> None:
    """Letters are folded to what is typed for them on a plain keyboard."""
    names = "İlham Əliyev, K\u0131l\u0131çdaroğlu, Łódź, O’Brien, Müller"

    assert fold(names) == "ilham aliyev, kilicdaroglu, lodz, obrien, muller"


def test_an_index_is_written_once(index: Path) -> None:
    """An index that stands is not written over."""
    with pytest.raises(StoreError, match="expected no index yet"):
        loading.index(index.parent)


def test_a_broken_index(tmp_path: Path) -> None:
    """What is no index is an error."""
    (tmp_path / texts.FILE).write_text("no database, though it is long enough to be taken for one" * 100)
    with pytest.raises(StoreError, match="expected a text index"):
        finding.find(tmp_path / texts.FILE, Asked("word", 1))


def test_a_broken_graph(tmp_path: Path) -> None:
    """A graph that is no N-Triples is not loaded."""
    (tmp_path / "graph.nt").write_text("<a> <b> .")
    with pytest.raises(StoreError, match="expected a graph in N-Triples"):
        loading.load(tmp_path)


def test_loading_counts(tmp_path: Path) -> None:
    """Loading tells how many triples the store holds, each once."""
    (tmp_path / "graph.nt").write_text(live.numbers(3) + live.numbers(2))

    assert loading.load(tmp_path) == 3


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is, so that names and the words looked for meet."""
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="ascii")))
def test_folding_asks_for_no_capital(text: str) -> None:
    """Words are found in whatever case they are typed."""
    assert fold(text.upper()) == fold(text) == fold(text.lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\u2102\U0001d400", "ca", id="capitals of mathematics"),
        pytest.param("ﬁ", "fi", id="a ligature"),
        pytest.param("STRASSE", "strasse", id="capitals"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("İstanbul", "istanbul", id="capital i with a dot"),
        pytest.param("Pékin", "pekin", id="a letter with a mark"),
        pytest.param("Pe\u0301kin", "pekin", id="a letter and a mark"),
        pytest.param("北京", "北京", id="another script"),
        pytest.param("Київ", "киів", id="marks of another script"),
        pytest.param("Лук’ян", "лукян", id="apostrophe"),
    ],
)
def test_folding_of_scripts(text: str, expected: str) -> None:
    """Letters of any script lose case and marks."""
    assert fold(text) == expected
