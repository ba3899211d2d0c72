"""Lines over time, in one drawing or in one for each column."""

from __future__ import annotations

from textwrap import wrap

from ...drawing.charts import lines as layout
from ...drawing.charts.bars import room
from ...records.entries import Entry, Table
from ...records.problems import allowed
from ...records.schema import known as names
from ...render import formats
from ...render.axis_words import bare
from ...render.context import Mistake, PageContext
from ..registry import call
from .events import Mark, across, marked, mentioned
from .figure import axis_numbers, figure, heading, hollow, known_of, numbers_of, rows_of_chart

__all__ = ["lines", "panels"]

_FEW = 3  # lines that all have a color, where none is said to be strong
_LETTERS = 14  # of a name at the end of a line, on one row
_REST = "rest"  # the class of lines in the background
_SCALES = {"own": ("own",), "shared": ("shared",), "both": ("shared", "own")}
_PANEL = 84  # pixels that the plot of a small drawing is high


@call
def lines(page: PageContext, name: str, *, x: str, y: list[str], unit: str, title: str,
          where: dict[str, object] | None = None, strong: list[str] | None = None,
          events: str | None = None, events_where: dict[str, object] | None = None, counted: str | None = None) -> str:
    """Lines over a row of labels, one for each field in `y`; those in `strong` stand out. `events` is a table with
    columns `on` and `words`, whose rows are marked.
    """
    known, entries = rows_of_chart(page, name, where, unit)
    series = _series(known, entries, y, unit)
    labels, moments = across(known, entries, x)
    marks = marked(page, events, events_where, moments)
    looks = _looks(y, strong)
    ends = [_end(name, values, unit, look) for (name, values), look in zip(series.items(), looks, strict=True)]
    beside = room(2 + max(len(row) for rows in ends for row in rows))
    at = axis_numbers(known_of(series.values()), unit)
    chart = layout.lines(labels, series, moments, hollow=hollow(known, entries), ends=ends, room=beside,
                         left=at.left, events=[mark[:3] for mark in marks])
    return figure(page, known, entries, "lines", [x, *y], title=title, counted=counted,
                  refs=mentioned(page, events, marks), room=beside, left=at.left,
                  drawings=[{"chart": chart, "unit": unit, "looks": looks, "axis": at}])


@call
def panels(page: PageContext, name: str, *, x: str, y: list[str], unit: str, title: str,
           where: dict[str, object] | None = None, events: str | None = None, scales: str = "own",
           counted: str | None = None) -> str:
    """A small drawing of a line for each field in `y`: on `scales` of its "own", on one "shared" by all, or on "both",
    one after the other. `events` is a table with columns `country`, `on` and `words`: a row is marked where its country
    heads the column.
    """
    if scales not in _SCALES:
        raise Mistake(f"scales: {scales!r} is not one of the values; {allowed(scales, _SCALES)}", scales)
    known, entries = rows_of_chart(page, name, where, unit)
    series = _series(known, entries, y, unit)
    labels, moments = across(known, entries, x)
    marks = {column: marked(page, events, {"country": column}, moments) if events and column in names("countries")
             else [] for column in series}
    first, *others = ([_panel(column, values, labels, moments, unit, marks[column], hollow=hollow(known, entries),
                              holds=known_of(series.values()) if scale == "shared" else ())
                       for column, values in series.items()]
                      for scale in _SCALES[scales])
    return figure(page, known, entries, "panels", [x, *y], title=title, counted=counted, drawings=first,
                  others=others[0] if others else (),
                  refs=mentioned(page, events, [mark for row in marks.values() for mark in row]))


def _panel(column: str, values: list[float | None], labels: list[str], moments: list[float] | None, unit: str,
           marks: list[Mark], **options: object) -> dict[str, object]:
    """What the template of a small drawing is given; `options` are of its layout."""
    chart = layout.lines(labels, {column: values}, moments, plot=_PANEL, tight=True,
                         events=[(mark.moment, "", "") for mark in marks], **options)
    line = chart.lines[0]
    when = dict(zip(line.points, labels, strict=True))
    first, last, most = (f"{formats.rounded(point.value, unit)} in {when[point]}"
                         for point in (line.alike[0], line.alike[-1], line.peak))
    return {"chart": chart, "unit": unit, "title": column, "labels": labels, "first": first, "last": last, "most": most,
            "peak": f"{bare(line.peak.value, unit)} in {when[line.peak]}",
            "events": [f"{mark.words} {int(mark.moment)}" for mark in marks]}


def _series(known: Table, entries: list[Entry], fields: list[str], unit: str) -> dict[str, list[float | None]]:
    """The numbers of each column by its title; Mistake where there is nothing to draw, or two of one title."""
    series = {heading(known, field): numbers_of(known, entries, field, unit) for field in fields}
    if not series:
        raise Mistake("wanted: at least one field in y")
    if len(series) < len(fields):
        raise Mistake("two columns of one title in y; name those that readers can tell apart")
    for title, values in series.items():
        if all(value is None for value in values):
            raise Mistake(f"column {title!r} has no number in the rows chosen")
    return series


def _end(name: str, values: list[float | None], unit: str, look: str) -> tuple[str, ...]:
    """What stands at the end of a line: its name, and under it its last value if it stands out."""
    last = next(value for value in reversed(values) if value is not None)
    rows = tuple(wrap(name, _LETTERS)) or ("",)
    return rows if look == _REST else (*rows, *wrap(formats.short(last, unit), _LETTERS))


def _looks(fields: list[str], strong: list[str] | None) -> list[str]:
    """The class of each line: a number of its color, or that it stays in the background."""
    chosen = strong if strong is not None else fields if len(fields) <= _FEW else fields[:1]
    for field in chosen:
        if field not in fields:
            raise Mistake(f"strong: no field {field!r} in y; {allowed(field, fields)}", field)
    numbers = {field: str(number) for number, field in enumerate(chosen, 1)}
    return [numbers.get(field, _REST) for field in fields]
