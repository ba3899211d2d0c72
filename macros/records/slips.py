"""Slips in YAML, said in words for the person who made them: where each is, and what mends it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from .characters import mistyped

__all__ = ["LOADER", "advice", "comments", "slips"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAB = re.compile(r"^[^\t\n]*(\t)", re.M)
_COMMENT = re.compile(r"#[^\n]*")
_DOUBTFUL = re.compile(r"(?<=\S )#|(?<!\S)#+(?!#|\s|\Z)")  # one space before it, or none behind it
_CUT = ("# begins a comment here, and what follows is not read; put the value in quotes, or write a comment as two "
        "spaces, # and a space")
_QUOTE = "put the whole value in quotes"
_ALIGN = "it stands in no line with those above; give it the indentation of its neighbours"

# the parser's words, what the line looks like up to the mark, and what to do; the first that fits
_ADVICE = tuple((words, re.compile(before), what) for words, before, what in (
    ("mapping values are not allowed", r"[ -]*[^\s:]+: .*:?\Z|.*[{\[]", f"a colon inside of a value; {_QUOTE}"),
    ("mapping values are not allowed", "", "is there a space behind the colon in the line above?"),
    ("could not find expected ':'", "",
     "a line that is no key: value; a text that goes on stands further in than its key"),
    ("did not find expected ',' or", "", "a comma is missing here, or the bracket is not closed; a value with a comma, "
     "colon, bracket or # wants quotes"),
    ("did not find expected key", r"\s*\Z", _ALIGN),
    ("did not find expected '-' indicator", "", _ALIGN),
    ("unknown escape character", "", "use single quotes, in which a \\ stands for itself"),
    ("unexpected end of stream", "", "the quote is not closed; end the value with the quote with which it begins"),
    *((words, "", _QUOTE) for words in (
        "did not find expected key", "cannot start any token", "alphabetic or numeric", "mapping keys are not allowed",
        "sequence entries are not allowed", "node content", "comment or line break"))))


def slips(text: str) -> Iterator[tuple[int, str]]:
    """What no YAML of ours may hold, each with its offset: tabs, cut values, and what no text may."""
    yield from mistyped(text)
    for found in _TAB.finditer(text):
        yield found.start(1), "a tab; indent with spaces"
    if _DOUBTFUL.search(text):
        yield from ((offset, _CUT) for offset, _ in comments(text) if _DOUBTFUL.match(text, offset))


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Each comment in YAML and its offset: what stands between tokens, or behind the sign of a block of text."""
    end = 0
    try:
        for token in yaml.scan(text, Loader=LOADER):
            start = token.start_mark.index
            yield from ((end + found.start(), found[0]) for found in _COMMENT.finditer(text[end:start]))
            if getattr(token, "style", None) in ("|", ">"):
                sign = text[start:text.find("\n", start)]
                yield from ((start + found.start(), found[0]) for found in _COMMENT.finditer(sign))
            end = token.end_mark.index
    except yaml.YAMLError:
        pass  # told when the document is read


def advice(error: yaml.YAMLError, text: str) -> tuple[yaml.Mark, str]:
    """Where the slip is behind an error of the parser, and what it is: its words, and how to mend it."""
    begun = error.problem in ("found unexpected end of stream", "could not find expected ':'") and error.context_mark
    mark = begun or error.problem_mark
    before = text.split("\n")[mark.line][:mark.column] if mark.line < text.count("\n") + 1 else ""
    what = next((what for words, pattern, what in _ADVICE if words in error.problem and pattern.match(before)), "")
    return mark, error.problem + (f"; {what}" if what else "")
