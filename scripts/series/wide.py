"""Tables with a row for each year and a column for each of the eight countries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Line, Project, Refused, once, usual, wanted_all

Cells = dict[tuple[int, str], Decimal]  # a number by year and country


def of_the_eight(project: Project, lines: Iterable[Line], column: str) -> list[Line]:
    """The lines on the eight countries; what others there are is in the report."""
    lines = list(lines)
    for line in lines:
        if usual(line[column]) not in EIGHT:
            project.report.leave(line[column], "not one of the eight countries")
    return [line for line in lines if usual(line[column]) in EIGHT]


def cells_of(file: Path, lines: Iterable[Line], country: str, year: str, value: str) -> Cells:
    """The numbers of a column by year and country; an empty cell is left out, a country without any is refused."""
    found = once(lines, lambda line: (line.whole(year), usual(line[country])))
    wanted_all(file, EIGHT, {name for _, name in found})
    numbers = {key: line.number(value) for key, line in found.items()}
    return {key: number for key, number in numbers.items() if number is not None}


def year_rows(cells: Mapping[tuple[int, str], Decimal], first: int, names: Iterable[str] = EIGHT) -> list[dict]:
    """A row for each year from the first one on, also for years that nobody counts, with a cell for each country."""
    years = [year for year, _ in cells if year >= first]
    if not years:
        raise Refused(f"no figure from {first} on")
    return [{"id": f"y{year}", "year": year, **{name.lower(): cells.get((year, name)) for name in names}}
            for year in range(first, max(years) + 1)]
