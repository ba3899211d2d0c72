"""Charts in a browser: a chart on two scales is a switch with script, and whole without it and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from scripts.browser import serving

pytestmark = pytest.mark.site
SCALES = "#chart-us-goods-imports .chart__scale"
PLAIN = """cells => cells.map(cell => {
  const copy = cell.cloneNode(true)
  copy.querySelectorAll("sup").forEach(mark => mark.remove())
  return copy.textContent.trim()
})"""


@pytest.fixture
def opened(browser, built):
    """Opens the page of the eight countries, with or without script."""
    contexts = []

    def made(has_script=True):
        contexts.append(browser.new_context(java_script_enabled=has_script, viewport={"width": 390, "height": 900}))
        page = contexts[-1].new_page()
        page.goto(root + "countries/")
        return page

    with serving(built) as root:
        yield made
        for context in contexts:
            context.close()


def expect_open(page, *states):
    """A toggled fold tells the other a moment later, so that the state is waited for."""
    scales = page.locator(SCALES)
    expect(scales).to_have_count(len(states))
    for number, is_open in enumerate(states):
        expect(scales.nth(number)).to_have_js_property("open", is_open)


def test_one_of_two_scales_is_open_and_the_other_takes_its_place(opened):
    page = opened()
    summaries = page.locator(f"{SCALES} > summary")
    expect_open(page, True, False)
    assert summaries.all_inner_texts() == ["All on one scale", "Each on a scale of its own"]
    summaries.nth(1).focus()
    page.keyboard.press("Enter")
    expect_open(page, False, True)
    summaries.nth(1).click()
    expect_open(page, True, False)


def test_both_scales_are_open_on_paper_and_without_script(opened):
    page = opened()
    page.emulate_media(media="print")
    expect_open(page, True, True)
    page.emulate_media(media="screen")
    expect_open(page, True, False)
    assert opened(False).locator(f"{SCALES}[open] .chart__panel > svg").count() == 16


def test_labels_that_only_a_wide_plot_has_room_for_are_hidden_on_a_phone(opened):
    page = opened()
    hidden = page.locator(".label--wide").first
    expect(hidden).not_to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(hidden).to_be_visible()


def test_a_pointer_tells_the_row_whose_point_is_nearest(opened):
    """Points of an axis of months are not evenly apart, so that equal parts of the width would tell other rows."""
    page = opened()
    page.goto(page.url.replace("countries/", "context/debt/"))
    figure = page.locator("#chart-debt-kyrgyzstan")
    drawing = figure.locator(".chart__frame--lines > svg")
    drawing.scroll_into_view_if_needed()
    box, told = drawing.bounding_box(), []
    for place in drawing.get_attribute("data-at").split():
        page.mouse.move(box["x"] + box["width"] * float(place) / 100, box["y"] + box["height"] / 2)
        told.append(figure.locator(".chart__said").inner_text().partition(":")[0])
    assert told == figure.locator(".twin tbody tr > :first-child").evaluate_all(PLAIN)


@pytest.mark.parametrize(("width", "shown", "way"), [(390, "above", "left"), (1280, "beside", "right")])
def test_labels_of_bars_stand_beside_them_where_there_is_room(opened, width, shown, way):
    page = opened()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(page.url.replace("countries/", "countries/kazakhstan/"))
    drawings = page.locator(".chart__frame--bars > svg")
    assert {one.get_attribute("class").split()[1] for one in drawings.all() if one.is_visible()} == {
        f"chart__svg--{shown}"}
    drawing = page.locator(f".chart__svg--{shown}").first
    first = min(bar.bounding_box()["x"] for bar in drawing.locator("rect").all())
    ends = [box["x"] + box["width"] * (way == "right") for label in drawing.locator(".label").all()
            for box in [label.bounding_box()]]
    assert all(end < first + 0.5 for end in ends) and len(ends) > 5
    assert page.get_by_role("img", name="Fuels led in 2024, precious metals in eight months of 2025").count() == 1
