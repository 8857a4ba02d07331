"""The tables of verification: what records need, by which words statuses are told, how sure finds are."""

import re
from pathlib import Path

import pytest
from rdflib import RDFS, URIRef
from rdflib.collection import Collection

from kg.errors import RegistryError
from kg.llm.verifying import moods, needs, orders, surety
from kg.registry.tables import Row
from kg.vocab import DIP, TERMS, superclasses

HERE = Path(needs.__file__).parent


def ranges(term: URIRef) -> set[URIRef]:
    """Return the classes that the ontology lets a property lead to."""
    node = TERMS.value(term, RDFS.range)
    union = TERMS.value(node, URIRef("http://www.w3.org/2002/07/owl#unionOf"))
    found = Collection(TERMS, union) if union is not None else [node]
    return {each for each in found if isinstance(each, URIRef)}


@pytest.mark.parametrize("need", needs.needs().values(), ids=lambda need: need.argument)
def test_range(need: needs.Need) -> None:
    """An argument may be of no class that the ontology's range of its property leaves out."""
    outside = [k for k in need.kinds if ranges(need.term).isdisjoint(superclasses(k))]

    assert outside == []


def test_signatories_are_persons() -> None:
    """Who signs is a person, who is bound none; a class of its own counts before its family."""
    assert needs.need("agreement", "signatories").kinds == (DIP.Person,)
    assert not needs.need("agreement", "parties").allows(DIP.Person)
    assert (
        needs.need("event", "participants", DIP.Meeting).least,
        needs.need("event", "participants").least,
    ) == (2, 1)


@pytest.mark.parametrize(
    ("argument", "named", "found", "is_met"),
    [
        ("Meeting.participants", 3, 2, True),
        ("Meeting.participants", 2, 1, False),
        ("Meeting.participants", 1, 1, True),
        ("statement.reporters", 2, 1, False),
        ("statement.reporters", 0, 0, True),
        ("event.place", 2, 0, True),
    ],
)
def test_least(argument: str, named: int, found: int, *, is_met: bool) -> None:
    """So many must be borne out, or all that are named where these are fewer; a chain needs each link."""
    assert needs.needs()[argument].is_met(named, found) is is_met


def test_patterns() -> None:
    """Each table of patterns can be read; each language that has plans knows what is unreal."""
    languages = {cue.partition(".")[0] for cue in moods._patterns()}

    assert len(orders._patterns()) > 15
    assert {"ru", "az", "hy", "ka", "zh", "ar", "fa", "en"} == languages
    assert all(f"{language}.{moods.UNREAL}" in moods._patterns() for language in languages - {"en"})


@pytest.mark.parametrize("file", ["arguments.tsv", "cues.tsv", "orders.tsv", "surety.tsv"])
def test_licence(file: str) -> None:
    """Each table says above it what it is and under which licence."""
    head = (HERE / file).read_text().splitlines()[0]

    assert re.search(r"CC0 1\.0", head)


def test_broken_weight() -> None:
    """A weight that is no number is told with its place."""
    row = Row("surety.tsv", 7, ("alone", "much", "prior"), surety.COLUMNS)

    with pytest.raises(RegistryError, match=r"surety\.tsv:7: expected a number under 'weight', found 'much'"):
        surety._weight(row)
