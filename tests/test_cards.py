"""Cards: what a row of a table is on a phone, three columns and the rest on a tap."""

from __future__ import annotations

import pytest

from macros.site.site import Site
from tests.folding import PHONE_TABLE, ROWS, plain, rooted, shown  # noqa: F401
from tests.test_browser import address, page  # noqa: F401
from tests.test_keys import phone  # noqa: F401

DEPARTURES = '{{ table("departures", columns=["year", "persons", "other_count", "series"], card=%s) }}\n'
HEAD = """\
---
title: Other
description: What the law is, whom it covers and what would change if Congress ended it for them.
edited: 2026-11-24
---

# Other

"""


PLAIN_TABLE = "counterterrorism/frameworks/"  # its first table names no columns for its cards


def test_a_card_of_a_phone_shows_three_columns_and_the_rest_on_a_tap(phone):  # noqa: F811
    phone.goto(phone.root + PLAIN_TABLE)
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


def test_a_card_that_names_its_columns_tells_the_style_sheet(project):
    site = Site.read(project({"docs/other.md": HEAD + DEPARTURES % '["series", "persons"]'}))
    assert '<figure class="data-table card-4 card-2" id="table-departures" markdown>' in site.markdown["other.md"]
