"""Plain scalars of YAML: what each stands for, and which of them a reader of the file could mistake."""

from __future__ import annotations

import re

__all__ = ["LONGEST_NUMBER", "looks_like_a_day", "plain", "surprise"]

LONGEST_NUMBER = 40  # characters; the patterns below take long on longer ones

_INT = re.compile(r"-?(0|[1-9]\d*)\Z")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)\.\d+\Z")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

# (what a plain scalar looks like, what YAML makes of it)
_SURPRISES = (
    (re.compile(r"(y|n|yes|no|on|off)\Z", re.I), "YAML reads it as true or false"),
    (re.compile(r"(True|TRUE|False|FALSE|Null|NULL)\Z"), "write it in small letters"),
    (re.compile(r"[-+]?0[\d_]+\Z"), "YAML reads it as an octal number"),
    (re.compile(r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?\Z"), "YAML reads it as a number of base 60"),
    (re.compile(r"[-+]?0[xob][\da-f_]+\Z", re.I), "YAML reads it as a number of another base"),
    (re.compile(r"[-+]?(\d+\.?\d*|\.\d+)e[-+]?\d+\Z", re.I), "powers of ten are not used here"),
    (re.compile(r"[-+]?\.(inf|nan)\Z", re.I), "it is not a number that can be printed"),
    (re.compile(r"(\+\d[\d.]*|[-+]?\d+_[\d_]*|-?\.\d+|-?\d+\.)\Z"), "write digits only, as in 0.5"),
    (re.compile(r"\d{4}-\d\d?-\d\d?[Tt ].*\Z"), "YAML reads it as a point in time"),
)

# what alone can begin a surprise: a digit, a sign, a point, or one of these words; most text does not
_SUSPECT = re.compile(r"[-+.\d]|(y|n|yes|no|on|off|true|false|null)\Z", re.I)

# other readers of YAML make a day of it, or stop; codes of the tariff look so
_DAY_SHAPED = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DAY = re.compile(r"(1\d|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")


def surprise(text: str) -> str | None:
    """What YAML would make of a plain scalar that a reader could take for something else."""
    patterns = _SURPRISES if _SUSPECT.match(text) else ()
    return next((meaning for pattern, meaning in patterns if pattern.match(text)), None)


def looks_like_a_day(text: str) -> bool:
    """Is it written like a day, such as 2844-10-10 or 7202-49-50, without being one of the years 1000 to 2099?"""
    return bool(_DAY_SHAPED.match(text)) and not _DAY.match(text)


def plain(text: str) -> str | int | float | bool | None:
    """The value that a plain scalar stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
