"""Values that follow from others: worked out again, so that none can stand that does not follow."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Decimal

from ..entries import Entry, Records
from ..schema import Derived, Row
from .comparison import Printed, fits

__all__ = ["Unfit", "follows"]

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


class Unfit(Exception):
    """A value that cannot be worked out: an unknown id, words that no source prints, the wrong count of parts."""


def follows(records: Records, rule: Derived, unit: str | None, printed: tuple[Printed, ...]) -> float:
    """What the rule makes; Unfit if it makes nothing."""
    if rule.function == "count":
        return sum(_counted(records, rule, part, printed) for part in rule.of)
    parts = [_number(records, part, rule.unit or unit, printed) for part in rule.of]
    try:
        return float(_FUNCTIONS[rule.function](*map(Decimal, map(str, parts))))
    except (TypeError, ArithmeticError):
        raise Unfit(f"{rule.function} of {len(parts)} parts cannot be worked out") from None


def _counted(records: Records, rule: Derived, part: object, printed: Iterable[Printed]) -> int:
    if part in records.tables:
        return sum(_has(entry.record, rule.where) for entry in records.tables[part].rows)
    if not any(str(part).casefold() in words.text.casefold() for words in printed):
        raise Unfit(f"{part!r} is neither a table nor words that a source of the record prints")
    return 1


def _has(row: Row, where: dict[str, object]) -> bool:
    return all(getattr(row, column, None) == cell for column, cell in where.items())


def _number(records: Records, part: object, unit: str | None, printed: tuple[Printed, ...]) -> Number:
    if isinstance(part, str):
        return _cell(records, part) if "/" in part else _value(records.facts.get(part), part)
    if not fits(part, unit, printed):
        raise Unfit(f"{part} is not printed by a source of the record")
    return part


def _value(entry: Entry | None, key: str) -> Number:
    if entry is None or isinstance(entry.record.value, str):
        raise Unfit(f"{key!r} is no fact with a number")
    return entry.record.value


def _cell(records: Records, part: str) -> Number:
    name, row, column = (*part.split("/"), "", "")[:3]
    rows = {entry.key: entry.record for entry in records.tables[name].rows} if name in records.tables else {}
    value = getattr(rows.get(row), column, None)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unfit(f"{part!r} is no cell with a number; wanted: table/row/column")
    return value
