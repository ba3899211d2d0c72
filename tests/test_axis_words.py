"""Numbers of an axis, over columns and beside bars: the unit once, the numbers bare on its scale."""

from __future__ import annotations

import pytest

from macros.calls.charts.figure import axis_numbers
from macros.records.loading import load
from macros.render import axis_words
from tests.conftest import ROOT

load(ROOT)


@pytest.mark.parametrize(("values", "unit", "words", "texts", "left"), [
    ([71_200], "persons", "people", ["0", "20,000", "40,000", "60,000", "80,000"], 6),
    ([36_400_000], "persons", "million people", ["0", "10", "20", "30", "40"], 2),
    ([2330], "usd-million", "$ billion", ["0", "1", "2", "3"], 2),
    ([900], "usd-million", "$ million", ["0", "250", "500", "750", "1,000"], 6),
    ([0.7], "eur-billion", "€ million", ["0", "200", "400", "600", "800"], 4),
    ([12_000], "usd", "$", ["0", "5,000", "10,000", "15,000"], 6),
    ([41], "percent", "", ["0%", "20%", "40%", "60%"], 4), ([0.8], "index", "", ["0", "0.2", "0.4", "0.6", "0.8"], 4),
    ([-80, 40], "usd-million", "$ million", ["\u221280", "0", "40"], 4), ([], "deaths", "deaths", ["0", "1"], 2),
])
def test_an_axis_says_its_unit_once(values, unit, words, texts, left):
    axis = axis_numbers(values, unit)
    assert (axis.scale.words, list(axis.texts), axis.left) == (words, texts, left)


@pytest.mark.parametrize(("values", "unit", "texts"), [
    ([49.51, None, 106.3], "usd-billion", ["49.5", "", "106"]), ([8, 0, 1], "attacks", ["8", "0", "1"]),
    ([0.586, 4.119], "million-tonnes", ["0.586", "4.12"]),
    ([0.086, 4.119], "million-tonnes", ["86,000", "4.12 million"]),
    ([0.6, 12.5], "percent", ["0.6%", "12.5%"]),
    ([0.2, 4360, 106], "usd-million", ["$200,000", "$4.36 billion", "$106 million"]), ([0.3], "index", ["0.3"]),
])
def test_numbers_over_columns_mean_something(values, unit, texts):
    scale = axis_numbers([value for value in values if value], unit).scale
    assert axis_words.over_columns(values, unit, scale) == texts


@pytest.mark.parametrize(("values", "unit", "texts"), [
    ([None, 1, 6, 0], "bills", ["", "1 bill", "6", "0"]), ([335, 1], "bcm", ["335 bcm", "1"]),
    ([64.1, 0.93, 2], "usd-billion", ["$64.1 billion", "$930 million", "$2 billion"]),
    ([4.12, 0.5], "million-tonnes", ["4.12 million tonnes", "500,000"]), ([5, 6], "percent", ["5%", "6%"]),
])
def test_the_first_bar_says_what_is_counted(values, unit, texts):
    assert axis_words.after_the_first(values, unit) == texts
