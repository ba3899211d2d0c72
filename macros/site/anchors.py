"""The anchors of a page as the built page has them: Python-Markdown's rules on the text of its headings."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from markdown.extensions.toc import slugify, unique

__all__ = ["anchors"]

_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.M | re.S)
_HEADING = re.compile(r"^#{1,6}[ ]*(?P<atx>.+?)[ ]*#*[ ]*$|^(?P<setext>[^\n#>|*-][^\n]*)\n(?:=+|-+)[ ]*$", re.M)
_ID = re.compile(r"[ ]*\{:?[^}]*#([\w-]+)[^}]*\}[ ]*$")
_ATTRIBUTES = re.compile(r"[ ]*\{:[^}]*\}[ ]*$")
_NOTHING = re.compile(r"\[\^[^\]]+\]|<[^>]+>|(?<![\\\w])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`")
_NOTE = re.compile(r"\[\^[^\]]+\]|<[^>]+>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")


def anchors(markdown: str, ids: Iterable[str]) -> set[str]:
    """The ids in a page, filled or not: those of its headings, and `ids`, which what it calls has taken."""
    found = list(_HEADING.finditer(_CODE.sub("", markdown)))
    headings = [match["atx"] or match["setext"] for match in found]
    used = {*ids, *(said[1] for said in map(_ID.search, headings) if said)}
    for heading in headings:
        if not _ID.search(heading):
            unique(slugify(_words(heading), "-"), used)
    return used | {id for id in map(_literally, headings) if id.startswith("__")}


def _literally(heading: str) -> str:
    """The id that a heading might have where its underscores are no marks: one of the theme's own, perhaps."""
    text = _NOTE.sub("", _LINK.sub(r"\1", _ATTRIBUTES.sub("", heading)))
    return slugify(html.unescape(_ESCAPE.sub(r"\1", text)), "-")


def _words(heading: str) -> str:
    """The text of a heading without its marks, notes and links."""
    text = _LINK.sub(r"\1", _ATTRIBUTES.sub("", heading))
    return html.unescape(_ESCAPE.sub(r"\1", _NOTHING.sub("", text))).strip()
