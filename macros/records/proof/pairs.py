"""Facts on the same thing: they agree, or one says why not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from ..entries import Entry
from ..schema import Fact, known

__all__ = ["differing"]

_LIKE = 0.5  # of the words of two labels, those that both have
_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"\d+")
_SMALL = set("a an and as at by for from in into is its of on or than that the to was were which who with".split())


def differing(facts: Iterable[Entry[Fact]]) -> Iterator[tuple[Entry[Fact], Entry[Fact]]]:
    """Pairs of facts of one unit, one period and nearly one label whose values differ without a word on why."""
    alike: dict[tuple, list[Entry[Fact]]] = defaultdict(list)
    for entry in facts:
        alike[entry.record.unit, entry.record.as_of.text, _names(entry.record.label)].append(entry)
    for group in alike.values():
        yield from (pair for pair in combinations(group, 2) if _is_unexplained(*pair))


def _is_unexplained(one: Entry[Fact], other: Entry[Fact]) -> bool:
    if one.record.value == other.record.value or one.key in other.record.differs or other.key in one.record.differs:
        return False
    first, second = _words(one.record.label), _words(other.record.label)
    return (first <= second or second <= first) and len(first & second) >= _LIKE * len(first | second)


def _names(label: str) -> frozenset[str]:
    """Countries and numbers, which tell two things apart."""
    words = set(_WORD.findall(label))
    return frozenset(words & set(known("countries"))) | frozenset(_NUMBER.findall(label))


def _words(label: str) -> set[str]:
    return {word.rstrip("s") for word in _WORD.findall(label.casefold().replace("’s", ""))} - _SMALL
