"""Calls that make boxes and cards: key facts, decisions to come, steps, questions, and cards that lead to pages.

Cards may have the shape of a table’s numbers as a small picture.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any, Literal

from markupsafe import Markup
from pydantic import ConfigDict, validate_call

from ..drawing.charts import sparks as layout
from ..records.entries import Entry
from ..render import formats
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .charts.figure import heading, label_of, numbers_of, rows_of_chart
from .inline import once, value
from .registry import call
from .tables import choose, rows_of

__all__ = ["decisions", "doors", "flow", "key_facts", "questions", "shown"]

_IN_PICTURE = {"draws", "table", "x", "y", "unit", "title"}


@call
def key_facts(page: PageContext, *ids: str, title: str = "Key facts") -> str:
    """A box of facts: label, value and note of each."""
    if not ids:
        raise Mistake("key_facts() wants the ids of four to seven facts")
    entries = [page.fact(id) for id in once("key_facts", ids)]
    view = [(entry.record.label, shown(entry), page.fact_ref(entry)) for entry in entries]
    return render("key-facts.md.jinja", title=title, id=page.id("key-facts"), facts=view)


def shown(entry: Entry) -> Markup:
    """The value of a fact as a box shows it; the browser marks it from the day it is due."""
    record = entry.record
    text = formats.rounded(record.value, record.unit)
    return value(text[:1].upper() + text[1:], record.check_by)


@call
def decisions(page: PageContext, name: str) -> str:
    """What must be decided next, day by day, and what follows if nothing happens."""
    known = rows_of(page, name, "decision")
    view = [(entry.record, page.row_ref(known, entry)) for entry in known.rows]
    return render("decisions.md.jinja", id=page.id(f"decisions-{name}"), head=known.head.record, decisions=view)


@call
def flow(page: PageContext, name: str) -> str:
    """Steps drawn as a flow, stage by stage. It is made of text, so that it needs no table beside it."""
    known = rows_of(page, name, "step")
    stages = groupby(known.rows, key=lambda entry: entry.record.stage)
    view = [[(entry.record, page.row_ref(known, entry)) for entry in group] for _, group in stages]
    return render("flow.md.jinja", id=page.id(f"flow-{name}"), head=known.head.record, stages=view,
                  checked=page.checked(known.rows))


@call
def questions(page: PageContext, name: str, *, where: dict[str, object] | None = None) -> str:
    """Questions that readers ask: a short answer to each, and a link to the full one."""
    known = rows_of(page, name, "question")
    view = [(entry.record, page.link(entry.record.page), page.row_ref(known, entry))
            for entry in choose(known, where)]
    return render("questions.md.jinja", questions=view)


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
