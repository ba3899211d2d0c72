"""What pages are on paper: sheets of US Letter, a running head, notes and all, as Chromium prints them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.browser import serving
from tests.conftest import ROOT

SHEETS_GOAL = 8  # notes included
SHEETS_AT_MOST = {"amendment/": 6, "amendment/coverage/": 7, "countries/kazakhstan/": 8, "countries/neighbours/": 8}
SHEET = re.compile(rb"/Type /Page\b")
HEAD = """() => {
  const style = getComputedStyle(document.documentElement)
  return style.getPropertyValue("--page-title").trim()
}"""
CLOSED = """() => document.querySelectorAll("article details:not([open])").length"""
ADDRESSES = """() => [...document.querySelectorAll('article a[href^="http"]')]
  .map(one => getComputedStyle(one, "::after")).filter(one => one.textOverflow !== "ellipsis").length"""


@pytest.fixture(scope="module")
def sheets(built: Path, browser) -> dict[str, int]:
    """How many sheets each page takes."""
    page = browser.new_page()
    with serving(built) as address:
        counts = {path: _count(page, address + path) for path in SHEETS_AT_MOST}
    page.close()
    return counts


def _count(page, address: str) -> int:
    page.goto(address)
    return len(SHEET.findall(page.pdf(format="Letter")))


def test_pages_for_hearings_fit_their_sheets(sheets):
    print(table := "\n".join(["", "sheets  at most  goal", *(
        f"{count:6} {SHEETS_AT_MOST[path]:8} {SHEETS_GOAL:5}  {path}"
        for path, count in sorted(sheets.items(), key=lambda item: -item[1]))]))
    if any(count > SHEETS_AT_MOST[path] for path, count in sheets.items()):
        pytest.fail(table, pytrace=False)


def test_no_more_sheets_are_allowed_than_are_needed(sheets):
    """A limit that pages have left far behind says nothing."""
    loose = {path: (count, SHEETS_AT_MOST[path]) for path, count in sheets.items()
             if SHEETS_AT_MOST[path] > max(count + 4, SHEETS_GOAL)}
    assert loose == {}


def test_paper_has_a_running_head_open_tables_and_addresses_of_a_line(built, browser):
    page = browser.new_page()
    page.emulate_media(media="print")
    with serving(built) as address:
        page.goto(f"{address}countries/kazakhstan/")
        assert page.evaluate(HEAD) == '"Kazakhstan"'
        assert page.evaluate(CLOSED) == 0
        assert page.evaluate(ADDRESSES) == 0
    page.close()


@pytest.mark.parametrize("box", ["@top-left", "@top-right", "@bottom-right"])
def test_boxes_of_the_margin_are_in_the_sheet(box):
    assert box in (ROOT / "docs" / "assets" / "print.css").read_text("utf-8")
