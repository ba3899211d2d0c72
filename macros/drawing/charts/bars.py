"""Columns over a row of labels, and bars beside labels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .axes import Tick, axis, every

__all__ = ["Bar", "Bars", "Column", "Columns", "bars", "columns", "room"]

_STEP = 4  # letters by which the room beside bars grows
_MOST = 28  # letters for which there is room
_TOP = 24.0  # pixels above and below the plot
_FEW = 6  # columns whose values all stand there


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
    is_hollow: bool = False  # counted on another basis than the others


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


def columns(points: list[tuple[str, float | None]], hollow: Collection[int] = (), plot: float = 220) -> Columns:
    """A chart of one column for each point, in the order given; `hollow` are numbers of points on another basis."""
    known = [value for _, value in points if value is not None]
    base = _TOP + plot
    scale, slot, step = axis(known, base, plot), 100 / len(points), every([label for label, _ in points])
    told = {max(known, default=0), min(known, default=0)}
    drawn = []
    for number, (label, value) in enumerate(points):
        y = scale.at(value or 0)
        is_told = value is not None and (value in told or number == len(points) - 1 or len(points) <= _FEW)
        drawn.append(Column(label, value, number * slot + slot * 0.12, slot * 0.76, y, base - y, number % step == 0,
                            is_told, number in hollow))
    return Columns(base + _TOP, base, scale.ticks, tuple(drawn))


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
    return Bars(y, thickness, room(letters), tuple(drawn))


def room(letters: int) -> int:
    """For how many letters the style sheet leaves room, where so many are needed."""
    return min(_MOST, -(-letters // _STEP) * _STEP)
