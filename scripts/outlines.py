"""Makes data/geo/outlines.json from Natural Earth's country outlines.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m scripts.outlines package/countries-50m.json data/geo/outlines.json

Borders stay shared: each arc between two countries is thinned once.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from math import cos, radians
from pathlib import Path

from macros.drawing.geometry import Point, Points, Ring, area, clip, inside, thin
from macros.drawing.outlines import WINDOW

SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
CORE = (36.0, 33.0, 90.0, 57.0)  # drawn in more detail: the Caucasus and Central Asia
THINNEST = {True: 0.0015, False: 0.0395}  # least bend, in square degrees of the equator
SMALLEST = {True: 0.01, False: 0.2}  # least island, likewise; True is in the core

# (whose, to whom, a point in it): pieces that Natural Earth draws by who holds them
MOVED = (("Russia", "Ukraine", (34.2, 45.3)), ("N. Cyprus", "Cyprus", (33.6, 35.3)),
         ("Somaliland", "Somalia", (46.0, 9.5)))
NAMES = {"Turkey": "Türkiye", "Macedonia": "North Macedonia", "S. Sudan": "South Sudan",
         "Bosnia and Herz.": "Bosnia and Herzegovina", "Dem. Rep. Congo": "DR Congo",
         "Central African Rep.": "Central African Republic", "Eq. Guinea": "Equatorial Guinea",
         "United States of America": "United States", "Dominican Rep.": "Dominican Republic",
         "W. Sahara": "Western Sahara", "eSwatini": "Eswatini"}
UNLISTED = {"Kosovo": "XKX"}  # no ISO code; XKX is from the range that ISO leaves to users

# ISO 3166-1: numeric and alpha-3 codes of the countries in Natural Earth
_WORDS = Path(__file__).with_name("iso_3166.txt").read_text("utf-8").split()
CODES = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))

Rings = list[list[int]]  # a polygon: rings of arc numbers, the outer one first


def decode(topology: dict) -> list[Points]:
    """Arcs of a topology in degrees (TopoJSON specification 2.1.3: steps from point to point)."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [[(x * kx + x0, y * ky + y0) for x, y in _places(arc)]
            for arc in topology["arcs"]]


def _places(steps: list[list[int]]) -> Iterator[tuple[int, ...]]:
    return zip(*map(accumulate, zip(*steps, strict=True)), strict=True)


def polygons(topology: dict) -> dict[str, list[Rings]]:
    """Polygons by Natural Earth's name of the country."""
    countries: dict[str, list[Rings]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        arcs = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        countries.setdefault(shape["properties"]["name"], []).extend(arcs)
    return countries


def move(countries: dict[str, list[Rings]], arcs: list, giver: str, taker: str, at: Point) -> None:
    """Joins the giver's polygon around `at` to the taker's that it borders."""
    piece = next(rings for rings in countries[giver] if inside(Ring(trace(rings[0], arcs)), at))
    countries[giver].remove(piece)
    host = next(rings for rings in countries[taker] if {~arc for arc in rings[0]} & set(piece[0]))
    host[0] = join(host[0], piece[0], arcs)


def join(first: list[int], second: list[int], arcs: list) -> list[int]:
    """One ring around two that share arcs: the shared ones run both ways and drop out."""
    both = first + second
    rest = [arc for arc in both if ~arc not in both]
    ring = [rest.pop(0)]
    while rest:
        end = trace(ring[-1:], arcs)[-1]
        ring.append(rest.pop(next(n for n, arc in enumerate(rest) if trace([arc], arcs)[0] == end)))
    return ring


def trace(ring: list[int], arcs: list) -> Points:
    """Points of a ring of arcs; ~n is arc n backwards."""
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def unbroken(ring: Points) -> Points:
    """The ring without the leap from 180 to -180 degrees, its middle between the two."""
    turns, points = 0, []
    for before, (x, y) in zip([ring[0], *ring], ring, strict=False):
        turns += (x - before[0] < -180) - (x - before[0] > 180)
        points.append((x + 360 * turns, y))
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    back = 360 * round((west + east) / 720)
    return [(x - back, y) for x, y in points]


def is_core(point: Point) -> bool:
    """Does the point lie where the maps need detail?"""
    return CORE[0] < point[0] < CORE[2] and CORE[1] < point[1] < CORE[3]


def least(point: Point) -> float:
    """Square degrees that a bend at the point must span to be kept; a degree of longitude shrinks
    with the cosine of latitude.
    """
    return THINNEST[is_core(point)] / cos(radians(point[1]))


def closed(ring: Points, hole: bool) -> list[list[float]]:
    """The ring closed, to two decimals, outer ones counterclockwise (RFC 7946, 3.1.6), or []."""
    points = [[round(x, 2), round(y, 2)] for x, y in ring]
    points = [b for a, b in zip(points[-1:] + points, points, strict=False) if a != b]
    if len(points) < 3 or abs(area(points)) * cos(radians(points[0][1])) < SMALLEST[is_core(points[0])]:
        return []
    points = points if (area(points) > 0) != hole else points[::-1]
    return [*points, points[0]]


def feature(name: str, code: str | None, shapes: list[Rings], arcs: list) -> dict:
    """A country as GeoJSON; one outside the window keeps its name and has no geometry."""
    drawn = [[closed(clip(unbroken(trace(ring, arcs)), WINDOW), number > 0) for number, ring in enumerate(rings)]
             for rings in shapes]
    drawn = [[ring for ring in rings if ring] for rings in drawn if rings[0]]
    shape = {"type": "MultiPolygon", "coordinates": drawn} if drawn else None
    return {"type": "Feature", "properties": {"id": code, "name": name}, "geometry": shape}


def features(topology: dict) -> Iterator[dict]:
    """Every country by name."""
    arcs, countries = decode(topology), polygons(topology)
    shapes = topology["objects"]["countries"]["geometries"]
    codes = UNLISTED | {shape["properties"]["name"]: CODES[shape["id"]]
                        for shape in shapes if shape.get("id")}
    for giver, taker, at in MOVED:
        move(countries, arcs, giver, taker, at)
    thinned = [thin(arc, least) for arc in arcs]
    for name in sorted(name for name, shapes in countries.items() if shapes):
        yield feature(NAMES.get(name, name), codes.get(name), countries[name], thinned)


def main(source: str, target: str) -> None:
    """Reads the topology at `source`, refuses another version, writes GeoJSON, a country a line."""
    data = Path(source).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit(f"{source} is not the version named in data/geo/README.md")
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":"))
                       for item in features(json.loads(data)))
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    Path(target).write_text(text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
