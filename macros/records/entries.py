"""Records with their places: sources, facts, tables, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from .messages import faults
from .problems import Problem
from .reading import Document, Loc
from .schema import Fact, Row, Source, TableHead

__all__ = ["Entry", "Records", "Table", "keep", "make_entry"]

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A record and where it stands."""

    key: str
    record: T
    document: Document
    loc: Loc

    @property
    def line(self) -> int:
        """Line of the file on which the record begins."""
        return self.document.place(self.loc, key=True)[0]

    @property
    def path(self) -> str:
        """File that holds the record, from the root of the project."""
        return self.document.path

    def problem(self, message: str, *loc: str | int) -> Problem:
        """A problem at the record, or at the value at `loc` inside it."""
        return self.document.problem((*self.loc, *loc), message, key=not loc)


@dataclass(frozen=True)
class Table:
    """A table: its head, and its rows in the order of the file."""

    head: Entry[TableHead]
    model: type[Row]
    rows: tuple[Entry[Row], ...]


@dataclass
class Records:
    """Every record of the site, and the problems met in reading them.

    sources, facts, tables: by the id that pages and records use.
    heads: the head of each table by the path of its file, for rows that take period and day from it.
    problems: all that is wrong in the files of data.
    broken: ids whose own faults are reported, so that what names them is not blamed as well.
    unread: the texts of files with faults, in small letters: an id in them is neither missing nor idle.
    is_unfit: the settings could not be read, without which no record can be judged.
    is_cut: a file seems to have lost some of what it held: any id may have stood there.
    cited: citations in words, by what the words depend on, each worked out once.
    """

    sources: dict[str, Entry[Source]] = field(default_factory=dict)
    facts: dict[str, Entry[Fact]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    heads: dict[str, TableHead] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    is_unfit: bool = False
    is_cut: bool = False
    cited: dict[tuple, str] = field(default_factory=dict)

    def may_hold(self, key: object) -> bool:
        """Could the id stand in a file or in a record with faults of its own?"""
        return self.is_unfit or (key is not None and (self.is_cut or
            str(key) in self.broken or any(str(key).casefold() in text for text in self.unread)))

    def is_whole(self, table: Table) -> bool:
        """Are all rows there, none with faults of its own?"""
        return all(problem.path != table.head.path for problem in self.problems)

    def checked(self, entry: Entry) -> date:
        """Day on which a fact or a row was last checked; a row's may be its table's."""
        return entry.record.checked or self.heads[entry.path].checked

    def last_checked(self) -> date:
        """The newest day on which anything was checked: what is dated later had not happened when we last looked."""
        days = [fact.record.checked for fact in self.facts.values()]
        return max(days + [head.checked for head in self.heads.values()])

    def shares(self, entry: Entry) -> bool:
        """Does a row take its sources from the head of its table?"""
        head = self.heads.get(entry.path)
        return head is not None and entry.record.sources == head.sources

    def sourced(self) -> Iterator[Entry]:
        """Every fact and every row."""
        yield from self.facts.values()
        for table in self.tables.values():
            yield from table.rows


def make_entry(records: Records, document: Document, model: type[T], key: str, data: object,
           loc: Loc) -> Entry[T] | None:
    try:
        return Entry(key, model.model_validate(data), document, loc)
    except ValidationError as error:
        records.problems += faults(error, model, document, loc)
        records.broken.add(key)
        return None


def keep(records: Records, known: dict, entry: Entry | None, kind: str) -> None:
    if entry is None:
        return
    if entry.key in known:
        first = known[entry.key]
        message = f"{kind} {entry.key!r} is also at {first.path}:{first.line}; each id stands once"
        records.problems.append(entry.problem(message))
    else:
        known[entry.key] = entry
