"""Columns and bars."""

from __future__ import annotations

from ...drawing.charts import bars as layout
from ...render import formats
from ...render.context import Mistake, PageContext
from ..registry import call
from .figure import figure, heading, hollow, label_of, number_of, rows_of_chart

__all__ = ["bars", "columns"]


@call
def columns(page: PageContext, name: str, *, x: str, y: str, unit: str, title: str,
            where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Columns over a row of labels, with gaps where a value is unknown; `counted` says what, where the table's title
    does not say it.
    """
    known, entries = rows_of_chart(page, name, where, unit)
    labels = [label_of(known, entry, x) for entry in entries]
    values = [number_of(known, entry, y) for entry in entries]
    chart = layout.columns(list(zip(labels, values, strict=True)), hollow(known, entries))
    return figure(page, known, entries, "columns", [x, y], title=title, counted=counted,
                  drawings=[{"chart": chart, "unit": unit}])


@call
def bars(page: PageContext, name: str, *, label: str, values: list[str], unit: str, title: str,
         where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Horizontal bars, one group for each row and one bar for each field in `values`."""
    known, entries = rows_of_chart(page, name, where, unit)
    if not values:
        raise Mistake("bars() wants at least one field in values")
    groups = [(label_of(known, entry, label), [number_of(known, entry, field) for field in values])
              for entry in entries]
    _refuse_gaps(groups, name)
    chart = layout.bars(groups, _longest(groups, unit))
    series = [heading(known, field) for field in values]
    return figure(page, known, entries, "bars", [label, *values], title=title, counted=counted, series=series,
                  room=chart.room, drawings=[{"chart": chart, "unit": unit, "series": series}])


def _longest(groups: list[tuple[str, list[float]]], unit: str) -> int:
    return max(len(formats.short(value, unit)) for _, values in groups for value in values)


def _refuse_gaps(groups: list[tuple[str, list[float | None]]], name: str) -> None:
    gaps = [label for label, values in groups if None in values]
    if gaps:
        raise Mistake(f"table {name!r} has no number for {', '.join(gaps)}; choose rows with where=")
