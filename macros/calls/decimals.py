"""Decimals of a column: a series that is counted to one place has `8.0` beside `8.4`, as its publisher prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..render.languages import other_language

__all__ = ["padded", "places_of"]

_NUMBER = re.compile(r"\u2212?[\d,]+(?:\.(\d+))?%?")
_MOST = 0.75  # of the figures of a column: where fewer have as many places, they were counted to different ones


def places_of(cells: Iterable[str]) -> int:
    """How many decimals the figures of a column have in common; 0 where they have none, or are no bare figures.

    YAML holds 8.0 as 8, so that what was lost there is known from the other figures only. Other languages than English
    part decimals by other signs, and keep their figures as they are.
    """
    found = [match for match in map(_NUMBER.fullmatch, cells) if match]
    places = [len(match[1] or "") for match in found]
    most = max(places, default=0)
    return most if not other_language() and places.count(most) >= _MOST * len(places) else 0


def padded(cell: str, places: int) -> str:
    """A figure with so many decimals; any other text as it stands."""
    match = _NUMBER.fullmatch(cell)
    if not match or not places or len(match[1] or "") == places:
        return cell
    figure, percent = cell.removesuffix("%"), "%" * cell.endswith("%")
    return f"{figure}{'' if match[1] else '.'}{'0' * (places - len(match[1] or ''))}{percent}"
