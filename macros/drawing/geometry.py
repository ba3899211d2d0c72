"""Rings and lines in a plane: area, inside, clipping, thinning. Any unit; points are (x, y).

Sums of fractions are exact (fsum), here and wherever something is placed by them: from Python 3.12 on, sum() rounds
them otherwise than before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from heapq import heapify, heappop, heappush
from math import fsum, hypot

__all__ = ["Box", "Point", "Points", "Ring", "along", "area", "bounds", "clip", "count", "edges", "inside", "length",
           "overlap", "thin"]

Point = tuple[float, float]
Points = list[Point]
Box = tuple[float, float, float, float]  # least x, least y, greatest x, greatest y


_BANDS = 64  # into which a ring's sides are sorted, so that few are looked at


class Ring(list):
    """A closed line that is asked many times what lies inside it."""

    @cached_property
    def bands(self) -> tuple[float, float, list[list[tuple[float, float, float, float]]]]:
        """Least y, height of a band, and the sides that touch each of `_BANDS` bands of y."""
        _, top, _, bottom = bounds(self)
        step = (bottom - top) / _BANDS or 1.0
        bands: list[list] = [[] for _ in range(_BANDS + 1)]
        for (ax, ay), (bx, by) in edges(self):
            low, high = (ay, by) if ay < by else (by, ay)
            for band in range(int((low - top) / step), int((high - top) / step) + 1):
                bands[band].append((ax, ay, bx, by))
        return top, step, bands


def edges(ring: Points) -> Iterator[tuple[Point, Point]]:
    """Each side of a ring, the last point joined to the first."""
    return zip(ring, ring[1:] + ring[:1], strict=True)


def area(ring: Points) -> float:
    """Signed area, positive where the ring runs counterclockwise with y upward (shoelace)."""
    return fsum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring)) / 2


def bounds(points: Points) -> Box:
    """The box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def inside(ring: Ring, at: Point) -> bool:
    """Is the point in the ring? By the parity of the sides that a ray to greater x crosses."""
    x, y = at
    top, step, bands = ring.bands
    band = (y - top) / step
    if not 0 <= band <= _BANDS:
        return False
    odd = False
    for ax, ay, bx, by in bands[int(band)]:
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            odd = not odd
    return odd


def count(points: Points, at: Point, across: float, down: float) -> int:
    """How many points, sorted by x, lie nearer to `at` than `across` in x and `down` in y."""
    first = bisect_left(points, (at[0] - across - 1,))  # the step more leaves rounding to the exact test
    last = bisect_left(points, (at[0] + across + 1,))
    return sum(abs(x - at[0]) < across and abs(y - at[1]) < down for x, y in points[first:last])


def overlap(a: Box, b: Box) -> bool:
    """Do two boxes share any area?"""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def clip(ring: Points, window: Box) -> Points:
    """The part of a ring in the window (Sutherland and Hodgman 1974)."""
    for side, bound in enumerate(window):
        axis, sign = side % 2, 1 if side < 2 else -1
        kept: Points = []
        for a, b in edges(ring):
            if sign * (a[axis] - bound) >= 0:
                kept.append(a)
            if (a[axis] - bound) * (b[axis] - bound) < 0:
                part = (bound - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
        ring = kept
    return ring


def thin(line: Points, least: Callable[[Point], float]) -> Points:
    """The line without its slightest bends, ends kept (Visvalingam and Whyatt 1993).

    `least` says what area a bend at a point must span to stay.
    """
    last = len(line) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    span = {n: _bend(line, least, n - 1, n, n + 1) for n in range(1, last)}
    heap = [(value, n) for n, value in span.items() if value < 1]
    heapify(heap)
    while heap:
        value, n = heappop(heap)
        if span.get(n) == value:
            del span[n]
            left, right = before[n], after[n]
            after[left], before[right] = right, left
            for near in {left, right} & span.keys():
                span[near] = max(value, _bend(line, least, before[near], near, after[near]))
                if span[near] < 1:
                    heappush(heap, (span[near], near))
    return [point for n, point in enumerate(line) if n in span or n in (0, last)]


def _bend(line: Points, least: Callable[[Point], float], *corners: int) -> float:
    triangle = [line[n] for n in corners]
    return abs(area(triangle)) / least(triangle[1])


def length(line: Points) -> float:
    """Length of a line."""
    return fsum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(line, line[1:], strict=False))


def along(line: Points, part: float) -> Point:
    """The point so far along a line of at least two points, as a part of its length."""
    due = part * length(line)
    for a, b in zip(line, line[1:], strict=False):
        far = hypot(b[0] - a[0], b[1] - a[1])
        if far and due <= far:
            return a[0] + (b[0] - a[0]) * due / far, a[1] + (b[1] - a[1]) * due / far
        due -= far
    return line[-1]
