"""Reading a publisher's file: lines with named columns, numbers, names of countries.

Numbers are decimals, as the file prints them, so that sums are exact and rounding is the same everywhere. A file of
another form is refused by a message that says where and what is wanted.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

__all__ = ["EIGHT", "Line", "Refused", "lines_of", "listed", "once", "rounded", "said", "sha256_of", "usual",
           "wanted_all"]

_NAMES = {  # names and codes that publishers give, in small letters
    "Kazakhstan": ("kazakhstan", "republic of kazakhstan", "kazakstan", "kaz"),
    "Uzbekistan": ("uzbekistan", "republic of uzbekistan", "uzb"),
    "Tajikistan": ("tajikistan", "republic of tajikistan", "tadjikistan", "tjk"),
    "Turkmenistan": ("turkmenistan", "tkm"),
    "Azerbaijan": ("azerbaijan", "republic of azerbaijan", "azerbaijan republic", "aze"),
    "Kyrgyzstan": ("kyrgyzstan", "kyrgyz republic", "the kyrgyz republic", "kyrgyz_republic", "kirghizstan", "kgz"),
    "Georgia": ("georgia", "republic of georgia", "georgia, republic of", "geo"),
    "Armenia": ("armenia", "republic of armenia", "arm"),
    "Russia": ("russia", "russian federation", "russian_federation", "rus"),
    "Türkiye": ("türkiye", "turkiye", "turkey", "republic of türkiye", "tur"),
    "China": ("china", "people's republic of china", "china, people's republic of", "chn"),
}
_USUAL = {name: usual for usual, names in _NAMES.items() for name in names}
EIGHT = tuple(_NAMES)[:8]

_NUMBER = re.compile(r"[-−]?(?=\.?[0-9])(?:[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+|[0-9]*)"
                     r"(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


class Refused(ValueError):
    """A file of another form than the script reads; the message says where and what is wanted."""


@dataclass(frozen=True)
class Line:
    """A line of a publisher's file: its cells as text, by the name of the column, without space around them."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def number(self, column: str, absent: Iterable[str] = ("",)) -> Decimal | None:
        """The number in a cell; None where it holds one of `absent`, and refused where it holds anything else."""
        text = self.cells[column]
        if text in absent:
            return None
        if not _NUMBER.fullmatch(text):
            raise Refused(f"{self.place}: column {column} holds {text!r}; wanted: a number")
        return Decimal(re.sub("[, \u00a0\u202f]", "", text.replace("−", "-")))

    def whole(self, column: str) -> int:
        """The whole number in a cell, such as a year; 1992 and 1992.0 are the same."""
        number = self.number(column, ())
        if number != int(number):
            raise Refused(f"{self.place}: column {column} holds {self.cells[column]!r}; wanted: a whole number")
        return int(number)


def lines_of(file: Path, columns: Iterable[str], sheet: str | None = None, head: int = 1) -> list[Line]:
    """The lines under the heads of columns, which stand on line `head`, of a CSV file or a sheet of an XLSX file."""
    columns, raw = list(columns), list(_raw(file, sheet))
    names = raw[head - 1] if len(raw) >= head else []
    if missing := [name for name in columns if name not in names]:
        raise Refused(f"{file.name}, line {head}: no column {listed(missing)}; there are: {listed(names) or 'none'}")
    if doubled := [name for name in columns if names.count(name) > 1]:
        raise Refused(f"{file.name}, line {head}: column {listed(doubled)} stands twice")
    lines = [Line(f"{file.name}, line {number}", dict(zip(names, _filled(cells, len(names)), strict=False)))
             for number, cells in enumerate(raw[head:], head + 1) if any(cells)]
    if not lines:
        raise Refused(f"{file.name}: no line under the heads of columns")
    return lines


def _raw(file: Path, sheet: str | None) -> Iterator[list[str]]:
    """Every line of a file as texts."""
    reader = {".csv": _csv, ".xlsx": _xlsx}.get(file.suffix.lower())
    if not file.is_file():
        raise Refused(f"{file.name}: no such file")
    if not reader:
        raise Refused(f"{file.name}: wanted: a file that ends with .csv or .xlsx")
    return ([cell.strip() for cell in cells] for cells in reader(file, sheet))


def _csv(file: Path, _sheet: str | None) -> Iterator[list[str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            yield from csv.reader(opened, strict=True)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise Refused(f"{file.name}: not a CSV file in UTF-8: {fault}") from None


def _xlsx(file: Path, sheet: str | None) -> Iterator[list[str]]:
    import openpyxl  # for those who develop only; the site is built without it
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except Exception as fault:  # whatever a broken archive makes of it
        raise Refused(f"{file.name}: not an XLSX file: {fault}") from None
    if sheet and sheet not in book.sheetnames:
        raise Refused(f"{file.name}: no sheet {sheet!r}; there are: {listed(book.sheetnames)}")
    for cells in (book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True):
        yield ["" if cell is None else str(cell) for cell in cells]


def _filled(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))


def listed(names: Iterable[object]) -> str:
    """Up to twelve names, and how many more."""
    names = [str(name) for name in names]
    between = "; " if any(", " in name for name in names) else ", "
    return between.join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")


def sha256_of(file: Path) -> str:
    """The checksum of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def usual(name: str) -> str | None:
    """The usual name of a country that a publisher names or codes; None where the mapping has it not."""
    return _USUAL.get(" ".join(name.split()).casefold())


def once(lines: Iterable[Line], key: Callable[[Line], object]) -> dict[object, Line]:
    """The lines by a key, such as country and year; refused where two have the same."""
    found: dict[object, Line] = {}
    for line in lines:
        name = key(line)
        if name in found:
            raise Refused(f"{line.place}: {said(name)} stands twice, first on {found[name].place.split(', ')[-1]}")
        found[name] = line
    return found


def said(key: object) -> str:
    """A key in words."""
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def wanted_all(file: Path, wanted: Iterable[object], found: Iterable[object]) -> None:
    """Refuses a file in which something is missing that a table needs, such as one of the eight countries."""
    found = set(found)
    if missing := [said(name) for name in wanted if name not in found]:
        raise Refused(f"{file.name}: nothing on {listed(missing)}")


def rounded(number: Decimal, digits: int) -> Decimal:
    """A number with so many decimal places, half away from zero, and never minus zero."""
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0
