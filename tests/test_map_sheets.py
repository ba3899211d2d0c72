"""On a map's sheet no name covers another, and nothing leaves it."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, permutations

import pytest

from macros.calls.map_figure import Figure
from macros.drawing.geometry import count, overlap
from macros.drawing.label_placement import Wish, place
from macros.drawing.map_ground import ground
from macros.drawing.map_layout import LAYOUTS, draw, enlarged, layouts_for
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
        "one place": Scene((crowd[0].at,), marks=crowd[:1]),
        "subject": Scene(points["Tajikistan"], region, links=region, subject="Tajikistan"),
        "way": way(), "inset": enlarged(way())}


def way():
    """A main line and a branch that is planned, turned on a phone, with a part enlarged."""
    stops = [("Dostyk", 82.5, 45.3), ("Beyneu", 55.2, 45.3), ("Aktau", 51.2, 43.7), ("Alat", 49.4, 40.1),
             ("Tbilisi", 44.8, 41.7), ("Poti", 41.7, 42.1), ("Constanta", 28.6, 44.2), ("Kars", 43.1, 40.6)]
    marks = tuple(Mark(name, name, (x, y), "stop", rank=1, change="train to ship" if name in ("Aktau", "Poti") else "")
                  for name, x, y in stops)
    legs = tuple(Way("a", "sea" if a.change else "rail", "operating", (a.at, b.at), "400 km", a.name, b.name)
                 for a, b in zip(marks[:6], marks[1:7], strict=True))
    branch = Way("b", "rail", "planned", (marks[4].at, marks[7].at), "224 km", "Tbilisi", "Kars")
    return Scene(tuple(mark.at for mark in marks[1:]), marks=marks, ways=(*legs, branch), main="a", named={"b": "Plan"},
                 inset=((41.7, 42.1), (49.4, 40.1)), turned=True)


PLANS = plans()
SHEETS = [(name, layout) for name in PLANS for layout in layouts_for(PLANS[name])]


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
    assert ({scene.subject} if scene.subject else scene.areas.keys()) <= named
    if name != "routes":  # among many lines some stops go without; the list names them
        assert len({mark.key for mark in scene.marks} - named) <= 4
    assert [number for number, _ in sheet.numbers] == [str(n + 1) for n in range(len(sheet.numbers))]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_of_small_countries_stand_in_the_order_of_the_countries(layout):
    linked = dict.fromkeys(name for name in REGION if name not in ("Georgia", "Armenia"))
    held = tuple(point for name in REGION for point in outlines()[name].points)
    areas = dict.fromkeys([*REGION, "Russia"], "x")
    sheet = draw(Scene(held, areas, links=linked, water="Caspian Sea"), layout)
    down = {label.wish.key: label.box[1] for label in sheet.labels}
    assert down["Georgia"] < down["Armenia"] < down["Azerbaijan"]


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
    under = ground(PLANS[name])
    left, top, right, bottom = under.viewport.sheet  # outlines are in half units
    drawn = [point for d in [under.land, under.focus, *under.areas.values()] for point in points(d)]
    assert all(left - 1 <= x / 2 <= right + 1 and top - 1 <= y / 2 <= bottom + 1 for x, y in drawn)
    assert all(0 < x < sheet.viewport.width and 0 < y < sheet.viewport.height for x, y, _ in sheet.marks)


@pytest.mark.parametrize(("name", "layout"), SHEETS)
def test_the_ground_lies_under_each_sheet_as_it_was_projected(name, layout):
    sheet, under = sheet_of(name, layout), ground(PLANS[name])
    a, b, c, d, e, f = map(float, sheet.matrix.split())
    for at in PLANS[name].held[:3]:
        x, y = (2 * number for number in under.viewport.place(at))
        assert sheet.viewport.place(at) == pytest.approx((a * x + c * y + e, b * x + d * y + f), abs=0.6)


@pytest.mark.parametrize("name", PLANS)
def test_outlines_stay_small(name):
    under = ground(PLANS[name])
    assert len(under.land) + len(under.focus) + sum(map(len, under.areas.values())) < 20_000


def test_names_without_room_beside_their_marks_stand_apart_with_a_line():
    close = tuple(Mark(f"m{n}", f"Place number {n}", (50 + n % 3 * 0.3, 40 + n // 3 * 0.3), rank=2) for n in range(9))
    far = tuple(Mark(name, name, at, rank=2) for name, at in (("West", (45.0, 40.0)), ("East", (57.0, 42.0))))
    sheet = draw(Scene(tuple(mark.at for mark in close + far), marks=close + far), LAYOUTS[1])
    apart = [label for label in sheet.labels if label.lead and label.wish.look == "map__label--place"]
    assert sheet.numbers == [] and len(apart) > 1


def test_a_stop_without_room_has_no_number_where_a_list_of_legs_names_it():
    marks = tuple(Mark(f"m{n}", f"Place number {n}", (50 + n % 9 * 0.1, 40 + n // 9 * 0.1), rank=2) for n in range(54))
    way = Way("line", "rail", "operating", ((50.0, 40.0), (50.8, 40.5)))
    alone, on_the_way = (draw(Scene(tuple(mark.at for mark in marks), marks=marks, ways=ways), LAYOUTS[1])
                         for ways in ((), (way,)))
    assert alone.numbers and not on_the_way.numbers


def test_what_is_said_on_the_way():
    """Lengths, the plan's name, the words for a change, where a line leads, north, and the part that is enlarged."""
    said = [{" ".join(label.wish.lines) for label in sheet_of(name, layout).labels} for name, layout in SHEETS
            if name in ("way", "inset")]
    assert {"400 km", "Aktau train to ship", "Dostyk →", "enlarged below"} <= said[0] and "Plan" not in said[0]
    assert {"400 km", "Aktau train to ship", "↑ Dostyk", "enlarged below, north up", "← North"} <= said[1]
    assert {"224 km", "Plan", "Poti train to ship", "← Constanta"} <= said[2] and "enlarged below" not in said[2]


