"""Macros that stand inside a sentence."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from ..records.entries import Table
from ..records.problems import allowed
from ..records.schema import settings
from ..render import formats
from ..render.context import Broken, Mistake, PageContext
from .registry import call

__all__ = ["cell", "cite", "fact", "note", "number"]


@call
def fact(page: PageContext, id: str, *, unit: bool = True, exact: bool = False) -> Markup:
    """The value of a fact with its unit and its note, in three digits unless it is to be `exact`."""
    entry = page.fact(id)
    record = entry.record
    bare = None if record.unit != "date" else "date"
    text = (formats.quantity if exact else formats.spoken)(record.value, record.unit if unit else bare)
    whole = formats.quantity(record.value, record.unit)
    return value(text, record.check_by) + page.fact_ref(entry, is_whole=text == whole)


@call
def note(page: PageContext, *ids: str) -> Markup:
    """The notes of facts, to support a sentence in words."""
    if not ids:
        raise Mistake("note() wants the id of at least one fact")
    return Markup("").join(page.fact_ref(page.fact(id)) for id in once("note", ids))


def once(call: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids that a call is given; Mistake if one of them stands twice."""
    if twice := next((id for id in ids if ids.count(id) > 1), None):
        raise Mistake(f"{call}(): {twice!r} stands here twice; keep one", twice)
    return ids


@call
def cite(page: PageContext, source: str, locator: str = "") -> Markup:
    """The note of a source, at a place in it, to support a statement without figures."""
    return page.source_ref(page.source(source), locator)


@call
def cell(page: PageContext, table: str, row: str, field: str, *, exact: bool = False) -> Markup:
    """One value of a table with the note of its row, in three digits unless it is to be `exact`."""
    known = page.table(table)
    entry = page.row(known, row)
    if field not in columns_of(known):
        raise Mistake(f"no field {field!r} in table {table!r}; {allowed(field, columns_of(known))}", field)
    if getattr(entry.record, field) is None:
        raise Mistake(f"row {row!r} of table {table!r} has no {field}; name a cell with a value", field)
    text = formats.cell_text(getattr(entry.record, field), unit_of(known.model, field), is_spoken=not exact)
    return value(text, known.head.record.check_by) + page.row_ref(known, entry)


@call
def number(page: PageContext, row: str) -> Markup:
    """The number of a bill, from the table of bills, so that it is typed once; without a note."""
    told = settings().numbered
    if told is None:
        raise Mistake("number() wants numbered: in data/site.yml")
    if told.table not in page.records.tables or told.column not in columns_of(page.table(told.table)):
        raise Broken  # told in the settings
    entry = page.row(page.table(told.table), row)
    page.rows.add((told.table, row))
    return formats.markdown(formats.cell_text(getattr(entry.record, told.column) or ""))


_BEHIND = ("sources", "note", "caution", "checked", "searched")


def columns_of(table: Table) -> list[str]:
    """The columns of a table that a call may show or draw: all but what stands behind a row."""
    return [name for name in table.model.model_fields if name not in _BEHIND]


def unit_of(model: type, field: str, in_table: bool = False) -> str | None:
    """The unit that a model gives one of its fields, if any; none in a table whose head says it already."""
    known = model.model_fields.get(field)
    extra = known.json_schema_extra if known else None
    said = not isinstance(extra, dict) or (in_table and extra.get("unit_in_title"))
    return None if said else extra.get("unit")


def value(text: str, due: date | None) -> Markup:
    """A figure as it stands in a page; the browser marks it from the day `due` on."""
    day = Markup(' data-due="{}"').format(due) if due else ""
    return Markup('<span class="fact"{}>{}</span>').format(day, formats.markdown(text))
