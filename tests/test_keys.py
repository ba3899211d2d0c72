"""The built site by keys, by touch and by what is read aloud: what axe does not look at."""

from __future__ import annotations

import pytest

from tests.test_browser import address, page  # noqa: F401

FOCUS = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
UNREACHED = """() => [...document.querySelectorAll(".md-sidebar--primary :is(a, button), .md-search :is(input, a)")]
  .filter(one => one.checkVisibility({visibilityProperty: true})).map(one => one.outerHTML)"""
# Marks that cannot be pressed 11.5 pixels from their middle, to all sides or to the edge of a table.
REACH = """() => [...document.querySelectorAll("article .footnote-ref")].filter(one => one.checkVisibility())
  .slice(0, 40).flatMap(mark => {
  mark.scrollIntoView({block: "center"})
  const box = mark.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2
  const edge = (mark.closest(".data-table__frame") ?? document.body).getBoundingClientRect().right - 1
  return [[0, -11.5], [0, 11.5], [-11.5, 0], [11.5, 0]].map(([right, down]) =>
    document.elementFromPoint(Math.min(edge, x + right), y + down)?.closest("a") === mark ||
      `${mark.hash} ${right} ${down}`)
}).filter(pressed => pressed !== true)"""
SMALL = """() => [...document.querySelectorAll(".data-table :is(td, th)")]
  .filter(cell => parseFloat(getComputedStyle(cell).fontSize) < 16).length"""


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_no_single_letter_does_anything_outside_a_box(address, page):  # noqa: F811
    page.goto(address + "amendment/bills/")
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").fill("waiver")
    page.locator(".md-search-result__link").first.wait_for(timeout=10000)  # the theme's own script is there
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    for key in "fs/pn,.":
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.evaluate("document.activeElement.localName") == "body"
    assert page.url == address + "amendment/bills/"


def test_the_menu_of_a_phone_is_walked_with_keys(address, phone):  # noqa: F811
    phone.goto(address + "amendment/bills/")
    menu = phone.get_by_role("button", name="Menu", exact=True)
    assert (menu.get_attribute("aria-expanded"), phone.evaluate(UNREACHED)) == ("false", [])
    menu.focus()
    phone.keyboard.press("Enter")
    assert (menu.get_attribute("aria-expanded"), phone.evaluate(FOCUS)) == ("true", "Back from: Amendment")
    phone.keyboard.press("Enter")
    assert phone.evaluate(FOCUS) == "Pages on: Amendment"
    assert phone.get_by_role("button", name="Pages on: Amendment").get_attribute("aria-expanded") == "false"
    assert phone.locator(".md-sidebar").get_by_role("link", name="Who is covered today").count() == 0
    phone.keyboard.press("Tab")
    assert phone.evaluate(FOCUS) == "Countries"
    phone.keyboard.press("Escape")
    assert (menu.get_attribute("aria-expanded"), phone.evaluate(FOCUS)) == ("false", "Menu")


def test_the_menu_closes_as_the_focus_leaves_it(address, phone):  # noqa: F811
    phone.goto(address + "amendment/bills/")
    menu = phone.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    phone.keyboard.press("Enter")
    phone.locator("article a").first.focus()
    assert menu.get_attribute("aria-expanded") == "false"


def test_the_search_button_says_whether_search_is_open(address, phone):  # noqa: F811
    phone.goto(address)
    search = phone.get_by_role("button", name="Search", exact=True)
    assert search.get_attribute("aria-expanded") == "false"
    search.focus()
    phone.keyboard.press("Enter")
    phone.locator(".md-search__input:focus").wait_for(timeout=10000)
    assert search.get_attribute("aria-expanded") == "true"


def test_what_holds_links_is_no_tooltip(address, page):  # noqa: F811
    page.goto(address + "amendment/")
    page.locator("article .footnote-ref").first.hover()
    assert page.locator(".note a").count() > 0 and page.locator("[role=tooltip] a").count() == 0


@pytest.mark.parametrize("path", ["", "amendment/bills/", "context/energy/"])
def test_on_a_phone_marks_of_notes_can_be_pressed_and_tables_can_be_read(address, phone, path):  # noqa: F811
    phone.goto(address + path)
    assert (phone.evaluate(REACH), phone.evaluate(SMALL)) == ([], 0)


def test_every_part_of_a_table_says_what_it_is(address, page):  # noqa: F811
    page.goto(address + "amendment/bills/")
    roles = page.eval_on_selector_all(".data-table table, .data-table table *:is(thead, tbody, tr, th, td)",
                                      "all => all.map(one => `${one.localName} ${one.getAttribute('role')}`)")
    assert set(roles) == {"table table", "thead rowgroup", "tbody rowgroup", "tr row", "td cell", "th columnheader",
                          "th rowheader"}
