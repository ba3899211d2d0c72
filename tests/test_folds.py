"""What is long begins short where script can open it, and is whole in print and without script."""

from __future__ import annotations

import re

import pytest

from tests.test_browser import address, page  # noqa: F401
from tests.test_keys import phone  # noqa: F401

LONG, PHONE_TABLE, TIMELINE = "corrections/", "counterterrorism/attacks/", "amendment/history/"
ROWS = "tbody > tr"
HIDDEN_MARK = "tbody > tr:nth-child(n+13) sup[id]"
_SCRIPTS = re.compile(r"/assets/(?!early)\w+\.js$")


def long_table(page, path=LONG):  # noqa: F811
    """The first table of a page with more rows than it shows, and how many it has."""
    page.goto(page.root + path)
    figure = page.locator("figure.data-table:has(> .more)").first
    return figure, figure.locator(ROWS).count()


def shown(part, what):
    return part.locator(what).locator("visible=true").count()


@pytest.fixture(autouse=True)
def rooted(request, address):  # noqa: F811
    for name in {"page", "phone", "plain"} & set(request.fixturenames):
        request.getfixturevalue(name).root = address


@pytest.fixture
def plain(browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


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
    assert page.locator(f"[id='{mark}']").is_visible()


@pytest.mark.parametrize("mark", ["%E0%A4%A", "nothing", "", "%00", "\"'><script>", "fnref:r-none-none"])
def test_an_address_that_leads_nowhere_does_no_harm(page, mark):  # noqa: F811
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{page.root}{LONG}#{mark}")
    assert shown(page, "figure.data-table > .more") and faults == []


@pytest.mark.parametrize(("path", "part"), [(LONG, ROWS), (TIMELINE, ".timeline dd"), ("reference/timeline/", "dd"),
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
    page.goto(page.root + "reference/timeline/")
    assert page.locator("details.fold").count() > 5 and shown(page, "details.fold[open]") == 0


def test_a_card_of_a_phone_shows_three_columns_and_the_rest_on_a_tap(phone):  # noqa: F811
    phone.goto(phone.root + PHONE_TABLE)
    rows = phone.locator("figure.data-table").first.locator(ROWS)
    row, cells = rows.first, "td:not(.more-cell)"
    assert row.locator(cells).count() > 2 == shown(row, cells)
    named = row.get_by_role("button").get_attribute("aria-label").removeprefix("more on ")
    button = row.get_by_role("button", name=f"more on {named}", exact=True)
    box = button.bounding_box()
    assert (box["width"] >= 44, box["height"] >= 44, button.get_attribute("aria-expanded")) == (True, True, "false")
    button.tap()
    assert shown(row, cells) == row.locator(cells).count() and shown(rows.nth(1), cells) == 2
    less = row.get_by_role("button", name=f"less on {named}", exact=True)
    assert less.get_attribute("aria-expanded") == "true"
    less.focus()
    phone.keyboard.press("Enter")
    assert shown(row, cells) == 2


def test_a_filter_does_not_take_the_buttons_of_cards_for_words(phone):  # noqa: F811
    phone.goto(phone.root + PHONE_TABLE)
    figure = phone.locator("figure.data-table").first
    figure.locator("input[type=search]").fill("more on")
    assert shown(figure, ROWS) == 0


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


DEPARTURES = '{{ table("departures", columns=["year", "persons", "other_count", "series"], card=%s) }}'


@pytest.mark.parametrize(("card", "message"), [
    ('["year"]', "9:34: card: the table 'departures' has no column 'year' here after its first; allowed: other_count, "
                 "persons, series"),
    ('["persons", "serie"]', "9:96: card: the table 'departures' has no column 'serie' here after its first; "
                             "allowed: other_count, persons, series; did you mean 'series'?"),
    ("[]", "9:1: card: names no column; leave it out, and a card shows the second and the third"),
    ('"persons"', "9:1: table(): card: 'persons' does not fit; wanted: a list")])
def test_columns_of_a_card_are_columns_of_the_table_after_its_first(problems, card, message):
    said = problems({"docs/other.md": HEAD + DEPARTURES % card})
    assert [line for line in said if "other.md" in line] == [f"docs/other.md:{message}"]


HEAD = """\
---
title: Other
description: What the law is, whom it covers and what would change if Congress ended it for them.
edited: 2026-11-24
---

# Other

"""


def test_a_card_that_names_its_columns_tells_the_style_sheet(project):
    from macros.site.site import Site

    site = Site.read(project({"docs/other.md": HEAD + DEPARTURES % '["series", "persons"]'}))
    assert '<figure class="data-table card-4 card-2" id="table-departures" markdown>' in site.markdown["other.md"]


def test_the_article_tells_what_is_wrong_first_and_folds_what_holds(page):  # noqa: F811
    page.goto(page.root + "article/")
    groups = page.locator(".claims__group h3").all_text_contents()
    names = [group.split(":")[0] for group in groups]
    assert names == ["Inaccurate", "Out of date when written", "Changed since", "Needs context", "Cannot be verified",
                     "Supported"]
    told = [int(re.search(r": (\d+) claims?", group)[1]) for group in groups]
    assert told == [section.locator(".claim").count() for section in page.locator(".claims__group").all()]
    assert page.locator(".verdicts li strong").all_text_contents() == list(map(str, told))
    assert shown(page, ".claim") == sum(told[:4])
    assert page.locator("details.fold summary").last.inner_text() == f"All {told[-1]} claims that hold"


def test_claims_are_narrowed_to_a_verdict_by_keys(page):  # noqa: F811
    page.goto(page.root + "article/")
    page.locator(".tools select").first.focus()
    page.keyboard.type("Supp")
    page.keyboard.press("Enter")
    verdicts = page.locator(".claim:not([hidden]) .verdict").all_text_contents()
    assert set(verdicts) == {"Supported"} and shown(page, ".claim") == len(verdicts)
    assert shown(page, ".claims__group h3") == 1
    assert page.locator(".tools__count").inner_text() == f"{len(verdicts)} of {page.locator('.claim').count()} claims"


def test_an_address_of_a_claim_opens_the_fold_that_holds_it(page):  # noqa: F811
    page.goto(page.root + "article/#claim-hearing-raised")
    assert page.locator("#claim-hearing-raised").is_visible()
    assert page.locator("details.fold[open]").count() == 1
