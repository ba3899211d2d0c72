"""Cells of the tables of official series, drawn at random, are those of the publisher's files.

The files are not part of the project: they lie in the folder that SERIES names, or else in ../shared/series. The cells
are looked up here by plain means of their own, and not by the scripts that made the tables.
"""

from __future__ import annotations

import csv
import os
import random
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import ROOT
from tests.tariff_cells import chapter_cell, cost_cell

FILES = Path(os.environ.get("SERIES", ROOT.parent / "shared/series"))
CENSUS, DATAWEB = FILES / "us-census-country-trade", FILES / "us-imports-by-hts2-2023-2025"
PERIODS = {"2023": "2023", "2024": "2024", "2025": "2025 Jan-Aug"}
CIF, CHARGES, DUTY = "CIF Import Value", "Import Charges", "Calculated Duties"
CELLS = 50

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason=f"the publishers' files are not in {FILES}")


@cache
def _book():
    """Imports and exports by year and country, of the Census Bureau's file."""
    sheet = openpyxl.load_workbook(CENSUS / "country_2023-03.xlsx", read_only=True).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    return {(int(row[0]), row[2]): (row[head.index("IYR")], row[head.index("EYR")]) for row in rows if row[0]}


@cache
def _lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _one(path, **cells):
    """The one line that has these cells."""
    [line] = [line for line in _lines(path) if all(line[name] == value for name, value in cells.items())]
    return line


def _name(country):
    """The name of the Census Bureau's file."""
    return next(name for _, name in _book() if name.startswith(country[:9]))


def _flow(year, country):
    """Imports, exports and balance of a year in millions; exports and balance are None where nobody has them."""
    if year <= 2022:
        imports, exports = _book()[year, _name(country)]
        return imports, exports, exports - imports
    if year == 2024:
        line = _one(CENSUS / "us_goods_trade_2024_census_rounded.csv", Country=country)
        return tuple(float(line[f"{name}_musd"]) for name in ("us_imports", "us_exports", "balance"))
    line = _one(DATAWEB / "us_imports_duties_by_country_2023_2025-08.csv", country=country, period=PERIODS[str(year)])
    return (float(line[CIF]) - float(line[CHARGES])) / 1e6, None, None


@cache
def _price_file():
    return next(FILES.rglob("us_cpi_u_cuur0000sa0*.csv"), None)


def _prices(year):
    """The average price index of a year."""
    if _price_file() is None:
        pytest.skip(f"the index of consumer prices is not in {FILES}")
    return float(_one(_price_file(), year=str(year), period="M13")["value"])


def _real(row, column):
    return _flow(row.year, column.title)[0] * _prices(2024) / _prices(row.year)


def _chapter(row, column):
    """Value or duty of a chapter in millions; of all chapters where the row is of the rest."""
    what, year = column.name.split("_")
    measures = {CIF: 1, CHARGES: -1} if what == "value" else {DUTY: 1}
    lines = [line for line in _lines(DATAWEB / "us_imports_for_consumption_hts2_2023_2025-08.csv")
             if line["country"] == row.country and line["period"] == PERIODS[year] and line["measure"] in measures
             and (row.chapter is None or float(line["hts2"]) == int(row.chapter))]
    return sum(float(line["value_usd"]) * measures[line["measure"]] for line in lines) / 1e6 if lines else None


def _duties(row, column):
    """Value or duty of all goods in millions, or the rate in percent."""
    what, year = column.name.split("_")
    name = "WORLD" if row.country == "Worldwide" else row.country
    line = _one(DATAWEB / "us_imports_duties_by_country_2023_2025-08.csv", country=name, period=PERIODS[year])
    value, duty = float(line[CIF]) - float(line[CHARGES]), float(line[DUTY])
    return {"value": value / 1e6, "duty": duty / 1e6, "rate": 100 * duty / value}[what]


TABLES = {  # how a cell is looked up, and how many decimal places it has
    "us-goods-imports": (lambda row, column: _flow(row.year, column.title)[0], 1),
    "us-goods-exports": (lambda row, column: _flow(row.year, column.title)[1], 1),
    "us-goods-balance": (lambda row, column: _flow(row.year, column.title)[2], 1),
    "us-imports-2024-dollars": (_real, 1),
    "us-price-level": (lambda row, column: _prices(row.year), 3),
    "us-imports-chapters": (_chapter, {"value": 2, "duty": 3}),
    "us-duties-paid": (_duties, {"value": 2, "duty": 3, "rate": 2}),
    "tariff-chapters": (chapter_cell, {"value": 2, "lines": 0, "in": 0}),
    "column-2-cost": (cost_cell, {"value": 2}),
}


def _drawn(table):
    """Cells of a table drawn at random, the same ones until its edition changes."""
    numbers = [column for column in table.head.record.columns if column.type in ("number", "integer")
               and column.name != "year"]
    cells = [(entry.record, column) for entry in table.rows for column in numbers]
    dice = random.Random(f"{table.head.key} {table.head.record.as_of.text}")
    return dice.sample(cells, min(CELLS, len(cells)))


def _others(real, row, column):
    """The sum of the cells of a country that stand beside the one of the rest."""
    rows = [entry.record for entry in real.records.tables["us-imports-chapters"].rows]
    return sum(getattr(other, column.name) or 0 for other in rows if other.country == row.country and other.chapter)


@pytest.mark.parametrize("name", TABLES)
def test_cells_drawn_at_random_are_those_of_the_file(real, name):
    lookup, digits = TABLES[name]
    for row, column in _drawn(real.records.tables[name]):
        cell, wanted = getattr(row, column.name), lookup(row, column)
        half = 0.501 * 10 ** -(digits if isinstance(digits, int) else digits.get(column.name.split("_")[0], 1))
        if row.id.endswith("-else"):
            cell, half = cell + _others(real, row, column), 6 * half
        assert (cell is None) == (wanted is None), (row.id, column.name)
        assert cell is None or cell == pytest.approx(wanted, abs=half, rel=0), (row.id, column.name)


def test_departures_and_arrivals_are_those_of_the_file(real):
    rows = {entry.record.year: entry.record for entry in real.records.tables["soviet-emigration"].rows}
    for line in _lines(FILES / "soviet-jewish-emigration/soviet_jewish_emigration_1968_1996.csv"):
        row = rows.get(int(line["year"]))
        if row and line["source"].startswith("HIAS"):
            assert [row.to_us, row.to_israel] == [int(line["to_us"]), int(line["to_israel"])], row.id
            assert row.persons == pytest.approx(int(line["jewish_emigrants_from_ussr"]), rel=0.0025), row.id


def test_cargo_and_containers_of_the_corridor_are_those_of_the_file(real):
    folder, tables = FILES / "titr-middle-corridor-volumes", real.records.tables
    cargo = {row.record.year: row.record for row in tables["corridor-cargo-years"].rows}
    for line in _lines(folder / "titr_cargo_tonnes_2019_2025.csv"):
        row = cargo.pop(int(line["year"]))
        assert (row.million_tonnes, row.basis) == (int(line["cargo_tonnes"]) / 1e6, "outturn"), row.id
    assert [row.basis for row in cargo.values()] == ["plan"]
    containers = {str(row.record.year): row.record.teu for row in tables["corridor-container-years"].rows}
    for line in _lines(folder / "titr_and_transit_containers_teu.csv"):
        if line["measure"] == "TITR containers" and line["year"] in containers:
            assert containers[line["year"]] == int(line["teu"]), line["year"]
