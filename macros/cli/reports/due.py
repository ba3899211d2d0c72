"""What is due for a new look on a day, as Markdown: under the page that shows it, with what comes due by month.

A fact and a table are due by their `check_by`, a data set when its next edition should be out. Where a day asks for too
much, some of it gets a day before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from ...records.entries import Entry, Records
from ...records.problems import counted
from ...render import formats
from ...site.site import Site

__all__ = ["MOST", "Due", "dated", "due", "report", "spread", "write"]

MOST = 20  # facts and tables that a day may ask for
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """A fact, a table or a data set, the day on which it is due, and the paths and titles of pages that show it."""

    kind: str
    entry: Entry
    since: date
    pages: tuple[tuple[str, str], ...] = ()


def due(site: Site) -> list[Due]:
    """Every fact, table and data set that is due some day, by day, file and line."""
    return sorted((Due(kind, entry, since, tuple(_pages(site, kind, entry.key)))
                   for kind, entry, since in _all(site.records)), key=_place)


def dated(records: Records) -> list[Due]:
    """The facts and tables that are due some day, by day, file and line, without their pages."""
    return sorted((Due(*one) for one in _all(records) if one[0] != "data set"), key=_place)


def _place(one: Due) -> tuple[date, str, int]:
    return one.since, one.entry.path, one.entry.line


def _all(records: Records) -> Iterator[tuple[str, Entry, date]]:
    heads = (("table", table.head) for table in records.tables.values())
    for kind, entry in (*(("fact", entry) for entry in records.facts.values()), *heads):
        if entry.record.check_by:
            yield kind, entry, entry.record.check_by
    for entry in records.sources.values():
        if entry.record.dataset and entry.record.dataset.next:
            yield "data set", entry, entry.record.dataset.next


def _pages(site: Site, kind: str, key: str) -> Iterator[tuple[str, str]]:
    for path, state in sorted(site.contexts.items()):
        shown = {"fact": state.facts, "table": {name for name, _ in state.rows}, "data set": state.sources}
        if key in shown[kind]:
            yield path, head.title if (head := site.pages[path].head) else path


def report(found: list[Due], on: date) -> str:
    """The Markdown of a list to work through on that day, with a count on top, and what comes due later."""
    late = [one for one in found if one.since <= on]
    kinds = Counter(one.kind for one in late)
    count = (f"{counted(kinds['fact'], 'fact')}, {counted(kinds['table'], 'table')} and "
             f"{counted(kinds['data set'], 'data set')}")
    lines = [f"# Due for a new look on {formats.day(on)}", "", f"{count}.", *_by_page(late),
             *_later([one for one in found if one.since > on])]
    return "\n".join(lines) + "\n"


def _by_page(late: list[Due]) -> Iterator[str]:
    """Each once, under the first page that shows it."""
    ordered = sorted(late, key=lambda one: (one.pages[:1], one.entry.path, one.entry.line))
    for pages, members in groupby(ordered, lambda one: one.pages[:1]):
        title = f"{formats.markdown(pages[0][1])} (docs/{pages[0][0]})" if pages else "On no page"
        yield from ("", f"## {title}", "", *map(_line, members))


def _line(one: Due) -> str:
    record = one.entry.record
    what = (f"{record.label}: {formats.quantity(record.value, record.unit)}" if one.kind == "fact"
            else f"{one.kind.capitalize()} “{record.title}”")
    looked = record.accessed if one.kind == "data set" else record.checked
    also = [title for _, title in one.pages[1:]]
    more = f" Also on {counted(len(also), 'page')}: {formats.markdown('; '.join(also))}." if also else ""
    return (f"- [ ] {formats.markdown(what)}. Due since {formats.day(one.since)}, checked {formats.day(looked)}, in "
            f"`{one.entry.path}:{one.entry.line}`.{more}")


def _later(later: list[Due]) -> Iterator[str]:
    """What comes due by month, and the days that ask for too much."""
    months = Counter(one.since.strftime("%Y-%m") for one in later)
    if months:
        yield from ("", "## Next due", "", "| Month | To look at |", "| --- | ---: |")
        yield from (f"| {formats.period(month)} | {count} |" for month, count in months.items())
    yield from _crowded(later)


def _crowded(later: Iterable[Due]) -> Iterator[str]:
    days = Counter(one.since for one in later if one.kind != "data set")
    for day, count in days.items():
        if count > MOST:
            yield from ("", f"{formats.day(day)} asks for {count} facts and tables, more than {MOST}: "
                        "`python -m macros due --spread` moves some of them to days before.")


def spread(records: Records, after: date) -> list[tuple[Due, date]]:
    """The facts and tables that need another day, each with that day, which is earlier and later than `after`.

    What stands side by side in a file stays on one day or on two that follow.
    """
    days: dict[date, list[Due]] = defaultdict(list)
    for one in dated(records):
        days[one.since].append(one)
    day = max(days, default=after)
    while day > after:
        days[day - _DAY] = days[day - _DAY] + days[day][:-MOST]
        days[day] = days[day][-MOST:]
        day -= _DAY
    return [(one, day) for day in sorted(days) if day > after for one in days[day] if one.since != day
            if day > one.entry.record.checked]


def write(root: Path, moved: Iterable[tuple[Due, date]]) -> int:
    """Writes the days into the files of data under `root`; answers how many were changed."""
    texts: dict[Path, list[str]] = {}
    count = 0
    for one, day in moved:
        lines = texts.setdefault(root / one.entry.path, (root / one.entry.path).read_text("utf-8").split("\n"))
        number = one.entry.problem("", "check_by").line - 1
        lines[number] = re.sub(rf"(check_by: *['\"]?){one.since}", rf"\g<1>{day}", lines[number], count=1)
        count += 1
    for file, lines in texts.items():
        file.write_text("\n".join(lines), "utf-8")
    return count
