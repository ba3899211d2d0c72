"""What stands around a page: section, dates, next pages, kinds of sources, how to cite and correct it, whom to ask.

`CONTACT` in the environment of the build is an address of mail or of a page.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup

from ..records.problems import Problem, shown
from ..records.schema import KINDS
from . import addresses, citations
from .addresses import site_link
from .cited_sources import counted
from .context import PageContext

__all__ = ["around", "cited", "contact", "contact_faults", "feed_path", "feeds", "section_of", "sections", "terms"]

_WORD = re.compile(r"[A-Z][\w+-]+")
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_MAIL = re.compile(rf"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@{_HOST}")
_ADDRESS = re.compile(rf"https?://{_HOST}(?::\d{{1,5}})?(?:[/?#][A-Za-z0-9._~/?#=&%@+-]*)?")
_LONGEST = 200  # characters


def around(page: PageContext) -> dict[str, object]:
    """What the templates above and below the text are given."""
    head = page.heads[page.path]
    return {"head": head, "checked": page.checked(page.entries()), "kinds": _kinds(page),
            "edit": addresses.edit_link(f"docs/{page.path}", 1),
            "form": addresses.form_link("unclear-page", page=page.path),
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


def section_of(path: str) -> str:
    """The folder of a page, "" for one that stands beside the home page."""
    return path.partition("/")[0] if "/" in path else ""


def sections(paths: Iterable[str]) -> list[str]:
    """The folders among pages that have a first page, in the order of the alphabet."""
    return sorted(folder for path in paths if path.count("/") == 1 and path.endswith("/index.md")
                  for folder in [section_of(path)])


def feed_path(section: str) -> str:
    """Where the feed of a section is published; "" is that of the whole site."""
    return f"{section}/changes.xml" if section else "changes.xml"


def contact(page: str) -> tuple[str, Markup] | None:
    """Whom a reader of `page` may write to, in words, and the link; None without an address, or a sound one."""
    told = os.environ.get("CONTACT", "")
    if not told or contact_faults():
        return None
    if "://" in told:
        return "a person", Markup(told.replace("&", "&amp;"))
    return told, Markup(f"mailto:{told}?subject={quote('On ' + page)}")


def contact_faults() -> list[Problem]:
    """What is wrong with the address."""
    told = os.environ.get("CONTACT", "")
    if not told or len(told) <= _LONGEST and (_MAIL.fullmatch(told) or _ADDRESS.fullmatch(told)):
        return []
    return [Problem("CONTACT", 1, 1, f"{shown(told)} in the environment; wanted: an address of mail, as in "
                    "name@example.org, or of a page, as in https://example.org/contact")]
