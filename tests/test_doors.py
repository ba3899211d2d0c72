"""Cards that lead to pages, and the small pictures on them."""

from __future__ import annotations

import re

import pytest

from macros.drawing.charts.sparks import HEIGHT, WIDTH, Column, columns, lines, over
from macros.site.site import Site
from tests.conftest import PAGE

PICTURE = ('"draws": "columns", "table": "departures", "x": "year", "y": ["persons"], "unit": "persons", '
           '"title": "Fewer left"')


def card(picture: str) -> str:
    return f'\n{{{{ doors({{"page": "index.md", "says": "More", "picture": {{{picture}}} }}) }}}}\n'


def test_columns_stand_on_the_ground_and_the_highest_fills_the_picture():
    assert columns([10, None, 5]) == [Column(0, 60, HEIGHT), None, Column(160, 60, HEIGHT / 2)]
    assert columns([0, 0]) == [Column(0, 90, 0), Column(120, 90, 0)]


def test_lines_keep_their_gaps_and_share_a_scale():
    assert lines([[10, None, 5], [0, 0, 0]]) == [
        [[(0, 2)], [(240, 32)]], [[(0, 62), (120, 62), (240, 62)]]]


@pytest.mark.parametrize(("number", "words", "wanted"), [
    (0, "12.3 million", (0, 11, "start")), (2, "12.3 million", (WIDTH, 11, "end")), (1, "12", (120, 11, "middle"))])
def test_words_over_a_value_stay_within_the_picture(number, words, wanted):
    assert over(number, 3, [1, 2, 4], words) == wanted


def test_a_card_shows_the_shape_and_says_it(project):
    site = Site.read(project({"docs/index.md": PAGE + card(PICTURE + ', "mark": 1975')}))
    page = site.markdown["index.md"]
    assert site.problems == []
    assert 'aria-label="Persons: 34,900 people in 1973, at most 34,900 people in 1973, 13,200 people in 1975."' in page
    assert re.findall(r"<text[^>]*>([^<]*)</text>", page) == ["34,900 people", "1973", "1975"]
    assert '<line class="event" x1="120.0"' in page
    assert '<span id="fnref:c-departures"></span> <small>Departures</small>' in page


@pytest.mark.parametrize(("picture", "message"), [
    (PICTURE.replace("columns", "pies"), "doors(): draws: 'pies' does not fit; wanted: 'columns' or 'lines'"),
    (PICTURE.replace('"x": "year", ', ""),
     "picture: x; wanted: draws, table, title, unit, x, y, and perhaps mark and where"),
    (PICTURE.replace('["persons"]', "[]"), "picture: 0 fields in y; wanted: one, or for lines one or more"),
    (PICTURE.replace('["persons"]', '["persons", "other_count"]'),
     "picture: 2 fields in y; wanted: one, or for lines one or more"),
    (PICTURE.replace('["persons"]', '["other_count"]'), "picture: a field in y has no number in the rows chosen"),
    (PICTURE.replace("persons\"]", "person\"]"),
     "table 'departures' has no field 'person'; allowed: as_of, id, other_count, persons, series, "),
    (PICTURE + ', "mark": 1974', "picture: no row with year 1974; wanted: one of 1973 to 1975"),
    (PICTURE.replace('"table": "departures"', '"table": "departure"'), "no table 'departure'"),
])
def test_a_picture_that_cannot_be_drawn_is_refused(problems, picture, message):
    found = problems({"docs/index.md": PAGE + card(picture)})
    assert len(found) == 1 and message in found[0], found


@pytest.mark.parametrize(("wrong", "message"), [
    ('{"page": "index.md", "says": "More"}', "doors(): fact; wanted in each: page, says, and fact or picture"),
    ('{"page": "index.md", "says": "More", "picture": 1}', "doors(): picture: 1 does not fit; wanted: a mapping"),
    ('{"page": 1, "says": "More", "fact": "covered"}', "doors(): page: 1 does not fit; wanted: text"),
    ('{"page": "index.md", "fact": "covered", "say": "More"}',
     "doors(): say, says; wanted in each: page, says, and fact or picture"),
])
def test_a_card_without_what_it_needs_is_refused(problems, wrong, message):
    found = problems({"docs/index.md": PAGE + "\n{{ doors(" + wrong + ") }}\n"})
    assert [text.partition(": ")[2] for text in found] == [message]


def test_a_number_below_zero_is_refused(problems, project):
    from tests.conftest import TABLE
    found = problems({"docs/index.md": PAGE + card(PICTURE), "data/table.yml": TABLE.replace("34933", "-34933")})
    assert "picture: a number below 0; a small picture begins at zero" in found[0]
