"""Heads of a table: a unit stands there once, or in the caption where all columns have it, and in no cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..records.entries import Table
from ..render.axis_words import unit_words
from .inline import unit_of

__all__ = ["Heads", "heads_of"]

_MANY = 3  # columns of one unit from which the caption says it
_WORD = re.compile(r"[a-z]{4,}")
_SIGN, _TIE = re.compile(r"(?<=[^\w ]) "), "\u00a0"  # a sign of money and its word stay on one line
_SIZES = {"million", "billion"}


class Heads(NamedTuple):
    """The head of each column, the unit that the caption says for all, and the columns whose unit is told."""

    titles: list[str]
    shared: str
    told: set[str]


def heads_of(known: Table, fields: Sequence[str]) -> Heads:
    """What the heads of these columns say."""
    units = {field: words for field in fields if (words := unit_words(unit_of(known.model, field, in_table=True)))}
    shared = next(iter(units.values())) if len(units) >= _MANY and len(set(units.values())) == 1 else ""
    titles = [known.model.model_fields[field].title or field for field in fields]
    heads = [title if shared else _with_unit(title, units.get(field, ""))
             for field, title in zip(fields, titles, strict=True)]
    return Heads(heads, shared, set(units))


def _with_unit(title: str, words: str) -> str:
    """A title and its unit, unless the title names that: `Amount, $ million`, but `People`."""
    said = {word.rstrip("s") for word in _WORD.findall(title.lower())}
    own = {word.rstrip("s") for word in _WORD.findall(words.lower())} - _SIZES
    return title if not words or said & own else f"{title}, {_SIGN.sub(_TIE, words)}"
