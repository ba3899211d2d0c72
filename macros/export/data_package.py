"""The package of every CSV file: what their columns hold, what names a row, where a key leads, under which licence.

The form is that of a Data Package, version 2 (datapackage.org), which programs read beside the files.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..records.entries import Records
from ..records.schema import settings
from ..records.schema.settings import Licence
from ..render.footnotes import site_link
from ..render.formats import slug
from .csv_text import cell
from .plain_values import lines, whole
from .sheets import Sheet
from .table_schema import Field

__all__ = ["package"]

_PROFILES = "https://datapackage.org/profiles/2.0/"


def package(records: Records, made: Iterable[Sheet], version: str) -> str:
    """The package as JSON; its day is the last on which a record was checked."""
    own = next(iter(settings().licences.values()))
    told = {"$schema": f"{_PROFILES}datapackage.json", "name": slug(settings().title), "title": settings().title,
            "homepage": site_link("index.md"), "version": version,
            "created": f"{records.last_checked().isoformat()}T00:00:00Z", "licenses": [_licence(own)]}
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
