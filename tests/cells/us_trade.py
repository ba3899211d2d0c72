"""US trade, prices and purchases."""

from __future__ import annotations

from functools import cache

import pytest

from .files import CENSUS, CHARGES, CIF, DATAWEB, DUTY, FILES, PERIODS, book, lines, name_of, one


def flow_of(year, country):
    """Imports, exports and balance of a year in millions; exports and balance are None where nobody has them."""
    if year <= 2022:
        imports, exports = book()[year, name_of(country)]
        return imports, exports, exports - imports
    if year == 2024:
        line = one(CENSUS / "us_goods_trade_2024_census_rounded.csv", Country=country)
        return tuple(float(line[f"{name}_musd"]) for name in ("us_imports", "us_exports", "balance"))
    line = one(DATAWEB / "us_imports_duties_by_country_2023_2025-08.csv", country=country, period=PERIODS[str(year)])
    return (float(line[CIF]) - float(line[CHARGES])) / 1e6, None, None


@cache
def _price_file():
    return next(FILES.rglob("us_cpi_u_cuur0000sa0*.csv"), None)


def _prices(year):
    """The average price index of a year."""
    if _price_file() is None:
        pytest.skip(f"no us_cpi_u_cuur0000sa0_*.csv under {FILES}: series CUUR0000SA0, with columns series_id, year, "
                    "period and value, from https://download.bls.gov/pub/time.series/cu/ or the package cpi 2.1.0")
    return float(one(_price_file(), year=str(year), period="M13")["value"])


def _real(row, column):
    return flow_of(row.year, column.title)[0] * _prices(2024) / _prices(row.year)


def _chapter(row, column):
    """Value or duty of a chapter in millions; of all chapters where the row is of the rest."""
    what, year = column.name.split("_")
    measures = {CIF: 1, CHARGES: -1} if what == "value" else {DUTY: 1}
    found = [line for line in lines(DATAWEB / "us_imports_for_consumption_hts2_2023_2025-08.csv")
             if line["country"] == row.country and line["period"] == PERIODS[year] and line["measure"] in measures
             and (row.chapter is None or float(line["hts2"]) == int(row.chapter))]
    return sum(float(line["value_usd"]) * measures[line["measure"]] for line in found) / 1e6 if found else None


def _duties(row, column):
    """Value or duty of all goods in millions, or the rate in percent."""
    what, year = column.name.split("_")
    name = "WORLD" if row.country == "Worldwide" else row.country
    line = one(DATAWEB / "us_imports_duties_by_country_2023_2025-08.csv", country=name, period=PERIODS[year])
    value, duty = float(line[CIF]) - float(line[CHARGES]), float(line[DUTY])
    return {"value": value / 1e6, "duty": duty / 1e6, "rate": 100 * duty / value}[what]




TABLES = {  # how a cell is looked up, and how many decimal places it has
    "us-goods-imports": (lambda row, column: flow_of(row.year, column.title)[0], 1),
    "us-goods-exports": (lambda row, column: flow_of(row.year, column.title)[1], 1),
    "us-goods-balance": (lambda row, column: flow_of(row.year, column.title)[2], 1),
    "us-imports-2024-dollars": (_real, 1),
    "us-price-level": (lambda row, column: _prices(row.year), 3),
    "us-imports-chapters": (_chapter, {"value": 2, "duty": 3}),
    "us-duties-paid": (_duties, {"value": 2, "duty": 3, "rate": 2}),
}
