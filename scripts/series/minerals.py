"""Makes the table of shares in the world output of minerals from rows of the USGS Mineral Commodity Summaries.

    python -m scripts.series.minerals usgs_mcs2026_selected.csv

A line is a mineral in a country, with output of two years, of the country and of the world, in one unit. Shares are in
percent of the world total as the Survey rounds it.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Line, Project, lines_of, once, program, wanted_all

YEARS = {"2024": "2024", "2025": "2025e"}
DOUBTFUL = "to be checked"  # what the file says of a mineral whose column is not sure


def make(project: Project, file: Path) -> None:
    """The rows of the table, the largest share of the last year first."""
    columns = [f"{what}_{year}" for what in ("production", "world") for year in YEARS.values()]
    lines = lines_of(file, ["mineral", "country", "unit", *columns])
    found = once(lines, lambda line: (line["mineral"], line["country"]))
    wanted_all(file, ["Antimony (mine), Tajikistan"], {f"{mineral}, {country}" for mineral, country in found})
    rows = [_row(line) for line in found.values() if _taken(project, line)]
    project.write_rows("mineral-shares", sorted(rows, key=lambda row: -row["share_2025"]), 1)
    project.renew_source("mcs26-selected", file)


def _taken(project: Project, line: Line) -> bool:
    """Is a line output of one of the eight, sure and with a world total?"""
    why = ("not one of the eight countries" if line["country"] not in EIGHT else
           "the file doubts its column" if DOUBTFUL in line["mineral"] else
           "imports, not output" if not line["world_2025e"] else None)
    if why:
        project.report.leave(f"{line['mineral']} of {line['country']}", why)
    return why is None


def _row(line: Line) -> dict[str, object]:
    """A country and its mineral, with its part of the world in both years."""
    mineral, *stage = line["mineral"].split(" (")
    shares = {f"share_{year}": _share(line, column) for year, column in YEARS.items()}
    name = f"{mineral}, {line['country']}"
    return {"id": name.lower().replace(", ", "-").replace(" ", "-"), "what": name, "country": line["country"],
            "counts": _counts(line["unit"], stage), **shares}


def _counts(unit: str, stage: list[str]) -> str:
    """What is counted, in words."""
    return "Mined, by gross weight" if stage and "gross" in stage[0] else \
        "Mined, by metal content" if stage else "Metal made" if unit == "t" else "Recovered, by metal content"


def _share(line: Line, year: str) -> Decimal:
    return 100 * line.number(f"production_{year}", ()) / line.number(f"world_{year}", ())


if __name__ == "__main__":
    program(make, __doc__, "file")
