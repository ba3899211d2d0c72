"""The site as plain Markdown: pages with every call filled in, for an engine that knows no macros."""

from __future__ import annotations

from pathlib import Path

from ..site.site import Site
from .files import files

__all__ = ["files_of", "write"]


def files_of(site: Site) -> dict[str, bytes]:
    """Every file of a folder of plain pages by its path: pages, what lies beside them, what is published with them."""
    docs = site.root / "docs"
    beside = {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*")
              if file.is_file() and file.suffix != ".md"}
    published = {name: content.encode("utf-8") if isinstance(content, str) else content
                 for name, content in files(site).items()}
    pages = {path: (page.text[:page.body] + site.markdown[path]).encode("utf-8") for path, page in site.pages.items()}
    return {**beside, **published, **pages}


def write(site: Site, folder: Path) -> int:
    """Writes the plain pages and files into `folder`; answers how many pages."""
    for name, content in files_of(site).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return len(site.pages)
