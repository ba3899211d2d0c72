"""Columns over a row of labels, and bars under labels or beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from .axes import LETTER, WIDE, Label, Tick, axis, labels_of, plot_beside
from .events import Event, EventWords
from .events import events as placed_events

__all__ = ["Bar", "Bars", "Column", "Columns", "Group", "bars", "bars_beside", "columns", "room"]

_STEP = 4  # letters by which the room beside bars grows
_MOST = 28  # letters for which there is room
_TOP = 24.0  # pixels above and below the plot
_FEW = 8  # columns whose values all stand there, if they have room
_ROW = 15  # pixels that a row of text takes
_BASE = 12  # pixels from the top of such a row to the line on which its letters stand
_HALF = 0.38  # of a column, in slots
_APART = 4  # pixels between two values
_LABEL = 48  # letters of a label on a line above its bars
_BESIDE = (12, 20, 28)  # letters beside bars for which the style sheet leaves room
_BETWEEN = 13  # pixels between groups whose labels stand beside them
_THICK, _THIN = 14, 11  # pixels of a bar beside its label: alone, and with others


@dataclass(frozen=True)
class Column:
    """A column of a chart by year; `value` is None where nothing is known."""

    label: str
    value: float | None
    x: float
    width: float
    y: float
    height: float
    told: tuple[float, str] | None = None  # where its value stands, and the anchor, if it is told
    is_hollow: bool = False  # counted on another basis than the others
    is_wide: bool = False  # its value stands there on a wide plot only


@dataclass(frozen=True)
class Columns:
    """A chart of columns."""

    height: float
    top: float
    base: float
    ticks: tuple[Tick, ...]
    columns: tuple[Column, ...]
    labels: tuple[Label, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Bar:
    """One bar: which series it belongs to, its value, and where it lies; no width where nothing is known."""

    series: int
    value: float | None
    y: float
    width: float


@dataclass(frozen=True)
class Group:
    """Bars of one row: the lines of its label, where the first stands, and if it is on another basis than others."""

    label: tuple[str, ...]
    y: float
    bars: tuple[Bar, ...]
    is_hollow: bool


@dataclass(frozen=True)
class Bars:
    """A chart of labelled groups of bars; `room` is how many letters must fit beside the longest, and `left` how many
    left of the bars, where labels stand beside them.
    """

    height: float
    thickness: float
    room: int
    groups: tuple[Group, ...]
    left: int = 0


def columns(points: Sequence[tuple[str, float | None]], hollow: Collection[int] = (), plot: float = 220, *,
            moments: Sequence[float] = (), events: Sequence[EventWords] = (), letters: int = 6,
            left: int = 0) -> Columns:
    """A chart of one column for each point, in the order given.

    hollow: numbers of points on another basis. moments: the year of each point, with its fraction. events: moment,
    day and words of each. letters: of the longest value. left: letters left of the plot, for the numbers of the axis.
    """
    across, slot = plot_beside(0, left), 100 / len(points)
    marked, top = placed_events(events, lambda moment: _between(moment, moments, slot), across)
    base = top + plot
    scale = axis([value for _, value in points if value is not None], base, plot)
    xs = [(number + 0.5) * slot for number in range(len(points))]
    spots = [(x, scale.at(value or 0)) for x, (_, value) in zip(xs, points, strict=True)]
    told, wide = (_told([value for _, value in points], spots, letters * LETTER, plot) for plot in (across, WIDE))
    words = {number: _over(xs[number], letters * LETTER, across, slot) for number in told | wide}
    drawn = tuple(Column(label, value, x - slot * _HALF, 2 * slot * _HALF, y, base - y,
                         words.get(number), number in hollow, number not in told)
                  for number, ((label, value), (x, y)) in enumerate(zip(points, spots, strict=True)))
    labels = labels_of([label for label, _ in points], xs, across)
    return Columns(base + _TOP, top, base, scale.ticks, drawn, labels, marked)


def _over(x: float, width: float, plot: float, slot: float) -> tuple[float, str]:
    """Where a value over a column stands: in its middle, or near an edge of the plot flush with the column's side."""
    at = x * plot / 100
    if at + width / 2 > plot + _TOP / 2:
        return x + slot * _HALF, "end"
    return (x - slot * _HALF, "start") if at < width / 2 - _TOP / 2 else (x, "middle")


