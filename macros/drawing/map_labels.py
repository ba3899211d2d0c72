"""Which names a map carries, and in what order they take their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import cos, fsum, hypot, pi, sin
from textwrap import wrap

from . import label_placement
from .geometry import Box, Point, Points, area, bounds, overlap
from .label_placement import RING, Label, Wish
from .line_labels import off
from .map_ground import Shapes, is_known_by, neighbours, seas_on
from .scene import Mark, Scene
from .viewport import Layout, Viewport

__all__ = ["Placed", "named"]

_FINGER = 25.0  # what a link keeps clear around its middle: 24 pixels on a phone (WCAG 2.5.8)
_DEAR = 9.0  # cost of a spot at which a number serves better than a name
_STRANGE = 4.0  # cost of a spot at which a name seems to be that of another country
_SLIVER = 900.0  # square units
_STEP, _LAST = 2.0, 1e6  # dots of a line that a name may cover rather than stand farther out; never
_NUMBER = "map__label--number"

Placed = tuple[float, float, Mark]  # x and y on the sheet, and the mark that stands there


def named(scene: Scene, viewport: Viewport, layout: Layout, shapes: Shapes, marks: list[Placed],
          taken: list[Box], dots: Points = ()) -> tuple[list[Label], list[tuple[str, str]]]:
    """Labels of a sheet, and number and name of what got a number for want of room."""
    sheet = (2, 2, viewport.width - 2, viewport.height - 2)
    areas = {name: ring for name, ring in _largest(shapes, scene.areas).items()
             if not _is_sliver(ring, viewport)}
    seas = [off(sea, dots) for sea in seas_on(viewport, layout, shapes)]
    placed = label_placement.place([sea for sea in seas if is_known_by(scene, sea, viewport)], sheet, taken)
    placed += label_placement.place(_inside(scene, layout, areas), sheet, taken)
    areas = {name: ring for name, ring in areas.items() if name not in _keys(placed)}
    placed += label_placement.place(_beside(scene, layout, areas, shapes), sheet, taken)
    placed += label_placement.place(_changes(layout, marks, dots), sheet, taken)
    placed += label_placement.place((wish for wish in _places(layout, marks, dots)
                                     if wish.key not in _keys(placed)), sheet, taken)
    placed += label_placement.place(_apart(layout, marks, dots, _keys(placed)), sheet, taken)
    numbers: list[tuple[str, str]] = []
    for name, wish in _numbers(scene, layout, areas, marks, _keys(placed)):
        figure = replace(wish, lines=(str(len(numbers) + 1),))
        if found := label_placement.place([figure], sheet, taken):
            placed += found
            numbers.append((figure.lines[0], name))
    placed += label_placement.place([sea for sea in seas if sea.key not in _keys(placed)], sheet, taken)
    others = _largest(shapes, shapes.keys() - scene.areas)
    beside = [off(wish, dots) for wish in neighbours(layout, others, scene.focus)]
    return placed + label_placement.place(beside, sheet, taken), numbers


def _keys(placed: list[Label]) -> set[str]:
    return {label.wish.key for label in placed}


def _largest(shapes: Shapes, names: Iterable[str]) -> dict[str, Points]:
    """The largest ring of each country, the largest country first."""
    rings = {name: max(shapes[name], key=_size) for name in names if name in shapes}
    return dict(sorted(rings.items(), key=lambda item: (-_size(item[1]), item[0])))


def _is_sliver(ring: Points, viewport: Viewport) -> bool:
    """Is it no more than a corner of a country that the sheet's edge cuts off?"""
    left, top, right, bottom = bounds(ring)
    cut = left < 0 or top < 0 or right > viewport.width or bottom > viewport.height
    return cut and _size(ring) < _SLIVER


def _size(ring: Points) -> float:
    return abs(area(ring))


def _inside(scene: Scene, layout: Layout, areas: dict[str, Points]) -> Iterator[Wish]:
    """Names of the countries that the map is about, where the whole name fits inside."""
    for name, ring in areas.items():
        spots = label_placement.within(ring, _lines(name, 14), layout.text, least=1, bold=True)
        yield Wish(_lines(name, 14), layout.text, spots[:40], _weight(scene, name), name,
                   clear=_clear(scene, name))


def _beside(scene: Scene, layout: Layout, areas: dict[str, Points], shapes: Shapes) -> Iterator[Wish]:
    """Names of the rest, the smallest first: as near as they can come without standing on another
    of the countries that the map is about; a line leads to those that stand apart.
    """
    for name, ring in reversed(areas.items()):
        lines, middle = _lines(name, 14), _middle(ring)
        others = [(bounds(ring), ring) for other in scene.areas if other != name
                  for ring in shapes.get(other, ())]
        rivals = [_middle(ring) for other, ring in areas.items() if other != name]
        near = (*label_placement.within(ring, lines, layout.text, bold=True),
                *_rays(middle, layout.text, 7 if layout.name == "wide" else 6))
        costs = {at: _cost(at, lines, layout.text, (middle, ring), others) + _STRANGE * _is_nearer(at, middle, rivals)
                 for at in near}
        spots = tuple(sorted((at for at in costs if costs[at] < _DEAR), key=costs.get))
        yield Wish(lines, layout.text, spots, _weight(scene, name), name, middle, _clear(scene, name))


