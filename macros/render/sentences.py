"""What a page says, sentence by sentence, without links, notes and markup: for comparing two states of it."""

from __future__ import annotations

import html
import re

__all__ = ["sentences", "words"]

_FRAME = re.compile(r'<section class="closing".*|<p class="page-dates".*?</p>', re.S)
_DRAWING = re.compile(r"<svg.*?</svg>", re.S)
_NOTE = re.compile(r"\[\^[^\]]+\]")
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:<[^>]*>|[^)]*)\)")
_INLINE = re.compile(r"</?(?:a|abbr|em|small|span|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_CELL = re.compile(r"\s*(?<!\\)\|\s*")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.:\w][^{}\n]*\}")
_RULE = re.compile(r"\|?[ :|-]*-[ :|-]*\|?")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]|])")
_MARKS = re.compile(r"^(?:#{1,6} +|[-*+] +|\d+\. +|> ?|: +)|\*\*|(?<!\\)`")
_REPLACED = ((_NOTE, ""), (_LINK, r"\1"), (_INLINE, ""), (_TAG, " "), (_ATTRIBUTES, ""), (_MARKS, ""), (_ESCAPE, r"\1"))
_END = re.compile(r"(?<=[.!?])[ ]+(?=[A-Z0-9“\"(])")


def sentences(markdown: str) -> list[str]:
    """The sentences of a filled page in order; a row of a table counts as one."""
    found = []
    for block in re.split(r"\n\s*\n", _DRAWING.sub("", _FRAME.sub("", markdown))):
        rows = block.split("\n") if block.lstrip().startswith(("|", "- ", "* ", "#", "<")) else [block]
        found += [sentence for row in rows for sentence in _of_row(row)]
    return found


def _of_row(row: str) -> list[str]:
    if _RULE.fullmatch(row.strip()):
        return []
    if row.lstrip().startswith("|"):
        return [words(_CELL.sub(" · ", row.strip("| ")))]
    return [part for part in _END.split(words(row)) if part]


def words(markdown: str) -> str:
    """Markdown as plain words on one line."""
    for pattern, by in _REPLACED:
        markdown = pattern.sub(by, markdown.strip())
    return " ".join(html.unescape(markdown).split())
