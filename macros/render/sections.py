"""Sections: the folders of pages that have a first page of their own, and the feed of each."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["feed_path", "section_of", "sections"]


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
