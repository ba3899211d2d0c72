"""Conversions of mass and content, and the figures of the minerals pages that rest on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.loading import load
from macros.records.schema import conversions
from macros.records.schema.computed import FUNCTIONS

ROOT = Path(__file__).parent.parent


def test_uranium_is_848_parts_in_1000_of_its_oxide():
    atoms = 3 * 238.02891
    assert conversions.uranium(1000) == 848
    assert pytest.approx(atoms / (atoms + 8 * 15.999), abs=0.0005) == conversions.U_IN_U3O8


def test_tungsten_is_793_parts_in_1000_of_its_trioxide():
    assert conversions.tungsten(1000) == 793
    assert pytest.approx(183.84 / (183.84 + 3 * 15.999), abs=0.0005) == conversions.W_IN_WO3


def test_2205_pounds_are_a_tonne():
    assert conversions.tonnes(2204.62262) == pytest.approx(1, abs=1e-6)


def test_a_million_pounds_of_oxide_is_about_385_tonnes_of_uranium():
    assert conversions.tonnes_of_uranium(1) == pytest.approx(384.6, abs=0.1)


def test_rock_and_metal_are_inverse_at_one_grade():
    assert conversions.metal_in_rock(20_000_000, 700) == pytest.approx(14_000)
    assert conversions.rock_for_metal(14_000, 700) == pytest.approx(20_000_000)


def test_shares_are_whole_percents_down_to_one():
    assert conversions.share(7_000, 51_000) == 14
    assert conversions.share(800, 110_000) == 0.7


def test_a_row_computes_its_share_and_its_rank():
    assert FUNCTIONS["standing"](22_000, 110_000, 3) == "20%, rank 3"
    assert FUNCTIONS["standing"](22_000, 110_000, None) == "20%"
    assert FUNCTIONS["standing"](None, 110_000, 3) is None and FUNCTIONS["standing"](22_000, None, 3) is None


def test_a_rate_of_duty_is_a_number_where_it_is_by_value():
    rates = {"Free": 0.0, "12.5%": 12.5, "4%": 4.0, "$1.30/kg": None, "1.1%/kg": None, "%": None}
    assert {rate: FUNCTIONS["rate-percent"](rate) for rate in rates} == rates


def test_a_conversion_computes_its_result_to_three_digits_and_refuses_other_units():
    convert = FUNCTIONS["conversion"]
    assert convert("WO3 to W", 1_400_000, "tonnes-wo3", "tonnes-tungsten", None) == 1_110_000
    assert convert("rock to metal", 20_000_000, "tonnes-rock", "tonnes-metal", 700) == 14_000
    with pytest.raises(ValueError, match="turns tonnes-wo3 into tonnes-tungsten; give these two units"):
        convert("WO3 to W", 1_400_000, "tonnes-tungsten", "tonnes-tungsten", None)


def test_facts_that_repeat_a_conversion_agree_with_it():
    facts = {key: entry.record.value for key, entry in load(ROOT).facts.items()}
    for key, value in _EXPECTED.items():
        assert facts[key] == pytest.approx(value, rel=0.01), key


_EXPECTED = {
    "zhana-metal-if-rock": conversions.metal_in_rock(20_000_000, 700),
    "zhana-rock-if-metal": conversions.rock_for_metal(20_000_000, 700) / 1e9,
    "tungsten-jv-company-as-metal": conversions.tungsten(1_400_000),
    "bakuta-reserve-as-metal": conversions.tungsten(140_800),
    "us-uranium-2024-tonnes": conversions.tonnes_of_uranium(55.9),
    "us-uranium-2025-tonnes": conversions.tonnes_of_uranium(46.9),
}
