"""What is written on a map besides names: lengths of legs, names of routes, where a line leads off the sheet, where
north is, and that a part of it is enlarged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import hypot

from . import label_placement
from .geometry import Box, Point, Points, along, bounds, count, length
from .label_placement import RING, Label, Wish, place, size_of
from .scene import Scene, Way
from .viewport import Layout, Viewport

__all__ = ["LENGTH", "along_lines", "off", "signs"]

_PARTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # of a line, the best spot first
_ROUND = [(1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7)]
_STATES = ("proposed", "planned", "under construction", "suspended", "operating")
LENGTH, _ROUTE, _EXIT = "map__label--length", "map__label--route", "map__label--exit"

Lines = Iterable[tuple[Way, Points]]
_NORTH, _ENLARGED, _UPRIGHT = "← North", "enlarged below", "enlarged below, north up"
_SMALL = 0.84  # of the letters of names


def along_lines(scene: Scene, lines: Lines, viewport: Viewport, layout: Layout, taken: list[Box], dots: Points,
                frame: Viewport | None) -> list[Label]:
    """All that is written along lines; `frame` is what the inset shows."""
    return (_route_names(scene, lines, viewport, layout, taken, dots) + _exits(lines, viewport, layout, taken, dots)
            + _lengths(lines, viewport, layout, taken, dots, frame))


def _lengths(lines: Lines, viewport: Viewport, layout: Layout, taken: list[Box], dots: Points,
             frame: Viewport | None) -> list[Label]:
    """Published lengths, each on its leg, where it has room and no inset tells it."""
    wishes: dict[tuple, Wish] = {}
    for way, points in lines:
        size, text = layout.text * 0.86, (way.length,)
        across, down = size_of(text, size, bold=True) if way.length else (0, 0)
        inside = frame and all(frame.holds(frame.place(at)) for at in (way.points[0], way.points[-1]))
        whole = viewport.holds(points[0]) and viewport.holds(points[-1])
        if way.length and whole and not inside and length(points) > across:
            beside = [(x + dx * (across / 2 + 6), y + dy * (down / 2 + 6)) for x, y in
                      (along(points, part) for part in _PARTS) for dx, dy in _ROUND]
            near = off(Wish(text, size, tuple(beside), LENGTH), dots)
            spots = (*(along(points, part) for part in _PARTS[:5]), *near.spots)
            wishes.setdefault((way.end, way.length), replace(near, spots=spots))
    return label_placement.place(wishes.values(), _within(viewport), taken)


def _route_names(scene: Scene, lines: Lines, viewport: Viewport, layout: Layout, taken: list[Box],
                 dots: Points) -> list[Label]:
    """Names of the routes that have one written on the map, each beside its line."""
    shown = {} if scene.inset else scene.named
    trunk = {at for way in scene.ways if way.route == scene.main for at in way.points}
    apart = [(way, points) for way, points in lines if len(trunk.intersection(way.points)) < 2]
    return label_placement.place([off(_beside(name, route, apart, layout), dots) for route, name in shown.items()],
                                 _within(viewport), taken)


def _beside(name: str, route: str, lines: Lines, layout: Layout) -> Wish:
    """A name near the legs of its route, those least far begun first, then the longest."""
    across, down = size_of((name,), layout.text * 0.92, bold=True)
    legs = [(way, points) for way, points in lines if way.route == route]
    least = min((_STATES.index(way.state) for way, _ in legs), default=0)
    own = sorted((points for way, points in legs if way.state == _STATES[least]), key=length, reverse=True)
    spots = tuple((x + dx * (across / 2 + 7), y + dy * (down / 2 + 7)) for part in _PARTS for points in own
                  for x, y in [along(points, part)] for dx, dy in _ROUND)
    return Wish((name,), layout.text * 0.92, spots, _ROUTE, route)


def _exits(lines: Lines, viewport: Viewport, layout: Layout, taken: list[Box], dots: Points) -> list[Label]:
    """Where lines lead that leave the sheet, with an arrow."""
    wishes: dict[str, Wish] = {}
    for way, points in lines:
        for name, ordered in ((way.end, points), (way.start, points[::-1])):
            if name and name not in wishes and (found := _crossing(ordered, viewport)):
                wishes[name] = off(_exit(name, found, viewport, layout), dots)
    return label_placement.place(wishes.values(), _within(viewport), taken)


def _crossing(points: Points, viewport: Viewport) -> Point | None:
    """Where a line whose first point is on the sheet leaves it for good."""
    if not viewport.holds(points[0]) or viewport.holds(points[-1]):
        return None
    steps = [along(points, part / 200) for part in range(201)]
    return next(at for at in reversed(steps) if viewport.holds(at))


def _exit(name: str, at: Point, viewport: Viewport, layout: Layout) -> Wish:
    """The name and an arrow toward the edge that is nearest."""
    gaps = {"←": at[0], "→": viewport.width - at[0], "↑": at[1], "↓": viewport.height - at[1]}
    arrow = min(gaps, key=gaps.get)
    text = f"{name} {arrow}" if arrow == "→" else f"{arrow} {name}"
    across, down = size_of((text,), layout.text * 0.9)
    spots = [(at[0] + dx, at[1] + dy) for far in (0, 4, 10, 18) for dx, dy in _shifts(arrow, across, down, far)]
    return Wish((text,), layout.text * 0.9, tuple(spots), _EXIT, name)


def _shifts(arrow: str, across: float, down: float, far: float) -> Iterator[Point]:
    """From the crossing to the middle of its name, inside the sheet."""
    if arrow in "←→":
        inward = (across / 2 + 4) * (1 if arrow == "←" else -1)
        yield from ((inward, down / 2 + 4 + far), (inward, -down / 2 - 4 - far))
    else:
        inward = (down / 2 + 4) * (1 if arrow == "↑" else -1)
        yield from ((across / 2 + 6 + far, inward), (-across / 2 - 6 - far, inward))


def _within(viewport: Viewport) -> Box:
    return 2, 2, viewport.width - 2, viewport.height - 2


def off(wish: Wish, dots: Points, others: Points = (), dear: float = 0) -> Wish:
    """The wish, its spots first that cover least of the lines and lie nearer to its mark than to `others`.

    dear: so many dots may be covered rather than that it stands on the next of the rings around its mark.
    """
    width, height = size_of(wish.lines, wish.size) if wish.lines else (0, 0)
    covered = {at: count(dots, at, width / 2, height / 2) + dear * (number // RING)
               for number, at in enumerate(wish.spots)}
    for at in wish.spots if others else ():
        own = _gap(at, width, height, wish.anchor) + 3
        covered[at] += 8 * any(_gap(at, width, height, other) < own for other in others)
    return replace(wish, spots=tuple(sorted(wish.spots, key=covered.get)))


def _gap(middle: Point, width: float, height: float, at: Point) -> float:
    """How far a point lies from a box."""
    return hypot(max(0, abs(at[0] - middle[0]) - width / 2), max(0, abs(at[1] - middle[1]) - height / 2))


def signs(viewport: Viewport, layout: Layout, taken: list[Box], frame: Points, dots: Points) -> list[Label]:
    """An arrow to the north where that is not up, and a word at the frame of what is enlarged."""
    size, sheet = layout.text * _SMALL, (2, 2, viewport.width - 2, viewport.height - 2)
    north = _corners(viewport, *size_of((_NORTH,), size)) if layout.turned else ()
    words = _UPRIGHT if layout.turned else _ENLARGED
    enlarged = _edge(frame, *size_of((words,), size)) if frame else ()
    wishes = [Wish((text,), size, tuple(spots), "map__label--sign")
              for text, spots in ((_NORTH, north), (words, enlarged))]
    return place([off(wish, dots) for wish in wishes], sheet, taken)


def _corners(viewport: Viewport, across: float, down: float) -> Iterator[Point]:
    for y in (down / 2 + 4, viewport.height - down / 2 - 4):
        yield from ((viewport.width - across / 2 - 5, y), (across / 2 + 5, y))


def _edge(frame: Points, across: float, down: float) -> Iterator[Point]:
    """Below, above and beside the frame."""
    left, top, right, bottom = bounds(frame)
    for part in (0.5, 0.3, 0.7):
        x, y = left + part * (right - left), top + part * (bottom - top)
        yield from ((x, bottom + down / 2 + 2), (x, top - down / 2 - 2))
        yield from ((left - across / 2 - 4, y), (right + across / 2 + 4, y))
