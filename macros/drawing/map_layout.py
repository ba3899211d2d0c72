"""Draws a scene of a map on a sheet: once wide, once narrow, each with the names that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import fsum

from . import label_placement, strokes
from .geometry import Box, Point, Points, along, length
from .label_placement import Label
from .map_labels import Placed, Shapes, named
from .outlines import outlines
from .scene import Scene, Way
from .viewport import Layout, Viewport, path, rings, viewport_for

__all__ = ["LAYOUTS", "Sheet", "Strand", "draw"]

LAYOUTS = (Layout("wide", 720, (300, 520), 44, 13, 2.2),
           Layout("narrow", 300, (220, 420), 22, 11.5, 2.6))
_SHORT = 40  # a route whose letter would hide it
_APART = 3.4  # between legs of two routes that run together


@dataclass(frozen=True)
class Strand:
    """The legs of a route that are drawn alike."""

    mode: str
    state: str
    line: str


@dataclass(frozen=True)
class Sheet:
    """One rendering: outlines as paths, marks and labels in their places."""

    layout: Layout
    viewport: Viewport
    land: str
    focus: str
    areas: dict[str, str]
    marks: list[Placed]
    routes: dict[str, list[Strand]]
    badges: dict[str, tuple[Point, Point]]  # where the letter stands, and the spot it marks
    labels: list[Label]
    numbers: list[tuple[str, str]]  # number and name of places whose name found no room


@lru_cache(maxsize=128)
def draw(scene: Scene, layout: Layout) -> Sheet:
    """The scene as a sheet of that layout; kept, as most pages change without their maps."""
    viewport = viewport_for(scene.held, layout, layout.margin * (0.35 if scene.areas else 1))
    shapes = _shapes(viewport, layout)
    marks = _marks(scene, viewport)
    lines = _lines(scene, viewport)
    taken = [_square((x, y), 3.5 if scene.ways else 5.5) for x, y, _ in marks]
    badges = dict(_badges(lines, viewport, taken))
    names, numbers = named(scene, viewport, layout, shapes, marks, taken, _dots(lines))
    focus = scene.focus - scene.areas.keys()
    return Sheet(layout, viewport, _merged(shapes, shapes.keys() - scene.areas.keys() - focus),
                 _merged(shapes, focus),
                 {name: path(shapes[name]) for name in scene.areas if name in shapes},
                 marks, _strands(lines), badges, names, numbers)


@lru_cache(maxsize=32)
def _shapes(viewport: Viewport, layout: Layout) -> Shapes:
    """The countries that lie on the sheet."""
    shapes = {name: rings(outline, viewport, layout.bend) for name, outline in outlines().items()}
    return {name: shape for name, shape in shapes.items() if shape}


def _merged(shapes: Shapes, names: Iterable[str]) -> str:
    return "".join(path(shapes[name]) for name in sorted(names) if name in shapes)


def _marks(scene: Scene, viewport: Viewport) -> list[Placed]:
    """Where each mark stands; one that would cover another moves to its right."""
    placed: list[Placed] = []
    for mark in (mark for mark in scene.marks if mark.rank < 3):
        x, y = viewport.place(mark.at)
        while not scene.ways and any(abs(x - left) + abs(y - top) < 12 for left, top, _ in placed):
            x += 12
        placed.append((x, y, mark))
    return placed


def _square(at: Point, half: float) -> Box:
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def _lines(scene: Scene, viewport: Viewport) -> list[tuple[Way, Points]]:
    """Each leg on the sheet; where two run together, the second moves aside."""
    seen: dict[frozenset, int] = {}
    lines = []
    for way in scene.ways:
        ends = frozenset((way.points[0], way.points[-1]))
        turn = seen[ends] = seen.get(ends, -1) + 1
        by = _APART * (turn + 1) // 2 * (1 if turn % 2 else -1)
        points = [viewport.place(at) for at in way.points]
        backward = points[0] > points[-1]  # so that "aside" is one side for both directions
        lines.append((way, strokes.aside(points, -by if backward else by)))
    return lines


def _dots(lines: list[tuple[Way, Points]]) -> Points:
    """Points spread along every line, sorted by x: what a name would cover."""
    return sorted(along(points, number / parts) for _, points in lines
                  for parts in [max(1, round(length(points) / 4))] for number in range(parts + 1))


def _strands(lines: list[tuple[Way, Points]]) -> dict[str, list[Strand]]:
    routes: dict[str, list[Strand]] = {way.route: [] for way, _ in lines}
    alike = sorted(lines, key=lambda item: (item[0].route, item[0].mode, item[0].state))
    for (route, mode, state), group in groupby(
            alike, key=lambda item: (item[0].route, item[0].mode, item[0].state)):
        drawn = "".join(strokes.line(points, mode) for _, points in group)
        routes[route].append(Strand(mode, state, drawn))
    return routes


def _badges(lines: list[tuple[Way, Points]], viewport: Viewport,
            taken: list[Box]) -> Iterator[tuple[str, tuple[Point, Point]]]:
    """Where each route's letter stands: on its longest leg that has room, halfway if it can, or
    else beside the line, with the spot that it marks.
    """
    for route in dict.fromkeys(way.route for way, _ in lines):
        own = sorted((points for way, points in lines if way.route == route),
                     key=length, reverse=True)
        spots = [along(points, part) for part in (0.5, 0.3, 0.7, 0.15, 0.85) for points in own]
        beside = [((x + 22 * dx, y + 22 * dy), (x, y)) for x, y in spots
                  for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0), (-0.7, 0.7), (0.7, -0.7))]
        pairs = [*(((at, at) for at in spots) if fsum(map(length, own)) > _SHORT else ()), *beside]
        found = next((pair for pair in pairs if viewport.holds(pair[0], 9)
                      and label_placement.fits(_square(pair[0], 8), viewport.sheet, taken)), pairs[0])
        taken.append(_square(found[0], 8))
        yield route, found
