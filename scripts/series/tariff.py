"""Makes the rates of the table `tariff-lines` from the tariff schedule of the United States.

    python -m scripts.series.tariff schedule.csv

The lines are those that the table holds: an editor chooses them by their codes. A code that is short, such as a
heading, stands for all lines under it, which must agree. Rates are put in plain words: cents for ¢, barrel for bbl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from macros.records.reading import read_text

from .common import Line, Project, Refused, lines_of, once, program

TABLE, SOURCE = "tariff-lines", "hts"
NUMBER, GENERAL, COLUMN_2 = "HTS Number", "General Rate of Duty", "Column 2 Rate of Duty"
SPECIAL = 98  # from this chapter on the schedule has provisions beside the tariff proper

_MARK = re.compile("<[^>]*>")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?: ([1-9])/([1-9]))? ?%")
_WORDS = ((re.compile(" ?¢"), " cents"), (re.compile("/bbl"), "/barrel"),
          (re.compile(r" on the value of the (\w+) content"), r" of the value of its \1"),
          (re.compile(r" on (\w+) content"), r" of \1"))


def make(project: Project, schedule: Path) -> None:
    """The rows of the table with the rates of the file; all else in them stays as an editor wrote it."""
    rates, rows = rated(schedule), _rows(project)
    project.write_rows(TABLE, [_with_rates(schedule, row, rates) for row in rows])
    project.renew_source(SOURCE, schedule)


def rated(schedule: Path) -> Mapping[str, tuple[str, str]]:
    """Both rates, column 1 and column 2, of each line of chapters 1 to 97 that has both, by its code."""
    lines = [line for line in lines_of(schedule, [NUMBER, GENERAL, COLUMN_2]) if _rate(line, GENERAL)
             and _rate(line, COLUMN_2) and chapter_of(line) < SPECIAL]
    if not lines:
        raise Refused(f"{schedule.name}: no line with a rate in both columns")
    found = once(lines, lambda line: line[NUMBER])
    return {code: (_rate(line, GENERAL), _rate(line, COLUMN_2)) for code, line in found.items()}


def chapter_of(line: Line) -> int:
    """The chapter of a line with rates."""
    if not re.fullmatch(r"[0-9]{4}(\.[0-9]{2})*", line[NUMBER]):
        raise Refused(f"{line.place}: column {NUMBER} holds {line[NUMBER]!r}; wanted: a code such as 7202.41.00")
    return int(line[NUMBER][:2])


def _rate(line: Line, column: str) -> str:
    """A rate without marks of print."""
    return _MARK.sub("", line[column]).strip()


def percent(rate: str) -> Decimal | None:
    """A rate in percent of value, Free being 0; None where it goes by weight, piece or another rate."""
    found = _PERCENT.fullmatch(rate)
    if rate == "Free" or not found:
        return Decimal(0) if rate == "Free" else None
    whole, above, below = found.groups()
    return Decimal(whole) + (Decimal(above) / Decimal(below) if above else 0)


def in_words(rate: str) -> str:
    """A rate as the table has it."""
    for pattern, words in _WORDS:
        rate = pattern.sub(words, rate)
    return rate


def _rows(project: Project) -> Iterable[Mapping[str, object]]:
    """The rows that the table has now."""
    for path in sorted((project.root / "data").rglob("*.yml")):
        text = path.read_text("utf-8")
        if re.search(f"^table: {TABLE}$", text, re.M):
            return read_text(text, path.name).value["rows"] or []
    raise Refused(f"no table {TABLE} in {project.root / 'data'}")


def _with_rates(schedule: Path, row: Mapping[str, object], rates: Mapping[str, tuple[str, str]]) -> dict[str, object]:
    """A row with the rates of its code, in the order of the cells that it has."""
    code = row["hts"]
    found = {pair for name, pair in rates.items() if name == code or name.startswith(f"{code}.")}
    if len(found) != 1:
        what = "no rate of" if not found else f"{len(found)} different rates under"
        raise Refused(f"{schedule.name}: {what} {code}")
    [pair] = found
    return {**row, **dict(zip(("column_1", "column_2"), map(in_words, pair), strict=True))}


if __name__ == "__main__":
    program(make, __doc__, "schedule")
