"""Draws a scene of a map on a sheet: once wide, once narrow, each with the names that fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from math import fsum

from . import label_placement, strokes
from .geometry import Box, Point, Points, along, length
from .label_placement import Label
from .line_labels import along_lines, signs
from .map_ground import LAYOUTS, Ground, ground, layouts_for, shapes_on, viewport_of
from .map_labels import Placed, named
from .scene import Scene, Way
from .viewport import GRID, Layout, Viewport

__all__ = ["LAYOUTS", "Plate", "Sheet", "Strand", "draw", "enlarged", "layouts_for", "plate"]

_SHORT = 40  # a route whose letter would hide it
_APART = 3.4  # between legs of two routes that run together
_IF_ROOM, _UNNAMED = 4, 5  # ranks of places that the inset names


@dataclass(frozen=True)
class Strand:
    """The legs of a route that are drawn alike."""

    mode: str
    state: str
    line: str


@dataclass(frozen=True)
class Sheet:
    """One rendering: what moves the ground under it, marks and labels in their places."""

    layout: Layout
    viewport: Viewport
    matrix: str
    marks: list[Placed]
    routes: dict[str, list[Strand]]
    badges: dict[str, tuple[Point, Point]]  # where the letter stands, and the spot it marks
    labels: list[Label]
    numbers: list[tuple[str, str]]  # number and name of places whose name found no room
    frame: Points  # corners of what is enlarged


@dataclass(frozen=True)
class Plate:
    """A map or its inset: the ground, and both sheets on it."""

    id: str
    scene: Scene
    ground: Ground
    sheets: tuple[Sheet, Sheet]


def plate(id: str, scene: Scene) -> Plate:
    """The scene with both its sheets; `id` is part of their ids."""
    return Plate(id, scene, ground(scene), tuple(draw(scene, layout) for layout in layouts_for(scene)))


@lru_cache(maxsize=128)
def draw(scene: Scene, layout: Layout) -> Sheet:
    """The scene as a sheet of that layout; kept, as most pages change without their maps."""
    viewport, frame = viewport_of(scene, layout), _frame(scene)
    lines, marks = _lines(scene, viewport), _marks(scene, viewport, frame)
    taken = [_square((x, y), 4.5 if mark.change else 3.5 if scene.ways else 5.5) for x, y, mark in marks]
    badges = {} if scene.main else dict(_badges(lines, viewport, taken))
    dots = _dots(lines)
    corners = [viewport.place(at) for at in _corners(frame)]
    written = signs(viewport, layout, taken, corners, dots)
    names, numbers = named(scene, viewport, layout, shapes_on(scene, viewport), marks, taken, dots)
    written += names + along_lines(scene, lines, viewport, layout, taken, dots, frame)
    return Sheet(layout, viewport, _matrix(scene, viewport), marks, _strands(scene, lines), badges, written, numbers,
                 corners)


def enlarged(scene: Scene) -> Scene | None:
    """The inset of a map as a map of its own."""
    return replace(scene, held=scene.inset, inset=(), turned=False) if scene.inset else None


def _frame(scene: Scene) -> Viewport | None:
    """What the inset shows."""
    inset = enlarged(scene)
    return viewport_of(inset, layouts_for(inset)[0]) if inset else None


def _corners(frame: Viewport | None) -> Points:
    """Longitude and latitude of the corners of a sheet."""
    return [frame.unplace((x * frame.width, y * frame.height))
            for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))] if frame else []


def _matrix(scene: Scene, viewport: Viewport) -> str:
    """What moves the ground, drawn in steps of the grid, under the sheet."""
    a, b, c, d, e, f = ground(scene).viewport.matrix(viewport)
    turn = [f"{number / GRID:.5f}" for number in (a, b, c, d)]
    return " ".join(number.rstrip("0").rstrip(".") for number in [*turn, f"{e:.1f}", f"{f:.1f}"])


def _marks(scene: Scene, viewport: Viewport, frame: Viewport | None) -> list[Placed]:
    """Where each mark stands on the sheet; one that would cover another moves to its right."""
    placed: list[Placed] = []
    for mark in (mark for mark in scene.marks if mark.rank < 3):
        if frame and frame.holds(frame.place(mark.at)):
            mark = replace(mark, rank=_IF_ROOM if mark.rank == 1 else _UNNAMED, change="")
        x, y = viewport.place(mark.at)
        while not scene.ways and any(abs(x - left) + abs(y - top) < 12 for left, top, _ in placed):
            x += 12
        if viewport.holds((x, y)):
            placed.append((x, y, mark))
    return placed


def _square(at: Point, half: float) -> Box:
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def _lines(scene: Scene, viewport: Viewport) -> list[tuple[Way, Points]]:
    """Each leg on the sheet; where two run together, the second moves aside, or is part of the main line."""
    seen: dict[frozenset, int] = {}
    lines = []
    trunk = {_ends(way) for way in scene.ways if way.route == scene.main}
    for way in scene.ways:
        ends = _ends(way)
        if ends in trunk and way.route != scene.main:
            continue
        turn = seen[ends] = seen.get(ends, -1) + 1
        by = _APART * (turn + 1) // 2 * (1 if turn % 2 else -1)
        points = [viewport.place(at) for at in way.points]
        backward = points[0] > points[-1]  # so that "aside" is one side for both directions
        lines.append((way, strokes.aside(points, -by if backward else by)))
    return lines


def _ends(way: Way) -> frozenset[Point]:
    return frozenset((way.points[0], way.points[-1]))


def _dots(lines: list[tuple[Way, Points]]) -> Points:
    """Points spread along every line, sorted by x: what a name would cover."""
    return sorted(along(points, number / parts) for _, points in lines
                  for parts in [max(1, round(length(points) / 4))] for number in range(parts + 1))


def _strands(scene: Scene, lines: list[tuple[Way, Points]]) -> dict[str, list[Strand]]:
    """What is drawn of each route, the main one last, so that it lies on top."""
    routes: dict[str, list[Strand]] = {way.route: [] for way, _ in sorted(
        lines, key=lambda item: bool(scene.main) and item[0].route == scene.main)}
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
