"""Pages for machines that read: each as Markdown without HTML at its address with `.md`, and a list, llms.txt."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from ..records.schema import settings
from ..render.addresses import site_link
from ..render.surroundings import section_of
from ..site.site import Site

__all__ = ["LIST", "list_of_pages", "plain", "write_pages"]

LIST = "llms.txt"
_DRAWN = re.compile(r'<svg\b.*?</svg>|<span class="mend">.*?</span>', re.S)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?=[\s/>])[^<>]*>")  # no address between < and >
_ATTRIBUTES = re.compile(r"^ *\{:[^}\n]*\} *$|(?<=\S) +\{#[\w-]+\} *$|^\*\[[^\]\n]+\]: .*$", re.M)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|quot|nbsp);", re.I)
_BLANKS = re.compile(r"[ \t]+$", re.M)
_GAPS = re.compile(r"\n{3,}")


def plain(markdown: str) -> str:
    """The Markdown of a page without drawings, HTML, attributes and links to forms; notes stay."""
    text = _ATTRIBUTES.sub("", _TAG.sub("", _DRAWN.sub("", markdown)))
    return _GAPS.sub("\n\n", _BLANKS.sub("", _ENTITY.sub(_letter, text))).strip() + "\n"


def _letter(entity: re.Match[str]) -> str:
    """The letter that an entity stands for, but for what would begin HTML."""
    letter = html.unescape(entity[0])
    return entity[0] if letter in "<>&" else letter


def write_pages(site: Site, folder: Path) -> None:
    """Writes every page as Markdown beside its HTML under `folder`."""
    for path, page in site.pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        text = page.text[:page.body].rstrip() + "\n\n" + plain(site.markdown[path])
        (folder / path).write_text(text, "utf-8", newline="\n")


def list_of_pages(site: Site) -> str:
    """The pages with what each says, section by section, in the form of llmstxt.org."""
    home = site.pages["index.md"].head
    return "\n".join([f"# {settings().title}", "", f"> {home.description}", "", "Every figure has a note with source, "
                      "period and day checked. Pages are Markdown; all records are in data/all.json.",
                      *_groups(site)]) + "\n"


def _groups(site: Site) -> Iterator[str]:
    base = site_link("index.md") or ""
    for section in sorted({section_of(path) for path in site.pages}):
        first = site.pages.get(f"{section}/index.md")
        yield from ("", f"## {first.head.title if first else section.capitalize() or 'The site'}", "")
        for path in sorted(path for path in site.pages if section_of(path) == section):
            head = site.pages[path].head
            yield f"- [{head.title}]({base}{path}): {head.description}"
