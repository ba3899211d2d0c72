"""Building again while serving: only what a saved file changes, with the same bytes as a whole build.

A whole build reads every page, 57 of them; a change of a fact shows on a few. What cannot be told from the files alone,
such as a new page, another title or changed code, is left to a whole build.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..export.files import files as published
from ..records.problems import report
from ..site.site import Site, current
from .style_sheet import MADE

__all__ = ["Build", "build_changed", "changed", "last", "rebuild", "say", "stamps", "with_banner"]

_FOLDERS = ("docs", "data", "macros", "overrides")
_READ_AGAIN = (".md", ".yml")  # in docs and data; what else changes there is copied, and the rest wants a whole build
_said: list[str] = []  # what the last build could not be made for


@dataclass
class Build:
    """What the last build was made of."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    site: Site
    env: Any = None


last: list[Build] = []


def stamps(root: Path) -> dict[str, int]:
    """When each file that a build reads was written, by its path from the root."""
    found = [file for folder in _FOLDERS for file in (root / folder).rglob("*")
             if file.is_file() and "__pycache__" not in file.parts and file.parts[-2] != "schema"]
    return {file.relative_to(root).as_posix(): file.stat().st_mtime_ns for file in [*found, root / "mkdocs.yml"]}


def changed(before: Mapping[str, int], after: Mapping[str, int]) -> set[str] | None:
    """The files written in between; None if one came, went, or is neither text, data nor picture of the site."""
    if before.keys() != after.keys():
        return None
    names = {name for name in after if before[name] != after[name]}
    return names if all(name.startswith(("docs/", "data/")) for name in names) else None


def build_changed(root: Path, before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    """Builds what was written in between; False where only a whole build will do, Abort where there is a problem.

    before, after: when each file was written, by its path from `root`.
    """
    names = changed(before, after)
    if names is None or not last:
        return False
    site = current(root, again=True)
    if site.problems:
        raise Abort(report(site.problems))
    return rebuild(names, site)


def rebuild(names: Iterable[str], site: Site) -> bool:
    """Builds what these files change into the folder of the last build; False where only a whole build will do."""
    build, made = last[0], published(site)
    if "material/search" not in build.config.plugins:
        return False  # another search keeps its entries otherwise
    if _menu(site) != _menu(build.site) or not made.keys() <= build.files.src_uris.keys():
        return False
    _copy(build, [name.removeprefix("docs/") for name in names if not name.endswith(_READ_AGAIN)])
    for file, content in ((build.files.src_uris[name], content) for name, content in made.items()):
        written = content.encode("utf-8") if isinstance(content, str) else content
        if file.content_bytes != written:
            file.content_bytes = written
            file.copy_file(dirty=False)
    before, build.site = build.site, site
    _build(build, [path for path, page in site.pages.items()
                   if site.markdown[path] != before.markdown[path] or page.head != before.pages[path].head])
    return True


def _menu(site: Site) -> dict[str, tuple]:
    """What every page says of every page."""
    return {path: (page.head.title, page.head.hide) for path, page in site.pages.items()}


def _copy(build: Build, names: Iterable[str]) -> None:
    """Copies these files anew, and the style sheets that were made from the theme's and what the pages held."""
    for file in build.files:
        if file.src_uri in names or file.dest_uri.startswith(MADE):
            file.copy_file(dirty=False)


def _build(build: Build, paths: Iterable[str]) -> None:
    pages = [build.files.src_uris[path].page for path in paths]
    documents = build.files.documentation_pages()
    index, gone = build.config.plugins["material/search"].search_index, {page.url for page in pages}
    index.entries = [entry for entry in index.entries if entry["location"].partition("#")[0] not in gone]
    for page in pages:
        _populate_page(page, build.config, build.files)
    for page in pages:
        _build_page(page, build.config, documents, build.nav, build.env)
    order = {file.page.url: number for number, file in enumerate(documents)}
    index.entries.sort(key=lambda entry: order[entry["location"].partition("#")[0]])
    build.config.plugins.on_post_build(config=build.config)


def say(text: str = "") -> None:
    """What served pages say on top, until something else is said."""
    _said[:] = [text] if text else []


def with_banner(app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """A WSGI application that puts on top of each page what the last build could not be made for."""
    def answer(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if not _said:
            return app(environ, start_response)
        answered: list[tuple] = []
        body = b"".join(app(environ, lambda *head: answered.append(head)))
        status, headers = answered[0][0], dict(answered[0][1])
        if headers.get("Content-Type", "").startswith("text/html"):
            body = _topped(body)
            headers["Content-Length"] = str(len(body))
        start_response(status, list(headers.items()))
        return [body]

    return answer


def _topped(body: bytes) -> bytes:
    before, tag, after = body.partition(b"<body")
    rest, end, inside = after.partition(b">")
    banner = f'<pre class="problems" role="alert">{html.escape(_said[0])}</pre>'.encode()
    return before + tag + rest + end + banner + inside if end else body
