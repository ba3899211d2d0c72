"""Lines over time: what each ends with stands at its end, events are marked, a gap stays a gap."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .axes import LETTER, Label, Tick, anchored, axis, labels_of, plot_beside
from .events import Event, EventWords
from .events import events as placed_events

__all__ = ["End", "Line", "Lines", "Point", "Stretch", "lines"]

Moments = Sequence[float] | None

_ROW = 15  # pixels that a row of text takes
_APART = 17  # pixels between what stands at the ends of two lines
_PANEL = 156  # pixels that a small drawing is wide at least
_ASIDE = 4  # pixels between words and the line of an event
_SEVERAL = 3  # years from which an axis of months shows the years
_EDGE = 2  # percent at both sides where the axis is no axis of time


@dataclass(frozen=True)
class Point:
    """A value of a line; hollow where it is counted on another basis than the others."""

    x: float
    y: float
    value: float
    is_hollow: bool = False


@dataclass(frozen=True)
class Stretch:
    """Neighboring points to join; broken where counts on two bases are joined."""

    points: tuple[Point, ...]
    is_broken: bool


@dataclass(frozen=True)
class Line:
    """One line: its name and points, None where nothing is known."""

    name: str
    points: tuple[Point | None, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that there are."""
        return tuple(point for point in self.points if point)

    @property
    def alike(self) -> tuple[Point, ...]:
        """The points to compare: those on one basis, all where none is; a part of a year is no year's value."""
        return tuple(point for point in self.known if not point.is_hollow) or self.known

    @property
    def stretches(self) -> list[Stretch]:
        """What to draw in one go: neighbors that are known, all joined alike."""
        pairs = [(start, end) for start, end in pairwise(self.points) if start and end]
        stretches: list[Stretch] = []
        for start, end in pairs:
            is_broken, last = start.is_hollow or end.is_hollow, stretches[-1] if stretches else None
            if last and last.points[-1] is start and last.is_broken == is_broken:
                stretches[-1] = Stretch((*last.points, end), is_broken)
            else:
                stretches.append(Stretch((start, end), is_broken))
        return stretches

    @property
    def alone(self) -> list[Point]:
        """Points without a known neighbor, and hollow ones: they are drawn as dots."""
        joined = {point for part in self.stretches for point in part.points}
        return [point for point in self.known if point.is_hollow or point not in joined]

    @property
    def peak(self) -> Point:
        """The point of its greatest value."""
        return min(self.known, key=lambda point: point.y)


@dataclass(frozen=True)
class End:
    """What stands at the end of a line: which line, how far down, and its rows of text."""

    number: int
    y: float
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """A chart of lines."""

    height: float
    top: float
    base: float
    zero: float  # where the line of the axis stands: over the base where a value is below 0
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    ends: tuple[End, ...]
    events: tuple[Event, ...]
    uneven: tuple[float, ...] = ()  # where its points stand, in percent, if not evenly apart

    def peak_words(self, words: str) -> tuple[float, str]:
        """Where such words over the peak of the one line of a small drawing stand, in percent, and their anchor: clear
        of the lines of events, which begin at the top, where there is room.
        """
        peak, width = self.lines[0].peak, len(words) * LETTER
        wanted = anchored(peak.x, width, _PANEL)
        lines = [event.x * _PANEL / 100 for event in self.events if peak.y > self.top]
        beside = [(100 * (x + side * _ASIDE) / _PANEL, anchor) for x in lines
                  for side, anchor in ((1, "start"), (-1, "end"))]
        spans = {place: _span(*place, width) for place in (wanted, *sorted(beside, key=lambda at: abs(at[0] - peak.x)))}
        return next((place for place, (first, last) in spans.items() if first >= 0 and last <= _PANEL
                     and not any(first < x < last for x in lines)), wanted)


def _span(x: float, anchor: str, width: float) -> tuple[float, float]:
    """Where words of that width begin and end in the narrowest small drawing, in pixels."""
    first = x * _PANEL / 100 - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return first, first + width


