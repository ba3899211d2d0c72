"""Axes: round numbers, and how many labels fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10

__all__ = ["LETTER", "WIDE", "Axis", "Label", "Tick", "anchored", "axis", "gutter", "labels_of", "nice_ticks",
           "numbers", "plot_beside"]

LETTER = 6.2  # pixels that a letter of a label takes
_NARROWEST = 288  # pixels that a chart has on a screen 320 wide
_ROUND = (1, 2, 5, 10, 20, 50, 100)  # years that an axis goes by
_DIGIT = 7.2  # pixels that a digit takes
_YEAR = 4  # letters of a short label
_STEP, _MOST = 2, 12  # letters by which the room for numbers grows, and at most
_EDGE_OF_SHORT, _EDGE_OF_LONG = 2, 14  # percent from the end of an axis where a label leans on it
_BETWEEN = 5  # pixels between two labels
WIDE = 460  # pixels from which a plot shows more labels; the style sheet has the same
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
        return "start" if self.x < edge else "end" if self.x > 100 - edge else "middle"

    def ends(self, plot: float) -> tuple[float, float]:
        """Where it begins and ends on a plot that is so wide, in pixels."""
        letter = _DIGIT if self.text.isdecimal() else LETTER
        width, at = len(self.text) * letter, self.x * plot / 100
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


def axis(values: Sequence[float], base: float, plot: float, tight: bool = False) -> Axis:
    """An axis `plot` pixels high over `base` that holds `values`: from 0 or, where one is less, from below it to above
    it. A `tight` one, which shows no numbers, ends at the greatest.
    """
    scale = [min([0, *values]), max([0, *values]) or 1 - any(values)] if tight else numbers(values)

    def at(value: float) -> float:
        return base - plot * (value - scale[0]) / (scale[-1] - scale[0])

    return Axis(tuple(Tick(at(value), value) for value in scale), at)


def numbers(values: Sequence[float]) -> list[float]:
    """The round numbers of an axis that holds `values`."""
    scale = nice_ticks(max(values, default=0))
    return [-nice_ticks(-min(values))[-1], 0, scale[-1]] if min(values, default=0) < 0 else scale


def plot_beside(room: int, left: int = 0) -> float:
    """Pixels that a plot has on the narrowest screen beside room for so many letters right of it and left of it."""
    return _NARROWEST - sum(_ROOM_LETTER * letters + _ROOM_EDGE * bool(letters) for letters in (room, left))


def gutter(texts: Sequence[str]) -> int:
    """For how many letters the style sheet leaves room left of a plot, where these numbers stand there."""
    return min(_MOST, -(-max(map(len, texts), default=0) // _STEP) * _STEP)


def labels_of(labels: Sequence[str], xs: Sequence[float], plot: float) -> tuple[Label, ...]:
    """The labels that have room without touching: of many years the round ones, of others the first, last and between.

    xs: where each stands, in percent. plot: pixels that the plot has on the narrowest screen.
    """
    across = max(plot, WIDE)
    years = _round_years(labels, xs, across, plot)
    if years:
        wide, narrow = (_even(labels, xs, room, among) for room, among in zip((across, plot), years, strict=True))
    else:
        wide = _free(labels, xs, across, range(len(labels)))
        narrow = _free(labels, xs, plot, wide)
    return tuple(Label(xs[number], labels[number], number not in narrow) for number in wide)


def _round_years(labels: Sequence[str], xs: Sequence[float], across: float,
                 plot: float) -> tuple[list[int], list[int]] | None:
    """Numbers of the years to tell on a wide plot and on a narrow one; None where the labels are no years."""
    if len(labels) < 2 or not all(label.isdecimal() for label in labels):
        return None
    years = [int(label) for label in labels]
    wanted = (max(map(len, labels)) * LETTER + 2 * _BETWEEN) * 100 / max(xs[-1] - xs[0], 1) * (years[-1] - years[0])
    few = next((unit for unit in _ROUND if unit >= wanted / plot), _ROUND[-1])
    many = next(unit for unit in _ROUND if few % unit == 0 and (unit >= wanted / across or unit == few))
    base = 0 if few > 2 and any(year % few == 0 for year in years) else years[-1]
    return tuple([number for number, year in enumerate(years) if (year - base) % unit == 0] for unit in (many, few))


def _even(labels: Sequence[str], xs: Sequence[float], plot: float, among: Sequence[int]) -> list[int]:
    """Numbers of years that are evenly apart: without the first or the last where that leans on its neighbor."""
    kept, ends = list(among), [Label(xs[number], labels[number]).ends(plot) for number in among]
    if len(kept) > 1 and ends[1][0] < ends[0][1] + _BETWEEN:
        del kept[0], ends[0]
    if len(kept) > 1 and ends[-1][0] < ends[-2][1] + _BETWEEN:
        del kept[-1]
    return kept


def _free(labels: Sequence[str], xs: Sequence[float], plot: float, among: Sequence[int]) -> list[int]:
    """Those numbers of labels that touch neither the one before nor the last, which stands in any case."""
    places = {number: Label(xs[number], labels[number]).ends(plot) for number in among}
    last = among[-1] if among else None
    limit = places[last][0] - _BETWEEN if among else float("inf")
    kept, end = [], float("-inf")
    for number, (first, until) in places.items():
        if number == last or (first >= end + _BETWEEN and until <= limit):
            kept.append(number)
            end = until
    return kept


def anchored(x: float, width: float, plot: float) -> tuple[float, str]:
    """Where a text of that width stands, in percent, and its anchor, so that it stays in a plot that is so wide."""
    at = x * plot / 100
    fits = {"middle": width / 2 <= at <= plot - width / 2, "start": at + width <= plot, "end": at >= width}
    anchor = next((name for name, does in fits.items() if does), None)
    if anchor:
        return x, anchor
    return (0.0, "start") if at < plot / 2 else (100.0, "end")
