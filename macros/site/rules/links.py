"""Links of pages, calls in places where they cannot stand, and rows that name pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...calls import CALLS
from ...records.entries import Records, Table
from ...records.problems import Problem, allowed
from ...render.context import PageContext
from ..anchors import anchors
from ..call_syntax import Call
from ..pages import Page
from .prose import LOCAL, MISPLACED, check_prose

__all__ = ["anchors_of", "check", "check_records"]

Anchors = Mapping[str, set[str] | None]

_LINK = re.compile(r"\]\(\s*<?\s*([^\s<>()]*)")
_OUTSIDE = r"(?:https?://|mailto:)[^\s<>()\"'`\\{}]+"
_WHOLE = re.compile(rf'\]\((?!\))(?:{_OUTSIDE}|{LOCAL})(?: "[^"<>\\{{}}\n]*")?\)', re.I)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_LINK_TEXT = re.compile(r"(?<!\\)\[([^\[\]\n]*)\]\(")
_HEADING = re.compile(r'"([\w./-]+\.md)#([\w-]+)"')  # in links= of a call
_LINKLESS = {"number"}
_PROSE = re.compile(r"[ ]*[\w*(\[!“]")
_INLINE = {"calendar_link", "cell", "cite", "fact", "note", "number"}  # what stands in a sentence; all else is a block
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.M | re.S)
_MARKED_HEADING = re.compile(r"^#.*[_&]", re.M)
_SCHEMES = ("https", "http", "mailto")


def anchors_of(pages: Mapping[str, Page], contexts: Mapping[str, PageContext], markdown: Mapping[str, str]) -> Anchors:
    """The anchors of each page; None where a page could not be read or is cut short, so that any may be there."""
    return {path: anchors(markdown[path], {*contexts[path].ids, *MISPLACED.findall(page.text)})
            if page.text.endswith("\n") else None for path, page in pages.items()}


def check(pages: Mapping[str, Page], anchors: Anchors, docs: Path) -> Iterator[Problem]:
    """Problems with links, anchors and what else a page must not hold, by the page's path under `docs`."""
    for path, page in pages.items():
        yield from _misplaced(page)
        yield from _again(page)
        yield from (page.problem(*fault) for fault in check_prose(page))
        yield from (page.problem(*fault) for fault in _faults(path, page, anchors, docs))


def _misplaced(page: Page) -> Iterator[Problem]:
    """Calls where what they make would be shown as markup, or would be a link in a link."""
    code = [found.span() for found in _CODE.finditer(page.text)]
    texts = [found.span(1) for found in _LINK_TEXT.finditer(page.text, page.body)]
    for call in page.calls:
        if any(start <= call.start < end for start, end in code):
            yield page.problem(call.start, "a call in code, where readers would see markup; take it out of the code")
        elif call.name not in _LINKLESS and any(start <= call.start < end for start, end in texts):
            yield page.problem(call.start, "a call in the words of a link, where its note would be a link in a link; "
                               "put it beside the link")
        elif call.name in CALLS.keys() - _INLINE and not _is_alone(page.text, call):
            yield page.problem(call.start, f"{call.name}() beside other words; put it at the beginning of a line of "
                               "its own, with an empty line above and below")


def _again(page: Page) -> Iterator[Problem]:
    """Blocks that a page calls a second time in the same words."""
    seen: dict[str, Call] = {}
    for call in page.calls:
        first = seen.setdefault(page.text[call.start:call.end], call)
        if first is not call and call.name in CALLS.keys() - _INLINE:
            yield page.problem(call.start, f"the same call as in line {page.problem(first.start, '').line}; keep one")


def _is_alone(text: str, call: Call) -> bool:
    """Does a call stand on a line of its own, with nothing on the lines above and below?"""
    above, below = text[:call.start].rsplit("\n", 2), text[call.end:].split("\n", 2)
    return not above[-1] and not below[0].strip() and not any(map(_PROSE.match, (*above[-2:-1], *below[1:2])))


def check_records(records: Records, anchors: Anchors) -> Iterator[Problem]:
    """Rows that name a page which there is not, or a heading that it lacks."""
    for table in records.tables.values():
        for name in _page_columns(table):
            for entry in table.rows:
                there, _, anchor = (getattr(entry.record, name) or "").partition("#")
                if there and (said := _target_fault(there, anchor, anchors, Path())):
                    yield entry.problem(said, name)


def _page_columns(table: Table) -> list[str]:
    """The columns of a table that hold pages: that of its kind, and its own."""
    own = [column.name for column in table.head.record.columns if column.type == "page"]
    return [*(["page"] if table.head.record.kind and "page" in table.model.model_fields else []), *own]


def _faults(path: str, page: Page, anchors: Anchors,
            docs: Path) -> Iterator[tuple[int, str]]:
    for match in _LINK.finditer(page.text, page.body):
        is_in_call = any(call.start <= match.start() < call.end for call in page.calls)
        if not is_in_call and (said := _link_fault(path, match, anchors, docs)):
            yield match.start(1), said
    for match in (match for call in page.calls if "links" in call.kwargs
                  for match in _HEADING.finditer(page.text, call.start, call.end)):
        named = _joined(path, match[1])
        if named in anchors and (said := _target_fault(named, match[2], anchors, docs)):
            yield match.start(1), said
    for name in (name for name in anchors[path] or () if name.startswith("__")):
        at = next((found.start() for found in _MARKED_HEADING.finditer(page.text, page.body)), page.body)
        yield at, f"the id {name!r} of a heading; ids with __ in front are the theme's own"
    if page.head:
        yield from _next_faults(path, page, anchors)


def _next_faults(path: str, page: Page, anchors: Anchors) -> Iterator[tuple[int, str]]:
    """Pages to read next that there are not, or that are read already."""
    for target in page.head.next:
        at = page.text.find(target)
        if target not in anchors:
            yield at, f"no page {target!r}; {allowed(target, anchors)}"
        elif target == path:
            yield at, "next: this page itself; name another"


def _link_fault(path: str, link: re.Match[str], anchors: Anchors, docs: Path) -> str:
    target, scheme = link[1], _SCHEME.match(link[1])
    if scheme and scheme[1].lower() not in _SCHEMES:
        return f"scheme {scheme[1]!r}; allowed: {', '.join(_SCHEMES)}"
    if not target.startswith(("/", "\\")) and not _WHOLE.match(link.string, link.start()):
        read = link.string[link.start(1):].partition("\n")[0][:20]
        return (f"an address that engines read differently, {read!r}; write [words](address), with %20 for a space, "
                "%28 and %29 for ( and )")
    if scheme:
        return ""
    file, _, anchor = target.partition("#")
    if file.startswith(("/", "\\")):
        return f"link {target!r} begins at the root; write it from this page, as in ../page.md"
    return _target_fault(_joined(path, file) if file else path, anchor, anchors, docs)


def _joined(path: str, file: str) -> str:
    """A file from docs/ that the page at `path` names from where it stands."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))


def _target_fault(there: str, anchor: str, anchors: Anchors, docs: Path) -> str:
    if there.startswith(".."):
        return f"link to {there!r} leaves docs/"
    if there not in anchors:
        is_file = not there.endswith(".md") and (docs / there).is_file()
        return "" if is_file else f"no page {there!r}; {allowed(there, anchors)}"
    if anchor and anchors[there] is not None and anchor not in anchors[there]:
        return f"no heading {anchor!r} in {there}; {allowed(anchor, anchors[there])}"
    return ""
