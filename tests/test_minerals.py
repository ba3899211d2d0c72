"""Figures of the minerals pages, each against the data release of the USGS for its summaries of 2026."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from macros.records.entries import Records
from macros.records.loading import load

ROOT = Path(__file__).parent.parent
RELEASE = yaml.safe_load((Path(__file__).parent / "usgs_release.yml").read_text("utf-8"))
OUTPUT = [f"minerals-{kind}-output" for kind in ("metal", "ore", "plant")]
METAL, IMPORTS, SHARES = OUTPUT[0], "minerals-us-imports", "minerals-china-shares"

SAME = {
    "china-ree-mine": (SHARES, "ree-mine-2025", "share"),
    "china-ree-sep": (SHARES, "ree-sep-2024", "share"),
    "china-ree-magnets": (SHARES, "ree-magnets", "share"),
    "us-uranium-kz": (IMPORTS, "u-kz-2024", "share"),
    "us-uranium-uz": (IMPORTS, "u-uz-2024", "share"),
    "kz-tungsten-2025": (METAL, "w-kz", "output"),
}

# Facts as the release prints them, but for the first, which is of version 1.3 of the chapters.
FACTS = {
    "ree-world-reserves": 75_000_000, "w-world-reserves": 4_700_000, "ree-us-output": 51_000,
    "us-ree-reliance": 67, "us-ree-reliance-2024": 53, "us-ree-from-china": 71,
    "us-beryllium-imports": 10, "us-beryllium-output": 230, "us-sponge-imports": 44_000,
    "us-perrhenate": 7.8, "price-antimony": 25, "price-antimony-2024": 10.24,
    "price-tungsten": 380, "price-tungsten-2024": 252,
}


def _parts(part: str) -> list:
    return [pytest.param(mineral, row, value, id=f"{mineral}-{row}")
            for mineral, read in RELEASE.items() for row, value in read.get(part, {}).items()]


@pytest.mark.parametrize(("mineral", "row", "read"), _parts("output"))
def test_output_reserves_and_rank_are_those_of_the_release(mineral, row, read):
    ours = _output(row)
    for field in ("output", "world", "reserves"):
        if field in read:
            assert getattr(ours, field) == _tonnes(read[field], RELEASE[mineral]["times"])
    if "above" in read:
        assert ours.rank == len(read["above"]) + 1
        assert min(read["above"]) > read["output"]


@pytest.mark.parametrize(("mineral", "row", "read"), _parts("imports"))
def test_shares_of_us_imports_are_those_of_the_release(mineral, row, read):
    ours = _rows(IMPORTS)[row]
    assert read.get(ours.supplier) == ours.share
    others = [f"{name} {share}%" for name, share in read.items() if name != ours.supplier]
    assert ours.others == ", ".join(others)


@pytest.mark.parametrize(("mineral", "row", "read"), _parts("share"))
def test_shares_of_china_follow_from_the_release(mineral, row, read):
    china, world = read
    assert _cell(SHARES, row, "share") == round(100 * china / world)


@pytest.mark.parametrize("mineral", [mineral for mineral, parts in RELEASE.items() if "reliance" in parts])
def test_reliance_is_that_of_the_release(mineral):
    printed = str(RELEASE[mineral]["reliance"])
    words = "Net exporter" if printed == "E" else f"{printed}%".replace(">", "Over ")
    assert _cell("minerals", mineral, "reliance") == words


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_as_the_release_prints_it(fact):
    assert _value(fact) == FACTS[fact]


def test_three_figures_each_of_ten_minerals_were_read_again():
    read = [mineral for mineral, parts in RELEASE.items() if _figures(parts) >= 3]
    assert len(read) >= 10


@pytest.mark.parametrize("table", [*OUTPUT, IMPORTS, SHARES])
def test_every_row_that_rests_on_a_chapter_was_read_again(table):
    part = {IMPORTS: "imports", SHARES: "share"}.get(table, "output")
    read = {row for parts in RELEASE.values() for row in parts.get(part, {})}
    ours = {row for row, record in _rows(table).items() if _chapter(record)}
    # Chromite was seen in part (3% and a rest of 1%), Kazakh gallium only among "other countries"; Uzbekistan's copper
    # is its company's count beside the world total of the chapter.
    assert ours - read <= {"chromite", "ga-kz", "cu-uz"}


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


@cache
def _rows(table: str) -> dict:
    return {entry.key: entry.record for entry in _records().tables[table].rows}


def _cell(table: str, row: str, field: str) -> object:
    return getattr(_rows(table)[row], field)


def _output(row: str) -> object:
    return next(_rows(table)[row] for table in OUTPUT if row in _rows(table))


def _tonnes(printed: float | str, times: float) -> float | None:
    return None if printed == "NA" else round(printed * times, 6)


def _figures(parts: dict) -> int:
    countries = [len(row.keys() - {"above"}) for row in parts.get("output", {}).values()]
    shares = [len(row) for part in ("imports", "share") for row in parts.get(part, {}).values()]
    return sum(countries) + sum(shares)


def _chapter(record: object) -> bool:
    return any(source.source.startswith("mcs26-") for source in record.sources)
