"""Makes the tables of deaths in organized violence from the country-year file of the Uppsala Conflict Data Program.

    python -m scripts.series.conflicts organizedviolencecy.csv

The best estimate of deaths on the ground of each country and year: in conflicts that involve a state, between groups,
and of civilians killed by a state or a group. Zero means none above the program's threshold.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Line, Project, Refused, lines_of, once, program, usual, wanted_all
from .wide import of_the_eight, year_rows

ALL = "cumulative_total_deaths_in_orgvio_best_cy"
KINDS = {"between_states": "sb_interstate_deaths_best_cy", "state_and_groups": "sb_intrastate_deaths_best_cy",
         "between_groups": "ns_total_deaths_best_cy", "civilians": "os_total_deaths_best_cy"}
FIRST, SINCE = 1991, 2001


def make(project: Project, file: Path) -> None:
    """The rows of the tables from the file."""
    lines = of_the_eight(project, lines_of(file, ["country_cy", "year_cy", ALL, *KINDS.values()]), "country_cy")
    found = once(lines, lambda line: (line.whole("year_cy"), usual(line["country_cy"])))
    wanted_all(file, [(year, name) for year in range(FIRST, max(year for year, _ in found) + 1) for name in EIGHT],
               found)
    for line in found.values():
        _refuse_other_sum(line)
    project.write_rows("conflict-deaths", year_rows({key: line.number(ALL, ()) for key, line in found.items()}, FIRST),
                       0)
    project.write_rows("conflict-kinds", [_kinds(found, name) for name in EIGHT], 0)
    project.renew_source("ct-ucdp", file)


def _refuse_other_sum(line: Line) -> None:
    """The four kinds add up to all deaths, or the file is counted in another way than the tables say."""
    parts = sum(line.number(name, ()) for name in KINDS.values())
    if parts != line.number(ALL, ()):
        raise Refused(f"{line.place}: the kinds add up to {parts}, and all deaths are {line[ALL]}")


def _kinds(found: dict[tuple[int, str], Line], country: str) -> dict:
    """Deaths in a country since the year, by kind and together."""
    lines = [line for (year, name), line in found.items() if name == country and year >= SINCE]
    cells = {field: sum((line.number(name, ()) for line in lines), Decimal(0)) for field, name in KINDS.items()}
    return {"id": country.lower(), "country": country, **cells, "total": sum(cells.values())}


if __name__ == "__main__":
    program(make, __doc__, "file")
