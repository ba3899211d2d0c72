"""Numbers, units, dates and text as they stand on a page, in the language in which it is written."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from markupsafe import Markup

from ..records.schema.periods import Period
from ..records.schema.settings import settings
from ..records.schema.units import names as units_there
from ..records.schema.units import unit as unit_of
from .languages import other_language

__all__ = ["MISSING", "as_of", "cell_text", "day", "exact", "markdown", "number", "period", "quantity", "rounded",
           "short", "slug", "smaller", "spoken", "stop"]

MISSING = "—"
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"]
_ESCAPES = {ord(char): "\\" + char for char in "\\`*_{}[]|"}
_ESCAPES |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_SPELLED = dict(enumerate("no one two three four five six seven eight nine".split()))
_BELOW = {"usd-billion": ("usd-million", 1000), "eur-billion": ("eur-million", 1000), "usd-million": ("usd", 1_000_000),
          "million-tonnes": ("tonnes", 1_000_000)}
_COUNT = re.compile(r"\d (?!million|billion|trillion|bcm)[a-z]")  # a number of things, and not on a scale
_BLANK = re.compile(r"[ \t\r\n]+")
_DAY = re.compile(r"(?<=\d) (?=[A-Z])")  # a day and its month stay on one line
_LEAD = re.compile(r"^(\s*)([#+-]|\d+\.)(?=\s|$)")
_BEHIND = {"(": "&#40;", ":": "&#58;"}  # behind words in brackets they would make a link of them


def markdown(text: object) -> Markup:
    """`text` so that Markdown and HTML show it as it stands; text already marked up is kept."""
    if isinstance(text, Markup):
        return text
    return _escaped(str(text))


@lru_cache(maxsize=20_000)  # a label, a source or a unit stands in many notes
def _escaped(text: str) -> Markup:
    plain = _tied(tuple(settings().kept_whole)).sub("\\1\u00a0", _BLANK.sub(" ", text.strip())).translate(_ESCAPES)
    plain = _BEHIND[plain[0]] + plain[1:] if plain[:1] in _BEHIND else plain
    return Markup(_LEAD.sub(r"\1&#8203;\2", plain))


@cache
def _tied(words: tuple[str, ...]) -> re.Pattern[str]:
    """A word and its number, which stay on one line."""
    return re.compile(rf"\b({'|'.join(map(re.escape, words))}) (?=[\dIVX])")


def number(value: int | float) -> str:
    """1234567.5 as `1,234,567.5`, 10.0 as `10`, with a true minus sign."""
    value = int(value) if isinstance(value, float) and value.is_integer() else value
    language = other_language()
    return (language.number(value) if language else f"{value:,}").replace("-", "\u2212")


def quantity(value: int | float | str, unit: str | None = None) -> str:
    """`value` with its unit, as in `$1.1 billion`, `12.5%`, `8 countries`, `3 January 1975`."""
    if unit == "date":
        return period(value)
    if isinstance(value, str):
        return value
    if unit in (None, "year"):
        return str(value) if unit else number(value)
    if unit == "degrees":
        return f"{value:.2f}".replace("-", "\u2212")
    if value % 10 == 0:
        value, unit = _larger(value, unit)
    language = other_language()
    before, after = unit_of(unit, language.tag if language else "en").around(abs(value))
    minus = "\u2212" if value < 0 else ""
    return f"{minus}{before}{_counted(abs(value))}{after}"


def exact(value: int | float | str, unit: str | None = None) -> str:
    """`value` with its unit, as in `1,234,567 people`; no thing is `none`."""
    shown = quantity(value, unit)
    return "none" if value == 0 and not other_language() and _COUNT.match(shown) else shown


def short(value: float, unit: str | None = None) -> str:
    """`value` with its unit in three digits that mean something, as beside a line of a chart: `$45 million`."""
    value, unit = _larger(*smaller(value, unit))
    return quantity(float(f"{value:.3g}"), unit)


def rounded(value: int | float | str, unit: str | None = None) -> str:
    """`value` in three digits that mean something, as in `20.6 million people` or `$2.33 billion`; no thing is `none`.

    Whole numbers below 10,000 stay as they are, and so do shares that would round to none or all.
    """
    if isinstance(value, str) or unit in ("date", "year", "degrees") or _is_plain(value, unit):
        return exact(value, unit)
    return short(value, unit)


def spoken(value: int | float | str, unit: str | None = None) -> str:
    """`value` as a sentence has it: rounded, and a count up to nine in words, as in `five countries`, `no attacks`."""
    whole = quantity(value, unit)
    if other_language():
        return rounded(value, unit)
    if value in _SPELLED and _COUNT.match(whole):
        return f"{_SPELLED[value]}{whole[1:]}"
    return rounded(value, unit)


def _larger(value: float, unit: str | None) -> tuple[float, str | None]:
    """A thousand millions of dollars or more in billions, if there is such a unit."""
    is_large = unit == "usd-million" and abs(value) >= 1000 and "usd-billion" in units_there()
    return (value / 1000, "usd-billion") if is_large else (value, unit)


def smaller(value: float, unit: str | None) -> tuple[float, str | None]:
    """A part of a million or a billion in the unit below, if there is one: $0.824 billion as $824 million."""
    below, times = _BELOW.get(unit, (unit, 1))
    is_small = 0 < abs(value) < 1 and below in units_there()
    return (round(value * times, 6), below) if is_small else (value, unit)


def _is_plain(value: float, unit: str | None) -> bool:
    is_small = float(value).is_integer() and abs(value) < 10_000 and unit != "usd-million"
    return is_small or (unit == "percent" and float(f"{value:.3g}") in (0, 100))


def _counted(value: float) -> str:
    """A number in figures, or as millions or billions where at most two decimals say all of it."""
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if value >= size and value * 100 % size == 0:
            language = other_language()
            return language.compact(value) if language else f"{number(value / size)} {word}"
    return number(value)


def day(value: date) -> str:
    """A day as `6 November 2025`."""
    language = other_language()
    return language.day(value) if language else f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def period(value: Period | str) -> str:
    """A period as `2023`, `3 January 1975`, `1973 to 1986`, `4 to 5 May 2025` or `May to June 2025`."""
    if language := other_language():
        return language.period(value)
    text = value.text if isinstance(value, Period) else str(value)
    first, *last = [_words(part) for part in text.split("/")]
    if last and len(first) == len(last[0]):
        while first[1:] and first[-1] == last[0][len(first) - 1]:
            first.pop()  # said once, after the last
    return " to ".join(" ".join(words) for words in (first, *last))


def as_of(value: Period | str) -> str:
    """When something holds: `As of May 2025`, or `Period: 1973 to 1986`."""
    text = value.text if isinstance(value, Period) else str(value)
    return f"{'Period:' if '/' in text else 'As of'} {period(text)}"


def _words(text: str) -> list[str]:
    year, *rest = text.split("-")
    names = [_MONTHS[int(rest[0]) - 1]] if rest else []
    days = [str(int(part)) for part in rest[1:]]
    return [*days, *names, year]


def cell_text(value: object, unit: str | None = None, *, is_spoken: bool = False) -> str:
    """A field of a row as the text of a table's cell, or as a sentence has it if it `is_spoken`."""
    if value is None or value == ():
        return MISSING
    if unit:
        return (spoken if is_spoken else quantity)(value, unit)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Period):
        return _DAY.sub("\u00a0", period(value))
    if isinstance(value, tuple):
        return _listed(value) if is_spoken else ", ".join(value)
    return number(value) if isinstance(value, (int, float)) else str(value)


def _listed(words: tuple[str, ...]) -> str:
    """Words as a sentence lists them: `A`, `A and B`, `A, B and C`; in another language by commas alone."""
    if len(words) < 2 or other_language():
        return ", ".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def stop(text: str) -> str:
    """The full stop that `text` wants behind it: none where it ends a sentence by itself."""
    return "" if text.endswith((".", "?", "!")) else "."


def slug(text: str) -> str:
    """`text` as part of an id: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
