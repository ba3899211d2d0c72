"""Links inside the site, and the HTML that pages must not hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..records.characters import mistyped, odd
from ..records.entries import Records, Table
from ..records.problems import Problem, allowed
from ..render.context import PageContext
from .anchors import anchors
from .pages import Page

__all__ = ["anchors_of", "check", "check_records"]

Anchors = Mapping[str, set[str] | None]

_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^\s<>)]*)>?[^)]*\)")
_HTML = re.compile(r"<(?!https?://)[a-zA-Z/!?][^>\n]*")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*?\b(on\w+|style|href|src|srcset|formaction)\s*=[^{}\n]*\}", re.I)
_LINK_TEXT = re.compile(r"(?<!\\)\[([^\[\]\n]*)\]\(")
_LINKLESS = {"number"}
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.M | re.S)
_PICTURE = re.compile(r"(?<!\\)!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([a-z][a-z0-9+.-]*:[^\s<>)]*)", re.I)
_APART = re.compile(r"^[ ]*\[([^\]^][^\]]*)\]:", re.M)
_APART_NOTE = re.compile(r"(?<=[\w.,;:)}”’%]) (?=\{\{ ?(?:note|cite)\()")
_SCHEMES = ("https", "http", "mailto")
_REFUSED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_HTML, lambda found: f"HTML in a page, {found[0][:20]!r}; write Markdown, or call a macro"),
    (_PICTURE, lambda found: f"a picture from elsewhere, {found[1][:40]!r}; put the file in docs/assets/ and name it"),
    (_ATTRIBUTES, lambda found: f"attribute {found[1]!r} is not allowed in a page"),
    (_APART, lambda found: f"the address of {found[1]!r} apart from its words; write [words](address)"),
    (_APART_NOTE, lambda found: "a space before a note; its number stands at the word, as in word{{ note(...) }}"))


def anchors_of(pages: Mapping[str, Page], contexts: Mapping[str, PageContext], markdown: Mapping[str, str]) -> Anchors:
    """The anchors of each page; None where a page could not be read, so that any may be there."""
    return {path: anchors(markdown[path], contexts[path].ids) if page.text else None for path, page in pages.items()}


def check(pages: Mapping[str, Page], anchors: Anchors, docs: Path) -> Iterator[Problem]:
    """Problems with links, anchors and raw HTML in pages, by the page's path under `docs`."""
    for path, page in pages.items():
        hidden = [(match.start(), match.end()) for match in _CODE.finditer(page.text)]
        yield from _misplaced(page, hidden)
        hidden += [(call.start, call.end) for call in page.calls]
        for offset, message in (*odd(page.text), *mistyped(page.text)):
            yield page.problem(offset, message)
        for offset, message in _faults(path, page, anchors, docs):
            if not any(start <= offset < end for start, end in hidden):
                yield page.problem(offset, message)


def _misplaced(page: Page, code: list[tuple[int, int]]) -> Iterator[Problem]:
    """Calls where what they make would be shown as markup, or would be a link in a link."""
    texts = [found.span(1) for found in _LINK_TEXT.finditer(page.text, page.body)]
    for call in page.calls:
        if any(start <= call.start < end for start, end in code):
            yield page.problem(call.start, "a call in code, where readers would see markup; take it out of the code")
        elif call.name not in _LINKLESS and any(start <= call.start < end for start, end in texts):
            yield page.problem(call.start, "a call in the words of a link, where its note would be a link in a link; "
                               "put it beside the link")


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
    for pattern, words in _REFUSED:
        for match in pattern.finditer(page.text, page.body):
            yield match.start(), words(match)
    for match in _LINK.finditer(page.text, page.body):
        if said := _link_fault(path, match[1], anchors, docs):
            yield match.start(1), said
    if page.head:
        for target in page.head.next:
            if target not in anchors:
                yield page.text.find(target), f"no page {target!r}; {allowed(target, anchors)}"


def _link_fault(path: str, target: str, anchors: Anchors, docs: Path) -> str:
    scheme = _SCHEME.match(target)
    if scheme:
        known = scheme[1].lower() in _SCHEMES
        return "" if known else f"scheme {scheme[1]!r}; allowed: {', '.join(_SCHEMES)}"
    file, _, anchor = target.partition("#")
    if file.startswith(("/", "\\")):
        return f"link {target!r} begins at the root; write it from this page, as in ../page.md"
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    return _target_fault(there, anchor, anchors, docs)


def _target_fault(there: str, anchor: str, anchors: Anchors, docs: Path) -> str:
    if there.startswith(".."):
        return f"link to {there!r} leaves docs/"
    if there not in anchors:
        is_file = not there.endswith(".md") and (docs / there).is_file()
        return "" if is_file else f"no page {there!r}; {allowed(there, anchors)}"
    if anchor and anchors[there] is not None and anchor not in anchors[there]:
        return f"no heading {anchor!r} in {there}; {allowed(anchor, anchors[there])}"
    return ""
