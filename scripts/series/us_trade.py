"""Makes the tables of US goods trade from the Census Bureau's file and, for years that it lacks, from two others.

    python -m scripts.series.us_trade country.xlsx --totals 2024.csv --dataweb duties.csv --prices cpi.csv

country.xlsx: columns IYR (general imports, customs value) and EYR (total exports) of each whole year, in millions.
totals: annual totals of later years, in millions, rounded to 0.1 by the Bureau, with their balance.
dataweb: imports for consumption of years and months that neither has, in dollars: CIF value less import charges.
prices: the index of consumer prices CUUR0000SA0; M13 is the average of a year.

Without the optional files, the rows made from them stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Line, Project, Refused, lines_of, once, program, usual, wanted_all
from .wide import Cells, of_the_eight

IMPORTS, EXPORTS, BALANCE = "us-goods-imports", "us-goods-exports", "us-goods-balance"
REAL, PRICES = "us-imports-2024-dollars", "us-price-level"
FIRST, BASE = 1992, 2024  # the first year of the Census file on these countries; the year whose dollars are the measure
MONTHS = " Jan-Aug"


def make(project: Project, country: Path, totals: Path | None, dataweb: Path | None, prices: Path | None) -> None:
    """The rows of the tables, from the files that are given."""
    flows = _census(project, country)
    rows = {table: _rows(cells) for table, cells in flows.items()}
    project.renew_source("census-country-file", country)
    if totals:
        for table, cells in _totals(project, totals, flows[IMPORTS]).items():
            rows[table] += _rows(cells, sources=["census-trade-2024"])
        project.renew_source("census-trade-2024", totals)
    if dataweb:
        had = {row["year"] for row in rows[IMPORTS]}
        rows[IMPORTS] += _dataweb(project, dataweb, had)
        project.renew_source("usitc-dataweb-2025", dataweb)
    rows[EXPORTS] = _without_gaps(rows[EXPORTS])
    rows[BALANCE] = _without_gaps(rows[BALANCE])
    for table, made in rows.items():
        project.write_rows(table, made)
    if prices:
        _in_dollars_of_the_base(project, rows[IMPORTS], prices)


def _census(project: Project, file: Path) -> dict[str, Cells]:
    """Imports, exports and balance of each whole year; a year in whose December nobody trades is not whole."""
    lines = of_the_eight(project, lines_of(file, ["year", "CTYNAME", "IYR", "EYR", "IDEC", "EDEC"]), "CTYNAME")
    whole = {line.whole("year") for line in lines if line.number("IDEC") or line.number("EDEC")}
    for line in lines:
        if line.whole("year") not in whole:
            project.report.leave(line["year"], f"year of which {file.name} has not all months")
    lines = [line for line in lines if line.whole("year") in whole]
    found = once(lines, lambda line: (line.whole("year"), usual(line["CTYNAME"])))
    wanted_all(file, [(year, country) for year in range(FIRST, max(whole) + 1) for country in EIGHT], found)
    imports = {key: line.number("IYR", ()) for key, line in found.items()}
    exports = {key: line.number("EYR", ()) for key, line in found.items()}
    return {IMPORTS: imports, EXPORTS: exports, BALANCE: {key: exports[key] - imports[key] for key in found}}


def _totals(project: Project, file: Path, had: Cells) -> dict[str, Cells]:
    """Imports, exports and balance, as printed, of years that the Census file does not have."""
    lines = of_the_eight(project, lines_of(file, ["Country", "year", "us_imports_musd", "us_exports_musd",
                                                   "balance_musd"]), "Country")
    found = once(lines, lambda line: (line.whole("year"), usual(line["Country"])))
    later = {key: line for key, line in found.items() if key not in had}
    wanted_all(file, [(year, country) for year in {year for year, _ in later} for country in EIGHT], later)
    names = {IMPORTS: "us_imports_musd", EXPORTS: "us_exports_musd", BALANCE: "balance_musd"}
    flows = {table: {key: line.number(name, ()) for key, line in later.items()} for table, name in names.items()}
    for key, line in later.items():
        if abs(flows[EXPORTS][key] - flows[IMPORTS][key] - flows[BALANCE][key]) > Decimal("0.1"):
            raise Refused(f"{line.place}: the balance is not exports less imports")
    return flows


def _dataweb(project: Project, file: Path, had: Iterable[int]) -> list[dict]:
    """Rows of imports for consumption, for the years that no other file has."""
    names = ["country", "period", "CIF Import Value", "Import Charges", "Customs Value"]
    lines = of_the_eight(project, lines_of(file, names), "country")
    found = once(lines, lambda line: (line["period"], usual(line["country"])))
    periods = sorted({period for period, _ in found})
    wanted_all(file, [(period, country) for period in periods for country in EIGHT], found)
    rows = []
    for period in periods:
        year, basis = _year_and_basis(found[period, EIGHT[0]])
        if year in had:
            project.report.leave(period, f"period of {file.name} that the Census Bureau has")
            continue
        cells = {(year, country): _customs_value(found[period, country]) for country in EIGHT}
        rows += _rows(cells, basis=basis, sources=["usitc-dataweb-2025"])
    return rows


def _year_and_basis(line: Line) -> tuple[int, str]:
    year, months = line["period"][:4], line["period"][4:]
    if not year.isdigit() or months not in ("", MONTHS):
        raise Refused(f"{line.place}: column period holds {line['period']!r}; wanted: a year, or a year and Jan-Aug")
    return int(year), "imports for consumption" + (", January to August" if months else "")


def _customs_value(line: Line) -> Decimal:
    """CIF value less import charges, in millions, which is the customs value where the file has it."""
    value, told = line.number("CIF Import Value", ()) - line.number("Import Charges", ()), line.number("Customs Value")
    if told is not None and told != value:
        raise Refused(f"{line.place}: CIF value less charges is {value}, and Customs Value is {told}")
    return value / 1_000_000


def _rows(cells: Mapping[tuple[int, str], Decimal], **more: object) -> list[dict]:
    """A row for each year, with a cell for each country."""
    return [{"id": f"y{year}", "year": year, **{name.lower(): cells[year, name] for name in EIGHT}, **more}
            for year in sorted({year for year, _ in cells})]


def _without_gaps(rows: list[dict]) -> list[dict]:
    """Rows with an empty one for each year between them that no file has."""
    years = {row["year"] for row in rows}
    return rows + [{"id": f"y{year}", "year": year} for year in range(min(years), max(years)) if year not in years]


def _in_dollars_of_the_base(project: Project, imports: list[dict], file: Path) -> None:
    """The price level, and imports at the prices of the base year: value by index of that year over the year's own."""
    lines = [line for line in lines_of(file, ["series_id", "year", "period", "value"])
             if (line["series_id"], line["period"]) == ("CUUR0000SA0", "M13") and line.whole("year") >= FIRST]
    index = {year: line.number("value", ()) for year, line in once(lines, lambda line: line.whole("year")).items()}
    wanted_all(file, [row["year"] for row in imports], index)
    project.write_rows(PRICES, [{"id": f"y{year}", "year": year, "index": index[year]} for year in sorted(index)], 3)
    project.write_rows(REAL, [_real(row, index[BASE] / index[row["year"]]) for row in imports])
    project.renew_source("bls-cpi-u", file)


def _real(row: Mapping[str, object], factor: Decimal) -> dict:
    """A row of imports times a factor; the price index joins its sources."""
    new = {name: value * factor if isinstance(value, Decimal) else value for name, value in row.items()}
    return {**new, "sources": [*row["sources"], "bls-cpi-u"] if "sources" in row else None}


if __name__ == "__main__":
    program(make, __doc__, "country", optional=("totals", "dataweb", "prices"))
