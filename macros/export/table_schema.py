"""The columns of published files, in the words of a Table Schema (datapackage.org).

A period has two more columns, with its first and its last day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, get_args, get_origin

from ..calls.inline import unit_of
from ..records.entries import Table
from ..records.schema import Period, Record

__all__ = ["ITEMS", "PLACES", "Field", "days", "declared", "fields", "kind_of"]

Field = dict[str, object]
ITEMS, PLACES = ";", "|"  # between the entries of a cell; between what is in several sources
_TYPES = (({bool}, "boolean"), ({int}, "integer"), ({int, float}, "number"), ({date}, "date"), ({Period}, "period"))


def declared(table: Table, names: Iterable[str]) -> Iterator[Field]:
    """The columns of a table, with what its head allows in their cells."""
    known = {column.name: column for column in table.head.record.columns}
    for field in fields(table.model, names):
        if column := known.get(field["name"]):
            for rule in ("minimum", "maximum", "pattern"):
                if (told := getattr(column, rule)) is not None:
                    field.setdefault("constraints", {})[rule] = told
        yield field


def fields(model: type[Record], names: Iterable[str], may_lack: bool = False) -> Iterator[Field]:
    """Columns for the fields of a model: three for a period, else one."""
    for name in names:
        known = model.model_fields[name]
        kind, named = kind_of(known.annotation), known.alias or name
        told = {"name": named, "type": "string" if kind == "period" else kind, "title": known.title,
                "description": known.description, "unit": unit_of(model, name),
                "delimiter": (PLACES if name == "printed" else ITEMS) if kind == "list" else None,
                "constraints": _constraints(known.annotation, known.is_required() and not may_lack and kind != "list")}
        yield {key: value for key, value in told.items() if value}
        yield from days(named) if kind == "period" else ()


def days(name: str, when: str = "") -> list[Field]:
    return [{"name": f"{name}_{end}", "type": "date", "description": f"{words} day of {name}{when and f', {when}'}."}
            for end, words in (("start", "First"), ("end", "Last"))]


def _constraints(annotation: object, required: bool) -> dict[str, object]:
    words = [leaf for leaf in _leaves(annotation) if isinstance(leaf, str)]
    return {**({"required": True} if required else {}), **({"enum": words} if words else {})}


def kind_of(annotation: object) -> str:
    """The type of a column in the words of a Table Schema, or "period"; what is written in several ways is text."""
    kinds = set(_leaves(annotation)) - {type(None)}
    if Ellipsis in kinds:
        return "list"
    return next((name for known, name in _TYPES if kinds <= known), "string")


def _leaves(annotation: object) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        yield from _leaves(annotation.__origin__)
    elif inside := get_args(annotation):
        for part in inside:
            yield from _leaves(part)
    else:
        yield annotation
