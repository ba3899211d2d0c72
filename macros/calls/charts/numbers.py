"""What stands at the axis of values of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...drawing.charts.axes import gutter, numbers
from ...render.axis_words import Scale, scale_of
from ...render.formats import short

__all__ = ["AxisNumbers", "axis_numbers", "known_of"]


@dataclass(frozen=True)
class AxisNumbers:
    """The scale of an axis, and the text of each of its numbers from the lowest up."""

    scale: Scale
    texts: tuple[str, ...]

    @property
    def left(self) -> int:
        """For how many letters there is room left of the plot."""
        return gutter(self.texts)


def axis_numbers(values: Sequence[float], unit: str, log: bool = False) -> AxisNumbers:
    """The numbers of an axis that holds `values`; on one of powers each has its unit."""
    at = numbers(values, log)
    if log:
        return AxisNumbers(Scale(unit), tuple(short(value, unit) for value in at))
    scale = scale_of(at, unit)
    return AxisNumbers(scale, tuple(scale.text(value) for value in at))


def known_of(series: Iterable[Iterable[float | None]]) -> list[float]:
    """Every number that is known."""
    return [value for values in series for value in values if value is not None]
