"""What is not proved yet: each count may only fall. Lower a number here when it has fallen."""

from __future__ import annotations

from macros.cli.reports.proof import PROVED, Count, counts
from macros.records.proof.proving import proof_of
from macros.site.rules.proofs import prominent
from macros.site.site import Site

MOST = {"facts": 0, "rows": 0, "facts where readers look first": 0, "facts on press and the like alone": 360,
        "sources without an address": 15, "statements of absence": 36, "of them without their search": 0}


def found(site: Site) -> dict[str, int]:
    """The counts as they are."""
    every = sum(counts(site.records).values(), Count())
    first = {place.key for place in prominent(site.pages)} & site.records.facts.keys()
    return {"facts": every.facts["none"] + every.facts["unread"], "rows": every.rows["none"] + every.rows["unread"],
            "facts where readers look first": sum(
                proof_of(site.records, site.records.facts[key]) not in PROVED for key in first),
            "facts on press and the like alone": every.facts.total() - every.strong,
            "sources without an address": sum(entry.record.url is None for entry in site.records.sources.values()),
            "statements of absence": every.absent, "of them without their search": every.absent - every.sought}


def test_what_is_not_proved_only_falls(real):
    grown = {name: count for name, count in found(real).items() if count > MOST[name]}
    assert grown == {}


def test_the_counts_here_are_not_far_above_those_that_are(real):
    assert {name: count for name, count in found(real).items() if count < MOST[name] * 0.9 - 5} == {}
