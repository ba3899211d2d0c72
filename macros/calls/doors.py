"""Cards that lead to pages, with the shape of a table's numbers as a small picture."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, validate_call

from ..drawing.charts import sparks as layout
from ..records.entries import Entry
from ..render import formats
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .cards import shown
from .charts.figure import heading, label_of, numbers_of, rows_of_chart
from .registry import call

__all__ = ["doors"]

_IN_PICTURE = {"draws", "table", "x", "y", "unit", "title"}


@call
def doors(page: PageContext, *cards: dict[str, Any]) -> str:
    """Cards that lead to pages: `page`, what it `says`, and a telling `fact` or a `picture`.

    A picture `draws` "columns" or "lines" of the columns `y` of a `table` over its column `x`, in their `unit`, under
    its `title`, the finding; it may have a `where`, and a line before the row whose `x` is its `mark`.
    """
    return render("doors.md.jinja", doors=[_door(page, entry) for entry in cards])


def _door(page: PageContext, door: dict[str, Any]) -> dict[str, object]:
    if wrong := {"page", "says", "picture" if "picture" in door else "fact"} ^ door.keys():
        raise Mistake(f"doors(): {', '.join(sorted(wrong))}; wanted in each: page, says, and fact or picture")
    for key, of in door.items():
        if not isinstance(of, dict if key == "picture" else str):
            raise Mistake(f"doors(): {key}: {of!r} does not fit; wanted: {'a mapping' if key == 'picture' else 'text'}")
    shows = _picture(page, door["picture"]) if "picture" in door else _fact(page.fact(door["fact"]), page)
    return {"title": page.head(door["page"]).title, "link": page.link(door["page"]), "says": door["says"], "svg": "",
            **shows}


def _fact(entry: Entry, page: PageContext) -> dict[str, object]:
    return {"value": shown(entry), "label": entry.record.label, "ref": page.fact_ref(entry)}


def _picture(page: PageContext, given: dict[str, Any]) -> dict[str, object]:
    if wrong := _IN_PICTURE ^ (given.keys() - {"where", "mark"}):
        raise Mistake(f"picture: {', '.join(sorted(wrong))}; wanted: {', '.join(sorted(_IN_PICTURE))}, and perhaps "
                      "mark and where")
    return _drawn(page, **given)


@validate_call(config=ConfigDict(strict=True))
def _drawn(page: Any, *, draws: Literal["columns", "lines"], table: str, x: str, y: list[str], unit: str, title: str,
           where: dict[str, object] | None = None, mark: int | None = None) -> dict[str, object]:
    known, entries = rows_of_chart(page, table, where, unit)
    series = [numbers_of(known, entries, field, unit) for field in y]
    _refuse_what_cannot_be_drawn(draws, series)
    labels = [label_of(known, entry, x) for entry in entries]
    words = [_words(heading(known, field), values, labels, unit) for field, values in zip(y, series, strict=True)]
    svg = render("spark.svg.jinja", draws=draws, words=" ".join(words), ends=(labels[0], labels[-1]),
                 drawn=(layout.columns(series[0]) if draws == "columns" else layout.lines(series)),
                 told=_told(draws, series[0], unit), mark=_place(entries, x, mark), size=(layout.WIDTH, layout.HEIGHT))
    return {"svg": svg, "value": title, "label": known.head.record.title, "ref": page.chart_ref(known, entries)}


def _told(draws: str, values: list[float | None], unit: str) -> tuple[float, float, str, str]:
    """The value that is printed, the highest column or the end of the line, and where."""
    known = [(value, number) for number, value in enumerate(values) if value is not None]
    value, number = max(known) if draws == "columns" else known[-1]
    words = formats.short(value, unit)
    return *layout.over(number, value, values, words), words


def _refuse_what_cannot_be_drawn(draws: str, series: list[list[float | None]]) -> None:
    if not series or draws == "columns" and series[1:]:
        raise Mistake(f"picture: {len(series)} fields in y; wanted: one, or for lines one or more")
    if not all(any(value is not None for value in values) for values in series):
        raise Mistake("picture: a field in y has no number in the rows chosen")
    if min(value for values in series for value in values if value is not None) < 0:
        raise Mistake("picture: a number below 0; a small picture begins at zero")


def _words(name: str, values: list[float | None], labels: list[str], unit: str) -> str:
    """What a line or a row of columns shows, for those who do not see it."""
    known = [(value, label) for value, label in zip(values, labels, strict=True) if value is not None]
    first, highest, last = known[0], max(known), known[-1]
    said = [f"{formats.short(value, unit)} in {label}" for value, label in (first, highest, last)]
    return f"{name}: {said[0]}, at most {said[1]}, {said[2]}."


def _place(entries: list[Entry], x: str, mark: int | None) -> float | None:
    """Where the line is drawn; Mistake where no row has it."""
    if mark is None:
        return None
    at = [getattr(entry.record, x) for entry in entries]
    if mark not in at:
        raise Mistake(f"picture: no row with {x} {mark}; wanted: one of {at[0]} to {at[-1]}", mark)
    return round(at.index(mark) * layout.WIDTH / len(at), 1)
