"""What the Markdown of a page may hold, whichever engine reads it.

Engines differ in what is code, what is escaped and what is a link, and plain pages go to any of them. So the rules are
on characters and know no code: what could begin a tag, an attribute or a link in one engine is refused for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ...calls import CALLS
from ...records.characters import mistyped, odd
from ..pages import Page

__all__ = ["LOCAL", "MISPLACED", "check_prose"]

# No colon, backslash or entity, and no slash at the beginning: it cannot leave the host, however it is resolved.
LOCAL = r"(?!/)[\w./%~+-]*(?:#[^\"<>\\\s()]*)?"

_CHARACTERS, _HEADINGS, _BRACKETS = 100_000, 300, 100
_HEADING = re.compile(r"^#|^[=-]+[ ]*$", re.M)
_TABLE = re.compile(r"(?:^[ ]*\|(?!\|{6}).*(?:\n|\Z))+", re.M)
_UNDERLINED = re.compile(r"^[^\s#>|*+-][^|\n]*\n(?=-+[ ]*$)", re.M)
_LEVEL = re.compile(r"^(#{1,6})[ \t]+\S.*?(?:\{#([\w-]+)\}[ \t]*)?$", re.M)
_ID = re.compile(r"\{#[a-z0-9][\w-]*\}")
MISPLACED = re.compile(r"\{#([a-z0-9][\w-]*)\}(?=[ \t]*\S)")  # an id that stands where it makes none, and is told there
_BLOCK = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.S)

_Words = Callable[[re.Match[str]], str]
_NOTES = {"cite", "note"}  # they make [^name], which a colon or an address behind it would turn into something else
_REFUSED: tuple[tuple[re.Pattern[str], _Words], ...] = tuple((re.compile(pattern, re.M), words) for pattern, words in (
    (r"<(?!https?://[^\s<>\"'`\\{}]+>)[a-zA-Z/!?{][^>\n]*",
     lambda found: f"HTML in a page, {found[0][:20]!r}; write Markdown, or call a macro"),
    (r"\{(?!#[a-z0-9][\w-]*\})[^}\n]*\}?",
     lambda found: f"{found[0][:20]!r} in a page; braces hold calls, and the id of a heading as in {{#name}}"),
    (r"(?:\[([^\[\]\n]*))?\]:",
     lambda found: f"the address of {found[1] or ''!r} apart from its words; write [words](address)"
     if not (found[1] or "").startswith("^") else f"a note of the page's own, {found[1]!r}; notes come from calls"),
    (r"!\[(?![^\[\]\n]*\]\((?!https?:|mailto:)[^\s()]*\))",
     lambda found: "a picture that is none of this site; write ![words](file), with a file under docs/"),
    (r"^#{1,6}(?=[^#\s])", lambda found: f"{found[0]} without a space; a heading is {found[0]}, a space and its words"),
    (r"^#{1,6}[ \t]*(?:\{#[^}\n]*\})?[ \t]*$", lambda found: "a heading without words; write some, or take it out"),
    (r"\][ \t]+\((?=[^\s()]*(?:\.md|://))", lambda found: "a space in a link; write [words](address) without one"),
    (r"\)\[[^\[\]\n]*(?:\.md|://)[^\[\]\n]*\](?!\()",
     lambda found: "a link the wrong way round; write [words](address)"),
    (r"(?<![(<\[\w\"'`])https?://[^\s<>()]*",
     lambda found: f"an address alone, {found[0][:40]!r}; write [words](address)"),
    (r"!?\[[ \t]*\]\(",
     lambda found: "a picture without words; write ![what it shows](file)" if found[0][0] == "!" else
     "a link without words; write [words](address)"),
    (r"(?<=[\w.,;:)}”’%]) (?=\{\{ ?(?:note|cite)\()",
     lambda found: "a space before a note; its number stands at the word, as in word{{ note(...) }}"),
    (rf"(?<![\w/{{-])(?<!\{{ )(?:{'|'.join(CALLS)})\([\"'“‘]",
     lambda found: f"a call without its braces, {found[0]!r}; write {{{{ {found[0][:-1]}\"…\") }}}}"),
    (r"&#(?!(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});)",
     lambda found: "&# that names no character; write &amp;# for the marks"),
    (r"^(?:[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])){9}|^[ \t]{40}(?=[ \t]*\S)", lambda found: "lists nested too deeply")))


def check_prose(page: Page) -> Iterator[tuple[int, str]]:
    """What no page may hold, each with its offset in the text."""
    yield from odd(page.text)
    yield from mistyped(page.text)
    yield from _beside_calls(page)
    yield from _too_much(page)
    yield from _tables(page)
    yield from _headings(page)
    calls = [(call.start, call.end) for call in page.calls]
    for pattern, words in _REFUSED:
        for found in pattern.finditer(page.text, page.body):
            if not any(start <= found.start() < end for start, end in calls):
                yield found.start(), words(found)


def _headings(page: Page) -> Iterator[tuple[int, str]]:
    """A page without a title or with two, and parts that skip a level."""
    found = [*_LEVEL.finditer(page.text, page.body)]
    if page.head and page.text[page.body:].strip() and not any(one[1] == "#" for one in found):
        yield page.body, "no title; a page begins with # and the words of its title"
    for above, one in pairwise(found):
        if one[1] == "#":
            yield one.start(), "a second title; a page has one, and its parts begin with ##"
        elif one[1].startswith(f"{above[1]}##"):
            yield one.start(), f"{one[1]} under {above[1]}; write {above[1]}#, the next level"
    for one in _UNDERLINED.finditer(page.text, page.body) if page.head else ():
        yield one.start(), "a line of --- beneath makes a heading of these words; write ## before them"
    yield from _same_ids(page, found)
    for one in _ID.finditer(page.text, page.body):
        before, after = page.text[:one.start()].rpartition("\n")[2], page.text[one.end():].partition("\n")[0]
        if not before.startswith("#") or after.strip():
            yield one.start(), f"{one[0]} is the id of a heading; it stands at the end of one, as in ## Words {one[0]}"


def _same_ids(page: Page, headings: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    seen: dict[str, re.Match[str]] = {}
    for one in headings:
        if one[2] and (first := seen.setdefault(one[2], one)) is not one:
            line = page.text.count("\n", 0, first.start()) + 1
            yield one.start(2), f"the id {one[2]!r} stands at line {line} too; give each heading its own"


def _tables(page: Page) -> Iterator[tuple[int, str]]:
    """Typed tables that engines would show as text, and cells that they would leave out."""
    for block in _TABLE.finditer(page.text, page.body):
        rows = [*re.finditer(r"^[ ]*\|(.*?)\|?[ ]*$", block[0], re.M)]
        if len(rows) < 2 or not re.fullmatch(r"[ :|-]*-[ :|-]*", rows[1][1]):
            yield block.start(), "a table without a line of | --- | --- | under its head; write one"
            continue
        wanted = rows[0][1].count("|")
        for row in rows:
            if row[1].count("|") != wanted:
                yield (block.start() + row.start(),
                       f"{row[1].count('|') + 1} cells in a table of {wanted + 1}; give each row as many as the head")


def _too_much(page: Page) -> Iterator[tuple[int, str]]:
    """What engines would take minutes for."""
    if len(page.text) > _CHARACTERS:
        yield page.body, f"{len(page.text):,} characters; allowed in a page: {_CHARACTERS:,}"
    for number, found in enumerate(_HEADING.finditer(page.text, page.body), 1):
        if number == _HEADINGS + 1:
            yield found.start(), f"more than {_HEADINGS} headings in a page; split it by subject"
    for block in _BLOCK.finditer(page.text, page.body):
        if block[0].count("[") > _BRACKETS:
            yield block.start(), f"{block[0].count('[')} opening brackets in a paragraph; allowed: {_BRACKETS}"
        for mark in ("**", "`"):
            if block[0].count(mark) % 2:
                yield block.start() + block[0].rindex(mark), f"{mark} without another; put one at each end of the words"


def _beside_calls(page: Page) -> Iterator[tuple[int, str]]:
    """Marks at which what a call makes would become part of a link."""
    for call in page.calls:
        after = page.text[call.end:call.end + 1]
        if after and after in "([" or (after == ":" and call.name in _NOTES):
            yield call.end, f"{after!r} right behind a call, which could make a link of its note; put a space between"
        if page.text[call.start - 1:call.start] == "\\":
            yield call.start - 1, "a backslash before a call; take it out"
