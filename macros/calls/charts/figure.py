"""What every chart has around it: finding, what is counted, who counts, its numbers on an axis and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...drawing.charts.axes import gutter, numbers
from ...records.entries import Entry, Table
from ...records.problems import allowed
from ...records.schema import Period, TableHead, known, settings
from ...records.schema.periods import parse_period
from ...render import formats
from ...render.addresses import site_link
from ...render.axis_words import Scale, scale_of
from ...render.cited_sources import publishers
from ...render.context import Mistake, PageContext
from ...render.embeds import embed, file_name
from ...render.templates import render
from ..inline import columns_of, unit_of
from ..tables import as_of, choose, spanned, twin
from .files import svg_file

__all__ = ["AxisNumbers", "axis_numbers", "figure", "heading", "hollow", "known_of", "label_of", "numbers_of",
           "rows_of_chart", "value_of"]

_SCALES = ("All on one scale", "Each on a scale of its own")  # of a chart that is drawn twice


def rows_of_chart(page: PageContext, name: str, where: dict | None, unit: str) -> tuple[Table, list[Entry]]:
    """The table and the rows to draw; Mistake if there is no such unit."""
    if unit not in known("units"):
        raise Mistake(f"no unit {unit!r}; {allowed(unit, known('units'))}", unit)
    rows_from = page.table(name)
    return rows_from, choose(rows_from, where)


def value_of(rows_from: Table, entry: Entry, field: str) -> object:
    """What a row holds in a column; Mistake if there is none of that name."""
    if field not in columns_of(rows_from):
        named = rows_from.head.key
        raise Mistake(f"table {named!r} has no field {field!r}; {allowed(field, columns_of(rows_from))}", field)
    return getattr(entry.record, field)


def label_of(rows_from: Table, entry: Entry, field: str) -> str:
    """A cell as the label of what is drawn for its row."""
    return formats.cell_text(value_of(rows_from, entry, field), unit_of(rows_from.model, field))


def numbers_of(rows_from: Table, entries: list[Entry], field: str, unit: str) -> list[float | None]:
    """A column as numbers to draw, None where a cell is empty; Mistake if it holds others or has another unit."""
    values = [value_of(rows_from, entry, field) for entry in entries]
    for value in values:
        if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise Mistake(f"field {field!r} holds {value!r}; a chart draws numbers", field)
    if (own := unit_of(rows_from.model, field)) not in (None, unit):
        raise Mistake(f"unit: {unit!r}, but column {field!r} of table {rows_from.head.key!r} is in {own!r}; wanted: "
                      f"unit={own!r}", unit)
    return values


def heading(rows_from: Table, field: str) -> str:
    """The title of a column."""
    named = rows_from.model.model_fields.get(field.removesuffix("_percent"))
    return (named.title if named else None) or field


def hollow(rows_from: Table, entries: list[Entry]) -> dict[int, str]:
    """Numbers of the rows that are counted on another basis than the usual one, each with that basis."""
    usual = next((column.default for column in rows_from.head.record.columns if column.name == "basis"), None)
    found = {number: getattr(entry.record, "basis", None) for number, entry in enumerate(entries)}
    return {number: basis for number, basis in found.items() if usual and basis != usual}


def figure(page: PageContext, rows_from: Table, entries: list[Entry], kind: str, fields: list[str], *, title: str,
           drawings: list[dict[str, object]], counted: str | None = None, series: Sequence[str] = (),
           room: int | None = None, left: int = 0, refs: Sequence[str] = (),
           others: Sequence[dict[str, object]] = ()) -> str:
    """The figure around drawings, of which each is what the template of that kind is given.

    title: the finding. counted: what is counted, where the title of the table does not say it. series: what a key
    names. room, left: letters right and left of the plot. refs: notes of what is drawn besides the rows. others: the
    same drawings, each on a scale of its own.
    """
    head, id = rows_from.head.record, page.id(f"chart-{rows_from.head.key}")
    drawn, again = _drawn(kind, id, title, drawings), _drawn(kind, f"{id}-own", title, others)
    said = {"counted": counted or head.title, "hollow": _other_bases(rows_from, entries),
            "as_of": _time(entries) or as_of(head, entries)}
    body = {"drawings": drawn, "views": drawings, "series": series, "room": room, "left": left, "kind": kind}
    files, framed = [], None
    if page.purpose == "publish":
        scales = [(id, "", drawn, drawings)] if not others else [
            (id, _SCALES[0], drawn, drawings), (f"{id}-own", _SCALES[1], again, others)]
        files = [(scale, _kept(page, name, svg_file(
            kind, title, f"{_line(**said)}{scale and f' {scale}.'}", _foot(page, entries, head), made, views, series,
            room or 0, left))) for name, scale, made, views in scales]
        framed = embed(page, id, title, _line(**said), f"{publishers(page.records, entries)}. {head.rights[1].says}.",
                       render("chart-body.svg.jinja", **body))
    return render("chart.md.jinja", id=id, title=title, again=again, others=others, head=head, files=files,
                  embed=framed, **body,
                  refs=dict.fromkeys([page.chart_ref(rows_from, entries), *refs]), checked=page.checked(entries),
                  csv=page.link(f"data/{head.table}.csv") if head.download else None,
                  publishers=publishers(page.records, entries),
                  twin=twin(page, rows_from, entries, fields, title), **said)


def _kept(page: PageContext, id: str, file: str) -> Markup:
    """Keeps the file of the drawing with that id among what is published; answers its address from the page."""
    path = f"charts/{file_name(page, id)}.svg"
    page.drawn[path] = file
    return page.link(path)


def _drawn(kind: str, id: str, title: str, views: Sequence[dict[str, object]]) -> list[Markup]:
    """Drawings of that kind, each with an id of its own."""
    return [render(f"{kind}.svg.jinja", **{"id": f"{id}-panel-{number}" if number else id, "first": id, "title": title,
                                           **view})
            for number, view in enumerate(views)]


_YEARS = range(1000, 2100)  # what a period may be; another number is none


def _time(entries: list[Entry]) -> str:
    """The years or periods that are drawn, first to last, where each row has one."""
    years = [getattr(entry.record, "year", None) for entry in entries]
    spans = [parse_period(year) if year in _YEARS else getattr(entry.record, "period", None)
             for year, entry in zip(years, entries, strict=True)]
    return spanned(spans) if all(isinstance(span, Period) for span in spans) else ""


def _line(counted: str, hollow: str, as_of: str) -> str:
    """What is counted, for when, and what is drawn hollow, in plain words."""
    return f"{counted}. {formats.as_of(as_of)}.{f' Hollow: {hollow}.' if hollow else ''}"


def _foot(page: PageContext, entries: list[Entry], head: TableHead) -> str:
    """Source, site, day and licence, for a file that leaves the site."""
    address = site_link(page.path) or ""
    return (f"{publishers(page.records, entries)}. {settings().title}{f', {address}' if address else ''}. "
            f"Checked {formats.period(page.checked(entries))}. {head.rights[1].says}.")


def _other_bases(rows_from: Table, entries: list[Entry]) -> str:
    """What is drawn hollow, and on which basis it is counted; "" where all is on one."""
    others: dict[str, list[str]] = {}
    for number, basis in hollow(rows_from, entries).items():
        others.setdefault(basis, []).append(_when(entries[number]))
    return ", ".join(f"{' and '.join(when)} ({basis})" for basis, when in others.items())


def _when(entry: Entry) -> str:
    year = getattr(entry.record, "year", None) or getattr(entry.record, "period", None) or entry.key
    return formats.period(year) if isinstance(year, Period) else str(year)


@dataclass(frozen=True)
class AxisNumbers:
    """The scale of an axis, and the text of each of its numbers from the lowest up."""

    scale: Scale
    texts: tuple[str, ...]

    @property
    def left(self) -> int:
        """For how many letters there is room left of the plot."""
        return gutter(self.texts)


def axis_numbers(values: Sequence[float], unit: str) -> AxisNumbers:
    """The numbers of an axis that holds `values`."""
    at = numbers(values)
    scale = scale_of(at, unit)
    return AxisNumbers(scale, tuple(scale.text(value) for value in at))


def known_of(series: Iterable[Iterable[float | None]]) -> list[float]:
    """Every number that is known."""
    return [value for values in series for value in values if value is not None]
