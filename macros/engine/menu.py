"""Where the menu places pages that it does not list."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

__all__ = ["place"]


def place(nav: Navigation, files: Files) -> None:
    """Puts each page outside the menu where the first page of its folder stands, whose section then shows as open.

    The first page is the folder's index.md, or the page beside the folder that has its name. Pages whose folder has
    none in the menu stay outside. Changes `parent` of the pages of `files`.
    """
    listed = {page.file.src_uri: page for page in nav.pages}
    for file in files.documentation_pages():
        folder = PurePosixPath(file.src_uri).parent
        first = listed.get(f"{folder}/index.md") or listed.get(f"{folder}.md")
        if file.page and file.src_uri not in listed and first:
            file.page.parent = first.parent
