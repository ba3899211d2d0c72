"""Macros that put events in the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from ..drawing.charts.strip import strip as strip_of
from ..records.entries import Entry, Table
from ..records.schema import Period, settings
from ..render import formats
from ..render.context import Broken, Mistake, PageContext
from ..render.templates import render
from .registry import call
from .tables import choose, rows_of

__all__ = ["all_events", "event_index", "timeline"]

_FULL = 60  # events of a decade that can be read in one go

Dated = tuple[Table, Entry]


@call
def timeline(page: PageContext, name: str, *, where: dict[str, object] | None = None,
             caption: str | None = None) -> str:
    """The events of a table: a strip drawn to scale, and the list."""
    known = rows_of(page, name, "event")
    dated = sorted(((known, entry) for entry in choose(known, where)), key=_date)
    return _drawn(page, name, known.head.record, dated, [_Group("", dated, False)], caption)


@call
def all_events(page: PageContext, *, title: str, since: int | None = None, until: int | None = None) -> str:
    """Every event of every table, each once and the newest first, under `title` as its caption.

    What is still to come stands on top, then the newest year or decade; what is older is folded. `since` and `until`
    are the first and the last year to list, for a list in parts; the strip has all years, with these marked.
    """
    every = _every(page)
    dated = [pair for pair in every if (since or _year(pair)) <= _year(pair) <= (until or _year(pair))]
    if not dated:
        raise Mistake(_no_year(since, until, sorted({_year(pair) for pair in every})))
    head = {"caption": title, "check_by": None}
    return _drawn(page, "all", head, dated, _newest_first(dated, page.records.last_checked()), every=every)


@call
def event_index(page: PageContext) -> str:
    """The years of events that other pages list, each with a link to it, under the title of its page.

    It stands on the first page of a list in parts, behind the events that are listed there.
    """
    lists = {name: path for path, context in page.so_far.items() for name in context.ids}
    years = list(dict.fromkeys(map(_year, _every(page))))
    for year in years:
        if _year_id(year) not in lists:
            raise Mistake(f"no page lists the events of {year}; a page of its own, or a call above, is all_events("
                          f'title="…", since={year}, until={year})')
    view = [(page.head(path).title, page.link(path), [(year, _year_id(year)) for year in few])
            for path, few in groupby(years, key=lambda year: lists[_year_id(year)]) if path != page.path]
    return render("event-index.md.jinja", pages=view)


def _every(page: PageContext) -> list[Dated]:
    """Every event, each once, the newest first."""
    tables = [table for table in page.records.tables.values() if table.head.record.kind == "event"]
    if not tables:
        raise Broken if page.records.is_unfit else Mistake("no table of events")
    return sorted(_each_once((table, entry) for table in tables for entry in table.rows), key=_date, reverse=True)


def _no_year(since: int | None, until: int | None, years: list[int]) -> str:
    """What is wrong with years between which there is no event."""
    if since and until and since > until:
        return f"since: {since} is after until, {until}; wanted: the first year, then the last"
    told = [f"{name} {year}" for name, year in (("since", since), ("until", until)) if year]
    return f"no event {' '.join(told)}; wanted: years from {years[0]} to {years[-1]}"


def _year_id(year: int) -> str:
    return f"in-{year}"


class _Group(NamedTuple):
    """Events under a name of their own, which a reader may unfold."""

    name: str
    dated: list[Dated]
    is_folded: bool


def _newest_first(dated: list[Dated], known: date) -> list[_Group]:
    """What is to come after the day to which the site knows, and what was, by year or decade."""
    past = [pair for pair in dated if _date(pair).start <= known]
    coming = [pair for pair in reversed(dated) if _date(pair).start > known]
    spans = [_Group(name, pairs, number > 0) for number, (name, pairs) in enumerate(_spans(past))]
    return [_Group("To come", coming, False), *spans] if coming else spans


def _spans(dated: list[Dated]) -> Iterator[tuple[str, list[Dated]]]:
    """Decades by name, and in place of one too full to be read its years; one with events of a single year has its."""
    for decade, pairs in groupby(dated, key=lambda pair: _year(pair) // 10):
        inside = list(pairs)
        if len(inside) <= _FULL and _year(inside[0]) != _year(inside[-1]):
            yield f"{decade}0s", inside
        else:
            yield from ((str(year), list(few)) for year, few in groupby(inside, key=_year))


def _date(pair: Dated) -> Period:
    return pair[1].record.date


def _year(pair: Dated) -> int:
    return _date(pair).start.year


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


def _drawn(page: PageContext, name: str, head: object, dated: list[Dated], groups: list[_Group],
           caption: str | None = None, every: list[Dated] | None = None) -> str:
    several = len({entry.record.topic for _, entry in dated}) > 1
    alike = len({entry.record.countries for _, entry in dated}) == 1
    view = [(group, [(page.id(_year_id(year)) if every else "", year,
                      [_event(page, *pair, several, alike) for pair in pairs])
                     for year, pairs in groupby(group.dated, key=_year)]) for group in groups]
    years = sorted(map(_year, dated))
    strip = strip_of(sorted(_date(pair).start for pair in every or dated), (years[0], years[-1]))
    return render("timeline.md.jinja", figure=page.id(f"timeline-{name}"), head=head, caption=caption, groups=view,
                  first=years[0], last=years[-1], checked=page.checked(entry for _, entry in dated),
                  strip=render("strip.svg.jinja", strip=strip, id=page.id(f"strip-{name}"), count=len(dated)))


def _event(page: PageContext, known: Table, entry: Entry, has_topic: bool, alike: bool) -> dict[str, object]:
    """What is printed of an event: no date that says the year again, no topic that all events share."""
    record = entry.record
    year = record.date.start.year
    date = formats.period(record.date) if record.date.text != str(year) else ""
    date = date.removesuffix(f" {year}") if date.count(str(year)) == 1 else date
    topic = settings().topics[record.topic] if has_topic else ""
    return {"date": date, "event": record.event, "topic": topic,
            "countries": () if alike else record.countries, "ref": page.row_ref(known, entry)}
