"""Maps show every row, as it stands, and say in words what they draw."""

from __future__ import annotations

import re
from functools import partial

import pytest

from tests.conftest import PAGE
from tests.map_project import (
    COUNTRY,
    COUNTRY_MAP,
    LEGS,
    PLACE_MAP,
    PLACES,
    REGION,
    ROUTE_MAP,
    STATUS,
    drawing,
    texts,
)


@pytest.fixture
def drawn(project):
    """What a call makes."""
    return partial(drawing, project)


def test_each_country_is_filled_by_its_value_and_named(drawn):
    text, both = drawn(COUNTRY_MAP)
    for svg in both:
        fills = [path.get("fill") for path in svg.iter("path") if path.get("class") == "map__country"]
        assert len(fills) == 8 and len(set(fills)) == 3
        assert REGION.keys() <= set(texts(svg))
        assert "Caspian Sea" in texts(svg)
    assert all(f'id="{fill[5:-1]}"' in text for fill in fills)
    assert "Natural Earth" in text and "fnref:c-status" in text and "| Kazakhstan" in text


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
        assert link.get("href") == "countries/kazakhstan.md#figures"
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
        routes = {group.get("data-route"): group for group in svg.iter("g")
                  if group.get("data-route") and group.get("id")}
        assert list(routes) == ["middle", "branch"]
        legs = [group.get("class") for group in routes["branch"].iter("g")][1:3]
        assert legs == ["map__leg map__leg--pipeline map__leg--suspended",
                        "map__leg map__leg--rail map__leg--planned"]
        assert [text for text in texts(svg) if text in "AB"] == ["A", "B"]
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) and "map-legs-narrow-branch" in ids


def test_the_country_of_a_page_is_strong_and_the_rest_is_pale(drawn):
    text, both = drawn(COUNTRY_MAP.replace("title", 'subject="Georgia", title'))
    for svg in both:
        strong, = [path for path in svg.iter("path") if path.get("class") == "map__country map__country--subject"]
        assert strong.get("fill") == "url(#map-status-permanent-3)"
        weights = {" ".join(one.itertext()): one.get("class") for one in svg.iter("text")}
        assert weights["Georgia"] == "map__label map__label--focus"
        assert weights["Kazakhstan"] == "map__label map__label--other"
    key = re.findall(r"</svg> (.*?)</li>", text)
    assert key == ["Georgia: no longer covered, permanent normal tariffs", "Covered, checked twice a year",
                   "Covered, waived year by year", "No longer covered, permanent normal tariffs"]
    assert text.count('<g class="map__pale">') == 3


def test_the_map_of_a_country_has_the_note_of_its_row_and_tells_the_rest_in_words(drawn):
    call = COUNTRY_MAP.replace("title", 'subject="Georgia", links={"Kazakhstan": "countries/kazakhstan.md"}, title')
    text, _ = drawn(call)
    assert re.findall(r'"fn:([rc]-status[\w-]*)"', text) == ["r-status-georgia"]  # which says what another note does
    assert ("Beside it: [Kazakhstan](<countries/kazakhstan.md>), Tajikistan, Azerbaijan: covered, checked twice a "
            "year; Uzbekistan, Turkmenistan: covered, waived year by year; "
            "Kyrgyzstan, Armenia: no longer covered, permanent normal tariffs.") in text
    assert "| Kazakhstan" not in text and "What it shows." not in text


def test_beside_a_main_line_branches_go_without_letters(drawn):
    text, both = drawn(ROUTE_MAP.replace("title", 'main="middle", title'))
    for svg in both:
        assert [group.get("class").split()[1] for group in svg.iter("g") if group.get("id")] == [
            "map__route--branch", "map__route--main"]
        assert not [one for one in svg.iter("g") if one.get("class") == "map__badge"]
    key = re.findall(r"</svg> (.*?)</li>", text)
    assert key == ["Main line, by train", "By ship", "By pipe", "Planned", "Suspended"]
    assert "**Middle Corridor**" in text and "**A." not in text


def test_a_change_of_vehicle_is_an_open_circle_with_its_words(drawn):
    places = PLACES.replace("lon: 51.22,", "lon: 51.22, change: train to ship,")
    text, both = drawn(ROUTE_MAP, **{"data/places.yml": places})
    for svg in both:
        assert [one.get("class") for one in svg.iter("circle")].count("map__place map__place--change") == 1
    assert "Aktau train to ship" in texts(both[0]) and "Aktau" in texts(both[1])
    assert "> Cargo changes vehicle or gauge</li>" in text


def test_a_published_length_stands_on_its_leg(drawn):
    legs = LEGS.replace("start: alat,", "start: alat, km: 512.4,")
    text, both = drawn(ROUTE_MAP.replace("title", 'length="km", title'), **{"data/legs.yml": legs})
    assert all("512 km" in texts(svg) for svg in both)
    assert "> Length, where one was published</li>" in text


def test_what_is_narrow_is_enlarged_below(drawn):
    _, four = drawn(ROUTE_MAP.replace("title", 'inset=["poti", "tbilisi"], title'))
    assert [svg.get("class").endswith("map__inset") for svg in four] == [False, False, True, True]
    frames = [[one for one in svg.iter("path") if one.get("class") == "map__cut"] for svg in four]
    assert [len(frame) for frame in frames] == [1, 1, 0, 0]
    assert all("Poti" in texts(svg) and "Aktau" not in texts(svg) for svg in four[2:])


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
