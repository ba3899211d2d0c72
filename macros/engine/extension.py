"""A Python-Markdown extension that fills pages from records; it needs no MkDocs.

Whoever converts a page hands in its text without the lines between `---`. The extension knows the
page by that text, so that the same extension runs in any engine built on Python-Markdown.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..records.problems import report
from ..site.site import current
from .html import plain_text
from .html.allow_list import forbidden
from .html.folded_notes import FoldedNotes

__all__ = ["FactsExtension", "makeExtension"]

_AHEAD_OF_ALL = 100  # Python-Markdown's own preprocessors have 30 and less
_NOT_SEARCHED = {"footnote", "cited", "page-dates", "closing"}
_LAST = -100
_AFTER_INLINE = 15  # its inline patterns have 20


class PageError(Exception):
    """The site has problems, or the page is none of its pages."""


class _Fill(Preprocessor):
    """Exchanges a page's text for its text with every call filled in."""

    def __init__(self, md: Markdown, root: Path) -> None:
        super().__init__(md)
        self.root = root

    def run(self, lines: list[str]) -> list[str]:
        site = current(self.root)
        if site.problems:
            raise PageError(report(site.problems))
        text = site.rendered("\n".join(lines))
        if text is None:
            raise PageError(f"a text that is no page under docs/, or that of two: {lines[:1]}")
        return text.split("\n")


class _Tables(Treeprocessor):
    """Gives table cells what readers and screen readers need: scope, row heads, labels.

    Notes and what frames a page are kept out of the theme's search, which would find little else.
    """

    def run(self, root: Element) -> None:
        for part in root.iter():
            if part.get("class") in _NOT_SEARCHED:
                part.set("data-search-exclude", "")
        for table in root.iter("table"):
            heads = list(table.iterfind("thead/tr/th"))
            names = [" ".join("".join(head.itertext()).split()) for head in heads]
            for head in heads:
                head.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                self._row(list(row), names)
            for cell in table.iter():
                self._align(cell)

    def _row(self, cells: list[Element], names: list[str]) -> None:
        for number, cell in enumerate(cells):
            if number == 0:
                cell.tag = "th"
                cell.set("scope", "row")
            else:
                cell.set("data-label", names[number])

    def _align(self, cell: Element) -> None:
        align = cell.attrib.pop("align", None) if cell.tag in ("td", "th") else None
        if align == "right":
            cell.set("class", "number")


class _Allowed(Postprocessor):
    """Refuses a page whose HTML holds what no page may hold."""

    def run(self, text: str) -> str:
        if found := sorted(set(forbidden(text))):
            raise PageError(f"not allowed in a page: {'; '.join(found)}")
        return text


class FactsExtension(Extension):
    """Registers both processors; `root` is the project's folder."""

    def __init__(self, **options: object) -> None:
        self.config = {"root": [".", "The project's folder"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        root = Path(self.getConfig("root")).resolve()
        md.preprocessors.register(_Fill(md, root), "facts", _AHEAD_OF_ALL)
        md.treeprocessors.register(_Tables(md), "facts-tables", _AFTER_INLINE)
        md.treeprocessors.register(FoldedNotes(md), "facts-notes", _AFTER_INLINE - 1)
        plain_text.register(md)
        md.postprocessors.register(_Allowed(md), "facts-allowed", _LAST)


def makeExtension(**options: object) -> FactsExtension:
    """The extension, as Python-Markdown asks for it by name."""
    return FactsExtension(**options)
