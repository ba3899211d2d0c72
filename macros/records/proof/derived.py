"""Values that follow from others: worked out again, so that none can stand that does not follow."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Decimal

from ..entries import Records, Table
from ..problems import allowed, counted, shown
from ..schema import Derived, choices
from ..schema.core import Sourced
from .comparison import Printed, fits, scale

__all__ = ["Unfit", "follows", "leads_back"]

Number = int | float

# what a record may say under `function`
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "difference": lambda first, *others: first - sum(others),
    "growth": lambda before, after: 100 * (after - before) / before,
    "mean": lambda *parts: sum(parts) / len(parts),
    "product": lambda *parts: math.prod(parts),
    "ratio": lambda part, whole: part / whole,
    "share": lambda part, whole: 100 * part / whole,
    "sum": lambda *parts: sum(parts),
}


_OF_THEIR_UNIT = ("difference", "mean", "sum")  # what they make is of the unit of the parts


class Unfit(Exception):
    """A value that cannot be worked out: an unknown id, words that no source prints, the wrong count of parts.

    at: the place of the fault in the rule.
    """

    def __init__(self, message: str, *at: str | int) -> None:
        super().__init__(message)
        self.at = at or ("of",)


def leads_back(records: Records, key: str) -> bool:
    """Does the value of a fact follow, in the end, from itself?"""
    seen, left = set(), [key]
    while left:
        fact = records.facts.get(left.pop())
        rule = fact.record.computed if fact else None
        parts = {part for part in rule.of if isinstance(part, str)} - seen if rule else set()
        seen |= parts
        left += parts
    return key in seen


def follows(records: Records, rule: Derived, unit: str | None, printed: tuple[Printed, ...]) -> float:
    """What the rule makes; Unfit if it makes nothing."""
    if rule.function == "count":
        return sum(_counted(records, rule, place, printed) for place in range(len(rule.of)))
    parts = [_number(records, part, rule.unit or unit, printed, place) for place, part in enumerate(rule.of)]
    try:
        made = _FUNCTIONS[rule.function](*map(Decimal, map(str, parts)))
        return float(made * scale(rule.unit) / scale(unit) if rule.unit and rule.function in _OF_THEIR_UNIT else made)
    except (TypeError, ArithmeticError):
        raise Unfit(f"{rule.function} of {counted(len(parts), 'part')} cannot be worked out") from None


def _counted(records: Records, rule: Derived, place: int, printed: Iterable[Printed]) -> int:
    part = rule.of[place]
    if part in records.tables:
        return _rows(records.tables[part], rule.where)
    if not any(str(part).casefold() in words.text.casefold() for words in printed):
        raise Unfit(f"{part!r} is neither a table nor words that a source of the record prints; "
                    f"{allowed(part, records.tables)}", "of", place)
    return 1


def _rows(table: Table, where: dict[str, object]) -> int:
    columns = set(table.model.model_fields) - set(Sourced.model_fields)
    for column, cell in where.items():
        if column not in columns:
            raise Unfit(f"table {table.head.key!r} has no column {column!r}; {allowed(column, columns)}", "of")
        there = {getattr(entry.record, column) for entry in table.rows} | {*choices(table.model, column)}
        if cell not in there:
            raise Unfit(f"no row of table {table.head.key!r} has {column} {shown(cell)}; "
                        f"{allowed(cell, map(str, there))}", "where", column)
    return sum(all(getattr(entry.record, column) == cell for column, cell in where.items()) for entry in table.rows)


def _number(records: Records, part: object, unit: str | None, printed: tuple[Printed, ...], place: int) -> Number:
    if isinstance(part, str):
        return _cell(records, part, place) if "/" in part else _value(records, part, place)
    if not fits(part, unit, printed):
        raise Unfit(f"{part} is not printed by a source of the record", "of", place)
    return part


def _value(records: Records, key: str, place: int) -> Number:
    entry = records.facts.get(key)
    if entry is None or isinstance(entry.record.value, str):
        numbers = (name for name, known in records.facts.items() if not isinstance(known.record.value, str))
        raise Unfit(f"{key!r} is no fact with a number; {allowed(key, numbers)}", "of", place)
    return entry.record.value


def _cell(records: Records, part: str, place: int) -> Number:
    """The number in a cell; what is wrong with its name is told of the first part that is."""
    name, row, column = (*part.split("/"), "", "")[:3]
    table = records.tables.get(name)
    rows = {entry.key: entry.record for entry in table.rows} if table else {}
    value = getattr(rows.get(row), column, None)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        word, names = (name, records.tables) if not rows else (
            (row, rows) if row not in rows else (column, _numbers(table)))
        raise Unfit(f"{part!r} is no cell with a number; wanted: table/row/column; for {word!r} "
                    f"{allowed(word, names)}", "of", place)
    return value


def _numbers(table: Table) -> list[str]:
    """The columns of a table in which there are numbers."""
    return [name for name in table.model.model_fields
            if any(type(getattr(entry.record, name)) in (int, float) for entry in table.rows)]
