"""Axes of charts: which labels stand under them, and the room beside the plot."""

import itertools
import re

import pytest

from macros.drawing.charts import axes, bars, lines
from tests.conftest import ROOT


@pytest.mark.parametrize(("labels", "narrow", "wide"), [
    (["first", "second", "third"], [0, 1, 2], [0, 1, 2]),
    ([f"y{year}" for year in range(1970, 1992)], [0, 5, 9, 13, 17, 21], [0, 2, 5, 7, 9, 11, 13, 15, 17, 21]),
    (["January 2024", "September 2024", "August 2025"], [0, 1, 2], [0, 1, 2]),
    (["2021", "2022", "2023", "2024", "2025"], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
])
def test_labels_of_an_axis_do_not_touch_on_a_phone_and_a_wide_plot_shows_more(labels, narrow, wide):
    shown = lines.lines(labels, {"a": [1.0] * len(labels)}).labels
    assert [labels.index(label.text) for label in shown] == wide
    assert [labels.index(label.text) for label in shown if not label.is_wide] == narrow


def test_of_many_years_the_decades_are_told():
    labels = [str(year) for year in range(1992, 2026)]
    shown = lines.lines(labels, {"a": [1.0] * len(labels)}, room=20).labels
    assert [label.text for label in shown] == ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]
    assert [label.text for label in shown if not label.is_wide] == ["2000", "2010", "2020"]


@pytest.mark.parametrize("room", [0, 4, 12, 20, 28])
@pytest.mark.parametrize("labels", [[str(year) for year in range(first, last)] for first, last in (
    (1990, 1993), (1990, 2001), (1955, 2024), (1501, 1504), (2001, 2005))] + [["Kazakhstan"] * 9, ["a"]])
def test_labels_never_touch_whatever_stands_beside_the_plot(labels, room):
    plot = axes.plot_beside(room)
    shown = [label for label in lines.lines(labels, {"a": [1.0] * len(labels)}, room=room).labels if not label.is_wide]
    assert shown
    for one, other in itertools.pairwise(shown):
        assert other.ends(plot)[0] >= one.ends(plot)[1] + 5


def test_labels_of_moments_close_together_do_not_touch():
    labels, moments = ["May 2016", "June 2016", "March 2017", "June 2018"], [2016.3, 2016.4, 2017.2, 2018.4]
    shown = lines.lines(labels, {"a": [1.0] * 4}, moments).labels
    assert [(label.text, label.anchor, label.is_wide) for label in shown] == [
        ("May 2016", "middle", False), ("March 2017", "middle", False), ("June 2018", "middle", False)]


def test_under_months_of_several_years_stand_the_years():
    labels, moments = ["May 2016", "March 2018", "June 2023"], [2016.3, 2018.2, 2023.4]
    shown = lines.lines(labels, {"a": [1.0] * 3}, moments, room=16, left=2).labels
    assert [(label.text, label.is_wide) for label in shown] == [
        (str(year), year % 2 == 0) for year in range(2016, 2024)]


def test_the_style_sheet_leaves_room_for_the_numbers_of_an_axis():
    style = (ROOT / "docs" / "assets" / "site.css").read_text("utf-8")
    rooms = re.findall(r"\.chart__frame--left-(\d+) \{ --left: (\d+); \}", style)
    assert [letters for letters, _ in rooms] == [letters for _, letters in rooms] == [
        str(axes.gutter(["x" * letters])) for letters in (1, 3, 6, 8, 10, 90)]
    assert "padding-left: calc(var(--left) * 0.54em + 0.9em)" in style  # as axis.svg.jinja and files.py have it


def test_the_style_sheet_leaves_room_beside_bars_for_every_length_of_value():
    style = (ROOT / "docs" / "assets" / "site.css").read_text("utf-8")
    rule = re.search(r"padding-right: calc\(var\(--room\) \* ([\d.]+)rem \+ ([\d.]+)rem\)", style)
    each, more = map(float, rule.groups())
    rooms = {int(name): (int(letters) * each + more) * 20 for name, letters in
             re.findall(r"\.chart__frame--room-(\d+) \{ --room: (\d+); \}", style)}
    assert sorted(rooms) == [bars.bars([("a", [1.0])], letters).room for letters in (1, 5, 12, 16, 17, 24, 90)]
    assert all(pixels >= letters * 6.2 + 11.9 for letters, pixels in rooms.items())


def test_years_stay_evenly_apart_where_the_first_leans_on_its_neighbor():
    labels = [str(year) for year in range(1990, 2025)]
    shown = lines.lines(labels, {"a": [1.0] * 35}, [year + 0.5 for year in range(1990, 2025)], room=16, left=4).labels
    assert [label.text for label in shown if not label.is_wide] == ["2000", "2010", "2020"]
