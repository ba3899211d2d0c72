"""What stands around a page's text: dates, next pages, its kinds of sources, how to cite and to correct it."""

from __future__ import annotations

import re
from collections import Counter

from ..records.schema import KINDS
from . import citations, repository_links
from .cited_sources import counted
from .contact import contact
from .context import PageContext
from .footnotes import site_link
from .sections import feed_path, section_of

__all__ = ["around", "cited", "feeds", "terms"]

_WORD = re.compile(r"[A-Z][\w+-]+")


def around(page: PageContext) -> dict[str, object]:
    """What the templates above and below the text are given."""
    checked = [page.records.checked(entry) for entry in page.entries()]
    head = page.heads[page.path]
    return {"head": head, "first": min(checked, default=None), "last": max(checked, default=None),
            "count": len(page.notes), "kinds": _kinds(page),
            "edit": repository_links.edit_link(f"docs/{page.path}", 1),
            "form": repository_links.form_link("unclear-page", page=page.path),
            "contact": contact(page.path), "cited": citations.words(cited(page)),
            "cite_file": page.link(f"cite/{citations.file_name(page.path)}"),
            "feeds": [(name, page.link(path)) for path, name in reversed(feeds(page))],
            "next": [(page.heads[path].title, page.link(path)) for path in head.next if page.heads.get(path)]}


def feeds(page: PageContext) -> list[tuple[str, str]]:
    """The feeds that tell of the page: path and name, that of the whole site first."""
    own = section_of(page.path)
    first = page.heads.get(f"{own}/index.md") if own else None
    return [(feed_path(""), "whole site"), *([(feed_path(own), first.title)] if first else [])]


def cited(page: PageContext) -> citations.Cited:
    """The page as it is cited."""
    return citations.Cited(page.heads[page.path], page.path, site_link(page.path), page.version)


def terms(page: PageContext, text: str) -> dict[str, str]:
    """Abbreviations in `text` that the glossary explains, and what a tooltip says of each."""
    words = set(_WORD.findall(text))
    known = (entry.record for table in page.records.tables.values()
             if table.head.record.kind == "term" for entry in table.rows)
    return {term.term: term.short for term in known if term.tooltip and term.term in words}


def _kinds(page: PageContext) -> list[str]:
    """How many sources of each kind the page rests on, strongest first."""
    kinds = Counter(page.records.sources[key].record.kind for key in page.sources if key in page.records.sources)
    return [counted(kind, kinds[kind]) for kind in KINDS if kinds[kind]]
