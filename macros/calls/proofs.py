"""A call that tells a reader how the records of the site are proved, and on what they rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..records.entries import Entry, Records
from ..records.proof.proving import is_needless, proof_of
from ..records.schema import KINDS, Fact
from ..render.cited_sources import kind_words
from ..render.context import PageContext
from ..render.templates import render
from .registry import call

__all__ = ["proof_tables"]

WAYS = {"words": "Words seen at the source", "dataset": "Cells of a data set",
        "computed": "Worked out from other figures", "searched": "A search that found nothing",
        "open": "In none of these ways yet"}


@call
def proof_tables(page: PageContext) -> str:
    """How many facts and rows are proved in which way, and what kind the strongest source of each fact is."""
    page.id("proofs")
    page.id("strongest")
    if page.purpose == "check":
        return ""
    entries = [entry for entry in page.records.sourced() if not is_needless(entry)]
    facts = [entry for entry in entries if isinstance(entry.record, Fact)]
    rows = [entry for entry in entries if not isinstance(entry.record, Fact)]
    ways = _ways(page.records, facts), _ways(page.records, rows)
    return render("proof-tables.md.jinja", ways=WAYS, facts=ways[0], rows=ways[1], words=kind_words,
                  strongest=_strongest(page.records, facts), total=len(facts))


def _ways(records: Records, entries: Iterable[Entry]) -> Counter:
    """How many of the entries are proved in each way."""
    found = (proof_of(records, entry) for entry in entries)
    return Counter(way if way in WAYS else "open" for way in found)


def _strongest(records: Records, facts: Iterable[Entry[Fact]]) -> list[tuple[str, int]]:
    """Each kind of source with the number of facts of which it is the strongest, the strongest kind first."""
    kinds = [[records.sources[citation.source].record.kind for citation in entry.record.citations
              if citation.source in records.sources] for entry in facts]
    count = Counter(min(of_one, key=KINDS.index) for of_one in kinds if of_one)
    return [(kind, count[kind]) for kind in KINDS if count[kind]]
