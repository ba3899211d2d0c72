"""Plain scalars of YAML: what each stands for, and which of them a reader of the file could mistake.

A plain scalar that passes means the same to readers of YAML 1.1 and of YAML 1.2 (days and months apart, which some
take for more than text).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["IN_WORDS", "YEARS", "is_number_in_words", "no_day", "plain", "surprise"]

_LONGEST = 40  # characters; the patterns below take long on longer ones

_INT = re.compile(r"-?(0|[1-9]\d*)\Z", re.ASCII)
_FLOAT = re.compile(r"-?(0|[1-9]\d*)\.\d+\Z", re.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

# (what a plain scalar looks like, what YAML makes of it)
_SURPRISES = tuple((re.compile(pattern + r"\Z", re.I | re.ASCII), meaning) for pattern, meaning in (
    (r"(y|n|yes|no|on|off)", "YAML reads it as true or false"),
    (r"(?-i:True|TRUE|False|FALSE|Null|NULL)", "write it in small letters"),
    (r"[-+]?0[\d_]+", "YAML reads it as an octal number"),
    (r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?", "YAML reads it as a number of base 60"),
    (r"[-+]?0[xob][\da-f_]+", "YAML reads it as a number of another base"),
    (r"[-+]?(?=\d|\.\d)[\d._]+e[-+]?\d+", "powers of ten are not used here"),
    (r"[-+]?\.(inf|nan)", "it is not a number that can be printed"),
    (r"(?!-?(0|[1-9]\d*)(\.\d+)?\Z)[-+]?(?=[._]*\d)[\d_]*\.?[\d_]*", "write digits only, as in 0.5"),
    (r"\d{4}-\d\d?-\d\d?[Tt\s].*", "YAML reads it as a point in time"),
    (r"(<<|=)", "YAML has a use of its own for it"),
))

# what alone can begin a surprise: a digit, a sign, a point, or one of these words; most text does not
_SUSPECT = re.compile(r"[-+.\d<=]|(y|n|yes|no|on|off|true|false|null)\Z", re.I)

# other readers of YAML make a day of it, or stop; codes of the tariff look so
_DAY_SHAPED = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
YEARS = range(1000, 2100)  # that a date may have

_CLOSING = {"“": "”", "„": "“”", "‘": "’", "«": "»"}


def surprise(text: str, is_key: bool = False) -> str | None:
    """What YAML would make of a plain scalar that a reader could take for something else; a key must be text."""
    if text[:1] in _CLOSING and not any(mark in text[1:] for mark in _CLOSING[text[0]]):
        return "a curly quote that does not end; use straight quotes"
    if len(text) > _LONGEST:
        return None
    if is_key and (not isinstance(plain(text), str) or _DAY_SHAPED.match(text)):
        return "YAML reads it as something else than text"
    if not _SUSPECT.match(text):
        return None
    if _DAY_SHAPED.match(text) and not _is_day(text):
        return no_day(text)
    return next((meaning for pattern, meaning in _SURPRISES if pattern.match(text)), None)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year in YEARS
    except ValueError:
        return False


def no_day(text: str) -> str:
    """Why a date written as YYYY-MM-DD is none, and which there are."""
    year, month, _ = map(int, text.split("-"))
    if year not in YEARS:
        return f"it is no day of the years {YEARS[0]} to {YEARS[-1]}"
    if month not in range(1, 13):
        return f"the months of that year are {year}-01 to {year}-12"
    begin = f"{year}-{month:02}"
    return f"the days of that month are {begin}-01 to {begin}-{monthrange(year, month)[1]}"


# a number as people write it elsewhere: digits of any script, marks of thousands, long dashes, signs of what it counts
_NUMBER = re.compile(r"[\s“\"~≈<>+\-−–$€£]*\d[\d.,'’\s]*(?:%|thousand|million|billion)?[\s”\"]*", re.I)


def is_number_in_words(value: object) -> bool:
    """Is it a number, though not written as YAML has numbers?"""
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


IN_WORDS = ("is a number in other words; write digits, with a minus or a point where there is one, as in -1234.5, and "
            "what it counts under unit")


def plain(text: str) -> str | int | float | bool | None:
    """The value that a plain scalar stands for."""
    if len(text) > _LONGEST:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
