"""Macros that draw the numbers of a table; a table twin stands on the same page."""

from __future__ import annotations

from datetime import date

from ..drawing import chart_layout
from ..records.entries import Entry, Table
from ..records.problems import allowed
from ..records.schema import Period, known
from ..render import formats
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .inline import columns_of, unit_of
from .registry import call
from .tables import as_of, choose, table

__all__ = ["bars", "columns", "lines", "twin"]


@call
def columns(page: PageContext, name: str, *, x: str, y: str, unit: str, title: str,
            where: dict[str, object] | None = None) -> str:
    """Columns over a row of labels, with gaps where a value is unknown."""
    known, entries = _entries(page, name, where, unit)
    labels = [_label(known, entry, x) for entry in entries]
    values = [_number(known, entry, y) for entry in entries]
    chart = chart_layout.columns(list(zip(labels, values, strict=True)))
    return _figure(page, known, entries, "columns.svg.jinja", [x, y], chart=chart, unit=unit,
                   title=title)


@call
def bars(page: PageContext, name: str, *, label: str, values: list[str], unit: str, title: str,
         where: dict[str, object] | None = None) -> str:
    """Horizontal bars, one group for each row and one bar for each field in `values`."""
    known, entries = _entries(page, name, where, unit)
    if not values:
        raise Mistake("bars() wants at least one field in values")
    groups = [(_label(known, entry, label), [_number(known, entry, field) for field in values])
              for entry in entries]
    _refuse_gaps(groups, name)
    chart = chart_layout.bars(groups, _longest(groups, unit))
    return _figure(page, known, entries, "bars.svg.jinja", [label, *values], chart=chart, unit=unit, title=title,
                   room=chart.room, series=[_heading(known, field) for field in values])


def _longest(groups: list[tuple[str, list[float]]], unit: str) -> int:
    return max(len(formats.quantity(value, unit)) for _, values in groups for value in values)


@call
def lines(page: PageContext, name: str, *, x: str, y: list[str], unit: str, title: str,
          where: dict[str, object] | None = None) -> str:
    """Lines over a row of labels, one for each field in `y`."""
    known, entries = _entries(page, name, where, unit)
    if not y:
        raise Mistake("lines() wants at least one field in y")
    labels = [_label(known, entry, x) for entry in entries]
    series = {_heading(known, field): [_number(known, entry, field) for entry in entries]
              for field in y}
    return _figure(page, known, entries, "lines.svg.jinja", [x, *y],
                   chart=chart_layout.line(labels, series, _days(known, entries, x)),
                   unit=unit, title=title, series=list(series))


def _days(known: Table, entries: list[Entry], field: str) -> list[date] | None:
    values = [_value(known, entry, field) for entry in entries]
    return [value.start for value in values] if all(isinstance(value, Period) for value in values) else None


def _entries(page: PageContext, name: str, where: dict | None, unit: str) -> tuple[Table, list[Entry]]:
    if unit not in known("units"):
        raise Mistake(f"no unit {unit!r}; {allowed(unit, known('units'))}", unit)
    rows_from = page.table(name)
    return rows_from, choose(rows_from, where)


def _value(known: Table, entry: Entry, field: str) -> object:
    if field not in columns_of(known):
        raise Mistake(f"table {known.head.key!r} has no field {field!r}; {allowed(field, columns_of(known))}", field)
    return getattr(entry.record, field)


def _label(known: Table, entry: Entry, field: str) -> str:
    return formats.cell_text(_value(known, entry, field), unit_of(known.model, field))


def _number(known: Table, entry: Entry, field: str) -> float | None:
    value = _value(known, entry, field)
    if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float))):
        raise Mistake(f"field {field!r} holds {value!r}; a chart draws numbers", field)
    return value


def _refuse_gaps(groups: list[tuple[str, list[float | None]]], name: str) -> None:
    gaps = [label for label, values in groups if None in values]
    if gaps:
        raise Mistake(f"table {name!r} has no number for {', '.join(gaps)}; choose rows with where=")


def _heading(known: Table, field: str) -> str:
    named = known.model.model_fields.get(field.removesuffix("_percent"))
    return (named.title if named else None) or field


def _figure(page: PageContext, known: Table, entries: list[Entry], template: str, fields: list[str],
            *, title: str, **view: object) -> str:
    name = known.head.key
    id, ref = page.id(f"chart-{name}"), page.chart_ref(known, entries)
    svg = render(template, id=id, title=title, **view)
    return render("chart.md.jinja", id=id, title=title, svg=svg, name=name, ref=ref,
                  twin=twin(known, entries, fields, page), kind=template.split(".")[0],
                  series=view.get("series", ()), room=view.get("room"),
                  head=known.head.record, as_of=as_of(known.head.record, entries))


def twin(known: Table, entries: list[Entry], fields: list[str], page: PageContext) -> str:
    """The rows drawn, as a table; nothing where the page has that table anyway."""
    if known.head.key in page.tables_called:
        return ""
    columns = [field.removesuffix("_percent") for field in fields]
    return table(page, known.head.key, columns=columns, where={"id": [row.key for row in entries]})
