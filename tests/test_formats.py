"""Numbers, units and dates as they stand on a page."""

import pytest

from macros.records.loading import load
from macros.records.schema import known
from macros.records.schema.periods import parse_period
from macros.render import formats
from tests.conftest import ROOT

load(ROOT)
UNITS = known("units")


@pytest.mark.parametrize(("value", "unit", "text"), [
    (8, "countries", "8 countries"), (1, "countries", "1 country"), (12.5, "percent", "12.5%"),
    (10.0, "percent", "10%"),
    (1.1, "usd-billion", "$1.1 billion"), (-3, "usd-million", "\u2212$3 million"), (71196, "persons", "71,196 people"),
    (1600, "usd-million", "$1.6 billion"), (2330.7, "usd-million", "$2,330.7 million"),
    (5_000_000, "persons", "5 million people"),
    (2_500_000_000, "usd", "$2.5 billion"),
    (1_234_000, "persons", "1,234,000 people"), (7_040_000, "tonnes-metal", "7.04 million tonnes of metal"),
    (2025, "year", "2025"), ("1975-01-03", "date", "3 January 1975"), (1975, "date", "1975"),
    ("signed", None, "signed"), (0, "votes", "0 votes"), (1234567.5, "usd", "$1,234,567.5"),
])
def test_a_quantity_carries_its_unit(value, unit, text):
    assert formats.quantity(value, unit) == text


@pytest.mark.parametrize(("value", "unit", "text"), [
    (20592571, "persons", "20.6 million people"), (45678, "tonnes", "45,700 tonnes"), (9999, "bills", "9,999 bills"),
    (2331, "usd-million", "$2.33 billion"), (4.119, "million-tonnes", "4.12 million tonnes"),
    (508.9, "usd-million", "$509 million"), (99.97, "percent", "99.97%"), (0.0004, "percent", "0.0004%"),
    (0.8243, "usd-billion", "$824 million"), (0.993, "million-tonnes", "993,000 tonnes"),
    (0, "usd-billion", "$0 billion"),
    (45.72, "percent", "45.7%"), (-45.72, "percent", "\u221245.7%"), (1234.5, "usd-million", "$1.23 billion"),
    (8, "countries", "eight countries"), (1, "countries", "one country"), (0, "attacks", "no attacks"),
    (3.0, "bills", "three bills"), (10, "bills", "10 bills"), (5, "percent", "5%"), (2, "usd-billion", "$2 billion"),
    (3, "billion-tonnes-rock", "3 billion tonnes of rock"), (2.5, "times", "2.5 times"), (7, "index", "7"),
    ("1975-01-03", "date", "3 January 1975"), (2025, "year", "2025"), (7, None, "7"), (54321, None, "54,300"),
    ("signed", None, "signed"),
])
def test_a_sentence_has_three_digits_and_small_counts_in_words(value, unit, text):
    assert formats.spoken(value, unit) == text


def test_a_note_has_every_digit_and_no_thing_is_none():
    assert [formats.exact(20592571, "persons"), formats.exact(0, "bills"), formats.exact(0, "percent")] == [
        "20,592,571 people", "none", "0%"]


def test_a_box_has_three_digits_and_counts_in_figures():
    assert [formats.rounded(20592571, "persons"), formats.rounded(8, "countries"),
            formats.rounded(0, "countries"), formats.rounded(0, "percent")] == [
        "20.6 million people", "8 countries", "none", "0%"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_prints(unit):
    shown = formats.quantity("2025-11-06" if unit == "date" else 2, unit)
    assert "None" not in shown and shown == shown.strip()


@pytest.mark.parametrize(("written", "text"), [
    (2023, "2023"), ("2023-12", "December 2023"), ("2025-11-06", "6 November 2025"),
    ("1973/1986", "1973 to 1986"), ("2025-01-02/2025-03", "2 January 2025 to March 2025"),
    ("2025-11-04/2025-11-05", "4 to 5 November 2025"), ("2025-11-04/2025-12-04", "4 November to 4 December 2025"),
    ("2025-11-04/2026-11-04", "4 November 2025 to 4 November 2026"), ("2025-05/2025-06", "May to June 2025"),
])
def test_a_period_is_written_out(written, text):
    assert formats.period(parse_period(written)) == text


def test_a_period_knows_its_first_and_last_day():
    period = parse_period("2023-12/2024-02")
    assert (period.start.isoformat(), period.end.isoformat()) == ("2023-12-01", "2024-02-29")


@pytest.mark.parametrize(("value", "text"), [
    (None, "—"), ((), "—"), (True, "Yes"), (False, "No"), (("a", "b"), "a, b"), (12680, "12,680"), ("x", "x"),
])
def test_a_cell(value, text):
    assert formats.cell_text(value) == text


def test_text_is_escaped_for_markdown_and_html():
    assert formats.markdown("# a|b *c* <d> & [e]") == (
        "&#8203;# a\\|b \\*c\\* &lt;d&gt; &amp; \\[e\\]")


@pytest.mark.parametrize(("value", "text"), [
    (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c"), ((), "—")])
def test_a_list_in_a_sentence_has_its_and(value, text):
    assert formats.cell_text(value, is_spoken=True) == text
