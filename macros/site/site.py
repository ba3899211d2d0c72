"""The whole site as text: every record, every page, and every problem in them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from pathlib import Path
from time import monotonic

from ..records.entries import Records
from ..records.loading import load
from ..records.problems import Problem
from ..render.citations import version
from ..render.context import PageContext, Purpose
from ..render.templates import forget, unrendered
from . import checks, links
from .numbered import check_numbers
from .pages import Page, read_page, render

__all__ = ["Site", "current"]

_LATE = {"source_list"}  # macros that need every other page first
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
    by_text: dict[str, str] = field(default_factory=dict)

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
        site.problems += site.records.problems + list(checks.check_records(site.records))
        site.problems += site._read_pages()
        with unrendered() if purpose == "check" else nullcontext():
            site._render_pages()
        site.problems += checks.check_use(site.records, site.contexts)
        site.problems += links.check(site.pages, site.contexts, root / "docs")
        site.problems += check_numbers(site.records, site.pages)
        site.problems += links.check_records(site.records, site.pages, site.contexts)
        return site

    def rendered(self, text: str) -> str | None:
        """The Markdown of the page whose text without its head is `text`; None if unknown."""
        path = self.by_text.get(text.strip())
        return self.markdown.get(path) if path else None

    def _read_pages(self) -> Iterator[Problem]:
        docs = self.root / "docs"
        for file in [docs] if docs.is_symlink() else sorted(docs.rglob("*")):
            path = file.relative_to(docs).as_posix()
            if file.is_symlink():
                yield Problem(f"docs/{path}".removesuffix("/."), 1, 1, "symbolic links are not published; "
                              "put the file itself here")
            elif file.suffix == ".md":
                page = read_page(f"docs/{path}", file.read_text("utf-8", errors="replace"))
                self.pages[path] = page
                self.by_text[page.text[page.body:].strip()] = path
                yield from page.problems

    def _render_pages(self) -> None:
        heads = {path: page.head for path, page in self.pages.items()}
        late = {path: any(call.name in _LATE for call in page.calls)
                for path, page in self.pages.items()}
        for path in sorted(self.pages, key=late.get):
            page = self.pages[path]
            tables = frozenset(call.args[0] for call in page.calls
                               if call.name == "table" and call.args)
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
