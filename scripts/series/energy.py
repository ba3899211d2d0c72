"""Makes the tables of oil, gas and coal output from the workbook of the Statistical Review of World Energy.

    python -m scripts.series.energy Statistical_Review_of_World_Energy_Data_2025.xlsx

Each sheet has a line for a country and a column for a year. The figure of a year stands in the first column that bears
it: growth and share, which come after, bear the last year again. Shares are worked out from unrounded figures.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .common import Project, Refused, program, wanted_all
from .reading import _raw as raw_lines

FIRST = 1990
WORLD = "Total World"
SHEETS = {  # table, sheet, the unit in its corner, and the countries that it names
    "oil-output": ("Oil Production - tonnes", "Million tonnes",
                   ("Kazakhstan", "Azerbaijan", "Turkmenistan", "Uzbekistan")),
    "gas-output": ("Gas Production - Bcm", "Billion cubic metres",
                   ("Turkmenistan", "Uzbekistan", "Azerbaijan", "Kazakhstan")),
    "coal-output": ("Coal Production - mt", "Million tonnes", ("Kazakhstan", "Uzbekistan")),
}


def make(project: Project, file: Path) -> None:
    """The rows of the three tables."""
    for table, (sheet, corner, countries) in SHEETS.items():
        found = _sheet(project, file, sheet, corner, (*countries, WORLD))
        years = [year for year in found[WORLD] if year >= FIRST]
        shares = {f"{name.lower()}_share": 2 for name in countries}
        project.write_rows(table, [_row(year, found, countries) for year in years],
                           {name.lower(): 2 for name in (*countries, "world")} | shares)
    project.renew_source("ei-review-2025", file)


def _sheet(project: Project, file: Path, sheet: str, corner: str, wanted: tuple[str, ...]) -> dict[str, dict]:
    """The numbers of each country by year."""
    lines = list(raw_lines(file, sheet))
    head = next((cells for cells in lines if cells and cells[0] == corner), None)
    if head is None:
        raise Refused(f"{file.name}, {sheet}: no line of years under {corner!r}")
    columns = {int(year): at for at, year in reversed(list(enumerate(head))) if year.isdigit()}
    found: dict[str, dict[int, Decimal]] = {}
    for cells in lines:
        if cells and cells[0] in wanted:
            if cells[0] in found:
                raise Refused(f"{file.name}, {sheet}: {cells[0]} stands twice")
            found[cells[0]] = {year: _number(f"{file.name}, {sheet}, {cells[0]}, {year}", cells[at])
                               for year, at in sorted(columns.items())}
    wanted_all(file, [f"{sheet}, {name}" for name in wanted], {f"{sheet}, {name}" for name in found})
    project.report.leave(f"years before {FIRST} of {sheet}", "the Soviet Union counts for all in them")
    return found


def _number(place: str, text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError:
        raise Refused(f"{place}: {text!r}; wanted: a number") from None


def _row(year: int, found: dict[str, dict], countries: tuple[str, ...]) -> dict[str, object]:
    """Output of each country and of the world, and the part of each in percent."""
    world = found[WORLD][year]
    return {"id": f"y{year}", "year": year, **{name.lower(): found[name][year] for name in countries}, "world": world,
            **{f"{name.lower()}_share": 100 * found[name][year] / world for name in countries}}


if __name__ == "__main__":
    program(make, __doc__, "file")
