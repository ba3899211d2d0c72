"""Makes the table of uranium output from the figures of the World Nuclear Association.

    python -m scripts.series.uranium wna_mine_production_tU_2012_2024.csv

The file has a line for a country and a column for a year, in tonnes of uranium. Shares are of its world total.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .common import Line, Project, Refused, lines_of, once, program, wanted_all

NAMES = {"Kazakhstan": "kazakhstan", "Canada": "canada", "Namibia": "namibia", "Australia": "australia",
         "Uzbekistan (est.)": "uzbekistan", "Russia": "russia", "China (est.)": "china", "USA": "us",
         "World total": "world"}
SHARES = ("kazakhstan", "uzbekistan")


def make(project: Project, file: Path) -> None:
    """The rows of the table."""
    found = once(lines_of(file, ["country"]), lambda line: line["country"])
    wanted_all(file, NAMES, found)
    for name in found:
        if name not in NAMES:
            project.report.leave(name, "country that the table does not name")
    years = sorted(int(year) for year in found["World total"].cells if year.isdigit())
    if not years or years != list(range(years[0], years[-1] + 1)):
        raise Refused(f"{file.name}: wanted: a column for each year, without a gap")
    project.write_rows("uranium-output", [_row(year, found) for year in years], 1)
    project.renew_source("wna-mining", file)


def _row(year: int, found: dict[str, Line]) -> dict[str, object]:
    """Output of each country, and the part of two of them in percent."""
    output = {column: found[name].whole(str(year)) for name, column in NAMES.items()}
    shares = {f"{name}_share": Decimal(100 * output[name]) / output["world"] for name in SHARES}
    return {"id": f"y{year}", "year": year, **output, **shares}


if __name__ == "__main__":
    program(make, __doc__, "file")
