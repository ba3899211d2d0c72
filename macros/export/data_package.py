"""The CSV files, in which no program takes a cell for a formula or for a missing value, and the package of all of them.

The package says what their columns hold, what names a row, where a key leads, and under which licence. Its form is that
of a Data Package, version 2 (datapackage.org), which programs read beside the files.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from ..records.entries import Records
from ..records.schema import settings
from ..records.schema.settings import Licence
from ..render.addresses import site_link
from ..render.formats import slug
from .plain_values import lines, whole
from .sheets import Sheet
from .table_schema import Field

__all__ = ["cell", "csv_text", "package"]

_PROFILES = "https://datapackage.org/profiles/2.0/"
_FORMULA = re.compile("[\\s\u00a0\ufeff]*[=+@\uff1d\uff0b\uff20-]|[\t\r\n\uff0d]")  # what a spreadsheet may run
_MISSING = re.compile(r"n/?a|nan|nil|none|null|\.", re.I)  # alone, csvkit and others take it for no value
_LONGEST = 4  # letters of such a word


def package(records: Records, made: Iterable[Sheet], version: str) -> str:
    """The package as JSON; its day is the last on which a record was checked."""
    told = {"$schema": f"{_PROFILES}datapackage.json", "name": slug(settings().title), "title": settings().title,
            "homepage": site_link("index.md"), "version": version,
            "created": f"{records.last_checked().isoformat()}T00:00:00Z", "licenses": [_licence(settings().own[1])]}
    resources = [_resource(sheet) for sheet in made]
    return lines({**whole(told), "resources": resources}) + "\n"


def _resource(sheet: Sheet) -> dict[str, object]:
    return {"name": sheet.name, "path": f"{sheet.name}.csv", "title": sheet.title, "type": "table", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "licenses": [_licence(sheet.licence)],
            "schema": _schema(sheet)}


def _schema(sheet: Sheet) -> dict[str, object]:
    foreign = [{"fields": [column], "reference": {"resource": there, "fields": ["id"]}}
               for column, there in sheet.foreign]
    primary, *unique = map(list, sheet.keys)
    columns = [_as_written(field) for field in sheet.fields]
    return whole({"$schema": f"{_PROFILES}tableschema.json", "fields": columns}) | {"missingValues": [""]} | whole(
        {"primaryKey": primary, "uniqueKeys": unique, "foreignKeys": foreign})


def _as_written(field: Field) -> Field:
    """A column whose words are those of the cells."""
    rules = field.get("constraints", {})
    if "enum" not in rules:
        return field
    return {**field, "constraints": {**rules, "enum": sorted(map(cell, rules["enum"]))}}


def _licence(licence: Licence) -> dict[str, str]:
    """A licence in the words of a Data Package."""
    return {"name": licence.id, "title": licence.says, **({"path": licence.url} if licence.url else {})}


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
