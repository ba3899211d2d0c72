"""The geometry of charts."""

import re
from datetime import date

import pytest

from macros.drawing import chart_layout
from tests.conftest import ROOT


@pytest.mark.parametrize(("largest", "ticks"), [
    (71196, [0, 20000, 40000, 60000, 80000]), (4, [0, 1, 2, 3, 4]), (0, [0, 1]), (0.9, [0, 0.25, 0.5, 0.75, 1.0]),
])
def test_an_axis_has_round_numbers(largest, ticks):
    assert chart_layout.nice_ticks(largest) == ticks


def test_a_column_is_as_high_as_its_value():
    chart = chart_layout.columns([("1973", 100.0), ("1974", None), ("1975", 50.0)], plot=200)
    first, gap, last = chart.columns
    assert first.height == 2 * last.height
    assert (gap.value, gap.height) == (None, 0)
    assert all(0 <= column.x and column.x + column.width <= 100 for column in chart.columns)
    assert first.y + first.height == last.y + last.height == chart.base


def test_the_longest_bar_leaves_room_for_its_value():
    chart = chart_layout.bars([("a", [10.0, 5.0]), ("b", [0.0, 2.5])], letters=14)
    assert [bar.width for _, _, bars in chart.groups for bar in bars] == [100, 50, 0, 25]
    assert (chart.room, chart_layout.bars([("a", [1.0])], letters=4).room) == (16, 4)
    tops = [bar.y for _, _, bars in chart.groups for bar in bars]
    assert tops == sorted(tops) and tops[-1] + chart.thickness <= chart.height


def test_a_line_has_a_gap_where_nothing_is_known():
    chart = chart_layout.line(["1", "2", "3"], {"a": [1.0, None, 3.0]}, plot=100)
    points = chart.series[0][1]
    assert points[1] is None
    assert points[0][1] > points[2][1] and points[2][0] == 98


def test_events_of_one_year_are_piled_up():
    strip = chart_layout.strip([date(2025, 1, 1), date(2025, 6, 1), date(1975, 1, 1)])
    first, second, early = strip.dots
    assert first.x == second.x and first.y - second.y == 9
    assert early.x < first.x and [tick.value for tick in strip.ticks] == [1980, 1990, 2000, 2010, 2020]


@pytest.mark.parametrize(("labels", "every"), [
    (["1971", "1972", "1973"], 1), ([str(year) for year in range(1970, 1992)], 4),
    (["January 2024", "September 2024", "August 2025"], 2),
])
def test_labels_of_an_axis_do_not_touch_on_a_phone(labels, every):
    shown = chart_layout.line(labels, {"a": [1.0] * len(labels)}).labels
    assert [label for _, label in shown] == labels[::every]


def test_the_style_sheet_leaves_room_beside_bars_for_every_length_of_value():
    style = (ROOT / "docs" / "assets" / "site.css").read_text("utf-8")
    rule = re.search(r"padding-right: calc\(var\(--room\) \* ([\d.]+)rem \+ ([\d.]+)rem\)", style)
    each, more = map(float, rule.groups())
    rooms = {int(name): (int(letters) * each + more) * 20 for name, letters in
             re.findall(r"\.chart__frame--room-(\d+) \{ --room: (\d+); \}", style)}
    assert sorted(rooms) == [chart_layout.bars([("a", [1.0])], letters).room for letters in (1, 5, 12, 16, 17, 24, 90)]
    assert all(pixels >= letters * 6.2 + 11.9 for letters, pixels in rooms.items())
