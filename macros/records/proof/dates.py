"""Dates as sources print them: English, Russian, Chinese in figures; months in French, German and Spanish too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["EVERY_YEAR", "PrintedDate", "dates", "without_days"]

EVERY_YEAR = 0  # in place of a year, for days that a law names without one
PrintedDate = tuple[int, int | None, int | None]  # year, month, day

_MONTHS = (
    "jan(?:uary|uar|v(?:ier)?)?|enero|янв(?:ар[ьяе])?", "feb(?:ruary|ruar|rero)?|févr(?:ier)?|фев(?:рал[ьяе])?",
    "mar(?:ch|zo|s)?|märz|март[ае]?", "apr(?:il)?|avr(?:il)?|abril|апр(?:ел[ьяе])?", "may(?:o)?|mai|ма[йяе]",
    "jun[ei]?|junio|juin|июн[ьяе]?", "jul[yi]?|julio|juil(?:let)?|июл[ьяе]?",
    "aug(?:ust)?|agosto|août|авг(?:уст[ае]?)?",
    "sept?(?:ember|embre|iembre)?|сент?(?:ябр[ьяе])?", "oct(?:ober|obre|ubre)?|okt(?:ober)?|окт(?:ябр[ьяе])?",
    "nov(?:ember|embre|iembre)?|нояб?(?:р[ьяе])?",
    "dec(?:ember)?|dez(?:ember)?|déc(?:embre)?|diciembre|дек(?:абр[ьяе])?")
_MONTH = "|".join(f"(?P<m{number}>{words})" for number, words in enumerate(_MONTHS, 1))
_DAYS = (r"(?P<{0}>\d{{1,2}})(?:st|[nr]?d|th|er|-?го)?"
         r"(?:\s*(?:[-\u2010-\u2015,&]|and|to|и|по)\s*(?P<{1}>\d{{1,2}})(?:st|nd|rd|th)?)?")
_NAMED = re.compile(rf"(?:(?<!\d){_DAYS.format('d1', 'd2')}\.?\s+(?:day\s+)?(?:(?:of|de)\s+)?)?\b(?:{_MONTH})\b\.?"
                    rf"(?:\s+{_DAYS.format('d3', 'd4')}(?!\d|\s*[:%]))?", re.I)
_YEAR = re.compile(r"(?<![\d.,])(1[5-9]\d\d|20\d\d)(?![\d]|[.,]\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)\s*[/\u2013-]\s*(\d\d)(?!\d|-)")
_NUMERIC = re.compile(r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?:[-/.]| ?年 ?)(?P<m>\d{1,2})(?:(?:[-/.]| ?月 ?)(?P<d>\d{1,2}))?"
                      r"|(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<z>(?:19|20)?\d\d))(?!\d|[./]\d)")
_QUARTERS = (("first|1st|i|1|перв\\w+", 1), ("second|2nd|ii|2|втор\\w+", 4), ("third|3rd|iii|3|трет\\w+", 7),
             ("fourth|4th|iv|4|четверт\\w+", 10))
_QUARTER = re.compile("|".join(rf"(?P<q{month}>\b(?:{words})[\s-]+(?:quarter|квартал\w*)|\bq{(month + 2) // 3}\b)"
                               for words, month in _QUARTERS), re.I)
_HALF = re.compile(r"(?P<h1>\b(?:first|перв\w+)[\s-]+(?:half|полугоди\w+)|\bh1\b)"
                   r"|(?P<h7>\b(?:second|втор\w+)[\s-]+(?:half|полугоди\w+)|\bh2\b)", re.I)


@lru_cache(maxsize=10_000)
def dates(text: str, year: int | None = None) -> frozenset[PrintedDate]:
    """Every date in `text`, as exact as it is printed.

    A day or a month takes the year that follows it, else one before it, else `year`: that of the
    publication, or every year.
    """
    years = [(found.start(), int(found[1])) for found in _YEAR.finditer(text)]
    found = {(said, None, None) for _, said in years} | set(_numeric(text))
    found |= {(int(match[1][:2] + match[2]), None, None) for match in _SHORT_YEAR.finditer(text)}
    for place, month, day in (*_named(text), *_parts_of_years(text)):
        if years or year is not None:
            found.add((_nearest(years, place) if years else year, month, day))
    return frozenset(found)


def without_days(text: str) -> str:
    """`text` with blanks for days and months of dates, so that the 18 of 18 July is not taken for a count."""
    for match in (*_NAMED.finditer(text), *_NUMERIC.finditer(text)):
        text = text[:match.start()] + " " * len(match[0]) + text[match.end():]
    return text


def _nearest(years: list[tuple[int, int]], place: int) -> int:
    return next((year for start, year in years if start > place), years[-1][1])


def _named(text: str) -> Iterator[tuple[int, int, int | None]]:
    """Months by name, with each of the days beside them."""
    for match in _NAMED.finditer(text):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        yield match.start(), month, None
        yield from ((match.start(), month, int(match[name])) for name in ("d1", "d2", "d3", "d4")
                    if match[name] and 1 <= int(match[name]) <= 31)


def _parts_of_years(text: str) -> Iterator[tuple[int, int, None]]:
    """The first and last month of a quarter or a half."""
    for match in _QUARTER.finditer(text):
        month = int(match.lastgroup[1:])
        yield from ((match.start(), month, None), (match.start(), month + 2, None))
    for match in _HALF.finditer(text):
        month = int(match.lastgroup[1:])
        yield from ((match.start(), month, None), (match.start(), month + 5, None))


def _century(year: int) -> int:
    return 20 if year < 50 else 19


def _numeric(text: str) -> Iterator[PrintedDate]:
    """Dates in figures; a month and a day that can be told apart by neither place nor size are given both ways."""
    for match in _NUMERIC.finditer(text):
        if match["y"]:
            orders = [(match["y"], match["m"], match["d"])]
        else:
            year = match["z"] if len(match["z"]) == 4 else f"{_century(int(match['z']))}{match['z']}"
            orders = [(year, match["b"], match["a"]), (year, match["a"], match["b"])]
        for year, month, day in orders:
            if 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= 31):
                yield int(year), int(month), int(day) if day else None
