"""The rules that a table's head declares, and those of legs: what one row cannot tell by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from math import fsum

from ...records.entries import Entry, Records, Table
from ...records.problems import Problem, allowed, shown
from ...records.schema import Equal, known
from ...records.schema.kinds import Leg
from .head_rules import misfits

__all__ = ["check_table"]


def check_table(records: Records, table: Table) -> Iterator[Problem]:
    """Rows that do not keep the rules of their table."""
    yield from [*misfits(records, table)] or _broken(records, table)


def _broken(records: Records, table: Table) -> Iterator[Problem]:
    head = table.head.record
    for first, last in head.order:
        for entry in table.rows:
            yield from _reversed(entry, first, last)
    if records.is_whole(table):
        yield from _neighbours(table)
    yield from _twice(table)
    yield from _countries(table)
    yield from _unruled(table)
    yield from _foreign(records, table)
    for rule in head.equals:
        other = records.tables.get(rule.total.table) if rule.total else table
        if other and records.is_whole(other):
            for entry in table.rows:
                yield from _unequal(records, entry, rule)


def _neighbours(table: Table) -> Iterator[Problem]:
    """Rows that do not follow on the one before them."""
    if table.head.record.series:
        yield from _series(table)
    if issubclass(table.model, Leg):
        yield from _joins(table)


def _countries(table: Table) -> Iterator[Problem]:
    """Texts in a column of countries that name one which there is not; several are parted by commas."""
    if not any(column.name == "country" and column.type == "string" for column in table.head.record.columns):
        return
    names = set(known("countries"))
    for entry in table.rows:
        for name in (entry.record.country or "").split(", "):
            if name and name not in names:
                said = f"country: {shown(name)} is not one of the values; {allowed(name, names)}"
                yield entry.problem(said, "country")


def _unruled(table: Table) -> Iterator[Problem]:
    """A column of totals that no rule verifies, though there are columns that could add up to it."""
    head = table.head.record
    units = {column.name: column.unit for column in head.columns
             if column.unit and column.type in ("integer", "number")}
    parts = [name for name, unit in units.items() if name != "total" and unit == units.get("total")]
    number = next((number for number, column in enumerate(head.columns) if column.name == "total"), 0)
    if len(parts) > 1 and all(rule.column != "total" for rule in head.equals):
        yield table.head.problem("total: no rule verifies it; say equals: [{column: total, sum: "
                                 f"[{', '.join(parts)}]}}] in the head", "columns", number, "name")


def _reversed(entry: Entry, first: str, last: str) -> Iterator[Problem]:
    before, after = getattr(entry.record, first), getattr(entry.record, last)
    if before and after and after.end < before.start:
        yield entry.problem(f"{last}: {after.text} is before {first}, {before.text}", last)


def _series(table: Table) -> Iterator[Problem]:
    """Years that do not ascend, and years left out; one without a number stands as a row that says so."""
    series = table.head.record.series
    for before, entry in pairwise(table.rows):
        first, year = (getattr(row.record, series.column) for row in (before, entry))
        if year <= first:
            yield entry.problem(f"{series.column}: {year} does not come after {first}", series.column)
        elif year > first + 1 and not series.gaps:
            missing = ", ".join(str(number) for number in range(first + 1, year))
            yield entry.problem(f"{series.column}: {missing} is left out; give it a row without a number, "
                                "or allow gaps: in the head", series.column)


def _twice(table: Table) -> Iterator[Problem]:
    """Rows of one key; where no key is told, rows that say the same under another id."""
    for columns in table.head.record.uniqueKeys:
        for first, entry in _alike(table, columns):
            yield entry.problem(f"{', '.join(columns)}: the same as in row {first.key!r}; each stands once", columns[0])
    if not table.head.record.uniqueKeys:
        for first, entry in _alike(table, table.model.model_fields.keys() - {"id"}):
            yield entry.problem(f"id: {entry.key!r} is but for its id the same as row {first.key!r}; change it, or "
                                "take it out", "id")


def _alike(table: Table, columns: Iterable[str]) -> Iterator[tuple[Entry, Entry]]:
    """Rows with the cells of one before them in these columns."""
    seen: dict[tuple, Entry] = {}
    for entry in table.rows:
        first = seen.setdefault(tuple(getattr(entry.record, column) for column in columns), entry)
        if first is not entry:
            yield first, entry


def _foreign(records: Records, table: Table) -> Iterator[Problem]:
    """Cells that name a row which their other table does not have."""
    for number, rule in enumerate(table.head.record.foreignKeys):
        if rule.table not in records.tables and records.may_hold(rule.table):
            continue
        if rule.table not in records.tables:
            yield table.head.problem(f"no table {rule.table!r}; {allowed(rule.table, records.tables)}",
                                     "foreignKeys", number, "table")
            continue
        known = {entry.key for entry in records.tables[rule.table].rows}
        for entry in table.rows:
            for loc, key in _named(entry, rule.columns):
                if key not in known and not records.may_hold(key):
                    yield entry.problem(f"no row {key!r} in table {rule.table!r}; {allowed(key, known)}", *loc)


def _named(entry: Entry, columns: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids in some columns of a row, each with its place."""
    for column in columns:
        cell = getattr(entry.record, column)
        if isinstance(cell, tuple):
            yield from (((column, number), key) for number, key in enumerate(cell))
        elif cell is not None:
            yield (column,), cell


