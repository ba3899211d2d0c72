"""Timelines: a long one shows twelve events, that of everything its newest years, with parts for those before."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from macros.site.site import Site
from tests.conftest import PAGE
from tests.folding import TIMELINE, rooted, shown  # noqa: F401
from tests.test_browser import address, page  # noqa: F401

PART = "reference/timeline/before-2010/"


def test_a_long_timeline_keeps_its_order_and_shows_twelve_events(page):  # noqa: F811
    page.goto(page.root + TIMELINE)
    figure = page.locator("figure.timeline")
    years = [int(year) for year in figure.locator("dt").all_text_contents()]
    count = figure.locator("dd").count()
    assert (years == sorted(years), shown(figure, "dd")) == (True, 12)
    figure.get_by_role("button", name=f"All {count} events", exact=True).click()
    assert shown(figure, "dd") == count
    assert page.evaluate("[...document.querySelectorAll('.timeline dd')].indexOf(document.activeElement)") == 12


@pytest.mark.parametrize(("path", "names"), [
    ("", ["To come", "2026"]), ("2024-2025/", ["2025", "2024"]), ("2010-2023/", ["2020s", "2010s"]),
    ("before-2010/", ["2000s", "1990s", "1980s", "1970s", "1951"])])
def test_a_part_of_the_timeline_begins_with_its_newest_and_folds_the_rest(page, path, names):  # noqa: F811
    page.goto(f"{page.root}reference/timeline/{path}")
    figure = page.locator("figure.timeline")
    groups = figure.locator(".timeline__group, summary").all_text_contents()
    assert [group.split(":")[0] for group in groups] == names
    years = [int(year) for year in figure.locator("dt").all_text_contents()]
    coming = groups[0].startswith("To come") * len(figure.locator("dl").first.locator("dt").all())
    assert years[coming:] == sorted(years[coming:], reverse=True)
    told = [int(re.search(r": (\d+) events?$", group)[1]) for group in groups]
    assert sum(told) == figure.locator("dd").count()
    assert shown(figure, "dd") == min(told[0], 12) + (min(told[1], 12) if coming else 0)


def test_the_first_page_of_the_timeline_leads_to_every_year_before(page, real):  # noqa: F811
    page.goto(page.root + "reference/timeline/")
    links = page.locator("#earlier ~ .years a[href*='#in-']")
    dates = [entry.record.date for table in real.records.tables.values() if table.head.record.kind == "event"
             for entry in table.rows]
    assert links.all_text_contents() == [str(year) for year in sorted({date.start.year for date in dates}, reverse=True)
                                         if year < 2026]
    links.last.click()
    page.wait_for_url("**/before-2010/#in-1951")
    expect(page.locator("dt:has(#in-1951) + dd")).to_be_visible()


EVENTS = """\
table: events
kind: event
title: T
caption: What it shows.
as_of: 2026-11
checked: 2026-11-24
rows:
- {id: a, date: 1974-12-20, event: An act passed., topic: congress, countries: [Cuba], sources: [law]}
- {id: b, date: 1989, event: A wall fell., topic: soviet, countries: [Cuba], sources: [law]}
"""


@pytest.mark.parametrize(("call", "message"), [
    ('all_events(title="T", since=1990)', "no event since 1990; wanted: years from 1974 to 1989"),
    ('all_events(title="T", since=1975, until=1980)',
     "no event since 1975 until 1980; wanted: years from 1974 to 1989"),
    ('all_events(title="T", since=1980, until=1974)',
     "since: 1980 is after until, 1974; wanted: the first year, then the last"),
    ('all_events(title="T", since="1980")', "all_events(): since: '1980' does not fit; wanted: an integer"),
    ('all_events(title="T", form=1980)', "all_events(): no argument 'form'; allowed: since, title, until"),
    ("event_index()", "no page lists the events of 1989; a page of its own, or a call above, is "
     'all_events(title="…", since=1989, until=1989)'),
])
def test_a_part_of_the_events_is_asked_for_by_years_that_there_are(problems, call, message):
    files = {"data/events.yml": EVENTS, "docs/list.md": f"{PAGE.split('# What')[0]}# List\n\n{{{{ {call} }}}}\n"}
    assert problems({**files, "docs/all.md": PAGE + '\n{{ timeline("events") }}\n'}) == [f"docs/list.md:9:1: {message}"]


def test_events_in_parts_are_listed_once_under_years_that_the_index_leads_to(project):
    lists = {"new": "since=1980", "old": "until=1979"}
    pages = {f"docs/{name}.md": PAGE.replace("title: Home", f"title: The {name}")
             + f'\n{{{{ all_events(title="T", {years}) }}}}\n' for name, years in lists.items()}
    index = PAGE + "\n{{ event_index() }}\n"
    site = Site.read(project({"data/events.yml": EVENTS, **pages, "docs/index.md": index}))
    assert site.problems == []
    told = {name: re.findall(r'<span id="in-(\d+)"></span>(\d+)\n\n:   .*?(\w+ \w+\.)\[', site.markdown[f"{name}.md"])
            for name in lists}
    assert told == {"new": [("1989", "1989", "wall fell.")], "old": [("1974", "1974", "act passed.")]}
    assert re.findall("^- (.*)$", site.markdown["index.md"].partition('class="years"')[2], re.M)[:2] == [
        "[The new](new.md): [1989](new.md#in-1989)", "[The old](old.md): [1974](old.md#in-1974)"]
    assert 'class="strip__years"' in site.markdown["new.md"]


def test_a_menu_of_the_timeline_opens_the_folds_that_hold_what_is_chosen(page):  # noqa: F811
    page.goto(page.root + PART)
    figure = page.locator("figure.timeline")
    figure.locator("select").last.select_option("Azerbaijan")
    kept = figure.locator("dd:not([hidden])")
    assert 0 < kept.count() == shown(figure, "dd") < figure.locator("dd").count()
    figure.locator("select").last.select_option("")
    assert shown(figure, "dd") == figure.locator("dd").count()


def test_an_address_of_an_event_opens_the_fold_that_holds_it(page):  # noqa: F811
    page.goto(page.root + PART)
    mark = page.locator("details.fold sup[id]").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{page.root}{PART}#{mark}")
    expect(page.locator(f"[id='{mark}']")).to_be_visible()


def test_after_printing_a_fold_is_as_it_was(page):  # noqa: F811
    page.goto(page.root + PART)
    folds = page.locator("details.fold")
    folds.first.locator("summary").click()
    page.emulate_media(media="print")
    expect(page.locator("details.fold:not([open])")).to_have_count(0)
    page.emulate_media(media="screen")
    expect(page.locator("details.fold[open]")).to_have_count(1)
