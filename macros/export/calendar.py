"""What must be decided and by when, and when series are due again, as a calendar (RFC 5545).

A day is an event of its own; what else the records say of that day stands in its words. The same record keeps its UID,
so that a calendar which is subscribed to moves an event whose day has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ..records.entries import Records
from ..records.schema import settings
from ..records.schema.periods import parse_period
from ..render.addresses import site_link
from ..render.context import PageContext
from ..render.formats import slug

__all__ = ["CALENDAR", "calendar"]

CALENDAR = "decisions.ics"
_LONGEST = 75  # octets of a line, without its end (RFC 5545, section 3.1)
_FIRST = date(2026, 1, 1)  # from which revisions are counted
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True)
class _Event:
    """A day to come: the record's name, what is due, more words, when somebody last looked, a page that shows it."""

    name: str
    day: date
    title: str
    words: tuple[str, ...]
    checked: date
    page: str | None


def calendar(records: Records, contexts: Mapping[str, PageContext]) -> str:
    """The calendar of decisions, of dated facts that had not come when last checked, and of editions to come."""
    decisions = list(_decisions(records, contexts))
    dates = list(_dates(records, contexts))
    same = {event.day: tuple(f"Also on this day: {other.title}." for other in dates if other.day == event.day)
            for event in decisions}
    shown = [*decisions, *(event for event in dates if event.day not in same), *_editions(records, contexts)]
    stamp = _stamp(records)
    lines = [*_head(), *(line for event in sorted(shown, key=lambda one: (one.day, one.name))
                         for line in _lines(event, same.get(event.day, ()), stamp)), "END:VCALENDAR"]
    return "".join(map(_folded, lines))


def _decisions(records: Records, contexts: Mapping[str, PageContext]) -> Iterator[_Event]:
    for name, table in records.tables.items():
        for entry in table.rows if table.head.record.kind == "decision" else ():
            row, page = entry.record, _page(contexts, lambda one, key=(name, entry.key): key in one.rows)
            words = (f"Who: {row.decider}.", f"If nothing happens: {row.otherwise}")
            yield _Event(f"{name}.{entry.key}", row.on.end, row.what, words, records.checked(entry), page)


def _dates(records: Records, contexts: Mapping[str, PageContext]) -> Iterator[_Event]:
    for key, entry in records.facts.items():
        fact = entry.record
        on = parse_period(fact.value) if fact.unit == "date" else None
        if on and on.start == on.end and on.start > fact.checked:
            page = _page(contexts, lambda one, key=key: key in one.facts)
            yield _Event(f"fact.{key}", on.start, fact.label, (fact.note,) if fact.note else (), fact.checked, page)


def _editions(records: Records, contexts: Mapping[str, PageContext]) -> Iterator[_Event]:
    for key, entry in records.sources.items():
        source = entry.record
        if source.dataset and source.dataset.next and source.dataset.next > records.last_checked():
            page = _page(contexts, lambda one, key=key: key in one.sources)
            yield _Event(f"series.{key}", source.dataset.next, f"New edition due: {source.title}",
                         (f"{source.publisher}.", f"Used here: {source.dataset.edition}."), source.accessed, page)


def _page(contexts: Mapping[str, PageContext], is_shown: Callable[[PageContext], bool]) -> str | None:
    return min((path for path, context in contexts.items() if is_shown(context)), default=None)


def _stamp(records: Records) -> str:
    """The moment of the build; where it is not told, the last day on which anything was checked."""
    last = datetime.combine(records.last_checked(), datetime.min.time(), UTC)
    told = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), UTC)
    return max(last, told).strftime("%Y%m%dT%H%M%SZ")


def _head() -> list[str]:
    title = _text(f"{settings().title}: what comes next")
    home = site_link("index.md")
    return ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(settings().title)}//decisions//EN",
            "CALSCALE:GREGORIAN",
            f"NAME:{title}", f"X-WR-CALNAME:{title}", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D",
            *([f"SOURCE;VALUE=URI:{home}{CALENDAR}", f"URL:{home}"] if home else [])]


def _lines(event: _Event, more: tuple[str, ...], stamp: str) -> list[str]:
    link = site_link(event.page) if event.page else None
    return ["BEGIN:VEVENT", f"UID:{event.name}@{slug(settings().title)}", f"DTSTAMP:{stamp}",
            f"LAST-MODIFIED:{event.checked:%Y%m%d}T000000Z", f"SEQUENCE:{max(0, (event.checked - _FIRST).days)}",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}", f"DTEND;VALUE=DATE:{event.day + timedelta(1):%Y%m%d}",
            f"SUMMARY:{_text(event.title)}", *_described((*event.words, *more)),
            *([f"URL:{link}"] if link else []), "TRANSP:TRANSPARENT", "END:VEVENT"]


def _described(words: tuple[str, ...]) -> list[str]:
    return ["DESCRIPTION:" + _text("\n".join(words))] if words else []


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line in parts of at most 75 octets, none of which cuts a letter."""
    parts, part = [], b""
    for letter in line:
        octets = letter.encode("utf-8")
        if len(part) + len(octets) > _LONGEST:
            parts, part = [*parts, part], b" "
        part += octets
    return b"\r\n".join([*parts, part]).decode("utf-8") + "\r\n"
