"""Maps say what is wrong with a call, show every row, and let no name cover another."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, permutations
from xml.etree import ElementTree

import pytest

from macros.geometry import overlap
from macros.labels import Wish, place
from macros.markup import forbidden
from macros.outlines import outlines
from macros.plan import Mark, Plan, Way
from macros.sheets import LAYOUTS, draw
from macros.site import Site
from tests.conftest import PAGE, ROOT

HEAD = "title: T\nfinding: What it shows.\nas_of: 2026-11\nchecked: 2026-11-24\nrows:\n"
COUNTRY = ("- {{id: {0}, country: {1}, region: R, status: {2}, covered: true, basis: b, "
           "sources: [law]}}\n")
REGION = {"Kazakhstan": "compliance", "Uzbekistan": "waiver", "Turkmenistan": "waiver",
          "Tajikistan": "compliance", "Azerbaijan": "compliance", "Kyrgyzstan": "permanent",
          "Georgia": "permanent", "Armenia": "permanent"}
STATUS = "table: status\nrows_are: country\n" + HEAD + "".join(
    COUNTRY.format(name.lower(), name, status) for name, status in REGION.items())
PLACE = "- {{id: {0}, name: {1}, country: {2}, lat: {3}, lon: {4}, what: {5}, sources: [law]}}\n"
STOPS = [("aktau", "Aktau", "Kazakhstan", 43.61, 51.22, "port"),
         ("alat", "Alat", "Azerbaijan", 39.98, 49.42, "port"),
         ("baku", "Baku", "Azerbaijan", 40.41, 49.87, "city"),
         ("tbilisi", "Tbilisi", "Georgia", 41.72, 44.79, "city"),
         ("poti", "Poti", "Georgia", 42.15, 41.67, "port"),
         ("batumi", "Batumi", "Georgia", 41.65, 41.64, "port")]
PLACES = "table: places\nrows_are: place\n" + HEAD + "".join(PLACE.format(*stop) for stop in STOPS) + (
    "- {id: nowhere, name: Somewhere, country: Georgia, what: mine, sources: [law]}\n"
    "- {id: far, name: Cape, country: South Africa, lat: -34.0, lon: 18.0, what: cape, sources: [law]}\n")
LEG = "- {{id: {0}, route: {1}, start: {2}, end: {3}, mode: {4}, state: {5}, sources: [law]}}\n"
STEPS = [("sea", "middle", "aktau", "alat", "sea", "operating"),
         ("r1", "middle", "alat", "tbilisi", "rail", "operating"),
         ("r2", "middle", "tbilisi", "poti", "rail", "operating"),
         ("r3", "branch", "tbilisi", "batumi", "rail", "planned"),
         ("p1", "branch", "baku", "tbilisi", "pipeline", "suspended")]
LEGS = "table: legs\nrows_are: leg\n" + HEAD + "".join(LEG.format(*step) for step in STEPS)
KAZAKHSTAN = PAGE.replace("{{ fact(\"covered\") }}", "eight").replace(
    '{{ table("departures", columns=["year", "persons"]) }}', "None.").replace("# What", "# Who")

COUNTRY_MAP = 'country_map("status", value="status", title="Who is covered")'
PLACE_MAP = 'place_map("places", title="Ports", where={"what": ["port", "city"]})'
ROUTE_MAP = ('route_map("legs", "places", title="Routes", '
             'routes={"middle": "Middle Corridor", "branch": "Branch"})')


def files(call, **more):
    return {"data/status.yml": STATUS, "data/places.yml": PLACES, "data/legs.yml": LEGS,
            "docs/countries/kazakhstan.md": KAZAKHSTAN,
            "docs/maps.md": PAGE + f"\n{{{{ {call} }}}}\n", **more}


@pytest.fixture
def said(problems):
    """What is said of a call in docs/maps.md."""

    def messages(call, **more):
        found = problems(files(call, **more))
        return [text.split(": ", 1)[1] for text in found if text.startswith("docs/maps.md")]

    return messages


@pytest.fixture
def drawn(project):
    """The Markdown that a call makes, and its two drawings."""

    def made(call, **more):
        site = Site.read(project(files(call, **more)))
        assert not [text for text in map(str, site.problems) if text.startswith("docs/maps.md")]
        text = site.markdown["maps.md"]
        found = re.findall(r'<svg class="map__svg.*?</svg>', text, re.S)
        assert len(found) == 2 and not list(forbidden("".join(found)))
        return text, [ElementTree.fromstring(svg) for svg in found]

    return made


def texts(svg):
    """Every name on a drawing, its lines joined."""
    return [" ".join("".join(text.itertext()).split()) for text in svg.iter("text")]


# wrong calls


@pytest.mark.parametrize(("call", "message"), [
    ('country_map("statis", value="status", title="T")',
     "no table 'statis'; allowed: departures, legs, places, status; did you mean 'status'?"),
    ('country_map("status", value="statu", title="T")',
     "table 'status' has no column 'statu'; allowed: basis, country, covered, graduated, law, "
     "next_decision, region, status, wto; did you mean 'status'?"),
    ('country_map("status", value="status", title="T", country="region")',
     "row 'kazakhstan' names 'R', of which there is no outline; there are 239 to choose from"),
    ('country_map("status", value="status", title="T", links={"Kazakhstan": "kazakstan.md"})',
     "links: no page 'kazakstan.md'; allowed: countries/kazakhstan.md, index.md, maps.md; "
     "did you mean 'countries/kazakhstan.md'?"),
    ('country_map("status", value="status", title="T", links={"Kazakstan": "index.md"})',
     "links: no country 'Kazakstan' on this map; allowed: Armenia, Azerbaijan, Georgia, Kazakhstan, "
     "Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan; did you mean 'Kazakhstan'?"),
    ('country_map("status", value="status", title="T", extent=["Kazakstan"])',
     "extent: no outline of 'Kazakstan'; there are 128 to choose from; did you mean 'Kazakhstan'?"),
    ('country_map("status", value="country", title="T")',
     "8 values to tell apart on a map; it can show 6"),
    ('country_map("status", value="status", title="T", where={"status": "lapsed"})',
     "no row of table 'status' fits where={'status': 'lapsed'}"),
    ('country_map("status", title="T")', "country_map(): argument 'value' is missing; allowed: country, "
     "extent, links, name, note, title, value, where; did you mean 'value'?"),
    ('place_map("status", title="T")', "table 'status' holds rows of 'country', which are no places; "
     "allowed: places"),
    ('place_map("places", title="T", kind="kind")', "table 'places' has no column 'kind'; "
     "allowed: country, lat, lon, name, what"),
    ('place_map("places", title="T", where={"what": "mine"})',
     "no row chosen of table 'places' has coordinates"),
    ('place_map("places", title="T")', "the outlines do not reach 'Cape' at -34.0, 18.0"),
    ('route_map("places", "places", title="T")',
     "table 'places' holds rows of 'place', which are no legs; allowed: legs; "
     "did you mean 'legs'?"),
    ('route_map("legs", "places", title="T", routes=["midle"])',
     "table 'legs' has no leg of route 'midle'; allowed: branch, middle; did you mean 'middle'?"),
])
def test_a_wrong_call_is_told_what_is_allowed(said, call, message):
    assert [re.sub(r"^\d+:\d+: ", "", text) for text in said(call)] == [message]


@pytest.mark.parametrize(("end", "message"), [
    ("batum", "leg 'r3': no row 'batum' in table 'places'; allowed: aktau, alat, baku, batumi, far, "
     "nowhere, poti, tbilisi; did you mean 'batumi'?"),
    ("nowhere", "leg 'r3': place 'nowhere' has no coordinates"),
    ("far", "leg 'r3': the outlines do not reach 'Cape' at -34.0, 18.0"),
])
def test_a_leg_to_a_place_that_cannot_be_drawn_is_named(said, end, message):
    legs = LEGS.replace("end: batumi", f"end: {end}")
    assert said(ROUTE_MAP, **{"data/legs.yml": legs}) == [message]


def test_two_rows_for_one_country_are_refused(said):
    status = STATUS + COUNTRY.format("again", "Georgia", "waiver")
    assert said(COUNTRY_MAP, **{"data/status.yml": status}) == [
        "row 'again' is the second for 'Georgia'; choose rows with where="]


# what is drawn


def test_each_country_is_filled_by_its_value_and_named(drawn):
    text, both = drawn(COUNTRY_MAP)
    for svg in both:
        fills = [path.get("fill") for path in svg.iter("path") if path.get("class") == "map__country"]
        assert len(fills) == 8 and len(set(fills)) == 3
        assert REGION.keys() <= set(texts(svg))
        assert "Caspian Sea" in texts(svg)
    assert all(f'id="{fill[5:-1]}"' in text for fill in fills)
    assert "Natural Earth" in text and "[^c-status]" in text and "| Kazakhstan" in text


def test_values_keep_their_fill_from_map_to_map(drawn):
    _, (all_of_them, _) = drawn(COUNTRY_MAP)
    _, (one, _) = drawn(COUNTRY_MAP.replace("title", 'where={"status": "waiver"}, title'))
    waiver = {path.get("fill") for path in one.iter("path") if path.get("class") == "map__country"}
    assert len(waiver) == 1
    assert waiver < {path.get("fill") for path in all_of_them.iter("path")}


def test_a_country_beyond_the_window_is_named_as_not_drawn(drawn):
    status = STATUS + COUNTRY.format("cuba", "Cuba", "column 2")
    text, _ = drawn(COUNTRY_MAP, **{"data/status.yml": status})
    assert "Not drawn: Cuba." in text


def test_a_link_leads_from_the_page_to_the_country(drawn):
    _, both = drawn(COUNTRY_MAP.replace(
        "title", 'links={"Kazakhstan": "countries/kazakhstan.md#figures"}, title'))
    for svg in both:
        link, = svg.iter("a")
        assert link.get("href") == "../countries/kazakhstan/#figures"
        assert texts(link) == ["Kazakhstan"]
        assert svg.get("role") == "group"


def test_the_table_is_not_printed_twice(drawn):
    table = '{{ table("status", columns=["country", "status"]) }}'
    text, _ = drawn(COUNTRY_MAP, **{"docs/maps.md": PAGE + f"\n{table}\n\n{{{{ {COUNTRY_MAP} }}}}\n"})
    assert text.count("| Kazakhstan") == 1 and "[The same as a table](#table-status)" in text


def test_each_place_has_a_mark_of_its_kind_and_a_name(drawn):
    text, both = drawn(PLACE_MAP)
    for svg in both:
        marks = [path for path in svg.iter("path") if "map__place" in path.get("class")]
        assert len(marks) == 6 and len({path.get("d") for path in marks}) == 2
    assert {"Aktau", "Alat", "Baku", "Tbilisi", "Poti", "Batumi"} <= set(texts(both[0]))
    assert "> Port</li>" in text and "> City</li>" in text


def test_a_place_without_coordinates_is_named_as_not_drawn(drawn):
    text, _ = drawn('place_map("places", title="T", where={"country": "Georgia"})')
    assert "Not drawn: Somewhere." in text and "| Somewhere" in text


def test_a_place_known_only_roughly_is_hollow(drawn):
    places = PLACES.replace("lon: 51.22,", "lon: 51.22, approximate: true,")
    text, both = drawn(PLACE_MAP, **{"data/places.yml": places})
    assert all(len([path for path in svg.iter("path") if "map__place--hollow" in path.get("class")]) == 1
               for svg in both)
    assert "Hollow: position of a town nearby" in text


def test_routes_are_groups_with_modes_and_states_told_apart(drawn):
    text, both = drawn(ROUTE_MAP)
    for svg in both:
        routes = {group.get("data-route"): group for group in svg.iter("g") if group.get("data-route")}
        assert list(routes) == ["middle", "branch"]
        legs = [group.get("class") for group in routes["branch"].iter("g")][1:3]
        assert legs == ["map__leg map__leg--pipeline map__leg--suspended",
                        "map__leg map__leg--rail map__leg--planned"]
        assert [text for text in texts(svg) if text in "AB"] == ["A", "B"]
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) and "map-legs-narrow-branch" in ids


def test_the_legs_are_listed_by_route(drawn):
    text, _ = drawn(ROUTE_MAP)
    lines = [line for line in text.splitlines() if line.startswith(("- ", "**A", "**B"))]
    assert lines == ["**A. Middle Corridor**", "- Sea: Aktau – Alat", "- Rail: Alat – Tbilisi – Poti",
                     "**B. Branch**", "- Rail, planned: Tbilisi – Batumi",
                     "- Pipeline, suspended: Baku – Tbilisi"]


def test_a_caution_on_a_leg_is_noted_in_the_list(drawn):
    legs = LEGS.replace("end: batumi,", "end: batumi, caution: Only announced.,")
    text, _ = drawn(ROUTE_MAP, **{"data/legs.yml": legs})
    assert "- Rail, planned: Tbilisi – Batumi[^r-legs-r3]" in text


def test_without_names_a_route_goes_by_its_key(drawn):
    text, _ = drawn('route_map("legs", "places", title="T", routes=["branch"])')
    assert "**A. Branch**" in text and "Middle" not in text


def test_hostile_text_is_shown_as_it_stands(drawn):
    hostile = "<script>alert(1)</script>"
    places = PLACES.replace("name: Aktau", f"name: {hostile}").replace("what: port", "what: '\"><b>'")
    call = 'place_map("places", title="<i>T</i>", where={"country": ["Kazakhstan", "Azerbaijan"]})'
    text, both = drawn(call, **{"data/places.yml": places})
    assert "<script" not in text and "<b>" not in text and "<i>" not in text
    assert hostile.replace(" ", "") in "".join(texts(both[0])).replace(" ", "")


# geometry


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
        "region": Plan(sum((points[name] for name in region), ()), region),
        "linked": Plan(sum((points[name] for name in region), ()), region, links=region),
        "everywhere": Plan(sum(points.values(), ()), everywhere),
        "places": Plan(tuple(mark.at for mark in crowd), marks=crowd),
        "routes": Plan(tuple(mark.at for mark in crowd), marks=crowd, ways=route),
        "one place": Plan((crowd[0].at,), marks=crowd[:1])}


PLANS = plans()
SHEETS = [(name, layout) for name in PLANS for layout in LAYOUTS]


@cache
def sheet_of(name, layout):
    """The sheet of a plan, drawn once."""
    return draw(PLANS[name], layout)


@pytest.mark.parametrize(("name", "layout"), SHEETS)
def test_no_name_covers_another_or_leaves_the_sheet(name, layout):
    sheet = sheet_of(name, layout)
    boxes = [label.box for label in sheet.labels]
    assert boxes or name == "one place"
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(0 <= left and 0 <= top and right <= sheet.frame.width and bottom <= sheet.frame.height
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
    plan = PLANS[name]
    sheet = sheet_of(name, layout)
    named = {label.wish.key for label in sheet.labels}
    assert plan.areas.keys() <= named
    if name != "routes":  # among many lines some stops go without; the list names them
        assert len({mark.key for mark in plan.marks} - named) <= 4
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
    width, height = 2 * sheet.frame.width, 2 * sheet.frame.height  # outlines are in half units
    land = [point for d in [sheet.land, sheet.focus, *sheet.areas.values()] for point in points(d)]
    assert all(-2 <= x <= width + 2 and -2 <= y <= height + 2 for x, y in land)
    assert all(0 < x < sheet.frame.width and 0 < y < sheet.frame.height for x, y, _ in sheet.marks)


@pytest.mark.parametrize("name", PLANS)
def test_both_drawings_stay_small(name):
    sheets = [sheet_of(name, layout) for layout in LAYOUTS]
    assert sum(len(sheet.land) + len(sheet.focus) + sum(map(len, sheet.areas.values()))
               for sheet in sheets) < 30_000


def test_places_at_one_spot_do_not_hide_each_other():
    marks = tuple(Mark(f"m{n}", f"M{n}", (50.0, 40.0)) for n in range(3))
    sheet = draw(Plan(((48, 38), (52, 42)), marks=marks), LAYOUTS[0])
    assert len({(x, y) for x, y, _ in sheet.marks}) == 3


def test_legs_of_two_routes_run_side_by_side():
    ends = (50.0, 40.0), (60.0, 40.0)
    ways = Way("a", "rail", "operating", ends), Way("b", "rail", "operating", ends[::-1])
    sheet = draw(Plan(ends, ways=ways), LAYOUTS[0])
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
def test_in_a_browser_no_name_covers_another(browser, drawn, name, width):
    """Measures the letters themselves, whatever faces the machine has."""
    from macros import strokes
    from macros.frame import GRID
    from macros.templates import render

    plan, css = PLANS[name], (ROOT / "docs/assets/maps.css").read_text("utf-8")
    letters = dict(zip(["r0", "r1", "r2"], "ABC", strict=True))
    both = [render("map.svg.jinja", sheet=sheet_of(name, layout), plan=plan, id="m", grid=GRID, title="T",
                   described="D", letters=letters, shapes=strokes.MARKS) for layout in LAYOUTS]
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(f'<style>{css}</style><main class="map__frame">{"".join(both)}</main>')
    boxes = page.evaluate(
        "[...document.querySelectorAll('.map__label')].filter(text => text.checkVisibility())"
        ".map(text => text.getBBox()).map(box => [box.x, box.y + box.height * 0.18,"
        " box.x + box.width, box.y + box.height * 0.86])")
    page.close()
    assert boxes and not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
