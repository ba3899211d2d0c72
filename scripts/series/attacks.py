"""Makes the table of attacks from a count of the Global Terrorism Database by country and year.

    python -m scripts.series.attacks terrorist_attacks.csv

Attacks in each of the eight countries, and attacks and deaths in the five Central Asian states together. The year 1993
is lost and 2021 ends with June: the first stays an empty row, the second is left out.
"""

from __future__ import annotations

from pathlib import Path

from .aid import FIVE
from .common import EIGHT, Line, Project, Refused, lines_of, once, program, usual, wanted_all
from .wide import of_the_eight, year_rows

ATTACKS, DEATHS = "Terrorist attacks", "Terrorism deaths"
FIRST, LAST, LOST = 1992, 2020, 1993


def make(project: Project, file: Path) -> None:
    """The rows of the table from the file."""
    lines = of_the_eight(project, lines_of(file, ["Entity", "Year", ATTACKS, DEATHS]), "Entity")
    found = once(lines, lambda line: (line.whole("Year"), usual(line["Entity"])))
    years = [year for year in range(FIRST, LAST + 1) if year != LOST]
    wanted_all(file, [(year, name) for year in years for name in EIGHT], found)
    if lost := [line.place for (year, _), line in found.items() if year == LOST]:
        raise Refused(f"{lost[0]}: a count of {LOST}, a year that the database does not have")
    for year in sorted({year for year, _ in found if year > LAST}):
        project.report.leave(year, "year of which the file has not all months")
    kept = {key: line for key, line in found.items() if key[0] in years}
    rows = year_rows({key: line.number(ATTACKS, ()) for key, line in kept.items()}, FIRST)
    project.write_rows("attacks-recorded", [row | _five(kept, row["year"]) for row in rows], 0)
    project.renew_source("ct-gtd", file)


def _five(found: dict[tuple[int, str], Line], year: int) -> dict:
    """Attacks and deaths in the five Central Asian states; nothing in the lost year."""
    if year == LOST:
        return {}
    return {field: sum(found[year, name].number(column, ()) for name in FIVE)
            for field, column in (("five", ATTACKS), ("five_deaths", DEATHS))}


if __name__ == "__main__":
    program(make, __doc__, "file")
