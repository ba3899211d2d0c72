"""What can be counted on: the same build again, valid HTML, and print that loses nothing."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from tests.copies import contents, copy, run
from tests.test_browser import address, paths  # noqa: F401

# A build on another day: the clock is a year ahead, and the two zones never have the same date.
LATER = "import time; now = time.time; time.time = lambda: now() + 4e7; from mkdocs.__main__ import cli; cli()"
BUILD = ("build", "--strict", "--quiet", "--site-dir", "site")
OTHERWISE = {"PYTHONHASHSEED": "2", "TZ": "Etc/GMT-14", "LC_ALL": "POSIX"}

# What the theme's own HTML has wrong, by html5lib's name of the fault, each with the reason it stays.
FAULTS_OF_THE_THEME: dict[str, str] = {}


def test_two_builds_of_one_state_are_the_same_byte_for_byte(built, tmp_path):
    folder = copy(tmp_path / "another folder" / "two")
    build = run(folder, "-c", LATER, *BUILD, **OTHERWISE)
    assert (build.communicate()[0], build.returncode) == ("", 0)
    first, second = contents(built), contents(folder / "site")
    assert len(first) > 100 and list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


def faults(file: Path) -> list[tuple[str, str]]:
    """What a strict parser reports of a page: the line, and the name of the fault."""
    parser = html5lib.HTMLParser()
    parser.parse(file.read_text("utf-8"))
    return [(f"{file.name}:{place[0]}", name) for place, name, _ in parser.errors if name not in FAULTS_OF_THE_THEME]


def test_the_html_of_every_page_is_valid(built):
    pages = sorted(built.rglob("*.html"))
    assert (built / "404.html") in pages
    assert {file.relative_to(built).as_posix(): found for file in pages if (found := faults(file))} == {}


@pytest.mark.parametrize("html", ["<p>no type", "<!doctype html><p></b>", "<!doctype html><p id=a id=b>"])
def test_a_fault_in_html_is_found(tmp_path, html):
    (tmp_path / "page.html").write_text(html, "utf-8")
    assert faults(tmp_path / "page.html") != []


# Parts of an article that are not printed: nothing in them can be read or followed on paper.
NOT_PRINTED = [
    ".tools",  # boxes to filter and sort: what they do is undone before printing
    ".twin > summary, .twin figcaption",  # what unfolds on the screen; under its chart the table needs no title again
    ".chooser",  # the choice of two countries: on paper all stand side by side
    ".more",  # buttons that show the rest of what begins short: on paper it is there
    ".headerlink",  # the mark that links to its own heading
    ".footnote-backref",  # the arrow from a note back to its figure
    ".mend",  # in each note, leads to forms on the screen; the end of the page prints both addresses once
    'figcaption a[href$=".csv"]',  # a file to download
    ".map__numbers--narrow, .map__numbers--wide",  # name the numbers of the drawing that is not printed
    ".chart__files",  # files to download
    ".chart__frame svg, .chart__panel svg, .map__frame svg",  # maps are drawn twice; looked at by themselves
]
LOST = """unprinted => {
  const article = document.querySelector("article"), found = []
  const say = (what, element, words) => found.push([what, element.localName, words.trim().slice(0, 60)])
  const seen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
  for (const fold of article.querySelectorAll("details:not([open])")) say("closed", fold, fold.textContent)
  for (const figure of article.querySelectorAll(".chart__frame, .map__frame"))
    if (![...figure.querySelectorAll("svg")].some(seen)) say("not drawn", figure, figure.className)
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (texts.currentNode.data.trim() && !element.closest(unprinted) && !seen(element))
      say("not shown", element, texts.currentNode.data)
  }
  for (const element of article.querySelectorAll(`:not(:is(${unprinted}), :is(${unprinted}) *, svg *)`)) {
    const style = getComputedStyle(element)
    if ([style.overflowX, style.overflowY].some(value => value !== "visible") && !element.matches("svg"))
      say("may be cut off", element, element.className)
  }
  for (const link of article.querySelectorAll("a[href^=http]")) {
    const printed = getComputedStyle(link, "::after")
    if (!printed.content.includes(link.getAttribute("href")) || printed.display === "none")
      say("no address", link, link.href)
  }
  const paper = document.documentElement
  if (paper.scrollWidth > paper.clientWidth) say("wider than paper", paper, `${paper.scrollWidth}`)
  return found
}"""


@pytest.fixture(scope="module")
def paper(browser):
    """A page of A4 with margins of one centimeter, as Chromium prints it."""
    context = browser.new_context(viewport={"width": 718, "height": 1047})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def test_print_loses_nothing_on_any_page(built, address, paper):  # noqa: F811
    lost = {}
    for path in paths(built):
        paper.goto(address + path.removeprefix("./"))
        if found := paper.evaluate(LOST, ", ".join(NOT_PRINTED)):
            lost[path] = found
    assert lost == {}


@pytest.mark.parametrize(("html", "said"), [
    ("<details><summary>More</summary>It</details>", ["closed", "details", "MoreIt"]),
    ("<p hidden>It</p>", ["not shown", "p", "It"]),
    ('<div class="cut" style="overflow: auto">It</div>', ["may be cut off", "div", "cut"]),
    ('<a href="http://x.invalid/">It</a>', ["no address", "a", "http://x.invalid/"]),
    ('<p style="width: 900px">It</p>', ["wider than paper", "html", "908"]),
])
def test_what_print_loses_is_found(paper, html, said):
    paper.goto("about:blank")  # where no policy bars the styles planted here
    paper.set_content(f"<!doctype html><article>{html}</article>")
    assert said in paper.evaluate(LOST, ", ".join(NOT_PRINTED))
