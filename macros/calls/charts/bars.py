"""Columns and bars."""

from __future__ import annotations

from ...drawing.charts import bars as layout
from ...drawing.charts.axes import nice_ticks
from ...render import formats
from ...render.context import Mistake, PageContext
from ..registry import call
from .events import across, marked, mentioned
from .figure import figure, heading, hollow, label_of, number_of, rows_of_chart

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
    values = [number_of(known, entry, y) for entry in entries]
    marks, beside = marked(page, events, events_where, moments), layout.room(_widest_tick(values))
    chart = layout.columns(list(zip(labels, values, strict=True)), hollow(known, entries), moments=moments or (),
                           events=[mark[:3] for mark in marks], letters=_longest([values], None), room=beside)
    return figure(page, known, entries, "columns", [x, y], title=title, counted=counted, room=beside,
                  refs=mentioned(page, events, marks), drawings=[{"chart": chart, "unit": unit}])


@call
def bars(page: PageContext, name: str, *, label: str, values: list[str], unit: str, title: str,
         where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Horizontal bars, one group for each row and one bar for each field in `values`, some of which may be unknown."""
    known, entries = rows_of_chart(page, name, where, unit)
    if not values:
        raise Mistake("bars() wants at least one field in values")
    groups = [(label_of(known, entry, label), [number_of(known, entry, field) for field in values])
              for entry in entries]
    _refuse_empty(groups, name)
    chart = layout.bars(groups, _longest([numbers for _, numbers in groups], unit), hollow=hollow(known, entries))
    series = [heading(known, field) for field in values]
    return figure(page, known, entries, "bars", [label, *values], title=title, counted=counted, series=series,
                  room=chart.room, drawings=[{"chart": chart, "unit": unit, "series": series, "unknown": _UNKNOWN}])


def _longest(rows: list[list[float | None]], unit: str | None) -> int:
    """Letters of the longest value."""
    return max(len(_UNKNOWN if value is None and unit else formats.short(value or 0, unit))
               for values in rows for value in values)


def _widest_tick(values: list[float | None]) -> int:
    """Letters of the longest number at the axis."""
    ticks = nice_ticks(max((value for value in values if value is not None), default=0))
    return max(len(formats.number(tick)) for tick in ticks)


def _refuse_empty(groups: list[tuple[str, list[float | None]]], name: str) -> None:
    empty = [label for label, values in groups if not any(value is not None for value in values)]
    if empty:
        raise Mistake(f"table {name!r} has no number for {', '.join(empty)}; choose rows with where=")
