"""Makes the tables of ratings of democracy and freedom from two files that the R package democracyData carries.

    python -m scripts.series.freedom vdem.csv freedomhouse.csv

vdem: the liberal democracy index of Varieties of Democracy, 0 to 1. freedomhouse: scores of 100 by edition, of which
two editions ten years apart are taken and no more, since the publisher does not let the set be passed on.
"""

from __future__ import annotations

from pathlib import Path

from .common import EIGHT, Project, lines_of, once, program, usual, wanted_all
from .wide import cells_of, of_the_eight, year_rows

INDEX = "v2x_libdem"
FIRST = 1991
EDITIONS = (2015, 2025)


def make(project: Project, vdem: Path, freedomhouse: Path) -> None:
    """The rows of the tables from the two files."""
    lines = of_the_eight(project, lines_of(vdem, ["vdem_country_name", "year", INDEX]), "vdem_country_name")
    cells = cells_of(vdem, lines, "vdem_country_name", "year", INDEX)
    project.write_rows("democracy-index", year_rows(cells, FIRST), 3)
    project.write_rows("freedom-decade", _decade(project, freedomhouse), 0)
    project.renew_source("ct-vdem", vdem)
    project.renew_source("ct-fh-all-data", freedomhouse)


def _decade(project: Project, file: Path) -> list[dict]:
    """A row for each country, with its score in each of the editions."""
    names = ["fh_full_country", "country_or_territory", "edition", "total"]
    lines = [line for line in lines_of(file, names) if line["country_or_territory"] == "c"
             and line.whole("edition") in EDITIONS]
    lines = of_the_eight(project, lines, "fh_full_country")
    found = once(lines, lambda line: (line.whole("edition"), usual(line["fh_full_country"])))
    wanted_all(file, [(edition, name) for edition in EDITIONS for name in EIGHT], found)
    return [{"id": name.lower(), "country": name,
             **{f"edition_{edition}": found[edition, name].number("total", ()) for edition in EDITIONS}}
            for name in EIGHT]


if __name__ == "__main__":
    program(make, __doc__, "vdem", "freedomhouse")
