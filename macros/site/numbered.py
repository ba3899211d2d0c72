"""Numbers that stand once, in a column of one table, such as those of bills: `numbered` in `data/site.yml`.

Prose takes them from there by a call. Text in records, heads and arguments holds no calls; it names known ones only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..calls.inline import columns_of
from ..records.entries import Entry, Records
from ..records.problems import Problem, allowed
from ..records.schema import settings
from .pages import Page

__all__ = ["check_numbers"]


def check_numbers(records: Records, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Numbers typed into prose, and numbers that no row of the table has."""
    told = settings().numbered
    if told is None or told.table not in records.tables:
        return
    table = records.tables[told.table]
    if told.column not in columns_of(table):
        yield table.head.problem(f"numbered: in data/site.yml names column {told.column!r} of this table; "
                                 f"{allowed(told.column, columns_of(table))}", "table")
        return
    rows = {number: entry.key for entry in table.rows if isinstance(number := getattr(entry.record, told.column), str)}
    pattern = re.compile(rf"(?<![\w.])(?:{told.pattern})")
    titles = " ".join(entry.record.title for entry in records.sources.values())
    known = {number for number in rows if number} | set(pattern.findall(titles))
    for page in pages.values():
        yield from _in_page(page, pattern, rows, known)
    for entry in (*records.sourced(), *(table.head for table in records.tables.values())):
        yield from _in_record(entry, pattern, known)


def _in_page(page: Page, pattern: re.Pattern[str], rows: Mapping[str, str], known: set[str]) -> Iterator[Problem]:
    calls = [(call.start, call.end) for call in page.calls]
    for found in pattern.finditer(page.text):
        is_prose = found.start() >= page.body and not any(start <= found.start() < end for start, end in calls)
        if found[0] not in known:
            yield page.problem(found.start(), _unknown(found[0], known))
        elif is_prose and found[0] in rows:
            call, table = f'{{{{ number("{rows[found[0]]}") }}}}', settings().numbered.table
            yield page.problem(found.start(), f"{found[0]!r} typed; write {call}: it stands once, in table {table!r}")


def _in_record(entry: Entry, pattern: re.Pattern[str], known: set[str]) -> Iterator[Problem]:
    texts = {name: value for name, value in entry.record.__dict__.items() if type(value) is str}
    if set(pattern.findall("\n".join(texts.values()))) <= known:
        return
    for name, value in texts.items():
        for found in set(pattern.findall(value)) - known:
            yield entry.problem(f"{name}: {_unknown(found, known)}", name)


def _unknown(number: str, known: set[str]) -> str:
    return f"{number!r} is no number of table {settings().numbered.table!r}; {allowed(number, known)}"
