"""Candidates for a name, from the names of a build."""

from contextlib import closing
from pathlib import Path

import live
import pytest

from kg.store import texts
from kg.store.candidates import Names

KIND = "https://w3id.org/communique/ontology#Person"
LABELS = ("Mara Voss", "Mara Lind", "Maria Vossen", "Olek Brandt", "Ministry of Roads")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the index of a few names."""
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    lines = [
        f'<{live.BASE}p/{n}> {label} "{name}" .\n<{live.BASE}p/{n}> {kind} <{KIND}> .\n'
        for n, name in enumerate(LABELS)
    ]
    return live.build(tmp_path_factory.mktemp("names"), "".join(lines)) / texts.FILE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mara Voss", [0], id="equal"),
        pytest.param("voss, MARA", [0], id="turned"),
        pytest.param("Mara Vos", [0], id="a letter that is not heard"),
        pytest.param("Mora Voss", [0], id="a slip in the middle"),
        pytest.param("Brandt", [3], id="one word"),
        pytest.param("O. Brandt", [3], id="an initial"),
        pytest.param("Minister of Roads", [4], id="one of the words"),
        pytest.param("Zzz", [], id="nobody"),
        pytest.param("", [], id="nothing"),
        pytest.param("?!", [], id="no word"),
        pytest.param("mara " * 100, [], id="no name"),
    ],
)
def test_likest_come_first(file: Path, text: str, expected: list[int]) -> None:
    """Things are found by names with the words, or nearly, the likest first."""
    with closing(Names(file)) as names:
        found = [LABELS[int(iri.rpartition("/")[2])] for iri in names.like(text, 5, {KIND})]

    assert found == [LABELS[number] for number in expected]


def test_classes_and_limit_hold(file: Path) -> None:
    """Nothing of another class is found, and no more than asked for."""
    with closing(Names(file)) as names:
        assert names.like("Mara Voss", 5, {"http://example.org/Other"}) == ()
        assert len(names.like("Mara", 1, {KIND})) == 1
