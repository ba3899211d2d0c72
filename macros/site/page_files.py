"""Which files under docs/ are pages, by the engine's own rules, and what is wrong with them as files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..records.problems import Problem, allowed
from ..render.citations import file_name
from .pages import Page, read_page

__all__ = ["check_names", "read_pages"]

_OTHER = {".markdown", ".mdown", ".mkdn", ".mkd"}  # the engine takes them for pages too
_BESIDE = {".md", ".csv", ".gif", ".jpg", ".pdf", ".png", ".webp"}  # nothing that a browser would run
_NAME = re.compile(r"[\w./-]+", re.ASCII)
_NAV = re.compile(r"^nav:.*?(?=^\S|\Z)", re.S | re.M)
_MAY_BE_OUT = re.compile(r"^validation:.*omitted_files: *ignore", re.S | re.M)  # as the engine understands it
_IN_NAV = re.compile(r"[\w./-]+\.md\b")


def read_pages(docs: Path) -> tuple[dict[str, Page], list[Problem]]:
    """The pages by path from `docs`, and what is wrong with their files; hidden files are none of the site."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    for file in [docs] if docs.is_symlink() else sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if any(part.startswith(".") for part in Path(path).parts) or path.startswith("templates/"):
            continue
        said = _fault(file, path)
        if said:
            problems.append(Problem(f"docs/{path}".removesuffix("/."), 1, 1, said))
        elif file.suffix == ".md":
            pages[path] = _read(file, f"docs/{path}")
            problems += pages[path].problems
    return pages, problems


def _fault(file: Path, path: str) -> str:
    if not _NAME.fullmatch(path):
        return f"a name that addresses cannot hold, {file.name!r}; allowed: letters, digits, points, - and _"
    if file.is_file() and not path.startswith("assets/") and file.suffix not in _BESIDE | _OTHER:
        return f"a file that ends with {file.suffix or file.name}; allowed beside pages: {', '.join(sorted(_BESIDE))}"
    if file.is_symlink():
        return "symbolic links are not published; put the file itself here"
    if file.suffix in _OTHER:
        return f"a page that ends with {file.suffix}; pages end with .md"
    return "README.md, which the engine takes for index.md; name it index.md" if file.name == "README.md" else ""


def _read(file: Path, path: str) -> Page:
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        said = Problem(path, line, column, "a byte that is not UTF-8; save the file as UTF-8")
        return Page(path, "", 0, None, (said,))
    return read_page(path, text)


def check_names(root: Path, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Pages whose published files would have one name, and pages that the menu lacks."""
    first: dict[str, str] = {}
    for path in pages:
        other = first.setdefault(file_name(path), path)
        if other != path:
            yield Problem(f"docs/{path}", 1, 1, f"its files of citation would have the name of those of docs/{other}; "
                          "rename one of the two")
    yield from _menu(root, pages)


def _menu(root: Path, pages: Mapping[str, Page]) -> Iterator[Problem]:
    file = root / "mkdocs.yml"
    nav = _NAV.search(file.read_text("utf-8", errors="replace")) if file.exists() else None
    if nav is None:
        return
    line = nav.string.count("\n", 0, nav.start()) + 1
    out = set() if _MAY_BE_OUT.search(nav.string) else pages.keys() - set(_IN_NAV.findall(nav[0]))
    for path in sorted(out):
        yield Problem("mkdocs.yml", line, 1, f"page {path!r} is not under nav:; add a line - {path}")
    for found in _IN_NAV.finditer(nav[0]):
        if found[0] not in pages:
            place = nav.start() + found.start()
            yield Problem("mkdocs.yml", nav.string.count("\n", 0, place) + 1, place - nav.string.rfind("\n", 0, place),
                          f"nav: names no page {found[0]!r}; {allowed(found[0], pages)}")
