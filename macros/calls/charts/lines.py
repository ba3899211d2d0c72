"""Lines over time, in one drawing or in one for each column."""

from __future__ import annotations

from datetime import date

from ...drawing.charts import lines as layout
from ...drawing.charts.bars import room
from ...records.entries import Entry, Table
from ...records.schema import Period
from ...render import formats
from ...render.context import Mistake, PageContext
from ..registry import call
from ..tables import choose
from .figure import figure, heading, hollow, label_of, number_of, rows_of_chart, value_of

__all__ = ["lines", "panels"]

_FEW = 3  # lines that all have a color, where none is said to be strong
_REST = "rest"  # the class of lines in the background
_PANEL = 84  # pixels that the plot of a small drawing is high


@call
def lines(page: PageContext, name: str, *, x: str, y: list[str], unit: str, title: str,
          where: dict[str, object] | None = None, strong: list[str] | None = None, log: bool = False,
          events: str | None = None, events_where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Lines over a row of labels, one for each field in `y`; those in `strong` stand out. `events` is a table with
    columns `on` and `words`, whose rows are marked; `log` makes equal ratios equally high.
    """
    known, entries = rows_of_chart(page, name, where, unit)
    series = _series(known, entries, y, log)
    labels, moments = _across(known, entries, x)
    marked = _marked(page, events, events_where, moments)
    looks = _looks(y, strong)
    ends = [_end(name, values, unit, look) for (name, values), look in zip(series.items(), looks, strict=True)]
    chart = layout.lines(labels, series, moments, log=log, hollow=hollow(known, entries), ends=ends,
                         events=[(at, day, words) for at, day, words, _ in marked])
    return figure(page, known, entries, "lines", [x, *y], title=title, counted=counted,
                  refs=[ref for *_, ref in marked], room=room(1 + max(len(row) for rows in ends for row in rows)),
                  drawings=[{"chart": chart, "unit": unit, "looks": looks}])


@call
def panels(page: PageContext, name: str, *, x: str, y: list[str], unit: str, title: str,
           where: dict[str, object] | None = None, events: str | None = None, one_scale: bool = False,
           counted: str | None = None) -> str:
    """A small drawing of a line for each field in `y`, on a scale of its own or all on `one_scale`. `events` is a table
    with columns `country`, `on` and `words`: a row is marked where its country heads the column.
    """
    known, entries = rows_of_chart(page, name, where, unit)
    series = _series(known, entries, y, False)
    labels, moments = _across(known, entries, x)
    holds = [value for values in series.values() for value in values if value is not None] if one_scale else []
    drawings, refs = [], []
    for column, values in series.items():
        marked = _marked(page, events, {"country": column}, moments) if events else []
        chart = layout.lines(labels, {column: values}, moments, hollow=hollow(known, entries), holds=holds, plot=_PANEL,
                             events=[(at, "", "") for at, *_ in marked])
        refs += [ref for *_, ref in marked]
        drawings.append({"chart": chart, "unit": unit, "title": column, "labels": labels,
                         "events": [f"{words} {int(at)}" for at, _, words, _ in marked]})
    return figure(page, known, entries, "panels", [x, *y], title=title, counted=counted, refs=refs, drawings=drawings)


def _series(known: Table, entries: list[Entry], fields: list[str], log: bool) -> dict[str, list[float | None]]:
    """The numbers of each column by its title; Mistake where there is nothing to draw."""
    series = {heading(known, field): [number_of(known, entry, field) for entry in entries] for field in fields}
    if not series:
        raise Mistake("wanted: at least one field in y")
    for title, values in series.items():
        numbers = [value for value in values if value is not None]
        if not numbers:
            raise Mistake(f"column {title!r} has no number in the rows chosen")
        if log and min(numbers) <= 0:
            raise Mistake(f"column {title!r} holds {min(numbers)}; log draws numbers above 0")
    return series


def _across(known: Table, entries: list[Entry], field: str) -> tuple[list[str], list[float] | None]:
    """The labels of an axis, and the moments that they stand for if they are years or periods."""
    values = [value_of(known, entry, field) for entry in entries]
    labels = [label_of(known, entry, field) for entry in entries]
    if all(isinstance(value, int) for value in values):
        return labels, [value + 0.5 for value in values]
    if all(isinstance(value, Period) for value in values):
        return labels, [_moment(value.start) for value in values]
    return labels, None


def _moment(day: date) -> float:
    """A day as a year with its fraction."""
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _marked(page: PageContext, name: str | None, where: dict[str, object] | None,
            moments: list[float] | None) -> list[tuple[float, str, str, str]]:
    """Moment, day, words and note of each event of a table that falls into the time drawn."""
    if name is None:
        return []
    if moments is None:
        raise Mistake("events need an axis of years or periods")
    known, found = page.table(name), []
    for entry in _chosen(known, where):
        on, words = (value_of(known, entry, field) for field in ("on", "words"))
        if moments[0] - 0.5 <= _moment(on.start) <= moments[-1] + 0.5:
            found.append((_moment(on.start), formats.period(on), words, page.row_ref(known, entry)))
    return found


def _chosen(known: Table, where: dict[str, object] | None) -> list[Entry]:
    """The rows that fit; none where a panel has no event of its own."""
    country = (where or {}).get("country")
    names = {value_of(known, entry, "country") for entry in known.rows} if country else ()
    return [] if country and country not in names else choose(known, where)


def _end(name: str, values: list[float | None], unit: str, look: str) -> tuple[str, ...]:
    """What stands at the end of a line: its name, and under it its last value if it stands out."""
    last = next(value for value in reversed(values) if value is not None)
    return (name,) if look == _REST else (name, formats.short(last, unit))


def _looks(fields: list[str], strong: list[str] | None) -> list[str]:
    """The class of each line: a number of its color, or that it stays in the background."""
    chosen = strong if strong is not None else fields if len(fields) <= _FEW else fields[:1]
    for field in chosen:
        if field not in fields:
            raise Mistake(f"strong: no field {field!r} in y", field)
    numbers = {field: str(number) for number, field in enumerate(chosen, 1)}
    return [numbers.get(field, _REST) for field in fields]
