"""What a table's head asks of its columns: cells that its rules can count and compare."""

from __future__ import annotations

from collections.abc import Iterator

from ...records.entries import Records, Table
from ...records.problems import Problem, allowed, shown
from ...records.schema import Period, TableHead, named, settings

__all__ = ["misfits"]

_KINDS = {Period: "periods", int: "whole numbers", (int, float): "numbers", str: "ids"}


def misfits(records: Records, table: Table) -> Iterator[Problem]:
    """A licence that does not fit, and columns that rules of the head cannot count or compare, each at its first
    such cell.
    """
    yield from _rights(table)
    for place, name, kind in _typed(table.head.record):
        yield from (table.head.problem(said, *place) for said in _other_cells(table, name, kind))
    for number, rule in enumerate(table.head.record.equals):
        if rule.column in (*rule.sum, rule.less):
            yield table.head.problem(f"column: {rule.column!r} is to follow from itself; name others", "equals", number,
                                     "column")
        if rule.total and rule.total.table not in records.tables and not records.may_hold(rule.total.table):
            yield table.head.problem(f"no table {rule.total.table!r}; {allowed(rule.total.table, records.tables)}",
                                     "equals", number, "total", "table")
        if rule.total and rule.total.table in records.tables:
            there, at = records.tables[rule.total.table], ("equals", number, "total")
            yield from (table.head.problem(said, *at, "column")
                        for said in _other_cells(there, rule.total.column, (int, float)))
            yield from (table.head.problem(said, *at, "key") for said in _other_cells(there, rule.total.key, str))


def _rights(table: Table) -> Iterator[Problem]:
    """A licence and a download that contradict each other."""
    head, (name, licence) = table.head.record, table.head.record.rights
    if head.download and not licence.shared:
        yield table.head.problem(f"licence {name!r} lets no file be passed on; wanted with it: download: false",
                                 "licence")
    if licence.shared and not head.download:
        closed = [name for name, known in settings().licences.items() if not known.shared]
        yield table.head.problem(f"download: false, while licence {name!r} lets files be passed on; wanted: no "
                                 f"download: false, or licence: {' or '.join(closed)}", "download")


def _typed(head: TableHead) -> Iterator[tuple[tuple[str | int, ...], str, type | tuple[type, ...]]]:
    """The columns that the head's rules count or compare: place in the head, name, and what their cells hold."""
    kinds = {"order": Period, "series": int, "equals": (int, float)}
    for place, name in named(head):
        if place[0] in kinds and place[-1] != "unless":
            yield place, name, kinds[place[0]]


def _other_cells(table: Table, name: str, kind: type | tuple[type, ...]) -> Iterator[str]:
    """What is wrong with a column that should hold cells of that kind only."""
    if name not in table.model.model_fields:
        yield f"no column {name!r} in table {table.head.key!r}; {allowed(name, table.model.model_fields)}"
        return
    for cell in (getattr(entry.record, name) for entry in table.rows):
        is_left_out = cell is None and kind is not int  # a year never is
        if not is_left_out and (not isinstance(cell, kind) or isinstance(cell, bool)):
            yield f"column {name!r} holds {shown(getattr(cell, 'text', cell))}; wanted: {_KINDS[kind]}"
            return
