"""Makes the tables of what the EU sells to the region, and of the same goods as four countries count them.

    python -m scripts.series.eu_exports exports.csv rates.csv trade_by_partner_long.csv

exports: Eurostat's exports of the 27 members by partner and year, in euros; partner_std has the English name where
Eurostat printed a French one. rates: the European Central Bank's daily
reference rates; a year's rate is the mean of its days, as the Bank makes it. The third file is that of `partners`.
Tables are in billions: of euros as Eurostat has them, and of dollars for both counts.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Project, Refused, lines_of, once, program, usual, wanted_all
from .partners import MILLION, PLACES, REPORTERS, flows_of

BUYERS = (*EIGHT, "Russia")
DAYS = 240  # the fewest days with a rate that make a year
BILLION = Decimal(1_000_000_000)


def make(project: Project, exports: Path, rates: Path, trade: Path) -> None:
    """The rows of both tables."""
    euros = _euros(project, exports)
    years = sorted({year for year, _ in euros})
    rate = _rates(rates, years)
    project.write_rows("eu-exports", [
        {"id": f"y{year}", "year": year, **{name.lower(): euros[year, name] / BILLION for name in BUYERS}}
        for year in years], {**{name.lower(): 3 for name in EIGHT}, "russia": 1})
    bought = {name: flow for (name, kind), flow in flows_of(project, trade).items() if kind == "import"}
    project.write_rows("eu-two-counts", [_row(year, rate[year], euros, bought) for year in years],
                       {"usd_per_eur": 4, **_places()})
    project.renew_source("comext-exports", exports)
    project.renew_source("ecb-reference-rates", rates)


def _places() -> dict[str, int]:
    return {f"{name.lower()}{count}": PLACES[name] for name in REPORTERS for count in ("", "_eu")}


def _euros(project: Project, file: Path) -> dict[tuple[int, str], Decimal]:
    """Exports in euros by year and buyer; who is not of the nine is in the report."""
    lines = lines_of(file, ["partner_std", "year", "eu27_exports_eur"])
    mine = [line for line in lines if usual(line["partner_std"]) in BUYERS]
    project.report.leave(f"{len(lines) - len(mine)} lines of {file.name}", "not of the eight or Russia")
    found = once(mine, lambda line: (line.whole("year"), usual(line["partner_std"])))
    years = {year for year, _ in found}
    wanted_all(file, [(year, name) for year in range(min(years), max(years) + 1) for name in BUYERS], found)
    return {key: line.number("eu27_exports_eur", ()) for key, line in found.items()}


def _rates(file: Path, years: list[int]) -> dict[int, Decimal]:
    """Dollars per euro, the mean of a year's days."""
    days: dict[int, list[Decimal]] = {year: [] for year in years}
    for day, line in once(lines_of(file, ["Date", "USD"]), lambda line: line["Date"]).items():
        if day[:4].isdigit() and int(day[:4]) in days and (value := line.number("USD", ("", "N/A"))) is not None:
            days[int(day[:4])].append(value)
    for year, values in days.items():
        if len(values) < DAYS:
            raise Refused(f"{file.name}: {len(values)} rates of {year}; wanted: at least {DAYS}")
    return {year: sum(values) / len(values) for year, values in days.items()}


def _row(year: int, rate: Decimal, euros: dict, bought: dict) -> dict[str, object]:
    """Purchases from the EU by the buyer's count, and the EU's sales by its own, in billions of dollars."""
    row: dict[str, object] = {"id": f"y{year}", "year": year, "usd_per_eur": rate}
    for name in REPORTERS:
        counted = bought[name].get(year, {}).get("eu")
        row |= {name.lower(): counted / MILLION if counted is not None else None,
                f"{name.lower()}_eu": euros[year, name] * rate / BILLION}
    return row


if __name__ == "__main__":
    program(make, __doc__, "exports", "rates", "trade")
