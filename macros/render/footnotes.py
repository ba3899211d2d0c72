"""Footnotes: what stands behind a figure, in one line of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ..records.entries import Entry, Records, Table
from ..records.schema import CitationFields, Claim, Fact, Period, Row, Source
from .addresses import edit_link, form_link
from .cited_sources import CitedSources
from .formats import as_of, day, exact, markdown, period

__all__ = ["NoteWriter", "busiest_week", "is_told_by_head"]


def is_told_by_head(table: Table, entry: Entry[Row]) -> bool:
    """Does a row say nothing of its sources, period and limits that the head of its table does not say for it?"""
    head, row = table.head.record, entry.record
    return bool(head.sources) and row.sources == head.sources and not any((row.note, row.caution, row.as_of,
                                                                          row.checked))


def busiest_week(days: Mapping[date, int]) -> tuple[date, date] | None:
    """The first and the last of the days, within a week, on which most was done; of equal weeks the latest.

    days: how much was done on each day.
    """
    weeks = ([one for one in days if last - timedelta(days=7) < one <= last] for last in days)
    found = max(weeks, key=lambda week: (sum(days[one] for one in week), max(week)), default=None)
    return (min(found), max(found)) if found else None


class NoteWriter:
    """Writes the notes of one page.

    records: all records of the site.
    page: the page's path, from `docs/`.
    usual: first and last day of the week in which most of the page was checked, told once above its notes; other days
      are told in the note.
    whole: keys of facts whose value stands whole wherever the page leads to their notes, which need not repeat it.
    sources: the numbers of its sources.
    """

    def __init__(self, records: Records, page: str, *, by_name: bool = False) -> None:
        self.page = page
        self.usual: tuple[date, date] | None = None
        self.whole: frozenset[str] = frozenset()
        self.sources = CitedSources(records, by_name=by_name)

    def fact(self, entry: Entry[Fact]) -> str:
        """The note of a fact: label, value, period, sources, day checked."""
        fact = entry.record
        said = f"{fact.label}: {exact(fact.value, fact.unit)}"
        of = "" if re.search(rf"\b{re.escape(period(fact.as_of))}\b", said) else self._of(fact.as_of)
        named = fact.label if entry.key in self.whole else said
        return _line(markdown(f"{named}{of}."), self._backing(fact.sources, fact.checked),
                     *(self._claim(fact, claim) for claim in fact.claims), _words(fact.preferred), *_cautions(fact),
                     self._checked(fact.checked), self._mending(entry, entry.key))

    def row(self, table: Table, entry: Entry) -> str:
        """The note of a row: period, sources, day checked."""
        head, row = table.head.record, entry.record
        is_said = hasattr(row, "date") or head.as_of.is_range  # by the row itself, or by the table for all its rows
        of, checked = row.as_of or (None if is_said else head.as_of), row.checked or head.checked
        told = f"{as_of(of)}." if of and self._of(of) else ""
        return _line(told, self._backing(row.sources, checked), *_cautions(row),
                     self._checked(checked), self._mending(entry, f"{table.head.key} / {entry.key}"))

    def table(self, table: Table) -> str:
        """The note of a table whose rows rest on the same: period, sources, how they were taken, day checked."""
        return self._of_table(table, table.head.record.sources)

    def chart(self, table: Table, entries: Iterable[Entry]) -> str:
        """The note of a chart, whose caption tells what it counts and when: every source of its rows, each once."""
        keys = dict.fromkeys(citation.source for entry in entries for citation in entry.record.sources)
        return self._of_table(table, [CitationFields(source=key) for key in keys], is_captioned=True, of=entries)

    def rows(self, table: Table, entries: Iterable[Entry]) -> str:
        """The note of rows that a chart marks together: all that they cite, each once, and their own words."""
        citations = dict.fromkeys(citation for entry in entries for citation in entry.record.sources)
        own = [_line(*_cautions(entry.record)) for entry in entries]
        return self._of_table(table, citations, *own, of=entries)

    def source(self, entry: Entry[Source], at: str) -> str:
        """The note of a source that supports a statement, at a place in it."""
        citations = [CitationFields(source=entry.key, locator=at or None)]
        return _line(self._backing(citations), self._checked(entry.record.accessed), self._mending(entry, entry.key))

    def _of_table(self, table: Table, citations: Iterable[CitationFields], *own: str,
                  is_captioned: bool = False, of: Iterable[Entry] = ()) -> str:
        head = table.head.record
        checked = min((entry.record.checked or head.checked for entry in of), default=head.checked)
        said = "" if is_captioned else markdown(f"{head.title}{self._of(head.as_of)}.")
        return _line(said, self._backing(citations, checked), _words(head.note), *own,
                     self._checked(checked), self._mending(table.head, table.head.key))

    def _backing(self, citations: Iterable[CitationFields], checked: date | None = None) -> str:
        named = self._named(citations, checked)
        return f"{named}." if named else ""

    def _named(self, citations: Iterable[CitationFields], checked: date | None) -> str:
        """The citations, each with its day of reading if that is before the day of checking, or the usual days."""
        if checked and self._is_usual(checked):
            checked = self.usual[0]
        return self.sources.named(list(citations), checked)

    def _claim(self, fact: Fact, claim: Claim) -> str:
        value = markdown(exact(claim.value, fact.unit))
        return f"{markdown(claim.who)}: {value} ({self._named(claim.sources, fact.checked)})."

    def _checked(self, checked: date) -> str:
        """The day of checking where it is not a usual one; in the same year without the year."""
        if self.usual is None or checked.year != self.usual[1].year:
            return f"Checked {day(checked)}."
        return "" if self._is_usual(checked) else f"Checked {day(checked).removesuffix(f' {checked.year}')}."

    def _is_usual(self, checked: date) -> bool:
        return self.usual is not None and self.usual[0] <= checked <= self.usual[1]

    def _of(self, of: Period) -> str:
        """The period in parentheses, unless it is the month of the usual checking, or its day if that is one."""
        first, last = (one.isoformat() for one in self.usual or (date.min, date.min))
        return "" if of.text == last[:7] or of.text == first == last else f" ({period(of)})"

    def _mending(self, entry: Entry, record: str) -> str:
        """Links to the line behind the figure, and to a form for what is wrong.

        The form's address names record and page. What the note says besides, value and sources, is filled in
        from its own text as the reader follows the link (assets/notes.js): in each address it was a tenth of a page.
        """
        edit = edit_link(entry.path, entry.line)
        form = form_link("wrong-fact", record=record, page=self.page)
        return f'<span class="mend">[Correct]({edit}) · [Report]({form})</span>' if edit else ""


def _line(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _words(text: str | None) -> str:
    return markdown(text) if text else ""


def _cautions(record: Fact | Row) -> tuple[str, str]:
    return _words(record.note), f"**Caution:** {markdown(record.caution)}" if record.caution else ""
