"""Which files under docs/ are pages, by the engine's own rules, and what is wrong with files as such."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from ..records.characters import Unreadable, conflicts, decoded, is_left_alone, latin
from ..records.problems import Problem, allowed
from ..render.citations import file_name
from ..render.formats import slug
from .pages import Page, read_page

__all__ = ["check_names", "name_fault", "read_pages", "text_faults"]

_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}  # what the engine takes for pages
_HEAD, _LIKE_A_PAGE = b"---\ntitle:", re.compile(r"|\.txt|\.m\w*", re.I)
_TEXTS = {".css", ".csv", ".js", ".json", ".svg", ".txt"}
_BESIDE = {".csv", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".txt", ".webp"}  # nothing that a browser would run
_FILES = _TEXTS | _BESIDE | {".ico", ".woff2"}
_NAME = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9.-]*")  # the same on every disk and in every address
_MADE = re.compile(r"(?:data|cite|search)/.*|404\..*|sitemap\..*|changes\.xml")  # what a build writes itself


def read_pages(docs: Path) -> tuple[dict[str, Page], list[Problem]]:
    """The pages by path from `docs`, and what is wrong with their files; hidden files are none of the site."""
    pages: dict[str, Page] = {}
    unnamed: dict[str, Page] = {}
    problems: list[Problem] = []
    for file in [docs] if docs.is_symlink() else sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if is_left_alone(Path(path)) or (file.is_dir() and not file.is_symlink()):
            continue
        said = _fault(file, path)
        if said:
            problems.append(Problem(f"docs/{path}".removesuffix("/."), 1, 1, said))
            unnamed |= _meant(file, path)
        elif file.suffix == ".md":
            pages[path] = _read(file, f"docs/{path}")
            problems += pages[path].problems
        elif file.suffix in _TEXTS:
            problems += text_faults(file, f"docs/{path}")
    return {**unnamed, **pages}, problems


def _meant(file: Path, path: str) -> dict[str, Page]:
    """A page under the name that it ought to have, so that what leads there is not blamed; none if it is no page."""
    name = _better(path.removesuffix(file.suffix) + ".md", ".md")
    return {name: Page(name, "", 0, None)} if name and _is_page(file) else {}


def _is_page(file: Path) -> bool:
    """Is it a page by its ending or, where that may be a slip, by the head with which it begins?"""
    if file.is_symlink() or not file.is_file() or not _LIKE_A_PAGE.fullmatch(file.suffix):
        return False
    with file.open("rb") as opened:
        return file.suffix.lower() in _PAGES or opened.read(len(_HEAD)) == _HEAD


def _fault(file: Path, path: str) -> str:
    if file.is_symlink():
        return "symbolic links are not published; put the file itself here"
    if not file.is_file():
        return "neither a file nor a folder; take it away"
    if path.startswith("templates/"):
        return "the engine publishes nothing from docs/templates/; put it elsewhere"
    if _is_page(file):
        return _page_fault(file, path)
    if _MADE.fullmatch(path):
        return "a build makes a file of this name, or a folder; name it otherwise"
    known = _FILES if path.startswith("assets/") else _BESIDE
    if file.suffix not in known and file.name != "CNAME":
        said = f"a file that ends with {file.suffix or 'nothing'}"
        return said + ("; put it in docs/assets/" if file.suffix in _FILES else
                       f"; {allowed(file.suffix, known, len(known))}")
    return "" if file.name == "CNAME" else name_fault(path, file.suffix)


def _page_fault(file: Path, path: str) -> str:
    if file.suffix != ".md":
        return f"a page that ends with {file.suffix or 'nothing'}; pages end with .md"
    if file.name == "README.md":
        return "README.md, which the engine takes for index.md; name it index.md"
    if path == "404.md":
        return "404.md, whose place is that of the page for unknown addresses; name it otherwise"
    return name_fault(path, ".md")


def name_fault(path: str, suffix: str) -> str:
    """What is wrong with the name of a file under docs/, "" if nothing is."""
    if _NAME.fullmatch(path) and "." not in path.removesuffix(suffix):
        return ""
    better = _better(path, suffix)
    hint = f"; did you mean {better!r}?" if better else ""
    return f"the name {path!r}; allowed: small letters, digits and hyphens{hint}"


def _better(path: str, suffix: str) -> str:
    """The name allowed that is nearest to one that is not; "" where there is none."""
    plain = unicodedata.normalize("NFKD", latin(path.removesuffix(suffix))).encode("ascii", "ignore").decode()
    better = "/".join(map(slug, plain.split("/"))) + suffix
    return better if _NAME.fullmatch(better) else ""


def text_faults(file: Path, path: str) -> Iterator[Problem]:
    """What no text may hold, in a file that is published or that pages are framed by as it stands."""
    try:
        text = decoded(file.read_bytes())
    except Unreadable as error:
        yield Problem(path, *error.args)
        return
    found = list(conflicts(text))
    for offset, message in found:
        yield Problem(path, text.count("\n", 0, offset) + 1, 1, message)
    if file.suffix == ".html" and not found:
        yield from _template_faults(text, path)


def _template_faults(text: str, path: str) -> Iterator[Problem]:
    try:
        Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        yield Problem(path, error.lineno, 1, f"no template that Jinja can read: {error.message}")


def _read(file: Path, path: str) -> Page:
    try:
        text = decoded(file.read_bytes())
    except Unreadable as error:
        return Page(path, "", 0, None, (Problem(path, *error.args),))
    return read_page(path, text)


def check_names(pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Pages whose published files would have one name."""
    first: dict[str, str] = {}
    for path in pages:
        other = first.setdefault(file_name(path), path)
        if other != path:
            yield Problem(f"docs/{path}", 1, 1, f"its files of citation would have the name of those of docs/{other}; "
                          "rename one of the two")
