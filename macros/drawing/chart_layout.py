"""Geometry of charts. Lengths across are percent of the width, so that a chart fits any screen
with its lettering unchanged; lengths down are CSS pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

__all__ = ["Bar", "Bars", "Column", "Columns", "Dot", "Line", "Strip", "Tick", "bars", "columns",
           "line", "nice_ticks", "strip"]

_NARROWEST = 250  # pixels that a chart has on a screen 320 wide
_PILE = 160  # pixels that the events of the fullest year may pile up
_STEP = 4  # letters by which the room beside bars grows
_LETTER = 6.2  # pixels that a letter of a label takes


@dataclass(frozen=True)
class Tick:
    """A mark on an axis and its number."""

    at: float
    value: float


@dataclass(frozen=True)
class Column:
    """A column of a chart by year; `value` is None where nothing is known."""

    label: str
    value: float | None
    x: float
    width: float
    y: float
    height: float
    show_label: bool
    show_value: bool


@dataclass(frozen=True)
class Columns:
    """A chart of columns."""

    height: float
    base: float
    ticks: tuple[Tick, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Bar:
    """One bar: which series it belongs to, its value, and where it lies."""

    series: int
    value: float
    y: float
    width: float


@dataclass(frozen=True)
class Bars:
    """A chart of labelled groups of bars; `room` is how many letters must fit beside the longest."""

    height: float
    thickness: float
    room: int
    groups: tuple[tuple[str, float, tuple[Bar, ...]], ...]


@dataclass(frozen=True)
class Line:
    """A chart of lines: the points of each series, None where nothing is known."""

    height: float
    base: float
    ticks: tuple[Tick, ...]
    series: tuple[tuple[str, tuple[tuple[float, float, float] | None, ...]], ...]
    labels: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Dot:
    """An event on the strip of a timeline."""

    x: float
    y: float


@dataclass(frozen=True)
class Strip:
    """A timeline drawn to scale."""

    height: float
    base: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    radius: float


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


def _every(labels: list[str]) -> int:
    """One label in how many can stand on an axis on the narrowest screen without touching the next."""
    room = _NARROWEST // (max(map(len, labels)) * _LETTER + 12)
    return max(1, ceil(len(labels) / max(1, room)))


def columns(points: list[tuple[str, float | None]], plot: float = 220) -> Columns:
    """A chart of one column for each point, in the order given."""
    known = [value for _, value in points if value is not None]
    scale = nice_ticks(max(known, default=0))
    top, base = 24.0, 24.0 + plot
    slot = 100 / len(points)
    every = _every([label for label, _ in points])
    ends = {max(known, default=0), min(known, default=0)}
    drawn = []
    for number, (label, value) in enumerate(points):
        height = plot * (value or 0) / scale[-1]
        drawn.append(Column(label, value, number * slot + slot * 0.12, slot * 0.76, base - height,
                            height, number % every == 0,
                            value is not None and (value in ends or number == len(points) - 1 or len(points) <= 6)))
    ticks = tuple(Tick(base - plot * value / scale[-1], value) for value in scale)
    return Columns(base + top, base, ticks, tuple(drawn))


def bars(groups: list[tuple[str, list[float]]], letters: int = 6, thickness: float = 12) -> Bars:
    """A chart of one group of bars for each label; values have so many letters at most. Widths are percents of the
    room that the style sheet leaves beside the values.
    """
    largest = max((value for _, values in groups for value in values), default=0) or 1
    y, drawn = 0.0, []
    for label, values in groups:
        rows = tuple(Bar(series, value, y + 22 + series * (thickness + 3), 100 * value / largest)
                     for series, value in enumerate(values))
        drawn.append((label, y + 15, rows))
        y += 22 + len(values) * (thickness + 3) + 8
    return Bars(y, thickness, min(28, -(-letters // _STEP) * _STEP), tuple(drawn))


def line(labels: list[str], series: dict[str, list[float | None]], days: list[date] | None = None,
         plot: float = 220) -> Line:
    """A chart of lines over common labels, to the scale of time if their days are known; a gap where
    a series has no value.
    """
    known = [value for values in series.values() for value in values if value is not None]
    scale = nice_ticks(max(known, default=0))
    base = 24.0 + plot
    steps = [(day - days[0]).days for day in days] if days else range(len(labels))
    xs = [2 + 96 * step / max(1, *steps) for step in steps]
    every = max(1, len(labels) - 1) if days else _every(labels)  # days: the ends alone
    drawn = tuple((name, tuple(None if value is None else (x, base - plot * value / scale[-1], value)
                               for x, value in zip(xs, values, strict=True)))
                  for name, values in series.items())
    ticks = tuple(Tick(base - plot * value / scale[-1], value) for value in scale)
    shown = tuple((x, label) for number, (x, label) in enumerate(zip(xs, labels, strict=True))
                  if number % every == 0)
    return Line(base + 24, base, ticks, drawn, shown)


def strip(days: list[date]) -> Strip:
    """A timeline to scale: a dot for each day, those of one year piled up."""
    first, last = min(days).year, max(days).year + 1
    span = last - first
    piles: dict[int, int] = {}
    dots = []
    for day in days:
        pile = piles[day.year] = piles.get(day.year, 0) + 1
        dots.append((1 + 98 * (day.year - first + 0.5) / span, pile))
    rise = min(9.0, _PILE / max(piles.values()))
    base = 14.0 + rise * max(piles.values())
    step = 10 if span > 25 else 5 if span > 10 else 1
    ticks = tuple(Tick(1 + 98 * (year - first) / span, year) for year in range(first, last + 1)
                  if year % step == 0)
    return Strip(base + 24, base, tuple(Dot(x, base - rise * pile) for x, pile in dots), ticks,
                 min(3.5, 0.45 * rise))
