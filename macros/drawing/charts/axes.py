"""Axes: round numbers, and how many labels fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

__all__ = ["Axis", "Tick", "axis", "every", "nice_ticks", "powers"]

_NARROWEST = 250  # pixels that a chart has on a screen 320 wide
_LETTER = 6.2  # pixels that a letter of a label takes


@dataclass(frozen=True)
class Tick:
    """A mark on an axis and its number."""

    at: float
    value: float


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


def every(labels: list[str]) -> int:
    """One label in how many can stand on an axis on the narrowest screen without touching the next."""
    room = _NARROWEST // (max(map(len, labels)) * _LETTER + 12)
    return max(1, ceil(len(labels) / max(1, room)))
