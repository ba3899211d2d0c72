"""The geometry of charts."""

from datetime import date

import pytest

from macros.drawing.charts import axes, bars, lines
from macros.drawing.charts.strip import strip as strip_of


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
    assert [bar.width for group in chart.groups for bar in group.bars] == [100, 50, 0, 25]
    assert (chart.room, bars.bars([("a", [1.0])], letters=4).room) == (16, 4)
    tops = [bar.y for group in chart.groups for bar in group.bars]
    assert tops == sorted(tops) and tops[-1] + chart.thickness <= chart.height


def test_labels_beside_bars_share_their_middle_and_take_no_row_of_their_own():
    groups = [("Plan", [5.0, 2.0]), ("Gold, silver, other precious metals, stones and jewelry", [0.0, 1.0])]
    chart, above = bars.bars_beside(groups), bars.bars(groups)
    assert (chart.left, [len(group.label) for group in chart.groups]) == (28, [1, 2]) and above.left == 0
    for group in chart.groups:
        middle = (group.bars[0].y + group.bars[-1].y + chart.thickness) / 2
        assert group.y - 12 + 7.5 * len(group.label) == pytest.approx(middle)
    assert chart.height < above.height and [bar.width for bar in chart.groups[0].bars] == [100, 40]


@pytest.mark.parametrize(("letters", "left"), [(12, 12), (13, 20), (21, 28), (60, 28)])
def test_there_is_room_beside_bars_for_the_longest_label(letters, left):
    assert bars.bars_beside([("a" * letters, [1.0])]).left == left


def test_a_line_has_a_gap_where_nothing_is_known():
    line = lines.lines(["1", "2", "3", "4"], {"a": [1.0, None, 3.0, 4.0]}, plot=100).lines[0]
    assert line.points[1] is None
    assert [[point.value for point in part.points] for part in line.stretches] == [[3.0, 4.0]]
    assert [point.value for point in line.alone] == [1.0]
    assert line.points[0].y > line.points[2].y and line.points[3].x == 98


def test_what_is_counted_on_another_basis_is_hollow_and_its_neighbors_are_broken_off():
    line = lines.lines([*"12345"], {"a": [1.0, 2.0, 3.0, 4.0, 5.0]}, hollow={1}).lines[0]
    assert [point.is_hollow for point in line.points] == [False, True, False, False, False]
    assert [([point.value for point in part.points], part.is_broken) for part in line.stretches] == [
        ([1.0, 2.0, 3.0], True), ([3.0, 4.0, 5.0], False)]
    columns = bars.columns([("1", 1.0), ("2", 2.0)], hollow={1}).columns
    assert [column.is_hollow for column in columns] == [False, True]


def test_values_are_compared_with_those_on_the_same_basis():
    alike = [lines.lines([*"123"], {"a": [1.0, 2.0, 3.0]}, hollow=hollow).lines[0].alike
             for hollow in ((), {0}, {2}, {0, 1, 2})]
    assert [[point.value for point in points] for points in alike] == [[1, 2, 3], [2, 3], [1, 2], [1, 2, 3]]


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


@pytest.mark.parametrize("value", [1.0, 50.0, 100.0])
def test_many_ends_stay_between_the_top_of_the_plot_and_the_axis(value):
    """However many there are, none runs into what stands above: the plot grows by what they need."""
    names = [f"line {number}" for number in range(20)]
    chart = lines.lines(["1", "2"], {name: [1.0, value] for name in names},
                        ends=[(name, "a value") for name in names])
    placed = sorted((end.y, len(end.rows)) for end in chart.ends)
    assert len(placed) == 20 and placed[0][0] >= chart.top and placed[-1][0] + 15 <= chart.base + 17
    assert all(lower >= y + 15 * rows for (y, rows), (lower, _) in zip(placed, placed[1:], strict=False))


def test_words_of_an_event_stand_where_there_is_room():
    """Right of their line as long as they fit there, with the room beside the plot; left of it near the edge."""
    years = [str(year) for year in range(1990, 2011)]
    moments = [int(year) + 0.5 for year in years]
    for room, late in ((0, [False, False, True]), (20, [False, False, False])):
        chart = lines.lines(years, {"a": [1.0] * 21}, moments, room=room, events=[
            (year, "30 November 2015", "coverage ended") for year in (1991.0, 2000.0, 2009.0)])
        assert [event.is_late for event in chart.events] == late


def test_columns_have_events_where_their_years_stand():
    points, moments = [("2000", 1.0), ("2001", 2.0), ("2010", 3.0)], [2000.5, 2001.5, 2010.5]
    chart = bars.columns(points, moments=moments, events=[(moment, "2001", "new") for moment in (
        2000.0, 2001.0, 2001.5, 2006.0, 2011.0)])
    assert [round(event.x, 1) for event in chart.events] == [0, 33.3, 50, 66.7, 100]
    assert chart.base - chart.columns[2].height >= max(event.y for event in chart.events) + 15


