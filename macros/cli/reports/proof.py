"""How the records are proved, section by section, as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...records.entries import Entry, Records
from ...records.proof.proving import backing, differing, is_needless, proof_of
from ...records.schema import KINDS, Fact
from ...site.rules.proofs import prominent
from ...site.site import Site

__all__ = ["PROVED", "Count", "counts", "report"]

WAYS = ("words", "computed", "dataset", "searched", "unread", "none")
PROVED = WAYS[:4]  # the other two are not
_STRONG = set(KINDS[:5]) - {"bill"}  # law, official record, statistics, international body
_ABSENT = re.compile(
    r"\b(?:not|never|nothing|nowhere|neither|none|no [\w’ -]{1,40}?) (?:was |were |is |could be |been |yet )?"
    r"(?:found|seen|read|established|confirmed|verified|checked|reached|known|opened)\b|could not be \w+", re.I)


@dataclass
class Count:
    """What a section holds.

    facts, rows: how many are proved in each way. absent: statements that something was not found; sought: those of them
    that record their search. strong: facts that rest on law, official record, statistic or international body.
    """

    facts: Counter = field(default_factory=Counter)
    rows: Counter = field(default_factory=Counter)
    absent: int = 0
    sought: int = 0
    strong: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.facts + other.facts, self.rows + other.rows, self.absent + other.absent,
                     self.sought + other.sought, self.strong + other.strong)


def counts(records: Records) -> dict[str, Count]:
    """The counts of each section, which is a folder of data."""
    found: dict[str, Count] = {}
    for entry in records.sourced():
        if not is_needless(entry):
            _add(found.setdefault(entry.path.split("/")[1], Count()), records, entry)
    return dict(sorted(found.items()))


def _add(count: Count, records: Records, entry: Entry) -> None:
    is_fact = isinstance(entry.record, Fact)
    (count.facts if is_fact else count.rows)[proof_of(records, entry)] += 1
    is_absent = any(_ABSENT.search(text) for text in _texts(entry))
    count.absent += is_absent
    count.sought += is_absent and entry.record.searched is not None
    kinds = {records.sources[citation.source].record.kind for citation in backing(entry)
             if citation.source in records.sources}
    count.strong += is_fact and bool(kinds & _STRONG)


def _texts(entry: Entry) -> Iterator[str]:
    yield from (value for value in entry.record.model_dump(exclude={"sources", "searched"}).values()
                if isinstance(value, str))


def report(site: Site) -> str:
    """The Markdown of all counts with their sums, and of what is unproved where readers look first."""
    records = site.records
    by_section = counts(records)
    every = {**by_section, "all": sum(by_section.values(), Count())}
    lines = ["# How the records are proved", "", *_table("Facts", {name: one.facts for name, one in every.items()}), "",
             *_table("Rows", {name: one.rows for name, one in every.items()}), "",
             "## Statements that something was not found", "", "| section | all | with their search |", "|---|--:|--:|",
             *(f"| {name} | {one.absent} | {one.sought} |" for name, one in every.items()), "",
             f"{_share(every['all'].strong, every['all'].facts.total())} of facts rest on law, official record, "
             f"statistic or international body. {len([*filter(_has_no_address, records.sources.values())])} of "
             f"{len(records.sources)} sources have no address. {len([*differing(records.facts.values())])} pairs of "
             "facts differ without a reason.", *_unproved_first(site)]
    return "\n".join(lines) + "\n"


def _unproved_first(site: Site) -> Iterator[str]:
    shown = {place.key for place in prominent(site.pages) if place.key in site.records.facts}
    bare = sorted(key for key in shown if proof_of(site.records, site.records.facts[key]) not in PROVED)
    yield from ("", f"{len(bare)} of {len(shown)} facts in first paragraphs, boxes and on the home page are not proved"
                f"{':' if bare else '.'}", *(f"- `{key}`" for key in bare))


def _has_no_address(entry: Entry) -> bool:
    return entry.record.url is None


def _table(title: str, ways: dict[str, Counter]) -> Iterable[str]:
    yield from (f"## {title}", "", f"| section | all | proved | {' | '.join(WAYS)} |", "|---" + "|--:" * 8 + "|")
    for name, count in ways.items():
        proved = _share(sum(count[way] for way in PROVED), count.total())
        yield f"| {name} | {count.total()} | {proved} | {' | '.join(str(count[way]) for way in WAYS)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "–"
