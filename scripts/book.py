"""Pages of the built site as chapters of one document, for `scripts/pdf.py` and `scripts/epub.py`."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from mkdocs.config import load_config

from macros.render.addresses import built
from macros.render.formats import slug

__all__ = ["Chapter", "XHTML", "chapter", "parts", "relink", "tell", "without"]

XHTML = "{http://www.w3.org/1999/xhtml}"
_HERE = "http://site.invalid/"  # what addresses of the site begin with while they are worked out
_ASIDE = {"headerlink", "mend", "footnote-backref", "chart__files", "tools", "more", "pdfs",
          "epubs"}  # what nobody can use outside the site
_PLACE = re.compile(r'<h2 id="take-along">.*?</h2>\s*<p>.*?</p>', re.S)  # what the files are told after
_MOVABLE = {"button", "input", "select", "form", "script"}


@dataclass
class Chapter:
    """A page: its address from the root of the site, a name for files and ids, its title, and its article."""

    address: str
    name: str
    title: str
    article: Element


def parts(settings: Path) -> dict[str, list[str]]:
    """The sections of the menu, each with the addresses of its pages; a page by itself is a section of its own.

    A page that is too long for one is followed by its parts, which lie in a folder of its name, outside the menu.
    """
    found: dict[str, list[str]] = {}
    docs = settings.with_name("docs")
    for entry in load_config(str(settings)).nav:
        title, inside = next(iter(entry.items())) if isinstance(entry, dict) else (entry, entry)
        found[title.removesuffix(".md").capitalize()] = [
            built(part.relative_to(docs).as_posix()) for path in _paths(inside)
            for part in (docs / path, *sorted((docs / path).with_suffix("").glob("*.md")))]
    return found


def _paths(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    else:
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(inner)


def chapter(site: Path, address: str) -> Chapter:
    """The page at `address` of the built site."""
    tree = html5lib.parse((site / address / "index.html").read_text("utf-8"))
    article = next(tree.iter(f"{XHTML}article"))
    without(article, lambda one: one.tag.removeprefix(XHTML) in _MOVABLE or bool(
        _ASIDE & set(one.get("class", "").split())))
    title = " ".join("".join(next(article.iter(f"{XHTML}h1")).itertext()).split())
    return Chapter(address, slug(address) or "home", title, article)


def without(element: Element, is_out: Callable[[Element], bool]) -> None:
    """Takes out of `element` all elements inside it of which that is true; words after them stay."""
    for parent in list(element.iter()):
        for child in [child for child in parent if is_out(child)]:
            at = list(parent).index(child)
            if child.tail and at:
                parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
            elif child.tail:
                parent.text = (parent.text or "") + child.tail
            parent.remove(child)


def relink(one: Chapter, inside: Callable[[str, str], str | None]) -> None:
    """Makes links fit a document: `inside` answers a link to an address and anchor that are in it, None else.

    Other links lead to the published site, whose address is in `SITE_URL`, or nowhere where it has none.
    """
    home = os.environ.get("SITE_URL", "").rstrip("/")
    for link in [link for link in one.article.iter() if link.get("href")]:
        there = urlsplit(urljoin(_HERE + one.address, link.get("href")))
        if f"{there.scheme}://{there.netloc}/" != _HERE:
            continue
        to = inside(re.sub(r"^/|index\.html$", "", there.path), there.fragment)
        if to is None and home:
            to = home + there.path + (f"#{there.fragment}" if there.fragment else "")
        if to is None:
            del link.attrib["href"]
        else:
            link.set("href", to)


def tell(site: Path, form: str, files: dict[str, Path]) -> None:
    """Links files of a form, such as "PDF", on the built page of data, with sizes, where they lie in the site."""
    page, kind = site / "data" / "index.html", f"{form.lower()}s"
    if not files or not all(file.is_relative_to(site) for file in files.values()) or not page.exists():
        return
    links = "".join(f'<li><a href="../{file.relative_to(site).as_posix()}">{html.escape(title)}</a>, {form}, '
                    f"{file.stat().st_size / 1e6:.1f} MB</li>" for title, file in files.items())
    text = re.sub(rf'<ul class="{kind}">.*?</ul>', "", page.read_text("utf-8"))
    page.write_text(_PLACE.sub(lambda found: f'{found[0]}<ul class="{kind}">{links}</ul>', text, count=1), "utf-8")
