"""Makes the table of what migrants send home, in percent of GDP, from a copy of the World Bank's series.

    python -m scripts.series.remittances remittances_pct_gdp.csv

The file has a line for a country and a year. Turkmenistan, with a single value of 1996, has no column.
"""

from __future__ import annotations

from pathlib import Path

from .common import EIGHT, Project, lines_of, program
from .wide import cells_of, of_the_eight, year_rows

VALUE = "bx_trf_pwkr_dt_gd_zs"
FIRST = 1995
NAMES = tuple(name for name in EIGHT if name != "Turkmenistan")


def make(project: Project, file: Path) -> None:
    """The rows of the table from the file."""
    lines = of_the_eight(project, lines_of(file, ["geo", "time", VALUE]), "geo")
    cells = cells_of(file, lines, "geo", "time", VALUE)
    for year, name in cells:
        if name not in NAMES or year < FIRST:
            project.report.leave((name, year), "before the first year, or of a country without a column")
    project.write_rows("remittances", year_rows(cells, FIRST, NAMES), 1)
    project.renew_source("wb-remit-series", file)


if __name__ == "__main__":
    program(make, __doc__, "file")
