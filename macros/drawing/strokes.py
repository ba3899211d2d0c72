"""Marks of places and lines of legs, as the `d` of an SVG path; lengths are units of the viewBox.

Each mode of travel has a stroke of its own, so that colour is not the only sign: the sea's line
waves, and the style sheet gives railways ties and pipelines beads.
"""

from __future__ import annotations

from math import hypot

from .geometry import Point, Points

__all__ = ["MARKS", "MODES", "aside", "line"]

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


def _wave(points: Points, swing: float = 2.2) -> str:
    """A line that swings to one side and the other of each stretch between two points."""
    return f"M{points[0][0]:.1f} {points[0][1]:.1f}" + "".join(
        _swings(a, b, swing) for a, b in zip(points, points[1:], strict=False))


def _swings(a: Point, b: Point, swing: float, step: float = 8) -> str:
    """Half waves of about `step` from a to b: one Bezier curve, then SVG's `t`, which mirrors the
    bend of the curve before.
    """
    across, down = b[0] - a[0], b[1] - a[1]
    far = hypot(across, down)
    count = max(1, round(far / step))
    x, y = across / count, down / count
    bend = x / 2 - down / (far or 1) * 2 * swing, y / 2 + across / (far or 1) * 2 * swing
    return f"q{bend[0]:.1f} {bend[1]:.1f} {x:.2f} {y:.2f}" + f"t{x:.2f} {y:.2f}" * (count - 1)