def _unequal(records: Records, entry: Entry, rule: Equal) -> Iterator[Problem]:
    """A number that is not what it must follow from, and a reason for a difference that there is not."""
    stated, parts = getattr(entry.record, rule.column), _parts(records, entry, rule)
    known = [part for part in parts if part is not None]
    is_whole, follows = rule.partial or len(known) == len(parts), round(fsum(known), 6)
    if rule.total and not parts:
        yield entry.problem(f"no row of table {rule.total.table!r} names {entry.key!r}")
    elif stated is None and rule.partial and known:
        yield entry.problem(f"{rule.column} is missing; {_words(rule, follows)}")
    elif stated is not None and (is_whole or rule.unless):
        room = stated * (getattr(entry.record, rule.within_percent) or 0) / 100 if rule.within_percent else rule.within
        agrees = is_whole and abs(follows - stated) <= room + 1e-9
        yield from _disagreeing(entry, rule, agrees, f"{_words(rule, follows)}{f', within {room:g}' if room else ''}")


def _disagreeing(entry: Entry, rule: Equal, agrees: bool, words: str) -> Iterator[Problem]:
    reason, stated = getattr(entry.record, rule.unless) if rule.unless else None, getattr(entry.record, rule.column)
    if not agrees and not reason:
        ask = f"; say {rule.unless}:" if rule.unless else ""
        yield entry.problem(f"{rule.column}: {stated:g}, but {words}{ask}", rule.column)
    if agrees and reason:
        yield entry.problem(f"{rule.unless}: {words}, as {rule.column} has it; leave it out", rule.unless)


def _parts(records: Records, entry: Entry, rule: Equal) -> list[float | None]:
    row = entry.record
    parts = [getattr(row, column) for column in rule.sum]
    if rule.less:
        less = getattr(row, rule.less)
        parts.append(None if less is None else -less)
    if rule.total and rule.total.table in records.tables:
        parts += [getattr(other.record, rule.total.column) for other in records.tables[rule.total.table].rows
                  if getattr(other.record, rule.total.key) == entry.key]
    return parts


def _words(rule: Equal, follows: float) -> str:
    what = f"{rule.total.column} in table {rule.total.table!r}" if rule.total else " + ".join(rule.sum)
    return f"{what}{f' - {rule.less}' if rule.less else ''} makes {follows:g}"


def _joins(table: Table) -> Iterator[Problem]:
    """Legs of a route that stand apart, or do not begin where the leg before them ends."""
    seen: set[str] = set()
    for route, group in groupby(table.rows, key=lambda entry: entry.record.route):
        legs = list(group)
        if route in seen:
            yield legs[0].problem(f"route: {shown(route)} goes on here after another; "
                                  "keep the legs of a route together, in order", "route")
        seen.add(route)
        for before, entry in pairwise(legs):
            if entry.record.start != before.record.end:
                yield entry.problem(f"start: {entry.record.start!r} is not {before.record.end!r}, "
                                    f"where leg {before.key!r} ends", "start")
