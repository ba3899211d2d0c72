"""Figures of the minerals pages, each against the chapter of the USGS summaries of 2026."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from macros.records import Records, load

ROOT = Path(__file__).parent.parent
METAL, ORE, PLANT = (f"minerals-{kind}-output" for kind in ("metal", "ore", "plant"))
IMPORTS, SHARES = "minerals-us-imports", "minerals-china-shares"

# Read again from the chapters, three for each of ten minerals.
SPOT_CHECKS = [
    (METAL, "sb-tj", "output", 22_000), (METAL, "sb-tj", "reserves", 60_000),
    (METAL, "sb-kg", "reserves", 260_000),
    (ORE, "cr-kz", "output", 7_000_000), (ORE, "cr-kz", "reserves", 230_000_000),
    (IMPORTS, "fecr", "share", 24),
    (METAL, "w-kz", "output", 2_400), (METAL, "w-kz", "world", 85_000),
    (METAL, "w-kz", "reserves", None),
    (PLANT, "ti-kz", "output", 16_000), (PLANT, "ti-kz", "world", 370_000),
    (IMPORTS, "ti", "share", 8),
    (METAL, "re-uz", "output", 7), (METAL, "re-kz", "reserves", 190),
    (IMPORTS, "perrhenate", "share", 24),
    (PLANT, "cu-kz", "output", 500_000), (PLANT, "cu-kz", "world", 29_000_000),
    (SHARES, "cu", "share", 48),
    (METAL, "zn-kz", "output", 360_000), (METAL, "zn-kz", "reserves", 7_400_000),
    (SHARES, "zn", "share", 32),
    (METAL, "mo-kz", "output", 4_300), (METAL, "mo-uz", "output", 2_000),
    (METAL, "mo-uz", "reserves", 21_000),
    (ORE, "ba-kz", "output", 700_000), (ORE, "ba-kz", "reserves", 85_000_000),
    (SHARES, "ba", "share", 25),
    (METAL, "ag-kz", "output", 630), (METAL, "ag-kz", "world", 26_000),
    (SHARES, "ag", "share", 13),
]

SAME = {
    "china-ree-mine": (SHARES, "ree-mine-2025", "share"),
    "china-ree-sep": (SHARES, "ree-sep-2024", "share"),
    "china-ree-magnets": (SHARES, "ree-magnets", "share"),
    "us-uranium-kz": (IMPORTS, "u-kz-2024", "share"),
    "us-uranium-uz": (IMPORTS, "u-uz-2024", "share"),
    "kz-uranium-share": ("minerals-uranium-output", "kz-2022", "world_share"),
    "kz-tungsten-2025": (METAL, "w-kz", "output"),
}


@pytest.mark.parametrize(("table", "row", "field", "value"), SPOT_CHECKS)
def test_a_figure_is_the_one_in_its_chapter(table, row, field, value):
    assert _cell(table, row, field) == value


@pytest.mark.parametrize("fact", SAME)
def test_a_fact_that_repeats_a_row_agrees_with_it(fact):
    assert _value(fact) == _cell(*SAME[fact])


def test_sums_of_letters_of_interest_add_up():
    venture = _value("exim-letter") + _value("dfc-letter")
    assert _value("letters-sum") == venture
    assert _value("letters-all") == venture + _value("qazmoly-letter")
    assert _value("letters-ratio") == round(venture / _value("tungsten-jv-cost") / 10)


@cache
def _records() -> Records:
    return load(ROOT)


def _value(fact: str) -> object:
    return _records().facts[fact].record.value


def _cell(table: str, row: str, field: str) -> object:
    rows = {entry.key: entry.record for entry in _records().tables[table].rows}
    return getattr(rows[row], field)
