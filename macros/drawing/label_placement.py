"""Puts names on a map so that none covers another. Lengths are units of the viewBox."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import fsum, hypot

from .geometry import Box, Point, Points, bounds, inside, overlap

__all__ = ["RING", "Label", "Wish", "around", "fits", "place", "share", "size_of", "within"]

_LINE = 1.18  # height of a line, in sizes of the letters
_WIDTHS = {**dict.fromkeys("ijlI.,:;'’|! ", 0.31), **dict.fromkeys("frt()-/", 0.39),
           **dict.fromkeys("mwMW@%", 0.91)}
_BOLD = tuple(f"map__label--{look}" for look in ("focus", "number", "change", "length", "route"))  # as styled
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
RING = len(_SIDES)  # spots at one distance from a mark


@dataclass(frozen=True)
class Wish:
    """A name that wants a place: its lines, and the middles of its box from best to worst."""

    lines: tuple[str, ...]
    size: float
    spots: tuple[Point, ...]
    look: str = ""  # class of the text
    key: str = ""  # what it names
    anchor: Point | None = None  # the mark or country that it belongs to
    clear: float = 0  # side of a square around its middle that other names keep out of
    small: bool = False  # is the last line a lesser one?


@dataclass(frozen=True)
class Label:
    """A name in its place; `lead` is a line from what it names, where that lies apart."""

    wish: Wish
    box: Box
    lead: tuple[Point, Point] | None = field(default=None)

    @property
    def align(self) -> str:
        """Which end of the text stands fast: the one nearer to the mark."""
        x = self.wish.anchor[0] if self.wish.anchor else None
        if x is None or self.box[0] < x < self.box[2]:
            return "middle"
        return "start" if self.box[0] >= x else "end"

    @property
    def lines(self) -> Iterator[tuple[float, float, str]]:
        """x, y of the baseline and text of each line."""
        left, top, right, bottom = self.box
        x = {"start": left, "end": right, "middle": (left + right) / 2}[self.align]
        size = self.wish.size
        first = (top + bottom) / 2 + size * (0.35 - _LINE * (len(self.wish.lines) - 1) / 2)
        for number, line in enumerate(self.wish.lines):
            yield round(x, 1), round(first + number * size * _LINE, 1), line


def size_of(lines: Iterable[str], size: float, bold: bool = False) -> tuple[float, float]:
    """Width and height of lines of text: a little more than common sans faces take."""
    lines = list(lines)
    widest = max(fsum(_WIDTHS.get(char, 0.73 if char.isupper() else 0.6) for char in line)
                 for line in lines)
    return widest * size * (1.14 if bold else 1.02), len(lines) * size * _LINE


def around(at: Point, lines: tuple[str, ...], size: float, gap: float,
           reach: int = 3) -> tuple[Point, ...]:
    """Middles of boxes beside a mark: right, left, above, below, corners; then farther out."""
    width, height = size_of(lines, size)
    spots = []
    for far in (1, 2.2, 3.6, 5.4, 7.6, 10, 12.6, 15.4)[:reach]:
        for side, rise in _SIDES:
            out = gap * far * (0.5 if side and rise else 1)
            spots.append((at[0] + side * (width / 2 + out), at[1] + rise * (height / 2 + gap * far)))
    return tuple(spots)


def within(ring: Points, lines: tuple[str, ...], size: float, least: float = 0,
           bold: bool = False, steps: int = 11) -> tuple[Point, ...]:
    """Middles of boxes whose middle is inside a country, roomiest and most central first; `least`
    is the share of the box's rim that must be inside too. The finer the steps, the slower.
    """
    width, height = size_of(lines, size, bold)
    if least == 1 and not _roomy(ring, width, height):
        return ()
    measure = _whole if least == 1 else share
    shares = {at: measure(ring, at, width, height) for at in _grid(ring, steps) if inside(ring, at)}
    good = [at for at, share in shares.items() if share >= least]
    x, y = (fsum(axis) / len(shares) for axis in zip(*shares, strict=True)) if shares else (0, 0)
    return tuple(sorted(good, key=lambda at: (-shares[at], hypot(at[0] - x, 2 * (at[1] - y)))))


def _roomy(ring: Points, width: float, height: float) -> bool:
    """Is the box around a ring as large as that?"""
    left, top, right, bottom = bounds(ring)
    return right - left >= width and bottom - top >= height


def _grid(ring: Points, steps: int) -> Iterator[Point]:
    """Points spread over the box around a ring."""
    left, top, right, bottom = bounds(ring)
    for across in range(steps):
        for down in range(steps):
            yield (left + (right - left) * (across + 0.5) / steps,
                   top + (bottom - top) * (down + 0.5) / steps)


def share(ring: Points, at: Point, width: float, height: float) -> float:
    """Share of a box's rim that lies in the ring."""
    rim = _rim(at, width, height)
    return sum(inside(ring, point) for point in rim) / len(rim)


def _whole(ring: Points, at: Point, width: float, height: float) -> float:
    """1 if all of a box's rim lies in the ring, else 0: sooner told than the share."""
    return float(all(inside(ring, point) for point in _rim(at, width, height)))


def _rim(at: Point, width: float, height: float) -> Points:
    return [(at[0] + width * x / 2, at[1] + height * y / 2)
            for x in (-1, 1, -0.5, 0, 0.5) for y in (-1, 1)]


def fits(box: Box, sheet: Box, taken: Iterable[Box]) -> bool:
    """Is the box on the sheet and clear of what is taken?"""
    return (sheet[0] <= box[0] and sheet[1] <= box[1] and box[2] <= sheet[2] and box[3] <= sheet[3]
            and not any(overlap(box, other) for other in taken))


def place(wishes: Iterable[Wish], sheet: Box, taken: list[Box]) -> list[Label]:
    """A label for each wish that finds room, the first wishes first; `taken` grows by them."""
    labels = []
    for wish in wishes:
        size = size_of(wish.lines, wish.size, wish.look in _BOLD)
        for spot in wish.spots:
            box, square = _box(spot, *size), _box(spot, wish.clear, wish.clear)
            if fits(box, sheet, taken) and fits(square, sheet, taken):
                taken += [box, square] if wish.clear else [box]
                labels.append(Label(wish, box, _lead(wish, box)))
                break
    return labels


def _box(middle: Point, width: float, height: float) -> Box:
    x, y = middle
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _lead(wish: Wish, box: Box) -> tuple[Point, Point] | None:
    """A line from the anchor to the nearest point of a box that lies farther off than two ems."""
    if wish.anchor is None:
        return None
    near = (min(max(wish.anchor[0], box[0]), box[2]), min(max(wish.anchor[1], box[1]), box[3]))
    far = hypot(near[0] - wish.anchor[0], near[1] - wish.anchor[1])
    return (wish.anchor, near) if far > 1.3 * wish.size else None
