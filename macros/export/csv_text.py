"""Rows as CSV that no program misreads: not as a formula, and not as a missing value."""

from __future__ import annotations

import csv
import io
import re

from .sheets import Sheet

__all__ = ["cell", "csv_text"]

_FORMULA = re.compile("[\\s\u00a0\ufeff]*[=+@\uff1d\uff0b\uff20-]|[\t\r\n\uff0d]")  # what a spreadsheet may run
_MISSING = re.compile(r"n/?a|nan|nil|none|null|\.", re.I)  # alone, csvkit and others take it for no value
_LONGEST = 4  # letters of such a word


def csv_text(sheet: Sheet) -> str:
    """The sheet as CSV; a missing value is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field["name"] for field in sheet.fields)
    writer.writerows([cell(value) for value in row] for row in sheet.rows)
    return text.getvalue()


def cell(value: object) -> object:
    """A text that begins like a formula with an apostrophe before it, and one that says "none" alone in brackets.

    Yes and no are `TRUE` and `FALSE`, the one form that R, spreadsheets and pandas all read.
    """
    if isinstance(value, bool):
        return str(value).upper()
    if not isinstance(value, str) or (value[:1].isalnum() and len(value) > _LONGEST):
        return value
    return f"'{value}" if _FORMULA.match(value) else f"({value})" if _MISSING.fullmatch(value) else value
