"""A PDF of the story and of each section of the built site: `python -m scripts.pdf SITE OUT [SECTION …]`.

Chromium prints the pages with the site's own style for paper, which numbers them and prints every note; a list of
contents is put in front, and the reader's outline has every heading.
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path

import html5lib
from playwright.sync_api import Browser, sync_playwright

from macros.render.formats import slug
from scripts.book import Chapter, chapter, parts, relink
from tests.browser import ARGUMENTS, find, serving

__all__ = ["document", "main", "tell"]

_ROOT = Path(__file__).resolve().parents[1]
_REFERS = ("id", "for", "aria-labelledby", "aria-describedby")
_PLACE = re.compile(r'<h2 id="take-along">.*?</h2>\s*<p>.*?</p>', re.S)  # what the files are told after
_ADDRESS = re.compile(r"url\(#")
_STYLE = "article + article { break-before: page; } article.contents { columns: 1 !important; }"


def main(site: Path, out: Path, wanted: list[str]) -> None:
    """Writes the PDF of each section that is wanted, of all but single pages other than the story if none is named."""
    sections = {title: pages for title, pages in parts(_ROOT / "mkdocs.yml").items()
                if (slug(title) in wanted if wanted else len(pages) > 1 or title == "Story")}
    out.mkdir(parents=True, exist_ok=True)
    files = {}
    with sync_playwright() as playwright, serving(site) as address:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for title, pages in sections.items():
            html = document(site, title, [chapter(site, page) for page in pages])
            files[title] = out / f"{slug(title)}.pdf"
            _print(browser, address + pages[0], html, files[title])
        browser.close()
    tell(site, files)


def tell(site: Path, files: dict[str, Path]) -> None:
    """Links the files on the built page of data, each with its size, where they lie in the site."""
    page = site / "data" / "index.html"
    if not files or not all(file.is_relative_to(site) for file in files.values()) or not page.exists():
        return
    links = "".join(f'<li><a href="../{file.relative_to(site).as_posix()}">{escape(title)}</a>, PDF, '
                    f"{file.stat().st_size / 1e6:.1f} MB</li>" for title, file in files.items())
    html = re.sub(r'<ul class="pdfs">.*?</ul>', "", page.read_text("utf-8"))
    page.write_text(_PLACE.sub(lambda found: f'{found[0]}<ul class="pdfs">{links}</ul>', html, count=1), "utf-8")


def document(site: Path, title: str, chapters: list[Chapter]) -> str:
    """One page of HTML with all chapters, framed as the first of them is; ids begin with the name of their chapter."""
    names = {one.address: one.name for one in chapters}
    for one in chapters:
        relink(one, lambda there, anchor: "--".join(filter(None, [f"#{names[there]}", anchor]))
               if there in names else None)
        _rename(one)
    whole = (site / chapters[0].address / "index.html").read_text("utf-8")
    before, after = whole.partition("<article")[0], whole.rpartition("</article>")[2]
    before = re.sub(r'(?<= data-title=")[^"]*', escape(title), before, count=1)
    contents = "".join(f'<li><a href="#{one.name}">{escape(one.title)}</a></li>' for one in chapters)
    front = (f'<article class="md-content__inner md-typeset contents"><h1>{escape(title)}</h1><ol>{contents}</ol>'
             "</article>" if len(chapters) > 1 else "")
    before = before.replace("</head>", f"<style>{_STYLE}</style></head>", 1)
    return before + front + "".join(map(_html, chapters)) + after


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


def _print(browser: Browser, address: str, html: str, file: Path) -> None:
    page = browser.new_context(bypass_csp=True, java_script_enabled=False).new_page()
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(address)
    page.emulate_media(media="print")
    file.write_bytes(page.pdf(format="Letter", outline=True, tagged=True, prefer_css_page_size=True))
    page.context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
