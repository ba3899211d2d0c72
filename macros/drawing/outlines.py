"""Country outlines and the names of seas, from `data/geo/`; degrees, longitude first."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from .geometry import Box, Point, Points, Ring, bounds, edges

__all__ = ["WINDOW", "Outline", "Unreadable", "junctions", "outlines", "waters"]

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "geo"
WINDOW: Box = (-12.0, -12.0, 150.0, 84.0)  # as in scripts/outlines.py


T = TypeVar("T")


class Unreadable(Exception):
    """A file of outlines or waters that cannot be read; its text is the file's name."""


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
    return _read("outlines.json", lambda item: Outline(item["properties"]["name"], item["properties"]["id"],
                                                       _polygons(item["geometry"])))


@cache
def waters() -> dict[str, Point]:
    """Where each sea is named."""
    return _read("waters.json", lambda item: tuple(item["geometry"]["coordinates"]))


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


def _read(name: str, make: Callable[[dict], T]) -> dict[str, T]:
    """What a file holds, by name; Unreadable if it is not there or is none of its kind."""
    try:
        features = json.loads((_FOLDER / name).read_text("utf-8"))["features"]
        return {item["properties"]["name"]: make(item) for item in features}
    except (OSError, ValueError, LookupError, TypeError):
        raise Unreadable(name) from None


def _polygons(shape: dict | None) -> tuple[tuple[Points, ...], ...]:
    coordinates = shape["coordinates"] if shape else ()
    return tuple(tuple(Ring((x, y) for x, y in ring[:-1]) for ring in rings) for rings in coordinates)
