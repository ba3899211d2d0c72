"""Events that a chart marks, and the axis of time on which they stand."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...records.entries import Entry, Table
from ...records.schema import Period
from ...records.schema import known as names
from ...render import formats
from ...render.context import Mistake, PageContext
from ..tables import choose
from .figure import label_of, value_of

__all__ = ["Mark", "across", "marked", "mentioned"]

Moments = list[float] | None


class Mark(NamedTuple):
    """An event that falls into the time drawn: moment, day, words, and its row."""

    moment: float
    day: str
    words: str
    entry: Entry


def across(known: Table, entries: list[Entry], field: str) -> tuple[list[str], Moments]:
    """The labels of an axis, and the moments that they stand for if they are years or periods."""
    values = [value_of(known, entry, field) for entry in entries]
    labels = [label_of(known, entry, field) for entry in entries]
    if all(isinstance(value, int) for value in values):
        return labels, [value + 0.5 for value in values]
    if all(isinstance(value, Period) for value in values):
        return labels, [_moment(value.start) for value in values]
    return labels, None


def marked(page: PageContext, name: str | None, where: dict[str, object] | None, moments: Moments) -> list[Mark]:
    """The events of a table that fall into the time drawn; Mistake if the axis is no axis of time."""
    if name is None:
        return []
    if moments is None:
        raise Mistake("events need an axis of years or periods")
    known, found = page.table(name), []
    for entry in _chosen(known, where):
        on, words = (value_of(known, entry, field) for field in ("on", "words"))
        if moments[0] - 0.5 <= _moment(on.start) <= moments[-1] + 0.5:
            found.append(Mark(_moment(on.start), formats.period(on), words, entry))
    return found


def mentioned(page: PageContext, name: str | None, marks: list[Mark]) -> list[str]:
    """The one mark of a note for all events of a chart; none where it has none."""
    entries = list({mark.entry.key: mark.entry for mark in marks}.values())
    return [page.rows_ref(page.table(name), entries)] if name and entries else []


def _moment(day: date) -> float:
    """A day as a year with its fraction."""
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _chosen(known: Table, where: dict[str, object] | None) -> list[Entry]:
    """The rows that fit; none where a country has no event of its own."""
    country = (where or {}).get("country")
    there = {value_of(known, entry, "country") for entry in known.rows} if country else ()
    return [] if country in names("countries") and country not in there else choose(known, where)
