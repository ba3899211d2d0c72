"""Country outlines and the names of seas, from `data/geo/`; degrees, longitude first."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from .geometry import Box, Point, Points, Ring, bounds, edges

__all__ = ["WINDOW", "Outline", "junctions", "outlines", "waters"]

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "geo"
WINDOW: Box = (-12.0, -12.0, 150.0, 84.0)  # as in scripts/outlines.py


@dataclass(frozen=True)
class Outline:
    """A country: its name, ISO code, and the rings of its polygons, the last point not repeated."""

    name: str
    id: str | None
    polygons: tuple[tuple[Points, ...], ...]

    @cached_property
    def rings(self) -> list[tuple[Box, Points]]:
        """Every ring with the box around it."""
        return [(bounds(ring), ring) for rings in self.polygons for ring in rings]

    @property
    def points(self) -> Points:
        """Every point of the country's border."""
        return [point for rings in self.polygons for ring in rings for point in ring]


@cache
def outlines() -> dict[str, Outline]:
    """Every country by its usual English name; one outside the window has no polygon."""
    return {name: Outline(name, code, _polygons(shape)) for name, code, shape in (
        (item["properties"]["name"], item["properties"]["id"], item["geometry"])
        for item in _read("outlines.json"))}


@cache
def waters() -> dict[str, Point]:
    """Where each sea is named."""
    return {item["properties"]["name"]: tuple(item["geometry"]["coordinates"])
            for item in _read("waters.json")}


@cache
def junctions() -> frozenset[Point]:
    """Points where borders fork: what lies between two of them is thinned as one line, so that
    neighbours still match.
    """
    near: dict[Point, set[Point]] = defaultdict(set)
    for outline in outlines().values():
        for ring in (ring for rings in outline.polygons for ring in rings):
            for a, b in edges(ring):
                near[a].add(b)
                near[b].add(a)
    return frozenset(point for point, others in near.items() if len(others) > 2)


def _read(name: str) -> list[dict]:
    return json.loads((_FOLDER / name).read_text("utf-8"))["features"]


def _polygons(shape: dict | None) -> tuple[tuple[Points, ...], ...]:
    coordinates = shape["coordinates"] if shape else ()
    return tuple(tuple(Ring((x, y) for x, y in ring[:-1]) for ring in rings) for rings in coordinates)
