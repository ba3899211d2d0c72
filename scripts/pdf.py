"""A PDF of the story and of each section of the built site: `python -m scripts.pdf SITE OUT [SECTION …]`.

Chromium prints the pages with the site's own style for paper, which numbers them and prints every note; a list of
contents is put in front, and the reader's outline has every heading. It knows no numbers of pages in a text, so that
a section is printed twice: its contents have the numbers of the first time.
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from urllib.parse import urljoin

import html5lib
from playwright.sync_api import Browser, sync_playwright

from macros.render.formats import slug
from scripts.book import Chapter, chapter, parts, relink, tell
from scripts.browser import ARGUMENTS, find, serving

__all__ = ["document", "main", "sheets_of"]

_ROOT = Path(__file__).resolve().parents[1]
_REFERS = ("id", "for", "aria-labelledby", "aria-describedby")
_ADDRESS = re.compile(r"url\(#")
_STYLE = ("article + article { break-before: page; } article.contents { columns: 1 !important; } "
          "article.contents li { display: flex; justify-content: space-between; gap: 1em; }")
_SHEET = re.compile(rb"^(\d+) 0 obj\n<</Type /Page\n", re.M)
_SHEETS = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_BEGINS = re.compile(rb"/([\w.:-]+) \[(\d+) 0 R /XYZ ")  # an id, and the object that is its page


def main(site: Path, out: Path, wanted: list[str]) -> None:
    """Writes the PDF of each section that is wanted, of all but single pages other than the story if none is named."""
    sections = {title: pages for title, pages in parts(_ROOT / "mkdocs.yml").items()
                if (slug(title) in wanted if wanted else len(pages) > 1 or title == "Story")}
    out.mkdir(parents=True, exist_ok=True)
    files = {}
    with sync_playwright() as playwright, serving(site) as address:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for title, pages in sections.items():
            files[title] = out / f"{slug(title)}.pdf"
            files[title].write_bytes(_printed(browser, address, site, title, pages))
        browser.close()
    tell(site, "PDF", files)


def _printed(browser: Browser, address: str, site: Path, title: str, pages: list[str]) -> bytes:
    def once(sheets: dict[str, int]) -> bytes:
        html = document(site, title, [chapter(site, page) for page in pages], sheets)
        return _print(browser, address + pages[0], html)

    first = once({})
    return once(sheets_of(first)) if len(pages) > 1 else first


def sheets_of(pdf: bytes) -> dict[str, int]:
    """The number of the sheet on which each id stands, in a PDF as Chromium writes it."""
    order = {page: number for number, page in enumerate(_SHEET.findall(pdf), 1)}
    return {id.decode(): order[page] for id, page in _BEGINS.findall(pdf)}


def document(site: Path, title: str, chapters: list[Chapter], sheets: dict[str, int]) -> str:
    """One page of HTML with all chapters, framed as the first of them is; ids begin with the name of their chapter.

    sheets: numbers for the list of contents, by the names of chapters, where they are known.
    """
    names = {one.address: one.name for one in chapters}
    for one in chapters:
        relink(one, lambda there, anchor: "--".join(filter(None, [f"#{names[there]}", anchor]))
               if there in names else None)
        _rename(one)
    whole = (site / chapters[0].address / "index.html").read_text("utf-8")
    before, after = whole.partition("<article")[0], whole.rpartition("</article>")[2]
    before = re.sub(r'(?<= data-title=")[^"]*', escape(title), before, count=1)
    contents = "".join(f'<li><a href="#{one.name}">{escape(one.title)}</a> <span>{sheets.get(one.name, "")}</span></li>'
                       for one in chapters)
    front = (f'<article class="md-content__inner md-typeset contents"><h1>{escape(title)}</h1><ol>{contents}</ol>'
             "</article>" if len(chapters) > 1 else "")
    before = before.replace("</head>", f"{_more_styles(site, chapters)}<style>{_STYLE}</style></head>", 1)
    return before + front + "".join(map(_html, chapters)) + after


def _more_styles(site: Path, chapters: list[Chapter]) -> str:
    """Links to the style sheets that chapters have and the first one has not."""
    first, *others = ([urljoin(f"/{one.address}", href) for href in _SHEETS.findall(
        (site / one.address / "index.html").read_text("utf-8"))] for one in chapters)
    more = dict.fromkeys(sheet for some in others for sheet in some if sheet not in first)
    return "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in more)


def _rename(one: Chapter) -> None:
    for element in one.article.iter():
        for name in _REFERS:
            if said := element.get(name):
                element.set(name, " ".join(f"{one.name}--{id}" for id in said.split()))
        if fill := element.get("fill"):
            element.set("fill", _ADDRESS.sub(f"url(#{one.name}--", fill))
    one.article.set("id", one.name)


def _html(one: Chapter) -> str:
    return html5lib.serialize(one.article, omit_optional_tags=False, quote_attr_values="always")


def _print(browser: Browser, address: str, html: str) -> bytes:
    page = browser.new_context(bypass_csp=True, java_script_enabled=False).new_page()
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(address)
    page.emulate_media(media="print")
    pdf = page.pdf(format="Letter", outline=True, tagged=True, prefer_css_page_size=True)
    page.context.close()
    return pdf


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
