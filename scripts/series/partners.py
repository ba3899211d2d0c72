"""Makes the tables of who trades with whom from the national counts of Kazakhstan, Uzbekistan, Kyrgyzstan and Armenia.

    python -m scripts.series.partners trade_by_partner_long.csv

The file has a line for each reporter, flow, partner and year, in thousands of dollars. Partners taken are China,
Russia, the United States and the 27 members that the EU has since 2020, added up in every year (union.txt has their
names), so that the Union does not change by who joined or left. All goods are the publisher's total, or the sum of
its partners.
Beside the trade with the United States stands the US count, from the tables that `us_trade` makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from macros.records.reading import read_text

from .common import Line, Project, Refused, lines_of, once, program, wanted_all

REPORTERS = {"Kazakhstan": "bns-kz-partners", "Uzbekistan": "statuz-partners", "Kyrgyzstan": "stat-kg-trade",
             "Armenia": "armstat-partners"}
PLACES = {"Kazakhstan": 2, "Uzbekistan": 2, "Kyrgyzstan": 3, "Armenia": 3}  # of billions
COLUMNS = ("china", "russia", "eu", "us", "unnamed", "others", "total")
FLOWS = {"export": "exports", "import": "imports"}
NAMES = {"China": "china", "Китай": "china", "Russia": "russia", "Россия": "russia", "Russian Federation": "russia",
         "USA": "us", "United States": "us", "Соединенные Штаты Америки": "us", "Other countries": "unnamed",
         "Total": "total", "Всего": "total", "Всего в том числе": "total", "The EU": "union", "Страны ЕС": "union"}
UNION = Path(__file__).with_name("union.txt").read_text("utf-8").split("\n")
NAMES |= {name: "eu" for line in UNION for name in line.split("|") if name}
GROUPS = ("total", "union")  # what adds up others
SUMMED = ("Uzbekistan", "Armenia")  # publishers that print no total
MILLION, PERCENT, NOTHING = Decimal(1_000_000), Decimal(100), Decimal(0)

Flow = dict[int, dict[str, Decimal]]  # thousands of dollars by year and partner
Flows = dict[tuple[str, str], Flow]  # by reporter and flow


def make(project: Project, file: Path) -> None:
    """The rows of all tables from one file."""
    flows = flows_of(project, file)
    for (reporter, flow), years in flows.items():
        project.write_rows(f"{reporter.lower()}-{FLOWS[flow]}", [
            _row(year, cells, reporter) for year, cells in years.items()], dict.fromkeys(COLUMNS, PLACES[reporter]))
    for partner in ("china", "russia"):
        project.write_rows(f"{partner}-shares", _shares(flows, partner))
    for reporter in REPORTERS:
        project.write_rows(f"{reporter.lower()}-us-counts", _two_counts(project, reporter, flows))
    for source in REPORTERS.values():
        project.renew_source(source, file)


def flows_of(project: Project, file: Path) -> Flows:
    """What each reporter sells to each partner and buys from it, by year, and all goods."""
    lines = lines_of(file, ["reporter", "flow", "partner", "year", "value_thousand_usd"])
    found = once(lines, lambda line: (line["reporter"], line["flow"], line["partner"], line.whole("year")))
    wanted_all(file, [(reporter, flow) for reporter in REPORTERS for flow in FLOWS], {key[:2] for key in found})
    flows: Flows = {(reporter, flow): {} for reporter in REPORTERS for flow in FLOWS}
    for (reporter, flow, partner, year), line in found.items():
        if (reporter, flow) not in flows:
            raise Refused(f"{line.place}: {reporter}, {flow}; wanted: a reporter and a flow that are known here")
        _add(flows[reporter, flow].setdefault(year, {}), _partner(reporter, partner), line)
    for (reporter, flow), years in flows.items():
        _verify(project, file, f"{reporter}, {flow}", years)
    return {key: dict(sorted(years.items())) for key, years in flows.items()}


def _partner(reporter: str, name: str) -> str | None:
    """The column of a partner; what is not told is a column only where it is much."""
    found = NAMES.get(name)
    return None if found == "unnamed" and reporter != "Uzbekistan" else found


def _add(cells: dict[str, Decimal], partner: str | None, line: Line) -> None:
    """Adds a line to its partner and, where partners are to be summed, to all goods."""
    value = line.number("value_thousand_usd", ())
    names = [partner] if partner else []
    if line["reporter"] in SUMMED:
        names += ["total"] if partner not in GROUPS else []
    for name in names:
        cells[name] = cells.get(name, NOTHING) + value


def _verify(project: Project, file: Path, what: str, years: Flow) -> None:
    """Refuses a year without a partner; leaves out the EU where its members are more than the publisher's own sum."""
    wanted_all(file, [f"{what}, {year}: {name}" for year in years for name in ("china", "russia", "us", "eu", "total")],
               {f"{what}, {year}: {name}" for year, cells in years.items() for name in cells})
    for year, cells in years.items():
        union = cells.pop("union", None)
        if union is not None and cells["eu"] > union * Decimal("1.01"):
            project.report.leave(f"{what}, {year}: EU", "members add up to more than the publisher’s sum of the EU")
            del cells["eu"]


