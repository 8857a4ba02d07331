"""A search is narrowed by facets, counted, and read page by page."""

from pathlib import Path

import pytest
from flask import Flask

from kg.store import facets, finding, texts
from kg.store.finding import Asked, Found
from kg.web.service import Graph


@pytest.fixture
def graph(app: Flask) -> Graph:
    """Return the invented graph."""
    found: Graph = app.extensions["service"].graph()
    return found


def find(graph: Graph, words: str, after: str | None = None, most: int = 100, **chosen: str) -> Found:
    """Return what is found, narrowed by values with spaces between."""
    values = {facet.removesuffix("_"): frozenset(told.split()) for facet, told in chosen.items()}
    return finding.find(graph.build.folder / texts.FILE, Asked(words, most, values, after))


def counts(found: Found, facet: str) -> dict[str, int]:
    """Return how much each value of a facet holds for."""
    return {c.aspect.value: c.number for c in found.counts if c.aspect.facet == facet}


def test_facets_narrow_names_and_passages(graph: Graph) -> None:
    """Each value that is chosen leaves fewer things and fewer passages, all of which it holds for."""
    whole, one = find(graph, "a"), find(graph, "a", state="belmark")

    assert 0 < one.things < whole.things
    assert {n.iri for n in one.names} < {n.iri for n in whole.names}
    assert {p.iri for p in one.passages} < {p.iri for p in whole.passages}


def test_a_number_is_what_its_choice_finds(graph: Graph) -> None:
    """The number beside a value is that of things and passages which are found when it is chosen."""
    found = find(graph, "the")
    for count in found.counts:
        narrowed = find(graph, "the", **{f"{count.aspect.facet}_": count.aspect.value})
        assert narrowed.things + narrowed.cited == count.number


def test_values_of_a_facet_add_and_facets_narrow(graph: Graph) -> None:
    """Of two values of one facet one must hold; of two facets both."""
    post, wire = (find(graph, "", outlet=name).things for name in ("harbour-post", "northern-wire"))
    both = find(graph, "", outlet="harbour-post northern-wire")

    assert max(post, wire) < both.things <= post + wire
    assert find(graph, "", outlet="harbour-post", class_="meeting").things < post


def test_other_values_of_a_chosen_facet_stay(graph: Graph) -> None:
    """Counts of a facet are those without what is chosen in it, so that one can go on to another value."""
    assert counts(find(graph, "", state="ardenia"), "state") == counts(
        find(graph, "", state="belmark"), "state"
    )


def test_a_class_holds_for_those_below(graph: Graph) -> None:
    """A general class can be asked for by address, though it is not offered."""
    found = find(graph, "", class_="event")

    assert {"Meeting", "Visit"} <= {name.kind.rpartition("#")[2] for name in found.names}
    assert "event" not in counts(find(graph, ""), "class")


def test_a_year_is_that_of_the_event_else_of_the_telling(graph: Graph) -> None:
    """A record lies in its own years; a person in those in which articles tell of it."""
    years = counts(find(graph, ""), "year")

    assert years
    assert all(year.isdecimal() for year in years)


def test_what_is_not_known_finds_nothing(graph: Graph) -> None:
    """A value that the graph does not have holds for nothing."""
    found = find(graph, "ardenia", state="nowhere")

    assert (found.things, found.cited) == (0, 0)


def test_pages_follow_one_another(graph: Graph) -> None:
    """Read after the last of each page, every name comes once, and no passage beside it."""
    whole = [name.iri for name in find(graph, "a").names]
    read, after = [], None
    while True:
        page = find(graph, "a", after, 7)
        read += [name.iri for name in page.names]
        assert after is None or not page.passages
        if page.is_last[0]:
            break
        after = page.names[-1].iri

    assert read == whole
    assert len(whole) > 14


def test_passages_follow_one_another(graph: Graph) -> None:
    """The same holds of passages."""
    first = find(graph, "the", None, 5)
    second = find(graph, "the", first.passages[-1].iri, 5)

    assert not second.names
    assert [p.iri for p in (*first.passages, *second.passages)] == [
        p.iri for p in find(graph, "the", None, 10).passages
    ]


def test_a_key_that_is_not_known_begins_anew(graph: Graph) -> None:
    """An address of an older build leads to the first page."""
    assert find(graph, "a", "nobody", 5).names == find(graph, "a", None, 5).names


def test_a_build_without_facets_has_none(tmp_path: Path) -> None:
    """One that an older version made is searched without."""
    texts.write(tmp_path / texts.FILE, (), ())

    assert facets.read(tmp_path / texts.FILE) == ()
    assert finding.find(tmp_path / texts.FILE, Asked("word", 5)).counts == ()
