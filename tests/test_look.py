"""What was seen amiss on pictures of pages and can be measured: widths of lines, heads of tables, marks, the menu."""

from __future__ import annotations

import pytest

from scripts.browser import serving
from tests.test_built import pages, parse, text

PAGES = ["", "story/", "amendment/coverage/", "amendment/bills/", "article/", "reference/glossary/", "data/"]
TABLE_OF_DAYS = "table-next-decisions"
WIDE = """() => {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const parts = [...document.querySelectorAll("article :is(p, dd)")].filter(part => !part.closest("figure, .notes"))
  return parts.filter(part => part.offsetWidth > 34 * rem).map(part => part.textContent.slice(0, 40))
}"""
TALLER_FOR_ITS_MARK = """() => {
  const heights = () => [...document.querySelectorAll("article :is(h1, h2, h3)")].map(one => one.offsetHeight)
  const before = heights()
  document.querySelectorAll(".headerlink").forEach(mark => mark.style.display = "none")
  return heights().filter((height, at) => height !== before[at]).length
}"""
HEADS = """() => [...document.querySelectorAll(".data-table thead th")].filter(head => head.offsetHeight > 0)
  .filter(head => getComputedStyle(head, "::after").content !== "none").length"""
SMALL_MARKS = """() => [...document.querySelectorAll("article .footnote-ref")]
  .filter(mark => parseFloat(getComputedStyle(mark).fontSize) < 11).length"""

BROKEN_MARKS = """() => [...document.querySelectorAll("article sup:has(> .footnote-ref)")]
  .filter(mark => mark.checkVisibility() && mark.getClientRects().length > 1).length"""
ENDS = """() => ["#in-brief + ul", "#in-brief ~ h2"].map(part => document.querySelector(part).offsetWidth)"""


@pytest.fixture(scope="module")
def look(built, browser):
    with serving(built) as address:
        page = browser.new_page()
        yield lambda path, width: (page.set_viewport_size({"width": width, "height": 844}), page.goto(address + path),
                                   page)[-1]
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_line_of_text_is_longer_than_the_measure_on_a_desk(look, path):
    assert look(path, 1280).evaluate(WIDE) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_mark_beside_a_heading_makes_no_line_of_its_own(look, path):
    assert look(path, 390).evaluate(TALLER_FOR_ITS_MARK) == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_marks_of_notes_can_be_read_in_tables_and_under_titles_too(look, width):
    assert {path: small for path in PAGES if (small := look(path, width).evaluate(SMALL_MARKS))} == {}


@pytest.mark.parametrize("path", ["countries/", "critical-minerals/deals/"])
def test_no_mark_of_a_note_makes_a_row_of_a_table_taller_by_a_piece_of_it(look, path):
    assert look(path, 1280).evaluate(BROKEN_MARKS) == 0


def test_a_figure_on_a_card_takes_one_line_however_long_its_label(look):
    page = look("middle-corridor/leg-by-leg/", 390)
    cells = page.locator("#table-corridor-legs td.number").locator("visible=true")
    assert cells.count() > 11 and {round(cell.bounding_box()["height"]) for cell in cells.all()} <= set(range(20, 30))


@pytest.mark.parametrize("width", [768, 1280])
def test_in_brief_ends_where_the_page_ends(look, width):
    short, whole = look("countries/kazakhstan/", width).evaluate(ENDS)
    assert short == whole


def test_heads_of_tables_keep_no_room_for_a_sign_that_is_not_there(look):
    page = look("amendment/bills/", 1280)
    assert page.evaluate(HEADS) == 0
    page.locator(".tools select").first.select_option("0 -1")
    assert page.evaluate(HEADS) == 1


@pytest.mark.parametrize("path", ["", "story/", "reference/timeline/"])
def test_what_follows_if_nobody_acts_stands_on_a_phone_without_a_tap(look, path):
    cells = look(path, 390).locator(f"#{TABLE_OF_DAYS} td[data-label='If nothing happens'], .decision > :last-child")
    assert cells.count() > 0 and cells.locator("visible=true").count() == cells.count()


def test_the_menu_shows_where_the_parts_of_the_sources_belong(built):
    for file in sorted(file for file in pages(built) if file.is_relative_to(built / "sources")):
        open_ones = [text(part) for part in parse(file).iter("li") if "md-tabs__item--active" in part.get("class", "")]
        assert open_ones == ["Reference"], file


def test_the_page_of_data_leads_to_kinds_of_records_and_folds_the_tables(built):
    page = next(parse(built / "data" / "index.html").iter("article"))
    folded = {link.get("href") for fold in page.iter("details") for link in fold.iter("a")}
    listed = [link.get("href") for link in page.iter("a") if link.get("href", "").startswith("dictionary/#record-")]
    kinds = [link for link in listed if link not in folded]
    assert "dictionary/#record-fact" in kinds and len(kinds) < 30 < len(listed)
    assert len(set(listed)) == len(listed)
