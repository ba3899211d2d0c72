"""Numbers in prose: those that stand once in a column of one table, and figures without a source.

Numbers such as those of bills, `numbered` in `data/site.yml`, are taken from their table by a call. Text in records,
heads and arguments holds no calls; it names known ones only. Any other number in prose has a note in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...calls.inline import columns_of
from ...records.entries import Entry, Records
from ...records.problems import Problem, allowed
from ...records.schema import settings
from ..pages import Page

__all__ = ["check_figures", "check_numbers"]

# headings, marks of lists, addresses, attributes, names of notes, characters by their number
_HIDDEN = re.compile(r"^#.*|^[ ]*(?:\d+\. )+|\]\([^)]*\)|\{[^}\n]*\}|`[^`\n]*`|<[^>\n]*>|\[\^[^\]\n]*\]|&#\w+;", re.M)
_BLOCK = re.compile(r"(?:(?!\n[ ]*\n|\n(?=[ ]*[-*] |[ ]*\d+\. |\|)).)+", re.S)
_NAMES = (r"(?:19|20)\d\d(?:s|[-–]\d\d)?", r"\d+(?:st|nd|rd|th)", r"[A-Z]+-\d+", r"[A-Z]+\d+[A-Z]?\d*")  # years, codes


def check_numbers(records: Records, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Numbers typed into prose, and numbers that no row of the table has."""
    told = settings().numbered
    if told is None or told.table not in records.tables:
        return
    table = records.tables[told.table]
    if told.column not in columns_of(table):
        return  # told where the settings name it
    rows = {number: entry for entry in table.rows if isinstance(number := getattr(entry.record, told.column), str)}
    pattern = re.compile(rf"(?<![\w.])(?:{told.pattern})")
    yield from _misshapen(rows, told.column, re.compile(told.pattern))
    titles = " ".join(entry.record.title for entry in records.sources.values())
    known = {number for number in rows if number} | set(pattern.findall(titles))
    for page in pages.values():
        yield from _in_page(page, pattern, rows, known)
    for entry in (*records.sourced(), *(table.head for table in records.tables.values())):
        yield from _in_record(entry, pattern, known)


def _misshapen(rows: Mapping[str, Entry], column: str, pattern: re.Pattern[str]) -> Iterator[Problem]:
    """Numbers that prose would not be known to name; a row may have words in their place."""
    usual = next(filter(pattern.fullmatch, rows), pattern.pattern)
    for number, entry in rows.items():
        if re.search(r"\d", number) and not pattern.fullmatch(number):
            yield entry.problem(f"{column}: {number!r} does not have the form of the others, as in {usual!r}", column)


def check_figures(pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Figures typed into prose, in paragraphs, items and rows of tables in which no call brings a source."""
    told = settings()
    words = "|".join(map(re.escape, (name for name in told.names if not re.search(r"\d", name))))
    names = [rf"(?:{words})\s+[\w().,-]*\d[\w().,-]*", rf"\d+\s+(?:{words})"] if words else []
    names += map(re.escape, (name for name in told.names if re.search(r"\d", name)))
    known = re.compile(rf"(?<![\w.])(?:{'|'.join((*names, *_NAMES))})(?!\w)", re.I)
    for path, page in pages.items():
        if page.body and path not in told.about_itself:
            yield from _bare(page, known)


def _bare(page: Page, known: re.Pattern[str]) -> Iterator[Problem]:
    text = page.text
    for call in page.calls:
        mark = " " if call.name == "number" else "\0"
        text = text[:call.start] + mark.ljust(call.end - call.start) + text[call.end:]
    text = _HIDDEN.sub(lambda found: " " * len(found[0]), text)
    for block in _BLOCK.finditer(text, page.body):
        if "\0" not in block[0] and (found := re.search(r"\d", known.sub(lambda name: "_" * len(name[0]), block[0]))):
            yield page.problem(block.start() + found.start(), "a figure without a source; call a fact, or put "
                               "{{ note(...) }} or {{ cite(...) }} behind it")


def _in_page(page: Page, pattern: re.Pattern[str], rows: Mapping[str, Entry], known: set[str]) -> Iterator[Problem]:
    calls = [(call.start, call.end) for call in page.calls]
    for found in pattern.finditer(page.text):
        is_prose = found.start() >= page.body and not any(start <= found.start() < end for start, end in calls)
        if found[0] not in known:
            yield page.problem(found.start(), _unknown(found[0], known))
        elif is_prose and found[0] in rows:
            call, table = f'{{{{ number("{rows[found[0]].key}") }}}}', settings().numbered.table
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
