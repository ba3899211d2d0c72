"""The publishers' files, read line by line."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

import openpyxl

from tests.conftest import ROOT

FILES = Path(os.environ.get("SERIES", ROOT.parent / "shared/series"))
CENSUS, DATAWEB = FILES / "us-census-country-trade", FILES / "us-imports-by-hts2-2023-2025"
PERIODS = {"2023": "2023", "2024": "2024", "2025": "2025 Jan-Aug"}
CIF, CHARGES, DUTY = "CIF Import Value", "Import Charges", "Calculated Duties"


@cache
def book():
    """Imports and exports by year and country, of the Census Bureau's file."""
    sheet = openpyxl.load_workbook(CENSUS / "country_2023-03.xlsx", read_only=True).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    return {(int(row[0]), row[2]): (row[head.index("IYR")], row[head.index("EYR")]) for row in rows if row[0]}


@cache
def lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def one(path, **cells):
    """The one line that has these cells."""
    [line] = [line for line in lines(path) if all(line[name] == value for name, value in cells.items())]
    return line


def name_of(country):
    """The name of the Census Bureau's file."""
    return next(name for _, name in book() if name.startswith(country[:9]))
