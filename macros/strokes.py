"""Marks of places and lines of legs, as the `d` of an SVG path; lengths are units of the viewBox.

Each mode of travel has a stroke of its own, so that colour is not the only sign: the sea's line
waves, and the style sheet gives railways ties and pipelines beads.
"""

from __future__ import annotations

from math import hypot

from .geometry import Points, walk

__all__ = ["MARKS", "MODES", "STOP", "aside", "line"]

MODES = ("rail", "sea", "road", "pipeline")

# marks of places, about 10 units wide around 0, 0: each kind of place has its own
MARKS = {
    "circle": "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "square": "M-4-4h8v8h-8z",
    "triangle": "M0-5.2l5 8.9h-10z",
    "diamond": "M0-5.6l5 5.6-5 5.6-5-5.6z",
    "down": "M0 5.2l5-8.9h-10z",
    "plus": "M-1.7-5h3.4v3.3h3.3v3.4h-3.3v3.3h-3.4v-3.3h-3.3v-3.4h3.3z",
    "hexagon": "M-2.6-4.5h5.2l2.6 4.5-2.6 4.5h-5.2l-2.6-4.5z",
    "star": "M0-6l1.6 4h4.1l-3.3 2.6 1.2 4.2-3.6-2.5-3.6 2.5 1.2-4.2-3.3-2.6h4.1z",
}


STOP = "M-2.8 0a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0z"  # a place along a route


def line(points: Points, mode: str = "") -> str:
    """A line through points; a wavy one where the mode is sea."""
    if mode == "sea":
        return _wave(points)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def aside(points: Points, by: float) -> Points:
    """The line moved to its right by so much, so that legs of two routes lie side by side."""
    (ax, ay), (bx, by_) = points[0], points[-1]
    far = hypot(bx - ax, by_ - ay) or 1
    across = -(by_ - ay) / far * by, (bx - ax) / far * by
    return [(x + across[0], y + across[1]) for x, y in points]


def _wave(points: Points, step: float = 6, swing: float = 4) -> str:
    """Quadratic curves that swing to one side and the other of the line: after the first, SVG's
    `t` mirrors the bend of the one before.
    """
    feet = [points[0], *(foot for foot, _ in walk(points, step, step))]
    if len(feet) < 2:
        return line(points)
    (x0, y0), (x1, y1) = feet[:2]
    dx, dy = (x1 - x0) / step, (y1 - y0) / step
    crest = (x0 + x1) / 2 - dy * swing, (y0 + y1) / 2 + dx * swing
    steps = " ".join(f"{x:.1f} {y:.1f}" for x, y in feet[2:])
    end = f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"
    return (f"M{x0:.1f} {y0:.1f}Q{crest[0]:.1f} {crest[1]:.1f} {x1:.1f} {y1:.1f}"
            + (f"T{steps}" if steps else "") + end)
