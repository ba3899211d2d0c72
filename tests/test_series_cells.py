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


ECONOMY, UCDP = FILES / "gapminder-systema-globalis", FILES / "ucdp-organized-violence"
AIDDATA, RATINGS = FILES / "aiddata-gcdf3-country", FILES / "democracy-freedomhouse-vdem"
US_AID = FILES / "us-foreign-aid/us_foreign_aid_country_2025-12_copy.csv"
CODES = dict(zip(("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Azerbaijan", "Kyrgyzstan", "Georgia",
                  "Armenia"), "kaz uzb tjk tkm aze kgz geo arm".split(), strict=True))
FIVE = ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Kyrgyzstan")


def _found(path, column, **cells):
    """The number in the one line that has these cells; None where there is no such line, or no number."""
    lines = [line for line in _lines(path) if all(line[name] in (value, f"{value}.0") for name, value in cells.items())]
    assert len(lines) < 2
    return float(lines[0][column]) if lines and lines[0][column] else None


def _indicator(name, per=1):
    def look(row, column):
        value = _found(ECONOMY / "economy_region_1985_2026.csv", "value", indicator=name, geo=CODES[column.title],
                       year=str(row.year))
        return None if value is None else value / per
    return look


def _people(row, column):
    per_head = _indicator("gdppercapita_us_inflation_adjusted")(row, column)
    return _indicator("total_gdp_us_inflation_adjusted")(row, column) / per_head


def _output(row, column):
    [value] = [line["Value"] for line in _lines(ECONOMY / "gdp_current_usd_wdi_datahub.csv")
               if line["Country Code"] == CODES[column.title].upper() and line["Year"] == str(row.year)]
    return float(value) / 1e9


def _remittances(row, column):
    return _found(FILES / "wdi-remittances-pct-gdp/remittances_pct_gdp.csv", "bx_trf_pwkr_dt_gd_zs",
                  geo=CODES[column.title], time=str(row.year))


def _aid(country, kind, year):
    value = _found(US_AID, "constant_amount", **{"Country Name": country, "Transaction Type Name": kind,
                                                 "Fiscal Year": str(year)})
    return None if value is None else value / 1e6


def _us_aid(row, column):
    if column.title in CODES:
        return _aid(column.title, "Obligations", row.year)
    kind = {"five_obligated": "Obligations", "five_paid": "Disbursements"}[column.name]
    values = [_aid(country, kind, row.year) for country in FIVE]
    return None if None in values else sum(values)


def _chinese(row, column):
    line = _one(AIDDATA / "gcdf3_country_commitments_2000_2021.csv", country_name=row.country)
    if column.name == "united_states":
        old = _found(US_AID, "current_amount", **{"Country Name": "Georgia", "Fiscal Year": "2021",
                                                  "Transaction Type Name": "Obligations"})
        level = old / 1e6 / _aid("Georgia", "Obligations", 2021)
        return sum(_aid(row.country, "Obligations", year) for year in range(2000, 2022)) * level / 1000
    china, output = float(line["total_commitments_bn"]), float(line["gdp_usd_bn"])
    rate = float(line["weighted_interest_rate"]) if line["weighted_interest_rate"] else None
    return {"china": china, "output": output, "of_output": 100 * china / output, "rate": rate}[column.name]


def _chinese_world(row, column):
    classes = {"aid_like": "ODA-like", "on_credit": "OOF-like", "unclear": "Vague (Official Finance)"}
    values = [float(line["commitments_bn"]) for line in _lines(AIDDATA / "gcdf3_world_yearly_flows.csv")
              if line["commitment_year"] == str(row.year) and line["flow_class"] in (
                  classes.values() if column.name == "total" else [classes[column.name]])]
    return sum(values) if values else None


def _deaths(row, column):
    return _found(UCDP / "organizedviolencecy_v25_1.csv", "cumulative_total_deaths_in_orgvio_best_cy",
                  country_cy=column.title, year_cy=str(row.year))


def _kinds(row, column):
    name = {"between_states": "sb_interstate_deaths_best_cy", "state_and_groups": "sb_intrastate_deaths_best_cy",
            "between_groups": "ns_total_deaths_best_cy", "civilians": "os_total_deaths_best_cy",
            "total": "cumulative_total_deaths_in_orgvio_best_cy"}[column.name]
    return sum(int(line[name]) for line in _lines(UCDP / "organizedviolencecy_v25_1.csv")
               if line["country_cy"] == row.country and int(line["year_cy"]) > 2000)


def _attacks(row, column):
    countries = FIVE if column.name.startswith("five") else [column.title]
    name = "Terrorism deaths" if column.name == "five_deaths" else "Terrorist attacks"
    values = [_found(FILES / "gtd-terrorism/gtd_region_1970_2021.csv", name, Entity=country, Year=str(row.year))
              for country in countries]
    return None if None in values else sum(values)


def _index(row, column):
    return _found(RATINGS / "vdem_v15_indices_1985_2024.csv", "v2x_libdem", vdem_country_name=column.title,
                  year=str(row.year))


def _freedom(row, column):
    return _found(RATINGS / "freedomhouse_aggregate_0_100_2012_2024.csv", "total", fh_full_country=row.country,
                  country_or_territory="c", edition=column.name.removeprefix("edition_"))
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
    "income-per-head": (_indicator("gdppercapita_us_inflation_adjusted"), 0),
    "population": (_people, 0),
    "external-debt": (_indicator("external_debt_total_us_not_inflation_adjusted", per=1e9), 2),
    "external-debt-share": (_indicator("debt_to_foreigners_by_public_and_private_percent_of_gni"), 1),
    "country-gdp": (_output, 2),
    "remittances": (_remittances, 1),
    "us-aid": (_us_aid, 2),
    "chinese-finance": (_chinese, {"china": 1, "united": 1, "rate": 2, "output": 1, "of": 1}),
    "chinese-finance-world": (_chinese_world, 2),
    "conflict-deaths": (_deaths, 0),
    "conflict-kinds": (_kinds, 0),
    "attacks-recorded": (_attacks, 0),
    "democracy-index": (_index, 3),
    "freedom-decade": (_freedom, 0),
    "tariff-chapters": (chapter_cell, {"value": 2, "lines": 0, "in": 0}),
    "column-2-cost": (cost_cell, {"value": 2}),
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
               if column.type in ("number", "integer") and column.name not in ("year", "edition")]
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