def lines(labels: Sequence[str], series: Mapping[str, Sequence[float | None]], moments: Moments = None, *,
          ends: Sequence[tuple[str, ...]] = (), hollow: Collection[int] = (), events: Sequence[EventWords] = (),
          holds: Sequence[float] = (), tight: bool = False, plot: float = 220, room: int = 0, left: int = 0) -> Lines:
    """A chart of lines over common labels.

    moments: the year of each label, with its fraction, if the axis is one of time. ends: rows of text at the end of
    each line. hollow: numbers of labels whose values are on another basis. events: moment, day and words of each.
    holds: values that the axis must hold besides. tight: the axis ends at the greatest value. room, left: letters right
    and left of the plot.
    """
    xs, narrow = _across(len(labels), moments), plot_beside(room, left)
    marked, top = placed_events(events, lambda moment: _at(moment, moments or (0, 1)), narrow,
                                plot_beside(0, left) - narrow)
    base = top + max(plot, sum(map(_high, ends)))
    known = [value for values in series.values() for value in values if value is not None]
    scale = axis([*known, *holds], base, base - top, tight)
    drawn = tuple(Line(name, tuple(None if value is None else Point(x, scale.at(value), value, number in hollow)
                                   for number, (x, value) in enumerate(zip(xs, values, strict=True))))
                  for name, values in series.items())
    return Lines(base + 24, top, base, scale.at(0), scale.ticks, drawn,
                 _labels(labels, xs, moments, narrow), _ends(drawn, ends, top, base), marked,
                 tuple(xs) if _is_uneven(xs) else ())


def _is_uneven(xs: Sequence[float]) -> bool:
    gaps = [after - before for before, after in pairwise(xs)]
    return bool(gaps) and max(gaps) > 1.1 * min(gaps)


def _labels(labels: Sequence[str], xs: Sequence[float], moments: Moments, plot: float) -> tuple[Label, ...]:
    """What stands under the axis: its labels, or the years where it has months or days of several years."""
    if moments is None or all(map(str.isdecimal, labels)) or moments[-1] - moments[0] < _SEVERAL:
        return labels_of(labels, xs, plot)
    years = range(int(moments[0]) - 1, int(moments[-1]) + 2)
    there = {str(year): at for year in years if 0 <= (at := _at(year + 0.5, moments)) <= 100}
    return labels_of([*there], [*there.values()], plot)


def _across(count: int, moments: Moments) -> list[float]:
    """Where each label stands, in percent: to the scale of time if it is one."""
    if moments is None:
        return [_EDGE + (100 - 2 * _EDGE) * number / max(1, count - 1) for number in range(count)]
    return [_at(moment, moments) for moment in moments]


def _at(moment: float, moments: Sequence[float]) -> float:
    """A moment on an axis that begins half a year before the first and ends half a year after the last."""
    first, last = moments[0] - 0.5, moments[-1] + 0.5
    return 100 * (moment - first) / (last - first)


def _high(rows: Sequence[str]) -> float:
    """Pixels that what stands at an end takes."""
    return _APART + _ROW * (len(rows) - 1)


def _ends(drawn: Sequence[Line], texts: Sequence[tuple[str, ...]], top: float, base: float) -> tuple[End, ...]:
    """What stands at the ends: pushed apart from the lowest up, and from the top down again where they pass it."""
    known = [(line.known[-1].y, number, rows)
             for number, (line, rows) in enumerate(zip(drawn, texts, strict=False), 1) if line.known]
    placed, below, above = [], base + _APART, top + 4
    for y, number, rows in sorted(known, reverse=True):
        below = min(y + 4, below - _high(rows))
        placed.append(End(number, below, rows))
    kept = []
    for end in reversed(placed):
        kept.append(End(end.number, max(end.y, above), end.rows))
        above = kept[-1].y + _high(end.rows)
    return tuple(sorted(kept, key=lambda end: end.number))
