"""Conversions of mass and content, and the figures of the minerals pages that rest on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.loading import load
from macros.records.schema import computed
from macros.records.schema.computed import FUNCTIONS

ROOT = Path(__file__).parent.parent


def test_uranium_and_tungsten_are_what_atoms_weigh_of_their_oxides():
    pound, uranium, tungsten, oxygen = 0.45359237, 238.02891, 183.84, 15.999
    assert computed.tonnes_of_uranium(1) / (1000 * pound) == pytest.approx(
        3 * uranium / (3 * uranium + 8 * oxygen), abs=0.0005)
    assert computed.tungsten(1) == pytest.approx(tungsten / (tungsten + 3 * oxygen), abs=0.0005)


def test_a_million_pounds_of_oxide_is_about_385_tonnes_of_uranium():
    assert computed.tonnes_of_uranium(1) == pytest.approx(384.6, abs=0.1)


def test_rock_and_metal_are_inverse_at_one_grade():
    assert computed.metal_in_rock(20_000_000, 700) == pytest.approx(14_000)
    assert computed.rock_for_metal(14_000, 700) == pytest.approx(20_000_000)


def test_shares_are_whole_percents_down_to_one():
    assert computed.share(7_000, 51_000) == 14
    assert computed.share(800, 110_000) == 0.7


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
    "zhana-metal-if-rock": computed.metal_in_rock(20_000_000, 700),
    "zhana-rock-if-metal": computed.rock_for_metal(20_000_000, 700) / 1e9,
    "tungsten-jv-company-as-metal": computed.tungsten(1_400_000),
    "bakuta-reserve-as-metal": computed.tungsten(140_800),
    "us-uranium-2024-tonnes": computed.tonnes_of_uranium(55.9),
    "us-uranium-2025-tonnes": computed.tonnes_of_uranium(46.9),
}
