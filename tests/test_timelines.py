"""Timelines: a long one shows twelve events, that of everything its newest years."""

from __future__ import annotations

import re

from tests.folding import TIMELINE, rooted, shown  # noqa: F401
from tests.test_browser import address, page  # noqa: F401


def test_a_long_timeline_keeps_its_order_and_shows_twelve_events(page):  # noqa: F811
    page.goto(page.root + TIMELINE)
    figure = page.locator("figure.timeline")
    years = [int(year) for year in figure.locator("dt").all_text_contents()]
    count = figure.locator("dd").count()
    assert (years == sorted(years), shown(figure, "dd")) == (True, 12)
    figure.get_by_role("button", name=f"All {count} events", exact=True).click()
    assert shown(figure, "dd") == count
    assert page.evaluate("[...document.querySelectorAll('.timeline dd')].indexOf(document.activeElement)") == 12


def test_the_timeline_of_everything_begins_with_the_newest_and_folds_the_rest(page, real):  # noqa: F811
    page.goto(page.root + "reference/timeline/")
    figure = page.locator("figure.timeline")
    groups = figure.locator(".timeline__group, summary").all_text_contents()
    assert groups[0].startswith("To come: ") and groups[1].startswith("2026: ") and groups[-1].startswith("1950s: ")
    years = [int(year) for year in figure.locator("dl").nth(1).locator("dt").all_text_contents()]
    years += [int(year) for year in figure.locator("details dt").all_text_contents()]
    assert years == sorted(years, reverse=True)
    told = [int(re.search(r": (\d+) events?$", group)[1]) for group in groups]
    assert sum(told) == figure.locator("dd").count()
    assert shown(figure, "dd") == told[0] + 12


def test_a_menu_of_the_timeline_opens_the_folds_that_hold_what_is_chosen(page):  # noqa: F811
    page.goto(page.root + "reference/timeline/")
    figure = page.locator("figure.timeline")
    figure.locator("select").last.select_option("Azerbaijan")
    kept = figure.locator("dd:not([hidden])")
    assert 0 < kept.count() == shown(figure, "dd") < figure.locator("dd").count()
    figure.locator("select").last.select_option("")
    assert shown(figure, "dd") == figure.locator("dd").count()


def test_an_address_of_an_event_opens_the_fold_that_holds_it(page):  # noqa: F811
    page.goto(page.root + "reference/timeline/")
    mark = page.locator("details.fold sup[id]").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{page.root}reference/timeline/#{mark}")
    assert page.locator(f"[id='{mark}']").is_visible()


def test_after_printing_a_fold_is_as_it_was(page):  # noqa: F811
    page.goto(page.root + "reference/timeline/")
    folds = page.locator("details.fold")
    folds.first.locator("summary").click()
    for media in ("print", "screen"):
        page.emulate_media(media=media)
        page.wait_for_timeout(100)
    assert folds.evaluate_all("folds => folds.filter(fold => fold.open).length") == 1
