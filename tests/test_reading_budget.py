"""How long pages are to read: a table of the topic pages, and what it may say at most.

With script, notes and tables folded, on a phone of 390 × 844. A test that fails prints the table, worst first.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

from scripts.browser import serving
from tests.test_first_screen import PAGES as FIRST_SCREEN

PHONE, DESK = (390, 844), (1280, 800)
SECTIONS = ("amendment", "countries", "middle-corridor", "critical-minerals", "counterterrorism", "context")
MIDDLE_SCREENS, LARGEST_SCREENS = 14, 24
MIDDLE_NOTE_WORDS = 1_800  # without the list of sources, which each page has once
MIDDLE_PROSE_WORDS = 700
FIRST_PAGE_WORDS = (900, 1_500)  # a section's first page
PICTURE_SCREENS = 2  # for pages that test_first_screen does not name
_WORDS = r"/[\p{L}\p{N}][^\s]*/gu"
MEASURE = f"""() => {{
  const article = document.querySelector("article")
  const words = parts => parts.map(one => one.textContent).join(" ").match({_WORDS})?.length ?? 0
  article.querySelectorAll(".mend").forEach(link => link.remove()) // leads to the code host, and is no note
  const apart = ".footnote, table, figure, ul, ol, dl, details, aside, nav, footer, .closing, .page-dates, .key-facts"
  const notes = article.querySelector(".footnote")
  const end = (notes ?? article).getBoundingClientRect()[notes ? "top" : "bottom"] + scrollY
  return [end, words([...article.querySelectorAll(".footnote")]),
    words([...article.querySelectorAll("p")].filter(one => !one.closest(apart)))]
}}"""
PICTURE = """() => Math.min(
  ...[...document.querySelectorAll("article :is(figure:is(.map, .chart) svg, .flow, .comparison)")]
  .map(one => one.getBoundingClientRect()).filter(box => box.height > 0).map(box => box.top + scrollY))"""


class Page(NamedTuple):
    """A page in figures: screens of a phone, words, and how many screens down its first picture begins."""

    path: str
    screens: float
    notes: int
    prose: int
    phone: float
    desk: float


@pytest.fixture(scope="module")
def pages(built: Path, browser) -> list[Page]:
    """Every topic page, measured."""
    paths = [f"{file.parent.relative_to(built).as_posix()}/" for section in SECTIONS
             for file in sorted((built / section).rglob("index.html"))]
    page = browser.new_page()
    with serving(built) as address:
        found = [_measured(page, address, path) for path in paths]
    page.close()
    return found


def _measured(page, address: str, path: str) -> Page:
    page.set_viewport_size(dict(zip(("width", "height"), PHONE, strict=True)))
    page.goto(address + path)
    end, notes, prose = page.evaluate(MEASURE)
    phone = (page.evaluate(PICTURE) or float("inf")) / PHONE[1]
    page.set_viewport_size(dict(zip(("width", "height"), DESK, strict=True)))
    return Page(path, end / PHONE[1], notes, prose, phone, (page.evaluate(PICTURE) or float("inf")) / DESK[1])


def table(pages: list[Page]) -> str:
    """The pages, longest first, with the middle of each figure at the foot."""
    lines = [f"{one.screens:7.1f} {one.notes:6} {one.prose:6} {one.phone:6.1f} {one.desk:5.1f}  {one.path}"
             for one in sorted(pages, key=lambda one: -one.screens)]
    middle = [median(figures) for figures in zip(*(one[1:] for one in pages), strict=True)]
    foot = "{:7.1f} {:6.0f} {:6.0f} {:6.1f} {:5.1f}  (middle)".format(*middle)
    return "\n".join(["", "screens  notes  prose  picture: phone, desk", *lines, foot])


def expect(fits: bool, what: str, pages: list[Page]) -> None:
    """Fails with `what` and the table of `pages` unless it `fits`."""
    if not fits:
        pytest.fail(f"{what}{table(pages)}", pytrace=False)


def test_pages_are_no_longer_than_they_may_be(pages):
    screens = [one.screens for one in pages]
    expect(median(screens) <= MIDDLE_SCREENS, f"middle page: {median(screens):.1f} screens, at most {MIDDLE_SCREENS}",
           pages)
    expect(max(screens) <= LARGEST_SCREENS, f"longest page: {max(screens):.1f} screens, at most {LARGEST_SCREENS}",
           pages)


def test_notes_are_shorter_and_prose_longer(pages):
    notes, prose = (median(figures) for figures in list(zip(*pages, strict=True))[2:4])
    expect(notes <= MIDDLE_NOTE_WORDS, f"middle page: {notes:.0f} words of notes, at most {MIDDLE_NOTE_WORDS}", pages)
    expect(prose >= MIDDLE_PROSE_WORDS, f"middle page: {prose:.0f} words of prose, at least {MIDDLE_PROSE_WORDS}",
           pages)


def test_the_first_page_of_a_section_is_one_story(pages):
    least, most = FIRST_PAGE_WORDS
    first = [one for one in pages if one.path.count("/") == 1]
    assert len(first) == len(SECTIONS)
    expect(all(least <= one.prose <= most for one in first), f"a section's first page: {least} to {most} words",
           first)


def test_a_picture_comes_soon(pages):
    others = [one for one in pages if one.path not in FIRST_SCREEN]
    late = [one for one in others if max(one.phone, one.desk) > PICTURE_SCREENS]
    expect(not late, f"the first picture is more than {PICTURE_SCREENS} screens down, or there is none", late)


def test_the_table_names_the_longest_page_first():
    pages = [Page("short/", 3.25, 40, 500, 0.5, 0.5), Page("long/", 20, 4000, 300, 3, 2)]
    assert table(pages) == ("\nscreens  notes  prose  picture: phone, desk\n"
                            "   20.0   4000    300    3.0   2.0  long/\n"
                            "    3.2     40    500    0.5   0.5  short/\n"
                            "   11.6   2020    400    1.8   1.2  (middle)")
    with pytest.raises(pytest.fail.Exception, match="too long\nscreens"):
        expect(False, "too long", pages)
