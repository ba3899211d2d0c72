"""The language of the page that is being written: its numbers, dates and plurals, from the tables of Unicode CLDR."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal

from ..records.schema.periods import Period, parse_period

__all__ = ["Language", "other_language", "written_in"]

_SKELETONS = ("y", "yMMMM", "yMMMMd")  # by the parts of a date that are known
_tag: ContextVar[str] = ContextVar("language of the page", default="en")


@contextmanager
def written_in(tag: str) -> Iterator[None]:
    """What is printed inside, is printed in the language `tag`."""
    token = _tag.set(tag)
    try:
        yield
    finally:
        _tag.reset(token)


def other_language() -> Language | None:
    """The language of the page, unless it is English, which has rules of our own."""
    return None if _tag.get() == "en" else Language(_tag.get())


@dataclass(frozen=True)
class Language:
    """A language by its tag, as in `ru` or `zh-Hans`."""

    tag: str

    @property
    def _locale(self) -> str:
        return self.tag.replace("-", "_")

    def number(self, value: float) -> str:
        """1234567.5 as `1 234 567,5`."""
        return format_decimal(value, locale=self._locale, decimal_quantization=False)

    def compact(self, value: float) -> str:
        """1100000 as `1,1 миллиона`."""
        return format_compact_decimal(value, format_type="long", fraction_digits=2, locale=self._locale)

    def day(self, value: date) -> str:
        """A day as `6 ноября 2025 г.`."""
        return format_date(value, "long", locale=self._locale)

    def period(self, value: Period | str) -> str:
        """A period as `2023`, `май 2025 г.` or `4–5 мая 2025 г.`."""
        known = parse_period(value)
        first, *last = known.text.split("/")
        start, end = _SKELETONS[first.count("-")], _SKELETONS[(last or [first])[0].count("-")]
        if known.is_range and start == end:
            return format_interval(known.start, known.end, start, locale=self._locale)
        ends = [(known.start, start), (known.end, end)][:len(last) + 1]
        return " – ".join(self._part(day, skeleton) for day, skeleton in ends)

    def _part(self, value: date, skeleton: str) -> str:
        is_day = skeleton == _SKELETONS[2]
        return self.day(value) if is_day else format_skeleton(skeleton, value, locale=self._locale)
