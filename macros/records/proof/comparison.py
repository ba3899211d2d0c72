"""Does a figure stand in the words that a source prints?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ..schema.periods import Period, parse_period
from ..schema.units import OWN_UNITS, unit
from .dates import EVERY_YEAR, PrintedDate, dates
from .notations import Quantity, figures, magnitude_in, numbers, says_less

__all__ = ["Printed", "agrees", "fits", "is_rounded", "scale"]


class Printed(NamedTuple):
    """Words of a source; `year` is that of a day which has none: of the publication, or every year."""

    text: str
    year: int | None = None


_LEAST_DIGITS = 3  # of a whole number that ends in zeros, those that are taken as meant
# what a printed unit is in the unit of a record: international yard and pound (1959), and SI
_POUND, _MILE, _FOOT = Decimal("0.45359237"), Decimal("1.609344"), Decimal("0.3048")
_UNITS = (
    ("tonnes", {r"pounds?|lbs?": _POUND / 1000, r"short tons?": _POUND * 2, r"kilograms?|kg|кг": Decimal("0.001"),
                r"kilotonn?e?s?|kt": Decimal(1000)}),
    ("square-kilometers", {r"(?:square|sq\.?) mi(?:les?)?": _MILE ** 2, r"hectares?|ha|га": Decimal("0.01")}),
    ("nautical-miles", {r"kilomet(?:er|re)s?|km|км": 1 / Decimal("1.852")}),
    ("kilometers", {r"miles?|mi": _MILE, r"nautical miles?|nm": Decimal("1.852"),
                    r"met(?:er|re)s?|м": Decimal("0.001")}),
    ("meters", {r"feet|foot|ft": _FOOT, r"centimet(?:er|re)s?|cm|см": Decimal("0.01")}),
    ("days", {r"weeks?|недел\w+": Decimal(7), r"hours?|час\w*": 1 / Decimal(24)}),
    ("months", {r"years?|года?|лет": Decimal(12)}),
    ("hours", {r"days?|суток|сутки|дня|дней": Decimal(24)}),
)
_CONVERSIONS = tuple((ours, tuple((re.compile(rf"[\s-]*(?:{words})\b", re.I), factor)
                                  for words, factor in others.items())) for ours, others in _UNITS)

_EXACT = 10**15  # up to here six digits behind the point can be told


def fits(value: int | float | str, unit_name: str | None, printed: Iterable[Printed]) -> bool:
    """Is `value`, in the unit of that name, what one of the printed fragments says?

    A number may be rounded from what is printed, by the digits that it shows, but is never more exact. A date is
    printed at least as exactly. Of a text every number and date must be printed; one without either always fits.
    """
    printed = tuple(printed)
    if unit_name in ("date", "year"):
        return _dated(parse_period(value), printed)
    if isinstance(value, str):
        return all(_says(word, printed) for word in _figures(value))
    return any(_same(value, unit_name, words.text) for words in printed)


def is_rounded(value: int | float, exact: float) -> bool:
    """Is `value` the exact number, rounded to the digits that `value` shows?"""
    wanted, made = Decimal(str(value)), Decimal(str(exact))
    if abs(made) < _EXACT:
        made = round(made, 6)
    return abs(made - wanted) * 2 <= _step(wanted)


def agrees(period: Period, printed: Iterable[Printed]) -> bool:
    """Is `period` among the dates printed, as far as they go? True too where no date is printed."""
    found = [date for words in printed for date in dates(*words)]
    return not found or any(_covers(date, when) or _covers(when, date) for when in _ends(period) for date in found)


def _dated(period: Period, printed: tuple[Printed, ...]) -> bool:
    found = _all_dates(printed)
    return all(any(_covers(date, when) for date in found) for when in _ends(period))


def _all_dates(printed: tuple[Printed, ...]) -> set[PrintedDate]:
    """The dates of all fragments, and those of which day and year stand in two of them."""
    together = dates(" ".join(words.text for words in printed))
    return {date for words in printed for date in dates(*words)} | together


def _ends(period: Period) -> list[PrintedDate]:
    parts = ([int(part) for part in text.split("-")] for text in period.text.split("/"))
    return [(*part, *[None] * (3 - len(part))) for part in parts]


def _covers(printed: PrintedDate, wanted: PrintedDate) -> bool:
    """Is the one date at least as exact as the other, and the same?"""
    is_yearly = EVERY_YEAR in (printed[0], wanted[0])
    pairs = zip(wanted[is_yearly:], printed[is_yearly:], strict=True)
    return all(part is None or part == there for part, there in pairs)


def _figures(text: str) -> list[tuple[Quantity, ...] | frozenset[PrintedDate]]:
    """The numbers of a text, each with its readings, or its dates where it has any."""
    if full := frozenset(date for date in dates(text) if date[1]):
        return [frozenset({date}) for date in full if not any(_covers(other, date) for other in full - {date})]
    grouped: dict[int, list[Quantity]] = {}
    for number in figures(text):
        grouped.setdefault(number.start, []).append(number)
    return [tuple(group) for group in grouped.values()]


def _says(figure: tuple[Quantity, ...] | frozenset[PrintedDate], printed: tuple[Printed, ...]) -> bool:
    if isinstance(figure, frozenset):
        found = _all_dates(printed)
        return any(_covers(date, wanted) for wanted in figure for date in found)
    return any(_rounds(there.value, there.step, wanted.value, wanted.step)
               for wanted in figure for words in printed for there in numbers(words.text))


def _same(value: int | float, unit_name: str | None, text: str) -> bool:
    number, one = Decimal(str(value)), scale(unit_name)
    wanted, step = number * one, _step(number) * one
    for there in numbers(text):
        for factor in _factors(unit_name, text, there.end):
            compare = _rounds if factor == 1 else _converts
            if compare(there.value * factor, there.step * factor, wanted, step):
                return True
    return value < 0 and says_less(text) and _same(-value, unit_name, text)


def scale(unit_name: str | None) -> Decimal:
    """What one of a unit is, as a million for `usd-million`."""
    if unit_name is None or unit_name in OWN_UNITS:
        return Decimal(1)
    return Decimal(1).scaleb(magnitude_in(unit(unit_name).forms["other"][1]))


def _step(number: Decimal) -> Decimal:
    """The size of the last digit that counts: of 12.5 a tenth, of 1,100 ten, since three digits are taken as meant."""
    number = number.normalize() if number != number.to_integral() else number.to_integral()
    digits = str(abs(number)).replace(".", "")
    if number.as_tuple().exponent < 0:
        return Decimal(1).scaleb(number.as_tuple().exponent)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(min(zeros, max(0, len(digits) - _LEAST_DIGITS)))


def _rounds(printed: Decimal, printed_step: Decimal, wanted: Decimal, step: Decimal) -> bool:
    """Is `wanted` the printed number, or the same rounded to its own last digit?"""
    return printed == wanted or (printed_step < step and abs(printed - wanted) * 2 <= step)


def _converts(printed: Decimal, printed_step: Decimal, wanted: Decimal, step: Decimal) -> bool:
    """The same for a number in another unit, which is as exact as what was printed."""
    return abs(printed - wanted) * 2 <= max(printed_step, step)


def _factors(unit_name: str | None, text: str, place: int) -> list[Decimal]:
    """What the number that ends at `place` is to be multiplied by: 1, or a factor where another unit follows it."""
    for ours, others in _CONVERSIONS:
        if unit_name and ours in unit_name:
            return [factor for words, factor in others if words.match(text, place)] or [Decimal(1)]
    return [Decimal(1)]
