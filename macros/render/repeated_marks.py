"""Marks of one note that stand again later in the same sentence: the last of them serves them all.

A figure without a mark directly behind it rests on the next mark in its sentence. So a mark is left out only where the
same ones come again before the sentence ends and before any other mark.
"""

from __future__ import annotations

import re

__all__ = ["once"]

_FIRST = r"\[\^(?<!\]\[\^)(?<![.?!…]\[\^)(?<![.?!…][”\")]\[\^)"  # behind no other mark, and no end of a sentence
_MARKS = rf"({_FIRST}[\w-]+\](?:\[\^[\w-]+\])*)"
_LINKED_TO = r'((?:<span id="fnref:[^"]*"></span>)*)'  # where marks of other notes stood; see shared_notes.py
_ENDS = r"[.?!…][”\")*_]*\s|\n\s*(?:\n|[-*+:#>|]|\d+\.\s)|\||<(?!/?(?:span|abbr|small|em|strong)\b)"
_REPEATED = re.compile(rf"{_MARKS}{_LINKED_TO}(?=(?:(?!\[\^|{_ENDS}).)+\1(?!\[\^))", re.S)


def once(text: str) -> str:
    """A page's Markdown with the same marks once in a row: at the last figure of a sentence that they serve."""
    return _REPEATED.sub(r"\2", text)
