"""Links from notes to records: in a file beside the page, and put in by script when a note is looked at."""

from __future__ import annotations

import json
import re

import pytest

from macros.engine.html.note_links import taken
from tests.test_browser import address, page  # noqa: F401

NOTES = ('<p>a</p><div class="footnote" x><ol>\n<li id="fn:a">A. <span class="mend"><a href="e#L1">Correct</a> · '
         '<a href="f?a=1&amp;b=2">Report</a></span> <span class="mend">· <a href="g">Correct</a></span>&#160;<a>b</a>'
         '</li>\n'
         '<li>B.</li>\n</ol></div><p class="mend">c</p>')


def test_links_go_into_a_list_of_their_own_and_the_rest_stays():
    assert taken(NOTES) == (
        '<p>a</p><div class="footnote" data-links="notes.json" x><ol>\n<li id="fn:a">A.&#160;<a>b</a></li>\n'
        '<li>B.</li>\n</ol></div><p class="mend">c</p>', [["e#L1", "f?a=1&b=2", "g"], []])


@pytest.mark.parametrize("html", ["", "<p>a</p>", '<div class="footnote"><ol><li>A.</li></ol></div>',
                                  '<p><span class="mend"><a href="e">x</a></span></p>'])
def test_a_page_without_such_links_is_as_it_was(html):
    assert taken(html) == (html, [])


def test_each_note_of_the_site_has_both_links_in_the_file_and_none_in_the_page(built):
    pages = [file for file in built.rglob("index.html") if 'id="fn:' in file.read_text("utf-8")]
    assert len(pages) > 50
    for file in pages:
        html = file.read_text("utf-8")
        assert 'class="mend"' not in html and 'class="footnote" data-links="notes.json"' in html, file
        links = json.loads(file.with_name("notes.json").read_text("utf-8"))
        notes = re.search(r'<div class="footnote".*?</div>', html, re.S)[0]
        assert len(links) == notes.count("<li"), file
        for note in links:
            assert note and len(note) % 2 == 0, file
            assert all(one.startswith("https://git.invalid/owner/name/blob/main/data/") for one in note[::2]), file
            assert all("template=wrong-fact.yml&record=" in one for one in note[1::2]), file


def test_a_note_shown_by_pointing_gets_its_links_when_they_have_come(address, page):  # noqa: F811
    page.goto(address + "amendment/")
    assert page.locator(".mend").count() == 0
    page.locator(".footnote-ref").first.hover()
    note = page.locator("#note")
    note.get_by_role("link", name="Report").wait_for()
    assert note.get_by_role("link", name="Correct").get_attribute("href").startswith("https://git.invalid/")
    assert page.locator(".footnote .mend").count() == page.locator(".footnote li").count()


def test_without_the_file_a_note_says_the_same(address, page):  # noqa: F811
    page.route("**/notes.json", lambda route: route.abort())
    page.goto(address + "amendment/")
    page.locator(".footnote-ref").first.hover()
    page.locator("#note").wait_for()
    page.wait_for_timeout(300)
    assert page.locator(".mend").count() == 0 and len(page.locator("#note").inner_text()) > 20


def test_links_are_not_fetched_before_a_note_is_looked_at(address, page):  # noqa: F811
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "amendment/", wait_until="networkidle")
    assert not any(url.endswith("notes.json") for url in asked)
    page.evaluate("document.querySelector('.notes').dispatchEvent(new Event('toggle'))")  # as when early.js closes it
    page.wait_for_timeout(200)
    assert not any(url.endswith("notes.json") for url in asked)
    page.locator(".notes > summary").click()
    page.locator(".footnote .mend").first.wait_for()
