"""What a map says of itself: where north is, and that a part of it is enlarged."""

from __future__ import annotations

from collections.abc import Iterator

from .geometry import Box, Point, Points, bounds
from .label_placement import Label, Wish, place, size_of
from .line_labels import off
from .viewport import Layout, Viewport

__all__ = ["signs"]

_NORTH, _ENLARGED = "← North", "enlarged below"
_SMALL = 0.84  # of the letters of names


def signs(viewport: Viewport, layout: Layout, taken: list[Box], frame: Points, dots: Points) -> list[Label]:
    """An arrow to the north where that is not up, and a word at the frame of what is enlarged."""
    size, sheet = layout.text * _SMALL, (2, 2, viewport.width - 2, viewport.height - 2)
    north = _corners(viewport, *size_of((_NORTH,), size)) if layout.turned else ()
    enlarged = _edge(frame, *size_of((_ENLARGED,), size)) if frame else ()
    wishes = [Wish((text,), size, tuple(spots), "map__label--sign")
              for text, spots in ((_NORTH, north), (_ENLARGED, enlarged))]
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
