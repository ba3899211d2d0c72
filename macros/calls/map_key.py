"""What countries on a map are filled with, and its key, in a reader’s words and in the order of the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..drawing import strokes
from ..drawing.scene import Scene
from ..records.schema import settings
from ..render.context import Mistake
from ..render.formats import slug

__all__ = ["HATCHES", "Fill", "capital", "fills", "route_key", "shades"]

_MODES = {"rail": "By train", "sea": "By ship", "road": "By road", "pipeline": "By pipe"}
_STATES = {"under construction": "Being built", "planned": "Planned", "proposed": "Proposed", "suspended": "Suspended"}
_SAMPLE = [(1.0, 6.0), (33.0, 6.0)]
_MAIN, _BRANCH = "map__route--main", "map__route--branch"

Strand = tuple[str, str, str, str, str]  # class of its route, mode, state, words, line
# what is drawn over each fill, on a tile of 8 by 8, so that colour is not the only sign
HATCHES = ("", "M-1 9L9-1M-1 1L1-1M7 9L9 7", "M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z", "M0 4h8",
           "M-1-1L9 9M7-1L9 1M-1 7L1 9", "M0 2h8M0 6h8")


def route_key(scene: Scene, routes: tuple[tuple[str, str, str], ...]) -> dict[str, object]:
    """What the template of the key is told of routes: those with a letter, kinds of lines, and open circles."""
    numbered = [(key, name, letter, number) for number, (key, name, letter) in enumerate(routes, 1)]
    return {"routes": [] if scene.main else numbered, "strands": [*_modes(scene), *_states(scene)],
            "changes": "Cargo changes vehicle or gauge" if any(mark.change for mark in scene.marks) else ""}


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


@dataclass(frozen=True)
class Fill:
    """How countries with one value are filled."""

    name: str  # as part of an id
    text: str
    number: int  # of its colour and hatch, from 1
    is_strong: bool = True


def fills(values: Iterable[str], order: tuple[str, ...] = ()) -> dict[str, Fill]:
    """A fill for each value, numbered by `order` or else as they come."""
    found = list(dict.fromkeys(values))
    listed = order if set(found) <= set(order) and len(order) <= len(HATCHES) else found
    if len(listed) > len(HATCHES):
        raise Mistake(f"{len(listed)} values to tell apart on a map; it can show {len(HATCHES)}")
    numbers = {text: number for number, text in enumerate(listed, 1)}
    words = settings().status_key
    return {text: Fill(f"{slug(text) or 'value'}-{numbers[text]}", words.get(text, text), numbers[text])
            for text in sorted(found, key=numbers.get)}


def shades(values: Mapping[str, str], looks: Mapping[str, Fill],
           subject: str) -> tuple[tuple[Fill, ...], dict[str, str]]:
    """What the key names, and the fill of each country: that of the subject strong and drawn last, the rest pale."""
    if not subject:
        return tuple(looks.values()), {place: looks[text].name for place, text in values.items()}
    pale = {text: replace(look, name=f"{look.name}-pale", is_strong=False) for text, look in looks.items()}
    own = looks[values[subject]]
    said = replace(own, text=f"{subject}: {own.text[:1].lower()}{own.text[1:]}")
    others = {place: pale[text] for place, text in values.items() if place != subject}
    kept = [look for look in pale.values() if look in others.values()]
    return (said, *kept), {**{place: look.name for place, look in others.items()}, subject: own.name}
