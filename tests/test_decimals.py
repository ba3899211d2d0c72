"""Figures of a column have as many decimals as most of them have, and no more than that."""

from __future__ import annotations

import re

import pytest

from macros.calls.decimals import padded, places_of
from macros.render.languages import written_in
from macros.site.site import Site
from tests.conftest import PAGE, TABLE


@pytest.mark.parametrize(("cells", "places"), [
    (["8.4", "8", "7.1", "\u22120.5"], 1), (["4%", "14.7%", "5.7%", "1.2%", "17.4%"], 1),
    (["8.5", "4.2", "1.1", "35", "17"], 0),  # sums of contracts, stated to different places
    (["63.8", "8.8", "2.146"], 0), (["1,617", "255"], 0), (["\u2014", "0.58%", "0.35%", "\u2014"], 2),
    (["2.5 billion", "none"], 0), ([], 0)])
def test_a_column_has_the_places_of_most_of_its_figures(cells, places):
    assert places_of(cells) == places


def test_another_language_keeps_its_figures():
    with written_in("de"):
        assert places_of(["1.234", "2.345", "3.456"]) == 0


@pytest.mark.parametrize(("cell", "places", "made"), [
    ("8", 1, "8.0"), ("8.4", 1, "8.4"), ("1,098", 1, "1,098.0"), ("0.5%", 2, "0.50%"), ("\u22127%", 1, "\u22127.0%"),
    ("8", 0, "8"), ("\u2014", 1, "\u2014"), ("none", 2, "none"), ("$2.5 billion", 2, "$2.5 billion")])
def test_a_figure_gets_the_places_of_its_column(cell, places, made):
    assert padded(cell, places) == made


def test_a_table_shows_as_many_decimals_in_each_row(project):
    table = TABLE.replace("persons, type: integer", "persons, type: number").replace("34933", "34.5").replace(
        "13221", "13.25").replace("rows:\n", "rows:\n- {id: y72, year: 1972, persons: 8, series: C, sources: [law]}\n"
        "- {id: y71, year: 1971, persons: 2.25, series: C, sources: [law]}\n").replace("34.5,", "34.75,")
    page = Site.read(project({"docs/index.md": PAGE, "data/departures.yml": table}), "publish").markdown["index.md"]
    assert re.findall(r"\| (19\d\d)[^|]* \| (\S+) \|", page) == [
        ("1972", "8.00"), ("1971", "2.25"), ("1973", "34.75"), ("1975", "13.25")]
