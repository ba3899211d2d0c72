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

from scripts.series.reading import EIGHT
from tests.conftest import ROOT

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


TRADE = FILES / "uz-kz-kg-am-trade-by-partner/trade_by_partner_long.csv"
EURO = FILES / "eu27-exports-by-partner/eu27_exports_by_partner_2010_2023.csv"
REVIEW = FILES / "ei-statistical-review-2025/ei2025_kaz_uzb_tkm_aze_rus_world_long.csv"
MINES = FILES / "wna-uranium-production/wna_mine_production_tU_2012_2024.csv"
SUMMARIES = FILES / "usgs-mcs2026-selected/usgs_mcs2026_selected.csv"
INDICATORS = {"oil-output": "oil_production_tonnes", "gas-output": "gas_production_bcm",
              "coal-output": "coal_production_mt"}
MEMBERS = """Austria Belgium Bulgaria Croatia Cyprus Czech Denmark Estonia Finland France Germany Greece Hungary Ireland
Italy Latvia Lithuania Luxembourg Malta Poland Portugal Romania Slovakia Slovenia Spain Sweden Австрия Бельгия Болгария
Хорватия Кипр Чешская Дания Эстония Финляндия Франция Германия Греция Венгрия Ирландия Италия Литва Люксембург Мальта
Нидерланды Польша Португалия Румыния Словакия Словения Испания Швеция""".split()
PARTNERS = {"china": ("China", "Китай"), "russia": ("Russia", "Russian Federation", "Россия"),
            "us": ("USA", "United States", "Соединенные Штаты Америки"), "unnamed": ("Other countries",),
            "total": ("Total", "Всего", "Всего в том числе")}
REPORTERS = ("kazakhstan", "uzbekistan", "kyrgyzstan", "armenia")


def _member(name):
    return name.split()[0] in MEMBERS or name in ("Netherlands", "Республика Латвия", "EU countries not specified")


@cache
def _trade(reporter, flow, year, partner):
    """Trade with a partner in billions; None where the reporter does not tell that year, or contradicts itself."""
    told = {line["partner"]: float(line["value_thousand_usd"]) / 1e6 for line in _lines(TRADE)
            if (line["reporter"].lower(), line["flow"], line["year"]) == (reporter, flow, str(year))}
    if not told or (partner == "eu" and sum(told[name] for name in told if _member(name)) >
                    1.01 * told.get("The EU", told.get("Страны ЕС", 1e9))):
        return None
    if partner == "total" and reporter in ("uzbekistan", "armenia"):
        return sum(told.values())
    return sum(told[name] for name in told if (_member(name) if partner == "eu" else name in PARTNERS[partner]))


def _partner(reporter, flow):
    def lookup(row, column):
        if column.name != "others":
            return _trade(reporter, flow, row.year, column.name)
        named = ["china", "russia", "eu", "us", *(["unnamed"] if reporter == "uzbekistan" else [])]
        parts = [_trade(reporter, flow, row.year, name) for name in named]
        return None if None in parts else _trade(reporter, flow, row.year, "total") - sum(parts)
    return lookup


def _part(partner):
    def lookup(row, column):
        both = [[_trade(column.name, flow, row.year, name) for flow in ("export", "import")]
                for name in (partner, "total")]
        return None if None in both[0] else 100 * sum(both[0]) / sum(both[1])
    return lookup


def _us_counts(reporter):
    def lookup(row, column):
        if column.name in ("sold", "bought"):
            value = _trade(reporter, "export" if column.name == "sold" else "import", row.year, "us")
            return value and value * 1000
        return None if row.year == 2023 else _flow(row.year, reporter.title())[column.name == "us_sold"]
    return lookup


def _euros(country, year):
    return float(_one(EURO, partner_std=country, year=str(year))["eu27_exports_eur"]) / 1e9


def _eu_counts(row, column):
    if column.name == "usd_per_eur":
        return row.usd_per_eur  # the European Central Bank's file is not among those of the folder
    country, _, eu = column.name.partition("_")
    return _euros(country.title(), row.year) * row.usd_per_eur if eu else _trade(country, "import", row.year, "eu")


def _output(table):
    def found(name, year):
        name = {"world": "total_world"}.get(name, name)
        return float(_one(REVIEW, indicator=INDICATORS[table], geo=name, year=str(year))["value"])

    def lookup(row, column):
        name, _, share = column.name.partition("_")
        return 100 * found(name, row.year) / found("world", row.year) if share else found(name, row.year)
    return lookup


def _uranium(row, column):
    name, _, share = column.name.partition("_")
    mined = {line["country"].split()[0].lower(): float(line[str(row.year)]) for line in _lines(MINES)}
    return 100 * mined[name] / mined["world"] if share else mined["usa" if name == "us" else name]


def _mineral(row, column):
    year = column.name.removeprefix("share_").replace("2025", "2025e")
    [line] = [line for line in _lines(SUMMARIES) if line["country"] == row.country
              and line["mineral"].split(" (")[0] == row.what.split(", ")[0]]
    return 100 * float(line[f"production_{year}"]) / float(line[f"world_{year}"])


TABLES = {  # how a cell is looked up, and how many decimal places it has
    "us-goods-imports": (lambda row, column: _flow(row.year, column.title)[0], 1),
    "us-goods-exports": (lambda row, column: _flow(row.year, column.title)[1], 1),
    "us-goods-balance": (lambda row, column: _flow(row.year, column.title)[2], 1),
    "us-imports-2024-dollars": (_real, 1),
    "us-price-level": (lambda row, column: _prices(row.year), 3),
    "us-imports-chapters": (_chapter, {"value": 2, "duty": 3}),
    "us-duties-paid": (_duties, {"value": 2, "duty": 3, "rate": 2}),
    **{f"{name}-{flow}s": (_partner(name, flow), 2 if name in REPORTERS[:2] else 3)
       for name in REPORTERS for flow in ("export", "import")},
    **{f"{name}-us-counts": (_us_counts(name), 1) for name in REPORTERS},
    **{f"{name}-shares": (_part(name), 1) for name in ("china", "russia")},
    "eu-exports": (lambda row, column: _euros(column.title, row.year),
                   {"russia": 1, **dict.fromkeys((name.lower() for name in EIGHT), 3)}),
    "eu-two-counts": (_eu_counts, {"usd": 4, "kazakhstan": 2, "uzbekistan": 2, "kyrgyzstan": 3, "armenia": 3}),
    **{name: (_output(name), 2) for name in INDICATORS},
    "uranium-output": (_uranium, 1),
    "mineral-shares": (_mineral, 1),
}


def _drawn(table):
    """Cells of a table drawn at random, the same ones until its edition changes."""
    numbers = [column for column in table.head.record.columns
               if column.type == "number" or (column.type == "integer" and column.name != "year")]
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
        half = 0.501 * 10 ** -(digits if isinstance(digits, int) else digits[column.name.split("_")[0]])
        if row.id.endswith("-else"):
            cell, half = cell + _others(real, row, column), 6 * half
        assert (cell is None) == (wanted is None), (row.id, column.name)
        assert cell is None or cell == pytest.approx(wanted, abs=half, rel=0), (row.id, column.name)
