"""Makes the tables of what the United States buys, by chapter of its tariff, and of the duties on it.

    python -m scripts.series.us_purchases chapters.csv duties.csv

Both files are downloads from DataWeb on imports for consumption, in dollars: one by country, period, measure and
chapter, one by country and period. The value taken is customs value, which is CIF value less import charges in both,
since only the oldest period has it in a column of its own. Tables have millions of dollars, and rates in percent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Project, Refused, lines_of, once, program, usual, wanted_all

CHAPTERS, DUTIES = "us-imports-chapters", "us-duties-paid"
PERIODS = {"2023": "2023", "2024": "2024", "2025 Jan-Aug": "2025"}
CIF, CHARGES, CUSTOMS, DUTY = "CIF Import Value", "Import Charges", "Customs Value", "Calculated Duties"
LARGEST = 5  # chapters of each country that stand by themselves
_LINES = Path(__file__).with_name("chapters.txt").read_text("utf-8").splitlines()
NAMES = {int(number): words for number, _, words in (line.partition(" ") for line in _LINES)}
MILLION, NONE = Decimal(1_000_000), Decimal(0)

Totals = dict[tuple[str, str], tuple[Decimal, Decimal]]  # value and duty in dollars, by country and period


def make(project: Project, chapters: Path, duties: Path) -> None:
    """The rows of both tables; the chapters must add up to the totals of the other file."""
    totals = _totals(project, duties)
    values = _values(project, chapters)
    _refuse_other_sums(chapters, values, totals)
    project.write_rows(CHAPTERS, [row for country in EIGHT for row in _largest(country, values, totals)],
                       {f"{what}_{year}": digits for what, digits in (("value", 2), ("duty", 3))
                        for year in PERIODS.values()})
    project.write_rows(DUTIES, [_paid(country, totals) for country in (*EIGHT, "Worldwide")],
                       {f"{what}_{year}": digits for what, digits in (("rate", 2), ("value", 2), ("duty", 3))
                        for year in PERIODS.values()})
    project.renew_source("usitc-dataweb-2025-chapters", chapters)
    project.renew_source("usitc-dataweb-2025", duties)


def _country(name: str) -> str | None:
    return "Worldwide" if name == "WORLD" else usual(name)


def _totals(project: Project, file: Path) -> Totals:
    """Value and duty of each country, and of the world, in each period."""
    lines = lines_of(file, ["country", "period", CIF, CHARGES, CUSTOMS, DUTY])
    wanted = [(country, period) for country in (*EIGHT, "Worldwide") for period in PERIODS]
    found = once(lines, lambda line: (_country(line["country"]) or line["country"], line["period"]))
    wanted_all(file, wanted, found)
    for key in found:
        if key not in wanted:
            project.report.leave(" ".join(key), f"not of the eight or the world and their periods, in {file.name}")
    return {key: (found[key].number(CIF, ()) - found[key].number(CHARGES, ()), found[key].number(DUTY, ()))
            for key in wanted}


def _values(project: Project, file: Path) -> dict[tuple[str, str, int], tuple[Decimal, Decimal]]:
    """Value and duty by country, period and chapter."""
    lines = lines_of(file, ["country", "period", "measure", "hts2", "value_usd"])
    mine = [line for line in lines if usual(line["country"]) in EIGHT and line["period"] in PERIODS]
    for line in lines:
        if usual(line["country"]) not in EIGHT or line["period"] not in PERIODS:
            named = f"{line['country']} {line['period']}"
            project.report.leave(named, f"not of the eight and their periods, in {file.name}")
    found = once(mine, lambda line: (usual(line["country"]), line["period"], line.whole("hts2"), line["measure"]))
    parts = {key[:3] for key in found}
    wanted_all(file, [(*part, measure) for part in sorted(parts) for measure in (CIF, CHARGES, DUTY)], found)
    if unnamed := sorted({chapter for _, _, chapter in parts} - set(NAMES)):
        raise Refused(f"{file.name}: chapter {unnamed[0]} has no name in chapters.txt")
    amount = {key: line.number("value_usd", ()) for key, line in found.items()}
    return {part: (amount[*part, CIF] - amount[*part, CHARGES], amount[*part, DUTY]) for part in parts}


def _refuse_other_sums(file: Path, values: Mapping, totals: Totals) -> None:
    """Refuses chapters that do not add up to the totals, but for a dollar of rounding."""
    for country in EIGHT:
        for period in PERIODS:
            sums = _sum(pair for key, pair in values.items() if key[:2] == (country, period))
            if any(abs(a - b) > 1 for a, b in zip(sums, totals[country, period], strict=True)):
                raise Refused(f"{file.name}: chapters of {country}, {period}, add up to {_pair(sums)}; "
                              f"the totals are {_pair(totals[country, period])}")


def _pair(sums: tuple[Decimal, Decimal]) -> str:
    return f"{sums[0]} of value and {sums[1]} of duty"


def _sum(pairs: Iterable[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    pairs = list(pairs)
    return sum((value for value, _ in pairs), NONE), sum((duty for _, duty in pairs), NONE)


def _largest(country: str, values: Mapping, totals: Totals) -> list[dict]:
    """The largest chapters of a country by value over all periods, and the rest of its totals in one row."""
    size = {chapter: sum(values.get((country, period, chapter), (NONE,))[0] for period in PERIODS)
            for name, _, chapter in values if name == country}
    chosen = sorted(size, key=lambda chapter: (-size[chapter], chapter))[:LARGEST]
    rest = {period: tuple(total - part for total, part in zip(
        totals[country, period], _sum(values.get((country, period, chapter), (NONE, NONE)) for chapter in chosen),
        strict=True)) for period in PERIODS}
    rows = [{"id": f"{country.lower()}-{chapter}", "country": country, "goods": NAMES[chapter], "chapter": str(chapter),
             **_cells({period: values.get((country, period, chapter)) for period in PERIODS})} for chapter in chosen]
    return [*rows, {"id": f"{country.lower()}-else", "country": country, "goods": "All else", **_cells(rest)}]


def _cells(pairs: Mapping[str, tuple[Decimal, Decimal] | None]) -> dict[str, Decimal]:
    """Values, then duties, in millions; none for a period without the chapter."""
    return {f"{what}_{PERIODS[period]}": pair[at] / MILLION for at, what in enumerate(("value", "duty"))
            for period, pair in pairs.items() if pair}


def _paid(country: str, totals: Totals) -> dict:
    """Duty in percent of value in each period, with both."""
    pairs = {period: totals[country, period] for period in PERIODS}
    rates = {f"rate_{PERIODS[period]}": 100 * duty / value for period, (value, duty) in pairs.items()}
    return {"id": country.lower(), "country": country, **rates, **_cells(pairs)}


if __name__ == "__main__":
    program(make, __doc__, "chapters", "duties")
