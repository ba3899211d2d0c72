"""What lies under a map: the outlines of countries, drawn once for all sheets that show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .geometry import Ring, area, clip
from .map_surroundings import Shapes
from .outlines import outlines
from .scene import Scene
from .viewport import Layout, Viewport, path, rings, together, viewport_for

__all__ = ["LAYOUTS", "Ground", "ground", "layouts_for", "shapes_on", "viewport_of"]

LAYOUTS = (Layout("wide", 560, (356, 440), 34, 14, 6),
           Layout("narrow", 300, (220, 420), 22, 12.5, 2.6))
_BROAD = Layout("wide", 720, (324, 520), 44, 13, 6, broad=True)  # over the whole width of a page
_TURNED = Layout("narrow", 300, (300, 470), 22, 12.5, 2.6, turned=True)


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
