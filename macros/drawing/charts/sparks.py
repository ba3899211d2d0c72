"""Small pictures without axes, in a space 240 wide and 64 high: the shape of some numbers beside a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

__all__ = ["HEIGHT", "WIDTH", "Column", "columns", "lines", "over"]

WIDTH, HEIGHT = 240, 64
_GAP = 0.25  # of the place of a column that stays free
_LETTER = 7  # that a letter of words over a value takes
_EDGE = 2  # above the highest and below the lowest point of a line, so that its stroke is whole

Numbers = Sequence[float | None]


@dataclass(frozen=True)
class Column:
    """A column from the ground up."""

    x: float
    width: float
    height: float


def columns(values: Numbers) -> list[Column | None]:
    """A column for each number, None where it is unknown."""
    place, highest = WIDTH / len(values), _highest([values])
    return [None if value is None else Column(round(number * place, 1), round(place * (1 - _GAP), 1),
                                              round(value / highest * HEIGHT, 1))
            for number, value in enumerate(values)]


def lines(series: Sequence[Numbers]) -> list[list[list[tuple[float, float]]]]:
    """For each row of numbers its stretches without a gap, each as points; all on one scale that begins at zero."""
    highest = _highest(series)
    return [[[_point(number, value, len(values), highest) for number, value in part]
             for is_known, part in groupby(enumerate(values), lambda pair: pair[1] is not None) if is_known]
            for values in series]


def over(number: int, value: float, values: Numbers, words: str) -> tuple[float, float, str]:
    """Where words over a value stand, and their anchor: they stay within the picture."""
    highest = _highest([values])
    x, half = (number + 0.5) / len(values) * WIDTH, len(words) * _LETTER / 2
    anchor = "start" if x < half else "end" if x > WIDTH - half else "middle"
    at = {"start": 0, "middle": round(x, 1), "end": WIDTH}[anchor]
    return at, round(HEIGHT - value / highest * HEIGHT - 5, 1), anchor


def _highest(series: Sequence[Numbers]) -> float:
    """The greatest number, by which heights are scaled; 1 where all are none."""
    return max((value for values in series for value in values if value is not None), default=0) or 1


def _point(number: int, value: float, count: int, highest: float) -> tuple[float, float]:
    down = HEIGHT - _EDGE - value / highest * (HEIGHT - 2 * _EDGE)
    return round(number * WIDTH / max(count - 1, 1), 1), round(down, 1)
