"""What is due for a new look on a day, as Markdown: by page, and by the file that holds it."""

from __future__ import annotations

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
    """A fact or a table that is due, and the pages that show it."""

    kind: str
    entry: Entry
    pages: tuple[str, ...]


def due(site: Site, on: date) -> list[Due]:
    """The facts and tables whose `check_by` is `on` or earlier, by file and line."""
    late = [Due(kind, entry, tuple(_pages(site, kind, entry.key)))
            for kind, entry in _dated(site.records) if entry.record.check_by <= on]
    return sorted(late, key=lambda one: (one.entry.path, one.entry.line))


def _dated(records: Records) -> Iterator[tuple[str, Entry]]:
    heads = (("table", table.head) for table in records.tables.values())
    for kind, entry in (*(("fact", entry) for entry in records.facts.values()), *heads):
        if entry.record.check_by:
            yield kind, entry


def _pages(site: Site, kind: str, key: str) -> Iterator[str]:
    for path, state in sorted(site.contexts.items()):
        if key in (state.facts if kind == "fact" else {name for name, _ in state.rows}):
            yield path


def report(found: list[Due], on: date) -> str:
    """The Markdown of a list to work through, with a count on top."""
    facts = sum(one.kind == "fact" for one in found)
    count = f"{_count(facts, 'fact')} and {_count(len(found) - facts, 'table')}"
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
    return (f"- [ ] `{place}` {one.kind} `{one.entry.key}`: {formats.markdown(what)}. Due since {record.check_by}, "
            f"checked {record.checked}.")
