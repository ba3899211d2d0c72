"""What lies around the countries and places that a map is about: seas, and the other countries, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import label_placement
from .geometry import Point, Points, inside
from .label_placement import Wish
from .outlines import waters
from .scene import Scene
from .viewport import Layout, Viewport

__all__ = ["Shapes", "is_known_by", "neighbours", "seas_on"]

_BROAD = 380.0  # units per radius of the globe at which a sea of 400 kilometers is about 25 units broad

Shapes = Mapping[str, list[Points]]  # country: its rings on the sheet


def seas_on(viewport: Viewport, layout: Layout, shapes: Shapes) -> Iterator[Wish]:
    """Names of seas whose middle is on the sheet."""
    for name, at in waters().items():
        x, y = viewport.place(at)
        spots = tuple((x + dx, y + dy) for dy in (0, -9, 9, -18, 18, -27, 27) for dx in (0, -7, 7))
        if viewport.holds((x, y), 8):
            yield Wish(tuple(name.rsplit(" ", 1)), layout.text * 0.9,
                       tuple(spot for spot in spots if not _on_land(shapes, spot)),
                       "map__label--water", name)


def is_known_by(scene: Scene, sea: Wish, viewport: Viewport) -> bool:
    """Is it the sea that readers find their way by, and broad enough to hold its name?"""
    return sea.key == scene.water and viewport.scale > _BROAD


def _on_land(shapes: Shapes, at: Point) -> bool:
    return any(inside(ring, at) for rings in shapes.values() for ring in rings)


def neighbours(layout: Layout, others: dict[str, Points],
                focus: frozenset[str]) -> Iterator[Wish]:
    """Names of the other countries, the largest first, each only if it fits inside."""
    for name, ring in others.items():
        spots = label_placement.within(ring, (name,), layout.text * 0.9, least=1, steps=7)
        look = "map__label--land map__label--focus-land" if name in focus else "map__label--land"
        yield Wish((name,), layout.text * 0.9, spots[:60], look, name)
