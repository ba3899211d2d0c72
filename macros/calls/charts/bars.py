"""Columns and bars."""

from __future__ import annotations

from ...drawing.charts import bars as layout
from ...render.axis_words import after_the_first, over_columns
from ...render.context import Mistake, PageContext
from ..registry import call
from .events import across, marked, mentioned
from .figure import axis_numbers, figure, heading, hollow, known_of, label_of, numbers_of, rows_of_chart

__all__ = ["bars", "columns"]

_UNKNOWN = "not known"


@call
def columns(page: PageContext, name: str, *, x: str, y: str, unit: str, title: str,
            where: dict[str, object] | None = None, events: str | None = None,
            events_where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Columns over a row of labels, with gaps where a value is unknown; `counted` says what, where the table's title
    does not say it. `events` is a table with columns `on` and `words`, whose rows are marked.
    """
    known, entries = rows_of_chart(page, name, where, unit)
    labels, moments = across(known, entries, x)
    values = numbers_of(known, entries, y, unit)
    marks, at = marked(page, events, events_where, moments), axis_numbers(known_of([values]), unit)
    over = over_columns(values, unit, at.scale)
    chart = layout.columns(list(zip(labels, values, strict=True)), hollow(known, entries), moments=moments or (),
                           events=[mark[:3] for mark in marks], letters=max(map(len, over)), left=at.left)
    return figure(page, known, entries, "columns", [x, y], title=title, counted=counted, left=at.left,
                  refs=mentioned(page, events, marks),
                  drawings=[{"chart": chart, "unit": unit, "over": over, "axis": at}])


@call
def bars(page: PageContext, name: str, *, label: str, values: list[str], unit: str, title: str,
         where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Horizontal bars, one group for each row and one bar for each field in `values`, some of which may be unknown."""
    known, entries = rows_of_chart(page, name, where, unit)
    if not values:
        raise Mistake("bars() wants at least one field in values")
    rows = zip(*(numbers_of(known, entries, field, unit) for field in values), strict=True)
    groups = [(label_of(known, entry, label), row) for entry, row in zip(entries, rows, strict=True)]
    _refuse_empty(groups, name)
    beside = [words or _UNKNOWN for words in after_the_first([one for _, row in groups for one in row], unit)]
    series, letters, others = [heading(known, field) for field in values], max(map(len, beside)), hollow(known, entries)
    charts = [draw(groups, letters, hollow=others) for draw in (layout.bars, layout.bars_beside)]
    return figure(page, known, entries, "bars", [label, *values], title=title, counted=counted, series=series,
                  room=charts[0].room,
                  drawings=[{"chart": chart, "unit": unit, "series": series, "unknown": _UNKNOWN, "beside": beside}
                            for chart in charts])


def _refuse_empty(groups: list[tuple[str, tuple[float | None, ...]]], name: str) -> None:
    empty = [label for label, values in groups if not any(value is not None for value in values)]
    if empty:
        raise Mistake(f"table {name!r} has no number for {', '.join(empty)}; choose rows with where=")
