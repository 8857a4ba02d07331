"""Maps of the world, and the base they are drawn on."""

from xml.etree import ElementTree as ET

import pytest

from kg.web.drawing import base, world
from kg.web.drawing.world import Told

SQUARE = {"type": "Polygon", "id": "999", "arcs": [[0]], "properties": {"name": "Square"}}
PATH = {"arcs": [[[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]], "transform": {"scale": [1, 1]}}


def told(low: float) -> dict[str, object]:
    """Return a TopoJSON of a square of ten degrees, whose western edge is a meridian."""
    return {
        "arcs": PATH["arcs"],
        "transform": {"scale": [1, 1], "translate": [low, 0]},
        "objects": {"countries": {"geometries": [SQUARE]}},
    }


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [(-180, 0, (0, 266)), (180, 0, (1100, 266)), (0, 84, (550, 0)), (0, 0, (550, 266))],
)
def test_projection(longitude: float, latitude: float, expected: tuple[int, int]) -> None:
    """The equator is as long as the drawing is wide, and runs through its middle meridian."""
    x, y = base.project(longitude, latitude)

    assert (round(x), round(y)) == expected


def test_outline_is_one_ring() -> None:
    """A square is a path of four corners and back."""
    assert base.outlines(told(0))["999"].count("L") == 3
    assert base.outlines(told(0))["999"].count("M") == 1


def test_outline_is_cut_at_the_edge_of_the_map() -> None:
    """What lies over the 180th meridian stands at both edges, and not across the map."""
    west, east = sorted(base.outlines(told(175))["999"].split("Z")[:2])
    places = [[float(pair.split()[0]) for pair in half[1:].split("L")] for half in (west, east)]

    assert sorted((min(each) > 1000, max(each) < 100) for each in places) == [(False, True), (True, False)]


def test_state_without_a_shape_is_a_dot_at_its_capital() -> None:
    """Of cities of one name the largest is meant; what has no code or no city is left out."""
    cities = [
        {"countrycode": "XX", "name": "Alba", "population": 9, "longitude": 0, "latitude": 84},
        {"countrycode": "XX", "name": "Alba", "population": 1, "longitude": 90, "latitude": 0},
    ]
    states = [
        {"iso": "XX", "capital": "Alba", "isonumeric": 7},
        {"iso": "XX", "capital": "Alba", "isonumeric": 0},
        {"iso": "YY", "capital": "Nowhere", "isonumeric": 8},
    ]

    assert base.dots(cities, states) == {
        "007": "M550.0 -2.5H550.0a2.5 2.5 0 0 1 0 5.0H550.0a2.5 2.5 0 0 1 0 -5.0Z"
    }


def test_base_holds_the_states() -> None:
    """The base is well-formed; large and small states stand in it by their codes."""
    shapes = world.outlines()

    assert ET.parse(world.BASE).getroot().attrib["viewBox"] == "0 0 1100 475"
    assert {"031", "156", "643", "702", "470"} <= set(shapes)
    assert len(shapes["702"]) < 100 < len(shapes["156"])
    assert shapes["702"] not in world.land()
    assert shapes["156"] in world.land()


def test_map_tells_numbers_by_tone() -> None:
    """The largest state lies lowest; its tone grows with its number; the numbers of tones stand below."""
    drawing = world.draw([Told("702", "Singapore", 1), Told("156", "China", 12, "/state/china")])
    states = [(mark.ink, mark.title, mark.link) for mark in drawing.marks if mark.title]

    assert states == [("tone-4", "China: 12", "/state/china"), ("tone-1", "Singapore: 1", None)]
    assert [words.text for words in drawing.words] == ["1", "2–3", "4–9", "10+"]
    assert drawing.base


def test_state_that_is_not_on_the_map_is_told() -> None:
    """Nothing is left out in silence."""
    assert (
        world.draw([Told("156", "China", 1), Told("007", "Ardenia", 2)]).note == "Not on this map: Ardenia."
    )
