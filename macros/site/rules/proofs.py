"""Rules of proof: what a record says is what its sources print, and records on one thing agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...records.entries import Entry, Records
from ...records.problems import Problem, allowed, shown
from ...records.proof.proving import differing, proof_of, unproved
from ...records.schema import CitationFields
from ...records.schema.periods import is_future
from ..call_syntax import Call
from ..pages import Page

__all__ = ["Prominent", "check_places", "check_proofs", "prominent"]

_HOME = "index.md"
_BOXES = {"key_facts": "a box of facts", "doors": "a card"}
_NAMES_FACTS = {"fact", "note", *_BOXES}
_FIRST_PARAGRAPH = re.compile(r"^# [^\n]+\n+(.*?)(?:\n[ ]*\n|\Z)", re.S | re.M)


class Prominent(NamedTuple):
    """A fact where a reader in a hurry looks; `call` shows it there."""

    key: str
    page: Page
    call: Call
    where: str


def prominent(pages: Mapping[str, Page]) -> Iterator[Prominent]:
    """Facts in first paragraphs, in boxes and cards, and all those of the home page."""
    for path, page in pages.items():
        first = _FIRST_PARAGRAPH.search(page.text, page.body)
        for call in page.calls:
            where = _BOXES.get(call.name) or (first and first.start() <= call.start < first.end() and
                                              "a first paragraph") or (path == _HOME and "the home page")
            if where and call.name in _NAMES_FACTS:
                yield from (Prominent(key, page, call, where) for key in _keys(call))


def _keys(call: Call) -> Iterator[str]:
    for value in call.args:
        key = value.get("fact") if isinstance(value, dict) else value
        if isinstance(key, str):
            yield key


def check_places(records: Records, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Facts that rest on sources which nobody could open, where they may not stand."""
    for key, page, call, where in prominent(pages):
        if key in records.facts and proof_of(records, records.facts[key]) == "unread":
            yield page.problem(call.start, f"fact {key!r} rests on sources that nobody could open, and {where} may not "
                               "hold such a one; show it further down")


def check_proofs(records: Records) -> Iterator[Problem]:
    """Values that are not what is printed, days that cannot be, pairs that differ without a reason."""
    for entry in records.sourced():
        yield from unproved(records, entry)
        yield from _days(records, entry)
    yield from _pairs(records)


def _days(records: Records, entry: Entry) -> Iterator[Problem]:
    for number, citation in enumerate(entry.record.sources):
        source = records.sources.get(citation.source)
        if citation.cells and source and not source.record.dataset:
            yield entry.problem(f"cells: source {citation.source!r} is no data set; give it dataset: with file, "
                                "edition and sha256", "sources", number, "cells")
        if citation.read:
            yield from _read(records, entry, citation, ("sources", number, "read"))
    searched = entry.record.searched
    if searched and is_future(searched.day):
        yield entry.problem(f"day: {searched.day} is in the future", "searched", "day")


def _read(records: Records, entry: Entry, citation: CitationFields, place: tuple) -> Iterator[Problem]:
    source = records.sources.get(citation.source)
    published = source and source.record.published
    if is_future(citation.read):
        yield entry.problem(f"read: {citation.read} is in the future", *place)
    elif published and published.start > citation.read:
        yield entry.problem(f"read: {citation.read} is before the source was published, {published.text}", *place)


def _pairs(records: Records) -> Iterator[Problem]:
    for entry in records.facts.values():
        for key in entry.record.differs:
            if key == entry.key:
                yield entry.problem("differs: this fact itself; name the one that it differs from", "differs", key)
            elif key not in records.facts and not records.may_hold(key):
                yield entry.problem(f"no fact {key!r}; {allowed(key, records.facts)}", "differs", key)
    for one, other in differing(records.facts.values()):
        yield other.problem(f"value: {_brief(other)}, but {one.key!r} at {one.path}:{one.line}, on the same "
                            f"thing, says {_brief(one)}; mend one, or say why under differs:", "value")


def _brief(entry: Entry) -> str:
    """A value on one line of a message."""
    return shown(entry.record.value)
