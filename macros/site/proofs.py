"""Rules of proof: what a record says is what its sources print, and records on one thing agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..records.entries import Entry, Records
from ..records.problems import Problem, allowed
from ..records.proof.pairs import differing
from ..records.proof.proving import unproved
from ..records.schema import CitationFields

__all__ = ["check_proofs"]

_TOMORROW = timedelta(days=1)  # the day may be younger where the editor lives


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
    if searched and searched.day > date.today() + _TOMORROW:
        yield entry.problem(f"day: {searched.day} is in the future", "searched", "day")


def _read(records: Records, entry: Entry, citation: CitationFields, place: tuple) -> Iterator[Problem]:
    source = records.sources.get(citation.source)
    published = source and source.record.published
    if citation.read > date.today() + _TOMORROW:
        yield entry.problem(f"read: {citation.read} is in the future", *place)
    elif published and published.start > citation.read:
        yield entry.problem(f"read: {citation.read} is before the source was published, {published.text}", *place)


def _pairs(records: Records) -> Iterator[Problem]:
    for entry in records.facts.values():
        for key in entry.record.differs:
            if key not in records.facts and not records.may_hold(key):
                yield entry.problem(f"no fact {key!r}; {allowed(key, records.facts)}", "differs", key)
    for one, other in differing(records.facts.values()):
        yield other.problem(f"value: {other.record.value}, but {one.key!r} at {one.path}:{one.line}, on the same "
                            f"thing, says {one.record.value}; mend one, or say why under differs:", "value")
