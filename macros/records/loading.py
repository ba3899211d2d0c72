"""All records of the site: sources, facts and tables, read from `data/` and frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from .messages import faults
from .problems import Problem, allowed
from .reading import Document, Loc, read
from .schema import KINDS_OF_ROWS, Fact, Row, Source, TableHead, named, row_model
from .schema.computed import fill

__all__ = ["Entry", "Records", "Table", "data_files", "load"]

T = TypeVar("T", bound=BaseModel)
_KINDS = ("facts", "sources", "table")
_SUFFIXES = {".yml", ".yaml"}
_SKIPPED = {"geo", "schema"}  # outlines and generated files: no records


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
    cited: citations in words by (source, place in it), worked out once.
    """

    sources: dict[str, Entry[Source]] = field(default_factory=dict)
    facts: dict[str, Entry[Fact]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    heads: dict[str, TableHead] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    cited: dict[tuple[str, str | None], str] = field(default_factory=dict)

    def checked(self, entry: Entry) -> date:
        """Day on which a fact or a row was last checked; a row's may be its table's."""
        return entry.record.checked or self.heads[entry.path].checked

    def sourced(self) -> Iterator[Entry]:
        """Every fact and every row."""
        yield from self.facts.values()
        for table in self.tables.values():
            yield from table.rows


def load(root: Path, folder: str = "data") -> Records:
    """The records under `root / folder`; every problem in every file is in the answer."""
    records = Records()
    records.problems += _links(root, root / folder)
    for file in data_files(root / folder):
        document = read(file, file.relative_to(root).as_posix())
        records.problems += document.problems
        if document.value is not None:
            _add(records, document)
        elif not document.problems:
            records.problems.append(document.problem((), _wanted("empty file")))
    return records


def _links(root: Path, folder: Path) -> Iterator[Problem]:
    """Symbolic links in the folder that are no data files, which say so themselves."""
    for place in (folder, *sorted(folder.rglob("*"))):
        if place.is_symlink() and place.suffix not in _SUFFIXES:
            yield Problem(place.relative_to(root).as_posix(), 1, 1,
                          "symbolic links are not read; put the file itself here")


def data_files(folder: Path) -> list[Path]:
    """The files of records under `folder`, sorted."""
    files = (file for file in folder.rglob("*") if file.suffix in _SUFFIXES)
    return sorted(file for file in files if not _SKIPPED & set(file.relative_to(folder).parts))


def _wanted(found: str) -> str:
    return f"{found}; a data file begins with one of: {', '.join(f'{kind}:' for kind in _KINDS)}"


def _add(records: Records, document: Document) -> None:
    value = document.value
    kind = next((kind for kind in _KINDS if isinstance(value, dict) and kind in value), None)
    if kind is None:
        records.problems.append(document.problem((), _wanted("no known kind of record")))
    elif kind == "table":
        _add_table(records, document, value)
    else:
        _add_mapping(records, document, value, kind)


def _add_mapping(records: Records, document: Document, value: Mapping, kind: str) -> None:
    for extra in value.keys() - {kind}:
        message = f"unknown key {extra!r}; allowed: {kind}"
        records.problems.append(document.problem((extra,), message, key=True))
    model, known = (Fact, records.facts) if kind == "facts" else (Source, records.sources)
    entries = value[kind] if isinstance(value[kind], dict) else {}
    if not entries:
        message = f"{kind}: wanted a mapping of ids to records"
        records.problems.append(document.problem((kind,), message))
    for key, data in entries.items():
        entry = _entry(records, document, model, str(key), data, (kind, key))
        _keep(records, known, entry, kind[:-1])


def _entry(records: Records, document: Document, model: type[T], key: str, data: object,
           loc: Loc) -> Entry[T] | None:
    try:
        return Entry(key, model.model_validate(data), document, loc)
    except ValidationError as error:
        records.problems += faults(error, model, document, loc)
        records.broken.add(key)
        return None


def _keep(records: Records, known: dict, entry: Entry | None, kind: str) -> None:
    if entry is None:
        return
    if entry.key in known:
        first = known[entry.key]
        message = f"{kind} {entry.key!r} is also at {first.path}:{first.line}; each id stands once"
        records.problems.append(entry.problem(message))
    else:
        known[entry.key] = entry


def _add_table(records: Records, document: Document, value: dict) -> None:
    fields = {key: data for key, data in value.items() if key != "rows"}
    head = _entry(records, document, TableHead, str(value["table"]), fields, ())
    model = _model(records, head) if head else None
    if model is None:
        records.broken.add(str(value["table"]))
        return
    records.heads[document.path] = head.record
    if rows := _rows(records, head, model, value.get("rows")):
        _keep_table(records, Table(head, model, rows))
    else:
        records.broken.add(head.key)


def _model(records: Records, head: Entry[TableHead]) -> type[Row] | None:
    """The model of a table's rows; None, and problems, if its head asks for what there is not."""
    said = head.record
    if said.kind is not None and said.kind not in KINDS_OF_ROWS:
        records.problems.append(head.problem(
            f"kind: no kind {said.kind!r}; {allowed(said.kind, KINDS_OF_ROWS)}", "kind"))
        return None
    kind = KINDS_OF_ROWS[said.kind] if said.kind else Row
    problems = list(_columns(head, kind))
    records.problems += problems
    return None if problems else row_model(kind, said.columns, said.row)


def _columns(head: Entry[TableHead], kind: type[Row]) -> Iterator[Problem]:
    """Columns that stand twice, and rules on columns that do not exist."""
    known = set(kind.model_fields)
    if not head.record.kind and not head.record.columns:
        yield head.problem("columns: neither columns nor a kind; name the columns of the table", "table")
    for number, column in enumerate(head.record.columns):
        if column.name in known:
            yield head.problem(f"name: column {column.name!r} is there already; each column stands once",
                               "columns", number, "name")
        known.add(column.name)
    for place, name in named(head.record):
        if name not in known:
            yield head.problem(f"no column {name!r}; {allowed(name, known - set(Row.model_fields))}", *place)


def _rows(records: Records, head: Entry[TableHead], model: type[Row], rows: object) -> tuple[Entry[Row], ...]:
    document = head.document
    if not isinstance(rows, list) or not rows:
        records.problems.append(document.problem(("rows",), "rows: wanted a list of at least one row"))
        return ()
    known: dict[str, Entry] = {}
    for number, data in enumerate(rows):
        key = str(data.get("id")) if isinstance(data, dict) else ""
        data = _filled(records, head, data, number)
        _keep(records, known, _entry(records, document, model, key, data, ("rows", number)), "row")
    return tuple(known.values())


def _filled(records: Records, head: Entry[TableHead], data: object, number: int) -> object:
    """A row with the columns that its table computes; problems where it has them already."""
    if not isinstance(data, dict) or not head.record.computed:
        return data
    filled, wrong = fill(((rule.column, rule.function, rule.of) for rule in head.record.computed), data)
    records.problems += [head.document.problem(("rows", number, column), message, key=True)
                         for column, message in wrong]
    return filled


def _keep_table(records: Records, table: Table) -> None:
    first = records.tables.setdefault(table.head.key, table)
    if first is not table:
        message = (f"table {table.head.key!r} is also at {first.head.path}:{first.head.line}; "
                   "each id stands once")
        records.problems.append(table.head.problem(message, "table"))
