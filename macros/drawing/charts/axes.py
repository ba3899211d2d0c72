"""Axes: round numbers, and how many labels fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

__all__ = ["LETTER", "Axis", "Label", "Tick", "anchored", "axis", "every", "labels_of", "nice_ticks", "plot_beside",
           "powers"]

LETTER = 6.2  # pixels that a letter of a label takes
_NARROWEST = 288  # pixels that a chart has on a screen 320 wide
_ROUND = (5, 10, 20, 50, 100)  # years that an axis goes by
_YEAR = 4  # letters of a short label
_EDGE_OF_SHORT, _EDGE_OF_LONG = 4, 14  # percent from the end of an axis where a label leans on it
_BETWEEN = 5  # pixels between two labels
_WIDE = 460  # pixels from which a plot shows more labels; the style sheet has the same
_ROOM_LETTER, _ROOM_EDGE = 6.7, 12  # pixels of a letter in the room beside a plot, and at its edge


@dataclass(frozen=True)
class Tick:
    """A mark on an axis and its number."""

    at: float
    value: float


@dataclass(frozen=True)
class Label:
    """A label under an axis: where it stands, in percent, its anchor, and if only a wide plot has room for it."""

    x: float
    text: str
    is_wide: bool = False

    @property
    def anchor(self) -> str:
        """Its anchor: near the ends of an axis a label stays within them."""
        edge = _EDGE_OF_LONG if len(self.text) > _YEAR else _EDGE_OF_SHORT
        return "start" if self.x < edge else "end" if self.x > 100 - edge and len(self.text) > _YEAR else "middle"

    def ends(self, plot: float) -> tuple[float, float]:
        """Where it begins and ends on a plot that is so wide, in pixels."""
        width, at = len(self.text) * LETTER, self.x * plot / 100
        first = at - width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        return first, first + width


@dataclass(frozen=True)
class Axis:
    """An axis of values: its ticks, and where a value stands, in pixels from the top."""

    ticks: tuple[Tick, ...]
    at: Callable[[float], float]


def nice_ticks(largest: float, count: int = 4) -> list[float]:
    """Round numbers from 0 to at least `largest`, about `count` steps of 1, 2, 2.5 or 5 × 10ⁿ."""
    if largest <= 0:
        return [0, 1]
    rough = largest / count
    power = 10 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    ticks = [0.0]
    while ticks[-1] < largest:
        ticks.append(round(ticks[-1] + step, 10))
    return ticks


def powers(least: float, largest: float) -> list[float]:
    """Powers of ten that hold the values between `least` and `largest`, which are above 0."""
    first = floor(log10(least))
    return [10.0 ** power for power in range(first, max(ceil(log10(largest)), first + 1) + 1)]


def axis(values: list[float], base: float, plot: float, log: bool = False) -> Axis:
    """An axis `plot` pixels high over `base` that holds `values`: from 0, or by powers of ten if `log`."""
    if log:
        scale = powers(min(values), max(values))
        first, span = log10(scale[0]), log10(scale[-1] / scale[0])
        return _axis(scale, lambda value: base - plot * (log10(value) - first) / span)
    scale = nice_ticks(max(values, default=0))
    return _axis(scale, lambda value: base - plot * value / scale[-1])


def _axis(scale: list[float], at: Callable[[float], float]) -> Axis:
    return Axis(tuple(Tick(at(value), value) for value in scale), at)


def plot_beside(room: int) -> float:
    """Pixels that a plot has on the narrowest screen beside room for so many letters."""
    return _NARROWEST - _ROOM_LETTER * room - _ROOM_EDGE * bool(room)


def every(labels: Sequence[str], plot: float = _NARROWEST) -> int:
    """One label in how many can stand on an axis `plot` pixels wide without touching the next."""
    return max(1, ceil(len(labels) * (max(map(len, labels)) * LETTER + 12) / plot))


def labels_of(labels: Sequence[str], xs: Sequence[float], plot: float) -> tuple[Label, ...]:
    """The labels that have room; of many years the round ones.

    xs: where each stands, in percent. plot: pixels that the plot has on the narrowest screen.
    """
    across = max(plot, _WIDE)
    wide = _free(labels, xs, across, _spread(labels, range(len(labels)), every(labels, across)))
    step = ceil(every(labels, plot) / (wide[1] - wide[0] if wide[1:] else 1))
    narrow = _free(labels, xs, plot, _spread(labels, wide, step))
    return tuple(Label(xs[number], labels[number], number not in narrow) for number in wide)


def _free(labels: Sequence[str], xs: Sequence[float], plot: float, among: Sequence[int]) -> list[int]:
    """Those numbers of labels that do not touch the one before: moments may lie close together."""
    kept, end = [], float("-inf")
    for number in among:
        first, last = Label(xs[number], labels[number]).ends(plot)
        if first >= end + _BETWEEN:
            kept.append(number)
            end = last
    return kept


def _spread(labels: Sequence[str], among: Sequence[int], step: int) -> list[int]:
    """One number in `step` among those of labels; of years rather the round ones."""
    span = step * (among[1] - among[0] if among[1:] else 1)
    if span > 2 and step > 1 and all(label.isdecimal() for label in labels):
        unit = next((years for years in _ROUND if years >= span), span)
        round_years = [number for number in among if int(labels[number]) % unit == 0]
        if round_years:
            return round_years
    return list(among)[::step]


def anchored(x: float, width: float, plot: float) -> tuple[float, str]:
    """Where a text of that width stands, in percent, and its anchor, so that it stays in a plot that is so wide."""
    at = x * plot / 100
    fits = {"middle": width / 2 <= at <= plot - width / 2, "start": at + width <= plot, "end": at >= width}
    anchor = next((name for name, does in fits.items() if does), None)
    if anchor:
        return x, anchor
    return (0.0, "start") if at < plot / 2 else (100.0, "end")
