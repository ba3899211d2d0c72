"""How a record is proved, what speaks against it, and facts on the same thing that differ without a reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from ..entries import Entry, Records
from ..problems import Problem
from ..schema import CitationFields, Fact, Period, Row, known
from ..schema.kinds import Correction, Question, SiteChange
from .comparison import Printed, agrees, fits, is_rounded
from .dates import EVERY_YEAR
from .derived import Unfit, follows, leads_back

__all__ = ["backing", "differing", "is_needless", "proof_of", "unproved"]

_OF_THE_SITE = (Question, SiteChange, Correction)
_LIKE = 0.5  # of the words of two labels, those that both have
_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"\d+")
_SMALL = set("a an and as at by for from in into is its of on or than that the to was were which who with".split())


def backing(entry: Entry) -> tuple[CitationFields, ...]:
    """The citations that a record rests on: those whose words or cells were read; all of them where none were."""
    return tuple(one for one in entry.record.sources if one.is_seen) or entry.record.sources


def is_needless(entry: Entry) -> bool:
    """Is it a row on what the site itself says or does, which rests on nothing outside it?"""
    return isinstance(entry.record, _OF_THE_SITE)


def proof_of(records: Records, entry: Entry) -> str:
    """How a fact or a row is proved: words, computed, dataset, searched, unread (nobody could open it), or none."""
    record = entry.record
    if getattr(record, "computed", None):
        return "computed"
    if any(is_from_dataset(records, entry, citation) for citation in record.sources):
        return "dataset"
    if any(citation.printed for citation in record.sources):
        return "words"
    if record.searched:
        return "searched"
    return "unread" if record.sources and all(citation.unread for citation in record.sources) else "none"


def is_from_dataset(records: Records, entry: Entry, citation: CitationFields) -> bool:
    """Is the figure taken from a data set, with word of the cells in the citation or in the table's head?"""
    source, head = records.sources.get(citation.source), records.heads.get(entry.path)
    return bool(source and source.record.dataset and (citation.cells or (head and head.cells)))


def unproved(records: Records, entry: Entry) -> Iterator[Problem]:
    """What a record says and its proof does not."""
    printed = _printed(records, entry.record.sources)
    if isinstance(entry.record, Fact):
        yield from _fact(records, entry, printed)
    elif printed:
        yield from _row(entry, {rule.column for rule in records.heads[entry.path].computed}, printed)


def _fact(records: Records, entry: Entry[Fact], printed: tuple[Printed, ...]) -> Iterator[Problem]:
    fact = entry.record
    if fact.computed:
        yield from _computed(records, entry, printed)
    elif printed and not fits(fact.value, fact.unit, printed):
        yield _differs(entry, "value", fact.value, fact.unit, printed)
    for number, claim in enumerate(fact.claims):
        there = _printed(records, claim.sources)
        if there and not fits(claim.value, fact.unit, there):
            yield _differs(entry, "value", claim.value, fact.unit, there, "claims", number)


def _computed(records: Records, entry: Entry[Fact], printed: tuple[Printed, ...]) -> Iterator[Problem]:
    fact, rule = entry.record, entry.record.computed
    if any(_is_told(records, part) for part in rule.of):
        return
    if leads_back(records, entry.key):
        yield entry.problem("computed: leads in a circle, back to this fact; name facts or cells that do not follow "
                            "from it", "computed", "of")
        return
    try:
        made = follows(records, rule, fact.unit, printed)
    except Unfit as fault:
        yield entry.problem(f"computed: {fault}", "computed", *fault.at)
        return
    if isinstance(fact.value, str) or not is_rounded(fact.value, made):
        yield entry.problem(f"value: {fact.value}, but the {rule.function} of {', '.join(map(str, rule.of))} is "
                            f"{made:.6g}", "value")


def _is_told(records: Records, part: object) -> bool:
    """Does a part name a record with faults of its own, which are told where it stands?"""
    names = part.split("/")[:2] if isinstance(part, str) else ()
    tables = [records.tables[name] for name in names if name in records.tables]
    return not all(map(records.is_whole, tables)) or any(
        name not in records.facts and name not in records.tables and records.may_hold(name) for name in names)


def _row(entry: Entry[Row], computed: set[str], printed: tuple[Printed, ...]) -> Iterator[Problem]:
    """Numbers that are not printed, and dates that are printed otherwise."""
    periods = []
    for name, unit in _columns(type(entry.record)):
        cell = None if name in computed else getattr(entry.record, name)
        if isinstance(cell, Period):
            periods.append((name, cell))
        elif isinstance(cell, (int, float)) and not isinstance(cell, bool) and not fits(cell, unit, printed):
            yield _differs(entry, name, cell, unit, printed)
    if periods and not any(agrees(period, printed) for _, period in periods):
        name, period = periods[0]
        yield _differs(entry, name, period.text, "date", printed)


@cache
def _columns(model: type[Row]) -> tuple[tuple[str, str | None], ...]:
    """The columns of a model whose cells a source prints, with their units."""
    extras = {name: field.json_schema_extra or {} for name, field in model.model_fields.items()}
    return tuple((name, extra.get("unit")) for name, extra in extras.items()
                 if not extra.get("unprinted") and name not in Row.model_fields)


def _differs(entry: Entry, field: str, value: object, unit: str | None, printed: tuple[Printed, ...],
             *place: str | int) -> Problem:
    said = " · ".join(f"“{words.text}”" for words in printed)
    what = f"{value}{f' ({unit})' if unit else ''}"
    return entry.problem(f"{field}: {what} is not what the source prints, {said}; mend the one that is wrong",
                         *place, field)


def _printed(records: Records, citations: tuple[CitationFields, ...]) -> tuple[Printed, ...]:
    return tuple(Printed(text, _year(records, citation.source)) for citation in citations
                 for text in citation.printed or ())


def _year(records: Records, key: str) -> int | None:
    """The year of a day that a source names without one; a law means every year."""
    source = records.sources[key].record if key in records.sources else None
    if source and source.kind == "law":
        return EVERY_YEAR
    return source.published.start.year if source and source.published else None


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
