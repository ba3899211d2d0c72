"""Links that open a source at the printed words: a real Chromium, on pages made for the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.schema import CitationFields
from macros.render.cited_sources import at_words
from scripts.browser import serving

FILLER = "<p>Nothing to the matter.</p>" * 200


def cited(*printed: str, locator: str | None = None) -> CitationFields:
    return CitationFields(source="a", locator=locator, printed=printed or None, read="2026-11-29" if printed else None)


@pytest.mark.parametrize(("url", "citation", "link"), [
    ("https://a.example/b", cited(), "https://a.example/b"),
    ("https://a.example/b", cited("993,000 tons", "two"), "https://a.example/b#:~:text=993%2C000%20tons"),
    ("https://a.example/b", cited("4,1 млн тонн"), "https://a.example/b#:~:text=4%2C1%20млн%20тонн"),
    ("https://a.example/b#c", cited("a-b"), "https://a.example/b#c:~:text=a%2Db"),
    ("https://a.example/b.pdf", cited("a", locator="p. 12, table 3"), "https://a.example/b.pdf#page=12"),
    ("https://a.example/b.PDF?x=1", cited("a", locator="page 3"), "https://a.example/b.PDF?x=1#page=3"),
    ("https://pypi.org/project/a/0.1.2/", cited("a"), "https://pypi.org/project/a/0.1.2/"),
    ("https://github.com/a/b", cited("a"), "https://github.com/a/b"),
    ("https://github.com/a/b/blob/c/d.md", cited("a"), "https://github.com/a/b/blob/c/d.md#:~:text=a"),
    ("https://a.example/b.pdf", cited("a", locator="sec. 4"), "https://a.example/b.pdf"),
])
def test_an_address_leads_to_the_words(url, citation, link):
    assert at_words(url, citation) == link


@pytest.mark.parametrize("words", ["993,000 tons", "4,1 млн тонн", "well-known & named", "29 июня 2000 года"])
def test_chromium_opens_the_page_at_the_words(browser, tmp_path: Path, words: str):
    text = words.replace("&", "&amp;")
    (tmp_path / "a.html").write_text(f"<!doctype html><meta charset=utf-8>{FILLER}<p>It was {text} then.</p>{FILLER}")
    with serving(tmp_path) as address:
        page = browser.new_page()
        page.goto(at_words(f"{address}a.html", cited(words)))
        page.wait_for_function("scrollY > 0", timeout=5000)
        place = page.evaluate("document.querySelectorAll('p')[200].getBoundingClientRect().top")
        assert 0 <= place < page.viewport_size["height"]
        page.close()
