"""Periods and days: what a date may say, and how it is read."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ..scalars import YEARS, no_day

__all__ = ["Period", "day_meant", "is_future", "parse_day", "parse_period"]

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z", re.ASCII)
_SHORT = re.compile(r"([12]\d{3})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_FIRST_DAY = 2000  # year; days of work on a site are not older
_DASH = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = rf"(?:{'|'.join(_MONTHS)})[a-z]*"
_IN_WORDS = re.compile(rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{_NAME})|(?P<first>{_NAME}) (?P<second>\d{{1,2}}),?) "
                       r"(?P<year>\d{4})", re.I | re.ASCII)


@dataclass(frozen=True, order=True)
class Period:
    """A year, a month, a day, or a range of them; `text` is how the editor wrote it."""

    start: date
    end: date
    text: str

    @property
    def is_range(self) -> bool:
        return "/" in self.text


def parse_period(value: object) -> Period:
    """A `Period` from `2023`, `2023-12`, `2023-12-20` or `1973/1986`; ValueError otherwise."""
    if isinstance(value, Period):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ValueError(f"{value!r} is not a date")
    first, slash, last = str(value).partition("/")
    if slash and not (first and last):
        raise ValueError(f"{value!r} is a range without an end; write both ends, as in 1973/1986")
    start, end = _span(first), _span(last if slash else first)
    if slash and end[1] < start[0]:
        raise ValueError(f"the range {value} ends before it starts")
    return Period(start[0], end[1], str(value))


def parse_day(value: object) -> date:
    """A calendar day from `2023-12-20`; ValueError for anything less exact."""
    if isinstance(value, date):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value), re.ASCII):
        raise ValueError(f"{value!r} is not a day written as YYYY-MM-DD{_hint(str(value), 10)}")
    day = _span(str(value))[0]
    if day.year < _FIRST_DAY:
        raise ValueError(f"{value} is before {_FIRST_DAY}, when nobody looked at this; is the year right?")
    return day


def is_future(day: date) -> bool:
    """Is the day after tomorrow, or later? Tomorrow may be today where the editor lives."""
    return day > date.today() + timedelta(days=1)


@cache
def _span(text: str) -> tuple[date, date]:
    match = _PART.match(text)
    if not match:
        raise ValueError(f"{text!r} is not a date written as YYYY, YYYY-MM or YYYY-MM-DD{_hint(text)}")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year not in YEARS:
        raise ValueError(f"the year {year:04} is none of {YEARS[0]} to {YEARS[-1]}; is it right?")
    last = 12 if month is None else month
    try:
        start = date(year, 1 if month is None else month, 1 if day is None else day)
        end = date(year, last, monthrange(year, last)[1] if day is None else day)
    except ValueError:
        raise ValueError(f"{text} is not a day in the calendar{f': {no_day(text)}' if day else ''}") from None
    return start, end


def _hint(text: str, least: int = 4) -> str:
    """The date that was meant, if it can be told and has as many characters as are wanted."""
    if _DASH.search(text):
        return "; use a plain hyphen"
    meant = _meant(text.strip())
    return f"; did you mean {meant}?" if len(meant) >= least and meant != text else ""


def day_meant(text: str) -> str:
    """The day or the month, as records have it, that a text is; "" where it is none, or a year alone."""
    meant = _meant(text.strip())
    return meant if "-" in meant else ""


def _meant(text: str) -> str:
    short = _SHORT.fullmatch(text)
    if short and not _PART.match(text):
        return "-".join(part.zfill(2) for part in short.groups() if part)
    return text if _PART.match(text) else _turned(text)


def _turned(text: str) -> str:
    """A day or a month that is written with its year last, as the site writes it; "" where which is which is unsure."""
    if found := _YEAR_LAST.fullmatch(text):
        first, mark, second, year = found.groups()
        month, day = (first, second) if mark == "/" and int(second) > 12 else (second, first)
        is_plain = mark != "/" or int(day) > 12
    elif found := _IN_WORDS.fullmatch(text):
        month = str(_MONTHS.index((found["month"] or found["first"])[:3].lower()) + 1)
        day, year, is_plain = found["day"] or found["second"], found["year"], True
    else:
        return ""
    end = f"-{day:0>2}" if day else ""
    return f"{year}-{month:0>2}{end}" if is_plain and int(month) in range(1, 13) else ""