def _row(year: int, cells: Mapping[str, Decimal], reporter: str) -> dict[str, object]:
    """Billions of dollars by partner; what is left of all is told where each of the others is."""
    names = ["china", "russia", "eu", "us", *(["unnamed"] if reporter == "Uzbekistan" else [])]
    parts = {name: cells[name] / MILLION for name in names if name in cells}
    total = cells["total"] / MILLION
    others = total - sum(parts.values()) if len(parts) == len(names) else None
    return {"id": f"y{year}", "year": year, **parts, "others": others, "total": total}


def _shares(flows: Flows, partner: str) -> list[dict[str, object]]:
    """The part of a partner in exports and imports together, in percent, by year and reporter."""
    parts: dict[int, dict[str, Decimal]] = {}
    for reporter in REPORTERS:
        out, into = flows[reporter, "export"], flows[reporter, "import"]
        for year in sorted(set(out) & set(into)):
            part, whole = (out[year][name] + into[year][name] for name in (partner, "total"))
            parts.setdefault(year, {})[reporter.lower()] = PERCENT * part / whole
    return [{"id": f"y{year}", "year": year, **parts[year]} for year in sorted(parts)]


def _two_counts(project: Project, reporter: str, flows: Flows) -> list[dict[str, object]]:
    """Trade with the United States in millions as both sides count it, in the years that the reporter counts."""
    out, into = flows[reporter, "export"], flows[reporter, "import"]
    bought, sold = (_us_count(project, f"us-goods-{flow}", reporter) for flow in ("imports", "exports"))
    return [{"id": f"y{year}", "year": year, "us_bought": bought.get(year), "sold": _millions(out, year),
             "bought": _millions(into, year), "us_sold": sold.get(year)}
            for year in range(min(out), max([*out, *bought]) + 1)]


def _millions(flow: Flow, year: int) -> Decimal | None:
    return flow[year]["us"] / 1000 if year in flow else None


def _us_count(project: Project, table: str, reporter: str) -> dict[int, Decimal]:
    """What the table of US trade has on a country, but for years on another basis."""
    path = next(path for path in (project.root / "data").rglob(f"{table}.yml"))
    rows: Iterable[dict] = read_text(path.read_text("utf-8"), path.name).value["rows"]
    for row in rows:
        if "basis" in row:
            project.report.leave(row["id"], f"year of {table} on another basis")
    return {int(row["year"]): Decimal(str(row[reporter.lower()])) for row in rows
            if "basis" not in row and reporter.lower() in row}


if __name__ == "__main__":
    program(make, __doc__, "file")
