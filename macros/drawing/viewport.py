"""The window of a map: what part of the globe it shows, and where on the sheet each point lands.

Lengths on the sheet are units of the SVG's viewBox, y downward; angles are degrees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .geometry import Box, Point, Points, Ring, area, bounds, clip, overlap, thin
from .outlines import WINDOW, Outline, junctions
from .projection import Albers, albers_for

__all__ = ["GRID", "Viewport", "Layout", "viewport_for", "path", "reachable", "rings", "together"]

GRID = 2  # outlines are drawn on a grid of 1/GRID units
_BLEED = 1.0  # outlines run on a little outside the sheet


@dataclass(frozen=True)
class Layout:
    """One rendering of a map: its name, size, and how coarse it is."""

    name: str
    width: float
    heights: tuple[float, float]  # least and greatest
    margin: float  # around what the map must hold
    text: float  # size of letters
    bend: float  # area of the slightest bend drawn, square units
    broad: bool = False  # does it take the whole width of a page?
    turned: bool = False  # east upward, so that what runs from east to west runs down the sheet


@dataclass(frozen=True)
class Viewport:
    """A projection with a scale, in units per radius of the globe, and the sheet's size."""

    projection: Albers
    scale: float
    middle: Point  # of the sheet, in the projection
    width: float
    height: float
    turned: bool = False
    seen: Box | None = None  # what is drawn, if not the sheet

    def place(self, at: Point) -> Point:
        """Longitude and latitude to x and y on the sheet."""
        return self._on_sheet(self.projection.project(*at))

    def _on_sheet(self, at: Point) -> Point:
        """A point of the projection on the sheet."""
        east, north = (at[0] - self.middle[0]) * self.scale, (at[1] - self.middle[1]) * self.scale
        across, down = (-north, -east) if self.turned else (east, -north)
        return self.width / 2 + across, self.height / 2 + down

    def _on_plane(self, at: Point) -> Point:
        """A point of the sheet in the projection."""
        across, down = at[0] - self.width / 2, at[1] - self.height / 2
        east, north = (-down, -across) if self.turned else (across, -down)
        return east / self.scale + self.middle[0], north / self.scale + self.middle[1]

    def holds(self, point: Point, margin: float = 0) -> bool:
        """Does the point lie on the sheet, `margin` or more from its edges?"""
        return (margin <= point[0] <= self.width - margin
                and margin <= point[1] <= self.height - margin)

    @property
    def sheet(self) -> Box:
        """The sheet, or what is drawn, with its bleed."""
        left, top, right, bottom = self.seen or (0, 0, self.width, self.height)
        return left - _BLEED, top - _BLEED, right + _BLEED, bottom + _BLEED

    def moved(self, at: Point, other: Viewport) -> Point:
        """A point of this sheet on another of the same projection."""
        return other._on_sheet(self._on_plane(at))

    def matrix(self, other: Viewport) -> tuple[float, ...]:
        """What moves this sheet onto another of the same projection: a, b, c, d, e and f of SVG's matrix."""
        (e, f), (ae, bf), (ce, df) = (self.moved(at, other) for at in ((0, 0), (1, 0), (0, 1)))
        return ae - e, bf - f, ce - e, df - f, e, f

    @cached_property
    def window(self) -> Box:
        """Longitudes and latitudes between which the sheet lies, a degree wider each way."""
        left, top, right, bottom = self.sheet
        parts = [n / 16 for n in range(17)]
        rim = [(left + (right - left) * part, y) for part in parts for y in (top, bottom)]
        rim += [(x, top + (bottom - top) * part) for part in parts for x in (left, right)]
        west, south, east, north = bounds([self.unplace(at) for at in rim])
        return west - 1, south - 1, east + 1, north + 1

    def unplace(self, at: Point) -> Point:
        """x and y on the sheet to longitude and latitude."""
        return self.projection.unproject(*self._on_plane(at))


def viewport_for(held: Iterable[Point], layout: Layout, margin: float) -> Viewport:
    """The viewport that holds these longitudes and latitudes as large as the layout lets it."""
    held = list(held)
    projection = albers_for(held)
    xs, ys = zip(*(projection.project(*at) for at in held), strict=True)
    across, down = max(max(xs) - min(xs), 0.02), max(max(ys) - min(ys), 0.02)
    if layout.turned:
        across, down = down, across
    room = 2 * margin
    scale = min((layout.width - room) / across, (layout.heights[1] - room) / down)
    height = max(layout.heights[0], round(down * scale + room))
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Viewport(projection, scale, middle, layout.width, height, layout.turned)


def together(first: Viewport, *others: Viewport) -> Viewport:
    """The first, drawn so far that the others, of the same projection, show nothing that it lacks."""
    corners = [other.moved(corner, first) for other in (first, *others)
               for corner in ((0, 0), (other.width, 0), (0, other.height), (other.width, other.height))]
    return replace(first, seen=bounds(corners))


def rings(outline: Outline, viewport: Viewport, bend: float) -> list[Points]:
    """The rings of a country as they lie on the sheet; none if it lies elsewhere."""
    found = []
    for box, ring in outline.rings:
        if not overlap(box, viewport.window):
            continue
        placed = [viewport.place(at) for at in ring]
        if overlap(bounds(placed), viewport.sheet):
            drawn = clip(_thinned(placed, ring, bend), viewport.sheet)
            if len(drawn) > 2 and abs(area(drawn)) > 2 * bend:
                found.append(Ring(drawn))
    return found


def _thinned(placed: Points, ring: Points, bend: float) -> Points:
    """The ring thinned between junctions, or from its least point if it has none."""
    ends = [n for n, at in enumerate(ring) if at in junctions()] or [ring.index(min(ring))]
    turned = placed[ends[0]:] + placed[:ends[0] + 1]
    cuts = [n - ends[0] for n in ends] + [len(ring)]
    kept: Points = []
    for first, last in zip(cuts, cuts[1:], strict=False):
        line = turned[first:last + 1]
        forward = line[0] <= line[-1]  # neighbours run along it in opposite ways
        short = thin(line if forward else line[::-1], lambda _: bend)
        kept += (short if forward else short[::-1])[:-1]
    return kept


def path(rings: list[Points]) -> str:
    """Rings as the `d` of an SVG path, in whole steps of the grid."""
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: Points) -> str:
    steps = [(round(x * GRID), round(y * GRID)) for x, y in ring]
    steps = [b for a, b in zip([steps[-1], *steps], steps, strict=False) if a != b]
    if len(steps) < 3:
        return ""
    moves = [f"{x - a} {y - b}" for (a, b), (x, y) in zip(steps, steps[1:], strict=False)]
    return f"M{steps[0][0]} {steps[0][1]}l{' '.join(moves).replace(' -', '-')}z"


def reachable(at: Point) -> bool:
    """Do the outlines reach this longitude and latitude?"""
    return WINDOW[0] <= at[0] <= WINDOW[2] and WINDOW[1] <= at[1] <= WINDOW[3]