def _is_nearer(at: Point, own: Point, rivals: list[Point]) -> bool:
    """Is the spot nearer to the middle of another country that has no name yet, which it would seem to name?"""
    return any(_far(at, rival) < _far(at, own) for rival in rivals)


def _far(at: Point, middle: Point) -> float:
    """A distance in which a line of text is as long as it is high."""
    return hypot((at[0] - middle[0]) / 2, at[1] - middle[1])


def _cost(at: Point, lines: tuple[str, ...], size: float, own: tuple[Point, Points],
          others: list[tuple[Box, Points]]) -> float:
    """How bad a spot is: its distance in lines, less what share of the name stands on its own
    country, and more for what stands on others.
    """
    middle, ring = own
    width, height = label_placement.size_of(lines, size, bold=True)
    far = _far(at, middle) / size
    box = at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2
    foreign = fsum(label_placement.share(ring, at, width, height) for around, ring in others
                   if overlap(around, box))
    return far + 6 * foreign - 4 * label_placement.share(ring, at, width, height)


def _weight(scene: Scene, name: str) -> str:
    return "map__label--other" if scene.subject not in ("", name) else "map__label--focus"


def _clear(scene: Scene, name: str) -> float:
    return _FINGER if name in scene.links else 0


def _lines(name: str, most: int) -> tuple[str, ...]:
    return tuple(wrap(name, most, break_long_words=False)) or (name,)


def _middle(ring: Points) -> Point:
    """A point well inside a ring."""
    return next(iter(label_placement.within(ring, ("o",), 6)), ring[0])


def _rays(at: Point, size: float, reach: int) -> Iterator[Point]:
    """Spots ever farther around a country too small for its name."""
    for far in range(3, 2 * reach):
        for turn in range(16):
            yield (at[0] + 0.8 * far * size * cos(turn * pi / 8),
                   at[1] + far * size / 2 * sin(turn * pi / 8))


def _changes(layout: Layout, marks: list[Placed], dots: Points) -> Iterator[Wish]:
    """Names of places where cargo changes vehicle, each over the words for it."""
    most = 2 if layout.name == "wide" else 1
    changing = {mark.key for _, _, mark in marks if mark.change and mark.rank <= most}
    yield from (wish for wish in _places(layout, marks, dots, told=True) if wish.key in changing)


def _ranked(marks: list[Placed]) -> list[Placed]:
    return sorted(marks, key=lambda item: item[2].rank)


def _places(layout: Layout, marks: list[Placed], dots: Points, told: bool = False) -> Iterator[Wish]:
    """Names of places, those of first rank first; only these may stand far from their marks."""
    for x, y, mark in (item for item in _ranked(marks) if item[2].rank < 5):
        lines, size = _lines(mark.name, 20), layout.text * 0.92
        lines += (mark.change,) if told and mark.change else ()
        reach = 3 if mark.rank == 1 else 2 if layout.name == "wide" or mark.change else 1
        spots = label_placement.around((x, y), lines, size, 7, reach)
        others = [(left, top) for left, top, other in marks if other is not mark]
        free = off(Wish(lines, size, spots, anchor=(x, y)), dots, others, _STEP if told else _LAST).spots
        look = "map__label--change" if mark.change else "map__label--place"
        yield Wish(lines, size, free, look, mark.key, (x, y), small=told and bool(mark.change))


def _apart(layout: Layout, marks: list[Placed], dots: Points, done: set[str]) -> Iterator[Wish]:
    """Names of places that found no room beside their marks: farther out, with a line from the mark."""
    for x, y, mark in (item for item in _ranked(marks) if item[2].rank < 3 and item[2].key not in done):
        lines, size, reach = _lines(mark.name, 20), layout.text * 0.92, 8 if mark.change or layout.name == "wide" else 5
        spots = label_placement.around((x, y), lines, size, 7, reach)[RING:]
        look = "map__label--change" if mark.change else "map__label--place"
        yield off(Wish(lines, size, spots, look, mark.key, (x, y)), dots, dear=_STEP)


def _numbers(scene: Scene, layout: Layout, areas: dict[str, Points], marks: list[Placed],
             done: set[str]) -> Iterator[tuple[str, Wish]]:
    """Each country and place still without a name, and where its number may stand.

    A stop on the way that nothing changes at has none: the list of legs under the map names it.
    """
    size = layout.text * 0.88
    for name, ring in sorted(areas.items()):
        if name not in done:
            spots = (*label_placement.within(ring, ("0",), size), *_rays(_middle(ring), size, 12))
            yield name, Wish((), size, spots, _NUMBER, name, _middle(ring), _clear(scene, name))
    for x, y, mark in marks:
        if mark.key not in done and mark.rank < 3 and (mark.change or not scene.ways):
            spots = label_placement.around((x, y), ("00",), size, 5, 2)
            yield mark.name, Wish((), size, spots, _NUMBER, mark.key, (x, y))
