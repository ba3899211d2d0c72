"""Reader views of browsers keep every part of a page: judged by their own program, and by the rules that it applies."""

from __future__ import annotations

import re

import pytest

from macros.engine.html.theme_html import TAKEN, spared
from tests import readability
from tests.test_built import article, classes, pages, text

# What stands in the page and not in what is made of it. A heading of the first rank becomes the title, in like words.
LOST = """html => {
  const words = part => part.textContent.replace(/[#\\s]+/g, "")
  const page = new DOMParser().parseFromString(html, "text/html")
  page.querySelectorAll("svg").forEach(drawing => drawing.remove())
  const parts = [...page.querySelectorAll("article :is(h2, h3, h4, p, li, dt, dd, tr, figcaption, blockquote)")]
  const texts = parts.map(words).filter(Boolean)
  const made = document.createElement("div")
  made.innerHTML = new Readability(page).parse().content
  const whole = words(made)
  return [texts.length, texts.filter(text => !whole.includes(text))]
}"""
DRAWN = "{http://www.w3.org/2000/svg}"
OF_THE_THEME = {"headerlink"}  # the mark beside a heading, and no text of the page


# Pages that are one list or a table or two, of which a reader view shows the list, or the larger table, alone: as
# Readability counts, it weighs more than the article around it.
LISTS_ALONE = re.compile("corrections/.+|reference/timeline/.+|article/needs-context|data")


@pytest.fixture
def reader(browser):
    script = readability.find()
    if not script:
        pytest.skip("Readability was not fetched: `make browser` does so where there is npm")
    page = browser.new_page()
    page.add_script_tag(path=script)
    yield lambda html: page.evaluate(LOST, html)
    page.close()


def test_a_reader_view_keeps_every_event_source_note_row_and_heading(built, reader):
    for file in pages(built):
        if not LISTS_ALONE.fullmatch(file.parent.relative_to(built).as_posix()):
            count, lost = reader(file.read_text("utf-8"))
            assert count > 9 and lost == [], file


def test_a_reader_view_is_seen_to_lose_what_is_named_amiss(built, reader):
    html = (built / "countries" / "kazakhstan" / "index.html").read_text("utf-8")
    _, lost = reader(html.replace("<figcaption", '<figcaption class="share sponsor"', 1))
    assert len(lost) == 1


def test_no_part_with_words_has_a_name_that_programs_take_for_something_else(built):
    for file in pages(built):
        amiss = [f"{part.get('class', '')} {part.get('id', '')}" for part in article(file).iter()
                 if TAKEN.search(f"{part.get('class', '')} {part.get('id', '')}") and text(part)
                 and not classes(part) & OF_THE_THEME and not part.tag.startswith(DRAWN)]
        assert amiss == [], file


def test_each_definition_is_a_paragraph_which_is_what_reader_views_count(built):
    for file in pages(built):
        assert [text(part) for part in article(file).iter("dd") if part.find("p") is None] == [], file


@pytest.mark.parametrize(("html", "wanted"), [
    ('<h2 class="x" id="what-share">W</h2>', '<h2 class="x"><span id="what-share"></span>W</h2>'),
    ('<figure id="extra" class="x"><figcaption>', '<span id="extra"></span><figure class="x"><figcaption>'),
    ('<li id="fn:f-sponsor"><p>', '<li><span id="fn:f-sponsor"></span><p>'),
    ('<span id="term-ad-valorem">Ad valorem</span>', '<span><span id="term-ad-valorem"></span>Ad valorem</span>'),
    ('<span id="src-share"></span>', '<span id="src-share"></span>'),
    ('<title id="chart-shares-title">', '<title id="chart-shares-title">'),
    ('<h2 id="loads">Loads</h2>', '<h2 id="loads">Loads</h2>')])
def test_an_id_that_is_taken_for_something_else_stands_on_an_empty_element(html, wanted):
    assert spared(html) == wanted


def test_every_address_of_a_part_is_kept():
    html = '<h2 id="metals">M</h2><p id="x">T</p><sup id="fnref:f-share"><a>1</a></sup>'
    assert re.findall(r' id="([^"]*)"', spared(html)) == re.findall(r' id="([^"]*)"', html)
