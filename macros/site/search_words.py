"""What search is told in `data/search.yml`: words for the same, and pages that come first or last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from ..records.loading import SEARCH, read_told
from ..records.problems import Problem, allowed, shown
from ..records.reading import Document
from ..records.schema import Search, SearchFile

__all__ = ["read_search"]

_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile("['`\u2018\u2019\u02bb\u02bc](?:s\\b)?")
_WORD = re.compile(r"[^\W_]+")


def read_search(root: Path, pages: Collection[str]) -> tuple[Search, list[Problem]]:
    """What search is told, nothing where there is no such file, and what is wrong in it; `pages` by path from docs/."""
    told, document = read_told(root, SEARCH, SearchFile)
    if told is None:
        return Search(), document.problems
    return told.search, [*document.problems, *_twice(told.search, document), *_unknown(told.search, pages, document)]


def _twice(told: Search, document: Document) -> Iterator[Problem]:
    """Words that search finds by another in the file: what it folds, roughly as docs/assets/search.js does."""
    seen: dict[str, tuple[int, str, int]] = {}
    for number, names in enumerate(told.same):
        for place, name in enumerate(names):
            loc = ("search", "same", number, place)
            first, other, line = seen.setdefault(_folded(name), (number, name, document.place(loc)[0]))
            if (first, other) != (number, name) or names.index(name) < place:
                yield document.problem(loc, _again(name, other, line, first == number))
    yield from _typed_twice(told, document)


def _again(name: str, other: str, line: int, is_here: bool) -> str:
    if is_here:
        return f"same: {shown(name)} is {shown(other)} to search, which folds accents, dashes and plurals; leave it out"
    return f"same: {shown(name)} stands in the list at line {line} too, as {shown(other)}; make one list of the two"


def _typed_twice(told: Search, document: Document) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for words in told.first:
        if (other := seen.setdefault(_folded(words), words)) != words:
            yield document.problem(("search", "first", words), f"first: {shown(words)} is {shown(other)} to search, "
                                   "which folds accents, dashes and plurals; leave it out", key=True)


def _unknown(told: Search, pages: Collection[str], document: Document) -> Iterator[Problem]:
    named = [(("first", words), page) for words, page in told.first.items()]
    named += [(("after", place), page) for place, page in enumerate(told.after)]
    for loc, page in named:
        if page not in pages:
            yield document.problem(("search", *loc), f"{loc[0]}: no page {shown(page)}; {allowed(page, pages)}")


def _folded(text: str) -> str:
    plain = _ACCENT.sub("", unicodedata.normalize("NFD", text.lower()))
    return " ".join(word.rstrip("s") for word in _WORD.findall(_APOSTROPHE.sub("", plain)))
