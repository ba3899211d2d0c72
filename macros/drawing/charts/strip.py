"""The strip of a timeline: events to scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .axes import Tick

__all__ = ["Dot", "Strip", "strip"]

_PILE = 160  # pixels that the events of the fullest year may pile up


@dataclass(frozen=True)
class Dot:
    """An event on the strip of a timeline."""

    x: float
    y: float


@dataclass(frozen=True)
class Strip:
    """A timeline drawn to scale; `marked` is where the years that are told begin and end, None where all are."""

    height: float
    base: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    radius: float
    marked: tuple[float, float] | None


def strip(days: list[date], told: tuple[int, int] | None = None) -> Strip:
    """A timeline to scale: a dot for each day, those of one year piled up; `told` are the years to mark, if not all."""
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
                 min(3.5, 0.45 * rise), _marked(told or (first, last - 1), first, span))


def _marked(told: tuple[int, int], first: int, span: int) -> tuple[float, float] | None:
    if told[1] - told[0] + 1 >= span:
        return None
    return 1 + 98 * (told[0] - first) / span, 1 + 98 * (told[1] + 1 - first) / span
