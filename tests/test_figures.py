"""The geometry of charts."""

import re
from datetime import date

import pytest

from macros.drawing.charts import axes, bars, lines
from macros.drawing.charts.strip import strip as strip_of
from tests.conftest import ROOT


@pytest.mark.parametrize(("largest", "ticks"), [
    (71196, [0, 20000, 40000, 60000, 80000]), (4, [0, 1, 2, 3, 4]), (0, [0, 1]), (0.9, [0, 0.25, 0.5, 0.75, 1.0]),
])
def test_an_axis_has_round_numbers(largest, ticks):
    assert axes.nice_ticks(largest) == ticks


def test_a_column_is_as_high_as_its_value():
    chart = bars.columns([("1973", 100.0), ("1974", None), ("1975", 50.0)], plot=200)
    first, gap, last = chart.columns
    assert first.height == 2 * last.height
    assert (gap.value, gap.height) == (None, 0)
    assert all(0 <= column.x and column.x + column.width <= 100 for column in chart.columns)
    assert first.y + first.height == last.y + last.height == chart.base


def test_the_longest_bar_leaves_room_for_its_value():
    chart = bars.bars([("a", [10.0, 5.0]), ("b", [0.0, 2.5])], letters=14)
    assert [bar.width for _, _, bars in chart.groups for bar in bars] == [100, 50, 0, 25]
    assert (chart.room, bars.bars([("a", [1.0])], letters=4).room) == (16, 4)
    tops = [bar.y for _, _, bars in chart.groups for bar in bars]
    assert tops == sorted(tops) and tops[-1] + chart.thickness <= chart.height


def test_a_line_has_a_gap_where_nothing_is_known():
    line = lines.lines(["1", "2", "3", "4"], {"a": [1.0, None, 3.0, 4.0]}, plot=100).lines[0]
    assert line.points[1] is None
    assert [(part.start.value, part.end.value) for part in line.segments] == [(3.0, 4.0)]
    assert [point.value for point in line.alone] == [1.0]
    assert line.points[0].y > line.points[2].y and line.points[3].x == 98


def test_what_is_counted_on_another_basis_is_hollow_and_its_neighbors_are_broken_off():
    line = lines.lines(["1", "2", "3"], {"a": [1.0, 2.0, 3.0]}, hollow={1}).lines[0]
    assert [point.is_hollow for point in line.points] == [False, True, False]
    assert [part.is_broken for part in line.segments] == [True, True]
    columns = bars.columns([("1", 1.0), ("2", 2.0)], hollow={1}).columns
    assert [column.is_hollow for column in columns] == [False, True]


def test_a_value_of_a_year_stands_in_the_middle_of_it():
    chart = lines.lines(["2000", "2001"], {"a": [1.0, 1.0]}, [2000.5, 2001.5], events=[(2001.0, "1 January", "new")])
    assert [point.x for point in chart.lines[0].points] == [25, 75]
    assert chart.events[0].x == 50


def test_words_of_events_have_rows_of_their_own_above_the_plot():
    chart = lines.lines(["2000", "2001"], {"a": [1.0, 1.0]}, [2000.5, 2001.5], events=[
        (2000.5, "June 2000", "words that are too long for a line"), (2001.0, "January 2001", "new")])
    first, second = chart.events
    assert first.words == ("words that are too", "long for a line")
    assert second.y >= first.y + 3 * 15 and chart.top > second.y + 15


def test_what_stands_at_the_ends_of_lines_does_not_touch():
    values = {name: [1.0, value] for name, value in zip("abcd", (5.0, 5.0, 4.9, 0.1), strict=True)}
    chart = lines.lines(["1", "2"], values, ends=[("a", "5"), ("b",), ("c", "4.9"), ("d",)])
    placed = sorted((end.y, len(end.rows)) for end in chart.ends)
    assert all(lower >= y + 15 * (rows - 1) + 17 for (y, rows), (lower, _) in zip(placed, placed[1:], strict=False))
    assert placed[-1][0] <= chart.base + 4


def test_equal_ratios_are_equally_high_on_an_axis_of_powers():
    line = lines.lines(["1", "2", "3"], {"a": [2.0, 20.0, 200.0]}, log=True).lines[0]
    first, second, third = (point.y for point in line.points)
    assert first - second == pytest.approx(second - third)
    assert axes.powers(2.0, 200.0) == [1, 10, 100, 1000] and axes.powers(5.0, 5.0) == [1, 10]


def test_small_drawings_on_one_scale_hold_the_greatest_of_all():
    low, own = (lines.lines(["1", "2"], {"a": [1.0, 2.0]}, holds=holds).lines[0].peak.y for holds in ([100.0], []))
    assert low > own


def test_events_of_one_year_are_piled_up():
    strip = strip_of([date(2025, 1, 1), date(2025, 6, 1), date(1975, 1, 1)])
    first, second, early = strip.dots
    assert first.x == second.x and first.y - second.y == 9
    assert early.x < first.x and [tick.value for tick in strip.ticks] == [1980, 1990, 2000, 2010, 2020]


@pytest.mark.parametrize(("labels", "every"), [
    (["first", "second", "third"], 1), ([f"y{year}" for year in range(1970, 1992)], 5),
    (["January 2024", "September 2024", "August 2025"], 2),
])
def test_labels_of_an_axis_do_not_touch_on_a_phone(labels, every):
    shown = lines.lines(labels, {"a": [1.0] * len(labels)}).labels
    assert [label for _, label in shown] == labels[::every]


def test_of_many_years_the_decades_are_told():
    labels = [str(year) for year in range(1992, 2026)]
    shown = lines.lines(labels, {"a": [1.0] * len(labels)}).labels
    assert [label for _, label in shown] == ["2000", "2010", "2020"]


def test_the_style_sheet_leaves_room_beside_bars_for_every_length_of_value():
    style = (ROOT / "docs" / "assets" / "site.css").read_text("utf-8")
    rule = re.search(r"padding-right: calc\(var\(--room\) \* ([\d.]+)rem \+ ([\d.]+)rem\)", style)
    each, more = map(float, rule.groups())
    rooms = {int(name): (int(letters) * each + more) * 20 for name, letters in
             re.findall(r"\.chart__frame--room-(\d+) \{ --room: (\d+); \}", style)}
    assert sorted(rooms) == [bars.bars([("a", [1.0])], letters).room for letters in (1, 5, 12, 16, 17, 24, 90)]
    assert all(pixels >= letters * 6.2 + 11.9 for letters, pixels in rooms.items())
