"""Spares text the search for marks of Markdown that it cannot hold: a third of the time of converting it.

Python-Markdown leaves an `AtomicString` alone. Text without a mark is one while marks are sought, and plain text
again after. Links in two places are not sought at all; the check refuses their second half (see links.py).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

__all__ = ["register"]

_INLINE = 20  # where Python-Markdown seeks marks
_MARK = re.compile(r"[\\`*_\[<&\n]")
# those that begin with such a mark; with another pattern about, all text is searched
_PATTERNS = {"autolink", "automail", "backtick", "em_strong", "em_strong2", "entity", "escape", "footnote", "html",
             "image_link", "linebreak", "link", "not_strong"}
_IN_TWO_PLACES = {"image_reference", "reference", "short_image_ref", "short_reference"}


class _Plain(AtomicString):
    """Text that holds no mark."""


class _Spare(Treeprocessor):
    def run(self, root: Element) -> None:
        patterns = self.md.inlinePatterns
        if sum(name in patterns for name in _PATTERNS) == len(patterns):
            for part in root.iter():
                part.text, part.tail = _spared(part.text), _spared(part.tail)


class _Return(Treeprocessor):
    def run(self, root: Element) -> None:
        for part in root.iter():
            part.text, part.tail = _returned(part.text), _returned(part.tail)


def _spared(text: str | None) -> str | None:
    return _Plain(text) if text and type(text) is str and not _MARK.search(text) else text


def _returned(text: str | None) -> str | None:
    return str(text) if type(text) is _Plain else text


def register(md: Markdown) -> None:
    """Has `md` spare plain text, and seek no link in two places."""
    for name in _IN_TWO_PLACES:
        md.inlinePatterns.deregister(name, strict=False)
    md.treeprocessors.register(_Spare(md), "spare-plain-text", _INLINE + 1)
    md.treeprocessors.register(_Return(md), "return-plain-text", _INLINE - 1)
