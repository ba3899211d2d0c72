"""A file that holds a table: its head, the model that the head declares, and its rows."""

from __future__ import annotations

from collections.abc import Iterator

from .entries import Entry, Records, Table, keep, make_entry
from .problems import Problem, allowed
from .reading import Document
from .schema import KINDS_OF_ROWS, Row, TableHead, named, row_model
from .schema.computed import fill

__all__ = ["add_table"]

_FILES = {"citations", "facts", "sources"}  # what else is published as CSV
_COLUMNS = {"licence", "locators"}  # that files have beside those of a table


def add_table(records: Records, document: Document, value: dict) -> None:
    fields = {key: data for key, data in value.items() if key != "rows"}
    head = make_entry(records, document, TableHead, str(value["table"]), fields, ())
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
    if said.table in _FILES or (said.columns and said.table in KINDS_OF_ROWS):  # kinds have schemas of their own
        records.problems.append(head.problem(f"table: the name {said.table!r} is taken: a file of that name is made of "
                                             "something else; name it otherwise", "table"))
        return None
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
    taken = _COLUMNS | {f"{name}_{end}" for name in {*known, *(column.name for column in head.record.columns)}
                        for end in ("start", "end")}  # a period has two more in files
    if not head.record.kind and not head.record.columns:
        yield head.problem("columns: neither columns nor a kind; name the columns of the table", "table")
    for number, column in enumerate(head.record.columns):
        if column.name in known:
            yield head.problem(f"name: column {column.name!r} is there already; each column stands once",
                               "columns", number, "name")
        elif hasattr(Row, column.name) or column.name in taken:
            yield head.problem(f"name: column {column.name!r} has a name that code uses; choose another",
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
        keep(records, known, make_entry(records, document, model, key, data, ("rows", number)), "row")
    return tuple(known.values())


def _filled(records: Records, head: Entry[TableHead], data: object, number: int) -> object:
    """A row with the sources of its table and the columns that it computes; problems where it has these already."""
    if not isinstance(data, dict):
        return data
    if head.record.sources and "sources" not in data:
        data = {**data, "sources": head.record.sources}
    if not head.record.computed:
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
