"""What lies under and around what a map is about: outlines, drawn once for all sheets, and names around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from . import label_placement
from .geometry import Point, Points, Ring, area, clip, inside
from .label_placement import Wish
from .outlines import outlines, waters
from .scene import Scene
from .viewport import Layout, Viewport, path, rings, together, viewport_for

__all__ = ["LAYOUTS", "Ground", "Shapes", "ground", "is_known_by", "layouts_for", "neighbours", "seas_on", "shapes_on",
           "viewport_of"]

LAYOUTS = (Layout("wide", 560, (356, 440), 34, 14, 6),
           Layout("narrow", 300, (220, 420), 22, 12.5, 2.6))
_BROAD = Layout("wide", 720, (324, 520), 44, 13, 6, broad=True)  # over the whole width of a page
_TURNED = Layout("narrow", 300, (300, 470), 22, 12.5, 2.6, turned=True)
_SEA_SCALE = 380.0  # units per radius of the globe at which a sea of 400 kilometers is about 25 units broad

Shapes = Mapping[str, list[Points]]  # country: its rings on the sheet


@dataclass(frozen=True)
class Ground:
    """Outlines as paths in steps of the grid, on the widest sheet."""

    viewport: Viewport
    land: str
    focus: str
    areas: dict[str, str]


def layouts_for(scene: Scene) -> tuple[Layout, Layout]:
    """The wide and the narrow layout of a map."""
    is_broad = scene.inset or (scene.ways and not scene.main)
    return _BROAD if is_broad else LAYOUTS[0], _TURNED if scene.turned else LAYOUTS[1]


def viewport_of(scene: Scene, layout: Layout) -> Viewport:
    """What the map shows in that layout."""
    return viewport_for(scene.held, layout, layout.margin * (0.35 if scene.areas else 1))


@lru_cache(maxsize=128)
def ground(scene: Scene) -> Ground:
    """The outlines under every sheet of a map."""
    viewport, shapes = _drawn(scene.held, layouts_for(scene), bool(scene.areas))
    focus = scene.focus - scene.areas.keys()
    return Ground(viewport, _merged(shapes, shapes.keys() - scene.areas.keys() - focus), _merged(shapes, focus),
                  {name: path(shapes[name]) for name in scene.areas if name in shapes})


def shapes_on(scene: Scene, viewport: Viewport) -> Shapes:
    """The countries that lie on one sheet."""
    drawn, shapes = _drawn(scene.held, layouts_for(scene), bool(scene.areas))
    moved = {name: [clip([drawn.moved(at, viewport) for at in ring], viewport.sheet) for ring in shape]
             for name, shape in shapes.items()}
    kept = {name: [Ring(ring) for ring in shape if len(ring) > 2 and abs(area(ring)) > 4]
            for name, shape in moved.items()}
    return {name: shape for name, shape in kept.items() if shape}


@lru_cache(maxsize=32)
def _drawn(held: tuple, layouts: tuple[Layout, ...], has_areas: bool) -> tuple[Viewport, Shapes]:
    """Outlines as far as any sheet shows them, and the sheet that they lie on."""
    bare = Scene(held, {"": ""} if has_areas else {})
    viewport = together(*(viewport_of(bare, layout) for layout in layouts))
    found = {name: rings(outline, viewport, layouts[0].bend) for name, outline in outlines().items()}
    return viewport, {name: shape for name, shape in found.items() if shape}


def _merged(shapes: Shapes, names: Iterable[str]) -> str:
    return "".join(path(shapes[name]) for name in sorted(names) if name in shapes)


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
    return sea.key == scene.water and viewport.scale > _SEA_SCALE


def _on_land(shapes: Shapes, at: Point) -> bool:
    return any(inside(ring, at) for rings in shapes.values() for ring in rings)


def neighbours(layout: Layout, others: dict[str, Points],
               focus: frozenset[str]) -> Iterator[Wish]:
    """Names of the other countries, the largest first, each only if it fits inside."""
    for name, ring in others.items():
        spots = label_placement.within(ring, (name,), layout.text * 0.9, least=1, steps=7)
        look = "map__label--land map__label--focus-land" if name in focus else "map__label--land"
        yield Wish((name,), layout.text * 0.9, spots[:60], look, name)
