"""Lines over time: what each ends with stands at its end, events are marked, a gap stays a gap."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from .axes import Tick, axis, every

__all__ = ["End", "Event", "Line", "Lines", "Point", "Segment", "lines"]

Moments = Sequence[float] | None
EventWords = tuple[float, str, str]

_LETTERS = 22  # of an event's words on a line, so that half of a phone's screen holds them
_ROW = 15  # pixels that a line of an event's words takes
_APART = 17  # pixels between what stands at the ends of two lines
_EDGE = 2  # percent at both sides where the axis is no axis of time


@dataclass(frozen=True)
class Point:
    """A value of a line; hollow where it is counted on another basis than the others."""

    x: float
    y: float
    value: float
    is_hollow: bool = False


@dataclass(frozen=True)
class Segment:
    """A stretch between two neighbors; broken where one of them is hollow."""

    start: Point
    end: Point

    @property
    def is_broken(self) -> bool:
        """Does it join counts on two bases?"""
        return self.start.is_hollow or self.end.is_hollow


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
    def segments(self) -> list[Segment]:
        """Stretches between neighbors that are both known."""
        return [Segment(start, end) for start, end in pairwise(self.points) if start and end]

    @property
    def alone(self) -> list[Point]:
        """Points without a known neighbor, and hollow ones: they are drawn as dots."""
        joined = {point for part in self.segments for point in (part.start, part.end)}
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
class Event:
    """What happened at a moment: a line across the plot, and words beside it from `y` down."""

    x: float
    y: float
    day: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """A chart of lines."""

    height: float
    top: float
    base: float
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    labels: tuple[tuple[float, str], ...]
    ends: tuple[End, ...]
    events: tuple[Event, ...]


def lines(labels: Sequence[str], series: Mapping[str, Sequence[float | None]], moments: Moments = None, *,
          ends: Sequence[tuple[str, ...]] = (), hollow: Collection[int] = (), events: Sequence[EventWords] = (),
          holds: Sequence[float] = (), log: bool = False, plot: float = 220) -> Lines:
    """A chart of lines over common labels.

    moments: the year of each label, with its fraction, if the axis is one of time. ends: rows of text at the end of
    each line. hollow: numbers of labels whose values are on another basis. events: moment, day and words of each.
    holds: values that the axis must hold besides. log: powers of ten instead of an axis from 0, for values above 0.
    """
    xs = _across(len(labels), moments)
    marked, top = _events(events, moments)
    base = top + plot
    known = [value for values in series.values() for value in values if value is not None]
    scale = axis([*known, *holds], base, plot, log)
    drawn = tuple(Line(name, tuple(None if value is None else Point(x, scale.at(value), value, number in hollow)
                                   for number, (x, value) in enumerate(zip(xs, values, strict=True))))
                  for name, values in series.items())
    return Lines(base + 24, top, base, scale.ticks, drawn, _shown(labels, xs), _ends(drawn, ends, base), marked)


def _across(count: int, moments: Moments) -> list[float]:
    """Where each label stands, in percent: to the scale of time if it is one."""
    if moments is None:
        return [_EDGE + (100 - 2 * _EDGE) * number / max(1, count - 1) for number in range(count)]
    return [_at(moment, moments) for moment in moments]


def _at(moment: float, moments: Sequence[float]) -> float:
    """A moment on an axis that begins half a year before the first and ends half a year after the last."""
    first, last = moments[0] - 0.5, moments[-1] + 0.5
    return 100 * (moment - first) / (last - first)


def _shown(labels: Sequence[str], xs: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """The labels that have room; of many years those that end a half or a whole decade."""
    step = every(list(labels))
    are_years = step > 2 and all(label.isdecimal() for label in labels)
    return tuple((x, label) for number, (x, label) in enumerate(zip(xs, labels, strict=True))
                 if (int(label) % (10 if step > 5 else 5) == 0 if are_years else number % step == 0))


def _events(events: Sequence[EventWords], moments: Moments) -> tuple[tuple[Event, ...], float]:
    """The events, each with rows of its own for its words, and where the plot begins below them."""
    y, placed = 12.0, []
    for moment, day, words in events:
        rows = tuple(wrap(words, _LETTERS)) if words else ()
        placed.append(Event(_at(moment, moments or (0, 1)), y, day, rows))
        y += (_ROW * (1 + len(rows)) + 2) * bool(day)
    return tuple(placed), y + 12


def _ends(drawn: Sequence[Line], texts: Sequence[tuple[str, ...]], base: float) -> tuple[End, ...]:
    """What stands at the ends, pushed apart from the lowest up."""
    placed, below = [], base + _APART
    known = [(number, line.known[-1].y, rows) for number, (line, rows) in enumerate(zip(drawn, texts, strict=False), 1)
             if line.known]
    for number, y, rows in sorted(known, key=lambda one: -one[1]):
        below = min(y + 4, below - _APART - _ROW * (len(rows) - 1))
        placed.append(End(number, below, rows))
    return tuple(sorted(placed, key=lambda end: end.number))
