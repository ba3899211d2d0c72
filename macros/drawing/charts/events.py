"""Events over time: a line across the plot, and words beside it above the plot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from .axes import LETTER

__all__ = ["Event", "EventWords", "events"]

EventWords = tuple[float, str, str]

_LETTERS = 22  # of an event's words on a line, so that half of a phone's screen holds them
_ROW = 15  # pixels that a line of an event's words takes
_GAP = 5  # pixels between the line and its words


@dataclass(frozen=True)
class Event:
    """What happened at a moment: a line across the plot, and words beside it from `y` down, left of it if `is_late`."""

    x: float
    y: float
    day: str
    words: tuple[str, ...]
    is_late: bool = False


def events(found: Sequence[EventWords], at: Callable[[float], float], plot: float,
           beside: float = 0) -> tuple[tuple[Event, ...], float]:
    """The events, each with rows of its own for its words, and where the plot begins below them.

    found: moment, day and words of each. at: where a moment stands, in percent. plot: pixels that the plot has on the
    narrowest screen. beside: pixels right of it.
    """
    y, placed = 12.0, []
    for moment, day, words in found:
        x, rows = at(moment), tuple(wrap(words, _LETTERS))
        placed.append(Event(x, y, day, rows, _is_late(x, max(map(len, (day, *rows))), plot, beside)))
        y += (_ROW * (1 + len(rows)) + 2) * bool(day)
    return tuple(placed), y + 12


def _is_late(x: float, letters: int, plot: float, beside: float) -> bool:
    """Is there no room for so many letters right of the line, and more left of it?"""
    right = plot * (100 - x) / 100 + beside
    return right < letters * LETTER + _GAP and plot * x / 100 > right
