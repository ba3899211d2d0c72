"""Numbers as sources print them, in figures and in words: in English and Russian, magnitudes in other languages too.

A number may be read in more than one way (`1.234`, `20m`); every reading is given. Decimals keep the digits that
the source shows, since a figure cannot be more exact than what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product

from .dates import without_days

__all__ = ["Quantity", "figures", "magnitude_in", "numbers", "says_less"]

_MAGNITUDES = (
    (3, r"thousand|thsd|k|тыс|тысяч\w*"),
    (6, r"milli?[oó]n\w*|mil[iy]on\w*|millones|milijun\w*|mln|mio|mn|m|mt|mcm|млн|миллион\w*|мільйон\w*"),
    (9, r"billions?|milliard\w*|mil[iy]ar\w*|ml?rd|bln|bn|b|bcma?|gt|млрд|миллиард\w*|мільярд\w*"),
    (12, r"trillion|trillions|trn|tn|tcf|tcm|трлн|триллион\w*"),
)
_ONE_LETTER = re.compile(r"[kmb]|mt|gt", re.I)  # also units of length and mass, so that both readings stand
_MAGNITUDE = re.compile("|".join(f"(?P<e{power}>\\b(?:{words})\\b)" for power, words in _MAGNITUDES), re.I)
_AFTER = re.compile(rf"[\s\-\u2010-\u2015]*(?:{'|'.join(words for _, words in _MAGNITUDES)})(?![\w])", re.I)
_FIGURES = re.compile(r"(?<![\d.,])(?P<minus>(?<!\d)[-\u2212])?"
                      r"(?P<figures>\d{1,3}(?P<mark>[ ,.'\u2019\u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*(?![\d])"
                      r"(?:[.,]\d+)?|\d+(?:[.,]\d+)?)")
_BLANKS = re.compile(r"[ '\u2019\u00a0\u2009\u202f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LESS = re.compile(r"\b(?:f[ae]ll|fallen|down|decreas|declin|dropp?|lost|loss|minus|deficit|shr[aiu]nk|lower|"
                   r"снизил|снижени|упал|падени|сократил|сокращени|уменьш|минус|дефицит)", re.I)

_WORDS = {word: value for value, words in {
    0: "zero none no нет ноль", 1: "one один одна одно одного одной одну", 2: "two both два две двух",
    3: "three три трех трёх", 4: "four четыре четырех четырёх", 5: "five пять пяти", 6: "six шесть шести",
    7: "seven семь семи", 8: "eight восемь восьми", 9: "nine девять девяти", 10: "ten десять десяти",
    11: "eleven одиннадцать одиннадцати", 12: "twelve dozen двенадцать двенадцати",
    13: "thirteen тринадцать тринадцати", 14: "fourteen четырнадцать четырнадцати",
    15: "fifteen пятнадцать пятнадцати", 16: "sixteen шестнадцать шестнадцати",
    17: "seventeen семнадцать семнадцати", 18: "eighteen восемнадцать восемнадцати",
    19: "nineteen девятнадцать девятнадцати", 20: "twenty двадцать двадцати", 30: "thirty тридцать тридцати",
    40: "forty сорок сорока", 50: "fifty пятьдесят пятидесяти", 60: "sixty шестьдесят шестидесяти",
    70: "seventy семьдесят семидесяти", 80: "eighty восемьдесят восьмидесяти", 90: "ninety девяносто",
    100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 400: "четыреста", 500: "пятьсот", 600: "шестьсот",
    700: "семьсот", 800: "восемьсот", 900: "девятьсот",
}.items() for word in words.split()}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_WORDED = re.compile(rf"\b(?:{_WORD}|hundred)(?:(?:[\s-]|\sand\s)+(?:{_WORD}|hundred))*\b", re.I)


@dataclass(frozen=True)
class Quantity:
    """A number and what it is counted in.

    value: the number, its magnitude (thousand, million …) worked in.
    step: the size of its last digit shown.
    start, end: where it stands in the text; `end` lies behind the magnitude, where a unit may follow.
    """

    value: Decimal
    step: Decimal
    start: int
    end: int


@lru_cache(maxsize=10_000)
def numbers(text: str) -> tuple[Quantity, ...]:
    """Every number in `text`, in each way it can be read; the day of a date is none."""
    return (*figures(text), *_in_words(text))


def magnitude_in(text: str) -> int:
    """The power of ten that a word in `text` stands for, as 6 for `# million tonnes`; 0 if none does."""
    found = _MAGNITUDE.search(text)
    return int(found.lastgroup[1:]) if found and not _ONE_LETTER.fullmatch(found[0]) else 0


def says_less(text: str) -> bool:
    """Does `text` say that something fell, so that the number in it may stand for a negative one?"""
    return bool(_LESS.search(text))


def figures(text: str) -> Iterator[Quantity]:
    """Those of `text` that are written in figures, and sums such as `1 million 84 thousand`."""
    found = list(_figures(text))
    yield from found
    for one, other in product(found, found):
        follows = one.end < other.start and text[one.end:other.start].isspace()
        if follows and one.step > other.value and other.step >= 1000:
            yield Quantity(one.value + other.value, other.step, one.start, other.end)


def _figures(text: str) -> Iterator[Quantity]:
    text = without_days(text)
    is_russian, apart = bool(_CYRILLIC.search(text)), magnitude_in(text)
    for match in _FIGURES.finditer(text):
        for number in _readings(match["figures"], is_russian):
            yield from _scaled(-number if match["minus"] else number, match.start(), match.end(), text, apart)


def _readings(figures: str, is_russian: bool) -> list[Decimal]:
    """What digits with marks may mean: a mark before three digits groups them in English, and may in Russian."""
    plain = _BLANKS.sub("", figures)
    marks = re.findall(r"[.,]", plain)
    if len(set(marks)) == 2:
        return [Decimal(plain.replace(marks[0], "").replace(marks[-1], "."))]
    grouped, decimal = re.sub(r"[.,]", "", plain), plain.replace(",", ".")
    if len(marks) != 1:
        return [Decimal(grouped)]
    is_group = len(plain) - plain.index(marks[0]) == 4 and not plain.startswith("0")
    if is_group and is_russian:
        return [Decimal(grouped), Decimal(decimal)]
    return [Decimal(grouped if is_group and marks[0] == "," else decimal)]


def _in_words(text: str) -> Iterator[Quantity]:
    apart = magnitude_in(text)
    for match in _WORDED.finditer(text):
        number = Decimal(_sum(re.split(r"[\s-]+", match[0].lower())))
        yield from _scaled(number, match.start(), match.end(), text, apart)


def _sum(words: list[str]) -> int:
    total = 0
    for word in words:
        total = (total or 1) * 100 if word == "hundred" else total + _WORDS.get(word, 0)
    return total


def _scaled(number: Decimal, start: int, end: int, text: str, apart: int) -> Iterator[Quantity]:
    """The number with the magnitude right behind it; else as it stands and with one named elsewhere in the text."""
    step = Decimal(1).scaleb(min(0, number.as_tuple().exponent))
    found = _AFTER.match(text, end)
    word = found and re.sub(r"^[\s\-\u2010-\u2015]+", "", found[0])
    powers = [_power(word)] if word else [0, apart] if apart else [0]
    if word and _ONE_LETTER.fullmatch(word):
        powers.append(0)
    for power in powers:
        yield Quantity(number.scaleb(power), step.scaleb(power), start, found.end() if found and power else end)


def _power(word: str) -> int:
    return int(_MAGNITUDE.fullmatch(word).lastgroup[1:])
