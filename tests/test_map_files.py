"""A map as a file of its own: it holds all that its figure says, and asks nothing of the site."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from macros.calls.map_file import map_style
from macros.export.files import files
from macros.site.site import Site
from scripts.browser import serving
from tests.map_project import COUNTRY_MAP, PLACE_MAP, ROUTE_MAP
from tests.map_project import files as files_of

INSET = ROUTE_MAP.replace("title", 'main="middle", inset=["poti", "tbilisi"], title')
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawn(project):
    """The file of a map, as text and parsed."""

    def made(call: str) -> tuple[str, ElementTree.Element]:
        published = files(Site.read(project(files_of(call))))
        text, = [text for name, text in published.items() if name.startswith("charts/maps-map-")]
        return text, ElementTree.fromstring(text)

    return made


@pytest.mark.parametrize(("call", "title", "key", "sheets"), [
    (COUNTRY_MAP, "Who is covered", "Covered, waived year by year", 1), (PLACE_MAP, "Ports", "City", 1),
    (ROUTE_MAP, "Routes", "Middle Corridor", 1), (INSET, "Routes", "Main line, by train", 2)])
def test_a_map_has_a_file_with_title_key_source_and_licence(drawn, call, title, key, sheets):
    text, svg = drawn(call)
    said = ["".join(one.itertext()) for one in svg.findall(f"{SVG}text")]
    assert said[0] == title and key in said
    assert said[1].endswith("; checked 24 November 2026.")
    assert "Source: U.S. Congress. License CC BY 4.0. Outlines: Natural Earth" in " ".join(said)
    assert " ".join(said).endswith("Jackson-Vanik, Explained")
    assert text.count('class="map__svg map__svg--wide') == sheets and "map__svg--narrow" not in text


@pytest.mark.parametrize("call", [COUNTRY_MAP, PLACE_MAP, INSET])
def test_what_a_file_uses_is_in_it(drawn, call):
    text, svg = drawn(call)
    there = {one.get("id") for one in svg.iter()}
    assert {one.get("href")[1:] for one in svg.iter(f"{SVG}use")} <= there
    assert {one.get("fill")[5:-1] for one in svg.iter() if one.get("fill", "").startswith("url(")} <= there
    assert "<a " not in text and "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_without_the_links_of_its_page_a_file_is_one_picture(drawn):
    text, svg = drawn(COUNTRY_MAP.replace("title", 'links={"Kazakhstan": "countries/kazakhstan.md"}, title'))
    assert 'role="img"' in text and 'role="group"' not in text and "<a " not in text


def test_its_colors_are_plain_ones():
    style = map_style()
    assert "var(" not in style and "light-dark" not in style and "--map-" not in style
    assert ".map__route--main .map__line { stroke-width: 4.4px; }" in style
    assert ".map__route--1 .map__line, .map__route--1 .map__beads { stroke: #a02c14; }" in style


def test_a_map_can_be_had_as_a_picture(built, browser):
    page = browser.new_page(accept_downloads=True)
    with serving(built) as root:
        page.goto(f"{root}countries/tajikistan/")
        with page.expect_download() as download:
            page.locator(".map .chart__files button").click()
        assert download.value.suggested_filename == "countries-tajikistan-map-country-profiles.png"
    page.close()
