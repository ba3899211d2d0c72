"""What is due for a new look on a day, as Markdown: by page, and by the file that holds it.

A fact and a table are due by their `check_by`, a data set when its next edition should be out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...records.entries import Entry, Records
from ...render import formats
from ...site.site import Site

__all__ = ["Due", "due", "report"]


@dataclass(frozen=True)
class Due:
    """A fact, a table or a data set that is due, since when, and the pages that show it."""

    kind: str
    entry: Entry
    since: date
    pages: tuple[str, ...]


def due(site: Site, on: date) -> list[Due]:
    """The facts, tables and data sets that are due on `on` or earlier, by file and line."""
    late = [Due(kind, entry, since, tuple(_pages(site, kind, entry.key)))
            for kind, entry, since in _dated(site.records) if since <= on]
    return sorted(late, key=lambda one: (one.entry.path, one.entry.line))


def _dated(records: Records) -> Iterator[tuple[str, Entry, date]]:
    heads = (("table", table.head) for table in records.tables.values())
    for kind, entry in (*(("fact", entry) for entry in records.facts.values()), *heads):
        if entry.record.check_by:
            yield kind, entry, entry.record.check_by
    for entry in records.sources.values():
        if entry.record.dataset and entry.record.dataset.next:
            yield "data set", entry, entry.record.dataset.next


def _pages(site: Site, kind: str, key: str) -> Iterator[str]:
    for path, state in sorted(site.contexts.items()):
        shown = {"fact": state.facts, "table": {name for name, _ in state.rows}, "data set": state.sources}
        if key in shown[kind]:
            yield path


def report(found: list[Due], on: date) -> str:
    """The Markdown of a list to work through, with a count on top."""
    kinds = Counter(one.kind for one in found)
    count = (f"{_count(kinds['fact'], 'fact')}, {_count(kinds['table'], 'table')} and "
             f"{_count(kinds['data set'], 'data set')}")
    lines = [f"# Due for a new look on {formats.day(on)}", "", f"{count}.", *_by_page(found), *_by_file(found)]
    return "\n".join(lines) + "\n"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _by_page(found: list[Due]) -> Iterator[str]:
    pages = sorted({page for one in found for page in one.pages})
    if pages:
        yield from ("", "## By page", "")
    for page in pages:
        yield f"- docs/{page}: {', '.join(f'`{one.entry.key}`' for one in found if page in one.pages)}"


def _by_file(found: Iterable[Due]) -> Iterator[str]:
    for path, members in groupby(found, lambda one: one.entry.path):
        yield from ("", f"## {path}", "")
        yield from (_line(one) for one in members)


def _line(one: Due) -> str:
    record, place = one.entry.record, f"{one.entry.path}:{one.entry.line}"
    what = (f"{record.label}: {formats.quantity(record.value, record.unit)}" if one.kind == "fact"
            else record.title)
    looked = record.accessed if one.kind == "data set" else record.checked
    return (f"- [ ] `{place}` {one.kind} `{one.entry.key}`: {formats.markdown(what)}. Due since {one.since}, "
            f"checked {looked}.")
