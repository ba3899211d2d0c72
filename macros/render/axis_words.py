"""Numbers of an axis, over columns and in a column of a table: the unit stands once, the numbers bare on its scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..records.schema.units import OWN_UNITS
from ..records.schema.units import unit as unit_of
from .formats import number, quantity, short, smaller
from .languages import other_language

__all__ = ["Scale", "after_the_first", "bare", "over_columns", "scale_of", "unit_words"]

_SIZES = ((1_000_000_000, "billion"), (1_000_000, "million"))
_SIZE = re.compile(r"^ (?:billion|million)")
_LEAST = 0.1  # on the scale of an axis: what is less says little in its numbers
_ALWAYS = ("percent", None, *OWN_UNITS)  # units that each number has itself


@dataclass(frozen=True)
class Scale:
    """A scale of numbers: by what a value is divided, and the words that say the unit, if the numbers do not."""

    unit: str | None
    size: float = 1
    words: str = ""

    def text(self, value: float) -> str:
        """A value as a number of the axis."""
        bare = round(value / self.size, 10)
        return quantity(bare, self.unit) if self.unit in _ALWAYS else number(bare)


def scale_of(values: Sequence[float], unit: str | None) -> Scale:
    """The scale of an axis that holds `values`: `$ billion` above $1,000 million, `million people` from a million."""
    largest = max(map(abs, values), default=0)
    if unit in _ALWAYS:
        return Scale(unit)
    if unit == "usd-million" and largest > 1000:
        return Scale(unit, 1000, unit_words("usd-billion"))
    least, named = smaller(largest, unit)
    size = largest / least if largest else 1
    times, word = next((found for found in _SIZES if least >= found[0] and not other_language()), (1, ""))
    return Scale(unit, size * times, unit_words(named, word))


def unit_words(unit: str | None, word: str = "") -> str:
    """A unit without a number: `$ million`, `deaths`, `million people`; "" where each number has it itself."""
    if unit in _ALWAYS:
        return ""
    before, after = _around(unit)
    return " ".join(f"{before} {word}{after}".split())


def over_columns(values: Sequence[float | None], unit: str | None, scale: Scale) -> list[str]:
    """What stands over each column: its number on the axis; where one is next to none there, each as `4.12 million`."""
    known = [abs(value) / scale.size for value in values if value]
    if unit in _ALWAYS or not known or min(known) >= _LEAST:
        return ["" if value is None else scale.text(float(f"{value:.3g}")) for value in values]
    return ["" if value is None else bare(value, unit) for value in values]


def after_the_first(values: Sequence[float | None], unit: str | None) -> list[str]:
    """What stands beside each bar: the first says the unit, the others their number only; "" where it is unknown."""
    first = next((number for number, value in enumerate(values) if value is not None), None)
    return ["" if value is None else short(value, unit) if number == first else bare(value, unit)
            for number, value in enumerate(values)]


def bare(value: float, unit: str | None) -> str:
    """A value in words without what is counted: `4.12 million` of tonnes, but `$4.12 million`."""
    told = short(value, unit)
    if unit in _ALWAYS or other_language():
        return told
    _, after = unit_of(smaller(value, unit)[1]).around(abs(float(f"{value:.3g}")))
    return told.removesuffix(_SIZE.sub("", after))


def _around(unit: str) -> tuple[str, str]:
    """What stands before and behind many."""
    language = other_language()
    return unit_of(unit, language.tag if language else "en").around(5)
