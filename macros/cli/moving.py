"""Moves a page: its file, the links to it and from it, its place in the menu; and leaves a redirect."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from ..records.loading import REDIRECTS, data_files
from ..records.problems import allowed
from ..render.addresses import built
from ..site.page_files import name_fault
from ..site.pages import Page, read_page
from .editor_schemas import modeline

__all__ = ["Refused", "move"]

_LINK = re.compile(r"(\]\(\s*<?\s*)([^\s<>()#]+\.md)")
_QUOTED = re.compile(r"([\"'])([\w./-]+\.md)(?=[\"'#])")


class Refused(Exception):
    """A move that cannot be made; its text says why."""


def move(root: Path, old: str, new: str) -> list[str]:
    """Moves the page at `old` to `new`, both as `docs/…/page.md`; answers the files that were changed, in order."""
    old, new = (path.removeprefix("docs/") for path in (old, new))
    pages = {file.relative_to(root / "docs").as_posix(): file for file in (root / "docs").rglob("*.md")}
    _refuse(old, new, pages)
    texts = {file: _page(path, file.read_text("utf-8"), old, new, set(pages)) for path, file in pages.items()}
    others = [*data_files(root / "data", with_settings=True), root / "mkdocs.yml"]
    texts |= {file: _renamed(file.read_text("utf-8"), old, new) for file in others if file.exists()}
    texts[root / REDIRECTS] = _redirected(texts.get(root / REDIRECTS, ""), old, new)
    return _write(root, texts, pages[old], root / "docs" / new)


def _refuse(old: str, new: str, pages: dict[str, Path]) -> None:
    if old not in pages:
        raise Refused(f"no page {old!r}; {allowed(old, pages)}")
    if said := name_fault(new, ".md") if new.endswith(".md") else f"{new!r}; wanted: a path that ends with .md":
        raise Refused(said)
    if there := next((path for path in pages if built(path) == built(new)), None):
        raise Refused(f"docs/{there} has the address of {new!r}; choose another name")


def _page(path: str, text: str, old: str, new: str, pages: set[str]) -> str:
    """The text of the page at `path` with what leads to the moved page, and from it, mended."""
    page, here = read_page(path, text), new if path == old else path

    def link(target: str) -> str:
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if there not in pages or (there != old and path != old):
            return target
        return posixpath.relpath(new if there == old else there, posixpath.dirname(here) or ".")

    def named(target: str) -> str:  # in calls a page is named from docs/, or from the page where that is no page
        return (new if target == old else target) if target in pages else link(target)

    return _renamed(text[:page.body], old, new) + _body(page, link, named)


def _body(page: Page, link: Callable[[str], str], named: Callable[[str], str]) -> str:
    at, parts = page.body, []
    for call in page.calls:
        parts += [_links(page.text[at:call.start], link),
                  _QUOTED.sub(lambda found: found[1] + named(found[2]), page.text[call.start:call.end])]
        at = call.end
    return "".join([*parts, _links(page.text[at:], link)])


def _links(text: str, link: Callable[[str], str]) -> str:
    return _LINK.sub(lambda found: found[1] + link(found[2]), text)


def _renamed(text: str, old: str, new: str) -> str:
    """`text` with each path from docs/ to the moved page exchanged."""
    return re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w-])", new, text)


def _redirected(text: str, old: str, new: str) -> str:
    """The file of redirects, whose targets are renamed already, with one from the old path and none from the new."""
    lines = [line for line in text.splitlines() if not line.startswith(f"  {new}:")]
    lines = lines or [modeline(REDIRECTS, {"redirects": {}}),
                      "# Pages and headings that have moved: the old path, and the new one.", "redirects:"]
    return "\n".join([*lines, f"  {old}: {new}"]) + "\n"


def _write(root: Path, texts: dict[Path, str], was: Path, now: Path) -> list[str]:
    now.parent.mkdir(parents=True, exist_ok=True)
    changed = [file for file, text in texts.items() if not file.exists() or file.read_text("utf-8") != text]
    for file in changed:
        file.write_text(texts[file], "utf-8")
    was.rename(now)
    files = {now if file == was else file for file in [*changed, was]}
    return sorted(file.relative_to(root).as_posix() for file in files)