@pytest.mark.parametrize(("values", "told"), [
    ([200000.0, 199000.0, 100000.0, 150000.0, 1000.0, 198000.0], {0, 2, 3, 4, 5}),
    ([0.2, 0.2, 5.0, 0.2, 3.0, 0.2, 0.2], {1, 2, 3, 4, 6}),
    ([0.2, 0.2, 5.0, 0.2, 3.0, *[0.2] * 4], {2, 8, 0}), ([0.2, *[4.0] * 13], {1, 13}),
    ([None, 3.0, None], {1}), ([None, None], set()),
])
def test_values_over_columns_do_not_touch_on_a_phone(values, told):
    chart = bars.columns([(str(number), value) for number, value in enumerate(values)], letters=7, left=8)
    assert {number for number, column in enumerate(chart.columns) if column.told and not column.is_wide} == told


def test_a_value_that_would_lie_on_a_higher_column_is_told_on_a_wide_plot_only():
    columns = bars.columns([("2024", 4.5), ("2025", 4.1), ("2026", 5.2)], letters=24).columns
    assert [(bool(column.told), column.is_wide) for column in columns] == [(True, False), (True, True), (True, False)]


def test_values_that_only_a_wide_plot_has_room_for_stand_there():
    chart = bars.columns([(str(number), 100.0) for number in range(5)], letters=12, left=8)
    assert [column.is_wide for column in chart.columns if column.told] == [False, True, False, True, False]


def test_a_bar_may_be_unknown_and_a_group_hollow_and_a_long_label_has_two_lines():
    long = "Gold, silver, other precious metals, stones and jewelry"
    plan, other = bars.bars([("Plan", [5.0, None]), (long, [0.0, 1.0])], hollow={0}).groups
    assert [(bar.value, bar.width) for bar in plan.bars] == [(5.0, 100), (None, 0)]
    assert (plan.is_hollow, other.is_hollow) == (True, False)
    assert " ".join(other.label) == long and [len(group.label) for group in (plan, other)] == [1, 2]
    assert other.bars[0].y > other.y + 15


@pytest.mark.parametrize(("x", "place"), [
    (50, (50, "middle")), (5, (5, "start")), (95, (95, "end")), (60, (60, "middle")), (75, (75, "end"))])
def test_words_over_a_peak_stay_in_a_small_drawing(x, place):
    assert axes.anchored(x, 90, 156) == place
    assert axes.anchored(x, 150, 156) in ((0.0, "start"), (100.0, "end"), (50, "middle"), (x, "start"), (x, "end"))


def test_words_over_a_low_peak_keep_off_the_lines_of_events():
    moments = [year + 0.5 for year in range(2000, 2021)]
    values = [1.0] * 8 + [2.0] + [1.0] * 12
    shared, own = (lines.lines(["1"] * 21, {"a": values}, moments, tight=True, holds=holds, events=[(2007.0, "", "")])
                   for holds in ([9.0], []))
    at = shared.events[0].x
    assert shared.peak_words("0.58 in 2008") == (pytest.approx(at + 100 * 4 / 156), "start")
    assert own.peak_words("0.58 in 2008") == (pytest.approx(own.lines[0].peak.x), "middle")


def test_a_small_drawing_reaches_its_top_and_leaves_room_for_words_over_it():
    chart = lines.lines(["1", "2"], {"a": [7.0, 4.0]}, plot=84, tight=True)
    assert chart.lines[0].peak.y == chart.top >= 20
    assert lines.lines(["1", "2"], {"a": [-2.0, -1.0]}, plot=84, tight=True).zero == chart.top


def test_small_drawings_on_one_scale_hold_the_greatest_of_all():
    low, own = (lines.lines(["1", "2"], {"a": [1.0, 2.0]}, holds=holds).lines[0].peak.y for holds in ([100.0], []))
    assert low > own


def test_events_of_one_year_are_piled_up():
    strip = strip_of([date(2025, 1, 1), date(2025, 6, 1), date(1975, 1, 1)])
    first, second, early = strip.dots
    assert first.x == second.x and first.y - second.y == 9
    assert early.x < first.x and [tick.value for tick in strip.ticks] == [1980, 1990, 2000, 2010, 2020]


def test_a_drawing_tells_where_its_points_stand_if_they_are_not_evenly_apart():
    even, uneven = (lines.lines(["1", "2", "3"], {"a": [1.0] * 3}, moments).uneven
                    for moments in ([2000.5, 2001.5, 2002.5], [2000.0, 2001.0, 2004.5]))
    assert even == () and [round(x) for x in uneven] == [9, 27, 91]
