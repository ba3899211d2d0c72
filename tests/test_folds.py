"""What is long begins short where script can open it, and is whole in print and without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.folding import PHONE_TABLE, ROWS, TIMELINE, plain, rooted, shown  # noqa: F401
from tests.test_browser import address, page  # noqa: F401
from tests.test_keys import phone  # noqa: F401

LONG, PART = "corrections/law/", "reference/timeline/before-2010/"
HIDDEN_MARK = "tbody > tr:nth-child(n+13) sup[id]"
_SCRIPTS = re.compile(r"/assets/(?!early)\w+\.js$")


def long_table(page, path=LONG):  # noqa: F811
    """The first table of a page with more rows than it shows, and how many it has."""
    page.goto(page.root + path)
    figure = page.locator("figure.data-table:has(> .more)").first
    return figure, figure.locator(ROWS).count()


def test_a_long_table_shows_twelve_rows_and_all_on_a_press_of_its_button(page):  # noqa: F811
    figure, count = long_table(page)
    button = figure.get_by_role("button", name=f"All {count} rows", exact=True)
    assert (count > 12, shown(figure, ROWS), button.get_attribute("aria-expanded")) == (True, 12, "false")
    assert button.bounding_box()["height"] >= 44
    button.focus()
    page.keyboard.press("Enter")
    assert shown(figure, ROWS) == count
    assert page.evaluate("document.activeElement.sectionRowIndex") == 12
    fewer = figure.get_by_role("button", name="Only the first 12 rows", exact=True)
    assert fewer.get_attribute("aria-expanded") == "true"
    fewer.click()
    assert (shown(figure, ROWS), button.get_attribute("aria-expanded")) == (12, "false")


def test_filtering_looks_through_all_rows_and_opens_the_table(page):  # noqa: F811
    figure, count = long_table(page)
    words = figure.locator(ROWS).nth(count - 1).locator("th").text_content()[:12]
    figure.locator("input[type=search]").fill(words)
    assert figure.locator(ROWS).nth(count - 1).is_visible() and not figure.locator("> .more").is_visible()
    figure.locator("input[type=search]").fill("")
    assert shown(figure, ROWS) == count and figure.locator("> .more").get_attribute("aria-expanded") == "true"


def test_sorting_sorts_all_rows_and_opens_the_table(page):  # noqa: F811
    figure, count = long_table(page)
    figure.locator("select").select_option("0 -1")
    names = figure.locator("tbody th").all_inner_texts()
    assert (len(names), shown(figure, ROWS)) == (count, count)
    assert names[0].casefold() > names[-1].casefold()


def test_an_address_into_a_hidden_row_opens_the_table(page):  # noqa: F811
    figure, _ = long_table(page)
    mark = figure.locator(HIDDEN_MARK).last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{page.root}{LONG}#{mark}")
    row = page.locator(ROWS).filter(has=page.locator(f"[id='{mark}']"))
    assert row.is_visible() and 0 <= row.bounding_box()["y"] <= 900


def test_the_way_back_from_a_note_opens_the_row_that_it_leads_to(page):  # noqa: F811
    figure, count = long_table(page)
    mark = figure.locator(HIDDEN_MARK).last.get_attribute("id")
    page.locator(f".footnote a[href='#{mark}']").evaluate("link => link.click()")
    assert shown(figure, ROWS) == count
    page.evaluate("location.hash = ''")
    figure.locator("> .more").click()
    page.go_back()
    expect(page.locator(f"[id='{mark}']")).to_be_visible()


@pytest.mark.parametrize("mark", ["%E0%A4%A", "nothing", "", "%00", "\"'><script>", "fnref:r-none-none"])
def test_an_address_that_leads_nowhere_does_no_harm(page, mark):  # noqa: F811
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{page.root}{LONG}#{mark}")
    assert shown(page, "figure.data-table > .more") and faults == []


@pytest.mark.parametrize(("path", "part"), [(LONG, ROWS), (TIMELINE, ".timeline dd"), (PART, "dd"),
                                            (PHONE_TABLE, "td")])
def test_nothing_is_folded_in_print_or_without_script(page, plain, path, part):  # noqa: F811
    plain.goto(plain.root + path)
    count = plain.locator(part).count()
    assert (shown(plain, part), shown(plain, ".more")) == (count, 0)
    page.goto(page.root + path)
    page.emulate_media(media="print")
    assert (shown(page, part), shown(page, ".more")) == (count, 0)
    page.emulate_media(media="screen")
    assert shown(page, part) < count or path == PHONE_TABLE


def test_what_folds_is_folded_before_any_other_script_has_come(page):  # noqa: F811
    page.route(_SCRIPTS, lambda route: route.abort())
    page.goto(page.root + LONG)
    assert {shown(figure, ROWS) for figure in page.locator("figure.data-table").all()} == {12}
    page.goto(page.root + PART)
    assert page.locator("details.fold").count() > 3 and shown(page, "details.fold[open]") == 0
