"""What the columns of the published CSV files hold: type, meaning and unit of each.

The form is that of a Data Package with Table Schemas (frictionlessdata.io/specs), which programs read beside the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import get_args

from pydantic.fields import FieldInfo

from ..calls.inline import unit_of
from ..records.entries import Records, Table
from ..records.schema import Fact, Record, Source, settings
from ..records.schema.settings import Licence
from ..render.formats import slug

__all__ = ["FACT_COLUMNS", "SOURCE_COLUMNS", "columns", "package", "shared"]

FACT_COLUMNS = ("id", "label", "value", "unit", "shown", "as_of", "checked", "check_by", "note", "caution", "sources")
SOURCE_COLUMNS = ("id", "title", "publisher", "url", "published", "accessed", "kind", "caveat")
_TYPES = (({bool}, "boolean"), ({int}, "integer"), ({int, float}, "number"))
_ADDED = {"id": "Name of the record.", "shown": "The value as pages show it.",
          "licence": "What may be done with the figures of the row."}  # that no model of a record has


def columns(table: Table) -> list[str]:
    """The columns of a table's CSV file: what its pages can show, and what stands behind each row."""
    shown = [name for name, field in table.model.model_fields.items() if field.title]
    return ["id", *shown, "as_of", "checked", "note", "caution", "sources", "licence"]


def shared(records: Records) -> list[tuple[str, Table]]:
    """The tables, by name, that may be passed on as files."""
    return [(name, table) for name, table in records.tables.items() if table.head.record.download]


def package(records: Records) -> str:
    """The package of every CSV file, as JSON."""
    own = next(iter(settings().licences.values()))
    tables = [_resource(name, table.head.record.title, table.model, columns(table), table.head.record.rights[1])
              for name, table in shared(records)]
    return json.dumps({
        "profile": "tabular-data-package", "name": slug(settings().title), "title": settings().title,
        "licenses": [_licence(own)],
        "resources": [_resource("facts", "All facts", Fact, FACT_COLUMNS, own),
                      _resource("sources", "All sources", Source, SOURCE_COLUMNS, own), *tables],
    }, ensure_ascii=False, indent=1) + "\n"


def _resource(name: str, title: str, model: type[Record], names: Iterable[str],
              licence: Licence) -> dict[str, object]:
    fields = [_field(model, column) for column in names]
    return {"profile": "tabular-data-resource", "name": name, "path": f"{name}.csv", "title": title,
            "encoding": "utf-8", "licenses": [_licence(licence)],
            "schema": {"fields": fields, "primaryKey": "id"}}


def _licence(licence: Licence) -> dict[str, str]:
    """A licence in the words of a Data Package."""
    return {"name": licence.id, "title": licence.says, **({"path": licence.url} if licence.url else {})}


def _field(model: type[Record], name: str) -> dict[str, object]:
    known = model.model_fields.get(name)
    told = {"name": name, "type": _type(known) if known else "string", "title": known and known.title,
            "description": known.description if known else _ADDED[name], "unit": unit_of(model, name)}
    return {key: value for key, value in told.items() if value}


def _type(field: FieldInfo) -> str:
    """The type of a column in the words of a Table Schema; whatever is written in several ways is text."""
    kinds = set(_leaves(field.annotation)) - {type(None)}
    return next((name for known, name in _TYPES if kinds <= known), "string")


def _leaves(annotation: object) -> Iterator[object]:
    if inside := get_args(annotation):
        for part in inside:
            yield from _leaves(part)
    else:
        yield annotation
