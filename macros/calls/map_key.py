"""The key of a map of routes, in a reader's words and in the order of the way."""

from __future__ import annotations

from collections.abc import Iterator

from ..drawing import strokes
from ..drawing.scene import Scene

__all__ = ["capital", "route_key"]

_MODES = {"rail": "By train", "sea": "By ship", "road": "By road", "pipeline": "By pipe"}
_STATES = {"under construction": "Being built", "planned": "Planned", "proposed": "Proposed", "suspended": "Suspended"}
_SAMPLE = [(1.0, 6.0), (33.0, 6.0)]
_MAIN, _BRANCH = "map__route--main", "map__route--branch"

Strand = tuple[str, str, str, str, str]  # class of its route, mode, state, words, line


def route_key(scene: Scene, routes: tuple[tuple[str, str, str], ...]) -> dict[str, object]:
    """What the template of the key is told of routes: those with a letter, kinds of lines, and open circles."""
    numbered = [(key, name, letter, number) for number, (key, name, letter) in enumerate(routes, 1)]
    return {"routes": [] if scene.main else numbered, "strands": [*_modes(scene), *_states(scene)],
            "changes": "Cargo changes vehicle or gauge" if any(mark.change for mark in scene.marks) else "",
            "has_lengths": any(way.length for way in scene.ways)}


def _modes(scene: Scene) -> Iterator[Strand]:
    """How goods move, on the main line if there is one; then its branches."""
    modes = {way.mode for way in scene.ways}
    for mode in (mode for mode in strokes.MODES if mode in modes):
        text = f"Main line, {_MODES[mode].lower()}" if scene.main and mode == "rail" else _MODES[mode]
        yield _MAIN if scene.main else "", mode, "operating", text, strokes.line(_SAMPLE, mode)
    if scene.main and {way.route for way in scene.ways if way.state == "operating"} - {scene.main}:
        yield _BRANCH, "rail", "operating", "Branch in use", strokes.line(_SAMPLE)


def _states(scene: Scene) -> Iterator[Strand]:
    """What is not simply there, the nearest to it first."""
    states = {way.state for way in scene.ways}
    for state in (state for state in _STATES if state in states):
        yield _BRANCH if scene.main else "", "rail", state, _STATES[state], strokes.line(_SAMPLE)


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
