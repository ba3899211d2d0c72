"""On a map's sheet no name covers another, and nothing leaves it."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, permutations

import pytest

from macros.drawing.geometry import count, overlap
from macros.drawing.label_placement import Wish, place
from macros.drawing.map_layout import LAYOUTS, draw
from macros.drawing.outlines import outlines
from macros.drawing.scene import Mark, Scene, Way
from tests.conftest import ROOT
from tests.map_project import REGION


def plans():
    """A map of each kind, crowded on purpose."""
    region = {name: "x" for name in REGION}
    everywhere = {name: "x" for name in [*REGION, "Russia", "China", "Ukraine", "Belarus", "Moldova",
                                         "Mongolia", "Vietnam", "North Korea"]}
    crowd = tuple(Mark(f"m{n}", f"Place number {n}", (49 + n % 6 * 0.7, 40 + n // 6 * 0.4), rank=1 + n % 2)
                  for n in range(36))
    route = tuple(Way(f"r{n % 3}", "rail", "operating", (a.at, b.at))
                  for n, (a, b) in enumerate(zip(crowd, crowd[7:], strict=False)))
    points = {name: tuple(outlines()[name].points) for name in everywhere}
    return {
        "region": Scene(sum((points[name] for name in region), ()), region),
        "linked": Scene(sum((points[name] for name in region), ()), region, links=region),
        "everywhere": Scene(sum(points.values(), ()), everywhere),
        "places": Scene(tuple(mark.at for mark in crowd), marks=crowd),
        "routes": Scene(tuple(mark.at for mark in crowd), marks=crowd, ways=route),
        "one place": Scene((crowd[0].at,), marks=crowd[:1])}


PLANS = plans()
SHEETS = [(name, layout) for name in PLANS for layout in LAYOUTS]


@cache
def sheet_of(name, layout):
    """The sheet of a scene, drawn once."""
    return draw(PLANS[name], layout)


@pytest.mark.parametrize(("name", "layout"), SHEETS)
def test_no_name_covers_another_or_leaves_the_sheet(name, layout):
    sheet = sheet_of(name, layout)
    boxes = [label.box for label in sheet.labels]
    assert boxes or name == "one place"
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(0 <= left and 0 <= top and right <= sheet.viewport.width and bottom <= sheet.viewport.height
               for left, top, right, bottom in boxes)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_links_keep_24_pixels_apart_on_a_phone(layout):
    """WCAG 2.5.8: a circle of 24 pixels around the middle of a link touches no other link."""
    boxes = [label.box for label in sheet_of("linked", layout).labels if label.wish.clear]
    assert len(boxes) == 8
    for one, other in permutations(boxes, 2):
        x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
        assert not overlap((x - 12, y - 12, x + 12, y + 12), other)


@pytest.mark.parametrize(("name", "layout"), SHEETS)
def test_every_country_and_place_has_its_name_or_number(name, layout):
    scene = PLANS[name]
    sheet = sheet_of(name, layout)
    named = {label.wish.key for label in sheet.labels}
    assert scene.areas.keys() <= named
    if name != "routes":  # among many lines some stops go without; the list names them
        assert len({mark.key for mark in scene.marks} - named) <= 4
    assert [number for number, _ in sheet.numbers] == [str(n + 1) for n in range(len(sheet.numbers))]


def points(d):
    """The points of a path of M and l."""
    for start, steps in re.findall(r"M([\d -]+)l([\d -]+)z", d):
        x, y = map(int, re.findall(r"-?\d+", start))
        yield x, y
        for dx, dy in zip(*[iter(map(int, re.findall(r"-?\d+", steps)))] * 2, strict=True):
            x, y = x + dx, y + dy
            yield x, y


@pytest.mark.parametrize(("name", "layout"), SHEETS)
def test_outlines_and_marks_keep_to_the_sheet(name, layout):
    sheet = sheet_of(name, layout)
    width, height = 2 * sheet.viewport.width, 2 * sheet.viewport.height  # outlines are in half units
    land = [point for d in [sheet.land, sheet.focus, *sheet.areas.values()] for point in points(d)]
    assert all(-2 <= x <= width + 2 and -2 <= y <= height + 2 for x, y in land)
    assert all(0 < x < sheet.viewport.width and 0 < y < sheet.viewport.height for x, y, _ in sheet.marks)


@pytest.mark.parametrize("name", PLANS)
def test_both_drawings_stay_small(name):
    sheets = [sheet_of(name, layout) for layout in LAYOUTS]
    assert sum(len(sheet.land) + len(sheet.focus) + sum(map(len, sheet.areas.values()))
               for sheet in sheets) < 30_000


def test_places_at_one_spot_do_not_hide_each_other():
    marks = tuple(Mark(f"m{n}", f"M{n}", (50.0, 40.0)) for n in range(3))
    sheet = draw(Scene(((48, 38), (52, 42)), marks=marks), LAYOUTS[0])
    assert len({(x, y) for x, y, _ in sheet.marks}) == 3


def test_legs_of_two_routes_run_side_by_side():
    ends = (50.0, 40.0), (60.0, 40.0)
    ways = Way("a", "rail", "operating", ends), Way("b", "rail", "operating", ends[::-1])
    sheet = draw(Scene(ends, ways=ways), LAYOUTS[0])
    starts = [float(strands[0].line.split("L")[0].split()[1]) for strands in sheet.routes.values()]
    assert abs(starts[0] - starts[1]) > 3


def test_a_name_takes_the_next_spot_when_the_best_is_taken():
    wish = Wish(("Aktau",), 10, ((50, 50), (50, 80)))
    label, = place([wish], (0, 0, 100, 100), [(45, 45, 55, 55)])
    assert label.box[1] > 55
    assert place([wish], (0, 0, 100, 100), [(0, 0, 100, 100)]) == []


def test_a_name_far_from_its_mark_is_led_to_it():
    wish = Wish(("Aktau",), 10, ((80, 80),), anchor=(10, 10))
    label, = place([wish], (0, 0, 100, 100), [])
    assert label.lead == ((10, 10), label.box[:2]) and label.align == "start"


@pytest.mark.parametrize("name", ["region", "everywhere", "places", "routes"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_in_a_browser_no_name_covers_another(browser, name, width):
    """Measures the letters themselves, whatever faces the machine has."""
    from macros.drawing import strokes
    from macros.drawing.viewport import GRID
    from macros.render.templates import render

    scene, css = PLANS[name], (ROOT / "docs/assets/maps.css").read_text("utf-8")
    letters = dict(zip(["r0", "r1", "r2"], "ABC", strict=True))
    both = [render("map.svg.jinja", sheet=sheet_of(name, layout), scene=scene, id="m", grid=GRID, title="T",
                   described="D", letters=letters, shapes=strokes.MARKS) for layout in LAYOUTS]
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(f'<style>{css}</style><main class="map__frame">{"".join(both)}</main>')
    boxes = page.evaluate(
        "[...document.querySelectorAll('.map__label')].filter(text => text.checkVisibility())"
        ".map(text => text.getBBox()).map(box => [box.x, box.y + box.height * 0.18,"
        " box.x + box.width, box.y + box.height * 0.86])")
    page.close()
    assert boxes and not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


def test_points_in_a_box_are_counted_without_those_on_its_rim():
    points = sorted([(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (-2.0, 0.0), (1.9, 2.9), (0.0, 3.0), (9.0, 0.0)])
    assert count(points, (0.0, 0.0), 2.0, 3.0) == 3
    assert count([], (0.0, 0.0), 2.0, 3.0) == 0
