"""The whole site as text: every record, every page, and every problem in them."""

from __future__ import annotations

import gc
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from pathlib import Path
from time import monotonic

from ..records.entries import Records
from ..records.loading import load
from ..records.problems import Problem
from ..records.schema import Search
from ..render.citations import version
from ..render.context import PageContext, Purpose
from ..render.templates import forget, unrendered
from .page_files import check_names, read_pages, text_faults
from .pages import Page, render
from .redirects import Redirects, read_redirects
from .rules import checks, links
from .rules.menu import check_menu
from .rules.numbered import check_figures, check_numbers
from .rules.proofs import check_places
from .rules.site_settings import check_environment, check_outlines, check_settings
from .search_words import read_search

__all__ = ["Site", "current"]

# Macros that need every other page, in the order in which they need each other.
_LATE = {**dict.fromkeys(("claim_index", "dictionary_index", "event_index", "open_questions"), 1), "source_list": 2,
         "source_index": 3}
_SUFFIXES = {".md", ".yml", ".yaml", ".jinja", ".py"}


@dataclass(repr=False)  # too much to print where a test fails
class Site:
    """Records, pages, the Markdown they make, and what is wrong with them."""

    root: Path
    records: Records
    purpose: Purpose = "publish"
    pages: dict[str, Page] = field(default_factory=dict)
    contexts: dict[str, PageContext] = field(default_factory=dict)
    markdown: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    by_text: dict[str, list[str]] = field(default_factory=dict)
    search: Search = field(default_factory=Search)
    redirects: Redirects = field(default_factory=Redirects)
    reading: str = ""

    @classmethod
    def read(cls, root: Path, purpose: Purpose = "publish") -> Site:
        """The site under `root`; its problems are in it. Its Markdown is fit for its purpose only."""
        gc.disable()  # what is read now stays; collecting in between finds nothing and costs a sixth
        try:
            return cls._read(root, purpose)
        finally:
            gc.freeze()
            gc.enable()

    @classmethod
    def _read(cls, root: Path, purpose: Purpose) -> Site:
        site = cls(root, load(root), purpose)
        site.problems += [*check_environment(), *site.records.problems] + list(checks.check_records(site.records))
        site.pages, problems = read_pages(root / "docs")
        site.problems += problems + list(check_names(site.pages))
        if purpose != "compare":  # which reads data and pages alone
            site.problems += check_menu(root, site.pages)
        site.problems += [*check_settings(root, site.records, site.pages), *check_outlines(root)]
        site.search, problems = read_search(root, site.pages)
        site.problems += problems
        for file in sorted((root / "overrides").rglob("*.html")):
            site.problems += text_faults(file, file.relative_to(root).as_posix())
        for path in site.pages:
            site.by_text.setdefault(site._body(path), []).append(path)
        with unrendered() if purpose == "check" else nullcontext():
            site._render_pages()
        if all(page.text.endswith("\n") for page in site.pages.values()):  # of one cut off, nobody knows what it shows
            site.problems += checks.check_use(site.records, site.contexts)
        anchors = links.anchors_of(site.pages, site.contexts, site.markdown)
        site.problems += links.check(site.pages, anchors, root / "docs")
        site.redirects, problems = read_redirects(root, anchors, site.markdown)
        site.problems += problems
        if not site.records.is_unfit:
            site.problems += [*check_numbers(site.records, site.pages), *check_figures(site.pages)]
        site.problems += check_places(site.records, site.pages)
        site.problems += links.check_records(site.records, anchors)
        return site

    def rendered(self, text: str) -> str | None:
        """The Markdown of the page whose text without its head is `text`; None if unknown, or if two pages have it.

        An engine that says which page it reads sets `reading`; its word decides between pages of the same text.
        """
        text = text.strip()
        if self.reading in self.pages and self._body(self.reading) == text:
            return self.markdown[self.reading]
        paths = self.by_text.get(text, ())
        return self.markdown.get(paths[0]) if len(paths) == 1 else None

    def _body(self, path: str) -> str:
        page = self.pages[path]
        return page.text[page.body:].strip()

    def _render_pages(self) -> None:
        heads = {path: page.head for path, page in self.pages.items()}
        late = {path: max((_LATE.get(call.name, 0) for call in page.calls), default=0)
                for path, page in self.pages.items()}
        for path in sorted(self.pages, key=late.get):
            page = self.pages[path]
            tables = frozenset(name for call in page.calls if call.name == "table"
                               for name in call.args[:1] if isinstance(name, str))
            context = PageContext(self.records, path, tables, self.contexts, heads,
                              version(self.root), self.purpose)
            self.markdown[path], problems = render(page, context)
            self.contexts[path] = context
            self.problems += problems


def current(root: Path, again: bool = False) -> Site:
    """The site under `root` as its files are now.

    A build asks `again` as it begins, and has the same site to its end: a file saved meanwhile is in all of
    the next build. An engine that runs no hook never does; files are then looked at every half second at most,
    for it asks for each page, and looking at a thousand files takes longer than a page does.
    """
    now = monotonic()
    if again or root not in _seen or now > _seen[root][0]:
        _seen[root] = (inf if again else now + _PAUSE, _read(root, _stamp(root)))
    return _seen[root][1]


_PAUSE = 0.5  # seconds
_seen: dict[Path, tuple[float, Site]] = {}  # until when, and what


def _stamp(root: Path) -> tuple[tuple[str, int], ...]:
    files = (file for folder in ("docs", "data", "macros") for file in (root / folder).rglob("*")
             if file.suffix in _SUFFIXES)
    return tuple(sorted((str(file), file.lstat().st_mtime_ns) for file in files))


@lru_cache(maxsize=1)
def _read(root: Path, stamp: tuple[tuple[str, int], ...]) -> Site:
    forget()
    return Site.read(root)
