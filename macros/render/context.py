"""What one page has gathered while its calls are filled in: notes, ids, and the records it rests on."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from markupsafe import Markup

from ..records.entries import Entry, Records, Table
from ..records.problems import allowed
from ..records.schema import PageHead
from .footnotes import NoteWriter, busiest_week, is_told_by_head
from .formats import slug

__all__ = ["Broken", "Mistake", "PageContext", "Purpose"]

Purpose = Literal["check", "compare", "publish"]


class Broken(Exception):
    """A call for a record whose own faults are reported where it stands."""


class Mistake(Exception):
    """A call that cannot be carried out; `word` is the argument at fault, if one is."""

    def __init__(self, message: str, word: object = None) -> None:
        super().__init__(message)
        self.word = word


@dataclass
class PageContext:
    """Records to draw on, and what the page has used of them so far. Every call is handed one as `page`.

    records: all records of the site.
    path: the page's file, from `docs/`.
    tables_called: names of the tables that the page shows as tables, so that a chart need not repeat its rows.
    pages: the contexts of all pages filled so far by path, for calls that list pages.
    heads: the head of every page by path; None where the head has faults of its own.
    version: the commit that is built, in short; "" if unknown.
    purpose: to "publish"; to "compare" what pages say, without notes and maps; or to "check", and render nothing.
    notes: by its name, a function that writes the text of each footnote; in the order of first use.
    sources, facts, rows: keys of what the page rests on; a row's is (table, row).
    rounded: keys of facts to whose notes a place leads that does not show their value whole.
    held_back: what calls name that could not be carried out.
    ids: how often each id was asked for, so that none stands twice.
    drawn, embeds: its charts as files of their own, and its figures as pages for frames elsewhere, by published path.
    write: writes the notes, and knows the page's sources by number once they are written.
    """

    records: Records
    path: str
    tables_called: frozenset[str] = frozenset()
    pages: dict[str, PageContext] = field(default_factory=dict)
    heads: Mapping[str, PageHead | None] = field(default_factory=dict)
    version: str = ""
    purpose: Purpose = "publish"
    notes: dict[str, Callable[[], str]] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    rows: set[tuple[str, str]] = field(default_factory=set)
    rounded: set[str] = field(default_factory=set)
    held_back: set[str] = field(default_factory=set)
    ids: dict[str, int] = field(default_factory=dict)
    drawn: dict[str, str] = field(default_factory=dict)
    embeds: dict[str, Markup] = field(default_factory=dict)
    write: NoteWriter = field(init=False)

    def __post_init__(self) -> None:
        self.write = NoteWriter(self.records, self.path, by_name=self.purpose == "compare")

    @property
    def so_far(self) -> dict[str, PageContext]:
        """The contexts of all pages filled so far and, last, of this one, by path: what a list leads to is in one."""
        return {**self.pages, self.path: self}

    def fact(self, key: str) -> Entry:
        """The fact called `key`; Mistake if there is none."""
        return self._known("fact", self.records.facts, key)

    def source(self, key: str) -> Entry:
        """The source called `key`; Mistake if there is none."""
        return self._known("source", self.records.sources, key)

    def table(self, key: str) -> Table:
        """The table called `key`; Mistake if there is none."""
        return self._known("table", self.records.tables, key)

    def head(self, path: str) -> PageHead:
        """The head of the page at `path`; Mistake if there is none, Broken if it has faults of its own."""
        if path not in self.heads:
            raise Mistake(f"no page {path!r}; {allowed(path, self.heads)}", path)
        if self.heads[path] is None:
            raise Broken
        return self.heads[path]

    def row(self, table: Table, key: str) -> Entry:
        """The row called `key`; Mistake if there is none."""
        return self._known("row", {entry.key: entry for entry in table.rows}, key,
                           f" in table {table.head.key!r}")

    def _known(self, kind: str, known: dict, key: str, where: str = "") -> object:
        if key not in known and self.records.may_hold(key):
            raise Broken
        if key not in known:
            raise Mistake(f"no {kind} {key!r}{where}; {allowed(key, known)}", key)
        return known[key]

    def id(self, name: str) -> str:
        """`name` as an id that no other element of the page has."""
        self.ids[name] = self.ids.get(name, 0) + 1
        return name if self.ids[name] == 1 else f"{name}-{self.ids[name]}"

    def fact_ref(self, entry: Entry, is_whole: bool = False) -> Markup:
        """Reference to the note of a fact; `is_whole` if its value stands before it, and not rounded."""
        self.facts.add(entry.key)
        if not is_whole:
            self.rounded.add(entry.key)
        return self._ref(f"f-{entry.key}", entry.record.citations, self.write.fact, entry)

    def row_ref(self, table: Table, entry: Entry) -> Markup:
        """Reference to the note of a row, or of its table where that tells all there is to tell."""
        self.rows.add((table.head.key, entry.key))
        if is_told_by_head(table, entry):
            return self.table_ref(table)
        return self._ref(f"r-{table.head.key}-{entry.key}", entry.record.sources,
                         self.write.row, table, entry)

    def chart_ref(self, table: Table, entries: list[Entry]) -> Markup:
        """Reference to the note of a chart that draws these rows."""
        self.rows |= {(table.head.key, entry.key) for entry in entries}
        if all(is_told_by_head(table, entry) for entry in entries):
            return self.table_ref(table)
        citations = [citation for entry in entries for citation in entry.record.sources]
        return self._ref(self.id(f"c-{table.head.key}"), citations, self.write.chart, table, entries)

    def rows_ref(self, table: Table, entries: list[Entry]) -> Markup:
        """Reference to one note for rows that a chart marks together."""
        if len(entries) == 1:
            return self.row_ref(table, entries[0])
        self.rows |= {(table.head.key, entry.key) for entry in entries}
        citations = [citation for entry in entries for citation in entry.record.sources]
        return self._ref(self.id(f"e-{table.head.key}"), citations, self.write.rows, table, entries)

    def table_ref(self, table: Table) -> Markup:
        """Reference to the note of a table whose rows rest on the same."""
        return self._ref(f"t-{table.head.key}", table.head.record.sources, self.write.table, table)

    def source_ref(self, entry: Entry, at: str) -> Markup:
        """Reference to the note of a source, at a place in it."""
        name = f"s-{entry.key}-{slug(at)}" if at else f"s-{entry.key}"
        self.sources.add(entry.key)
        return self._ref(name, (), self.write.source, entry, at)

    def definitions(self) -> dict[str, str]:
        """The text of each note gathered so far, as Markdown on one line, by its name."""
        days = Counter(map(self.records.checked, self.entries()))
        self.write.usual = busiest_week(days)
        self.write.whole = frozenset() if self.purpose == "compare" else frozenset(self.facts - self.rounded)
        for text in self.notes.values():
            text()
        self.write.sources.settle()
        return {name: " ".join(text().split()) for name, text in self.notes.items()}

    def entries(self) -> list[Entry]:
        """Every fact and row that the page shows."""
        rows = {(name, entry.key): entry for name in {name for name, _ in self.rows}
                for entry in self.records.tables[name].rows}
        return [self.records.facts[key] for key in sorted(self.facts)] + [
            rows[key] for key in sorted(self.rows)]

    def checked(self, entries: Iterable[Entry]) -> str:
        """The days on which these were last checked, the first and the last, as the text of a period."""
        days = sorted({self.records.checked(entry).isoformat() for entry in entries})
        return "/".join(days[:1] + days[1:][-1:])

    def link(self, path: str) -> Markup:
        """Address of a page or a published file from this page, as Markdown has it: the engine makes it fit."""
        return Markup(posixpath.relpath(path, posixpath.dirname(self.path) or "."))

    def _ref(self, name: str, citations: Iterable, text: Callable[..., str], *args: object) -> Markup:
        self.sources |= {citation.source for citation in citations}
        self.notes.setdefault(name, partial(text, *args))
        return Markup(f"[^{name}]")