def _between(moment: float, moments: Sequence[float], slot: float) -> float:
    """Where a moment stands among columns, which are equally wide even where years are left out."""
    after = bisect_right(moments, moment)
    around = [moments[0] - 1, *moments, moments[-1] + 1]
    first, last = around[after], around[after + 1]
    return min(100.0, max(0.0, slot * (after - 0.5 + (moment - first) / (last - first))))


def _told(values: Sequence[float | None], spots: Sequence[tuple[float, float]], width: float, plot: float) -> set[int]:
    """Numbers of the columns whose values are told with room: of a few all, newest first, else last, most, least."""
    known = [number for number, value in enumerate(values) if value is not None]
    wanted = [*known[-1:], *sorted(known, key=lambda number: -values[number])[:1],
              *_clear(known[::-1] if len(values) <= _FEW else sorted(known, key=lambda number: -spots[number][1])[:1],
                      spots, (width / 2 - _APART) * 100 / plot + _HALF * 100 / len(values))]
    told: list[int] = []
    for number in wanted:
        if all(_are_apart(spots[number], spots[other], width, plot) for other in told if other != number):
            told.append(number)
    return set(told)


def _clear(numbers: Sequence[int], spots: Sequence[tuple[float, float]], reach: float) -> list[int]:
    """Those of the columns over which a value would not lie on a higher column, less than `reach` percent away."""
    return [number for number in numbers if all(
        abs(x - spots[number][0]) >= reach or y >= spots[number][1] - _APART for x, y in spots)]


def _are_apart(one: tuple[float, float], other: tuple[float, float], width: float, plot: float) -> bool:
    return abs(one[0] - other[0]) * plot / 100 >= width + _APART or abs(one[1] - other[1]) >= _ROW


def bars(groups: Sequence[tuple[str, Sequence[float | None]]], letters: int = 6, thickness: float = 12,
         hollow: Collection[int] = ()) -> Bars:
    """A chart of one group of bars for each label; values have so many letters at most, `hollow` are numbers of groups
    on another basis. Widths are percents of the room that the style sheet leaves beside the values.
    """
    largest = max((value for _, values in groups for value in values if value is not None), default=0) or 1
    y, drawn = 0.0, []
    for number, (label, values) in enumerate(groups):
        lines = tuple(wrap(label, _LABEL)) or ("",)
        first = y + 7 + _ROW * len(lines)
        rows = tuple(Bar(series, value, first + series * (thickness + 3), 100 * (value or 0) / largest)
                     for series, value in enumerate(values))
        drawn.append(Group(lines, y + _ROW, rows, number in hollow))
        y = first + len(values) * (thickness + 3) + 8
    return Bars(y, thickness, room(letters), tuple(drawn))


def bars_beside(groups: Sequence[tuple[str, Sequence[float | None]]], letters: int = 6,
                hollow: Collection[int] = ()) -> Bars:
    """The chart that `bars` draws, for a plot wide enough to hold the labels left of the bars."""
    above = bars(groups, letters, _THICK if max(len(values) for _, values in groups) == 1 else _THIN, hollow)
    labels = [tuple(wrap(label, _BESIDE[-1])) or ("",) for label, _ in groups]
    y, drawn = 0.0, []
    for group, lines in zip(above.groups, labels, strict=True):
        tall = max(group.bars[-1].y - group.bars[0].y + above.thickness, _ROW * len(lines))
        drawn.append(_beside(group, lines, y + tall / 2, above.thickness))
        y += tall + _BETWEEN
    longest = max(len(line) for lines in labels for line in lines)
    left = next(letters for letters in _BESIDE if letters >= longest)
    return replace(above, height=y, groups=tuple(drawn), left=left)


def _beside(group: Group, lines: tuple[str, ...], middle: float, thickness: float) -> Group:
    """A group whose label and bars have one middle, so many pixels from the top."""
    down = middle - (group.bars[0].y + group.bars[-1].y + thickness) / 2
    moved = tuple(replace(bar, y=bar.y + down) for bar in group.bars)
    return replace(group, label=lines, y=middle - _ROW * len(lines) / 2 + _BASE, bars=moved)


def room(letters: int) -> int:
    """For how many letters the style sheet leaves room, where so many are needed."""
    return min(_MOST, -(-letters // _STEP) * _STEP)
