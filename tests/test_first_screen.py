"""Something to look at stands on the first screen of the pages that readers open first, on a desk and on a phone."""

from __future__ import annotations

import pytest

from scripts.browser import serving

PAGES = ["", "story/", "amendment/", "countries/", "middle-corridor/", "critical-minerals/", "counterterrorism/",
         "context/", "countries/kazakhstan/", "countries/uzbekistan/", "countries/tajikistan/",
         "countries/turkmenistan/", "countries/azerbaijan/", "countries/kyrgyzstan/", "countries/neighbours/",
         "amendment/coverage/", "middle-corridor/map/", "countries/after-permanent-status/"]
SCREENS = [(390, 844), (1280, 800)]
TOP = """() => Math.min(...[...document.querySelectorAll("article figure:is(.map, .chart) svg, article .flow")]
  .map(one => one.getBoundingClientRect()).filter(box => box.height > 0).map(box => Math.round(box.top)))"""


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_picture_begins_on_the_first_screen(built, browser, width, height):
    with serving(built) as address:
        page = browser.new_page(viewport={"width": width, "height": height})
        tops = {}
        for path in PAGES:
            page.goto(address + path)
            tops[path] = page.evaluate(TOP)
        page.close()
    assert {path: top for path, top in tops.items() if top >= height} == {}
