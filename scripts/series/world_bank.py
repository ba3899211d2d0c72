"""Turns an answer of the World Bank's open interface into the file that the scripts of its series read.

    python -m scripts.series.fetch wb-remit-series build/series/remittances.json
    python -m scripts.series.world_bank build/series/remittances.json build/series/remittances.csv

The answer is JSON: a list of two, of which the first counts the pages and the second holds one value for each country
and year (datahelpdesk.worldbank.org, Indicators API, version 2). The file has the columns geo, time and the
indicator's code in small letters; a year without a value has no line.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

from .reading import Refused

__all__ = ["lines_from", "main"]


def lines_from(text: str) -> tuple[str, list[tuple[str, int, str]]]:
    """The code of the indicator, and country, year and value of each line; Refused if it is another answer."""
    try:
        told, found = json.loads(text, parse_float=str, parse_int=str)
        pages, values = told["pages"], [_line(one) for one in found or ()]
    except (KeyError, TypeError, ValueError):
        raise Refused(f"wanted: an answer of the Indicators API, [counts, values]; found: {text[:60]!r}") from None
    if pages != "1":
        raise Refused(f"page 1 of {pages}; ask for all of it by per_page=")
    codes = {code for code, *_ in values}
    if len(codes) != 1:
        raise Refused(f"wanted: values of one indicator; found: {', '.join(sorted(codes)) or 'none'}")
    return codes.pop(), [(geo, year, value) for _, geo, year, value in values if value is not None]


def _line(one: dict) -> tuple[str, str, int, str | None]:
    return one["indicator"]["id"], one["countryiso3code"].lower(), int(one["date"]), one["value"]


def _csv(code: str, lines: list[tuple[str, int, str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([("geo", "time", code.lower().replace(".", "_")), *sorted(lines)])
    return text.getvalue()


def main(arguments: list[str] | None = None) -> None:
    """Runs the command."""
    answer, file = map(Path, sys.argv[1:] if arguments is None else arguments)
    try:
        made = _csv(*lines_from(answer.read_text("utf-8")))
    except (OSError, Refused) as fault:
        sys.exit(f"{answer}: {fault}")
    file.write_text(made, "utf-8", newline="\n")
    print(f"{file}: {made.count(chr(10)) - 1} values")


if __name__ == "__main__":
    main()
