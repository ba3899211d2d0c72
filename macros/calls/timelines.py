"""Macros that put events in the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ..drawing.charts.strip import strip as strip_of
from ..records.entries import Entry, Table
from ..records.schema import settings
from ..render import formats
from ..render.context import Broken, Mistake, PageContext
from ..render.templates import render
from .registry import call
from .tables import choose, rows_of

__all__ = ["all_events", "timeline"]

Dated = tuple[Table, Entry]


@call
def timeline(page: PageContext, name: str, *, where: dict[str, object] | None = None,
             caption: str | None = None) -> str:
    """The events of a table: a strip drawn to scale, and the list."""
    known = rows_of(page, name, "event")
    return _drawn(page, name, known.head.record, [(known, entry) for entry in choose(known, where)], caption)


@call
def all_events(page: PageContext, *, title: str) -> str:
    """Every event of every table, each once, under `title` as its caption."""
    tables = [table for table in page.records.tables.values() if table.head.record.kind == "event"]
    if not tables:
        raise Broken if page.records.is_unfit else Mistake("no table of events")
    dates = [entry.record.date for table in tables for entry in table.rows]
    head = {"caption": title, "as_of": f"{min(dates).start.year}/{max(dates).end.year}",
            "checked": min(table.head.record.checked for table in tables), "check_by": None}
    return _drawn(page, "all", head, _each_once((table, entry) for table in tables for entry in table.rows))


def _each_once(dated: Iterable[Dated]) -> list[Dated]:
    """Each event once, with the countries of every table that tells it."""
    seen: dict[tuple, list[Dated]] = {}
    for table, entry in dated:
        words = frozenset(re.findall(r"\w{4,}", entry.record.event.lower()))
        seen.setdefault((entry.record.date, words), []).append((table, entry))
    return [_joined(told) for told in seen.values()]


def _joined(told: list[Dated]) -> Dated:
    """An event as the page of all events tells it; what its sources print stands on the page of its subject."""
    table, entry = told[0]
    sources = tuple(citation.model_copy(update={"printed": None, "read": None, "copy_url": None})
                    for citation in entry.record.sources)
    countries = tuple(dict.fromkeys(name for _, each in told for name in each.record.countries or ()))
    return table, replace(entry, record=entry.record.model_copy(update={"countries": countries, "sources": sources}))


def _drawn(page: PageContext, name: str, head: object, dated: list[Dated], caption: str | None = None) -> str:
    dated = sorted(dated, key=lambda pair: pair[1].record.date)
    years = groupby(dated, key=lambda pair: pair[1].record.date.start.year)
    several = len({entry.record.topic for _, entry in dated}) > 1
    alike = len({entry.record.countries for _, entry in dated}) == 1
    view = [(year, [_event(page, *pair, several, alike) for pair in pairs]) for year, pairs in years]
    strip = strip_of([entry.record.date.start for _, entry in dated])
    return render("timeline.md.jinja", id=page.id(f"timeline-{name}"), head=head, caption=caption, years=view,
                  strip=render("strip.svg.jinja", strip=strip, id=page.id(f"strip-{name}")))


def _event(page: PageContext, known: Table, entry: Entry, has_topic: bool, alike: bool) -> dict[str, object]:
    """What is printed of an event: no date that says the year again, no topic that all events share."""
    record = entry.record
    date = formats.period(record.date) if record.date.text != str(record.date.start.year) else ""
    topic = settings().topics[record.topic] if has_topic else ""
    return {"date": date, "event": record.event, "topic": topic,
            "countries": () if alike else record.countries, "ref": page.row_ref(known, entry)}
