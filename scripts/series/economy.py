"""Makes the tables of income, people, output and debt abroad from two copies of World Bank series.

    python -m scripts.series.economy economy_region.csv gdp.csv

economy_region: Gapminder's copy, one line for an indicator, a country and a year. GDP per head and GDP are in dollars
of 2015, debt abroad in current dollars and in percent of gross national income. People are GDP divided by GDP per
head, which is how the World Bank gets the second from the first.
gdp: GDP in current dollars.
"""

from __future__ import annotations

from pathlib import Path

from .common import Line, Project, Refused, lines_of, program
from .wide import Cells, cells_of, of_the_eight, year_rows

PER_HEAD, GDP = "gdppercapita_us_inflation_adjusted", "total_gdp_us_inflation_adjusted"
DEBT = "external_debt_total_us_not_inflation_adjusted"
DEBT_SHARE = "debt_to_foreigners_by_public_and_private_percent_of_gni"
USED = (PER_HEAD, GDP, DEBT, DEBT_SHARE)
FIRST, FIRST_DEBT = 1990, 1993  # first years in which the series have all eight countries
BILLION = 10 ** 9
SOURCES = ("wb-gdp-per-head", "wb-gdp-constant", "wb-ids-external-debt", "wb-ids-debt-share")


def make(project: Project, economy: Path, gdp: Path) -> None:
    """The rows of the tables from the two files."""
    of = _indicators(project, economy)
    project.write_rows("income-per-head", year_rows(of[PER_HEAD], FIRST), 0)
    project.write_rows("population", year_rows(_people(economy, of[GDP], of[PER_HEAD]), FIRST), 0)
    project.write_rows("external-debt", year_rows(_in_billions(of[DEBT]), FIRST_DEBT), 2)
    project.write_rows("external-debt-share", year_rows(of[DEBT_SHARE], FIRST_DEBT), 1)
    current = of_the_eight(project, lines_of(gdp, ["Country Name", "Year", "Value"]), "Country Name")
    output = cells_of(gdp, current, "Country Name", "Year", "Value")
    project.write_rows("country-gdp", year_rows(_in_billions(output), FIRST), 2)
    for source in SOURCES:
        project.renew_source(source, economy)
    project.renew_source("wb-gdp-series", gdp)


def _indicators(project: Project, file: Path) -> dict[str, Cells]:
    """The cells of each indicator that a table is made of."""
    lines: dict[str, list[Line]] = {}
    for line in lines_of(file, ["indicator", "geo", "year", "value"]):
        lines.setdefault(line["indicator"], []).append(line)
    for name in lines:
        if name not in USED:
            project.report.leave(name, "indicator that no table is made of")
    if missing := [name for name in USED if name not in lines]:
        raise Refused(f"{file.name}: no indicator {', '.join(missing)}")
    return {name: cells_of(file, of_the_eight(project, lines[name], "geo"), "geo", "year", "value") for name in USED}


def _people(file: Path, gdp: Cells, per_head: Cells) -> Cells:
    """GDP over GDP per head, for the years that have both."""
    if zeros := [f"{country}, {year}" for (year, country), value in per_head.items() if value <= 0]:
        raise Refused(f"{file.name}: GDP per head is not above 0: {'; '.join(zeros)}")
    return {key: gdp[key] / value for key, value in per_head.items() if key in gdp}


def _in_billions(cells: Cells) -> Cells:
    return {key: value / BILLION for key, value in cells.items()}


if __name__ == "__main__":
    program(make, __doc__, "economy", "gdp")
