"""Conversions between units of mass and of content, each with the factor that it uses.

Uranium is counted as U or as U3O8, tungsten as W or as WO3, and ore by its gross weight. A figure
in one of them is not a figure in another.
"""

from __future__ import annotations

__all__ = ["kilograms", "metal_in_rock", "rock_for_metal", "share", "tonnes",
           "tonnes_of_uranium", "tungsten", "uranium"]

U_IN_U3O8 = 0.848
W_IN_WO3 = 0.793
KG_IN_POUND = 0.45359237


def uranium(u3o8: float) -> float:
    """Uranium in a mass of U3O8: 0.848 by weight (3 × 238.03 of 842.09 atomic mass units)."""
    return u3o8 * U_IN_U3O8


def tungsten(trioxide: float) -> float:
    """Tungsten in a mass of WO3: 0.793 by weight (USGS Minerals Yearbook, tungsten)."""
    return trioxide * W_IN_WO3


def kilograms(pounds: float) -> float:
    """Kilograms in avoirdupois pounds: 0.45359237 each, by definition."""
    return pounds * KG_IN_POUND


def tonnes(pounds: float) -> float:
    """Metric tonnes in pounds."""
    return kilograms(pounds) / 1000


def tonnes_of_uranium(million_pounds_u3o8: float) -> float:
    """Tonnes of uranium in millions of pounds of U3O8 equivalent, the unit of the EIA."""
    return uranium(tonnes(million_pounds_u3o8 * 1_000_000))


def metal_in_rock(tonnes_of_rock: float, grams_per_tonne: float) -> float:
    """Tonnes of metal in a mass of rock of a grade: a gram in a tonne is a millionth."""
    return tonnes_of_rock * grams_per_tonne / 1_000_000


def rock_for_metal(tonnes_of_metal: float, grams_per_tonne: float) -> float:
    """Tonnes of rock that hold a mass of metal at a grade."""
    return tonnes_of_metal * 1_000_000 / grams_per_tonne


def share(part: float, whole: float) -> float:
    """`part` in percent of `whole`: whole percent, or one decimal below one percent."""
    percent = 100 * part / whole
    return round(percent, 1) if percent < 1 else float(round(percent))