def test_a_branch_that_runs_on_the_main_line_is_not_drawn_twice():
    ends = (50.0, 40.0), (60.0, 40.0)
    ways = Way("a", "rail", "operating", ends), Way("b", "rail", "operating", ends[::-1])
    assert [*draw(Scene(ends, ways=ways, main="a"), LAYOUTS[0]).routes] == ["a"]


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


@pytest.mark.parametrize("name", ["region", "everywhere", "places", "routes", "subject", "way"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_in_a_browser_no_name_covers_another(browser, name, width):
    """Measures the letters themselves, whatever faces the machine has; each drawing by itself."""
    css = (ROOT / "docs/assets/maps.css").read_text("utf-8")
    routes = tuple((key, key, letter) for key, letter in zip(["r0", "r1", "r2", "a", "b"], "ABCDE", strict=True))
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(f'<style>{css}</style><main class="map__frame">'
                     f'{Figure("m", "T", "D", PLANS[name], routes=routes).drawn()}</main>')
    shown = page.evaluate(
        "[...document.querySelectorAll('.map__svg')].filter(svg => svg.checkVisibility()).map(svg =>"
        " [...svg.querySelectorAll('.map__label')].map(text => text.getBBox()).map(box => [box.x,"
        " box.y + box.height * 0.18, box.x + box.width, box.y + box.height * 0.86]))")
    page.close()
    assert len(shown) == 1 + (name == "way")
    assert all(boxes and not [pair for pair in combinations(boxes, 2) if overlap(*pair)] for boxes in shown)


def test_points_in_a_box_are_counted_without_those_on_its_rim():
    points = sorted([(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (-2.0, 0.0), (1.9, 2.9), (0.0, 3.0), (9.0, 0.0)])
    assert count(points, (0.0, 0.0), 2.0, 3.0) == 3
    assert count([], (0.0, 0.0), 2.0, 3.0) == 0
